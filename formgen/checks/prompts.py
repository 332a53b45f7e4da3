"""Questions to the declarant, and warnings: what would make the papers better, never what to conclude."""

from collections.abc import Iterator

from formgen.case import Case
from formgen.case.base import records
from formgen.case.incident import Incident
from formgen.catalog.expressions import names_in_condition
from formgen.catalog.specs import Element
from formgen.catalog.words import words_in
from formgen.checks.court_prompts import court_prompts
from formgen.checks.own_words import told_in
from formgen.checks.preflight import ToMake
from formgen.errors import Problem, Severity
from formgen.evidence.kinds import SOUND_KINDS
from formgen.facts.facts import Facts

LONGEST_NAME = 120
"""Characters; a longer one is asked about, and printed all the same."""

MOST_LEADS = 5
SATURDAY = 5
_SAME_QUESTION = {"notices-blank": "no-employer-told", "age-blank": "no-forty-or-over"}
"""Questions that an element of the law asks too, in better words."""

FAMILY = ("dating", "spouse", "family")
QUOTATION_MARKS = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
MESSAGES = ("email", "text", "social media")
PICTURES = ("PNG", "JPEG", "HEIC", "WebP", "GIF", "TIFF")
ABOUT_A_PICTURE = {
    "shows_sender": "Does it show who sent the message?",
    "shows_date": "Does it show the date?",
    "complete": "Does it show the whole message?",
    "taken_by": "Who took the picture?",
    "taken_on": "When was the picture taken?",
}


def prompts(facts: Facts, to_make: ToMake) -> list[Problem]:
    """Return every question and warning about the papers of a run, less those that the case accepts."""
    found = [
        *_empty_elements(facts, to_make),
        *_conclusions(facts, to_make),
        *_about_evidence(facts.case),
        *_about_pictures(facts),
        *_about_sounds(facts),
        *_about_incidents(facts.case),
        *_about_telling(facts.case, has_letter=bool(to_make.letters)),
        *(_about_the_letter(facts) if to_make.letters else ()),
        *court_prompts(facts, [declaration.spec for declaration in to_make.declarations]),
        *_long_names(facts.case),
    ]
    asked = {problem.code for problem in found}
    doubled = {own for own, element in _SAME_QUESTION.items() if element in asked}
    return [p for p in found if p.code not in facts.case.accept and p.code not in doubled]


_ASKS_ITSELF = ("all consented", "voicemail", "unsure")


def _ask(code: str, what: str, fix: str, path: str) -> Problem:
    return Problem(code, what, fix, path, severity=Severity.PROMPT)


def _empty_elements(facts: Facts, to_make: ToMake) -> Iterator[Problem]:
    for shown in facts.elements:
        if not shown.is_met and _matters(shown.element, facts, to_make):
            yield _ask(
                f"no-{shown.element.id}",
                shown.element.prompt,
                "If there is something, write it here; if not, leave it.",
                shown.element.path.partition("[]")[0],
            )


def _matters(element: Element, facts: Facts, to_make: ToMake) -> bool:
    """Return whether a paper of this run rests on *element*.

    What is asked only in some kind of court case matters to court papers,
    and so does what else the statutes of such cases ask for; a letter rests
    on everything but the former.
    """
    of_courts = {each.statute for each in facts.jurisdiction.elements if _is_of_court(each)}
    in_court = bool(to_make.for_court) and element.statute in of_courts
    return in_court or (bool(to_make.letters) and not _is_of_court(element))


def _is_of_court(element: Element) -> bool:
    return any(name.startswith("case.court.") for name in names_in_condition(element.when))


def _conclusions(facts: Facts, to_make: ToMake) -> Iterator[Problem]:
    words = facts.jurisdiction.conclusion_words
    if words is None:
        return
    for path, text in told_in(facts.case, letter=bool(to_make.letters), court=bool(to_make.for_court)):
        for word in dict.fromkeys(word for word, _ in words_in(text, words.words)):
            yield _ask(
                "conclusion-word", f"The word “{word}” concludes. It stays as typed.", words.prompt, path
            )


def _about_evidence(case: Case) -> Iterator[Problem]:
    cited = {name for i in case.incidents for name in (*i.exhibits, i.transcript)}
    cited |= {name for notice in records(case.notices) for name in notice.exhibits}
    cited |= {name for request in records(case.requests_to_stop) for name in request.exhibits}
    cited |= {name for witness in case.witnesses for p in witness.paragraphs for name in p.exhibits}
    for number, item in enumerate(case.evidence, 1):
        path = f"evidence[{number}]"
        if item.id not in cited:
            yield Problem(
                code="evidence-not-cited",
                what="Nothing cites this evidence, so no paper will carry it.",
                fix="Name its id under `exhibits` where it shows something, or leave it out.",
                path=path,
                severity=Severity.WARNING,
            )
        if not item.description:
            yield _ask(
                "evidence-undescribed",
                "What is this, in one line?",
                "Write a description.",
                f"{path}.description",
            )


def _about_pictures(facts: Facts) -> Iterator[Problem]:
    """Ask of each picture of a message what makes it believable (Evid. Code, §§ 1400, 1401)."""
    shown = {name for i in facts.case.incidents if i.channel in MESSAGES for name in i.exhibits}
    for number, item in enumerate(facts.case.evidence, 1):
        path = f"evidence[{number}]"
        if item.id in shown and facts.kinds.get(path) in PICTURES:
            for field, question in ABOUT_A_PICTURE.items():
                if getattr(item, field) is None:
                    yield _ask(
                        "picture-question", question, "Answer it under the evidence.", f"{path}.{field}"
                    )


def _about_sounds(facts: Facts) -> Iterator[Problem]:
    """Ask for the typed words of each sound or video that papers may cite (rule 2.1040)."""
    case = facts.case
    typed = {name for i in case.incidents if i.transcript for name in i.exhibits}
    # Where an incident says how it was recorded, its own questions ask for this.
    asked = {name for i in case.incidents if i.recording in _ASKS_ITSELF for name in i.exhibits}
    for number, item in enumerate(case.evidence, 1):
        path = f"evidence[{number}]"
        if facts.kinds.get(path) in SOUND_KINDS and item.id not in typed | asked | set(facts.kept_out):
            yield _ask(
                "transcript-asked",
                "Is there a typed transcript of this, and does the other side have a copy of the file?",
                "A court asks for both (rule 2.1040). Add the transcript as evidence, and name it under "
                "`transcript` of the incident.",
                path,
            )


def _about_incidents(case: Case) -> Iterator[Problem]:
    for number, incident in enumerate(case.incidents, 1):
        yield from _about_incident(incident, f"incidents[{number}]", case)


def _about_incident(incident: Incident, path: str, case: Case) -> Iterator[Problem]:
    if incident.when is not None and not incident.when.is_dated and incident.after is None:
        yield _ask(
            "date-not-recalled",
            "No date is recalled, so this stands after all dated events.",
            "If you know what it came after, name that incident under `after`.",
            f"{path}.when",
        )
    if incident.channel is None:
        yield _ask("channel-blank", "How did this reach you?", "Write email, phone call, in person …", path)
    yield from _about_recording(incident, path)
    yield from _about_missing_evidence(incident, path)
    if incident.knowledge is not None and incident.knowledge.how == "told":
        yield _ask(
            "hearsay",
            "Somebody else told you this.",
            "Say in the account who told you; that person may have to say it to the court.",
            f"{path}.knowledge",
        )
    for place, quote in enumerate(incident.quotes, 1):
        text = (quote.text or "").strip()
        if len(text) > 1 and text[0] in QUOTATION_MARKS and text[-1] in QUOTATION_MARKS:
            yield _ask(
                "quote-in-marks",
                "These words are typed with quotation marks, and print puts marks around them too.",
                "Take yours out, unless the message itself had them.",
                f"{path}.quotes[{place}]",
            )
        if quote.speaker and quote.speaker != case.respondent.name:
            yield _ask(
                "quote-of-another",
                "These are not the respondent's words.",
                "They are printed with the speaker's name; that person may have to say them to the court.",
                f"{path}.quotes[{place}]",
            )
    uses_age = any(entry.basis == "age" for entry in records(incident.protected_basis))
    if uses_age and case.declarant.age_40_or_over is None:
        yield _ask(
            "age-blank",
            "Are you 40 or over? The law's ground of age begins there.",
            "Answer yes or no; your birth date is never asked.",
            "declarant.age_40_or_over",
        )


def _about_recording(incident: Incident, path: str) -> Iterator[Problem]:
    if incident.channel in ("phone call", "voicemail") and incident.recording is None:
        yield _ask(
            "recording-blank", "Was it recorded, and by whom?", "Write `recording: none` if not.", path
        )
    if incident.recording in ("all consented", "voicemail"):
        for field, question in (
            ("transcript", "Which evidence holds the typed words of the recording?"),
            ("duplicate_given", "Does the other side have a copy of the recording?"),
        ):
            if getattr(incident, field) is None:
                yield _ask("recording-question", question, "A court asks for both.", f"{path}.{field}")
    if incident.recording == "unsure":
        yield _ask(
            "recording-unsure",
            "The recording and its transcript are kept out: recording without consent can be a crime.",
            "Ask a lawyer before you use it, or quote from it.",
            f"{path}.recording",
        )


def _about_missing_evidence(incident: Incident, path: str) -> Iterator[Problem]:
    for place, lacking in enumerate(incident.missing_evidence, 1):
        if lacking.what:
            yield _ask(
                "evidence-still-to-get",
                "This proof is still to get.",
                "Ask whoever holds it to keep it, and add it under `evidence` once you have it.",
                f"{path}.missing_evidence[{place}]",
            )


def _about_telling(case: Case, *, has_letter: bool) -> Iterator[Problem]:
    if case.notices is None:
        yield _ask(
            "notices-blank",
            "Has anyone at your employer been told before?",
            "List each time under `notices`, or write `notices: none`.",
            "notices",
        )
    for number, notice in enumerate(records(case.notices), 1):
        told_apart = notice.for_court and not (has_letter and notice.account)
        if notice.answer is None and not told_apart:
            yield _ask(
                "answer-blank",
                "What was answered?",
                "Write it in whole sentences, or `answer: none` for silence.",
                f"notices[{number}]",
            )


def _about_the_letter(facts: Facts) -> Iterator[Problem]:
    case = facts.case
    for number, effect in enumerate(case.effects, 1):
        if effect.kind is None:
            yield _ask(
                "effect-kind-blank",
                "Is this an effect on your work? Only such effects go into the letter.",
                "Write `kind: work`, `health` or `other`.",
                f"effects[{number}]",
            )
    leads = sum(incident.lead == "yes" for incident in case.incidents)
    if leads > MOST_LEADS:
        yield _ask(
            "too-many-leads",
            f"{leads} incidents are marked `lead`; a long letter tells the first {MOST_LEADS}.",
            f"Mark at most {MOST_LEADS}.",
            "incidents",
        )
    if not case.letter.opening:
        yield _ask(
            "opening-blank",
            "Who is this person to you, and what has your job to do with it?",
            "Write a few sentences under `opening` in `letter`.",
            "letter.opening",
        )
    if case.respondent.relationship in FAMILY:
        yield _ask(
            "own-order-left-out",
            "The letter leaves out your own order: between partners and close family another applies.",
            "The court's self-help center can say which paper is for that.",
            "respondent.relationship",
        )
    if not case.requests:
        yield _ask(
            "requests-blank",
            "What do you want your employer to do?",
            "Choose from the letter's list, or write a sentence of your own.",
            "requests",
        )
    elif all(request.by is None for request in case.requests):
        yield _ask(
            "answer-day-blank",
            "By what day would you like an answer?",
            'Add `{ask: answer, by: "…"}` to the requests.',
            "requests",
        )
    for number, request in enumerate(case.requests, 1):
        if request.by is not None and request.by.weekday() >= SATURDAY:
            yield _ask(
                "answer-day-weekend",
                "The day for the answer falls on a weekend.",
                "Choose a working day, or leave it.",
                f"requests[{number}].by",
            )


def _long_names(case: Case) -> Iterator[Problem]:
    for path, name in (
        ("declarant.name", case.declarant.name),
        ("employer.name", case.employer.name),
        ("respondent.name", case.respondent.name),
    ):
        if name and len(name) > LONGEST_NAME:
            yield Problem(
                code="name-long",
                what=f"This name has {len(name)} characters; it is printed whole.",
                fix="Check that nothing else was pasted into it.",
                path=path,
                severity=Severity.WARNING,
            )
