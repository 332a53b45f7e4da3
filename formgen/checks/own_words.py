"""Lists what people wrote in sentences of their own, by the papers that print it."""

from collections.abc import Iterable, Iterator

from formgen.case import Case
from formgen.case.base import records
from formgen.document.letter_requests import is_own_words

IN_BOTH = (
    "incidents[].account",
    "incidents[].short",
    "notices[].account",
    "notices[].answer",
    "notices[].done",
    "requests_to_stop[].account",
    "effects[].what",
    "dispute.account",
)
"""What letters and court papers print."""

IN_LETTERS = (
    "letter.subject",
    "letter.opening",
    "letter.before_orders",
    "letter.after_orders",
    "letter.closing",
)
OF_EVENTS_IN_COURT = (
    "incidents[].injury.account",
    "incidents[].weapon.account",
    "incidents[].police.account",
    "incidents[].for_court",
    "notices[].for_court",
    "requests_to_stop[].for_court",
    "dispute.for_court",
)
IN_COURT = (
    "declarant.background",
    "respondent.account",
    "respondent.emails[].how_known",
    "respondent.phones[].how_known",
    "petitioner.account",
    "employees[].why_others",
    "employees[].left_out",
    "why_now.account",
    "fear.account",
    "fear.harm_without_order",
    "protective_steps[].account",
    "temporary_order.why_not_told",
    "temporary_order.short_notice_reason",
    "protected_persons[].why",
    "evidence[].how_known",
    "evidence[].true_copy",
)
"""What only court papers print; in these, no marker is filled."""

OF_ORDERS = ("orders.conduct[]", "orders.others[]", "orders.does_not_ask[]", "orders.labor_dispute")
OF_WITNESSES = ("witnesses[].paragraphs[].account",)


def told_in(case: Case, *, letter: bool, court: bool) -> Iterator[tuple[str, str]]:
    """Yield every account of facts that the papers of a run can print, with its place.

    Exact words of others are none, and what is asked for is none.

    Args:
        case: The case.
        letter: Whether a letter is made.
        court: Whether a paper for the court is made.
    """
    yield from texts_at(case, IN_BOTH)
    if letter:
        yield from texts_at(case, IN_LETTERS)
        for number, request in enumerate(case.requests, 1):
            if request.ask and is_own_words(request):
                yield f"requests[{number}]", request.ask
    if court:
        yield from texts_at(case, (*OF_EVENTS_IN_COURT, *IN_COURT, *OF_WITNESSES))


def texts_at(case: Case, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every text at *paths*, in which `[]` stands for each record of a list, with its own place."""
    for path in paths:
        yield from _texts(case, path, "")


def _texts(record: object, path: str, prefix: str) -> Iterator[tuple[str, str]]:
    head, _, rest = path.partition(".")
    name = head.removesuffix("[]")
    value = getattr(record, name, None)
    place = f"{prefix}{name}"
    found: list[tuple[str, object]] = [(place, value)]
    if head.endswith("[]"):
        listed = records(value if isinstance(value, tuple) else None)
        found = [(f"{place}[{number}]", entry) for number, entry in enumerate(listed, 1)]
    for where, entry in found:
        if rest:
            yield from _texts(entry, rest, f"{where}.")
        elif isinstance(entry, str) and entry:
            yield where, entry
