"""Letters that once could not be made, or said what nobody had said; each a whole letter, read back."""

import pytest
from document.letters import body_of
from document.test_random_letters import faults_of
from factories import Typed, make_case, make_incident

HIDE: Typed = {"withheld_from": ["employer"]}
CALL = make_incident(
    channel="phone call", knowledge="told by Lee Tran", account=None, quotes=["alpha", "beta"]
)


def calls(count: int) -> list[Typed]:
    """Return calls of which somebody told her, a day apart."""
    return [{**CALL, "id": f"c{n}", "when": f"2026-03-0{n}"} for n in range(1, count + 1)]


@pytest.mark.parametrize(
    "changes",
    [
        {
            "incidents": [make_incident(), make_incident(id="s", **HIDE)],
            "notices": [{"when": "2026-03-20", "to": "Sam Vale", "about": ["s"]}],
        },
        {"respondent": {"name": "Carl Voss, Jr."}, "notices": "none"},
        {"respondent": {"name": "Carl Voss Jr."}, "requests": ["reassign-contact"]},
        {
            "letter": {"subject": "Emails of March 5"},
            "incidents": [make_incident(account="It rang.", when="between March 5 and March 9, 2026")],
        },
        {"incidents": calls(1)},
        {"incidents": calls(9)},
        {"incidents": [make_incident(account="{exhibits} I read it.")]},
        {"incidents": [make_incident(account="I read it.\n\n{exhibits}", quotes=[])]},
    ],
    ids=[
        "a notice about withheld incidents only",
        "a suffix behind a comma",
        "a suffix",
        "a range whose first day is in the subject",
        "words she was told of",
        "words she was told of in a long letter",
        "a marker with nothing behind it at the start",
        "a marker with nothing behind it alone",
    ],
)
def test_the_letter_is_made_and_read_back_without_a_fault(changes: Typed) -> None:
    assert faults_of(make_case(**changes)) == []


def test_a_name_only_in_words_that_are_not_printed_is_asked_for_before_the_letter_is_made() -> None:
    case = make_case(
        respondent={"relation": None},
        letter={"subject": "Emails"},
        incidents=[
            make_incident(account="It rang."),
            make_incident(id="b", account="Carl Voss rang.", **HIDE),
        ],
    )

    assert faults_of(case) is None


@pytest.mark.parametrize("count", [1, 4, 9])
def test_words_she_was_told_of_are_never_printed_as_if_she_had_heard_them(count: int) -> None:
    text = "\n".join(body_of(incidents=calls(count)))

    assert "Lee Tran told me these words: “alpha” Lee Tran told me these words: “beta”" in text
    assert "I also heard" not in text


def test_an_undated_message_does_not_borrow_the_date_of_another() -> None:
    text = body_of(
        incidents=[make_incident(id="a", when="2026-03-07"), make_incident(id="b", when="unknown")],
        notices=[{"when": "2026-03-20", "to": "Pat Moreno", "about": ["a", "b"], "answer": "none"}],
    )

    assert any("about the email of March 7 and the email of a date I do not recall" in line for line in text)


def test_a_marker_with_nothing_behind_it_leaves_no_empty_paragraph() -> None:
    assert "" not in body_of(incidents=[make_incident(account="I read it.\n\n{exhibits}", quotes=[])])
