"""What the catalog says of exhibits and packets."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from factories import jurisdiction

from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.catalog.lint import lint_catalog
from formgen.catalog.listing import list_entries, show_entry
from formgen.catalog.reader import load_jurisdiction, papers_filed, papers_named
from formgen.catalog.reading import read_contents
from formgen.catalog.specs import PacketSpec
from formgen.errors import CaseDataError, CatalogError
from formgen.intake.reader import load_text
from formgen.resources import builtin_catalog

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[..., str]
AS_OF = date(2026, 5, 12)


@pytest.fixture
def typed(root: Path) -> str:
    return (root / "form_templates" / "us-ca" / "exhibits.yaml").read_text(encoding="utf-8")


def problems(text: str) -> list[tuple[str, str, str]]:
    """Return what is refused in *text*: each code, its place and what to do."""
    with pytest.raises(CaseDataError) as refused:
        load_text(text, "exhibits.yaml", ExhibitSpec)
    return [(problem.code, problem.path, problem.fix) for problem in refused.value.problems]


def test_what_is_said_of_exhibits_is_read_with_its_source(typed: str) -> None:
    spec = load_text(typed, "exhibits.yaml", ExhibitSpec).value

    assert spec == jurisdiction().exhibits
    assert (spec.size_limit_mb, spec.confidence, spec.checked_on) == (20, "partly", date(2026, 11, 24))
    assert (spec.band.top, spec.band.baseline, spec.band.number_size) == (752.0, 772.0, 12.0)


@pytest.mark.parametrize(
    ("phrase", "changed", "place", "may"),
    [
        (
            'stamp: "EXHIBIT {label}, page {page} of {pages}"',
            'stamp: "EXHIBIT {lable}"',
            "packet.stamp",
            "{label}, {page}, {pages}",
        ),
        ("bare: Exhibit {label}", "bare: Exhibit {page}", "packet.bare", "{label}"),
        ("index: INDEX OF EXHIBITS", 'index: "{label}"', "packet.index", "nothing"),
        (
            'bookmark: "Exhibit {label}: {description}"',
            'bookmark: "{0}"',
            "packet.bookmark",
            "{label}, {description}",
        ),
        ("cover: ENCLOSURE {label}", 'cover: "ENCLOSURE {}"', "enclosures.cover", "{label}"),
        (
            'covered_plain: "Covered in this copy: {what}."',
            'covered_plain: "{what} ({why})"',
            "cover.covered_plain",
            "{what}",
        ),
        (
            'cited_one: "Cited in: {title}, paragraph {number}"',
            'cited_one: "{title}, {numbers}"',
            "cover.cited_one",
            "{title}, {number}",
        ),
        ('size: "Size: {size} bytes"', 'size: "Size: {bytes}"', "lodged.size", "{size}"),
        ("title: This exhibit is lodged separately.", 'title: "{file}"', "lodged.title", "nothing"),
        (
            'tab: "{label}: before page {page}"',
            'tab: "{label}: before {number}"',
            "hearing.tab",
            "{label}, {page}",
        ),
        ("title: LIST OF EXHIBITS", 'title: "{label}"', "hearing.title", "nothing"),
        ('picture: "[picture: {name}]"', 'picture: "[picture: {file}]"', "written.picture", "{name}"),
        (
            "frames-left-out: Of {count} pictures in the file, the first is shown.",
            'frames-left-out: "Of {frames}"',
            "done",
            "{count}, {page}",
        ),
        (
            "bare: Exhibit {label}",
            'bare: "{label.__class__}"',
            "packet.bare",
            "{label}",
        ),
        ("bare: Exhibit {label}", 'bare: "Exhibit {label"', "packet.bare", "{label}"),
    ],
)
def test_a_phrase_may_name_only_what_it_is_given(
    typed: str, phrase: str, changed: str, place: str, may: str
) -> None:
    assert phrase in typed

    found = problems(typed.replace(phrase, changed, 1))
    assert found == [("name-unknown", place, f"It may name {may}.")]


def test_every_phrase_that_has_names_in_braces_may_have_them(typed: str) -> None:
    """What the built-in words name is known everywhere, so that no name is only there by chance."""
    spec = load_text(typed, "exhibits.yaml", ExhibitSpec).value
    groups = (spec.packet, spec.enclosures, spec.cover, spec.lodged, spec.hearing, spec.written)

    for group in groups:
        for name, phrase in group:
            named = set(re.findall(r"\{(\w+)\}", phrase)) if isinstance(phrase, str) else set()
            assert named == set(type(group).names.get(name, ()))


@pytest.mark.parametrize(
    ("top", "baseline", "number_size"),
    [
        ("772", "752", "12"),
        ("765", "772", "12"),
        ("752", "790", "12"),
        ("752", "900", "12"),
        ("900", "950", "12"),
        ("752", "772", "40"),
        ("752", "752", "1"),
    ],
)
def test_a_band_whose_stamp_would_stand_over_evidence_or_off_the_page_is_refused(
    typed: str, top: str, baseline: str, number_size: str
) -> None:
    band = "band: {top: 752, baseline: 772, size: 9, number_size: 12, side: 36, rule: 0.4}"
    assert band in typed
    changed = band.replace("top: 752", f"top: {top}").replace("baseline: 772", f"baseline: {baseline}")
    changed = changed.replace("number_size: 12", f"number_size: {number_size}")

    assert [(code, place) for code, place, _ in problems(typed.replace(band, changed))] == [
        ("band-not-clear", "band")
    ]


@pytest.mark.parametrize("name", ["packet", "enclosures", "exhibit", "hearing"])
@pytest.mark.parametrize("left", ["", '  {name}: ""\n'])
def test_a_set_without_a_title_is_told(typed: str, name: str, left: str) -> None:
    """Once it stopped the run as a bug, when the file was made."""
    line = re.search(rf"(?m)^titles:\n(?:  .*\n)*?(  {name}: .*\n)", typed)
    assert line is not None
    changed = typed[: line.start(1)] + left.format(name=name) + typed[line.end(1) :]

    assert problems(changed) == [("title-missing", "titles", f"Add `{name}`.")]


def test_a_word_that_is_not_there_is_asked_for_and_one_too_many_is_told(typed: str) -> None:
    changed = typed.replace("copy_mark: Copy\n", "copymark: Copy\n")

    assert [(code, place) for code, place, _ in problems(changed)] == [
        ("missing-value", "copy_mark"),
        ("unknown-key", "copymark"),
    ]


@pytest.mark.parametrize("limit", ["0", "-5", "twenty", "2.5"])
def test_a_size_limit_is_a_whole_number_of_megabytes(typed: str, limit: str) -> None:
    changed = typed.replace("size_limit_mb: 20", f"size_limit_mb: {limit}")

    assert [place for _, place, _ in problems(changed)] == ["size_limit_mb"]


def test_an_offices_words_take_the_place_of_the_built_in_ones(write_catalog: Write, typed: str) -> None:
    office = write_catalog({"us-ca/exhibits.yaml": typed.replace("copy_mark: Copy", "copy_mark: True copy")})
    found = load_jurisdiction("us-ca", as_of=AS_OF, folders=[office, builtin_catalog()]).exhibits

    assert found is not None
    assert found.copy_mark == "True copy"
    usual = jurisdiction().exhibits
    assert usual is not None
    assert found.model_copy(update={"copy_mark": "Copy"}) == usual


def test_an_offices_faulty_words_are_told_at_their_line(write_catalog: Write, typed: str) -> None:
    wrong = typed.replace("cover: EXHIBIT {label}", "cover: EXHIBIT {letter}")
    office = write_catalog({"us-ca/exhibits.yaml": wrong})

    with pytest.raises(CatalogError) as refused:
        load_jurisdiction("us-ca", as_of=AS_OF, folders=[office, builtin_catalog()])

    (problem,) = refused.value.problems
    assert (problem.code, problem.path) == ("name-unknown", "packet.cover")
    assert problem.where is not None
    assert problem.where.line == wrong.splitlines().index("  cover: EXHIBIT {letter}") + 1
    told = [(each.code, each.where) for each in lint_catalog([office, builtin_catalog()])]
    assert [each for each in told if each[0] == "name-unknown"] == [("name-unknown", problem.where)]


def test_a_jurisdiction_may_say_nothing_of_exhibits(write_catalog: Write, jurisdiction_yaml: str) -> None:
    folder = write_catalog({"us-ca/jurisdiction.yaml": jurisdiction_yaml})

    assert load_jurisdiction("us-ca", as_of=AS_OF, folders=[folder]).exhibits is None


def test_the_built_in_words_are_without_fault() -> None:
    home = builtin_catalog() / "us-ca" / "exhibits.yaml"

    assert [
        each for each in lint_catalog([builtin_catalog()]) if each.where and each.where.file == str(home)
    ] == []


def test_the_catalog_lists_and_shows_them(typed: str) -> None:
    (listed,) = (each for each in list_entries([builtin_catalog()]) if each.kind == "exhibits")
    shown = show_entry(listed.id, [builtin_catalog()])

    assert (listed.jurisdiction, listed.id, listed.title, listed.confidence) == (
        "us-ca",
        "exhibits",
        "Covers, stamps and indexes of exhibits",
        "partly",
    )
    assert shown == f"# {builtin_catalog() / 'us-ca' / 'exhibits.yaml'}:1\n{typed}"


def test_a_change_to_them_gives_the_catalog_another_digest(write_catalog: Write, typed: str) -> None:
    office = write_catalog({"us-ca/exhibits.yaml": typed})
    other = write_catalog({"us-ca/exhibits.yaml": typed + "\n"})

    digests = {read_contents("us-ca", [each, builtin_catalog()]).digest for each in (office, other)}
    assert len(digests) == 2


def packet(text: str) -> PacketSpec:
    return load_text(text, "packet.yaml", PacketSpec).value


def test_a_packet_may_make_sets_of_its_papers(packet_yaml: Make) -> None:
    made = packet(packet_yaml("declaration-petitioner") + "sets: [packet, hearing-set]\n")

    assert (made.papers, made.sets) == (("declaration-petitioner",), ("packet", "hearing-set"))
    assert packet(packet_yaml("notice-letter")).sets == ()


def test_a_set_that_cannot_be_made_is_told(packet_yaml: Make) -> None:
    with pytest.raises(CaseDataError) as refused:
        packet(packet_yaml("chronology") + "sets: [packet, efiling-set]\n")

    assert [problem.path for problem in refused.value.problems] == ["sets[2]"]


PAPERS = ("declaration-petitioner", "declaration-witness", "chronology")
SETS = ("packet", "e-filing-set", "hearing-set")


def test_a_packet_stands_for_its_papers_and_after_them_its_sets() -> None:
    assert papers_named(["civil-harassment"], jurisdiction()) == (*PAPERS, *SETS)
    assert papers_named(["civil-harassment", "notice"], jurisdiction()) == (*PAPERS, "notice-letter", *SETS)
    assert papers_named(["chronology"], jurisdiction()) == ("chronology",)


def test_papers_and_sets_that_two_packets_share_are_named_once() -> None:
    both = ["civil-harassment", "workplace-violence"]

    assert papers_named(both, jurisdiction()) == (*PAPERS, "declaration-employer", *SETS)
    assert papers_filed(both, jurisdiction()) == (*PAPERS, "declaration-employer")


def test_only_packets_with_sets_are_filed() -> None:
    assert papers_filed(["notice", "chronology", "nothing"], jurisdiction()) == ()
    assert papers_filed(["chronology", "civil-harassment", "notice"], jurisdiction()) == PAPERS


def test_a_set_is_no_name_that_a_case_can_write() -> None:
    with pytest.raises(CaseDataError) as refused:
        papers_named(["packet"], jurisdiction())

    assert [(problem.code, problem.path) for problem in refused.value.problems] == [
        ("paper-unknown", "papers[1]")
    ]
