"""Declarations and chronologies checked without a case."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from formgen.catalog.lint import lint_catalog
from formgen.catalog.lint_declarations import chronology_problems, declaration_problems, texts_in
from formgen.catalog.reading import read_contents
from formgen.errors import Problem
from formgen.resources import builtin_catalog

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[..., str]
Told = list[tuple[str, str]]

PERJURY = (
    "I declare under penalty of perjury under the laws of the State of California that the foregoing is true."
)
BUILT_IN = builtin_catalog() / "us-ca"
ROOM = "court.kind, court.county, declarant.name, respondent.name"


def declaration(
    *more: str, needs: str = ROOM, parts: str = "[{holds: [fear]}]", by: str = "petitioner"
) -> str:
    """Return a small `declaration.yaml`."""
    lines = [
        "title: A declaration",
        "source: a book",
        "checked_on: 2026-11-24",
        "confidence: confirmed",
        f"by: {by}",
        "kinds: [civil-harassment]",
        "supports: {civil-harassment: Request}",
        f"needs: [{needs}]",
        f"parts: {parts}",
    ]
    if not any(line.startswith("clauses:") for line in more):
        lines.append("clauses: {perjury: code-1.perjury}")
    return "\n".join([*lines, *more, ""])


@pytest.fixture
def lint(write_catalog: Write, jurisdiction_yaml: str, statute: Make) -> Callable[..., list[Problem]]:
    """Check one declaration beside a law with two clauses and one banned word."""

    def run(text: str, *, perjury: str = PERJURY, words: str = jurisdiction_yaml) -> list[Problem]:
        folder = write_catalog(
            {
                "us-ca/jurisdiction.yaml": words,
                "us-ca/law/statutes.yaml": "statutes:"
                + statute("code-1", "clauses:", f"  perjury: >-\n        {perjury}", "  other: Words."),
                "us-ca/law/banned-words.yaml": "source: a book\nchecked_on: 2026-11-24\n"
                "confidence: partly\nphrases: [hereby]\n",
                "us-ca/declarations/short/declaration.yaml": text,
                "us-ca/declarations/short/example.yaml": "x",
            }
        )
        contents = read_contents("us-ca", [folder])
        assert contents.problems == ()
        return list(declaration_problems(contents))

    return run


def told(problems: list[Problem]) -> Told:
    """Return code and place of each problem."""
    return [(problem.code, problem.path) for problem in problems]


def test_a_declaration_without_mistakes_has_no_problems(lint: Callable[..., list[Problem]]) -> None:
    whole = declaration(
        "role: I ask.",
        "knowledge: I saw it.",
        f"refuses: [{refusal('minor', 'declarant.age')}]",
        needs=f"{ROOM}, 'incidents[].account or incidents[].quotes'",
        parts="[{heading: [{text: 'About {dispute}', when: case.dispute.about is given}, {text: About}],"
        " when: case.fear is given, holds: [[role, knowledge], dispute]}]",
    )

    assert lint(whole) == []


def test_the_built_in_declarations_and_chronologies_have_no_problems() -> None:
    contents = read_contents("us-ca", [builtin_catalog()])

    assert list(declaration_problems(contents)) == []
    assert list(chronology_problems(contents)) == []
    assert len(contents.declarations) == 6
    assert len(contents.chronologies) == 2


def test_a_declaration_without_an_example_is_told_where_it_is_missing(
    write_catalog: Write, jurisdiction_yaml: str
) -> None:
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/declarations/short/declaration.yaml": declaration(),
        }
    )
    problems = list(declaration_problems(read_contents("us-ca", [folder])))

    assert [(p.code, p.where and Path(p.where.file).name) for p in problems] == [
        ("example-missing", "example.yaml"),
        ("clause-unknown", "declaration.yaml"),
    ]


def test_needs_are_places_in_a_case(lint: Callable[..., list[Problem]]) -> None:
    problems = lint(declaration(needs=f"{ROOM}, court.countie, incidents.when"))

    assert told(problems) == [("place-unknown", "needs[5]"), ("place-unknown", "needs[6]")]
    assert problems[0].fix == "Did you mean `county`?"


@pytest.mark.parametrize(
    "need", ["incidents[].account or dispute.account", "incidents[].quotes[].text or incidents[].account"]
)
def test_needs_of_which_one_is_enough_stand_in_one_record(
    lint: Callable[..., list[Problem]], need: str
) -> None:
    assert told(lint(declaration(needs=f"{ROOM}, '{need}'"))) == [("needs-not-alike", "needs[5]")]


def test_what_every_court_paper_prints_is_needed(lint: Callable[..., list[Problem]]) -> None:
    (problem,) = lint(declaration(needs="court.kind, respondent.name"))

    assert (problem.code, problem.path) == ("need-missing", "needs")
    assert problem.fix == "Add declarant.name and court.county to its needs."


@pytest.mark.parametrize(
    ("more", "parts", "path"),
    [
        (
            "refuses: [{id: x, when: case.nothing, what: No., fix: Ask., path: case, source: law}]",
            "[{holds: [fear]}]",
            "refuses[1].when",
        ),
        ("role: I.", "[{when: case.nothing, holds: [fear]}]", "parts[1].when"),
        (
            "role: I.",
            "[{holds: [fear]}, {heading: [{text: A}, {text: B, when: case.nothing}], holds: [effects]}]",
            "parts[2].heading[2].when",
        ),
    ],
)
def test_every_condition_is_asked_of_a_case(
    lint: Callable[..., list[Problem]], more: str, parts: str, path: str
) -> None:
    assert told(lint(declaration(more, parts=parts))) == [("name-unknown", path)]


def test_a_condition_that_cannot_be_understood_is_told(lint: Callable[..., list[Problem]]) -> None:
    parts = "[{when: 'case.fear is', holds: [fear]}, {heading: [{text: A, when: 'open('}], holds: [effects]}]"

    assert told(lint(declaration(parts=parts))) == [
        ("tag-broken", "parts[1].when"),
        ("tag-broken", "parts[2].heading[1].when"),
    ]


@pytest.mark.parametrize("when", ["true", "case.dispute is given", "case.dispute.account is given"])
def test_a_heading_that_names_the_dispute_is_chosen_only_where_there_is_one(
    lint: Callable[..., list[Problem]], when: str
) -> None:
    parts = f"[{{heading: [{{text: 'About {{dispute}}', when: {when}}}], holds: [dispute]}}]"

    assert told(lint(declaration(parts=parts))) == [("heading-may-be-blank", "parts[1].heading[1].text")]


def test_a_heading_with_a_broken_condition_is_told_of_that_alone(lint: Callable[..., list[Problem]]) -> None:
    parts = "[{heading: [{text: 'About {dispute}', when: 'open('}], holds: [dispute]}]"

    assert told(lint(declaration(parts=parts))) == [("tag-broken", "parts[1].heading[1].when")]


def test_the_perjury_clause_is_one_that_the_law_has(lint: Callable[..., list[Problem]]) -> None:
    (problem,) = lint(declaration("clauses: {perjury: code-1.perjry}"))

    assert (problem.code, problem.path, problem.fix) == (
        "clause-unknown",
        "clauses.perjury",
        "Did you mean `code-1.perjury`?",
    )


@pytest.mark.parametrize(
    ("perjury", "lacks"),
    [
        (
            "I declare under penalty of perjury that the foregoing is true and correct.",
            "laws of the State of California",
        ),
        (
            "I declare under the laws of the State of California that the foregoing is true.",
            "under penalty of perjury",
        ),
        ("It is all true.", "under penalty of perjury and laws of the State of California"),
    ],
)
def test_a_clause_that_would_make_no_declaration_is_an_error_where_it_is_written(
    lint: Callable[..., list[Problem]], perjury: str, lacks: str
) -> None:
    (problem,) = lint(declaration(), perjury=perjury)

    assert (problem.code, problem.path) == ("perjury-clause-incomplete", "statutes[1].clauses.perjury")
    assert problem.what == f"A declaration that ends with this is none: it lacks {lacks}."
    assert problem.where is not None
    assert Path(problem.where.file).name == "statutes.yaml"


def test_a_declaration_ends_with_the_perjury_clause_and_no_other(lint: Callable[..., list[Problem]]) -> None:
    assert told(lint(declaration("clauses: {perjury: code-1.other}"))) == [
        ("perjury-clause-incomplete", "statutes[1].clauses.other")
    ]


def test_the_perjury_clause_is_printed_as_it_stands(lint: Callable[..., list[Problem]]) -> None:
    assert told(lint(declaration(), perjury=f"{PERJURY} {{{{ respondent.name }}}}")) == [
        ("name-unknown", "statutes[1].clauses.perjury")
    ]


def test_every_version_of_the_perjury_clause_is_checked(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    old = statute("code-1", "to: 2025-12-31", "clauses: {perjury: It is true.}")
    new = statute("code-1", "from: 2026-01-01", f"clauses: {{perjury: {PERJURY}}}")
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/law/statutes.yaml": f"statutes:{old}{new}",
            "us-ca/declarations/short/declaration.yaml": declaration(),
            "us-ca/declarations/short/example.yaml": "x",
        }
    )

    assert told(list(declaration_problems(read_contents("us-ca", [folder])))) == [
        ("perjury-clause-incomplete", "statutes[1].clauses.perjury")
    ]


@pytest.mark.parametrize(
    "parts", ["[{holds: [fear, fear]}]", "[{holds: [[fear, fear]]}]", "[{holds: [fear]}, {holds: [[fear]]}]"]
)
def test_nothing_is_told_twice(lint: Callable[..., list[Problem]], parts: str) -> None:
    (problem,) = lint(declaration(parts=parts))

    assert problem.code == "source-twice"
    assert problem.path == f"parts[{2 if '}, {' in parts else 1}].holds"


@pytest.mark.parametrize(
    ("by", "source", "code"),
    [
        ("witness", "fear", "source-of-another"),
        ("witness", "effects", "source-of-another"),
        ("petitioner", "witness", "source-of-another"),
        ("witness", "witness", None),
        ("representative", "fear", None),
    ],
)
def test_each_declaration_holds_the_words_of_the_one_who_signs_it(
    lint: Callable[..., list[Problem]], by: str, source: str, code: str | None
) -> None:
    problems = lint(declaration(by=by, parts=f"[{{holds: [{source}]}}]"))

    assert told(problems) == ([(code, "parts[1].holds")] if code else [])


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("role", "role"),
        ("knowledge", "knowledge"),
        ("naming-choice", "naming"),
        ("orders", "orders"),
        ("temporary-order", "orders"),
        ("not-asked", "orders"),
    ],
)
def test_what_the_declarant_does_not_write_has_words_of_the_catalog(
    lint: Callable[..., list[Problem]], source: str, words: str
) -> None:
    (problem,) = lint(declaration(parts=f"[{{holds: [{source}]}}]"))

    assert (problem.code, problem.path) == ("words-missing", "parts[1].holds")
    assert f"no `{words}`" in problem.what


def refusal(name: str, path: str) -> str:
    """Return one refusal as it is written."""
    return f"{{id: {name}, when: 'true', what: No., fix: Ask., path: {path}, source: law}}"


def test_a_refusal_speaks_of_one_place_that_a_case_has(lint: Callable[..., list[Problem]]) -> None:
    listed = ", ".join(
        [refusal("a", "declarant.age"), refusal("b", "declarant.agee"), refusal("c", "'incidents[].when'")]
    )

    assert told(lint(declaration(f"refuses: [{listed}]"))) == [
        ("place-unknown", "refuses[2].path"),
        ("place-of-many", "refuses[3].path"),
    ]


def test_two_refusals_of_one_name_are_told_at_the_second(lint: Callable[..., list[Problem]]) -> None:
    listed = ", ".join(
        [refusal("a", "declarant.age"), refusal("b", "declarant.age"), refusal("a", "court.kind")]
    )

    assert told(lint(declaration(f"refuses: [{listed}]"))) == [("refusal-twice", "refuses[3].id")]


@pytest.mark.parametrize(
    ("more", "parts", "path"),
    [
        ("role: I hereby ask.", "[{holds: [role]}]", "role"),
        ("knowledge: I hereby saw it.", "[{holds: [knowledge]}]", "knowledge"),
        ("signs_as: Petitioner hereby", "[{holds: [fear]}]", "signs_as"),
        ("attachment: Attachment hereby", "[{holds: [fear]}]", "attachment"),
        ("role: I.", "[{heading: [{text: What I hereby fear}], holds: [fear]}]", "parts[1].heading[1].text"),
    ],
)
def test_a_banned_word_is_found_in_a_declarations_own_wording(
    lint: Callable[..., list[Problem]], more: str, parts: str, path: str
) -> None:
    assert told(lint(declaration(more, parts=parts))) == [("word-banned", path)]


def built_in(name: str, part: str) -> str:
    """Return *part* of a built-in declaration as it is written."""
    text = (BUILT_IN / "declarations" / name / "declaration.yaml").read_text(encoding="utf-8")
    below = text.partition(f"\n{part}:")[2].partition("\n\n")[0]
    return f"{part}:{below}"


@pytest.mark.parametrize(
    ("part", "old", "path"),
    [
        ("naming", "declined{in_writing}", "naming.declined"),
        ("naming", "met with", "naming.how.in person"),
        ("orders", "contact no employee", "orders.no_contact"),
        ("orders", "The petition asks {clauses}", "orders.opening"),
    ],
)
def test_a_banned_word_is_found_in_every_group_of_words(
    lint: Callable[..., list[Problem]], part: str, old: str, path: str
) -> None:
    words = built_in("declaration-employer", part)
    assert old in words

    assert lint(declaration(words)) == []
    assert told(lint(declaration(words.replace(old, f"{old} hereby")))) == [("word-banned", path)]


def test_a_banned_word_is_found_in_the_words_that_all_court_papers_share(
    lint: Callable[..., list[Problem]], jurisdiction_yaml: str
) -> None:
    words = jurisdiction_yaml.replace("Exhibit {label} is a true", "Exhibit {label} hereby is a true")

    (problem,) = lint(declaration(), words=words)

    assert (problem.code, problem.path) == ("word-banned", "court_words.true_copy")
    assert problem.where is not None
    assert Path(problem.where.file).name == "jurisdiction.yaml"


CHRONOLOGY = (BUILT_IN / "chronologies" / "chronology" / "chronology.yaml").read_text(encoding="utf-8")


def of_chronology(write_catalog: Write, jurisdiction_yaml: str, text: str) -> Told:
    """Return code and place of everything wrong with a chronology."""
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/law/banned-words.yaml": "source: a book\nchecked_on: 2026-11-24\n"
            "confidence: partly\nphrases: [hereby]\n",
            "us-ca/chronologies/ours/chronology.yaml": text,
        }
    )
    contents = read_contents("us-ca", [folder])
    assert contents.problems == ()
    return told(list(chronology_problems(contents)))


def test_a_chronology_needs_places_in_a_case(write_catalog: Write, jurisdiction_yaml: str) -> None:
    text = CHRONOLOGY.replace("  - incidents[].when\n", "  - incidents[].wen\n")

    assert of_chronology(write_catalog, jurisdiction_yaml, CHRONOLOGY) == []
    assert of_chronology(write_catalog, jurisdiction_yaml, text) == [("place-unknown", "needs[3]")]


@pytest.mark.parametrize(
    "path",
    [
        "title",
        "columns.what",
        "csv.what",
        "words.prepared",
        "rows.left_out",
        "summary.none",
        "timeline.square",
        "timeline.months_short[2]",
    ],
)
def test_a_banned_word_is_found_everywhere_in_a_chronology(
    write_catalog: Write, jurisdiction_yaml: str, path: str
) -> None:
    contents = read_contents("us-ca", [builtin_catalog()])
    (spec,) = [placed.value for placed in contents.chronologies if placed.id == "chronology"]
    head, _, rest = path.partition(".")
    (text,) = [found for place, found in texts_of(spec, head) if place == path]
    section = f"\n{head}:" if rest else "\ntitle:"
    before, begins, after = CHRONOLOGY.partition(section)
    written = text.replace("\u00a0", "\\_")

    assert written in after
    changed = before + begins + after.replace(written, f"hereby {written}", 1)
    assert of_chronology(write_catalog, jurisdiction_yaml, changed) == [("word-banned", path)]


def texts_of(spec: object, head: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of one part of *spec*."""
    yield from texts_in(getattr(spec, head), head)


def test_the_lint_of_a_catalog_checks_declarations_and_chronologies(
    write_catalog: Write, jurisdiction_yaml: str
) -> None:
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml.replace(", confidence: unsure", ""),
            "us-ca/declarations/short/declaration.yaml": declaration(needs=f"{ROOM}, court.countie"),
            "us-ca/chronologies/ours/chronology.yaml": CHRONOLOGY.replace("[].when", "[].wen"),
        }
    )

    assert sorted(told(lint_catalog([folder]))) == [
        ("clause-unknown", "clauses.perjury"),
        ("example-missing", ""),
        ("place-unknown", "needs[3]"),
        ("place-unknown", "needs[5]"),
    ]
