"""How a letter with many events tells them: counts, a few rows, and the enclosed chronology."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from document.letters import copies_of, emails, namer_of, plain, teller_of
from factories import Typed, facts_of, make_case, make_evidence, make_incident

from formgen.document.letter_long import (
    MOST_ENTRIES,
    MOST_PARAGRAPHS,
    MOST_SHOWN,
    chronology_rows,
    form_for,
    long_count,
    shown_of,
)
from formgen.document.letter_values import Form, LongCount, QuoteWords, Row
from formgen.facts.facts import Facts


@pytest.mark.parametrize("events", range(41))
def test_the_number_of_events_decides_the_form(events: int) -> None:
    expected = "one" if events < 2 else "few" if events < 4 else "list" if events < 9 else "long"

    assert form_for(events) == expected
    assert (MOST_PARAGRAPHS, MOST_ENTRIES, MOST_SHOWN) == (3, 8, 5)


def facts_with(incidents: Sequence[Mapping[str, object]], **changes: object) -> Facts:
    """Return what follows from a case with *incidents*."""
    return facts_of(make_case(incidents=list(incidents), **changes))


def shown_in(facts: Facts, form: Form = "long") -> list[int]:
    """Return which incidents are told in full, by their numbers in the case."""
    incidents = facts.chronology.incidents("employer")
    return [int(e.path[10:-1]) for e in shown_of(facts.chronology, incidents, form)]


@pytest.mark.parametrize("form", ["one", "few", "list"])
def test_every_event_of_a_shorter_letter_is_told(form: Form) -> None:
    assert shown_in(facts_with(emails(8)), form) == [1, 2, 3, 4, 5, 6, 7, 8]


def changed(incidents: list[Typed], numbers: Sequence[int], **changes: object) -> list[Typed]:
    """Return *incidents*, those of *numbers* with *changes*."""
    return [{**entry, **changes} if n in numbers else entry for n, entry in enumerate(incidents, 1)]


@pytest.mark.parametrize(
    ("leads", "shown"),
    [
        ([3], [3]),
        ([9, 2, 4], [2, 4, 9]),
        ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]),
        ([2, 3, 4, 5, 6, 7], [2, 3, 4, 5, 6]),
    ],
)
def test_a_long_letter_tells_at_most_five_of_those_marked_as_leads(
    leads: list[int], shown: list[int]
) -> None:
    assert shown_in(facts_with(changed(emails(9), leads, lead="yes"))) == shown


def test_an_event_marked_as_no_lead_is_no_lead() -> None:
    assert shown_in(facts_with(changed(emails(9), [3], lead="no"))) == [1, 9]


STOP: Typed = {"when": "2026-03-04 23:00", "account": "I asked him to stop."}
NOTICE: Typed = {"when": "2026-03-06 23:00", "to": "Pat Moreno"}


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, [1, 40]),
        ({"requests_to_stop": [STOP]}, [1, 5, 40]),
        ({"notices": [NOTICE]}, [1, 7, 40]),
        ({"notices": [NOTICE], "requests_to_stop": [STOP]}, [1, 5, 7, 40]),
        ({"notices": [NOTICE], "requests_to_stop": [{**STOP, "when": "2026-03-06 22:00"}]}, [1, 7, 40]),
        ({"notices": [{**NOTICE, "when": f"2026-03-1{n}"} for n in range(6)]}, [1, 11, 12, 13, 40]),
        ({"notices": [{**NOTICE, "when": "2026-05-01"}]}, [1, 40]),
        ({"notices": [{**NOTICE, "when": "unknown"}]}, [1, 40]),
    ],
)
def test_without_leads_the_first_the_last_and_the_first_after_each_turn_are_told(
    changes: Mapping[str, object], shown: list[int]
) -> None:
    assert shown_in(facts_with(emails(40), **changes)) == shown


@pytest.mark.parametrize(
    ("in_person", "shown"),
    [([20], [1, 20, 40]), ([1, 40], [1, 40]), ([20, 30, 33, 35], [1, 20, 30, 33, 40])],
)
@pytest.mark.parametrize("channel", ["in person", "on site"])
def test_those_in_person_are_told_too_as_far_as_there_is_room(
    channel: str, in_person: list[int], shown: list[int]
) -> None:
    assert shown_in(facts_with(changed(emails(40), in_person, channel=channel))) == shown


def test_the_ugliest_words_are_no_reason_to_tell_an_event() -> None:
    incidents = changed(emails(9), [5], quotes=["I will kill you."])

    assert shown_in(facts_with(incidents)) == [1, 9]


def test_the_last_dated_event_is_told_rather_than_one_without_a_date() -> None:
    assert shown_in(facts_with(changed(emails(10), [10, 2], when="unknown"))) == [1, 9]


def test_the_first_and_the_last_of_events_without_dates_are_those_typed_so() -> None:
    assert shown_in(facts_with(changed(emails(9), range(10), when="unknown"))) == [1, 9]


COUNT = LongCount(
    first="March 1",
    last="March 9",
    on="",
    counts="nine emails",
    total="nine",
    undated="",
    shown="two",
    shown_one=False,
    only_one=False,
)


def count_of(incidents: Sequence[Mapping[str, object]], shown: int = 2) -> LongCount:
    """Return the counts of a long letter, with common spaces in its dates."""
    facts = facts_with(incidents)
    events = facts.chronology.incidents("employer")
    count = long_count(facts.chronology, events, shown, namer_of(facts))
    return replace(count, first=plain(count.first), last=plain(count.last), on=plain(count.on))


@pytest.mark.parametrize(
    ("incidents", "expected"),
    [
        (emails(9), {}),
        (emails(40), {"last": "April 9", "counts": "40 emails", "total": "40"}),
        (
            changed(emails(9), [2, 3], channel="phone call"),
            {"counts": "seven emails and two calls"},
        ),
        (
            changed(emails(9), range(10), when="2026-03-05"),
            {"first": "March 5", "last": "March 5", "on": "On March 5"},
        ),
        (changed(emails(9), [1], when="2025-12-31"), {"first": "December 31, 2025"}),
        (changed(emails(9), [4], when="unknown"), {"counts": "eight emails", "undated": "one"}),
        (changed(emails(9), [4, 5], when="unknown"), {"counts": "seven emails", "undated": "two"}),
        (changed(emails(9), [1], when="between March 1 and March 30, 2026"), {"last": "March 30"}),
        (changed(emails(9), [2], when="between March 2 and March 4, 2026"), {}),
        (changed(emails(9), [9], when="between March 9 and March 12, 2026"), {"last": "March 12"}),
        (changed(emails(9), [9], when="2026-03-09 20:00"), {}),
        (changed(emails(9), [1], when="about March 1, 2026"), {"first": "about March 1"}),
        (changed(emails(9), [5], when="before March 5, 2026"), {"first": "", "last": ""}),
        (changed(emails(9), [9], when="after March 9, 2026"), {"first": "", "last": ""}),
    ],
)
def test_a_long_letter_begins_with_counts_and_the_period(
    incidents: Sequence[Mapping[str, object]], expected: Mapping[str, object]
) -> None:
    assert count_of(incidents) == replace(COUNT, **expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(("shown", "words", "one"), [(1, "one", True), (5, "five", False)])
def test_it_says_how_many_it_tells(shown: int, words: str, one: bool) -> None:  # noqa: FBT001 - a table of answers
    assert count_of(emails(9), shown) == replace(COUNT, shown=words, shown_one=one)


def test_without_any_date_there_is_no_period_and_all_are_counted() -> None:
    count = count_of(changed(emails(9), range(10), when="unknown"))

    assert (count.first, count.last, count.counts, count.undated) == ("", "", "nine emails", "")


ROW = Row(
    "1",
    "March 1",
    "email",
    (),
    (QuoteWords("", "This is message 1.", "", ""),),
    "1",
    False,
    False,
    opens_undated=False,
)


def rows_of(incidents: Sequence[Mapping[str, object]], **changes: object) -> list[Row]:
    """Return the rows of the enclosed chronology, with common spaces in their dates."""
    case = {"evidence": copies_of(emails(9)), **changes}
    facts = facts_with(incidents, **case)
    teller = teller_of(facts, "long")
    found = chronology_rows(facts.chronology, facts.chronology.incidents("employer"), teller)
    return [replace(row, when=plain(row.when), paragraphs=tuple(map(plain, row.paragraphs))) for row in found]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {}),
        ({"channel": "phone call"}, {"channel": "telephone"}),
        ({"channel": "on site", "where": "the counter"}, {"channel": "the counter"}),
        ({"when": "2026-03-01 20:47"}, {"when": "March 1, 8:47 p.m."}),
        ({"when": "unknown"}, {"when": "Date not recalled", "opens_undated": True}),
        ({"when": None}, {"when": "", "opens_undated": True}),
        ({"exhibits": []}, {"enclosures": ""}),
        ({"exhibits": ["email-3", "email-1", "email-2"]}, {"enclosures": "1, 2, 3"}),
        ({"account": "He wrote."}, {"paragraphs": ("He wrote.",)}),
        ({"account": "One.\n\nTwo."}, {"paragraphs": ("One.", "Two.")}),
        ({"account": "Long.", "short": "Short."}, {"paragraphs": ("Short.",)}),
        ({"account": "{when} he wrote {exhibits}."}, {"paragraphs": ("On March 1 he wrote (Enclosure 1).",)}),
        (
            {"account": 'He wrote "This is message 1."'},
            {"paragraphs": ('He wrote "This is message 1."',), "quotes": ()},
        ),
        ({"account": 'He wrote "This is message 1."', "short": "He wrote."}, {"paragraphs": ("He wrote.",)}),
        ({"quotes": [{"text": "A", "speaker": "Lee"}]}, {"quotes": (QuoteWords("Lee said:", "A", "", ""),)}),
        (
            {"quotes": [{"text": "A", "speaker": "Lee"}], "account": "Lee said:"},
            {"paragraphs": ("Lee said:",), "quotes": (QuoteWords("", "A", "", ""),)},
        ),
    ],
)
def test_a_row_of_the_chronology_has_the_short_account_or_the_account_and_the_exact_words(
    changes: Mapping[str, object], expected: Mapping[str, object]
) -> None:
    assert rows_of([{**emails(1)[0], **changes}]) == [replace(ROW, **expected)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "after_request", "after_notice"),
    [
        ({}, "", ""),
        ({"requests_to_stop": [STOP]}, "56789", ""),
        ({"notices": [NOTICE]}, "", "789"),
        ({"requests_to_stop": [STOP], "notices": [NOTICE]}, "56789", "789"),
        ({"requests_to_stop": [{**STOP, "when": "2026-03-08"}, STOP]}, "56789", ""),
        ({"requests_to_stop": [{**STOP, "withheld_from": ["employer"]}]}, "", ""),
        ({"notices": [{**NOTICE, "withheld_from": ["employer"]}, {**NOTICE, "when": "2026-03-08"}]}, "", "9"),
        ({"notices": [{**NOTICE, "when": "unknown"}]}, "", ""),
    ],
)
def test_what_came_after_the_first_request_or_notice_is_marked(
    changes: Mapping[str, object], after_request: str, after_notice: str
) -> None:
    rows = rows_of(emails(9), **changes)

    assert "".join(row.number for row in rows if row.after_request) == after_request
    assert "".join(row.number for row in rows if row.after_notice) == after_notice


def test_the_rows_are_counted_without_incidents_withheld_from_the_employer_and_the_undated_stand_last() -> (
    None
):
    incidents = changed(changed(emails(5), [2], withheld_from=["employer"]), [1], when="unknown")

    assert [(row.number, row.when) for row in rows_of(incidents)] == [
        ("1", "March 3"),
        ("2", "March 4"),
        ("3", "March 5"),
        ("4", "Date not recalled"),
    ]


def test_evidence_withheld_from_the_employer_has_no_number_in_a_row() -> None:
    evidence = [make_evidence(id="email-1", withheld_from=["employer"]), make_evidence(id="email-2")]

    assert [row.enclosures for row in rows_of(emails(2), evidence=evidence)] == ["", "1"]


def test_only_incidents_are_rows() -> None:
    facts = facts_with([make_incident()], notices=[NOTICE])
    teller = teller_of(facts, "long")

    assert len(chronology_rows(facts.chronology, facts.chronology.all, teller)) == 1
