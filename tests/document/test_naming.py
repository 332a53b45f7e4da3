"""Names events in a sentence: `the call, the email of April 2 and the visit`."""

import pytest
from document.letters import events_of, namer_of, plain
from factories import make_incident

from formgen.document.naming import at_start


def incident(name: str, when: str | None, channel: str | None) -> dict[str, object]:
    return make_incident(id=name, when=when, channel=channel)


EVERYTHING = [
    incident("email-1", "2026-03-05", "email"),
    incident("call", "2026-03-09", "phone call"),
    incident("email-2", "2026-03-16 21:31", "email"),
    incident("email-3", "2026-03-16 23:05", "email"),
    incident("visit-1", "between March 20 and March 22, 2026", "on site"),
    incident("visit-2", "late March 2026", "on site"),
    incident("other", "2025-12-31", "other"),
    incident("text-1", "unknown", "text"),
    incident("text-2", "about April 2, 2026", "text"),
    incident("blank", "2026-04-03", None),
]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["call"], "the call"),
        (["email-1"], "the email of March 5"),
        (["email-1", "email-2"], "the emails of March 5 and March 16"),
        (["email-1", "email-2", "email-3"], "the emails of March 5 and March 16"),
        (["email-2", "email-3"], "the emails of March 16"),
        (["visit-1"], "the visit of March 20 to March 22"),
        (["visit-2"], "the visit of late March 2026"),
        (["text-1"], "the text message of a date I do not recall"),
        (["text-2"], "the text message of about April 2"),
        (
            ["text-1", "text-2"],
            "the text message of a date I do not recall and the text message of about April 2",
        ),
        (["other"], "the incident of December 31, 2025"),
        (["other", "blank"], "the incidents of December 31, 2025 and April 3"),
        (["call", "email-1"], "the call and the email of March 5"),
        (["email-1", "call", "email-2"], "the emails of March 5 and March 16 and the call"),
        (
            ["call", "visit-1", "visit-2", "email-1"],
            "the call, the visits of March 20 to March 22 and late March 2026 and the email of March 5",
        ),
    ],
)
def test_events_are_named_in_their_order_with_a_date_where_the_noun_alone_would_not_tell_them_apart(
    names: list[str], words: str
) -> None:
    facts, events = events_of(incidents=EVERYTHING)
    by_id = {getattr(event.record, "id", ""): event for event in events}

    assert plain(namer_of(facts).named([by_id[name] for name in names])) == words


@pytest.mark.parametrize(
    ("whens", "words"),
    [
        (["before March 5, 2026"], "the email"),
        (["before March 5, 2026", "2026-03-06"], "the email from before March 5 and the email of March 6"),
        (
            ["after March 5, 2026", "before March 1, 2026"],
            "the email from after March 5 and the email from before March 1",
        ),
    ],
)
def test_a_day_that_is_open_on_one_side_stands_apart(whens: list[str], words: str) -> None:
    facts, _ = events_of(incidents=[incident(f"i{n}", when, "email") for n, when in enumerate(whens)])
    events = [e for n in range(len(whens)) for e in facts.chronology.all if e.path == f"incidents[{n + 1}]"]

    assert plain(namer_of(facts).named(events)) == words


def test_one_of_several_without_a_date_is_named_as_one_whose_date_is_not_recalled() -> None:
    facts, events = events_of(incidents=[incident("a", "unknown", "text"), incident("b", "unknown", "text")])

    assert namer_of(facts).named(events[:1]) == "the text message of a date I do not recall"
    assert namer_of(facts).named(events) == "the text messages of dates I do not recall"


@pytest.mark.parametrize(
    ("channels", "counts"),
    [
        ({"email": 1}, "one email"),
        ({"email": 6}, "six emails"),
        ({"email": 9}, "nine emails"),
        ({"email": 10}, "10 emails"),
        ({"on site": 1, "email": 2}, "two emails and one visit"),
        ({"phone call": 1, "on site": 1, "email": 1}, "one call, one visit and one email"),
        ({"email": 31, "phone call": 6, "on site": 3}, "31 emails, six calls and three visits"),
        ({"text": 2, "voicemail": 2, "letter": 1}, "two text messages, two voicemails and one letter"),
        ({"social media": 2, "in person": 2, "other": 2}, "two posts, two encounters and two incidents"),
    ],
)
def test_numbers_and_nouns_agree_in_counts(channels: dict[str, int], counts: str) -> None:
    incidents = [
        incident(f"{channel.replace(' ', '-')}-{n}", "2026-03-05", channel)
        for channel, count in channels.items()
        for n in range(count)
    ]
    facts, events = events_of(incidents=incidents)

    assert namer_of(facts).counted(events) == counts


@pytest.mark.parametrize(
    ("number", "words"), [(0, "zero"), (1, "one"), (9, "nine"), (10, "10"), (40, "40"), (1000, "1000")]
)
def test_small_numbers_are_words(number: int, words: str) -> None:
    facts, _ = events_of()

    assert namer_of(facts).number(number) == words


@pytest.mark.parametrize(
    ("entries", "listed", "clauses"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a and b"),
        (["a", "b", "c"], "a, b and c", "a, b, and c"),
        (["a", "b", "c", "d"], "a, b, c and d", "a, b, c, and d"),
    ],
)
def test_a_list_is_read_out_and_clauses_have_one_comma_more(
    entries: list[str], listed: str, clauses: str
) -> None:
    namer = namer_of(events_of()[0])

    assert namer.listed(entries) == listed
    assert namer.listed_clauses(entries) == clauses


@pytest.mark.parametrize(
    ("entries", "listed"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_a_list_can_end_with_or(entries: list[str], listed: str) -> None:
    assert namer_of(events_of()[0]).listed(entries, last="or") == listed


def test_a_blank_date_is_no_date_and_a_blank_channel_is_other() -> None:
    facts, events = events_of(incidents=[incident("a", None, None)])
    namer = namer_of(facts)

    assert namer.dated(events[0]) is None
    assert namer.channel(events[0]) == namer.spec.channels["other"]


@pytest.mark.parametrize(("year", "day"), [(2026, "March 5"), (2025, "March 5, 2026")])
def test_the_letters_own_year_is_left_out(year: int, day: str) -> None:
    facts, events = events_of(letter={"date": f"{year}-12-31"})
    dated = namer_of(facts).dated(events[0])

    assert dated is not None
    assert plain(dated.day) == day


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("", ""), ("the call", "The call"), ("31 emails", "31 emails"), ("älter", "Älter"), ("eMail", "EMail")],
)
def test_a_name_can_begin_a_sentence(words: str, sentence: str) -> None:
    assert at_start(words) == sentence
