"""A whole chronology, composed: the court's copy and the letter's."""

from datetime import date
from pathlib import Path

import pytest
from document.chronologies import (
    COURT,
    ENCLOSED,
    MARCH_10,
    MARCH_17,
    court_copy,
    letters_copy,
    paths_of,
    read,
    rows_of,
    with_exhibit,
)
from document.letters import plain
from factories import HARD_TEXTS, SHEET, make_case, make_incident

from formgen.case import Case
from formgen.document.blocks import Span, text_of
from formgen.document.carrying import Carried
from formgen.document.chronology_paper import ChronologyPaper
from formgen.intake.reader import load


@pytest.fixture(scope="module")
def dana(root: Path) -> Case:
    return load(root / "samples" / "dana" / "case.yaml", Case).value


def heading(paper: ChronologyPaper) -> list[str]:
    """Return the lines over the paper."""
    return [plain(text_of(line.inlines)) for line in paper.heading]


def test_the_courts_copy_is_headed_with_who_made_it_from_which_declaration() -> None:
    paper = court_copy()

    assert heading(paper) == [
        "Chronology",
        "prepared by Dana Reyes from the events in the declaration of Dana Reyes",
    ]
    assert paper.footer == ("Chronology prepared by Dana Reyes", "Chronology")
    assert paper.heading[1].inlines[1] == Span("Dana Reyes", "declarant.name")


def test_the_letters_copy_is_headed_with_the_letters_date() -> None:
    by_letter = letters_copy(make_case(letter={"date": "April 17, 2026"}))
    by_day = letters_copy(as_of=date(2026, 5, 14))

    assert heading(by_letter)[1] == "prepared by Dana Reyes from the events in the letter of April 17, 2026"
    assert heading(by_day)[1] == "prepared by Dana Reyes from the events in the letter of May 14, 2026"


def test_files_and_title_name_nobody() -> None:
    names = [(p.paper, p.file_name, p.csv_name, p.title) for p in (court_copy(), letters_copy())]

    assert names == [
        (COURT, "chronology.pdf", "chronology.csv", "Chronology"),
        (
            ENCLOSED,
            "enclosure-chronology.pdf",
            "enclosure-chronology.csv",
            "Chronology enclosed with a letter",
        ),
    ]


def test_it_shares_the_foot_of_the_court_papers_and_lies_on_its_side() -> None:
    paper = court_copy()

    assert paper.sheet is SHEET
    assert (paper.frame.width, paper.frame.height) == (792, 612)
    # Rule 2.107.
    assert paper.frame.left >= 72
    assert paper.frame.right >= 36


def test_language_and_typeface_are_the_cases() -> None:
    assert (court_copy().language, court_copy().typeface) == ("en-US", None)

    paper = court_copy(make_case(language="en", typeface="Courier"))

    assert (paper.language, paper.typeface) == ("en", "Courier")


def test_rows_are_numbered_through_and_can_be_linked_to() -> None:
    case = make_case(notices=[MARCH_10], requests_to_stop=[MARCH_17])

    assert [(row.number, row.anchor, row.path) for row in rows_of(court_copy(case))] == [
        (1, "row-1", "incidents[1]"),
        (2, "row-2", "notices[1]"),
        (3, "row-3", "requests_to_stop[1]"),
    ]


def test_entries_without_a_date_stand_last_under_their_own_heading() -> None:
    case = make_case(
        incidents=[
            make_incident(id="lost", when="unknown"),
            make_incident(id="first", when="2026-03-05"),
            make_incident(id="then", when="unknown", after="first"),
        ]
    )

    groups = [(text_of(g.heading), [row.path for row in g.rows]) for g in court_copy(case).groups]

    assert groups == [
        ("", ["incidents[2]", "incidents[3]"]),
        ("Date not recalled", ["incidents[1]"]),
    ]


def test_a_paper_with_nothing_to_cite_has_no_rows() -> None:
    paper = court_copy(paragraphs={})

    assert (paper.groups, paper.timeline, paper.cites) == ((), None, ())


def test_every_printed_word_of_a_person_is_carried() -> None:
    case = make_case(
        incidents=[
            make_incident(present=["Lee Tran"], quotes=[{"text": "Uno.\n", "translation": "One."}]),
            make_incident(id="b", when="unknown", account='He said, "No."', quotes=["No."]),
        ],
        notices=[MARCH_10],
        requests_to_stop=[{**MARCH_17, "by": "Pat Moreno"}],
    )

    carried = [Carried(plain(c.text), c.path) for c in court_copy(case).carries]

    assert carried == [
        Carried("Dana Reyes", "declarant.name"),
        Carried("March 5, 2026, 8:47 p.m.", "incidents[1].when"),
        Carried("Carl Voss emailed me after I called about his unpaid invoice.", "incidents[1].account"),
        Carried("Uno.", "incidents[1].quotes[1]"),
        Carried("One.", "incidents[1].quotes[1].translation"),
        Carried("Lee Tran", "incidents[1].present[1]"),
        Carried("March 10, 2026", "notices[1].when"),
        Carried("I showed Pat Moreno the email.", "notices[1].account"),
        Carried("Pat Moreno", "notices[1].to"),
        Carried("Wait.", "notices[1].answer"),
        Carried("March 17, 2026", "requests_to_stop[1].when"),
        Carried("I asked him to stop.", "requests_to_stop[1].account"),
        Carried("Pat Moreno", "requests_to_stop[1].by"),
        Carried("Date not recalled", "incidents[2].when"),
        Carried('He said, "No."', "incidents[2].account"),
    ]


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=list(HARD_TEXTS))
def test_hard_texts_are_printed_as_they_were_typed(text: str) -> None:
    paper = court_copy(make_case(incidents=[make_incident(quotes=[text])]))

    (row,) = rows_of(paper)

    assert text in [span.text for block in row.what for span in block.inlines if isinstance(span, Span)]


def test_who_is_not_named_is_named_nowhere() -> None:
    case = make_case(
        employees=[{"name": "Lee Tran", "referred_to_as": "Employee A"}],
        incidents=[make_incident(present=["Lee Tran"], quotes=[{"text": "Hi.", "speaker": "Lee Tran"}])],
        notices=[{**MARCH_10, "to": "Lee Tran", "account": None}],
        requests_to_stop=[{**MARCH_17, "by": "Lee Tran"}],
    )

    paper = court_copy(case)

    assert "Lee Tran" not in str(paper)
    assert b"Lee Tran" not in paper.csv


def test_what_is_left_out_on_purpose_is_told_by_its_place() -> None:
    case = make_case(incidents=[make_incident(), make_incident(id="b", withheld_from=["court", "employer"])])

    assert "incidents[2]" in court_copy(case).withheld
    assert "incidents[2]" in letters_copy(case).withheld


def test_evidence_is_cited_by_first_citation() -> None:
    assert court_copy(with_exhibit()).cites == ("first-email",)


def test_the_same_case_makes_the_same_paper(dana: Case) -> None:
    assert court_copy(dana) == court_copy(dana)


def test_dana_tells_the_court_what_her_declaration_swears_to(dana: Case) -> None:
    paper = court_copy(dana)

    assert len(paths_of(paper)) == 16
    assert [plain(sentence) for sentence in paper.summary] == [
        (
            "Between March 5 and May 9, 2026, this chronology lists 11 contacts: six emails, three calls, "
            "one visit and one text message."
        ),
        (
            "Of these, eight came after the request to stop in row 5 (March 17, 2026) and four after the one "
            "in row 12 (April 23, 2026)."
        ),
        (
            "Of these, nine came after the notice to the employer in row 3 (March 10, 2026), seven after the "
            "one in row 7 (March 25, 2026), and five after the one in row 10 (April 17, 2026)."
        ),
    ]


def test_dana_tells_her_employer_the_same_events(dana: Case) -> None:
    paper = letters_copy(dana)
    parking_lot = next(row for row in rows_of(paper) if row.path == "incidents[6]")
    short = (
        "He sat in a pickup truck facing the staff door, looked at me and raised his hand. I went back in."
    )

    assert paths_of(paper) == paths_of(court_copy(dana))
    assert [read(cell) for cell in parking_lot.cells] == [
        ["April 14, 2026, about 5:10 p.m., parking lot"],
        [short, "After the request to stop (row 5)", "After notice to the employer (row 3)"],
        ["Present: Lee Tran", "At work: yes", "Employer told: April 17, 2026 (row 10; answered)"],
        ["Enclosure 9", "Enclosure 10"],
    ]


def test_three_hundred_incidents_have_three_hundred_rows() -> None:
    incidents = [
        make_incident(id=f"e-{n}", when=f"2026-{n % 5 + 1:02d}-{n % 28 + 1:02d}") for n in range(300)
    ]

    paper = court_copy(make_case(incidents=incidents))

    assert [row.number for row in rows_of(paper)] == list(range(1, 301))
    assert paper.timeline is not None
    assert sum(slot.contacts for slot in paper.timeline.slots) == 300
