"""What holds of everything in `form_templates/`, tried on whatever is there."""

import re
from collections.abc import Iterator
from datetime import date
from typing import get_args

import pytest
from factories import facts_of
from pydantic import BaseModel

from formgen.case import Case
from formgen.catalog.chronology_spec import ChronologySpec
from formgen.catalog.clause_names import ClauseNames
from formgen.catalog.contents import Declaration, Placed
from formgen.catalog.declaration_spec import DeclarationSpec, Source
from formgen.catalog.expressions import fill, holds
from formgen.catalog.fields import unknown_part
from formgen.catalog.lint import lint_catalog
from formgen.catalog.lint_declarations import ALWAYS_NEEDED, PERJURY, texts_in
from formgen.catalog.lint_papers import EITHER
from formgen.catalog.reader import load_jurisdiction
from formgen.catalog.reading import jurisdictions_in, read_contents
from formgen.catalog.specs import Element, Entry
from formgen.catalog.words import words_in
from formgen.checks.paper_sources import printed_by, source_problems
from formgen.checks.papers_asked import papers_asked
from formgen.checks.preflight import ToMake, preflight
from formgen.checks.unnamed import unnamed_problems
from formgen.document.court_set import compose_court_set
from formgen.errors import Severity
from formgen.intake.reader import load
from formgen.resources import builtin_catalog

FOLDERS = [builtin_catalog()]
CONTENTS = [read_contents(name, FOLDERS) for name in jurisdictions_in(FOLDERS)]
ENTRIES = [placed for contents in CONTENTS for _, placed in contents.entries()]
CLAUSES = {
    f"{placed.id}.{name}": wording
    for contents in CONTENTS
    for placed in contents.statutes
    for name, wording in placed.value.clauses.items()
}
ELEMENTS = [placed.value for contents in CONTENTS for placed in contents.elements]
DECLARATIONS = [placed.value for contents in CONTENTS for placed in contents.declarations]
CHRONOLOGIES = [placed for contents in CONTENTS for placed in contents.chronologies]
PACKETS = [placed for contents in CONTENTS for placed in contents.packets]
BANNED = [phrase for one in CONTENTS if (words := one.banned_words) for phrase in words.value.phrases]
TODAY = date(2026, 11, 24)

FORM_TITLES = {
    "attachment-7a-3": "Attachment 7a(3)—Describe Harassment",
    "attachment-7b": "Attachment 7b—Previous Harassment",
}
"""What form CH-100 (rev. January 1, 2026) calls them."""

SUPPORTED = {
    "civil-harassment": "Request for Civil Harassment Restraining Orders",
    "workplace-violence": "Petition for Workplace Violence Restraining Orders",
}
"""What forms CH-100 and WV-100 are called."""

CALIFORNIA = {
    "gov-code-12940.nonemployee": (
        "Under the Fair Employment and Housing Act, an employer may be responsible when someone who is not "
        "an employee harasses an employee because of sex, age (40 and over) or another protected ground, if"
        " the employer knew or should have known of it and did not take immediate and appropriate "
        "corrective action. How much control the employer has over that person is considered. (Gov. Code, §"
        "\u00a012940, subd. (j)(1).)"
    ),
    "labor-code-6401-9.plan-public": (
        "Because our office is open to the public, I also understand that Labor Code section 6401.9 calls "
        "for a written prevention plan and an incident log."
    ),
    "labor-code-6401-9.plan-headcount": (
        "Because ten or more employees work at our office at a time, I also understand that Labor Code "
        "section 6401.9 calls for a written prevention plan and an incident log."
    ),
    "code-civ-proc-527-8.orders": (
        "An employer, or a union that represents the employee, can ask the superior court for a workplace "
        "violence restraining order; I cannot. Before filing, it must give the employee the opportunity to "
        "decline to be named in the temporary order. (Code Civ. Proc., § 527.8.)"
    ),
    "code-civ-proc-527-8.orders-short": (
        "an employer can ask the superior court for a workplace violence restraining order; before filing, "
        "it must give the employee the opportunity to decline to be named in the temporary order (Code Civ."
        " Proc., § 527.8)."
    ),
    "code-civ-proc-527-6.orders": (
        "On my own I could ask for a civil harassment restraining order (§ 527.6)."
    ),
    "code-civ-proc-527-6.orders-alone": (
        "On my own I could ask for a civil harassment restraining order (Code Civ. Proc., § 527.6)."
    ),
    "labor-code-6310.good-faith": (
        "I make this report in good faith, and Labor Code section 6310 protects employees who raise safety "
        "concerns."
    ),
    "labor-code-6400.safe-workplace": (
        "The Labor Code requires a safe and healthful workplace (§ 6400) and protects an employee who "
        "raises a safety concern (§ 6310), so I am putting this in writing."
    ),
    "code-civ-proc-2015-5.perjury": (
        "I declare under penalty of perjury under the laws of the State of California that the foregoing is"
        " true and correct."
    ),
}


def ids(placed: Placed[Entry]) -> str:
    """Return the name of a test of one entry."""
    return f"{placed.id}@{placed.within}"


def test_the_built_in_catalog_has_no_errors() -> None:
    errors = [problem for problem in lint_catalog(FOLDERS, as_of=TODAY) if problem.severity is Severity.ERROR]

    assert errors == []


def test_california_is_there() -> None:
    assert jurisdictions_in(FOLDERS) == ("us-ca",)


@pytest.mark.parametrize("placed", ENTRIES, ids=ids)
def test_every_entry_has_a_source_a_day_and_a_period_that_can_be(placed: Placed[Entry]) -> None:
    entry = placed.value

    assert entry.source.strip()
    assert date(2026, 1, 1) <= entry.checked_on <= TODAY
    assert (
        entry.in_force_from is None or entry.in_force_to is None or entry.in_force_from <= entry.in_force_to
    )


@pytest.mark.parametrize("placed", [one for one in ENTRIES if one.value.confidence == "unsure"], ids=ids)
def test_an_entry_that_is_not_surely_known_says_why(placed: Placed[Entry]) -> None:
    assert placed.value.note


@pytest.mark.parametrize("reference", CLAUSES)
def test_every_clause_fills_and_reads_as_whole_sentences(reference: str, names: ClauseNames) -> None:
    filled = fill(CLAUSES[reference], names, entry=reference)

    assert filled.endswith((".", ".)"))
    assert "{" not in filled
    assert "  " not in filled
    assert "\n" not in filled


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.id)
def test_every_element_can_be_asked_of_an_empty_case(element: Element, empty_case: Case) -> None:
    assert holds(element.when, case=empty_case) in (True, False)
    if element.each == "case":
        assert not holds(element.met_by, case=empty_case)


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.id)
def test_a_full_case_speaks_to_every_element_that_matters_to_it(
    element: Element, civil_case: Case, workplace_case: Case
) -> None:
    matters = [case for case in (civil_case, workplace_case) if holds(element.when, case=case)]

    assert matters
    for case in matters:
        if element.each == "case":
            assert holds(element.met_by, case=case)
        else:
            assert all(holds(element.met_by, case=case, incident=incident) for incident in case.incidents)


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.id)
def test_a_prompt_asks_and_does_not_conclude(element: Element) -> None:
    concluding = [word for one in CONTENTS if (words := one.conclusion_words) for word in words.value.words]

    assert element.prompt.startswith(("Nothing in the case says ", "The case names "))
    assert "?" in element.prompt
    assert list(words_in(element.prompt, tuple(concluding))) == []


def test_an_answer_of_none_stops_the_question() -> None:
    case = Case.model_validate(
        {
            "case": "x",
            "jurisdiction": "us-ca",
            "notices": "none",
            "requests_to_stop": "none",
            "incidents": [{"protected_basis": [{"basis": "sex"}]}],
        }
    )

    mattering = {element.id for element in ELEMENTS if holds(element.when, case=case)}

    assert mattering == {"protected-basis", "reached-at-work", "employer-control"}


def test_the_law_of_the_workplace_order_changed_with_the_year_2026() -> None:
    versions = [
        load_jurisdiction("us-ca", as_of=day, folders=FOLDERS).statutes["code-civ-proc-527-8"].confidence
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    ]

    assert versions == ["partly", "confirmed"]


@pytest.mark.parametrize("reference", CALIFORNIA)
def test_californias_clauses_say_exactly_this(reference: str, names: ClauseNames) -> None:
    jurisdiction = load_jurisdiction("us-ca", as_of=TODAY, folders=FOLDERS)

    assert fill(jurisdiction.clause(reference), names, entry=reference) == CALIFORNIA[reference]


def phrases_in(value: object) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every phrase that may name something in braces, behind what it may name."""
    if isinstance(value, BaseModel):
        may = getattr(value, "NAMES", None)
        for name in type(value).model_fields:
            entry = getattr(value, name)
            if may is not None:
                yield from ((may.get(name, ()), text) for _, text in texts_in(entry, name))
            yield from phrases_in(entry)


def ids_of(one: Declaration | Placed[ChronologySpec]) -> str:
    """Return the name of a test of one paper."""
    return one.id


def needs_of(one: Declaration | Placed[ChronologySpec]) -> tuple[str, ...]:
    """Return what a paper needs."""
    return one.spec.needs if isinstance(one, Declaration) else one.value.needs


def test_the_readme_tells_every_key_of_a_declaration_and_everything_that_it_can_hold() -> None:
    readme = (builtin_catalog() / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## Add a declaration")[2].partition("\n## ")[0]
    told = {
        name
        for row in section.splitlines()
        if row.startswith("| `")
        for name in re.findall("`([^`]+)`", row.split("|")[1])
    }

    assert told - {"holds"} == (set(DeclarationSpec.model_fields) - set(Entry.model_fields)) | set(
        get_args(Source)
    )


def test_declarations_and_chronologies_are_there() -> None:
    assert {one.id for one in DECLARATIONS} == {
        *("declaration-petitioner", "declaration-employer", "declaration-employee", "declaration-witness"),
        *FORM_TITLES,
    }
    assert {one.id for one in CHRONOLOGIES} == {"chronology", "enclosure-chronology"}


@pytest.mark.parametrize("one", [*DECLARATIONS, *CHRONOLOGIES], ids=ids_of)
def test_every_court_paper_needs_only_places_that_a_case_has(
    one: Declaration | Placed[ChronologySpec],
) -> None:
    places = [path for need in needs_of(one) for path in need.split(EITHER)]

    assert [path for path in places if unknown_part({"case": Case}, f"case.{path}")] == []
    assert len(places) == len(set(places))


@pytest.mark.parametrize("one", DECLARATIONS, ids=ids_of)
def test_every_declaration_needs_what_its_first_page_prints(one: Declaration) -> None:
    assert set(ALWAYS_NEEDED) <= set(one.spec.needs)


@pytest.mark.parametrize("one", DECLARATIONS, ids=ids_of)
def test_personal_knowledge_is_needed_wherever_incidents_are_told(one: Declaration) -> None:
    tells = {"recent", "earlier", "followed"} & set(one.spec.sources)

    assert ("incidents[].knowledge" in one.spec.needs) is bool(tells)


@pytest.mark.parametrize("one", DECLARATIONS, ids=ids_of)
def test_every_condition_of_a_declaration_can_be_asked_of_a_case_with_a_court(one: Declaration) -> None:
    case = Case.model_validate({"case": "x", "jurisdiction": "us-ca", "court": {"county": "Yolo"}})
    conditions = [part.when for part in one.spec.parts]
    conditions += [choice.when for part in one.spec.parts for choice in part.heading]

    assert [holds(condition, case=case) for condition in conditions] != []


@pytest.mark.parametrize("one", DECLARATIONS, ids=ids_of)
def test_a_part_with_headings_always_has_one_that_fits(one: Declaration) -> None:
    for part in one.spec.parts:
        assert part.heading == () or part.heading[-1].when == "true"


@pytest.mark.parametrize("one", DECLARATIONS, ids=ids_of)
def test_the_words_of_a_declaration_read_as_a_person_would_write_them(one: Declaration) -> None:
    spec = one.spec
    headings = [choice.text for part in spec.parts for choice in part.heading]
    sentences = [text for text in (spec.role, spec.knowledge) if text]

    assert [text for text in sentences if not (text.startswith("I ") and text.endswith("."))] == []
    assert [text for text in headings if text.endswith(".") or len(text) > 60 or not text[0].isupper()] == []
    assert [text for text in (*headings, *sentences) if list(words_in(text, tuple(BANNED)))] == []


@pytest.mark.parametrize("one", DECLARATIONS, ids=ids_of)
def test_a_declaration_says_what_it_supports_under_the_forms_own_name(one: Declaration) -> None:
    spec = one.spec

    assert spec.attachment == FORM_TITLES.get(one.id)
    assert spec.supports == ({} if spec.attachment else {kind: SUPPORTED[kind] for kind in spec.kinds})


@pytest.mark.parametrize("one", [one for one in DECLARATIONS if not one.spec.attachment], ids=ids_of)
def test_every_declaration_ends_with_words_that_hold_wherever_it_is_signed(one: Declaration) -> None:
    clause = CLAUSES[one.spec.clauses["perjury"]]

    assert [phrase for phrase in PERJURY if phrase not in clause] == []


@pytest.mark.parametrize("one", DECLARATIONS, ids=ids_of)
def test_a_refusal_has_its_law_and_says_where_to_turn(one: Declaration) -> None:
    for refusal in one.spec.refuses:
        assert refusal.source.strip()
        assert refusal.what.endswith(".")
        assert (
            "The self-help center of the court" in refusal.fix
            or "the self-help center of the court" in refusal.fix
        )


@pytest.mark.parametrize(
    "spec",
    [
        *(one.spec for one in DECLARATIONS),
        *(one.value for one in CHRONOLOGIES),
        *(o.spec.value for o in CONTENTS if o.spec),
    ],
    ids=lambda spec: getattr(spec, "title", None) or getattr(spec, "name", ""),
)
def test_every_phrase_fills_and_no_brace_is_left(spec: DeclarationSpec | ChronologySpec | Entry) -> None:
    for may, phrase in phrases_in(spec):
        filled = phrase.format(**dict.fromkeys(may, "x"))

        assert "{" not in filled
        assert "}" not in filled
        assert "  " not in filled


@pytest.mark.parametrize(
    "one",
    [entry for o in CONTENTS if o.spec for entry in (o.spec.value.pleading_paper, o.spec.value.read_first)],
)
def test_what_stands_within_a_jurisdiction_has_a_source_of_its_own(one: Entry | None) -> None:
    assert one is not None
    assert one.source.strip()
    assert one.checked_on <= TODAY
    assert one.confidence != "unsure"


@pytest.mark.parametrize("placed", PACKETS, ids=lambda placed: placed.id)
def test_the_declarations_of_a_packet_are_for_one_kind_of_case_and_of_one_declarant(
    placed: Placed[Entry],
) -> None:
    papers = getattr(placed.value, "papers", ())
    specs = [one.spec for one in DECLARATIONS if one.id in papers]

    assert not specs or set.intersection(*(set(spec.kinds) for spec in specs))
    assert len([spec for spec in specs if spec.by != "witness"]) <= 1


@pytest.mark.parametrize("one", DECLARATIONS, ids=ids_of)
def test_the_example_of_a_declaration_is_whole_made_up_and_makes_it(one: Declaration) -> None:
    assert one.example is not None
    case = load(one.example, Case).value
    facts = facts_of(case)
    to_make = ToMake.of(papers_asked(case, facts.jurisdiction, ()), facts.jurisdiction, letters={})
    papers = compose_court_set(facts, case.papers).papers
    printed = [stretch for paper in papers for stretch in printed_by(paper)]

    assert case.papers == (one.id,)
    assert preflight(facts, to_make, evidence=()) == []
    assert [paper.paper for paper in papers] == [one.id]
    assert source_problems(case, printed) == []
    assert unnamed_problems(facts, papers) == []
    assert [
        text for text, path in printed if "email" in path.rpartition(".")[2] and "@example.com" not in text
    ] == []
