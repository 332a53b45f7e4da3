"""Tells of the choice not to be named, and of what was covered (Code Civ. Proc., § 527.8, subd. (e))."""

from formgen.case.people import Employee, NamingChoice
from formgen.catalog.declaration_spec import NamingWords
from formgen.document.blocks import Span
from formgen.document.citing import COVERINGS
from formgen.document.court_events import CourtTeller, listed_names
from formgen.document.court_text import Part, Passage, passage, said, sentences
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
    channels = teller.facts.jurisdiction.spec.channels
    of_messages = any(
        channels[getattr(event.record, "channel", None) or "other"].is_written for event in events
    )
    described = words.of_messages if of_messages else words.of_events
    hidden = employee.referred_to_as
    who: tuple[Part, ...] = (said(described),)
    if not hidden and employee.name:
        who = (Span(employee.name, f"{path}.name"),)
    answered: tuple[Part, ...] = who if not hidden else (said(words.again),)
    parts = [_asked(teller, words, choice, path, who), _answer(teller, words, choice, answered)]
    if hidden:
        parts.append(_called(teller, words, hidden, path))
    if choice.answer == "declined" and employee.workplace:
        before, _, after = words.on_behalf.partition("{workplace}")
        parts.append((said(before), Span(employee.workplace, f"{path}.workplace"), said(after)))
    if employee.others_protected:
        before, _, after = words.others.partition("{names}")
        named = [
            (name, f"{path}.others_protected[{n}]") for n, name in enumerate(employee.others_protected, 1)
        ]
        parts.append((said(before), *listed_names(named, teller.facts), said(after)))
    if employee.why_others:
        parts.append((Span(one_paragraph(employee.why_others), f"{path}.why_others"),))
    return sentences(*parts)


def _asked(
    teller: CourtTeller, words: NamingWords, choice: NamingChoice, path: str, who: tuple[Part, ...]
) -> tuple[Part, ...]:
    on = teller.dated(choice.asked_on).lead if choice.asked_on else ""
    case = teller.facts.case
    is_mine = choice.by in (None, "me", "I", case.declarant.name)
    by: Part = said("I") if is_mine else Span(choice.by or "", f"{path}.naming_choice.by")
    how = choice.how or ""
    known = words.how.get(how)
    phrase = words.asked.replace("{on}", on)
    before, _, rest = phrase.partition("{who}")
    between, _, after = rest.partition("{how}")
    if known is not None:
        opening, _, closing = known.partition("{employee}")
        done: tuple[Part, ...] = (said(opening), *who, said(closing))
    else:
        opening, _, rest = words.how_else.partition("{employee}")
        middle, _, closing = rest.partition("{how}")
        done = (said(opening), *who, said(middle), Span(how, f"{path}.naming_choice.how"), said(closing))
    return _whole((said(before), by, said(between), *done, said(after)))


def _answer(
    teller: CourtTeller, words: NamingWords, choice: NamingChoice, who: tuple[Part, ...]
) -> tuple[Part, ...]:
    phrase = words.declined if choice.answer == "declined" else words.did_not_decline
    day = ""
    if choice.answered_on is not None:
        zone = teller.facts.zone
        same = choice.asked_on is not None and choice.asked_on.first_day(
            zone
        ) == choice.answered_on.first_day(zone)
        on = teller.dated(choice.answered_on).inside
        day = words.same_day if same else words.other_day.format(on=on)
    written = words.in_writing if choice.in_writing == "yes" else ""
    before, _, after = phrase.replace("{in_writing}", written).replace("{day}", day).partition("{employee}")
    return _whole((said(before), *who, said(after)))


def _called(teller: CourtTeller, words: NamingWords, name: str, path: str) -> tuple[Part, ...]:
    phrase = words.called.replace("{open}", teller.marks.open).replace("{close}", teller.marks.close)
    before, _, after = phrase.partition("{name}")
    return (said(before), Span(name, f"{path}.referred_to_as"), said(after))


def coverings(teller: CourtTeller, words: NamingWords) -> tuple[Passage, ...]:
    """Return the paragraph that says what was covered in exhibits, and what was left out and why."""
    case = teller.facts.case
    parts: list[tuple[Part, ...]] = []
    covered = _covered(teller)
    if covered:
        before, _, after = words.covered.partition("{what}")
        parts += [(said(before), *covered, said(after)), (said(words.covered_say_so),)]
        if case.exhibits.originals:
            before, _, after = words.originals.partition("{originals}")
            parts.append((said(before), Span(case.exhibits.originals, "exhibits.originals"), said(after)))
    parts += _left_out(teller, words)
    return (passage(*sentences(*parts), name=COVERINGS),) if parts else ()


def _covered(teller: CourtTeller) -> tuple[Part, ...]:
    """Return what was covered in any exhibit, each once, as typed."""
    found: dict[str, str] = {}
    for shown in teller.citer.held.values():
        for number, redaction in enumerate(shown.item.redactions, 1):
            if redaction.what:
                found.setdefault(one_paragraph(redaction.what), f"{shown.path}.redactions[{number}].what")
    return listed_names(list(found.items()), teller.facts)


def _left_out(teller: CourtTeller, words: NamingWords) -> list[tuple[Part, ...]]:
    case = teller.facts.case
    parts: list[tuple[Part, ...]] = []
    for number, employee in enumerate(case.employees, 1):
        if employee.referred_to_as and employee.left_out:
            parts.append((Span(one_paragraph(employee.left_out), f"employees[{number}].left_out"),))
    hides = any(quote.identifies == "yes" for incident in case.incidents for quote in incident.quotes)
    hides = hides or any(is_left_out(case, item) for item in case.evidence)
    if hides and not parts and unnamed(case):
        before, _, after = words.left_out.partition("{employee}")
        place = next(n for n, each in enumerate(case.employees, 1) if each.referred_to_as)
        name = case.employees[place - 1].referred_to_as or ""
        parts.append((said(before), Span(name, f"employees[{place}].referred_to_as"), said(after)))
    return parts


def _whole(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if not (isinstance(part, Span) and not part.text))
