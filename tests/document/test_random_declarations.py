"""Whole declarations for cases drawn at random: nothing is lost, nothing is said twice, no seam shows."""

import re

from document.declarations import (
    DAVIS,
    EMPLOYER,
    PETITIONER,
    WITNESS,
    column,
    harassment,
    make_employee,
    papers_of,
    paragraphs_of,
    spans_of,
    violence,
)
from document.test_random_letters import (
    EVIDENCE,
    PEOPLE,
    SEAMS,
    incidents,
    notices,
    one_of,
    or_none,
    records,
    stops,
)
from document.test_random_letters import whens as days
from factories import Typed, facts_of
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from formgen.case import Case
from formgen.checks.paper_sources import printed_by, source_problems
from formgen.document.blocks import Paragraph, Quotation
from formgen.document.court_events import account_of
from formgen.document.court_paper import CourtPaper
from formgen.document.declaration import shown_to_court
from formgen.document.typed import in_marks, lines_of
from formgen.facts.identity import quotes_shown

OWN = (None, None, "I left.", "I left", "I was alone.\n\nI left", "It was {odd} \U0001f622")
YES_NO = (None, "yes", "no")


def typed(*texts: str | None) -> SearchStrategy[object]:
    """Draw words of her own, or a blank."""
    return st.sampled_from([*OWN, *texts])


ITEMS = [
    records(
        id=st.just(name),
        file=one_of(f"{name}.pdf", f"{name}.pdf", f"{name}.mp3"),
        how_known=one_of(
            None, "I received it", "I printed the exhibits.", "it came to me", "Lee gave it to me."
        ),
        true_copy=one_of(None, "of my note", ", without its pages."),
        identifies=one_of(None, None, None, "no", "yes"),
        redactions=one_of([], ["a name"], [{"what": "a number.", "why": "private"}, {"why": "private"}]),
        withheld_from=one_of([], [], [], ["court"], ["employer"]),
        label=st.just("C") if name == "e3" else st.none(),
    )
    for name in EVIDENCE
]
ORDERS = records(
    no_contact=one_of(*YES_NO),
    stay_away=one_of(None, {"yards": "100", "places": ["me", "my home."]}, {"yards": "5"}),
    conduct=one_of([], ["keep off"], ["Do not follow me", "keep quiet."]),
    others=one_of([], ["I ask for my keys"]),
    does_not_ask=one_of([], ["suing"], ["suing", "writing", "calling."]),
    labor_dispute=typed(),
)
TEMPORARY = records(
    asked=one_of(*YES_NO),
    respondent_told=one_of(*YES_NO),
    told_on=st.none() | days(),
    why_not_told=typed(),
    short_notice_reason=typed(),
)
CHOICE = records(
    asked_on=st.none() | days(),
    how=one_of(None, "in person", "over coffee"),
    by=one_of(None, "me", "Sam Vale"),
    answer=one_of(None, "declined", "not declined"),
    answered_on=st.none() | days(),
    in_writing=one_of(*YES_NO),
)
POINTS = one_of(
    [],
    [{"value": "cv@example.com", "how_known": "he said so"}],
    [{"value": "1", "how_known": "It is his."}, {}],
)


def accounts(*, quoted: str) -> SearchStrategy[object]:
    """Draw an account for the court, or a blank: its date, its citations, and words that it *quoted*."""
    texts = (
        *(
            "{when}, I left {exhibits}.",
            "I left. {exhibits}",
            "I kept it ({exhibits}) and left",
            "I left {when}",
        ),
        *(
            "It was late; {exhibits} {when}, I left.",
            "I kept it {exhibits}\n\nI left.",
            "I left.\n\n{exhibits}",
        ),
        *(
            f'He said "{quoted}" and left.',
            "{exhibits} shows it {when}.",
            "I kept it {exhibits}.\n\nIt said:",
        ),
    )
    return st.sampled_from([None, None, None, *OWN, *texts])


@st.composite
def court_incidents(draw: st.DrawFn, number: int) -> Typed:
    """Draw one incident with all that a court may be told of it."""
    incident = draw(incidents(number))
    quotes = incident["quotes"]
    assert isinstance(quotes, list)
    return {
        **incident,
        "quotes": [{**quote, "identifies": draw(one_of(None, None, "yes"))} for quote in quotes],
        "for_court": draw(accounts(quoted=str(quotes[0]["text"]).strip() if quotes else "nothing")),
        "exhibits": draw(st.lists(st.sampled_from(EVIDENCE), max_size=3, unique=True)),
        "present": draw(one_of(None, "none", ["Lee Tran"], ["Lee Tran", "Jo Park", "Al"])),
        "police": {"account": draw(typed("They came {when}."))},
        "injury": {"account": draw(typed())},
        "transcript": draw(one_of(None, None, "e4")),
    }


@st.composite
def witnesses(draw: st.DrawFn) -> Typed:
    """Draw one witness."""
    paragraph = records(
        account=typed("I wrote it {exhibits}.", "{exhibits}"),
        exhibits=st.lists(st.sampled_from(EVIDENCE), max_size=2, unique=True),
        attests=one_of(*YES_NO),
    )
    return {
        "name": draw(one_of("Lee Tran", "Nguyễn {name}")),
        "paragraphs": draw(st.lists(paragraph, max_size=3)),
    }


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a whole case for the court, by way of what a person types."""
    count = draw(st.integers(1, 9))
    names = [f"i{n}" for n in range(1, count + 1)]
    told = [draw(notices(count)) for _ in range(draw(st.integers(0, 5)))]
    parts: Typed = {
        "respondent": {
            **draw(PEOPLE["respondent"]),
            "account": draw(typed()),
            "emails": draw(POINTS),
            "phones": draw(POINTS),
        },
        "incidents": [draw(court_incidents(number)) for number in range(1, count + 1)],
        "why_now": draw(
            one_of(None, "none", *({"incident": name, "account": "I ask now"} for name in names))
        ),
        "notices": [
            {**notice, "for_court": draw(typed("{when}, I told them. {exhibits}"))} for notice in told
        ],
        "requests_to_stop": draw(or_none(st.lists(stops(), max_size=3))),
        "effects": [{"what": draw(typed())} for _ in range(draw(st.integers(0, 3)))],
        "protective_steps": [{"account": draw(typed())}],
        "fear": {"account": draw(typed()), "harm_without_order": draw(typed())},
        "dispute": {
            "about": draw(one_of(None, "the bill")),
            "account": draw(typed()),
            "for_court": draw(typed()),
        },
        "orders": draw(ORDERS),
        "temporary_order": draw(TEMPORARY),
        "protected_persons": draw(
            one_of(None, "none", [{"name": "Mia", "relation": "my child.", "why": "So"}, {}])
        ),
        "witnesses": draw(st.lists(witnesses(), max_size=2)),
        "evidence": [draw(item) for item in ITEMS],
        "exhibits": {"originals": draw(one_of(None, "my mail.")), "labels": draw(one_of(None, "numbers"))},
    }
    if draw(st.booleans()):
        return harassment(
            **parts, papers=draw(one_of([PETITIONER, WITNESS], ["attachment-7a-3", "attachment-7b"]))
        )
    employees = [
        make_employee(
            referred_to_as=draw(one_of(None, f"Employee {letter}")),
            naming_choice=draw(CHOICE),
            left_out=draw(typed()),
            others_protected=draw(one_of([], ["Al", "Jo"])),
        )
        for letter in "AB"[: draw(st.integers(0, 2))]
    ]
    grounds = draw(one_of(["harassment"], ["threat"], ["violence", "harassment"]))
    petitioner: Typed = {"account": draw(typed()), "mailing_address": draw(one_of(None, DAVIS))}
    return violence(
        **parts,
        papers=[draw(one_of(EMPLOYER, "declaration-employee")), WITNESS],
        court={"grounds": grounds},
        petitioner=petitioner,
        employees=employees,
        declarant={"background": draw(typed())},
    )


def faults_of(case: Case) -> list[str]:
    """Return what is wrong with the declarations of *case*."""
    papers = papers_of(case)
    found = [f for paper in papers for f in (*_faults_of_sources(case, paper), *_faults_of_form(paper))]
    found += _faults_of_quotes(case, papers)
    return found + _faults_of_citations(case, papers)


def _faults_of_sources(case: Case, paper: CourtPaper) -> list[str]:
    problems = source_problems(case, printed_by(paper))
    return [f"{paper.file_name}: {problem.path} reads otherwise" for problem in problems]


def _faults_of_form(paper: CourtPaper) -> list[str]:
    numbers = [b.number for b in paper.blocks if isinstance(b, Paragraph) and b.number is not None]
    found = [] if numbers == list(range(1, len(numbers) + 1)) else [f"paragraphs are numbered {numbers}"]
    found += [
        f"{n} is told in no paragraph" for told in paper.paragraphs.values() for n in told if n not in numbers
    ]
    lines = [*paragraphs_of(paper), *column(paper.heading)]
    found += [f"nothing in {line!r}" for line in lines if not re.sub(r"^\d+\.|^>", "", line).strip()]
    for line in lines:
        # Exact words set off have lines of their own, and accounts that were typed in lines do not.
        text = re.sub(r"^(\d+\.|>) ", "", line).replace("{odd}", "odd")
        found += [f"{match.group()!r} in {text!r}" for match in SEAMS.finditer(text)]
        found += [f"two sentences as one in {text!r}" for _ in re.finditer(r"(left|So|now) (?=[A-Z])", text)]
    return found


def _faults_of_quotes(case: Case, papers: list[CourtPaper]) -> list[str]:
    own = [paper for paper in papers if paper.paper != WITNESS]
    printed = [span for paper in own for span in spans_of(paper)]
    found = []
    for number, incident in enumerate(case.incidents, 1):
        text, _ = account_of(incident, "")
        shown = () if "court" in incident.withheld_from else quotes_shown(case, incident)
        for place, quote in enumerate(incident.quotes, 1):
            source = f"incidents[{number}].quotes[{place}]"
            expected = (
                [lines_of(quote.text or "")]
                if quote in shown and not in_marks(quote.text or "", text)
                else []
            )
            actual = [span.text for span in printed if span.source == source]
            found += [] if actual == expected else [f"{source} is printed as {actual}, not as {expected}"]
    return found


def _faults_of_citations(case: Case, papers: list[CourtPaper]) -> list[str]:
    shown = shown_to_court(facts_of(case))
    found = [f"{name} is cited" for paper in papers for name in paper.cites if name not in shown]
    for paper in papers:
        text = "\n".join(paragraphs_of(paper))
        attested = re.findall(r"Exhibit (\w+) is a true and correct copy", text)
        cited = set(re.findall(r"Exhibit (\w+)[.;)]", text))
        found += [f"{label} is attested twice" for label in set(attested) if attested.count(label) > 1]
        found += [f"{label} is attested and not cited" for label in set(attested) - cited]
        if len(cited) != len(paper.cites):
            found.append(f"{sorted(cited)} are cited, not {paper.cites}")
        together = "as are the other exhibits" in text
        if paper.paper != WITNESS and not together and set(attested) != cited:
            found.append(f"{sorted(cited - set(attested))} are not attested")
        if together and len(attested) != 1:
            found.append("all are attested, and some again")
    return found


@settings(
    derandomize=True,
    deadline=None,
    max_examples=100,
    # Making a case small again, one by one, would take minutes; the case is printed whole.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(cases())
def test_any_case_makes_declarations_that_hold_what_they_must_and_show_no_seam(case: Case) -> None:
    assert faults_of(case) == []


def test_a_quotation_is_never_the_first_block_of_a_paragraph() -> None:
    paper = papers_of(harassment())[0]

    before = [a for a, b in zip(paper.blocks, paper.blocks[1:], strict=False) if isinstance(b, Quotation)]
    assert all(isinstance(block, Paragraph) and block.keeps_next for block in before)
