"""Checks what a case asks of a letter against what the letter can say."""

from collections.abc import Iterator

from formgen.case import Case
from formgen.catalog.reader import Letter
from formgen.catalog.suggestion import did_you_mean
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
    yield from _unnamed(case)


def _unnamed(case: Case) -> Iterator[Problem]:
    """The respondent is named in full once: by the subject or a relation, or in words of hers."""
    name = case.respondent.name
    texts = [case.letter.subject, case.letter.opening, *(i.account for i in case.incidents)]
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
