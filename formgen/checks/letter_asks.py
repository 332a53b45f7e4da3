"""Checks what a case asks of a letter against what the letter can say."""

from collections.abc import Iterator

from formgen.case import Case
from formgen.case.base import records
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.catalog.reader import Letter
from formgen.catalog.suggestion import did_you_mean
from formgen.document.letter_long import form_for
from formgen.document.letter_requests import is_own_words
from formgen.errors import Problem


def letter_problems(case: Case, letter: Letter) -> Iterator[Problem]:
    """Yield what stands in the way of *letter*: unknown requests, too many, nobody named in full."""
    known = [request.id for request in letter.spec.requests]
    for number, request in enumerate(case.requests, 1):
        if request.ask is None or request.ask in known or is_own_words(request):
            continue
        yield Problem(
            code="request-unknown",
            what=f"The letter {letter.id} has no request of this name.",
            fix=did_you_mean(
                request.ask,
                known,
                otherwise=f"Use one of {', '.join(known)}, or a whole sentence of your own.",
            ),
            path=f"requests[{number}]",
        )
    asked = [request for request in case.requests if request.ask and request.by is None]
    most = letter.spec.most_requests
    if len(asked) > most:
        yield Problem(
            code="requests-too-many",
            what=f"There are {len(asked)} requests, and the letter takes {most} at most.",
            fix="Keep those that matter most.",
            path="requests",
        )
    yield from _unnamed(case, letter)
    yield from _unsendable(case, letter)
    yield from _unenclosed(case, letter)


def _unnamed(case: Case, letter: Letter) -> Iterator[Problem]:
    """The respondent is named in full once: by the subject or a relation, or in words that are printed."""
    name = case.respondent.name
    seen = [i for i in case.incidents if letter.spec.audience not in i.withheld_from]
    # The rows of an enclosed chronology hold her own short words where there are any.
    counted = form_for(len(seen)) == "long"
    accounts = [i.short if counted and i.short else i.account for i in seen]
    texts = [case.letter.subject, case.letter.opening, *accounts]
    named = (
        case.letter.subject is None or case.respondent.relation or any(name in t for t in texts if t and name)
    )
    if name and not named:
        yield Problem(
            code="respondent-not-named",
            what="The letter would not name the respondent in full.",
            fix="Say under `relation` who this is, or write the full name in the opening or the subject.",
            path="respondent.relation",
        )


def _unsendable(case: Case, letter: Letter) -> Iterator[Problem]:
    """What leaves a letter without a sender's address, or without anything to tell its reader."""
    declarant = case.declarant
    street = declarant.mailing_address.street if declarant.mailing_address else None
    if "address" in declarant.print_on.letter and not (street or "").strip():
        yield Problem(
            code="needed-blank",
            what=f"The paper {letter.id} needs this, and it is blank.",
            fix="Fill it in, or choose under `print_on` what the letter shows instead.",
            path="declarant.mailing_address.street",
        )
    if case.incidents and all(letter.spec.audience in i.withheld_from for i in case.incidents):
        yield Problem(
            code="nothing-to-tell",
            what="Every incident is withheld from the reader of this letter.",
            fix="Take `withheld_from` out of those that the letter is to tell.",
            path="incidents",
        )
    relation = (case.respondent.relation or "").strip()
    if relation.endswith((".", "!", "?")):
        yield Problem(
            code="relation-not-words",
            what="This is a sentence, and the letter needs words that follow `is`.",
            fix="Write it as: a customer of my employer.",
            path="respondent.relation",
        )


def _unenclosed(case: Case, letter: Letter) -> Iterator[Problem]:
    """Evidence that the letter would say is enclosed, and that names no file."""
    told: list[Incident | Notice | RequestToStop] = [
        *case.incidents,
        *records(case.notices),
        *records(case.requests_to_stop),
    ]
    seen = [event for event in told if letter.spec.audience not in event.withheld_from]
    cited = {name for event in seen for name in event.exhibits}
    for number, item in enumerate(case.evidence, 1):
        if item.id in cited and not item.file and letter.spec.audience not in item.withheld_from:
            yield Problem(
                code="needed-blank",
                what="The letter would say that this is enclosed, and no file is named.",
                fix="Name the file, or take the evidence out of `exhibits` for now.",
                path=f"evidence[{number}].file",
            )
