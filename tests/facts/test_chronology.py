"""Every event in order, and what is known to have come after what."""

from collections.abc import Sequence

import pytest
from factories import LOS_ANGELES, Typed, make_case, make_incident
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.case.incident import Incident
from formgen.facts.chronology import Chronology, Event, chronology

Listed = tuple[str, str | None] | tuple[str, str | None, str]
"""An id, a date, and the incident it came after."""


def order_of(
    incidents: Sequence[Listed], *, notices: Sequence[Typed] = (), requests: Sequence[Typed] = ()
) -> Chronology:
    typed = [
        make_incident(id=name, when=when, after=after[0] if after else None)
        for name, when, *after in incidents
    ]
    case = make_case(incidents=typed, notices=list(notices), requests_to_stop=list(requests))
    return chronology(case, LOS_ANGELES)


def names(events: Sequence[Event]) -> list[str]:
    """Return the ids of incidents, and the places of other events."""
    return [
        event.record.id if isinstance(event.record, Incident) and event.record.id else event.path
        for event in events
    ]


def test_a_case_in_which_nothing_happened_has_no_chronology() -> None:
    order = order_of([])

    assert (order.dated, order.undated, order.all) == ((), (), ())


def test_incidents_notices_and_requests_stand_in_one_order() -> None:
    order = order_of(
        [("second", "March 9, 2026"), ("first", "March 5, 2026 at 8:47 pm")],
        notices=[{"when": "March 10, 2026"}, {"when": "March 6, 2026"}],
        requests=[{"when": "March 7, 2026"}],
    )

    assert [event.path for event in order.all] == [
        "incidents[2]",
        "notices[2]",
        "requests_to_stop[1]",
        "incidents[1]",
        "notices[1]",
    ]


def test_a_case_that_says_none_has_no_such_events() -> None:
    case = make_case(notices="none", requests_to_stop="none")

    assert [event.path for event in chronology(case, LOS_ANGELES).all] == ["incidents[1]"]


def test_events_of_one_day_stand_by_what_is_known_of_the_time() -> None:
    order = order_of(
        [
            ("after", "after March 5, 2026"),
            ("about-day", "about March 5, 2026"),
            ("about-noon", "March 5, 2026 at about noon"),
            ("noon", "March 5, 2026 at noon"),
            ("evening", "March 5, 2026, evening"),
            ("range", "between March 5 and March 9, 2026"),
            ("day", "March 5, 2026"),
            ("before", "before March 5, 2026"),
        ]
    )

    expected = ["before", "day", "noon", "about-noon", "evening", "about-day", "range", "after"]
    assert names(order.dated) == expected


def test_events_of_one_time_stand_as_they_were_typed() -> None:
    listed = [(f"incident-{number}", "March 5, 2026") for number in range(20)]

    order = order_of(listed, notices=[{"when": "March 5, 2026"}], requests=[{"when": "March 5, 2026"}])

    expected = [name for name, _ in listed]
    assert names(order.dated) == [*expected, "notices[1]", "requests_to_stop[1]"]


def test_an_email_stands_where_it_came_by_the_clocks_of_the_case() -> None:
    order = order_of([("at-noon", "March 5, 2026 at noon"), ("from-paris", "2026-03-06 02:00 +01:00")])

    assert names(order.dated) == ["at-noon", "from-paris"]


@pytest.mark.parametrize("when", [None, "unknown", "not recalled"])
def test_undated_events_stay_visible_as_they_were_typed(when: str | None) -> None:
    order = order_of(
        [("b", when), ("dated", "March 5, 2026"), ("a", when)],
        notices=[{"when": when}, {"when": "May 1, 2026"}],
    )

    assert names(order.dated) == ["dated", "notices[2]"]
    assert names(order.undated) == ["b", "a", "notices[1]"]
    assert names(order.all) == ["dated", "notices[2]", "b", "a", "notices[1]"]


def test_an_event_known_only_to_come_after_another_stands_behind_it() -> None:
    order = order_of(
        [("call", "unknown", "first"), ("second", "March 9, 2026"), ("first", "March 5, 2026")],
        notices=[{"when": "March 5, 2026"}],
    )

    assert names(order.dated) == ["first", "call", "notices[1]", "second"]
    assert order.undated == ()


def test_several_events_after_the_same_one_stand_as_they_were_typed() -> None:
    order = order_of(
        [
            ("first", "March 5, 2026"),
            ("one", "unknown", "first"),
            ("two", "unknown", "first"),
            ("three", "unknown", "first"),
        ]
    )

    assert names(order.dated) == ["first", "one", "two", "three"]


@pytest.mark.parametrize("is_typed_backwards", [False, True])
def test_a_chain_of_events_each_after_the_other_stands_in_that_order(is_typed_backwards: bool) -> None:  # noqa: FBT001 - a column of the table
    listed: list[Listed] = [
        ("first", "March 5, 2026"),
        ("one", "unknown", "first"),
        ("two", "unknown", "one"),
        ("three", "unknown", "two"),
        ("last", "March 9, 2026"),
    ]
    order = order_of(listed[::-1] if is_typed_backwards else listed)

    assert names(order.dated) == ["first", "one", "two", "three", "last"]


def test_what_follows_a_follower_stands_right_behind_it() -> None:
    order = order_of(
        [
            ("first", "March 5, 2026"),
            ("one", "unknown", "first"),
            ("two", "unknown", "first"),
            ("behind-one", "unknown", "one"),
        ]
    )

    assert names(order.dated) == ["first", "one", "behind-one", "two"]


@pytest.mark.parametrize(
    "listed",
    [
        [("lost", "unknown", "nowhere")],
        [("lost", "unknown", "lost")],
        [("lost", "unknown", "other"), ("other", "unknown", "lost")],
        [("lost", "unknown", "undated"), ("undated", "unknown")],
    ],
)
def test_an_event_after_one_that_has_no_place_stays_undated(listed: list[Listed]) -> None:
    order = order_of([*listed, ("dated", "March 5, 2026")])

    assert names(order.dated) == ["dated"]
    assert names(order.undated) == [entry[0] for entry in listed]


def test_a_blank_date_with_the_event_before_it_stands_behind_it_too() -> None:
    assert names(order_of([("x", None, "first"), ("first", "March 5, 2026")]).dated) == ["first", "x"]


def test_a_known_date_outweighs_the_event_that_is_said_to_come_before() -> None:
    order = order_of([("first", "March 5, 2026"), ("second", "March 1, 2026", "first")])

    assert names(order.dated) == ["second", "first"]


def test_two_incidents_of_one_name_do_not_double_what_follows() -> None:
    order = order_of([("x", "March 9, 2026"), ("x", "March 5, 2026"), ("call", "unknown", "x")])

    assert names(order.dated) == ["x", "call", "x"]


def test_a_long_chain_is_no_trouble() -> None:
    listed: list[Listed] = [("i0", "March 5, 2026")]
    listed += [(f"i{number}", "unknown", f"i{number - 1}") for number in range(1, 2000)]

    assert names(order_of(listed[::-1]).dated) == [name for name, *_ in listed]


def test_an_event_tells_its_date_and_its_exhibits() -> None:
    case = make_case(notices=[{"when": "March 6, 2026", "exhibits": ["answer"]}])
    order = chronology(case, LOS_ANGELES)

    assert [(event.when and event.when.text, event.exhibits) for event in order.dated] == [
        ("March 5, 2026 at 8:47 pm", ()),
        ("March 6, 2026", ("answer",)),
    ]


def test_only_incidents_that_a_reader_may_see_are_given_to_that_reader() -> None:
    case = make_case(
        incidents=[
            make_incident(id="undated", when=None),
            make_incident(id="private", when="March 6, 2026", withheld_from=["employer", "log"]),
            make_incident(id="open", when="March 7, 2026"),
        ],
        notices=[{"when": "March 8, 2026"}],
    )
    order = chronology(case, LOS_ANGELES)

    assert names(order.incidents("employer")) == ["open", "undated"]
    assert names(order.incidents("court")) == ["private", "open", "undated"]
    assert names(order.incidents("log")) == ["open", "undated"]


AFTER = [
    ("March 17, 2026", "March 18, 2026", True),
    ("March 17, 2026", "March 16, 2026", False),
    ("March 17, 2026", "March 17, 2026", False),
    ("March 17, 2026", "March 17, 2026 at 9 pm", False),
    ("March 17, 2026 at 8 pm", "March 17, 2026 at 9 pm", True),
    ("March 17, 2026 at 9 pm", "March 17, 2026 at 9 pm", False),
    ("March 17, 2026", "before March 20, 2026", False),
    ("March 17, 2026", "after March 17, 2026", True),
    ("March 17, 2026", "between March 16 and March 20, 2026", False),
    ("March 17, 2026", "between March 18 and March 20, 2026", True),
    ("between March 16 and March 20, 2026", "March 18, 2026", False),
    ("between March 16 and March 20, 2026", "March 21, 2026", True),
    ("March 2026", "March 31, 2026", False),
    ("March 2026", "April 1, 2026", True),
    ("after March 17, 2026", "March 30, 2026", False),
    ("before March 17, 2026", "March 17, 2026", True),
    ("unknown", "March 30, 2026", False),
    ("March 17, 2026", "unknown", False),
    (None, "March 30, 2026", False),
    ("March 17, 2026", None, False),
]


@pytest.mark.parametrize(("asked", "incident", "expected"), AFTER)
def test_contact_after_a_request_to_stop_is_only_what_is_known_to_be(
    asked: str | None,
    incident: str | None,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    order = order_of([("contact", incident)], requests=[{"when": asked}])
    (request,) = [event for event in order.all if event.path == "requests_to_stop[1]"]

    assert names(order.incidents_after(request, "employer")) == (["contact"] if expected else [])


def test_an_event_of_no_date_came_after_a_notice_if_what_it_followed_did() -> None:
    order = order_of(
        [
            ("before", "March 1, 2026"),
            ("behind-before", "unknown", "before"),
            ("after", "March 10, 2026"),
            ("behind-after", "unknown", "after"),
            ("behind-that", "unknown", "behind-after"),
        ],
        notices=[{"when": "March 5, 2026"}],
    )
    (notice,) = [event for event in order.all if event.path == "notices[1]"]

    assert names(order.incidents_after(notice, "employer")) == ["after", "behind-after", "behind-that"]


def test_what_came_after_an_incident_includes_what_is_said_to_follow_it() -> None:
    order = order_of([("first", "March 5, 2026"), ("call", "unknown", "first"), ("second", "March 9, 2026")])
    first, call, second = order.dated

    assert names(order.incidents_after(first, "court")) == ["call", "second"]
    assert names(order.incidents_after(call, "court")) == []
    assert names(order.incidents_after(second, "court")) == []


def test_a_nameless_incident_is_followed_by_no_nameless_one() -> None:
    case = make_case(incidents=[make_incident(id=None), make_incident(id=None, when="unknown")])
    order = chronology(case, LOS_ANGELES)

    assert order.incidents_after(order.dated[0], "court") == ()


def test_what_came_after_leaves_out_what_a_reader_may_not_see() -> None:
    case = make_case(
        incidents=[
            make_incident(id="private", when="March 10, 2026", withheld_from=["employer"]),
            make_incident(id="call", when="unknown", after="private"),
        ],
        notices=[{"when": "March 5, 2026"}, {"when": "March 12, 2026"}],
    )
    order = chronology(case, LOS_ANGELES)
    notice = order.dated[0]

    assert names(order.incidents_after(notice, "employer")) == ["call"]
    assert names(order.incidents_after(notice, "court")) == ["private", "call"]


DATES = ["March 5, 2026", "about March 5, 2026", "March 2026", "before March 9, 2026", "unknown", None]


@settings(derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(DATES), st.integers(0, 7)), max_size=8))
def test_no_event_is_lost_doubled_or_put_before_what_it_followed(
    listed: list[tuple[str | None, int]],
) -> None:
    order = order_of([(f"i{n}", when, f"i{after}") for n, (when, after) in enumerate(listed)])
    dated = names(order.dated)

    assert sorted(names(order.all)) == sorted(f"i{n}" for n in range(len(listed)))
    for event in order.dated:
        assert isinstance(event.record, Incident)
        if event.when is None or not event.when.is_dated:
            assert dated.index(event.record.after or "") < dated.index(event.record.id or "")
