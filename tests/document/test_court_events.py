"""Events told to a court: their dates, accounts as typed, places, exhibits, notices and what came of them."""

import pytest
from document.declarations import body_of, events_told, harassment, paper_of, typed_at
from factories import HARD_TEXTS, Typed, facts_of, make_evidence, make_incident

from formgen.case import Case
from formgen.document.blocks import Paragraph, Span
from formgen.document.court_events import account_of, can_follow_date, shown_of

COPY = "Exhibit A is a true and correct copy; I received it at my work address."
COPY_OF_B = "Exhibit B is a true and correct copy."
TOLD_PAT = "On March 10, 2026, I told Pat Moreno."


def case_with(*incidents: Typed, evidence: object = (), **changes: object) -> Case:
    """Return a case with *incidents*: what is not typed of one is blank."""
    blank: Typed = {"channel": "other", "account": None, "quotes": [], "knowledge": "saw"}
    typed = [make_incident(**{**blank, "id": f"i{n}", **one}) for n, one in enumerate(incidents, 1)]
    return harassment(incidents=typed, evidence=evidence, **changes)


def told(evidence: object = (), **incident: object) -> list[str]:
    """Return the paragraphs that tell one incident."""
    return events_told(case_with(incident, evidence=evidence))


def shown(account: str, **incident: object) -> list[str]:
    """Return how *account* is told where `note` and `letter` show it, its date aside."""
    evidence = [make_evidence(id="note", label="A"), make_evidence(id="letter", label="B", how_known=None)]
    exhibits: Typed = {"exhibits": ["note", "letter"]} if "letter" in account else {"exhibits": ["note"]}
    paragraphs = told(evidence, **{"account": account, "when": "unknown", **exhibits, **incident})
    return [
        each.removeprefix("Date not recalled. ").removeprefix("On a date I do not recall, ")
        for each in paragraphs
    ]


# The date of an account that has none


@pytest.mark.parametrize(
    ("when", "lead", "label"),
    [
        ("March 5, 2026", "On March 5, 2026, ", "March 5, 2026. "),
        ("2026-03-05 20:47", "On March 5, 2026, at 8:47 p.m., ", "March 5, 2026, 8:47 p.m. "),
        (
            "March 5, 2026 at about 8:45 pm",
            "On March 5, 2026, at about 8:45 p.m., ",
            "March 5, 2026, about 8:45 p.m. ",
        ),
        ("March 5, 2026, evening", "On the evening of March 5, 2026, ", "March 5, 2026, evening. "),
        ("about March 5, 2026", "On or about March 5, 2026, ", "About March 5, 2026. "),
        (
            "between March 1 and March 9, 2026",
            "Between March 1 and March 9, 2026, ",
            "March 1 to March 9, 2026. ",
        ),
        ("March 2026", "In March 2026, ", "March 2026. "),
        ("late March 2026", "In late March 2026, ", "Late March 2026. "),
        ("before March 5, 2026", "Before March 5, 2026, ", "Before March 5, 2026. "),
        ("after March 5, 2026", "After March 5, 2026, ", "After March 5, 2026. "),
        ("unknown", "On a date I do not recall, ", "Date not recalled. "),
    ],
)
def test_a_date_stands_before_i_or_a_name_and_otherwise_at_the_head(when: str, lead: str, label: str) -> None:
    assert told(when=when, account="I saw a truck.") == [f"{lead}I saw a truck."]
    assert told(when=when, account="Carl Voss sat in it.") == [f"{lead}Carl Voss sat in it."]
    assert told(when=when, account="He sat in it.") == [f"{label}He sat in it."]


@pytest.mark.parametrize(
    "account",
    [
        "I left.",
        "I'd left.",
        "I\u2019m early.",
        "Carl Voss left.",
        "Carl Voss's truck was there.",
        "Voss left.",
        "Dana Reyes left.",
        "Brightline Heating & Air was open.",
    ],
)
def test_what_can_follow_a_date(account: str) -> None:
    assert told(when="March 5, 2026", account=account) == [f"On March 5, 2026, {account}"]


@pytest.mark.parametrize(
    "account",
    [
        "He left.",
        "It rang.",
        "Inside, I waited.",
        "Carla left.",
        "Vossler left.",
        "Icy roads.",
        " I left.",
        "“I left.”",
    ],
)
def test_what_cannot_follow_a_date(account: str) -> None:
    assert told(when="March 5, 2026", account=account) == [f"March 5, 2026. {account}"]


def test_a_date_at_the_head_is_italic_and_no_words_of_hers() -> None:
    paper = paper_of(case_with({"when": "March 5, 2026", "account": "He left."}))

    (paragraph,) = (b for b in paper.blocks if isinstance(b, Paragraph) and b.number == 2)
    assert paragraph.inlines == (
        Span("March\u00a05, 2026.", italic=True),
        Span(" "),
        Span("He left.", "incidents[1].account"),
    )


def test_an_account_of_what_she_was_told_keeps_the_date_apart_from_the_telling() -> None:
    assert told(when="May 4, 2026", account="I was told that he called.", knowledge="told by Lee Tran") == [
        "May 4, 2026. I was told that he called."
    ]


@pytest.mark.parametrize(
    "account",
    [
        "On March 5, 2026, he left.",
        "On March 5 he left.",
        "He left on march 5.",
        "I was there.\n\nHe left on March 5.",
        "He left on March\n5, 2026.",
    ],
)
def test_a_day_that_the_account_gives_is_not_said_twice(account: str) -> None:
    whole = " ".join(told(when="March 5, 2026 at 8:47 pm", account=account))

    assert whole == " ".join(account.split())


@pytest.mark.parametrize(
    "account",
    [
        "He left, as on March 5, 2025.",
        "He left on March 5 2019.",
        "He left on March 15.",
        "He left in March.",
    ],
)
def test_a_day_of_another_year_or_month_is_another_day(account: str) -> None:
    assert told(when="March 5, 2026", account=account) == [f"March 5, 2026. {account}"]


# `{when}`


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("{when}, he called.", "On March 5, 2026, at 8:47 p.m., he called."),
        ("He called {when}.", "He called on March 5, 2026, at 8:47 p.m."),
        ("He called {when}", "He called on March 5, 2026, at 8:47 p.m."),
        ("It was late. {when}, he called.", "It was late. On March 5, 2026, at 8:47 p.m., he called."),
        ("It was late ({when}) and dark.", "It was late (on March 5, 2026, at 8:47 p.m.) and dark."),
        ("He said “No.” {when} he left.", "He said “No.” On March 5, 2026, at 8:47 p.m. he left."),
        ("It was so: {when} he left.", "It was so: On March 5, 2026, at 8:47 p.m. he left."),
        ("It was so; {when}, he left.", "It was so; on March 5, 2026, at 8:47 p.m., he left."),
    ],
)
def test_a_date_is_put_where_she_put_its_marker(account: str, expected: str) -> None:
    assert told(when="March 5, 2026 at 8:47 pm", account=account) == [expected]


def test_a_date_after_a_citation_begins_a_sentence() -> None:
    assert shown("I wrote it; {exhibits} {when}, I sent it.") == [
        f"I wrote it; {COPY} (Exhibit A.) On a date I do not recall, I sent it."
    ]


def test_a_marker_in_a_later_paragraph_gives_the_date_there() -> None:
    account = "I had called him that day.\n\n{when}, he called back."

    assert told(when="March 5, 2026", account=account) == [
        "I had called him that day.",
        "On March 5, 2026, he called back.",
    ]


def test_a_marker_without_a_date_stays_as_typed() -> None:
    assert told(when=None, account="He called {when}.") == ["He called {when}."]


def test_an_account_without_a_date_is_told_as_it_is() -> None:
    assert told(when=None, account="He called.") == ["He called."]


# Days and times


def test_a_time_of_the_same_day_needs_no_date() -> None:
    case = case_with(
        {"when": "May 9, 2026 at 9:15 am", "account": "I saw him."},
        {"when": "May 9, 2026 at 8:02 pm", "account": "At 8:02 that evening he wrote."},
        {"when": "May 10, 2026 at 8:02 pm", "account": "At 8:02 he wrote again."},
    )

    assert events_told(case) == [
        "On May 9, 2026, at 9:15 a.m., I saw him.",
        "At 8:02 that evening he wrote.",
        "May 10, 2026, 8:02 p.m. At 8:02 he wrote again.",
    ]


@pytest.mark.parametrize(
    ("before", "account"),
    [
        # What is told before does not give the day.
        ("before May 9, 2026", "At 8:02 he wrote."),
        # Another time than the one typed.
        ("May 9, 2026 at 9:15 am", "At 18:02 he wrote."),
        ("May 9, 2026 at 9:15 am", "At 8:020 he wrote."),
        ("May 9, 2026 at 9:15 am", "That evening he wrote."),
        ("unknown", "At 8:02 he wrote."),
        (None, "At 8:02 he wrote."),
    ],
)
def test_a_time_is_not_enough_where_nothing_gives_the_day(before: str | None, account: str) -> None:
    case = case_with(
        {"when": before, "account": "I saw him."},
        {"when": "May 9, 2026 at 8:02 pm", "account": account},
    )

    assert f"May 9, 2026, 8:02 p.m. {account}" in events_told(case)


@pytest.mark.parametrize("when", [None, "unknown", "May 9, 2026"])
def test_an_event_without_a_time_goes_on_with_no_other(when: str | None) -> None:
    case = case_with(
        {"when": "May 9, 2026", "account": "I saw him."}, {"when": when, "account": "At 8:02 he wrote."}
    )

    head = {None: "", "unknown": "Date not recalled. ", "May 9, 2026": "May 9, 2026. "}[when]
    assert f"{head}At 8:02 he wrote." in events_told(case)


def test_events_of_one_day_come_by_their_times_and_those_of_no_date_last() -> None:
    case = case_with(
        {"when": "unknown", "account": "I saw him somewhere."},
        {"when": "May 9, 2026 at 8:02 pm", "account": "I saw him late."},
        {"when": "about May 9, 2026", "account": "I saw him then."},
        {"when": "May 9, 2026 at 9:15 am", "account": "I saw him early."},
        {"when": "unknown", "after": "i4", "account": "I saw him next."},
    )

    assert events_told(case) == [
        "On May 9, 2026, at 9:15 a.m., I saw him early.",
        "On a date I do not recall, I saw him next.",
        "On May 9, 2026, at 8:02 p.m., I saw him late.",
        "On or about May 9, 2026, I saw him then.",
        "On a date I do not recall, I saw him somewhere.",
    ]


# Events of which only exact words are given


@pytest.mark.parametrize(
    ("channel", "when", "came"),
    [
        (
            "email",
            "March 5, 2026 at 8:47 pm",
            "The email came on March 5, 2026, at 8:47 p.m. The email says:",
        ),
        (
            "voicemail",
            "about March 5, 2026",
            "The voicemail came on or about March 5, 2026. The recording says:",
        ),
        ("on site", "March 2026", "The visit was in March 2026. The words I heard:"),
        (None, "unknown", "It happened on a date I do not recall. The exact words:"),
        ("email", None, "The email says:"),
    ],
)
def test_a_sentence_says_when_words_came_of_which_nothing_else_is_told(
    channel: str | None, when: str | None, came: str
) -> None:
    assert told(channel=channel, when=when, quotes=["No."]) == [f"{came} “No.”"]


def test_place_and_people_are_told_of_an_event_without_an_account_too() -> None:
    incident: Typed = {"channel": "in person", "where": "the lot", "present": ["Lee Tran"], "quotes": ["No."]}

    assert told(when="March 5, 2026", **incident) == [
        "It happened on March 5, 2026. The place was the lot. Also there: Lee Tran. The words I heard: “No.”"
    ]


def test_an_event_of_which_nothing_may_be_told_has_no_paragraph() -> None:
    case = case_with({"when": None, "account": " \n "}, {"when": "unknown", "account": "I saw him."})

    assert events_told(case) == ["On a date I do not recall, I saw him."]
    assert paper_of(case).paragraphs == {"incidents[2]": (2,)}


# Place, and who was there


@pytest.mark.parametrize(
    ("incident", "expected"),
    [
        ({"where": "the counter"}, "The place was the counter."),
        ({"where": "Our shop."}, "The place was Our shop."),
        ({"where": "the lot", "account": "I was in The Lot."}, ""),
        ({"where": "the lot", "account": "I won the lottery."}, "The place was the lot."),
        ({"where": "the counter", "channel": "email"}, ""),
        ({"present": ["Lee Tran"]}, "Also there: Lee Tran."),
        ({"present": ["Lee Tran", "Jo Park"]}, "Also there: Lee Tran and Jo Park."),
        ({"present": ["Lee Tran", "Jo Park", "Al"]}, "Also there: Lee Tran, Jo Park and Al."),
        ({"present": ["Lee Tran", "Jo"], "account": "I saw Jo."}, "Also there: Lee Tran."),
        ({"present": ["Lee"], "account": "I was sleeping in Leeds."}, "Also there: Lee."),
        ({"present": ["May"], "account": "I may be late."}, "Also there: May."),
        ({"present": ["Lee Tran, a coworker"], "account": "I saw Lee Tran."}, ""),
        ({"present": "none"}, ""),
        ({"present": ["Al Roe, Jr."]}, "Also there: Al Roe, Jr."),
        ({"where": "the counter", "present": ["Al"]}, "The place was the counter. Also there: Al."),
    ],
)
def test_place_and_people_are_told_unless_the_account_names_them(incident: Typed, expected: str) -> None:
    account = incident.get("account") or "I left."

    (only,) = told(**{"when": "unknown", "channel": "in person", "account": account, **incident})
    assert only.removeprefix(f"On a date I do not recall, {account}").strip() == expected


def test_nothing_comes_between_an_account_and_the_words_that_it_leads_to() -> None:
    incident: Typed = {"where": "the lot", "present": ["Al"], "channel": "on site", "quotes": ["No."]}

    assert told(when="unknown", account="I heard him say:", **incident) == [
        "On a date I do not recall, I heard him say: “No.” The place was the lot. Also there: Al."
    ]


# Citations


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        # Her sentence goes on: in parentheses, and once more after it that it is a true copy.
        ("I kept it {exhibits}.", f"I kept it (Exhibit A). {COPY}"),
        ("I kept it {exhibits}, then left.", f"I kept it (Exhibit A), then left. {COPY}"),
        ("I kept it {exhibits} and left.", f"I kept it (Exhibit A) and left. {COPY}"),
        ("I kept {exhibit note} of it.", f"I kept (Exhibit A) of it. {COPY}"),
        ("I kept it {exhibits}", f"I kept it (Exhibit A). {COPY}"),
        ("I kept it{exhibits}.", f"I kept it (Exhibit A). {COPY}"),
        ("It came at 8 p.m. {exhibits} and rang.", f"It came at 8 p.m. (Exhibit A) and rang. {COPY}"),
        # In her own parentheses.
        ("I kept it ({exhibits}).", f"I kept it (Exhibit A). {COPY}"),
        ("I kept it (see {exhibits}) and left.", f"I kept it (see Exhibit A) and left. {COPY}"),
        ("I was sad :( and kept it {exhibits}.", f"I was sad :( and kept it (Exhibit A). {COPY}"),
        # Where a sentence can begin.
        ("I kept it. {exhibits}", f"I kept it. {COPY} (Exhibit A.)"),
        ("I kept it. {exhibits} I left.", f"I kept it. {COPY} (Exhibit A.) I left."),
        ("I kept it. {exhibit note} I left.", f"I kept it. {COPY} (Exhibit A.) I left."),
        ("I kept it.{exhibits}I left.", f"I kept it. {COPY} (Exhibit A.) I left."),
        ("I kept a note; {exhibits}", f"I kept a note; {COPY} (Exhibit A.)"),
        ("I kept a note; {exhibits}.", f"I kept a note; (Exhibit A). {COPY}"),
        ("He said “No.” {exhibits}", f"He said “No.” {COPY} (Exhibit A.)"),
        ("{exhibits} I left.", f"{COPY} (Exhibit A.) I left."),
        # Not marked at all.
        ("I kept it.", f"I kept it. {COPY} (Exhibit A.)"),
        ("I kept it", f"I kept it. {COPY} (Exhibit A.)"),
    ],
)
def test_evidence_is_cited_where_she_put_its_marker_or_at_the_end(account: str, expected: str) -> None:
    assert shown(account) == [expected]


def test_each_exhibit_is_cited_where_she_names_it() -> None:
    assert shown("I kept it {exhibit note}. I sent a letter. {exhibit letter} He read it.") == [
        f"I kept it (Exhibit A). I sent a letter. {COPY_OF_B} (Exhibit B.) He read it. {COPY}"
    ]


def test_what_she_does_not_name_is_cited_at_the_end() -> None:
    assert shown("I sent a letter. {exhibit letter}") == [
        f"I sent a letter. {COPY_OF_B} (Exhibit B.) {COPY} (Exhibit A.)"
    ]


def test_two_markers_side_by_side_stay_apart() -> None:
    assert shown("I sent them {exhibit note}{exhibit letter}.") == [
        f"I sent them (Exhibit A) (Exhibit B). {COPY} {COPY_OF_B}"
    ]
    assert shown("I sent them. {exhibit note} {exhibit letter}") == [
        f"I sent them. {COPY} (Exhibit A.) {COPY_OF_B} (Exhibit B.)"
    ]


def test_a_true_copy_is_told_in_the_paragraph_that_cites_it() -> None:
    assert shown("I kept it {exhibits}.\n\nI left.") == [f"I kept it (Exhibit A). {COPY}", "I left."]


def test_a_citation_comes_after_exact_words_and_before_nothing_of_hers() -> None:
    assert shown("I read this {exhibits}:", quotes=["No."]) == [f"I read this (Exhibit A): “No.” {COPY}"]
    assert shown("I kept it {exhibits}:\n\nI read this:", quotes=["No."]) == [
        "I kept it (Exhibit A):",
        f"I read this: “No.” {COPY}",
    ]


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("I kept it {exhibits}.", "I kept it."),
        ("I kept it ({exhibits}).", "I kept it."),
        ("I kept it. {exhibits}", "I kept it."),
        ("I kept it. {exhibits} I left.", "I kept it. I left."),
        ("{exhibits} I left.", "I left."),
        ("{exhibit note}{exhibits} I left.", "I left."),
        ("I kept{exhibits}it.", "I kept it."),
        ("I kept it {exhibit note}, and {exhibits}.", "I kept it, and."),
        ("I kept it.\n\n{exhibits}\n\nI left.", "I kept it. I left."),
        ("I kept it.\n\n{exhibits}", "I kept it."),
    ],
)
@pytest.mark.parametrize("how", ["withheld", "lacking"])
def test_a_marker_with_nothing_to_cite_leaves_nothing_behind(account: str, expected: str, how: str) -> None:
    evidence = [make_evidence(id="note", withheld_from=["court"])] if how == "withheld" else []
    case = case_with({"when": "unknown", "account": account, "exhibits": ["note"]}, evidence=evidence)

    whole = " ".join(events_told(case))
    assert whole.replace("On a date I do not recall, ", "").replace("Date not recalled. ", "") == expected
    assert "note" not in paper_of(case).cites


def test_an_account_that_only_cites_what_is_withheld_is_no_account() -> None:
    incident: Typed = {
        "when": "March 5, 2026",
        "account": "{exhibits}",
        "exhibits": ["note"],
        "channel": "email",
    }

    assert told([make_evidence(id="note", withheld_from=["court"])], **incident, quotes=["No."]) == [
        "The email came on March 5, 2026. The email says: “No.”"
    ]


def test_a_recording_is_shown_by_its_typed_words_too() -> None:
    evidence = [
        make_evidence(id="tape", file="tape.mp3", how_known=None),
        make_evidence(id="typed", how_known=None, true_copy="of what I typed from it"),
    ]
    incident: Typed = {
        "when": "unknown",
        "account": "I kept it.",
        "exhibits": ["tape"],
        "transcript": "typed",
    }

    assert told(evidence, **incident) == [
        (
            "On a date I do not recall, I kept it. Exhibit A is a true and correct copy. (Exhibit A.) "
            "Exhibit B is a true and correct copy of what I typed from it. (Exhibit B.)"
        )
    ]


def test_a_recording_of_which_consent_is_unsure_is_never_cited() -> None:
    evidence = [
        make_evidence(id="tape", file="tape.mp3"),
        make_evidence(id="typed"),
        make_evidence(id="note", how_known=None),
    ]
    incident: Typed = {
        "when": "unknown",
        "account": "I wrote a note ({exhibits}).",
        "exhibits": ["tape", "note"],
        "transcript": "typed",
        "recording": "unsure",
    }
    case = case_with(incident, evidence=evidence)

    assert events_told(case) == [
        "On a date I do not recall, I wrote a note (Exhibit A). Exhibit A is a true and correct copy."
    ]
    assert paper_of(case).cites == ("note",)


# More of an incident


def test_injury_weapon_and_police_are_told_in_paragraphs_of_their_own() -> None:
    case = case_with(
        {
            "when": "March 5, 2026",
            "account": "I fell.",
            "injury": {"answer": "yes", "account": "My wrist was cut.\n\nI saw a doctor."},
            "weapon": {"answer": "no"},
            "police": {"came": "yes", "account": "The police came {when}. {exhibits}"},
            "exhibits": ["note"],
        },
        evidence=[make_evidence(id="note")],
    )

    assert events_told(case) == [
        f"On March 5, 2026, I fell. {COPY} (Exhibit A.)",
        "My wrist was cut.",
        "I saw a doctor.",
        "The police came on March 5, 2026. (Exhibit A.)",
    ]
    assert paper_of(case).paragraphs["incidents[1]"] == (2, 3, 4, 5)


# Notices


def notice(evidence: object = (), **changes: object) -> list[str]:
    """Return how one notice with *changes* is told."""
    typed: Typed = {"when": "March 10, 2026", "to": "Pat Moreno", "account": "I told Pat Moreno.", **changes}
    case = case_with({"when": "March 5, 2026", "account": "I saw him."}, notices=[typed], evidence=evidence)
    return events_told(case)[1:]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, TOLD_PAT),
        ({"answer": "none"}, f"{TOLD_PAT} I have had no answer."),
        (
            {"account": "I told Pat Moreno", "answer": "none"},
            f"{TOLD_PAT} I have had no answer.",
        ),
        (
            {"answer": "Pat Moreno asked me to wait."},
            f"{TOLD_PAT} Pat Moreno asked me to wait.",
        ),
        (
            {"answer": "I was\nasked.\n\nTo wait."},
            f"{TOLD_PAT} I was asked. To wait.",
        ),
        (
            {"answer": "I was asked to wait", "answered_on": "March 12, 2026 at 9:15 am"},
            f"{TOLD_PAT} I was asked to wait. The answer came on March 12, 2026, at 9:15 a.m.",
        ),
        (
            {"answer": "On March 12 I was asked to wait.", "answered_on": "March 12, 2026"},
            f"{TOLD_PAT} On March 12 I was asked to wait.",
        ),
        (
            {"answer": "I was asked to wait.", "answered_on": "unknown"},
            f"{TOLD_PAT} I was asked to wait.",
        ),
        (
            {"answer": "none", "done": "The door was locked."},
            f"{TOLD_PAT} I have had no answer. The door was locked.",
        ),
        ({"done": "The door was locked."}, f"{TOLD_PAT} The door was locked."),
        ({"when": "unknown", "account": "They knew."}, "Date not recalled. They knew."),
    ],
)
def test_a_notice_is_told_with_what_came_of_it(changes: Typed, expected: str) -> None:
    assert notice(**changes) == [expected]


def test_a_notice_told_for_the_court_holds_all_that_came_of_it() -> None:
    changes: Typed = {
        "for_court": "{when}, I told Pat Moreno, who asked me to wait. {exhibits} It was locked.",
        "answer": "none",
        "done": "The door was locked.",
        "exhibits": ["note"],
    }

    assert notice([make_evidence(id="note")], **changes) == [
        f"On March 10, 2026, I told Pat Moreno, who asked me to wait. {COPY} (Exhibit A.) It was locked."
    ]


def test_evidence_of_a_notice_is_cited_after_what_came_of_it() -> None:
    assert notice([make_evidence(id="note")], answer="none", exhibits=["note"]) == [
        f"{TOLD_PAT} I have had no answer. {COPY} (Exhibit A.)"
    ]


def test_a_notice_of_which_nothing_is_told_has_no_paragraph() -> None:
    assert notice(account=None, answer="none", done="The door was locked.") == []


# Requests to stop


def test_a_request_to_stop_is_told_in_its_own_words() -> None:
    case = case_with(
        {"when": "March 5, 2026", "account": "I saw him."},
        requests_to_stop=[
            {
                "when": "March 6, 2026",
                "how": "email",
                "account": "I asked him to stop.",
                "exhibits": ["note"],
            },
            {"when": "March 7, 2026", "account": "You asked him.", "for_court": "Pat Moreno asked him."},
            {"when": "March 8, 2026"},
        ],
        evidence=[make_evidence(id="note")],
    )

    assert events_told(case) == [
        "On March 5, 2026, I saw him.",
        f"On March 6, 2026, I asked him to stop. {COPY} (Exhibit A.)",
        "On March 7, 2026, Pat Moreno asked him.",
    ]


# Her own words


@pytest.mark.parametrize("typed", [*HARD_TEXTS.values(), "{name} {list} {0} }{"])
def test_accounts_pass_through_unchanged(typed: str) -> None:
    paper = paper_of(case_with({"when": "unknown", "account": f"{typed} {{when}} {{exhibits}} {typed}"}))

    assert " ".join(typed_at(paper, "incidents[1].account")).split() == f"{typed} {typed}".split()


def test_names_pass_through_unchanged() -> None:
    incident: Typed = {"when": "unknown", "account": "I left.", "channel": "on site"}
    typed = ["{names} {where}", "Nguyễn \U0001f622 <b>"]
    paper = paper_of(case_with({**incident, "present": typed, "where": "{where} & {place}"}))

    assert [typed_at(paper, f"incidents[1].present[{n}]") for n in (1, 2)] == [[typed[0]], [typed[1]]]
    assert typed_at(paper, "incidents[1].where") == ["{where} & {place}"]


def test_an_account_for_the_court_takes_the_place_of_the_other() -> None:
    facts = facts_of(
        case_with({"account": "You know.", "for_court": "Pat knows."}, {"account": "I left."}, {})
    )

    accounts = [account_of(event.record, event.path) for event in facts.chronology.all]
    assert accounts == [
        ("Pat knows.", "incidents[1].for_court"),
        ("I left.", "incidents[2].account"),
        ("", "incidents[3].account"),
    ]


def test_what_shows_an_event_is_named_once() -> None:
    facts = facts_of(case_with({"exhibits": ["a", "b"], "transcript": "a"}, {"transcript": "c"}, {}))

    assert [shown_of(event) for event in facts.chronology.all] == [("a", "b"), ("c",), ()]


def test_what_can_follow_a_date_is_i_or_a_whole_name() -> None:
    assert can_follow_date("Lee's car", ["Lee"])
    assert not can_follow_date("Leeds", ["Lee"])
    assert not can_follow_date("", ["Lee"])


def test_the_paragraphs_of_one_account_are_counted_as_its_own() -> None:
    case = case_with({"when": "March 5, 2026", "account": "I saw him.\n\nI left."})

    assert body_of(case)[1:] == ["2. On March 5, 2026, I saw him.", "3. I left."]
    assert paper_of(case).paragraphs == {"incidents[1]": (2, 3)}
