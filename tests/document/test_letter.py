"""Composes a letter: which parts appear, in what order, in which form."""

from collections.abc import Mapping
from datetime import date

import pytest
from document.letters import compose, copies_of, emails, plain, values_of
from factories import Typed, make_case, make_evidence, make_incident

from formgen.document.letter_values import Headings

REACHED: Typed = {"phone": "530-555-0101", "email": "dana@example.com"}


@pytest.mark.parametrize(
    ("respondent", "letter", "introduces"),
    [
        ({}, {}, True),
        ({}, {"opening": "He came to us in May."}, True),
        ({}, {"opening": "Carl Voss came to us in May."}, False),
        ({}, {"subject": "Carl Voss"}, False),
        ({}, {"subject": "Emails"}, True),
        ({"relation": None}, {}, False),
    ],
)
def test_a_sentence_says_who_the_respondent_is_unless_her_own_words_name_him(
    respondent: Mapping[str, object],
    letter: Mapping[str, object],
    introduces: bool,  # noqa: FBT001 - a table of answers
) -> None:
    assert values_of(respondent=respondent, letter=letter).introduces is introduces


@pytest.mark.parametrize(
    ("letter", "as_of", "printed", "since"),
    [
        ({}, date(2026, 5, 12), "May 12, 2026", "March 5"),
        ({"date": "2026-04-17"}, date(2026, 5, 12), "April 17, 2026", "March 5"),
        ({}, date(2027, 1, 2), "January 2, 2027", "March 5, 2026"),
    ],
)
def test_the_letter_has_the_date_she_gives_it_and_leaves_out_its_own_year(
    letter: Mapping[str, object], as_of: date, printed: str, since: str
) -> None:
    values = values_of(letter=letter, as_of=as_of)

    assert (plain(values.date), plain(values.since)) == (printed, since)


@pytest.mark.parametrize(
    ("incidents", "single"),
    [
        ([], ""),
        ([make_incident()], "Email"),
        ([make_incident(channel="text")], "Text message"),
        ([make_incident(channel=None)], ""),
        ([make_incident(), make_incident(id="b")], ""),
    ],
)
def test_a_single_event_can_head_the_subject_line(incidents: list[Typed], single: str) -> None:
    assert values_of(incidents=incidents).single == single


@pytest.mark.parametrize(("count", "form"), [(0, "one"), (1, "one"), (3, "few"), (8, "list"), (9, "long")])
def test_the_incidents_that_the_employer_may_see_decide_the_form(count: int, form: str) -> None:
    withheld = make_incident(id="secret", withheld_from=["employer"])
    values = values_of(incidents=[*emails(count), withheld])

    assert values.form == form
    assert (values.count is not None, len(values.chronology)) == ((True, 9) if form == "long" else (False, 0))
    assert [h.number for h in values.incidents] == list(range(1, min(count, 8) + 1 if count < 9 else 3))


ANSWER: Typed = {"ask": "answer", "by": "2026-05-22"}
FOUR = ["reassign-contact", "write-to-customer", "investigate", "copies"]
NOTICE: Typed = {"when": "2026-03-10", "to": "Pat Moreno", "how": "email"}
EFFECT: Typed = {"what": "I let calls ring.", "kind": "work"}


@pytest.mark.parametrize(
    ("changes", "headings"),
    [
        ({"incidents": emails(1), "requests": FOUR}, (False, False, False, False)),
        ({"incidents": emails(3), "requests": FOUR}, (False, False, False, False)),
        ({}, (True, False, False, True)),
        ({"requests": [ANSWER]}, (True, False, False, True)),
        ({"requests": ["investigate"]}, (True, False, False, True)),
        ({"requests": ["investigate", ANSWER]}, (True, False, True, True)),
        ({"requests": FOUR}, (True, False, True, True)),
        ({"requests": ["I want a chair.", ANSWER]}, (True, False, False, True)),
        ({"requests": FOUR, "notices": [NOTICE]}, (True, False, True, True)),
        ({"requests": FOUR, "effects": [EFFECT]}, (True, False, True, True)),
        ({"requests": FOUR, "notices": [NOTICE], "effects": [EFFECT]}, (True, True, True, True)),
        ({"requests": FOUR, "effects": [EFFECT, EFFECT]}, (True, True, True, True)),
        ({"requests": FOUR, "notices": [NOTICE] * 4}, (True, True, True, True)),
        ({"notices": [NOTICE] * 4}, (True, False, False, True)),
        ({"incidents": emails(9), "requests": FOUR}, (True, False, True, True)),
    ],
)
def test_a_heading_needs_two_paragraphs_or_a_list_under_it(
    changes: Mapping[str, object], headings: tuple[bool, bool, bool, bool]
) -> None:
    happened, told, ask, law = headings

    case = make_case(**{"incidents": emails(4), **changes})

    assert compose(case).values.headings == Headings(happened, told, ask, law)


@pytest.mark.parametrize(
    ("notices", "told_all_you", "first_time"),
    [
        (None, True, False),
        ("none", True, True),
        ([], True, True),
        ([NOTICE], True, False),
        ([NOTICE, {**NOTICE, "to": "Sam Vale"}], False, False),
        ([{**NOTICE, "to": None}], False, False),
        ([NOTICE, {**NOTICE, "to": "Sam Vale", "withheld_from": ["employer"]}], True, False),
        ([{**NOTICE, "withheld_from": ["employer"]}], True, False),
    ],
)
def test_it_is_known_whether_all_notices_went_to_the_addressee_and_whether_this_is_the_first(
    notices: object,
    told_all_you: bool,  # noqa: FBT001 - a table of answers
    first_time: bool,  # noqa: FBT001 - a table of answers
) -> None:
    values = values_of(notices=notices)

    assert (values.told_all_you, values.first_time) == (told_all_you, first_time)


@pytest.mark.parametrize(
    ("dispute", "about", "expected"),
    [
        (None, None, ((), False)),
        (None, {"alarming": "the end"}, ((), False)),
        (None, {"service": "the furnace"}, ((), True)),
        ({"about": "the bill"}, {"service": "the furnace"}, ((), True)),
        (
            {"account": "He may be right.\n\nOr not."},
            {"service": "x"},
            (("He may be right.", "Or not."), False),
        ),
    ],
)
def test_a_service_complaint_is_set_apart_in_her_words_or_in_the_letters(
    dispute: Mapping[str, object] | None, about: object, expected: tuple[tuple[str, ...], bool]
) -> None:
    values = values_of(dispute=dispute, incidents=[make_incident(about=about)])

    assert (values.dispute, values.service_complaint) == expected


@pytest.mark.parametrize(
    ("words", "runs_on"),
    [(None, False), ("I hope nothing comes.", False), ("If it does,", True), ("If it\ndoes,\n", True)],
)
def test_her_words_before_the_orders_run_on_if_they_end_with_a_comma(
    words: str | None,
    runs_on: bool,  # noqa: FBT001 - a table of answers
) -> None:
    assert values_of(letter={"before_orders": words}).runs_on is runs_on


@pytest.mark.parametrize(
    ("descriptions", "line", "many"),
    [
        ([], "", False),
        (["email of March 5"], "email of March 5", False),
        (["email of\nMarch 5\n"], "email of March 5", False),
        ([None], "one, as marked above", False),
        (["a", "b"], "1 and 2", True),
        (["a", None, "c"], "1 to 3", True),
        (["a"] * 40, "1 to 40", True),
    ],
)
def test_one_enclosure_is_described_and_several_are_counted(
    descriptions: list[str | None],
    line: str,
    many: bool,  # noqa: FBT001 - a table of answers
) -> None:
    names = [f"e{n}" for n in range(len(descriptions))]
    evidence = [make_evidence(id=n, description=d) for n, d in zip(names, descriptions, strict=True)]
    values = values_of(evidence=evidence, incidents=[make_incident(exhibits=names)])

    assert (values.enclosures, values.enclosures_many) == (line, many)


def test_enclosures_are_numbered_in_the_order_of_events_whatever_the_order_of_the_case() -> None:
    incidents = list(reversed(emails(3)))
    document = compose(make_case(incidents=incidents, evidence=copies_of(incidents)))

    assert [(e.number, e.evidence.id) for e in document.enclosed] == [(n, f"email-{n}") for n in (1, 2, 3)]


def test_her_own_parts_are_printed_as_typed() -> None:
    letter = {
        "delivery": "By hand,\nand by email",
        "subject": "Carl Voss:\nemails",
        "opening": "One.\n\nTwo.",
        "after_orders": "Please\ntalk to me.",
        "closing": "I like\nthe job.\n\nStill.",
        "copies": ["Jo Park,\nunion", "Sam Vale"],
    }
    values = values_of(letter=letter, employer={"report_to": "the owner,\nin writing"}, effects=[EFFECT])

    assert (values.delivery, values.subject) == ("By hand, and by email", "Carl Voss: emails")
    assert (values.opening, values.closing) == (("One.", "Two."), ("I like the job.", "Still."))
    assert values.after_orders == "Please talk to me."
    assert values.copies == ("Jo Park, union", "Sam Vale")
    assert values.report_to == "the owner, in writing"
    assert values.effects == ("I let calls ring.",)


def test_two_events_alike_begin_unlike_each_other_and_unlike_what_was_told() -> None:
    incidents = [make_incident(id=f"i{n}", when=f"2026-03-0{n}", account="I read it.") for n in (1, 2, 3)]
    values = values_of(incidents=incidents, notices=[NOTICE])
    openings = [plain(h.paragraphs[0].dated or h.paragraphs[0].sentence) for h in values.incidents]

    assert openings == ["The email came on March 1.", "On March 2", "The email came on March 3."]
    assert values.told[0].notices[0].date_first


def test_the_document_carries_its_template_title_language_and_what_it_withheld() -> None:
    case = make_case(
        declarant=REACHED,
        incidents=[make_incident(), make_incident(id="secret", withheld_from=["employer"])],
        effects=[{"what": "I wake at night.", "kind": "health"}],
    )
    document = compose(case)

    assert (document.paper, document.title, document.language) == ("notice-letter", "Notice letter", "en-US")
    assert document.template.startswith(b"PK")
    assert document.template_name.endswith("letter.docx")
    assert document.withheld == ("declarant.phone", "declarant.email", "incidents[2]", "effects[1]")


def test_a_recording_that_perhaps_nobody_agreed_to_is_not_enclosed() -> None:
    evidence = [make_evidence(id="a", file="call.mp3"), make_evidence(id="b", file="note.txt")]
    incident = make_incident(channel="phone call", recording="unsure", exhibits=["a", "b"])
    document = compose(make_case(incidents=[incident], evidence=evidence))

    assert [enclosure.evidence.id for enclosure in document.enclosed] == ["b"]
    assert document.withheld == ("evidence[1]",)


@pytest.mark.parametrize(
    ("whens", "since"),
    [
        (["2026-03-05", "2026-03-06"], "March 5"),
        (["about March 5, 2026", "2026-03-06"], "about March 5"),
        (["late March 2026"], "late March 2026"),
        (["before March 5, 2026"], ""),
        (["unknown", "unknown"], ""),
        ([None], ""),
        ([], ""),
    ],
)
def test_the_subject_names_the_first_day_only_if_it_is_known(whens: list[str | None], since: str) -> None:
    values = values_of(incidents=[make_incident(id=f"i{n}", when=when) for n, when in enumerate(whens)])

    assert plain(values.since) == since


def test_the_language_of_the_case_is_the_letters() -> None:
    assert compose(make_case(language="en-GB")).language == "en-GB"
