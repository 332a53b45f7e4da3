"""Exact words in a court paper: what leads to them, run on or set off, each once."""

import pytest
from document.declarations import events_told, harassment, paper_of, typed_at, violence
from factories import HARD_TEXTS, Typed, make_incident

from formgen.document.blocks import Quotation, text_of
from formgen.document.court_quotes import LONGEST_RUN_ON_QUOTE
from formgen.document.typed import lines_of


def told(**changes: object) -> list[str]:
    """Return how one incident with *changes* is told, its date aside."""
    incident: Typed = {"account": "{when}, he wrote.", "quotes": ["Pick up."], "knowledge": "received"}
    paragraphs = events_told(harassment(incidents=[make_incident(**{**incident, **changes})]))
    return [each.replace("On March 5, 2026, at 8:47 p.m., ", "… ") for each in paragraphs]


@pytest.mark.parametrize("mark", [":", ",", ":\n"])
def test_words_run_on_from_an_account_that_leads_to_them(mark: str) -> None:
    assert told(account=f"{{when}}, he wrote{mark}") == [f"… he wrote{mark.strip()} “Pick up.”"]


@pytest.mark.parametrize(
    ("channel", "lead"),
    [
        ("email", "The email says:"),
        ("text", "The message says:"),
        ("phone call", "The words I heard:"),
        ("voicemail", "The recording says:"),
        ("letter", "The letter says:"),
        ("social media", "The post says:"),
        ("in person", "The words I heard:"),
        ("on site", "The words I heard:"),
        ("other", "The exact words:"),
        (None, "The exact words:"),
    ],
)
def test_words_stand_behind_a_plain_lead_in(channel: str | None, lead: str) -> None:
    assert told(channel=channel) == [f"… he wrote. {lead} “Pick up.”"]


def test_all_of_a_message_is_said_to_be_all_of_it() -> None:
    assert told(quotes=[{"text": "Pick up.", "whole": "yes"}]) == [
        "… he wrote. The whole email reads: “Pick up.”"
    ]
    assert told(quotes=[{"text": "Pick up.", "whole": "no"}]) == ["… he wrote. The email says: “Pick up.”"]


def test_several_quotes_follow_one_another() -> None:
    assert told(quotes=["Pick up", "Now."]) == ["… he wrote. The email says: “Pick up”. It also says: “Now.”"]
    assert told(account="{when}, he wrote:", quotes=["Pick up.", "Now."]) == [
        "… he wrote: “Pick up.” It also says: “Now.”"
    ]


def test_long_words_are_set_off_and_the_paragraph_goes_on_after_them() -> None:
    edge, longer = "x" * LONGEST_RUN_ON_QUOTE, "x" * (LONGEST_RUN_ON_QUOTE + 1)

    assert told(quotes=[edge]) == [f"… he wrote. The email says: “{edge}”"]
    assert told(quotes=[longer, "Now."]) == [
        "… he wrote. The email says:",
        f"> “{longer}”",
        "It also says: “Now.”",
    ]


def test_words_in_lines_are_set_off_in_their_lines() -> None:
    assert told(quotes=["Pick up.\nNow.\n"], channel="on site", where="the lot") == [
        "… he wrote. The place was the lot. The words I heard:",
        "> “Pick up.\nNow.”",
    ]


def test_words_of_an_incident_that_leads_are_set_off_however_short() -> None:
    assert told(lead="yes", quotes=["Pick up.", "Now."]) == [
        "… he wrote. The email says:",
        "> “Pick up.”",
        "It also says:",
        "> “Now.”",
    ]


def test_words_of_what_happened_most_recently_are_set_off() -> None:
    case = harassment(
        incidents=[make_incident(knowledge="received", account="{when}, he wrote:")],
        why_now={"incident": "first-email"},
    )

    quotations = [text_of(b.inlines) for b in paper_of(case).blocks if isinstance(b, Quotation)]
    assert quotations == ['"I hope you get a taste of what it\'s like."']


@pytest.mark.parametrize(
    "account", ['He said, "Pick up." I left.', "He said, “Pick up.” I left.", "He said, 'Pick up.'"]
)
def test_words_that_the_account_has_in_quotation_marks_are_not_said_twice(account: str) -> None:
    (only,) = told(account=account)

    assert only.endswith(account)


def test_words_that_the_account_has_without_marks_are_quoted() -> None:
    assert told(account="{when}, he told me to Pick up. ") == [
        "… he told me to Pick up.  The email says: “Pick up.”"
    ]


def test_words_after_those_in_the_account_are_led_to_by_its_colon() -> None:
    assert told(account='{when}, he wrote "Pick up." and then:', quotes=["Pick up.", "Now."]) == [
        '… he wrote "Pick up." and then: "Now."'
    ]


def test_words_of_anyone_else_stand_under_that_name() -> None:
    quotes = [{"text": "Pick up.", "speaker": "June Park"}, "Now."]

    assert told(quotes=quotes) == ["… he wrote. June Park said: “Pick up.” The email says: “Now.”"]


def test_an_account_that_leads_to_the_words_of_another_names_that_one_itself() -> None:
    quotes = [{"text": "Stop.", "speaker": "June Park"}]

    assert told(account="{when}, June Park told him:", quotes=quotes) == ["… June Park told him: “Stop.”"]


@pytest.mark.parametrize("speaker", [None, "Carl Voss", "Mr. V.", "cvoss77"])
def test_the_respondent_goes_by_any_of_his_names(speaker: str | None) -> None:
    case = harassment(
        respondent={"called": "Mr. V.", "other_names": ["cvoss77"]},
        incidents=[
            make_incident(
                account="{when}, he wrote.",
                quotes=[{"text": "Pick up.", "speaker": speaker}],
                knowledge="received",
            )
        ],
    )

    assert events_told(case)[0].endswith("he wrote. The email says: “Pick up.”")


@pytest.mark.parametrize("speaker", ["me", "I", "Dana Reyes"])
def test_the_declarants_own_words_are_hers(speaker: str) -> None:
    assert told(quotes=[{"text": "Stop.", "speaker": speaker}]) == ["… he wrote. I said: “Stop.”"]


def test_words_that_somebody_told_her_are_said_to_be_told() -> None:
    assert told(knowledge="told by Lee Tran", account="{when}, he called.", channel="phone call") == [
        "… he called. Lee Tran told me these words: “Pick up.”"
    ]
    assert told(knowledge="told", account="{when}, he called.", channel="phone call") == [
        "… he called. I was told these words: “Pick up.”"
    ]


def test_words_of_another_that_somebody_told_her_name_both() -> None:
    quotes = [{"text": "Leave.", "speaker": "June Park"}]

    assert told(knowledge="told by Lee Tran", quotes=quotes) == [
        "… he wrote. Lee Tran told me these words: June Park said: “Leave.”"
    ]


@pytest.mark.parametrize(
    ("channel", "heard_by", "lead"),
    [
        ("in person", "Lee Tran", "The exact words:"),
        ("phone call", "Lee Tran", "The exact words:"),
        ("in person", "me", "The words I heard:"),
        ("in person", "Dana Reyes", "The words I heard:"),
        ("email", "Lee Tran", "The email says:"),
    ],
)
def test_nobody_swears_to_have_heard_what_another_heard(channel: str, heard_by: str, lead: str) -> None:
    quotes = [{"text": "Pick up.", "heard_by": heard_by}]

    assert told(channel=channel, quotes=quotes) == [f"… he wrote. {lead} “Pick up.”"]


def test_a_translation_follows_the_words_themselves() -> None:
    quotes = [{"text": "Контакт", "language": "Russian", "translation": "Contact"}, "Now."]

    assert told(quotes=quotes) == [
        "… he wrote. The email says: “Контакт”. In English: “Contact”. It also says: “Now.”"
    ]


def test_a_translation_names_who_made_it() -> None:
    quotes = [{"text": "Да.", "translation": "Yes.", "translator": "Jo Park, Jr."}]

    assert told(quotes=quotes) == [
        "… he wrote. The email says: “Да.” In English, translated by Jo Park, Jr.: “Yes.”"
    ]


def test_a_translation_in_lines_is_set_off_like_the_words() -> None:
    quotes = [{"text": "Да.\nНет.", "translation": "Yes.\nNo."}]

    assert told(quotes=quotes) == [
        "… he wrote. The email says:",
        "> “Да.\nНет.”",
        "In English:",
        "> “Yes.\nNo.”",
    ]


def test_words_that_would_reveal_someone_not_named_are_left_out() -> None:
    quotes = [{"text": "You, Dana.", "identifies": "yes"}, {"text": "Pick up.", "identifies": "no"}]
    incident = make_incident(account="{when}, he wrote.", quotes=quotes, knowledge="received")

    hidden = events_told(violence(incidents=[incident]), "declaration-employer")
    named = told(quotes=quotes)

    assert hidden == ["On March 5, 2026, at 8:47 p.m., he wrote. The email says: “Pick up.”"]
    assert named == ["… he wrote. The email says: “You, Dana.” It also says: “Pick up.”"]


def test_blank_words_are_no_words() -> None:
    assert told(quotes=[{"text": " \n"}, {"speaker": "June Park"}, "Now."]) == [
        "… he wrote. The email says: “Now.”"
    ]


@pytest.mark.parametrize("typed", [*HARD_TEXTS.values(), "{name} {list} {0}", "{when} {exhibits}"])
def test_exact_words_pass_through_unchanged(typed: str) -> None:
    case = harassment(incidents=[make_incident(quotes=[typed], knowledge="received", account="He wrote:")])

    assert typed_at(paper_of(case), "incidents[1].quotes[1]") == [lines_of(typed)]


def test_typed_names_in_lead_ins_keep_their_places() -> None:
    quotes = [
        {
            "text": "Да.",
            "speaker": "{name} Nguyễn",
            "translation": "Yes.",
            "translator": "{translator} \U0001f622",
        }
    ]
    incident = make_incident(quotes=quotes, knowledge="told by <Lee>")
    paper = paper_of(harassment(incidents=[incident]))

    assert typed_at(paper, "incidents[1].quotes[1].speaker") == ["{name} Nguyễn"]
    assert typed_at(paper, "incidents[1].quotes[1].translator") == ["{translator} \U0001f622"]
    assert typed_at(paper, "incidents[1].quotes[1].translation") == ["Yes."]
    assert typed_at(paper, "incidents[1].knowledge.told_by") == ["<Lee>"]


def test_straight_marks_are_used_where_the_case_is_typed_with_them() -> None:
    assert told(account="{when}, it wasn't him.") == ['… it wasn\'t him. The email says: "Pick up."']
