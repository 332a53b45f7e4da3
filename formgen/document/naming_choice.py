"""Tells of the choice not to be named, and of what was covered (Code Civ. Proc., § 527.8, subd. (e))."""

from formgen.case.incident import Incident
from formgen.case.petition import Employee, NamingChoice
from formgen.case.when import When
from formgen.catalog.declaration_spec import NamingWords
from formgen.document.blocks import Span
from formgen.document.citing import COVERINGS, coverings_of
from formgen.document.court_events import CourtTeller, listed_names
from formgen.document.court_quotes import ME
from formgen.document.court_text import (
    Part,
    Passage,
    passage,
    said,
    sentences,
    typed,
    typed_within,
    worded,
)
from formgen.document.typed import one_paragraph
from formgen.facts.chronology import Event
from formgen.facts.identity import is_left_out, unnamed


def naming_choice(teller: CourtTeller, words: NamingWords, events: tuple[Event, ...]) -> tuple[Passage, ...]:
    """Return a paragraph for each employee: when and how the choice was offered, and the answer."""
    return tuple(
        passage(
            *_told(teller, words, employee, f"employees[{number}]", events), tells=(f"employees[{number}]",)
        )
        for number, employee in enumerate(teller.facts.case.employees, 1)
        if employee.naming_choice is not None
    )


def _told(
    teller: CourtTeller, words: NamingWords, employee: Employee, path: str, events: tuple[Event, ...]
) -> tuple[Part, ...]:
    choice = employee.naming_choice or NamingChoice()
    name = employee.referred_to_as or employee.name or ""
    named = (Span(name, f"{path}.{'referred_to_as' if employee.referred_to_as else 'name'}"),)
    # Of two who are not named, "the employee who received the messages" could be either.
    is_described = name == "" or (bool(employee.referred_to_as) and len(unnamed(teller.facts.case)) == 1)
    who = (said(_described(teller, words, events)),) if is_described else named
    parts = [
        _asked(teller, words, choice, path, who),
        _answer(teller, words, choice, (said(words.again),) if is_described else named),
    ]
    if is_described and name:
        marks = {"open": (said(teller.marks.open),), "close": (said(teller.marks.close),)}
        parts.append(worded(words.called, {"name": named, **marks}))
    workplace = typed_within(employee.workplace, f"{path}.workplace")
    if choice.answer == "declined" and workplace:
        parts.append(worded(words.on_behalf, {"workplace": workplace}))
    others = enumerate(employee.others_protected, 1)
    if names := listed_names([(name, f"{path}.others_protected[{n}]") for n, name in others], teller.facts):
        parts.append(worded(words.others, {"names": names}))
    return sentences(*parts, typed(employee.why_others, f"{path}.why_others"))


def _described(teller: CourtTeller, words: NamingWords, events: tuple[Event, ...]) -> str:
    channels = teller.facts.jurisdiction.spec.channels
    kinds = (channels[getattr(event.record, "channel", None) or "other"] for event in events)
    return words.of_messages if any(kind.is_written for kind in kinds) else words.of_events


def _asked(
    teller: CourtTeller, words: NamingWords, choice: NamingChoice, path: str, who: tuple[Part, ...]
) -> tuple[Part, ...]:
    if choice.asked_on is None:
        return ()
    is_mine = choice.by in (None, "me", ME, teller.facts.case.declarant.name)
    by: Part = said(ME) if is_mine else Span(choice.by or "", f"{path}.naming_choice.by")
    how = one_paragraph(choice.how)
    done = {"employee": who, "how": typed(how, f"{path}.naming_choice.how")}
    how_else = words.how_else if how else words.how_else.replace(" {how}", "")
    return worded(
        words.asked,
        {
            "on": (said(teller.dated(choice.asked_on).lead),),
            "who": (by,),
            "how": worded(words.how.get(how.casefold(), how_else), done),
        },
    )


def _answer(
    teller: CourtTeller, words: NamingWords, choice: NamingChoice, who: tuple[Part, ...]
) -> tuple[Part, ...]:
    if choice.answer is None:
        return ()
    day: tuple[Part, ...] = ()
    if choice.answered_on is not None and _is_same_day(teller, choice.asked_on, choice.answered_on):
        day = (said(words.same_day),)
    elif choice.answered_on is not None:
        on = (said(teller.dated(choice.answered_on).inside),)
        day = worded(words.other_day, {"on": on})
    written = (said(words.in_writing),) if choice.in_writing == "yes" else ()
    phrase = words.declined if choice.answer == "declined" else words.did_not_decline
    return worded(phrase, {"employee": who, "in_writing": written, "day": day})


def _is_same_day(teller: CourtTeller, asked: When | None, answered: When) -> bool:
    """Return whether one day is known for both."""
    zone = teller.facts.zone
    days = {day for when in (asked, answered) if when for day in (when.first_day(zone), when.last_day(zone))}
    return asked is not None and len(days) == 1 and None not in days


def coverings(teller: CourtTeller, naming: NamingWords | None) -> tuple[Passage, ...]:
    """Return the paragraph that says what was covered in exhibits, and what was left out and why."""
    case, words = teller.facts.case, teller.words
    parts: list[tuple[Part, ...]] = []
    if covered := _covered(teller):
        parts += [worded(words.covered, {"what": covered}), (said(words.covered_say_so),)]
        if kept := typed_within(case.exhibits.originals, "exhibits.originals"):
            parts.append(worded(words.originals, {"originals": kept}))
    parts += _left_out(teller, naming) if naming else []
    return (passage(*sentences(*parts), name=COVERINGS),) if parts else ()


def _covered(teller: CourtTeller) -> tuple[Part, ...]:
    """Return what was covered in any exhibit, each once, as typed."""
    found: dict[str, str] = {}
    for shown in teller.citer.exhibits:
        for what, path in coverings_of(shown):
            found.setdefault(what, path)
    return listed_names(list(found.items()), teller.facts)


def _left_out(teller: CourtTeller, words: NamingWords) -> list[tuple[Part, ...]]:
    case = teller.facts.case
    hidden = [(n, employee) for n, employee in enumerate(case.employees, 1) if employee.referred_to_as]
    typed_here = (typed(employee.left_out, f"employees[{number}].left_out") for number, employee in hidden)
    own: list[tuple[Part, ...]] = [words_typed for words_typed in typed_here if words_typed]
    told = (event.record for event in teller.facts.chronology.incidents("court"))
    quotes = (quote for record in told if isinstance(record, Incident) for quote in record.quotes)
    leaves_out = any(quote.identifies == "yes" for quote in quotes) or any(
        is_left_out(case, item) and "court" not in item.withheld_from for item in case.evidence
    )
    if own or not hidden or not leaves_out:
        return own
    names = [
        (employee.referred_to_as or "", f"employees[{number}].referred_to_as") for number, employee in hidden
    ]
    return [worded(words.left_out, {"employee": listed_names(names, teller.facts)})]
