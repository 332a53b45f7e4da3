"""What a letter may say of the law: clauses in force on its date, and the facts that call for them."""

from typing import Literal

from formgen.case import Case
from formgen.case.base import records
from formgen.case.incident import Incident
from formgen.catalog.expressions import ClauseNames, NameWords, PersonWords, fill
from formgen.catalog.reader import Jurisdiction
from formgen.catalog.specs import JurisdictionSpec, LetterSpec
from formgen.document.letter_values import BasisSentence
from formgen.document.naming import MOST_NAMED, Namer, at_start
from formgen.facts.chronology import Event

HEADCOUNT_OF_PLAN_LAW = 10
"""Fewer at any time, and no public access, is outside Lab. Code, § 6401.9, subd. (b)(2)."""


def respondent_words(case: Case, spec: JurisdictionSpec) -> PersonWords:
    """Return how a paper names the respondent; pronouns only if the case gives them."""
    respondent = case.respondent
    name = respondent.name or ""
    called = respondent.called or (name.split()[-1] if name.split() else "")
    return PersonWords.of(name, called, pronouns=spec.pronouns.get(respondent.pronouns or ""))


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
        site=site or spec.words["workplace"],
        one_message=single is not None and single.is_written,
        message=single.noun if single else "",
        chosen=(),
        several=len(incidents) > 1,
    )


def law_in_force(jurisdiction: Jurisdiction, spec: LetterSpec, names: ClauseNames) -> dict[str, str]:
    """Return the clauses that *spec* names, filled in; empty where the law is not in force."""
    law = {}
    for name, reference in spec.clauses.items():
        in_force = reference.partition(".")[0] in jurisdiction.statutes
        wording = fill(jurisdiction.clause(reference), names, entry=reference) if in_force else ""
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
        found.setdefault(entry.basis, entry.speaks_of or words.mine)
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
    last = len(groups) - 1
    by_age = {name for name, words in namer.spec.protected_bases.items() if words.only_40_or_over}
    uses_age = any(used & by_age for used in grounds.values())
    joint = f" {namer.words['and-of']} "
    return tuple(
        BasisSentence(
            subject=at_start(namer.named(events) if len(events) <= MOST_NAMED else namer.counted(events)),
            many=len(events) > 1,
            phrases=joint.join(phrases),
            age_40_or_over=uses_age and place == last,
        )
        for place, (phrases, events) in enumerate(groups.items())
    )


def plan_law(case: Case, jurisdiction: Jurisdiction) -> Literal["", "public", "headcount", "if"]:
    """Return whether the written-plan law applies to the workplace, and why; `if` where that is not known."""
    if "labor-code-6401-9" not in jurisdiction.statutes:
        return ""
    site = case.employer.site
    unknown: Literal["", "if"] = "" if case.employer.plan_seen == "yes" else "if"
    if site is None:
        return unknown
    if site.telework_only == "yes":
        return ""
    if site.open_to_public == "yes":
        return "public"
    if site.most_at_once is not None and site.most_at_once >= HEADCOUNT_OF_PLAN_LAW:
        return "headcount"
    known_small = site.most_at_once is not None and site.open_to_public == "no"
    return "" if known_small else unknown


def _bases_in_law(case: Case, namer: Namer, spec: LetterSpec) -> str:
    found: dict[str, None] = {}
    for event in namer.everything:
        for basis in recorded_bases(event, case, namer.spec):
            found.setdefault(namer.spec.protected_bases[basis].law)
    return namer.listed([*found, spec.words["another-basis"]], last=namer.spec.lists.or_)
