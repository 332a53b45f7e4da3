"""Which papers a case names, and which of them a run makes."""

import pytest
from factories import Typed, jurisdiction, make_case, make_evidence

from formgen.checks.papers_asked import Asked, papers_asked
from formgen.errors import CaseDataError


def refused(papers: list[str], *only: str) -> list[tuple[str, str, str]]:
    """Return code, place and advice of everything that is wrong with what is asked for."""
    with pytest.raises(CaseDataError) as error:
        papers_asked(make_case(papers=papers), jurisdiction(), only)
    return [(problem.code, problem.path, problem.fix) for problem in error.value.problems]


FILED = ("declaration-petitioner", "declaration-witness", "chronology")
SETS = ("packet", "e-filing-set", "hearing-set")


def test_a_packet_stands_for_its_papers_and_its_sets_and_each_is_made_once() -> None:
    case = make_case(papers=["declaration-witness", "civil-harassment", "notice-letter"])

    named = ("declaration-witness", "declaration-petitioner", "chronology", "notice-letter", *SETS)
    assert papers_asked(case, jurisdiction(), ()) == Asked(named, named, FILED)


def test_a_run_can_make_fewer_in_the_order_of_the_case() -> None:
    case = make_case(papers=["notice-letter", "civil-harassment"])
    asked = papers_asked(case, jurisdiction(), ("chronology", "notice-letter"))

    assert asked == Asked(("notice-letter", *FILED, *SETS), ("notice-letter", "chronology"), FILED)


def test_a_run_can_make_a_set_alone_and_knows_what_is_filed_in_it() -> None:
    asked = papers_asked(make_case(papers=["civil-harassment"]), jurisdiction(), ("packet",))

    assert (asked.made, asked.filed) == (("packet",), FILED)


def test_papers_named_one_by_one_are_not_filed_together() -> None:
    asked = papers_asked(make_case(papers=list(FILED)), jurisdiction(), ())

    assert asked == Asked(FILED, FILED, ())


@pytest.mark.parametrize("name", SETS)
def test_a_set_that_no_packet_makes_cannot_be_asked_for(name: str) -> None:
    assert refused(list(FILED), name) == [("paper-not-asked", "papers", f"It names {', '.join(FILED)}.")]


@pytest.mark.parametrize(
    ("papers", "evidence", "expected"),
    [
        (["notice-letter"], [make_evidence()], ("notice-letter", "enclosures")),
        (["notice"], [make_evidence()], ("notice-letter", "enclosures")),
        (["notice-letter"], [], ("notice-letter",)),
        (["chronology"], [make_evidence()], ("chronology",)),
        (["civil-harassment"], [make_evidence()], (*FILED, *SETS)),
        (
            ["civil-harassment", "notice-letter"],
            [make_evidence()],
            (*FILED, "notice-letter", *SETS, "enclosures"),
        ),
    ],
)
def test_enclosures_are_made_with_a_letter_of_a_case_that_has_evidence(
    papers: list[str], evidence: list[Typed], expected: tuple[str, ...]
) -> None:
    asked = papers_asked(make_case(papers=papers, evidence=evidence), jurisdiction(), ())

    assert (asked.named, asked.made) == (expected, expected)


def test_enclosures_can_be_asked_for_alone_where_there_are_any() -> None:
    case = make_case(papers=["notice-letter"], evidence=[make_evidence()])

    assert papers_asked(case, jurisdiction(), ("enclosures",)).made == ("enclosures",)
    assert refused(["notice-letter"], "enclosures") == [
        ("paper-not-asked", "papers", "It names notice-letter.")
    ]


def test_a_case_that_names_no_paper_is_told_what_to_write() -> None:
    assert refused([]) == [("papers-blank", "papers", "Write `papers: [notice-letter]`.")]


def test_a_paper_that_the_case_does_not_name_cannot_be_asked_for() -> None:
    assert refused(["notice-letter"], "chronology", "notice-letter") == [
        ("paper-not-asked", "papers", "It names notice-letter.")
    ]


def test_a_case_without_papers_is_told_so_once_whatever_is_asked_for() -> None:
    assert [code for code, _, _ in refused([], "chronology")] == ["papers-blank"]


def test_an_unknown_paper_is_told_at_its_place() -> None:
    assert refused(["notice-letter", "declaration-petitoner"]) == [
        ("paper-unknown", "papers[2]", "Did you mean `declaration-petitioner`?")
    ]
