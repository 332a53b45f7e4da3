"""What a letter may say of the law: clauses in force on its date, and the facts that call for them."""

from collections.abc import Sequence
from typing import Literal

from formgen.case import Case
from formgen.case.base import records
from formgen.case.incident import Incident
from formgen.catalog.expressions import ClauseNames, NameWords, PersonWords, fill, holds
from formgen.catalog.reader import Jurisdiction
from formgen.catalog.specs import JurisdictionSpec, LetterSpec
from formgen.document.letter_values import BasisSentence
from formgen.document.naming import MOST_NAMED, Namer, at_start
from formgen.facts.chronology import Event

SUFFIXES = ("jr", "sr", "ii", "iii", "iv")


def respondent_words(case: Case, spec: JurisdictionSpec) -> PersonWords:
    """Return how a paper names the respondent; pronouns only if the case gives them."""
    respondent = case.respondent
    name = respondent.name or ""
    called = respondent.called or last_name(name)
    return PersonWords.of(name, called, pronouns=spec.pronouns.get(respondent.pronouns or ""))


def last_name(name: str) -> str:
    """Return the last word of *name* that is no suffix."""
    words = [word for word in name.split() if word.strip(".,").casefold() not in SUFFIXES] or name.split()
    return words[-1].rstrip(",") if words else ""


def clause_names(case: Case, spec: LetterSpec, namer: Namer) -> ClauseNames:
    """Return the names that the wording of clauses and requests may use."""
    employer = case.employer
    incidents = namer.everything
    single = namer.channel(incidents[0]) if len(incidents) == 1 else None
    site = employer.site.called if employer.site else None
    return ClauseNames(
        respondent=respondent_words(case, namer.spec),
        employer=NameWords(employer.name or "", employer.called or employer.name or ""),
        bases=_bases_in_law(case, namer, spec),
        what="",
        dispute=(case.dispute.about if case.dispute else None) or "",
        site=(site or spec.words["workplace"]).removesuffix("."),
        one_message=single is not None and single.is_written,
        message=single.noun if single else "",
        chosen=(),
        several=len(incidents) > 1,
        began_at_work=bool(incidents) and getattr(incidents[0].record, "at_work", None) in ("yes", "partly"),
    )


def law_in_force(
    case: Case, jurisdiction: Jurisdiction, spec: LetterSpec, names: ClauseNames
) -> dict[str, str]:
    """Return the clauses that *spec* names, filled in.

    A clause is empty where its law is not in force, or its condition does not hold for *case*.
    """
    law = {}
    for name, reference in spec.clauses.items():
        applies = reference.partition(".")[0] in jurisdiction.statutes and holds(
            spec.conditions.get(name, "true"), entry=f"conditions.{name}", case=case
        )
        wording = fill(jurisdiction.clause(reference), names, entry=reference) if applies else ""
        law[name.replace("-", "_")] = wording
    return law


def recorded_bases(event: Event, case: Case, spec: JurisdictionSpec) -> dict[str, str]:
    """Return the protected grounds that the words of *event* show, and how the declarant names each.

    Age counts only if she is 40 or over, and a ground only with the words
    that show it.
    """
    record = event.record
    if not isinstance(record, Incident):
        return {}
    found: dict[str, str] = {}
    for entry in records(record.protected_basis):
        words = spec.protected_bases.get(entry.basis or "")
        if words is None or not entry.basis or not entry.words:
            continue
        if words.only_40_or_over and case.declarant.age_40_or_over != "yes":
            continue
        phrase = (entry.speaks_of or "").removesuffix(".") or (
            words.mine if record.directed_at in (None, "me") else ""
        )
        if phrase:
            found.setdefault(entry.basis, phrase)
    return found


def basis_sentences(case: Case, namer: Namer) -> tuple[BasisSentence, ...]:
    """Return which events speak of which grounds; events that speak of the same share a sentence."""
    groups: dict[tuple[str, ...], list[Event]] = {}
    grounds: dict[tuple[str, ...], set[str]] = {}
    for event in namer.everything:
        bases = recorded_bases(event, case, namer.spec)
        if bases:
            phrases = tuple(bases.values())
            groups.setdefault(phrases, []).append(event)
            grounds.setdefault(phrases, set()).update(bases)
    by_age = {name for name, words in namer.spec.protected_bases.items() if words.only_40_or_over}
    with_age = [phrases for phrases, used in grounds.items() if used & by_age]
    joint = f" {namer.words['and-of']} "
    return tuple(
        BasisSentence(
            subject=_speakers(events, namer),
            many=len(events) > 1 or not _all_written(events, namer),
            phrases=joint.join(phrases),
            age_40_or_over=phrases in with_age[-1:],
        )
        for phrases, events in groups.items()
    )


def _speakers(events: Sequence[Event], namer: Namer) -> str:
    """Return what speaks of a ground: the message, or the words in a call or a visit."""
    named = namer.named(events) if len(events) <= MOST_NAMED else namer.counted(events)
    return at_start(named if _all_written(events, namer) else namer.words["words-of"].format(events=named))


def _all_written(events: Sequence[Event], namer: Namer) -> bool:
    return all(namer.channel(event).is_written for event in events)


def plan_law(
    case: Case, jurisdiction: Jurisdiction, spec: LetterSpec
) -> Literal["", "public", "headcount", "if"]:
    """Return whether the written-plan law applies to the workplace, and why; `if` where that is not known."""
    if spec.plan_law is None or spec.plan_law.statute not in jurisdiction.statutes:
        return ""
    site = case.employer.site
    unknown: Literal["", "if"] = "" if case.employer.plan_seen == "yes" else "if"
    if site is None:
        return unknown
    if site.telework_only == "yes":
        return ""
    if site.open_to_public == "yes":
        return "public"
    if site.most_at_once is not None and site.most_at_once >= spec.plan_law.headcount:
        return "headcount"
    known_small = site.most_at_once is not None and site.open_to_public == "no"
    return "" if known_small else unknown


def _bases_in_law(case: Case, namer: Namer, spec: LetterSpec) -> str:
    found: dict[str, None] = {}
    for event in namer.everything:
        for basis in recorded_bases(event, case, namer.spec):
            found.setdefault(namer.spec.protected_bases[basis].law)
    return namer.listed([*found, spec.words["another-basis"]], last=namer.spec.lists.or_)
