"""Questions about court papers: what would make them clearer or better shown, never what to conclude."""

from collections.abc import Iterator, Sequence

from formgen.case.incident import Incident
from formgen.case.told import Notice
from formgen.catalog.declaration_spec import DeclarationSpec
from formgen.catalog.words import words_in
from formgen.document.blocks import Paragraph, Quotation, text_of
from formgen.document.court_events import account_of
from formgen.document.court_paper import CourtPaper
from formgen.document.declaration import shown_to_court
from formgen.document.letter_people import names_in
from formgen.document.typed import CURLY, STRAIGHT, WHEN_MARKER
from formgen.errors import Problem, Severity
from formgen.facts.chronology import Event
from formgen.facts.facts import Facts
from formgen.facts.identity import unnamed

LONG_NARRATIVE = 10
"""Pages; more is asked about, never refused."""

MOST_NAMED = 3

_YOU = ("you", "your", "yours")
_TOLD_ME = ("told me",)
_COMPANIES = ("corporation", "llc", "l.l.c.", "limited liability", "inc.")


def court_prompts(facts: Facts, declarations: Sequence[DeclarationSpec]) -> Iterator[Problem]:
    """Yield every question about the court papers that *declarations* describe."""
    if not declarations:
        return
    own = [spec for spec in declarations if spec.by != "witness"]
    if own:
        for event in facts.chronology.all:
            if event.seen_by("court"):
                yield from _about_event(facts, event)
        yield from _about_dispute(facts)
        yield from _about_telling_him(facts)
    yield from _about_filing(facts)
    yield from _about_exhibits(facts)
    yield from _about_names(facts)


def length_prompt(paper: CourtPaper, pages: int) -> Problem | None:
    """Return the question about a long account, naming its longest paragraphs; None if it is not long."""
    if pages <= LONG_NARRATIVE:
        return None
    lengths: dict[int, int] = {}
    number = 0
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            number = block.number or number
        if number and isinstance(block, Paragraph | Quotation):
            lengths[number] = lengths.get(number, 0) + len(text_of(block.inlines))
    longest = sorted(sorted(lengths, key=lambda each: -lengths[each])[:MOST_NAMED])
    return _ask(
        "narrative-long",
        f"{paper.paper} has {pages} pages. Its longest paragraphs are {', '.join(map(str, longest))}.",
        "There is no limit; a judge reads what is short.",
        "papers",
    )


def _ask(code: str, what: str, fix: str, path: str) -> Problem:
    return Problem(code, what, fix, path, severity=Severity.PROMPT)


def _about_event(facts: Facts, event: Event) -> Iterator[Problem]:
    record = event.record
    text, path = account_of(record, event.path)
    answer = record.answer or "" if isinstance(record, Notice) and not record.for_court else ""
    if speaks_to_you(f"{text} {answer}"):
        yield _ask(
            "speaks-to-you",
            "This speaks to “you”, and the court will read it.",
            "Write it once more under `for_court`, as you would tell it to a judge.",
            path,
        )
    begins = text.startswith(("I ", *(f"{name} " for name in names_in(facts.case))))
    if text and event.when is not None and not begins and WHEN_MARKER not in text and not _has_digit(text):
        yield _ask(
            "date-at-the-head",
            "The date is set before this account, apart from its first sentence.",
            "Write {when} where the date belongs, if you want it in the sentence.",
            path,
        )
    told = isinstance(record, Incident) and record.knowledge is not None and record.knowledge.how == "told"
    if not told and any(words_in(text, _TOLD_ME)):
        yield _ask(
            "hearsay",
            "Somebody else told you this.",
            "Say who told you; that person may have to say it to the court.",
            path,
        )


def speaks_to_you(text: str) -> bool:
    """Return whether *text*, outside quotation marks, speaks to its reader."""
    return any(words_in(_outside_marks(text), _YOU))


def _outside_marks(text: str) -> str:
    opening, closing = (STRAIGHT[1], CURLY[2]), (STRAIGHT[1], CURLY[3])
    kept, inside = "", False
    for character in text:
        if inside and character in closing:
            inside = False
        elif not inside and character in opening:
            inside = True
        elif not inside:
            kept += character
    return kept


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text.split("\n\n", maxsplit=1)[0])


def _about_dispute(facts: Facts) -> Iterator[Problem]:
    dispute = facts.case.dispute
    if (
        dispute is not None
        and not dispute.for_court
        and any(words_in(dispute.account or "", ("writing about", *_YOU)))
    ):
        yield _ask(
            "speaks-to-you",
            "This speaks of the letter, or to its reader, and the court will read it.",
            "Write it once more under `for_court`, as you would tell it to a judge.",
            "dispute.account",
        )


def _about_telling_him(facts: Facts) -> Iterator[Problem]:
    temporary = facts.case.temporary_order
    if temporary is None or temporary.asked is None:
        yield _ask(
            "temporary-order-blank",
            "Do you ask for an order at once, before a hearing?",
            "Write `asked: yes` or `asked: no` under `temporary_order`.",
            "temporary_order",
        )
    elif temporary.asked == "yes" and temporary.respondent_told is None:
        yield _ask(
            "respondent-told-blank",
            "Was the respondent told that you ask for an order at once?",
            "Answer under `respondent_told`; if not, say why under `why_not_told`.",
            "temporary_order.respondent_told",
        )
    elif temporary.asked == "yes" and temporary.respondent_told == "no" and not temporary.why_not_told:
        yield _ask(
            "why-not-told-blank",
            "Why was the respondent not told? A court asks.",
            "Write it under `why_not_told`, in your own words.",
            "temporary_order.why_not_told",
        )


def _about_filing(facts: Facts) -> Iterator[Problem]:
    case = facts.case
    for_employer = case.court is not None and case.court.kind == "workplace-violence"
    asking = case.petitioner if for_employer else None
    attorney = asking.attorney if asking else (None if for_employer else case.declarant.attorney)
    if attorney is None and not for_employer and "address" not in case.declarant.print_on.court:
        yield _ask(
            "address-not-printed",
            "The first page shows no address. A court asks for one where mail arrives; it need not be home.",
            "Add `address` to `print_on.court`, or a lawyer's address.",
            "declarant.print_on.court",
        )
    alone = asking is not None and asking.attorney is None
    if alone and asking is not None and any(word in (asking.entity or "").casefold() for word in _COMPANIES):
        yield _ask(
            "company-without-lawyer",
            "Courts generally require a lawyer where a corporation or a limited liability company asks.",
            "Ask the court's self-help center, or a lawyer.",
            "petitioner.entity",
        )


def _about_exhibits(facts: Facts) -> Iterator[Problem]:
    cited = {name for event in facts.chronology.all if event.seen_by("court") for name in event.exhibits}
    for event in facts.chronology.all:
        yield from _about_which(facts, event)
    for name, shown in shown_to_court(facts).items():
        if name in cited and not shown.item.how_known and not shown.item.true_copy:
            yield _ask(
                "how-known-blank",
                "How do you have this: did you receive it, take it, print it?",
                "Write it under `how_known` in a sentence; a court asks what shows that it is genuine.",
                f"{shown.path}.how_known",
            )


def _about_which(facts: Facts, event: Event) -> Iterator[Problem]:
    """Ask what each exhibit is where one paragraph cites several."""
    shown = shown_to_court(facts)
    names = [name for name in event.exhibits if name in shown and event.seen_by("court")]
    for name in names if len(names) > 1 else ():
        if not shown[name].item.true_copy:
            yield _ask(
                "true-copy-blank",
                "Several exhibits are cited together, and nothing says which is which.",
                "Write under `true_copy` how `is a true and correct copy` goes on, such as `of my note`.",
                f"{shown[name].path}.true_copy",
            )


def _about_names(facts: Facts) -> Iterator[Problem]:
    case = facts.case
    for number, employee in enumerate(case.employees, 1):
        path = f"employees[{number}]"
        choice = employee.naming_choice
        if employee.referred_to_as:
            yield _ask(
                "naming-choice-reach",
                "The statute speaks only of the temporary order, and actual distress is then shown by what "
                "others saw.",
                "Whether the petition, too, leaves out the name is for a lawyer to decide.",
                f"{path}.referred_to_as",
            )
        elif choice is not None and choice.answer == "declined":
            yield _ask(
                "declined-but-named",
                "This employee declined to be named in the temporary order; these papers print the name.",
                "Whether to write `referred_to_as`, so that they do not, is for a lawyer to decide.",
                path,
            )
    if unnamed(case) and case.protected_persons not in (None, "none", ()):
        yield _ask(
            "protected-persons-named",
            "The others whom the order should cover are printed by name.",
            "Check that none of them reveals the person who is not named.",
            "protected_persons",
        )
