"""Tells one event of a letter: its date, the account as typed, its exact words, what is enclosed."""

from dataclasses import replace

import pytest
from document.letters import events_of, plain, teller_of
from factories import HARD_TEXTS, Typed, make_evidence, make_incident

from formgen.document.letter_events import (
    LONGEST_RUN_ON_QUOTE,
    in_turn,
    opening_of,
    typed_opening,
)
from formgen.document.letter_values import Form, Paragraph, QuoteWords

NOTHING = Paragraph("", "", "", "", (), None, "", copy_enclosed=False)
WORDS = "I hope you get a taste of what it's like."


def told(
    form: Form = "few", changes: Typed | None = None, *, unlike: tuple[str, ...] = (), **more: object
) -> list[Paragraph]:
    """Return the paragraphs of one incident, with common spaces in the words of its date."""
    changes = {**(changes or {}), **more}
    case = {name: changes.pop(name) for name in ("letter", "evidence", "respondent") if name in changes}
    facts, events = events_of(incidents=[make_incident(**changes)], **case)
    return [
        replace(p, head=plain(p.head), sentence=plain(p.sentence), dated=plain(p.dated), text=plain(p.text))
        for p in teller_of(facts, form).tell(events[0], unlike=unlike)
    ]


def quotes_of(form: Form, changes: Typed) -> list[tuple[str, str]]:
    """Return the exact words of one incident, each behind what leads to it, wherever they stand."""
    found = []
    for paragraph in told(form, changes):
        standing_alone = (paragraph.quote,) if paragraph.quote else ()
        found += [(q.lead_in, q.text) for q in (*paragraph.quotes, *standing_alone)]
    return found


@pytest.mark.parametrize("form", ["list", "long"])
@pytest.mark.parametrize(
    ("changes", "head"),
    [
        ({}, "March 5, 8:47 p.m., email"),
        ({"when": "2026-03-05"}, "March 5, email"),
        ({"when": "2025-03-05 12:00"}, "March 5, 2025, noon, email"),
        ({"when": "March 5, 2026 at about 8 pm"}, "March 5, about 8:00 p.m., email"),
        ({"when": "March 5, 2026, evening"}, "March 5, evening, email"),
        ({"when": "about March 5, 2026"}, "About March 5, email"),
        ({"when": "between March 1 and March 9, 2026"}, "March 1 to March 9, email"),
        ({"when": "late March 2026"}, "Late March 2026, email"),
        ({"when": "before March 5, 2026"}, "Before March 5, email"),
        ({"when": "unknown"}, "Date not recalled, email"),
        ({"when": None}, "email"),
        ({"channel": "phone call"}, "March 5, 8:47 p.m., telephone"),
        ({"channel": "on site"}, "March 5, 8:47 p.m., at work"),
        ({"channel": "on site", "where": "parking lot"}, "March 5, 8:47 p.m., parking lot"),
        ({"channel": "in person", "where": "the bus stop"}, "March 5, 8:47 p.m., the bus stop"),
        ({"channel": "email", "where": "parking lot"}, "March 5, 8:47 p.m., email"),
        ({"channel": None, "where": "parking lot"}, "March 5, 8:47 p.m., parking lot"),
        ({"channel": None}, "March 5, 8:47 p.m"),
    ],
)
def test_an_entry_of_a_list_is_headed_with_its_date_and_its_place_or_channel(
    form: Form, changes: Typed, head: str
) -> None:
    paragraphs = told(form, changes)

    assert [p.head for p in paragraphs] == [head]
    assert [(p.sentence, p.dated) for p in paragraphs] == [("", "")]


@pytest.mark.parametrize("form", ["one", "few"])
@pytest.mark.parametrize(
    ("changes", "sentence", "dated", "text"),
    [
        ({"account": "I was alone."}, "", "On March 5 at 8:47 p.m.,", "I was alone."),
        ({"account": "I was alone.", "when": "2026-03-05"}, "", "On March 5", "I was alone."),
        ({"account": "Carl Voss came."}, "", "On March 5 at 8:47 p.m.,", "Carl Voss came."),
        ({"account": "Voss came."}, "The email came on March 5 at 8:47 p.m.", "", "Voss came."),
        ({"account": "I'm afraid."}, "The email came on March 5 at 8:47 p.m.", "", "I'm afraid."),
        ({"account": "It came."}, "The email came on March 5 at 8:47 p.m.", "", "It came."),
        ({"account": "Carl Vossl came."}, "The email came on March 5 at 8:47 p.m.", "", "Carl Vossl came."),
        ({"account": "He came.", "when": "2026-03-05"}, "The email came on March 5.", "", "He came."),
        ({"account": "So.", "when": "unknown"}, "The email came on a date I do not recall.", "", "So."),
        ({"account": "I saw it.", "when": "late March 2026"}, "", "In late March 2026", "I saw it."),
        ({"account": "On March 5 he came."}, "", "", "On March 5 he came."),
        ({"account": "On March 5, 2026 he came."}, "", "", "On March 5, 2026 he came."),
        ({"account": "On March\u00a05 he came."}, "", "", "On March 5 he came."),
        ({"account": "March 50."}, "The email came on March 5 at 8:47 p.m.", "", "March 50."),
        ({"account": None}, "The email came on March 5 at 8:47 p.m.", "", ""),
        ({"account": None, "channel": "on site"}, "The visit was on March 5 at 8:47 p.m.", "", ""),
        ({"account": None, "channel": None}, "It happened on March 5 at 8:47 p.m.", "", ""),
        ({"account": "He came.", "when": None}, "", "", "He came."),
    ],
)  # fmt: skip
def test_in_prose_the_date_never_joins_a_sentence_that_may_begin_with_any_word(
    form: Form, changes: Typed, sentence: str, dated: str, text: str
) -> None:
    paragraphs = told(form, changes, quotes=[])

    assert [(p.sentence, p.dated, p.text) for p in paragraphs] == [(sentence, dated, text)]


@pytest.mark.parametrize(
    ("subject", "account", "sentence"),
    [
        ("Email of March 5", "He wrote.", ""),
        ("Email of March 5", None, "The email came on March 5."),
        ("Emails since March 15", "He wrote.", "The email came on March 5."),
        ("Email", "He wrote.", "The email came on March 5."),
    ],
)
def test_a_date_in_the_subject_line_need_not_be_said_again(
    subject: str, account: str | None, sentence: str
) -> None:
    paragraphs = told(account=account, when="2026-03-05", letter={"subject": subject})

    assert [(p.sentence, p.dated) for p in paragraphs] == [(sentence, "")]


@pytest.mark.parametrize(
    ("account", "unlike", "sentence", "dated"),
    [
        ("I was alone.", ("The",), "", "On March 5"),
        ("I was alone.", ("On",), "The call came on March 5.", ""),
        ("I was alone.", ("The", "On"), "The call came on March 5.", ""),
        ("He called.", ("On",), "The call came on March 5.", ""),
        ("He called.", ("The",), "On March 5 the call came.", ""),
        (None, ("The", "In"), "On March 5 the call came.", ""),
    ],
)
def test_a_paragraph_does_not_begin_like_its_neighbours(
    account: str | None, unlike: tuple[str, ...], sentence: str, dated: str
) -> None:
    paragraphs = told(account=account, when="2026-03-05", channel="phone call", unlike=unlike)

    assert [(p.sentence, p.dated) for p in paragraphs] == [(sentence, dated)]


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_the_account_is_printed_as_typed(text: str) -> None:
    paragraphs = told("list", account=text, quotes=[])

    assert "".join(p.text for p in paragraphs) == plain(text).replace("\n", "")


def test_a_blank_line_in_an_account_begins_a_paragraph_and_the_date_stands_before_the_first() -> None:
    first, second = told(account="I was alone.\n\nHe came.", when="2026-03-05", quotes=[])

    assert first == replace(NOTHING, dated="On March 5", text="I was alone.")
    assert second == replace(NOTHING, text="He came.")


@pytest.mark.parametrize(
    ("changes", "quotes"),
    [
        ({}, [("The email says:", WORDS)]),
        ({"channel": "phone call"}, [("The words I heard:", WORDS)]),
        ({"channel": None}, [("The exact words:", WORDS)]),
        ({"account": "He wrote this:"}, [("", WORDS)]),
        ({"account": "He wrote this: "}, [("", WORDS)]),
        ({"account": "He wrote.\n\nThis is all:"}, [("", WORDS)]),
        ({"account": "This:\n\nIs not the end."}, [("The email says:", WORDS)]),
        ({"account": None}, [("The email says:", WORDS)]),
        ({"account": f'He wrote: "{WORDS}"'}, []),
        ({"account": f"He wrote that {WORDS}"}, [("The email says:", WORDS)]),
        ({"quotes": []}, []),
        ({"quotes": [{"text": None}, {"whole": "yes"}]}, []),
        ({"quotes": ["A.", "B."]}, [("The email says:", "A."), ("It also says:", "B.")]),
        ({"quotes": ["A.", "B."], "account": "This:"}, [("", "A."), ("It also says:", "B.")]),
        ({"quotes": ["A.", "B."], "account": 'He said "A." and this:'}, [("", "B.")]),
        ({"quotes": [{"text": "A.", "whole": "yes"}]}, [("The whole email reads:", "A.")]),
        ({"quotes": [{"text": "A.", "whole": "no"}]}, [("The email says:", "A.")]),
        ({"quotes": [{"text": "A.", "whole": "yes"}], "account": "This is all of it:"}, [("", "A.")]),
        ({"quotes": [{"text": "A.", "speaker": "Lee Tran"}]}, [("Lee Tran said:", "A.")]),
        ({"quotes": [{"text": "A.", "speaker": "Carl Voss"}]}, [("The email says:", "A.")]),
        ({"quotes": [{"text": "A.", "speaker": "Lee Tran"}], "account": "Lee Tran said:"}, [("", "A.")]),
        ({"quotes": ["A.", {"text": "B", "speaker": "Jo"}]}, [("The email says:", "A."), ("Jo said:", "B")]),
        ({"quotes": ["A\n"]}, [("The email says:", "A")]),
    ],
)  # fmt: skip
def test_exact_words_run_on_after_a_colon_or_else_after_a_plain_lead_in(
    changes: Typed, quotes: list[tuple[str, str]]
) -> None:
    assert quotes_of("few", changes) == quotes


@pytest.mark.parametrize(
    ("changes", "quotes"),
    [
        ({"account": None}, [("", WORDS)]),
        ({"account": None, "quotes": ["A.", "B."]}, [("", "A."), ("It also says:", "B.")]),
        ({"account": "He wrote."}, [("The email says:", WORDS)]),
        ({"account": None, "quotes": [{"text": "A.", "speaker": "Lee"}]}, [("Lee said:", "A.")]),
        (
            {"account": None, "quotes": [{"text": "A.", "speaker": "Lee"}, "B.", "C."]},
            [("Lee said:", "A."), ("The email says:", "B."), ("It also says:", "C.")],
        ),
    ],
)
def test_the_head_of_a_list_entry_leads_to_the_respondents_words_but_not_to_anothers(
    changes: Typed, quotes: list[tuple[str, str]]
) -> None:
    assert quotes_of("list", changes) == quotes


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("x" * LONGEST_RUN_ON_QUOTE, False),
        ("x" * (LONGEST_RUN_ON_QUOTE + 1), True),
        ("You people\nnever learn.", True),
        ("You people never learn.\n", False),
    ],
)
def test_long_words_and_words_with_line_ends_of_their_own_stand_alone(text: str, alone: bool) -> None:  # noqa: FBT001 - a table of answers
    paragraphs = told(quotes=[text])
    words = QuoteWords("The email says:", text.strip("\n"), "", "")

    assert [p.quote for p in paragraphs] == ([None, words] if alone else [None])
    assert [p.quotes for p in paragraphs] == ([(), ()] if alone else [(words,)])


def test_words_after_words_that_stand_alone_stand_alone_too() -> None:
    paragraphs = told(quotes=["A.", "B\nB.", "C."])

    assert [tuple(q.text for q in p.quotes) for p in paragraphs] == [("A.",), (), ()]
    assert [p.quote and p.quote.text for p in paragraphs] == [None, "B\nB.", "C."]


def test_words_in_another_language_stand_with_their_translation_and_translator() -> None:
    quote = {"text": "Sé dónde vives.", "language": "Spanish", "translation": "I know.", "translator": "Jo"}
    (paragraph,) = told(quotes=[quote])

    assert paragraph.quotes == (QuoteWords("The email says:", "Sé dónde vives.", "I know.", "Jo"),)


EVIDENCE = [make_evidence(id=name) for name in ("a", "b", "c")]


@pytest.mark.parametrize(
    ("exhibits", "cite"),
    [
        ([], ""),
        (["a"], "(Enclosure 1)"),
        (["a", "a"], "(Enclosure 1)"),
        (["b", "a"], "(Enclosures 1 and 2)"),
        (["c", "b", "a"], "(Enclosures 1, 2 and 3)"),
        (["missing"], ""),
        (["missing", "a"], "(Enclosure 1)"),
    ],
)
def test_the_last_paragraph_says_where_the_evidence_is_enclosed(exhibits: list[str], cite: str) -> None:
    first, last = told("list", account="One.\n\nTwo.", exhibits=exhibits, evidence=EVIDENCE)

    assert (first.cite, last.cite) == ("", cite)


@pytest.mark.parametrize(
    ("exhibits", "text"),
    [
        (["a"], "I kept it (Enclosure 1). See (Enclosure 1)"),
        (["a", "b"], "I kept it (Enclosures 1 and 2). See (Enclosures 1 and 2)"),
        ([], "I kept it. See"),
    ],
)
def test_a_marker_in_the_account_says_where_the_evidence_is_enclosed_instead(
    exhibits: list[str], text: str
) -> None:
    (paragraph,) = told(
        "list", account="I kept it {exhibits}. See {exhibits}", exhibits=exhibits, evidence=EVIDENCE
    )

    assert (paragraph.text, paragraph.cite, paragraph.copy_enclosed) == (text, "", False)


@pytest.mark.parametrize(
    ("form", "exhibits", "expected"),
    [
        ("one", ["a"], ("", True)),
        ("one", ["a", "b"], ("(Enclosures 1 and 2)", False)),
        ("one", [], ("", False)),
        ("few", ["a"], ("(Enclosure 1)", False)),
    ],
)
def test_the_single_copy_of_a_single_event_is_a_sentence_and_no_number(
    form: Form, exhibits: list[str], expected: tuple[str, bool]
) -> None:
    (paragraph,) = told(form, exhibits=exhibits, evidence=EVIDENCE)

    assert (paragraph.cite, paragraph.copy_enclosed) == expected


def test_a_single_copy_that_is_handed_in_apart_is_cited_and_not_said_to_be_enclosed() -> None:
    evidence = [make_evidence(id="a", lodged="yes")]
    (paragraph,) = told("one", exhibits=["a"], evidence=evidence)

    assert (paragraph.cite, paragraph.copy_enclosed) == ("(Enclosure 1)", False)


def test_the_copy_is_told_of_behind_words_that_stand_alone() -> None:
    paragraphs = told("one", quotes=["A\nB"], exhibits=["a"], evidence=EVIDENCE)

    assert [p.copy_enclosed for p in paragraphs] == [False, True]


@pytest.mark.parametrize(
    ("paragraph", "word", "typed"),
    [
        (replace(NOTHING, head="March 5, email", text="He"), "March", "March"),
        (replace(NOTHING, sentence="The email came.", text="He"), "The", ""),
        (replace(NOTHING, dated="On March 5", text="I"), "On", ""),
        (replace(NOTHING, text="  He wrote."), "He", "He"),
        (replace(NOTHING, quote=QuoteWords("", "A", "", "")), "", ""),
    ],
)
def test_the_opening_of_a_paragraph_is_its_first_word(paragraph: Paragraph, word: str, typed: str) -> None:
    assert (opening_of(paragraph), typed_opening(paragraph)) == (word, typed)


@pytest.mark.parametrize(
    ("accounts", "ahead", "openings"),
    [
        ([], "On", []),
        (["I read it."], "", ["On"]),
        (["I read it."], "On", ["The"]),
        ([None], "", ["The"]),
        ([None], "The", ["On"]),
        (["I read it."] * 3, "", ["On", "The", "On"]),
        (["I read it."] * 3, "On", ["The", "On", "The"]),
        ([None] * 3, "", ["The", "On", "The"]),
        (["{when} he wrote.", "I read it."], "", ["On", "The"]),
        (["{when} he wrote.", "I read it.", "{when} it came."], "", ["On", "The", "On"]),
        (["I read it.\n\nOn the way home I cried.", "I read it."], "", ["On", "The"]),
        (["Then {when} he wrote.", "I read it."], "", ["Then", "On"]),
    ],
)
def test_no_two_events_in_a_row_begin_alike(
    accounts: list[str | None], ahead: str, openings: list[str]
) -> None:
    incidents = [
        make_incident(id=f"i{n}", when=f"2026-03-0{n}", account=account)
        for n, account in enumerate(accounts, 1)
    ]
    facts, events = events_of(incidents=incidents)

    assert [opening_of(p[0]) for p in in_turn(teller_of(facts, "few"), events, ahead=ahead)] == openings


def test_a_list_is_headed_with_dates_whatever_stands_beside_it() -> None:
    incidents = [make_incident(id=f"i{n}", when="2026-03-05") for n in range(2)]
    facts, events = events_of(incidents=incidents)

    assert [plain(p[0].head) for p in in_turn(teller_of(facts, "list"), events, ahead="March")] == [
        "March 5, email",
        "March 5, email",
    ]
