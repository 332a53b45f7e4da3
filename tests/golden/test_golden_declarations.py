"""The text of declarations, paragraph by paragraph; a change is read before it is accepted."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from document.declarations import (
    EMPLOYER,
    PETITIONER,
    column,
    harassment,
    make_employee,
    papers_of,
    paragraphs_of,
    violence,
    whole_text,
)
from factories import Typed, jurisdiction, make_evidence

from formgen.case import Case
from formgen.catalog.reader import papers_named
from formgen.document.court_paper import CourtPaper
from formgen.intake.reader import load

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TEXTS = HERE / "declarations"
EMPLOYEE = "declaration-employee"
ATTACHMENTS = ("attachment-7a-3", "attachment-7b")

pytestmark = pytest.mark.golden


def case_in(file: Path) -> Case:
    """Return the case in *file*."""
    return load(file, Case).value


MESSAGES: Sequence[Typed] = (
    {
        "channel": "email",
        "account": "{when}, he emailed me about the invoice. The last line is about me:",
        "quotes": ["I know your shift, you know."],
        "how_known": "I received it at my work address.",
    },
    {
        "channel": "text",
        "account": None,
        "quotes": [{"text": "Pick up.", "whole": "yes"}],
        "how_known": "I received it on my own telephone and took the screenshot",
        "true_copy": "of a screenshot of that message",
    },
    {
        "channel": "phone call",
        "account": 'I answered the office line. He said, "You will find out," and hung up.',
        "quotes": ["You will find out"],
        "knowledge": "heard",
    },
    {
        "channel": "on site",
        "where": "the parking lot",
        "present": ["Lee Tran", "June Park"],
        "account": "Carl Voss stood beside my car. He did not move when I asked him to.",
        "quotes": ["Your car, is it?", "Nice evening."],
        "knowledge": "saw",
    },
    {
        "channel": "voicemail",
        "account": "He spoke slowly. I kept the recording {exhibits}, and I played it to Lee Tran.",
        "quotes": ["Call me back.\nI have all day."],
        "how_known": "it is in the mailbox of the office telephone",
        "true_copy": "of what I typed from it.",
    },
    {
        "channel": "in person",
        "where": "the front counter",
        "account": "Lee Tran told me of this the same day.",
        "knowledge": "told by Lee Tran",
        "quotes": ["Is she hiding back there?"],
    },
)
"""What comes again and again, in turn."""

DATES = ("{day} at 8:47 pm", "{day}", "{day} at about 9:15 am", "{day}, evening", "about {day}")


def many(count: int, **changes: object) -> Case:
    """Return a case with *count* incidents, one every other day, told, noticed and asked to stop."""
    first = date(2026, 5, 9) - timedelta(days=2 * (count - 1))
    incidents: list[Typed] = []
    evidence: list[Typed] = []
    for number in range(count):
        day = first + timedelta(days=2 * number)
        kind: Typed = {**MESSAGES[number % len(MESSAGES)]}
        name = f"event-{number + 1}"
        known: Typed = {key: kind.pop(key) for key in ("how_known", "true_copy") if key in kind}
        if known:
            evidence.append(make_evidence(id=name, file=f"{name}.pdf", **known))
        when = DATES[number % len(DATES)].format(day=f"{day:%B} {day.day}, {day.year}")
        exhibits = [name] if known else []
        incidents.append({"id": name, "when": when, "knowledge": "received", "exhibits": exhibits, **kind})
    if count > 3:
        incidents[2]["when"] = "unknown"
        incidents[4]["injury"] = {"answer": "no", "account": "Nobody was hurt that day."}
        incidents[5]["police"] = {"came": "yes", "account": "Two officers came. I was given no report."}
    told = first + timedelta(days=count)
    case: Typed = {
        "respondent": {
            "called": "Mr. Voss",
            "pronouns": "he",
            "account": "Carl Voss is a customer of Brightline Heating & Air.",
        },
        "incidents": incidents,
        "why_now": {"incident": f"event-{count}"},
        "notices": [
            {"when": str(told), "to": "Pat Moreno", "how": "email", "account": "I emailed Pat Moreno."},
            {
                "when": str(told + timedelta(days=1)),
                "to": "Pat Moreno",
                "how": "in person",
                "account": "I told Pat Moreno {when} that it had not stopped.",
                "answer": "none",
            },
        ]
        if count > 1
        else "none",
        "requests_to_stop": [
            {"when": str(told - timedelta(days=3)), "how": "email", "account": "I asked him to stop."}
        ]
        if count > 1
        else "none",
        "effects": ["I no longer stay past five.", "I have not slept through since."],
        "fear": {"account": "I am afraid that he will come again."},
        "temporary_order": {"asked": "yes", "respondent_told": "no"},
        "orders": {"no_contact": "yes", "stay_away": {"yards": "100", "places": ["me", "my workplace"]}},
        "evidence": evidence,
    }
    return harassment(**{**case, **changes})


def employee_case() -> Case:
    """Return a case in which the employee declares for the employer's petition."""
    return violence(
        papers=[EMPLOYEE],
        court={"grounds": ["threat"]},
        declarant={
            "name": "Dana Reyes",
            "background": "I work for Brightline Heating & Air as the assistant to the office manager.",
        },
        employees=[make_employee(referred_to_as=None)],
        incidents=[
            {
                "id": "email",
                "when": "March 5, 2026 at 8:47 pm",
                "channel": "email",
                "account": "He emailed me at work.",
                "quotes": ["I hope you get a taste of what it's like."],
                "knowledge": "received",
                "exhibits": ["email"],
            },
            {
                "id": "lot",
                "when": "April 14, 2026 at about 5:10 pm",
                "channel": "on site",
                "where": "the parking lot",
                "account": "I came out by the staff door. He sat in a truck facing it, and raised his hand.",
                "knowledge": "saw",
                "present": ["Lee Tran"],
                "weapon": {"answer": "no", "account": "I saw no weapon."},
            },
        ],
        why_now={"incident": "lot", "account": "I ask now because he has come to the door that I use."},
        notices=[{"when": "March 10, 2026", "account": "{when}, I told Pat Moreno.", "answer": "none"}],
        effects=["Since April 14 I have not walked to my car alone."],
        fear={
            "account": "I am afraid that he will come again.",
            "harm_without_order": "I use that door daily.",
        },
        dispute={"about": "the invoice", "account": "Mr. Voss disputes an invoice."},
        evidence=[make_evidence(id="email")],
    )


CASES = {
    "dana": lambda: case_in(ROOT / "samples" / "dana" / "case.yaml"),
    "petitioner-1": lambda: many(1),
    "petitioner-3": lambda: many(3),
    "petitioner-40": lambda: many(40),
    "petitioner-300": lambda: many(300),
    "attachments": lambda: case_in(HERE / "cases" / "declaration-petitioner.yaml").model_copy(
        update={"papers": ATTACHMENTS}
    ),
    "employee": employee_case,
}


@pytest.mark.parametrize("name", CASES)
def test_the_declarations_read_as_they_were_last_read_and_accepted(
    name: str, request: pytest.FixtureRequest
) -> None:
    case = CASES[name]()
    for paper in papers_of(case, *papers_named(case.papers, jurisdiction())):
        stem = paper.file_name.removesuffix(".pdf")
        expected = TEXTS / f"{name}-{stem}.txt"
        actual = whole_text(paper)
        if request.config.getoption("--update-golden"):
            expected.parent.mkdir(exist_ok=True)
            expected.write_text(actual, encoding="utf-8")

        assert actual == expected.read_text(encoding="utf-8")


def model_lines(paper: CourtPaper) -> list[str]:
    """Return *paper* as the model texts are written down: each part of its caption in one line."""
    assert paper.caption is not None
    parts = (paper.caption.filer, paper.caption.court, paper.caption.parties, paper.caption.paper)
    body = [line for text in paragraphs_of(paper) for line in text.split("\n")]
    return [*(" ".join(column(part)) for part in parts), *(line.removeprefix("> ") for line in body)]


@pytest.mark.parametrize("name", [PETITIONER, EMPLOYER])
def test_the_declaration_yields_its_model_text_sentence_for_sentence(name: str) -> None:
    (paper,) = papers_of(case_in(HERE / "cases" / f"{name}.yaml"))

    assert model_lines(paper) == (HERE / "models" / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_a_declaration_is_composed_the_same_each_time() -> None:
    assert papers_of(many(40)) == papers_of(many(40))
