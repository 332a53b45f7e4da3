"""The exhibits of a packet: what each is called, in which order, and where it is cited."""

import pytest
from document.declarations import PETITIONER, WITNESS, harassment
from factories import Typed, facts_of, make_evidence, make_incident

from formgen.case import Case
from formgen.case.evidence import Evidence
from formgen.document.court_set import compose_court_set
from formgen.document.exhibit import Cited, Exhibit
from formgen.document.exhibits import enclosures_as_exhibits, exhibits_of
from formgen.facts.exhibits import Enclosure

CHRONOLOGY = "chronology"
DECLARED = "Declaration of Dana Reyes"


def seen(name: str, day: int, *exhibits: str) -> Typed:
    """Return an incident of a day in March that *exhibits* show."""
    return make_incident(
        id=name,
        when=f"2026-03-{day}",
        account=f"I saw {name}.",
        quotes=[],
        knowledge="saw",
        exhibits=list(exhibits),
    )


def exhibits(case: Case, *papers: str) -> tuple[Exhibit, ...]:
    """Return the exhibits of the papers *papers*, lettered by all that *case* names."""
    facts = facts_of(case)
    court_set = compose_court_set(facts, case.papers)
    filed = [paper for paper in court_set.papers if not papers or paper.paper in papers]
    return exhibits_of(facts, filed, court_set.labels)


def case_with(*incidents: Typed, **changes: object) -> Case:
    items = [make_evidence(id=name, how_known=None) for name in ("a", "b", "c")]
    return harassment(**{"incidents": list(incidents), "evidence": items, **changes})


def test_an_exhibit_is_cited_by_paragraph_and_by_row() -> None:
    case = case_with(seen("x", 5, "a"), seen("y", 9, "a", "b"), papers=[PETITIONER, CHRONOLOGY])

    assert [(each.label, each.item.id, each.path, each.cited) for each in exhibits(case)] == [
        (
            "A",
            "a",
            "evidence[1]",
            (
                Cited(PETITIONER, DECLARED, (2, 3), is_chronology=False),
                Cited(CHRONOLOGY, "Chronology prepared by Dana Reyes", (1, 2), is_chronology=True),
            ),
        ),
        (
            "B",
            "b",
            "evidence[2]",
            (
                Cited(PETITIONER, DECLARED, (3,), is_chronology=False),
                Cited(CHRONOLOGY, "Chronology prepared by Dana Reyes", (2,), is_chronology=True),
            ),
        ),
    ]


def test_the_places_that_cite_an_exhibit_are_those_of_the_papers() -> None:
    case = case_with(seen("x", 5, "a"), papers=[PETITIONER, CHRONOLOGY])
    (exhibit,) = exhibits(case)

    declaration, chronology = exhibit.cited
    assert declaration.anchor(2) == "paragraph-2"
    assert chronology.anchor(1) == "row-1"


def test_a_paragraph_that_cites_an_exhibit_twice_is_named_once() -> None:
    """It is cited once as a true copy, and once where the account is."""
    case = case_with(seen("x", 5, "a", "a"))

    (exhibit,) = exhibits(case)
    assert [cited.numbers for cited in exhibit.cited] == [(2,)]


def test_only_papers_that_are_filed_count() -> None:
    case = case_with(
        seen("x", 5, "a"),
        papers=[PETITIONER, WITNESS, CHRONOLOGY],
        witnesses=[
            {
                "name": "Lee Tran",
                "paragraphs": [{"account": "I wrote it.", "exhibits": ["b"], "attests": "yes"}],
            }
        ],
    )

    assert [each.label for each in exhibits(case)] == ["A", "B"]
    assert [(each.label, [cited.stem for cited in each.cited]) for each in exhibits(case, PETITIONER)] == [
        ("A", [PETITIONER])
    ]
    assert [(each.label, [cited.stem for cited in each.cited]) for each in exhibits(case, WITNESS)] == [
        ("B", ["declaration-witness-1"])
    ]


def test_what_no_paper_cites_is_no_exhibit() -> None:
    assert exhibits(case_with(seen("x", 5))) == ()


def test_exhibits_are_bound_in_the_order_of_their_labels_and_not_of_their_citation() -> None:
    case = harassment(
        incidents=[seen("x", 5, "z", "late", "first", "aa")],
        evidence=[
            make_evidence(id="z", label="Z", how_known=None),
            make_evidence(id="aa", label="AA", how_known=None),
            make_evidence(id="late", label="A-1", how_known=None),
            make_evidence(id="first", label=None, how_known=None),
        ],
    )

    assert [(each.label, each.path) for each in exhibits(case)] == [
        ("A", "evidence[4]"),
        ("A-1", "evidence[3]"),
        ("Z", "evidence[1]"),
        ("AA", "evidence[2]"),
    ]


def test_a_label_in_small_letters_is_found_where_it_is_cited() -> None:
    case = harassment(
        incidents=[seen("x", 5, "a")], evidence=[make_evidence(id="a", label="b", how_known=None)]
    )

    assert [(each.label, len(each.cited)) for each in exhibits(case)] == [("b", 1)]


def dated(**changes: object) -> Exhibit:
    """Return the one exhibit of a case whose evidence has *changes*."""
    case = harassment(
        incidents=[seen("x", 5, "a")], evidence=[make_evidence(id="a", how_known=None, **changes)]
    )
    (exhibit,) = exhibits(case)
    return exhibit


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({}, ("", "")),
        ({"date": "April 14, 2026"}, ("April 14, 2026", "evidence[1].date")),
        ({"date": "not recalled"}, ("", "")),
        ({"date": "not recalled", "taken_on": "2026-04-02"}, ("April 2, 2026", "evidence[1].taken_on")),
        ({"taken_on": "2026-04-02"}, ("April 2, 2026", "evidence[1].taken_on")),
        (
            {"date": "April 14, 2026", "taken_on": "2026-04-02"},
            ("April 14, 2026", "evidence[1].date"),
        ),
    ],
)
def test_the_index_names_the_day_of_the_evidence_and_otherwise_of_the_picture(
    typed: Typed, expected: tuple[str, str]
) -> None:
    exhibit = dated(**typed)

    assert (exhibit.date.replace("\u00a0", " "), exhibit.date_source) == expected


def test_a_description_of_several_lines_is_one_line_in_the_index() -> None:
    assert dated(description="email\nof March 5").description == "email of March 5"
    assert dated(description=None).description == ""


@pytest.mark.parametrize(("typed", "expected"), [("yes", True), ("no", False), (None, False)])
def test_what_is_handed_in_apart_says_so(typed: str | None, *, expected: bool) -> None:
    assert dated(lodged=typed).is_lodged is expected


def test_enclosures_have_their_numbers_and_no_paper_cites_them() -> None:
    email = Evidence.model_validate(make_evidence())
    photo = Evidence.model_validate(make_evidence(id="photo", date="2026-03-05"))
    enclosed = [Enclosure(1, email, "evidence[3]"), Enclosure(2, photo, "evidence[1]")]
    found = enclosures_as_exhibits(facts_of(harassment()), enclosed)

    assert [(each.label, each.item, each.path, each.cited) for each in found] == [
        ("1", email, "evidence[3]", ()),
        ("2", photo, "evidence[1]", ()),
    ]
    assert [each.date.replace("\u00a0", " ") for each in found] == ["", "March 5, 2026"]
