"""The paragraphs of a court paper: sentences joined, phrases filled, paragraphs counted."""

import pytest
from factories import HARD_TEXTS

from formgen.document.blocks import Heading, PageOf, Paragraph, Quotation, Span
from formgen.document.court_text import (
    NumberOf,
    Passage,
    Run,
    emphasised,
    ended,
    extended,
    has_words,
    listed,
    numbered,
    passage,
    run_on,
    said,
    sentences,
    together,
    worded,
    words_of,
)

TYPED = Span("Mr. Voss", "respondent.called")
SET_OFF = Run((said("“No.”"),), is_set_off=True)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("I know {name}.", [said("I know "), TYPED, said(".")]),
        ("{name} was there.", [TYPED, said(" was there.")]),
        ("It was {name}", [said("It was "), TYPED]),
        ("Nobody.", [said("Nobody.")]),
        ("", []),
        ("It was {other}.", [said("It was "), said(".")]),
    ],
)
def test_a_phrase_is_filled_where_its_braces_name_something(phrase: str, expected: list[Span]) -> None:
    assert list(worded(phrase, {"name": (TYPED,)})) == expected


@pytest.mark.parametrize(
    "typed", [*HARD_TEXTS.values(), "{list}", "{name}", "{", "}", "{0}{}", "{name.upper}"]
)
def test_what_is_put_in_is_never_read_as_a_phrase(typed: str) -> None:
    name = Span(typed, "respondent.called")

    assert worded("Keep {name} from {list}!", {"name": (name,), "list": (said("it"),)}) == (
        said("Keep "),
        name,
        said(" from "),
        said("it"),
        said("!"),
    )


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("at 8:47 p.m.", "It came at 8:47 p.m."),
        ("Voss, Jr.", "It came Voss, Jr."),
        ("today", "It came today."),
        ("today!", "It came today!"),
    ],
)
def test_what_ends_the_words_put_in_ends_the_phrase_too(typed: str, whole: str) -> None:
    assert words_of(worded("It came {on}.", {"on": (said(typed),)})) == whole


@pytest.mark.parametrize(
    ("entries", "plain_list", "clauses"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a, and b"),
        (["a", "b", "c"], "a, b and c", "a, b, and c"),
    ],
)
def test_entries_are_read_out(entries: list[str], plain_list: str, clauses: str) -> None:
    parts = [(said(entry),) for entry in entries]

    assert words_of(listed(parts, comma=", ", last="and")) == plain_list
    assert words_of(listed(parts, comma=", ", last="and", is_of_clauses=True)) == clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I left.", "I left."),
        ("I left", "I left."),
        ("I left  ", "I left  ."),
        ("He said, “No.”", "He said, “No.”"),
        ("He said “No”", "He said “No”."),
        ("I kept it (Exhibit A)", "I kept it (Exhibit A)."),
        ("I kept it. (Exhibit A.)", "I kept it. (Exhibit A.)"),
        ("This is all of it:", "This is all of it:"),
        ("He said,", "He said,"),
        ("Why?", "Why?"),
        ("I cried \U0001f622", "I cried \U0001f622"),
        ("Nguye\u0302\u0303", "Nguye\u0302\u0303."),
        ("", ""),
    ],
)
def test_a_sentence_typed_without_an_end_gets_one_where_other_words_follow(text: str, expected: str) -> None:
    assert words_of(ended((said(text),))) == expected


def test_the_end_of_a_sentence_is_seen_behind_page_numbers_and_paragraph_numbers() -> None:
    cited = (said("Kept (Exhibit A"), PageOf("A", ", page 8"), said(")"))

    assert words_of(ended(cited)) == "Kept (Exhibit A)."
    assert words_of(ended((NumberOf("coverings", "see paragraph ", ""),))) == "see paragraph 0."


def test_sentences_stand_apart_and_empty_ones_vanish() -> None:
    joined = sentences((), (said("I left"),), (), (TYPED, said(" stayed.")), ())

    assert joined == (said("I left"), said("."), said(" "), TYPED, said(" stayed."))
    assert sentences() == ()
    assert sentences((), ()) == ()


def test_two_paragraphs_run_on_in_one() -> None:
    first = passage(said("I left."), tells=["incidents[1]"])
    second = passage(said("I came back."), tells=["incidents[2]"], name="coverings")

    whole = run_on(first, second)

    assert words_of(whole.runs[0].parts) == "I left. I came back."
    assert (len(whole.runs), whole.tells, whole.name) == (1, ("incidents[1]", "incidents[2]"), "coverings")


def test_what_follows_exact_words_set_off_begins_a_line_of_its_own() -> None:
    whole = extended(Passage((Run((said("He wrote:"),)), SET_OFF)), (said("I left."),))

    assert whole.runs == (Run((said("He wrote:"),)), SET_OFF, Run((said("I left."),)))
    assert run_on(passage(said("One.")), Passage((SET_OFF,))).runs == (Run((said("One."),)), SET_OFF)


def test_nothing_more_leaves_a_paragraph_as_it_is() -> None:
    whole = passage(said("I left"))

    assert extended(whole, ()) is whole


def test_groups_run_on_one_from_another_and_keep_their_own_paragraphs() -> None:
    one, two, three, four = (passage(said(f"{n}.")) for n in range(1, 5))

    told = together([(one, two), (), (three, four)])

    assert [words_of(each.runs[0].parts) for each in told] == ["1.", "2. 3.", "4."]
    assert together([]) == ()


def test_paragraphs_are_counted_from_one_through_all_headings() -> None:
    blocks, told = numbered(
        [
            ((Span("First", bold=True),), [passage(said("One."), tells=["incidents[1]"])]),
            ((), [passage(said("Two."), tells=["incidents[2]", "incidents[1]", "incidents[1]"])]),
        ]
    )

    assert blocks == (
        Heading((Span("First", bold=True),)),
        Paragraph((said("One."),), number=1, anchor="paragraph-1"),
        Paragraph((said("Two."),), number=2, anchor="paragraph-2"),
    )
    assert told == {"incidents[1]": (1, 2), "incidents[2]": (2,)}


def test_words_set_off_stay_with_the_paragraph_around_them() -> None:
    whole = Passage((Run((said("He wrote:"),)), SET_OFF, Run((said("I left."),)), SET_OFF))

    blocks, _ = numbered([((), [whole])])

    assert blocks == (
        Paragraph((said("He wrote:"),), number=1, anchor="paragraph-1", keeps_next=True),
        Quotation((said("“No.”"),)),
        Paragraph((said("I left."),), continues=True, keeps_next=True),
        Quotation((said("“No.”"),)),
    )


def test_a_paragraph_without_words_vanishes_and_its_heading_with_it() -> None:
    empty = passage(said(" "), tells=["incidents[1]"])

    blocks, told = numbered([((said("Empty"),), [empty, passage()]), ((said("None"),), []), ((), [empty])])

    assert (blocks, told) == ((), {})
    assert not has_words(empty)


def test_a_paragraph_is_referred_to_by_its_number() -> None:
    named = passage(said("I covered it."), name="coverings")
    refers = passage(NumberOf("coverings", "as in paragraph ", "."))

    blocks, _ = numbered([((), [passage(), passage(said("One.")), named, refers])])

    assert blocks[-1] == Paragraph((said("as in paragraph 2."),), number=3, anchor="paragraph-3")


def test_a_date_at_the_head_is_set_apart() -> None:
    assert emphasised("March 5, 2026.") == Span("March 5, 2026.", italic=True)
