"""What the employer was told, and how the respondent was told to stop."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from document.letters import emails, plain, teller_of
from factories import Typed, facts_of, make_case, make_evidence, make_incident

from formgen.document.letter_events import in_turn
from formgen.document.letter_told import (
    NOTICES_A_PARAGRAPH,
    effects_at_work,
    opening_of_told,
    stop_request,
    told_paragraphs,
    told_to_addressee,
    told_to_stop,
)
from formgen.document.letter_values import StopRequest, Told, ToldParagraph
from formgen.document.typed import paragraphs_of

MARCH_10: Typed = {"when": "2026-03-10", "to": "Pat Moreno", "how": "email", "answer": "Wait."}
TOLD = Told("", False, "On March 10", "on March 10", "emailed", "", "", True, False, False, "Wait.", "", "")


def told(*notices: Mapping[str, object], **changes: object) -> list[list[Told]]:
    """Return the notices of a case by paragraph, with common spaces in the words of their dates."""
    case = make_case(notices=list(notices), **changes)
    facts = facts_of(case)
    return [
        [
            replace(
                n,
                account=plain(n.account),
                on=plain(n.on),
                on_inside=plain(n.on_inside),
                about=plain(n.about),
            )
            for n in paragraph.notices
        ]
        for paragraph in told_paragraphs(facts.chronology, case, teller_of(facts))
    ]


def one_told(changes: Mapping[str, object], **case: object) -> Told:
    """Return a single notice with *changes*."""
    ((notice,),) = told({**MARCH_10, **changes}, **case)
    return notice


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {}),
        (
            {"when": "2026-03-10 08:30"},
            {"on": "On March 10 at 8:30 a.m.,", "on_inside": "on March 10 at 8:30 a.m"},
        ),
        (
            {"when": "March 10, 2026, evening"},
            {"on": "On the evening of March 10", "on_inside": "on the evening of March 10"},
        ),
        ({"when": None}, {"on": "", "on_inside": ""}),
        ({"how": "phone call"}, {"told": "telephoned"}),
        ({"how": "in person"}, {"told": "told"}),
        ({"how": "voicemail"}, {"told": "left a voicemail for"}),
        ({"how": "letter"}, {"told": "wrote to"}),
        ({"how": None}, {"told": "told"}),
        ({"about": ["first-email"]}, {"about": "the email"}),
        ({"answer": None}, {"answer": ""}),
        ({"answer": "none"}, {"answer": "", "silent": True}),
        ({"answer": "none of it"}, {"answer": "none of it"}),
        ({"answer": "You said:\n\nwait."}, {"answer": "You said: wait."}),
        ({"done": "You moved\nmy desk."}, {"done": "You moved my desk."}),
        ({"exhibits": ["note"]}, {"cite": "(Enclosure 1)"}),
        ({"to": "Pat Moreno"}, {"whom": ""}),
        ({"to": "Sam Vale"}, {"whom": "Sam Vale"}),
        ({"to": "pat moreno"}, {"whom": "pat moreno"}),
        ({"to": None}, {"whom": "Brightline Heating & Air"}),
        ({"account": "I showed you both."}, {"account": "On March 10 I showed you both."}),
        ({"account": "I told you.", "when": None}, {"account": "I told you.", "on": "", "on_inside": ""}),
        ({"account": "We spoke."}, {"account": "We spoke.", "dated_apart": True}),
        ({"account": "We spoke.", "when": None}, {"account": "We spoke.", "on": "", "on_inside": ""}),
        ({"account": "I sent it {exhibits}."}, {"account": "On March 10 I sent it."}),
        (
            {"account": "I sent it {exhibits}.", "exhibits": ["note"]},
            {"account": "On March 10 I sent it (Enclosure 1)."},
        ),
        ({"account": "{when} we spoke."}, {"account": "On March 10 we spoke."}),
        ({"account": "I told you {when},"}, {"account": "I told you on March 10,"}),
        ({"account": "I told you on March 10."}, {"account": "I told you on March 10."}),
        ({"account": "I told you\n\nof it."}, {"account": "On March 10 I told you of it."}),
    ],
)
def test_a_notice_is_told_as_typed_or_else_from_what_is_known_of_it(
    changes: Mapping[str, object], expected: Mapping[str, object]
) -> None:
    evidence = [make_evidence(id="note")]

    assert one_told(changes, evidence=evidence) == replace(TOLD, **expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("employer", "to", "is_you"),
    [
        ({}, "Pat Moreno", True),
        ({}, "Brightline Heating & Air", False),
        ({}, None, False),
        ({"attention": None}, "Brightline Heating & Air", True),
        ({"attention": None}, "Pat Moreno", False),
        ({"attention": {"name": None}}, "Brightline Heating & Air", True),
        ({"attention": None, "name": None}, None, False),
    ],
)
def test_you_are_the_addressee_and_nobody_else(
    employer: Mapping[str, object],
    to: str | None,
    is_you: bool,  # noqa: FBT001 - a table of answers
) -> None:
    case = make_case(employer=employer, notices=[{"to": to}])
    assert isinstance(case.notices, tuple)

    assert told_to_addressee(case.notices[0], case) is is_you


def test_a_notice_to_nobody_named_was_given_to_the_employer_by_its_short_name() -> None:
    assert one_told({"to": None}, employer={"called": "Brightline"}).whom == "Brightline"


def test_notices_begin_with_their_date_and_with_i_in_turn() -> None:
    days = [f"2026-03-{day}" for day in range(10, 17)]
    paragraphs = told(*({**MARCH_10, "when": day} for day in days))

    assert [[n.date_first for n in p] for p in paragraphs] == [
        [True, False, True],
        [False, True, False],
        [True],
    ]
    assert NOTICES_A_PARAGRAPH == 3


def test_silence_is_told_of_once_and_then_as_silence_again() -> None:
    answers = ["none", "Wait.", "none", None, "none"]
    notices = [{**MARCH_10, "when": f"2026-03-1{n}", "answer": answer} for n, answer in enumerate(answers)]
    found = [n for paragraph in told(*notices) for n in paragraph]

    assert [n.silent for n in found] == [True, False, True, False, True]
    assert [n.silent_again for n in found] == [False, False, True, False, True]


@pytest.mark.parametrize("notices", ["none", None, []])
def test_no_notices_make_no_paragraph(notices: object) -> None:
    case = make_case(notices=notices)
    facts = facts_of(case)

    assert told_paragraphs(facts.chronology, case, teller_of(facts)) == ()


def test_notices_stand_in_the_order_of_their_dates_and_those_withheld_are_left_out() -> None:
    later = {**MARCH_10, "when": "2026-03-12"}
    withheld = {**MARCH_10, "when": "2026-03-11", "withheld_from": ["employer"]}
    undated = {**MARCH_10, "when": "unknown"}

    assert [[n.on for n in p] for p in told(undated, later, withheld, MARCH_10)] == [
        ["On March 10", "On March 12", "On a date I do not recall"]
    ]


def test_a_notice_of_nothing_but_what_the_employer_may_not_see_is_left_out() -> None:
    incidents = [make_incident(), make_incident(id="secret", withheld_from=["employer"])]

    assert told({**MARCH_10, "about": ["secret"]}, incidents=incidents) == []
    assert one_told({"about": ["secret"], "account": "I told you."}, incidents=incidents).about == ""


def test_incidents_withheld_from_the_employer_are_not_named_in_a_notice() -> None:
    incidents = [make_incident(), make_incident(id="call", channel="phone call", withheld_from=["employer"])]

    assert one_told({"about": ["first-email", "call"]}, incidents=incidents).about == "the email"


@pytest.mark.parametrize(
    ("paragraphs", "word"),
    [
        ((), ""),
        ((ToldParagraph((TOLD,)),), "On"),
        ((ToldParagraph((replace(TOLD, account="I told you."),)),), "I"),
        ((ToldParagraph((replace(TOLD, on=""),)),), "I"),
        ((ToldParagraph((replace(TOLD, date_first=False),)),), "I"),
        ((ToldParagraph((replace(TOLD, account="We spoke.", dated_apart=True),)),), "I"),
    ],
)
def test_the_opening_of_what_was_told_is_its_first_word(
    paragraphs: tuple[ToldParagraph, ...], word: str
) -> None:
    assert opening_of_told(paragraphs) == word


def stops(*requests: Mapping[str, object], ahead: str = "", **changes: object) -> list[StopRequest]:
    """Return the requests to stop of a case with seven emails from March 1, one a day."""
    case = make_case(**{"incidents": emails(7), "requests_to_stop": list(requests), **changes})
    facts = facts_of(case)
    order, teller = facts.chronology, teller_of(facts)
    events = told_to_stop(order)
    told = in_turn(teller, events, ahead=ahead)
    return [stop_request(e, p, order, teller.namer) for e, p in zip(events, told, strict=True)]


def openings(found: list[StopRequest]) -> list[str]:
    """Return the first paragraph of each, as it is printed."""
    return [
        plain(" ".join(part for part in (p.sentence, p.dated, p.text) if part))
        for p in (request.paragraphs[0] for request in found)
    ]


@pytest.mark.parametrize(
    ("day", "after", "counted"),
    [
        ("2026-03-02 12:00", "five emails", True),
        ("2026-03-03", "The emails of March 4, March 5, March 6 and March 7", False),
        ("2026-03-06", "The email of March 7", False),
        ("2026-03-07", "", False),
        ("2026-04-01", "", False),
        ("unknown", "", False),
    ],
)
def test_what_came_after_a_request_to_stop_is_named_or_if_it_is_much_counted(
    day: str,
    after: str,
    counted: bool,  # noqa: FBT001 - a table of answers
) -> None:
    (request,) = stops({"when": day, "how": "email", "account": "I asked him to stop."})

    assert (plain(request.after), request.after_counted) == (after, counted)


def test_different_kinds_of_events_after_a_request_are_named_each_in_its_own_way() -> None:
    incidents = [
        make_incident(id="a", when="2026-03-05"),
        make_incident(id="b", when="2026-03-24", channel="phone call"),
        make_incident(id="c", when="2026-04-02"),
        make_incident(id="d", when="2026-04-14", channel="on site"),
    ]
    (request,) = stops({"when": "2026-03-17", "account": "I answered him once."}, incidents=incidents)

    assert plain(request.after) == "The call, the email of April 2 and the visit"


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        ({"account": "I asked him to stop."}, ["On March 17 I asked him to stop."]),
        ({"account": "{when} I asked him."}, ["On March 17 I asked him."]),
        (
            {"account": "We asked him to stop."},
            ["The request to stop was made on March 17. We asked him to stop."],
        ),
        (
            {"account": "We asked him.", "how": "email"},
            ["The request to stop was made on March 17. We asked him."],
        ),
        ({"account": "On March 17 we asked him."}, ["On March 17 we asked him."]),
        ({"account": "We asked him.", "when": None}, ["We asked him."]),
        ({"account": None}, []),
        ({"account": " \n"}, []),
    ],
)
def test_a_request_to_stop_is_told_in_her_words_or_not_at_all(
    changes: Mapping[str, object], printed: list[str]
) -> None:
    assert openings(stops({"when": "2026-03-17", **changes})) == printed


def test_a_date_in_the_subject_line_is_said_again_for_a_request_to_stop() -> None:
    request = {"when": "2026-03-17", "account": "We asked him."}

    assert openings(stops(request, letter={"subject": "March 17"})) == [
        "The request to stop was made on March 17. We asked him."
    ]


def test_requests_to_stop_begin_unlike_one_another_and_unlike_what_follows() -> None:
    requests = [{"when": f"2026-03-2{n}", "account": "I asked him to stop."} for n in range(3)]

    assert openings(stops(*requests, ahead="On")) == [
        "The request to stop was made on March 20. I asked him to stop.",
        "On March 21 I asked him to stop.",
        "The request to stop was made on March 22. I asked him to stop.",
    ]


def test_a_request_to_stop_withheld_from_the_employer_is_left_out() -> None:
    request = {"when": "2026-03-17", "account": "I asked him to stop."}

    assert stops({**request, "withheld_from": ["employer"]}) == []
    assert len(stops({**request, "withheld_from": ["court", "log"]})) == 1


def test_a_request_to_stop_says_where_its_evidence_is_enclosed() -> None:
    request = {"when": "2026-03-17", "account": "I answered him {exhibits}.", "exhibits": ["answer"]}
    (stop,) = stops(request, evidence=[make_evidence(id="answer")])

    assert [p.text for p in stop.paragraphs] == ["I answered him (Enclosure 1)."]


def test_only_effects_on_the_work_are_told_to_the_employer() -> None:
    effects = [
        {"what": "I stay in the back.\n\nI let calls ring.", "kind": "work"},
        {"what": "I wake at night.", "kind": "health"},
        {"what": "I moved.", "kind": "other"},
        "I have not said which kind.",
        {"kind": "work"},
        {"what": "I leave at five.", "kind": "work"},
    ]

    assert effects_at_work(make_case(effects=effects)) == (
        *paragraphs_of("I stay in the back.\n\nI let calls ring."),
        "I leave at five.",
    )
