"""The whole letter as it is read: its exact sentences, and its tone whatever the case holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise, product

import pytest
from document.letters import body_of, compose, copies_of, emails, read_letter, styled
from factories import Typed, make_case, make_evidence, make_incident

from formgen.case import Case
from formgen.render.letter import render_letter

COUNTS = (1, 2, 3, 4, 8, 9, 40)
BASIS = [{"basis": "sex", "words": "This is", "speaks_of": "my being a woman"}]
NOTICE: Typed = {
    "when": "2026-04-20",
    "to": "Pat Moreno",
    "how": "email",
    "about": ["email-1"],
    "answer": "none",
}
NOTICES: dict[str, object] = {
    "none": "none",
    "blank": None,
    "told you": [
        NOTICE,
        {**NOTICE, "when": "2026-04-21", "how": "phone call", "answer": "Wait and see, you said."},
    ],
    "told another": [{**NOTICE, "to": "Sam Vale"}],
}
ANSWER: Typed = {"ask": "answer", "by": "2026-05-22"}
REQUESTS: dict[str, list[object]] = {
    "none": [],
    "three": ["reassign-contact", "investigate", "keep-evidence", ANSWER],
    "many": [
        "reassign-contact",
        "write-to-customer",
        "investigate",
        "copies",
        "no-retaliation",
        "consider-petition",
        "bear-cost",
        ANSWER,
    ],
}
STOP: Typed = {"when": "2026-04-15", "how": "email", "account": "I asked that the messages stop."}


def sentences(text: str) -> str:
    """Return *text* on one line."""
    return " ".join(text.split())


SAFE = sentences("""
    The Labor Code requires a safe and healthful workplace (§ 6400) and protects an employee who
    raises a safety concern (§ 6310), so I am putting this in writing.
""")
PLAN = sentences("""
    If we have a written workplace violence prevention plan, please let me see it and tell me how
    you want this reported.
""")
ORDERS_SHORT = sentences("""
    an employer can ask the superior court for a workplace violence restraining order; before
    filing, it must give the employee the opportunity to decline to be named in the temporary
    order (Code Civ. Proc., § 527.8).
""")
ORDERS = sentences("""
    An employer, or a union that represents the employee, can ask the superior court for a
    workplace violence restraining order; I cannot. Before filing, it must give the employee the
    opportunity to decline to be named in the temporary order. (Code Civ. Proc., § 527.8.)
""")
OWN = "On my own I could ask for a civil harassment restraining order (§ 527.6)."
COST = "If it comes to either, I ask that Brightline Heating & Air bear the cost."
NONEMPLOYEE = sentences("""
    Under the Fair Employment and Housing Act, an employer may be responsible when someone who is
    not an employee harasses an employee because of sex or another protected ground, if the
    employer knew or should have known of it and did not take immediate and appropriate corrective
    action. How much control the employer has over that person is considered. (Gov. Code, § 12940,
    subd. (j)(1).)
""")
GOOD_FAITH = sentences("""
    I make this report in good faith, and Labor Code section 6310 protects employees who raise
    safety concerns.
""")
SHOW = "Please show this letter only to those who need to act on it. It is not a waiver of any right."
SHARE = "Please share this letter only with those who need it. This letter is not a waiver of any right."
TOLD = sentences("""
    On April 20 I emailed you about the email of March 1. I have not had an answer. I telephoned
    you on April 21 about the email of March 1. Wait and see, you said.
""")
LIST = """Have someone else deal with Voss from now on.

Write to Voss that messages are to go to that person and not to me.

Look into what happened and tell me what you decide.

Give me our harassment policy, our workplace violence prevention plan, and the log entries about these
events."""
INTRODUCTION = "Carl Voss is a customer of my employer."


@dataclass(frozen=True)
class Kind:
    """What one letter of the table is about."""

    count: int
    basis: bool
    notices: str
    requests: str

    def __str__(self) -> str:
        basis = "basis" if self.basis else "no basis"
        return f"{self.count}, {basis}, notices {self.notices}, requests {self.requests}"

    def case(self, **more: object) -> Case:
        """Return the case, in which nobody types a pronoun or a title."""
        incidents = emails(self.count, protected_basis=BASIS if self.basis else "none")
        return make_case(
            **{
                "incidents": incidents,
                "evidence": copies_of(incidents),
                "notices": NOTICES[self.notices],
                "requests": REQUESTS[self.requests],
                **more,
            }
        )


IN_TURN = list(REQUESTS)
KINDS = [
    Kind(count, basis=basis, notices=notices, requests=IN_TURN[(place + turn) % len(IN_TURN)])
    for place, count in enumerate(COUNTS)
    for turn, (basis, notices) in enumerate(product((False, True), NOTICES))
]
"""Every number of events with every kind of notice, with and without a basis; what is asked takes turns."""

FULL: Typed = {
    "requests_to_stop": [STOP],
    "effects": [{"what": "My work is slower now.", "kind": "work"}],
    "dispute": {"about": "the bill", "account": "Whether the bill is right is for others to say."},
    "employer": {"site": {"called": "our shop", "open_to_public": "yes"}, "report_to": "the owner"},
    "letter": {
        "opening": "Since May Carl Voss has written.",
        "closing": "My work matters to me.",
        "copies": ["Jo Park"],
    },
}


@cache
def finished(kind: Kind, *, full: bool = False) -> tuple[tuple[str, str], ...]:
    """Return the paragraphs of a letter's body outside tables, each behind its style."""
    return tuple(styled(render_letter(compose(kind.case(**(FULL if full else {})))).content))


def table(test: object) -> object:
    """Run *test* for every kind of letter, with little in the case and with all that a case can add."""
    with_full = pytest.mark.parametrize("full", [False, True], ids=["plain", "full"])
    return pytest.mark.parametrize(
        "kind", KINDS, ids=lambda k: f"{k.count}-{k.basis}-{k.notices}-{k.requests}"
    )(with_full(test))


def stretches(paragraphs: tuple[tuple[str, str], ...]) -> Iterator[list[str]]:
    """Yield the prose paragraphs that follow one another with no heading and no list between them."""
    found: list[str] = []
    for style, text in paragraphs:
        if style in ("BodyText", "LetterLastWords"):
            found.append(text)
        else:
            yield found
            found = []
    yield found


@table
def test_no_two_paragraphs_in_a_row_begin_with_the_same_word(kind: Kind, *, full: bool) -> None:
    alike = [
        (first, second)
        for stretch in stretches(finished(kind, full=full))
        for first, second in pairwise(stretch)
        if first.split()[0] == second.split()[0]
    ]

    assert alike == []


@table
def test_empty_parts_vanish(kind: Kind, *, full: bool) -> None:
    texts = [text for _, text in finished(kind, full=full)]

    # A table is followed by a paragraph; Word asks for one.
    assert [n for n, text in enumerate(texts[:-1]) if not text] == []
    assert [text for text in texts if re.search(r"  | [.,;:]|\(\)|,,|\.\.|[{}]|^[.,;:]|None", text)] == []


@table
def test_every_heading_has_two_paragraphs_or_a_list_under_it(kind: Kind, *, full: bool) -> None:
    under: dict[str, list[str]] = {}
    heading = ""
    for style, text in finished(kind, full=full):
        if style == "Heading1":
            heading = text
            under[heading] = []
        elif style == "Closing":
            heading = ""
        elif heading:
            under[heading].append(style)
    under.pop("Chronology", None)

    assert [h for h, styles in under.items() if len(styles) < 2 and "ListBullet" not in styles] == []
    assert bool(under) is (kind.count > 3)


@table
def test_numbers_and_nouns_agree(kind: Kind, *, full: bool) -> None:
    text = "\n".join(text for _, text in finished(kind, full=full))
    numbers = "two|three|four|five|six|seven|eight|nine|[0-9]{2}"

    assert re.findall(r"\b[Oo]ne (?:emails|calls|visits)\b", text) == []
    assert re.findall(rf"\b(?:{numbers}) (?:email|call|visit)\b", text) == []
    assert re.findall(r"\b(?:The emails of [^.]*? (?:speaks|was)|The email of March \d+ speak)\b", text) == []
    assert re.findall(r"\(Enclosure \d+ and|\(Enclosures \d+\)|Enclosures: \d+$|Enclosure: \d+ ", text) == []


@table
def test_the_program_adds_no_title_and_no_pronoun(kind: Kind, *, full: bool) -> None:
    text = "\n".join(text for style, text in finished(kind, full=full) if "which they happened" not in text)

    assert re.findall(r"\b(?:he|she|him|her|his|hers|they|them|their|Mr|Ms|Mrs)\b", text, re.IGNORECASE) == []


@table
def test_the_law_is_spoken_of_once_and_only_as_the_case_calls_for_it(kind: Kind, *, full: bool) -> None:
    text = "\n".join(text for _, text in finished(kind, full=full))
    headcount_known = full
    expected = {
        "Fair Employment and Housing Act": kind.basis,
        "speak of my being a woman": kind.basis and kind.count > 1,
        "speaks of my being a woman": kind.basis and kind.count == 1,
        "(§ 6400)": kind.count == 1 or not kind.basis,
        "§ 527.8": True,
        "(§ 527.6)": kind.count > 1,
        "Because our shop is open to the public": headcount_known,
        "If we have a written workplace violence prevention plan": not headcount_known,
        "good faith": kind.basis and kind.count > 1,
        "not a waiver of any right": True,
        "I cannot": kind.count > 1,
        "knew or should have known": kind.basis,
    }

    assert {words: text.count(words) for words in expected} == {w: int(said) for w, said in expected.items()}


@table
def test_an_answer_is_asked_for_once_and_by_its_weekday(kind: Kind, *, full: bool) -> None:
    text = "\n".join(text for _, text in finished(kind, full=full))
    wanted = (
        "Please answer by Friday, May 22."
        if kind.count == 1
        else "Please answer in writing by Friday, May 22."
    )

    assert text.count("Please answer") == int(kind.requests != "none")
    assert text.count(wanted) == int(kind.requests != "none")


@table
def test_it_says_you_only_to_the_addressee_and_first_time_only_if_that_is_so(
    kind: Kind, *, full: bool
) -> None:
    text = "\n".join(text for _, text in finished(kind, full=full))
    first_time = "This is the first time I am telling you about Voss."

    assert text.count(first_time) == int(kind.notices == "none")
    assert text.count("I emailed you") == int(kind.notices == "told you")
    assert text.count("I emailed Sam Vale") == int(kind.notices == "told another")
    assert text.count("I have not had an answer.") == int(kind.notices.startswith("told"))


@table
def test_every_enclosure_is_marked_and_counted(kind: Kind, *, full: bool) -> None:
    paragraphs = finished(kind, full=full)
    (line,) = [text for style, text in paragraphs if style == "LetterEnclosures" and text.startswith("Encl")]
    expected = {
        1: "Enclosure: email of March 5, 2026, 8:47 p.m.",
        2: "Enclosures: 1 and 2, as marked above",
        3: "Enclosures: 1 to 3, as marked above",
        4: "Enclosures: 1 to 4, as marked above",
        8: "Enclosures: 1 to 8, as marked above",
        9: "Enclosures: chronology; 1 to 9, as marked above and in the chronology",
        40: "Enclosures: chronology; 1 to 40, as marked above and in the chronology",
    }

    assert line == expected[kind.count]


def body(kind: Kind, **more: object) -> list[str]:
    """Return what stands between the salutation and the closing of a letter."""
    text = read_letter(kind.case(**more))
    return text[text.index("Dear Pat Moreno:") + 1 : text.index("Sincerely,")]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text*: a blank line ends one, and a line end within one is a space."""
    return [sentences(part) for part in text.strip().split("\n\n")]


def test_one_event_is_prose_on_one_page_without_headings() -> None:
    assert body(Kind(1, basis=False, notices="none", requests="none")) == paragraphs(f"""
        {INTRODUCTION}

        The email came on March 1. The email says: “This is message 1.” A copy is enclosed.

        This is the first time I am telling you about Voss. {PLAN}

        {SAFE} If more comes, {ORDERS_SHORT}

        {SHOW}
        """)


def test_one_event_with_a_basis_names_the_law_that_calls_for_it() -> None:
    assert body(Kind(1, basis=True, notices="told another", requests="three")) == paragraphs(f"""
        {INTRODUCTION}

        The email came on March 1. The email says: “This is message 1.” A copy is enclosed.

        On April 20 I emailed Sam Vale about the email. I have not had an answer.

        I ask that someone else deal with Voss from now on, that you look into what happened and tell me
        what you
        decide, and that this email and any others be kept. {PLAN} Please answer by Friday, May 22.

        {NONEMPLOYEE} The email speaks of my being a woman.

        {SAFE} If more comes, {ORDERS_SHORT}

        {SHOW}
        """)


def test_two_events_are_paragraphs() -> None:
    assert body(Kind(2, basis=False, notices="blank", requests="none")) == paragraphs(f"""
        {INTRODUCTION}

        On March 1 the email came. The email says: “This is message 1.” (Enclosure 1)

        The email came on March 2. The email says: “This is message 2.” (Enclosure 2)

        {PLAN}

        {SAFE}

        {ORDERS} {OWN}

        {SHARE}
        """)


def test_three_events_and_what_followed_them_are_paragraphs_that_begin_in_turn() -> None:
    assert body(Kind(3, basis=True, notices="told you", requests="many"), **FULL) == paragraphs(f"""
        Since May Carl Voss has written.

        The email came on March 1. The email says: “This is message 1.” (Enclosure 1)

        On March 2 the email came. The email says: “This is message 2.” (Enclosure 2)

        The email came on March 3. The email says: “This is message 3.” (Enclosure 3)

        On April 15 I asked that the messages stop.

        Whether the bill is right is for others to say.

        {TOLD}

        My work is slower now.

        I ask you to do this:

        {LIST}

        Our policy names this route for a report: the owner. Please answer in writing by Friday, May 22.

        {NONEMPLOYEE} The emails of March 1, March 2 and March 3 speak of my being a woman. Because our
        shop is
        open to the public, I also understand that Labor Code section 6401.9 calls for a written
        prevention plan
        and an incident log.

        {ORDERS} I ask you to consider that. {OWN} {COST}

        {GOOD_FAITH} Please share this letter only with those who need it, and let nothing be held against me
        for writing it. This letter is not a waiver of any right.

        My work matters to me.
        """)


def test_four_events_are_a_list_under_headings() -> None:
    assert body(
        Kind(4, basis=False, notices="told you", requests="many"), effects=FULL["effects"]
    ) == paragraphs(f"""
        {INTRODUCTION}

        What has happened

        March 1, email. “This is message 1.” (Enclosure 1)

        March 2, email. “This is message 2.” (Enclosure 2)

        March 3, email. “This is message 3.” (Enclosure 3)

        March 4, email. “This is message 4.” (Enclosure 4)

        What I have told you

        {TOLD}

        My work is slower now.

        What I ask

        {LIST}

        If we have a written workplace violence prevention plan, please tell me how you want this reported.
        Please answer in writing by Friday, May 22.

        The law, as I understand it

        {SAFE}

        {ORDERS} I ask you to consider that. {OWN} {COST}

        Please share this letter only with those who need it, and let nothing be held against me for
        writing it.
        This letter is not a waiver of any right.
        """)


def test_eight_events_are_still_a_list() -> None:
    text = body(Kind(8, basis=True, notices="told another", requests="three"))

    assert text[1:3] == ["What has happened", "March 1, email. “This is message 1.” (Enclosure 1)"]
    assert text[9:14] == paragraphs(f"""
        March 8, email. “This is message 8.” (Enclosure 8)

        On April 20 I emailed Sam Vale about the email of March 1. I have not had an answer.

        What I ask

        I ask that someone else deal with Voss from now on, that you look into what happened and tell me
        what you
        decide, and that everything that shows what happened be kept. {PLAN}

        Please answer in writing by Friday, May 22.
        """)


@pytest.mark.parametrize(("count", "total", "last"), [(9, "nine", "March 9"), (40, "40", "April 9")])
def test_nine_events_or_more_are_counted_and_the_chronology_lists_them_all(
    count: int, total: str, last: str
) -> None:
    kind = Kind(count, basis=False, notices="told another", requests="none")
    text = read_letter(kind.case())
    start = text.index("What has happened")
    chronology = text[text.index("Chronology") :]

    assert text[start + 1 : start + 4] == paragraphs(f"""
        Between March 1 and {last} there were {total} emails from Voss. The enclosed chronology lists all
        {total}.
        These two show how it went:

        March 1, email. “This is message 1.” (Enclosure 1)

        {last}, email. “This is message {count}.” (Enclosure {count})
        """)
    assert [line for line in chronology if line] == [
        "Chronology",
        *paragraphs(f"""
        This lists all {total} by date. The last column gives the number of the
        enclosure.
        """),
        *("No.", "When and how", "What happened, and exact words", "Enclosed"),
        *(part for n in range(1, count + 1) for part in row(n)),
    ]


def row(number: int) -> tuple[str, ...]:
    """Return the texts of one row of the chronology."""
    day = f"March {number}" if number < 32 else f"April {number - 31}"
    return (str(number), day, "email", f"“This is message {number}.”", str(number))


def test_a_single_row_that_is_told_agrees_with_its_verb() -> None:
    incidents = emails(9)
    incidents[3]["lead"] = "yes"

    assert body_of(incidents=incidents)[2].endswith("This one shows how it went:")


def test_events_without_a_date_are_counted_apart() -> None:
    incidents = [{**entry, "when": "unknown"} if n in (3, 5) else entry for n, entry in enumerate(emails(10))]

    assert body_of(incidents=incidents)[2:3] == paragraphs("""
        Between March 1 and March 10 there were eight emails from Voss. I do not recall the date of two
        more. The
        enclosed chronology lists all 10. These two show how it went:
        """)


def test_all_on_one_day_is_a_day_and_no_period() -> None:
    incidents = [{**entry, "when": "2026-03-05"} for entry in emails(9)]

    assert body_of(incidents=incidents)[2].startswith("On March 5 there were nine emails from Voss.")


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ({}, "Email from Carl Voss, March 5"),
        ({"incidents": [make_incident(channel="on site")]}, "Carl Voss, March 5"),
        ({"incidents": emails(2)}, "Carl Voss: what has happened since March 1"),
        ({"letter": {"subject": "Emails"}}, "Emails"),
        ({"incidents": [make_incident(when="unknown")]}, "Email from Carl Voss"),
        ({"incidents": [make_incident(id=x, when="unknown") for x in "ab"]}, "Carl Voss: what has happened"),
    ],
)
def test_the_subject_is_typed_or_made_from_what_happened(changes: Typed, subject: str) -> None:
    text = read_letter(make_case(**changes))

    assert text[text.index("Dear Pat Moreno:") - 1] == subject


def test_events_of_which_no_date_is_recalled_have_no_period() -> None:
    incidents = [{**entry, "when": "unknown"} for entry in emails(9)]
    text = read_letter(make_case(incidents=incidents, evidence=[]))

    assert text[text.index("What has happened") + 1].startswith(
        "There were nine emails from Voss. The enclosed"
    )
    assert text.count("Date not recalled") == 10


@pytest.mark.parametrize(
    ("evidence", "sentences_said"),
    [
        ([make_evidence(id="email-1")], 1),
        ([make_evidence(id="email-1", withheld_from=["employer"])], 0),
        ([], 0),
    ],
)
def test_the_chronology_speaks_of_its_last_column_only_if_something_is_enclosed(
    evidence: list[Typed], sentences_said: int
) -> None:
    text = read_letter(make_case(incidents=emails(9), evidence=evidence))

    assert sum("The last column gives the number" in line for line in text) == sentences_said


def test_the_undated_rows_stand_under_one_heading() -> None:
    incidents = [{**entry, "when": "unknown"} if n in (3, 5) else entry for n, entry in enumerate(emails(9))]
    text = read_letter(make_case(incidents=incidents, evidence=[]))
    rows = [line for line in text[text.index("Enclosed") + 1 :] if line]

    assert [n for n, line in enumerate(rows) if line == "Date not recalled"] == [28, 30, 34]
    assert rows[28:30] == ["Date not recalled", "8"]


@pytest.mark.parametrize(
    ("as_of", "law"),
    [
        (date(2026, 5, 12), [SAFE, f"{ORDERS} {OWN}", SHARE]),
        (date(2025, 5, 12), [SAFE, ORDERS, SHARE]),
        (date(2024, 5, 12), [SAFE, SHARE]),
    ],
)
def test_what_the_law_did_not_say_yet_leaves_no_gap(as_of: date, law: list[str]) -> None:
    incidents = [{**entry, "when": "2024-03-05"} for entry in emails(2)]

    assert body_of(incidents=incidents, employer={"plan_seen": "yes"}, as_of=as_of)[-len(law) :] == law


def test_words_in_another_language_are_followed_by_their_translation() -> None:
    quotes = [
        {"text": "Sé dónde vives.", "translation": "I know where you live.", "translator": "Jo Park"},
        {"text": "Cuidado.", "translation": "Careful."},
    ]

    incident = make_incident(account="I read it.", when="2026-03-05", quotes=quotes)

    assert body_of(incidents=[incident])[1:2] == paragraphs("""
        On March 5 I read it. The email says: “Sé dónde vives.” (in English: “I know where you live.”,
        translated
        by Jo Park) It also says: “Cuidado.” (in English: “Careful.”)
        """)


def test_long_words_stand_in_a_paragraph_of_their_own_with_their_line_ends() -> None:
    incident = make_incident(account="I read it.", when="2026-03-05", quotes=["You\nagain."], exhibits=["a"])

    assert body_of(incidents=[incident], evidence=[make_evidence(id="a")])[1:3] == [
        "On March 5 I read it.",
        "The email says: “You\nagain.” A copy is enclosed.",
    ]


def test_nothing_that_is_withheld_from_the_employer_is_in_the_letter() -> None:
    case = make_case(
        declarant={"phone": "530-555-0101", "email": "dana@example.com"},
        incidents=[*emails(2), make_incident(id="secret", account="SECRET-1", withheld_from=["employer"])],
        notices=[{"when": "2026-03-10", "account": "SECRET-2", "withheld_from": ["employer"]}],
        requests_to_stop=[{"when": "2026-03-11", "account": "SECRET-3", "withheld_from": ["employer"]}],
        effects=[{"what": "SECRET-4", "kind": "health"}],
        fear={"account": "SECRET-5"},
        evidence=[make_evidence(id="email-1", description="SECRET-6", withheld_from=["employer"])],
        orders={"conduct": ["SECRET-7"]},
    )
    text = "\n".join(read_letter(case))

    assert re.findall(r"SECRET-\d|530-555|dana@", text) == []


def test_words_of_another_stand_under_that_name_in_the_chronology_too() -> None:
    incidents = emails(9)
    incidents[4]["quotes"] = [{"text": "I saw it.", "speaker": "Lee Tran"}, "Go away."]
    text = read_letter(make_case(incidents=incidents))

    assert [line for line in text if "I saw it" in line or "Go away" in line] == [
        "Lee Tran said: “I saw it.”",
        "The email says: “Go away.”",
    ]


def test_a_service_complaint_and_the_first_time_do_not_begin_alike() -> None:
    text = body_of(incidents=[make_incident(about={"service": "the furnace"})], notices="none")

    assert [pair for pair in pairwise(line.split()[0] for line in text) if pair[0] == pair[1]] == []


def test_all_in_one_month_is_in_that_month() -> None:
    incidents = [{**entry, "when": "March 2026"} for entry in emails(9)]

    assert body_of(incidents=incidents)[2].startswith("In March 2026 there were nine emails from Voss.")
