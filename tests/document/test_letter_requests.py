"""What a letter asks for: chosen requests in the form that their number calls for, and her own."""

from collections.abc import Mapping

import pytest
from document.letters import compose, plain, values_of
from factories import HARD_TEXTS, Typed, make_case, make_incident

from formgen.case.told import Request
from formgen.document.letter_requests import MOST_IN_A_SENTENCE, is_own_words
from formgen.document.letter_values import Asks

HE: Typed = {"called": "Mr. Voss", "pronouns": "he"}
ASKS = ["reassign-contact", "write-to-customer", "block-and-keep-mail", "investigate", "copies"]
COPIES = "our harassment policy, our workplace violence prevention plan, and the log entries about this"
NOTHING = Asks((), "", (), (), (), (), "", asks_for_plan=False)

LOOK = "that you look into what happened and tell me what you decide"
CLAUSES = [
    "that someone else deal with Mr. Voss from now on",
    "that you write to him that any messages go to that person and not to me",
    "that his messages to me be sent to you instead and all of them be kept",
]
LINES = [
    "Have someone else deal with Mr. Voss from now on.",
    "Write to him that he is to contact that person and not me.",
    "Have his messages to me sent to you instead, and keep all of them.",
    "Look into what happened and tell me what you decide.",
    f"Give me {COPIES}.",
]


def asks_of(*requests: object, **changes: object) -> Asks:
    """Return what the letter asks for in a case whose respondent is called Mr. Voss."""
    return compose(make_case(**{"respondent": HE, "requests": list(requests), **changes})).values.asks


def test_nothing_asked_is_nothing_said() -> None:
    assert asks_of() == NOTHING


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, CLAUSES[0]),
        (2, f"{CLAUSES[0]} and {CLAUSES[1]}"),
        (3, f"{CLAUSES[0]}, {CLAUSES[1]}, and {CLAUSES[2]}"),
    ],
)
def test_up_to_three_requests_make_one_sentence(count: int, sentence: str) -> None:
    asks = asks_of(*ASKS[:count])

    assert (asks.sentence, asks.lines) == (sentence, ())
    assert MOST_IN_A_SENTENCE == 3


@pytest.mark.parametrize("count", [4, 5, 6, 7, 8, 9])
def test_more_requests_make_a_list_with_her_own_at_its_end(count: int) -> None:
    own = [f"I want number {n}." for n in range(6, count + 1)]
    asks = asks_of(*[*ASKS[:5], *own][:count])

    assert (asks.sentence, asks.own) == ("", ())
    assert list(asks.lines) == [*LINES, *own][:count]


@pytest.mark.parametrize(
    ("requests", "sentence", "own"),
    [
        (["I want a chair."], "", ("I want a chair.",)),
        (["I want a chair.", "investigate"], LOOK, ("I want a chair.",)),
        (["I want\na chair.\n\nSoon."], "", ("I want a chair. Soon.",)),
    ],
)
def test_a_few_words_of_her_own_stand_behind_the_sentence(
    requests: list[str], sentence: str, own: tuple[str, ...]
) -> None:
    asks = asks_of(*requests)

    assert (asks.sentence, asks.own, asks.lines) == (sentence, own, ())


@pytest.mark.parametrize("words", [f"Please: {text}" for text in HARD_TEXTS.values()], ids=HARD_TEXTS)
def test_her_own_words_are_asked_as_typed(words: str) -> None:
    (own,) = asks_of(words).own

    assert own.replace(" ", "") == words.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("ask", "is_own"),
    [(None, False), ("investigate", False), ("investigat", False), ("I want peace.", True), ("a\tb", True)],
)
def test_a_request_with_a_space_in_it_is_in_her_own_words(ask: str | None, is_own: bool) -> None:  # noqa: FBT001 - a table of answers
    assert is_own_words(Request(ask=ask)) is is_own


def test_a_name_that_the_catalog_does_not_have_is_asked_by_nobody() -> None:
    assert asks_of("investigat") == NOTHING


KEEP = "that this email and any others be kept"
NO_RETALIATION = "that nothing be held against me for writing this"


@pytest.mark.parametrize(
    ("requests", "sentence", "closing"),
    [
        (["keep-evidence"], KEEP, ()),
        (["keep-evidence", "investigate"], f"{LOOK} and {KEEP}", ()),
        (["no-retaliation"], NO_RETALIATION, ()),
        ([*ASKS[:4], "keep-evidence"], "", ("keep this email and any others",)),
        (
            [*ASKS[:3], "no-retaliation", "keep-evidence"],
            "",
            ("let nothing be held against me for writing it", "keep this email and any others"),
        ),
        ([*ASKS[:2], "keep-evidence", "I want a chair."], "", ("keep this email and any others",)),
    ],
)
def test_what_closes_a_letter_is_part_of_a_short_sentence_or_else_stands_at_the_end(
    requests: list[str], sentence: str, closing: tuple[str, ...]
) -> None:
    asks = asks_of(*requests)

    assert (asks.sentence, asks.closing) == (sentence, closing)


@pytest.mark.parametrize(
    ("channels", "kept"),
    [
        (["email"], "this email and any others"),
        (["phone call"], "this call and any others"),
        (["email", "email"], "everything that shows what happened"),
    ],
)
def test_what_is_to_be_kept_follows_from_what_happened(channels: list[str], kept: str) -> None:
    incidents = [make_incident(id=f"i{n}", channel=channel) for n, channel in enumerate(channels)]

    assert asks_of("keep-evidence", incidents=incidents).sentence == f"that {kept} be kept"


def test_she_can_say_what_a_request_applies_to_and_her_words_are_no_template() -> None:
    what = "the {{ call }} records & {% if %}\n<any> footage"
    asks = asks_of({"ask": "copies", "what": what})

    assert asks.sentence == "that you give me the {{ call }} records & {% if %} <any> footage"


def test_orders_and_their_cost_are_sentences_of_their_own() -> None:
    asks = asks_of("consider-petition", "bear-cost", employer={"called": "Brightline"})

    assert asks.orders == ("I ask you to consider that.",)
    assert asks.cost == ("If it comes to that, I ask that Brightline bear the cost.",)
    assert (asks.sentence, asks.lines, asks.closing) == ("", (), ())


@pytest.mark.parametrize(
    ("incidents", "relationship", "cost"),
    [
        ([{}], None, "If it comes to that, I ask that Brightline bear the cost."),
        ([{}, {}], None, "If it comes to either, I ask that Brightline bear the cost."),
        ([{}, {}], "customer", "If it comes to either, I ask that Brightline bear the cost."),
        ([{}, {}], "dating", "If it comes to that, I ask that Brightline bear the cost."),
        (
            [{"at_work": "yes"}],
            None,
            "If it comes to that, I ask that Brightline bear the cost, because this began with my work.",
        ),
        (
            [{"at_work": "partly"}, {}],
            None,
            "If it comes to either, I ask that Brightline bear the cost, because this began with my work.",
        ),
        ([{"at_work": "no"}], None, "If it comes to that, I ask that Brightline bear the cost."),
    ],
)
def test_the_cost_is_asked_for_of_the_orders_there_are_and_for_the_work_only_if_it_began_there(
    incidents: list[Typed], relationship: str | None, cost: str
) -> None:
    asks = asks_of(
        "bear-cost",
        employer={"called": "Brightline"},
        respondent={"relationship": relationship},
        incidents=[make_incident(id=f"i{n}", **changes) for n, changes in enumerate(incidents)],
    )

    assert asks.cost == (cost,)


def test_the_log_entries_are_about_all_events() -> None:
    asks = asks_of("copies", incidents=[make_incident(id="a"), make_incident(id="b")])

    assert asks.sentence.endswith("and the log entries about these events")


@pytest.mark.parametrize(
    ("respondent", "chosen", "line"),
    [
        (HE, True, "Write to him that he is to contact that person and not me."),
        (HE, False, "Write to him that he is to contact someone other than me."),
        ({"pronouns": "they"}, True, "Write to them that they are to contact that person and not me."),
        ({"pronouns": None}, True, "Write to Voss that messages are to go to that person and not to me."),
        ({"pronouns": None}, False, "Write to Voss that messages are to go to someone other than me."),
    ],
)
def test_a_line_uses_a_pronoun_only_if_the_case_gives_it(
    respondent: Mapping[str, object],
    chosen: bool,  # noqa: FBT001 - a table of answers
    line: str,
) -> None:
    first = "reassign-contact" if chosen else "I want a chair."
    requests = ["write-to-customer", *ASKS[2:4], first]

    assert asks_of(*requests, respondent=respondent).lines[0] == line


def test_messages_about_the_dispute_are_named_by_it() -> None:
    asks = asks_of("write-to-customer", dispute={"about": "the bill"})

    assert asks.sentence == "that you write to him that messages about the bill go to someone other than me"


@pytest.mark.parametrize(
    ("requests", "answer_by"),
    [
        (["investigate"], ""),
        (["answer"], ""),
        ([{"ask": "answer", "by": "May 22, 2026"}], "Friday, May 22"),
        ([{"ask": "answer", "by": "2026-05-25"}], "Monday, May 25"),
        ([{"ask": "answer", "by": "2027-01-04"}], "Monday, January 4, 2027"),
        (["investigate", {"ask": "answer", "by": "2026-05-22"}], "Friday, May 22"),
        ([{"ask": "answer", "by": "2026-05-22"}, {"ask": "answer", "by": "2026-05-29"}], "Friday, May 22"),
        ([{"ask": "investigate", "by": "2026-05-22"}], ""),
    ],
)
def test_the_day_for_the_answer_stands_with_its_weekday(requests: list[object], answer_by: str) -> None:
    assert plain(asks_of(*requests).answer_by) == answer_by


@pytest.mark.parametrize(("requests", "asked"), [(["copies"], True), (["investigate"], False), ([], False)])
def test_it_is_known_whether_the_plan_is_asked_for(requests: list[str], asked: bool) -> None:  # noqa: FBT001 - a table of answers
    assert asks_of(*requests).asks_for_plan is asked


def test_the_letter_has_the_requests_among_its_values() -> None:
    assert values_of(respondent=HE, requests=ASKS[:3]).asks == asks_of(*ASKS[:3])
