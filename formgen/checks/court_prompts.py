"""Questions about court papers: what would make them clearer or better shown, never what to conclude."""

from collections.abc import Iterable, Iterator, Sequence

from formgen.case.incident import Incident
from formgen.case.when_words import in_words
from formgen.catalog.declaration_spec import DeclarationSpec
from formgen.catalog.words import words_in
from formgen.checks.needs import is_blank
from formgen.checks.paper_sources import printed_by, value_at
from formgen.checks.quoted import outside_marks
from formgen.document.blocks import Inline, Paragraph, Quotation, Span, text_of
from formgen.document.court_events import account_of
from formgen.document.court_paper import CourtPaper
from formgen.document.court_people import asks_for_employer
from formgen.document.court_set import DrawnPaper
from formgen.document.court_text import emphasised
from formgen.document.declaration import shown_to_court
from formgen.document.markers import exhibits_marked
from formgen.document.typed import in_marks
from formgen.errors import Problem, Severity
from formgen.facts.chronology import Event
from formgen.facts.facts import Facts
from formgen.facts.identity import quotes_shown, unnamed

LONG_NARRATIVE = 10
"""Pages; more is asked about, never refused."""

MOST_NAMED = 3

_YOU = ("you", "your", "yours", "yourself", "yourselves")
_THE_LETTER = ("this letter", "writing about")
_TOLD_ME = ("told me", "told us", "I was told", "I heard from", "I learned from")
_PRONOUNS = ("he", "she", "they")
_COMPANIES = (
    *("corporation", "corp", "incorporated", "inc"),
    *("limited liability company", "limited liability", "llc", "l.l.c."),
)
_IN_SENTENCES = (
    *("account", "for_court", "short", "answer", "done", "background", "what", "harm_without_order"),
    *("why", "why_others", "why_not_told", "short_notice_reason", "others", "labor_dispute", "left_out"),
    "how_known",
)
"""Where a declarant writes whole sentences, and may speak to a reader."""


def court_prompts(facts: Facts, declarations: Sequence[DeclarationSpec]) -> Iterator[Problem]:
    """Yield the questions about a case whose court papers *declarations* describe."""
    if not declarations:
        return
    if any(spec.by != "witness" for spec in declarations):
        for event in facts.chronology.all:
            if event.seen_by("court"):
                yield from _about_hearsay(facts, event)
                yield from _leading_nowhere(facts, event)
        yield from _dates_not_printed(facts)
    if any("temporary-order" in spec.sources for spec in declarations):
        yield from _about_temporary_order(facts)
    if any(spec.attachment is None for spec in declarations):
        yield from _about_lawyer(facts)
    yield from _about_names(facts)


def paper_prompts(facts: Facts, papers: Iterable[tuple[DrawnPaper, int]]) -> list[Problem]:
    """Return the questions about composed *papers*, each with its pages, less those that the case accepts.

    They are asked of the papers themselves, so that no question is about
    words that are not printed, or about a date that stands elsewhere.
    """
    found: list[Problem] = []
    for paper, pages in papers:
        if isinstance(paper, CourtPaper):
            found += _speaking_to_you(facts, paper)
            found += _dates_apart(paper)
            found += _address_missing(facts, paper)
            found += () if _is_of_witness(facts, paper) else _about_exhibits(facts, paper)
            found += [long] if (long := length_prompt(paper, pages)) else []
        elif facts.jurisdiction.chronologies[paper.paper].audience == "court":
            found += _speaking_to_you(facts, paper)
    once = {(problem.code, problem.path, problem.what): problem for problem in found}
    return [problem for problem in once.values() if problem.code not in facts.case.accept]


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
    named = "paragraph is" if len(longest) == 1 else "paragraphs are"
    return _ask(
        "narrative-long",
        f"{paper.file_name} has {pages} pages. Its longest {named} {', '.join(map(str, longest))}.",
        "There is no limit; a judge reads what is short.",
        "papers",
    )


def speaks_to_you(text: str) -> bool:
    """Return whether *text*, outside quotation marks, speaks to its reader."""
    return any(words_in(outside_marks(text), _YOU))


def _ask(code: str, what: str, fix: str, path: str) -> Problem:
    return Problem(code, what, fix, path, severity=Severity.PROMPT)


def _speaking_to_you(facts: Facts, paper: DrawnPaper) -> Iterator[Problem]:
    for path in dict.fromkeys(path for _, path in printed_by(paper)):
        text = value_at(facts.case, path)
        field = path.rpartition(".")[2].partition("[")[0]
        if not isinstance(text, str) or field not in _IN_SENTENCES:
            continue
        of_letter = path == "dispute.account" and any(words_in(outside_marks(text), _THE_LETTER))
        if of_letter or speaks_to_you(text):
            yield _ask(
                "speaks-to-you",
                "This speaks of the letter, and the court will read it."
                if of_letter
                else "This speaks to “you”, and the court will read it.",
                "Write it once more under `for_court`, as you would tell it to a judge."
                if field in ("account", "answer", "done") and _has_words_for_court(path)
                else "Write it as you would tell it to a judge.",
                path,
            )


def _has_words_for_court(path: str) -> bool:
    """Return whether what stands beside *path* can be told to the court in other words."""
    listed = ("incidents[", "notices[", "requests_to_stop[")
    return path.startswith("dispute.") or (path.startswith(listed) and path.count(".") == 1)


def _dates_apart(paper: CourtPaper) -> Iterator[Problem]:
    """Ask where a date stands at the head of a paragraph, because no sentence could take it."""
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            for place, inline in enumerate(block.inlines):
                if isinstance(inline, Span) and inline == emphasised(inline.text):
                    yield _ask(
                        "date-at-the-head",
                        "The date is set before this account, apart from its first sentence.",
                        "Write {when} where the date belongs, if you want it in the sentence.",
                        _next_source(block.inlines[place:]),
                    )


def _next_source(inlines: Sequence[Inline]) -> str:
    return next((each.source for each in inlines if isinstance(each, Span) and each.source), "incidents")


def _address_missing(facts: Facts, paper: CourtPaper) -> Iterator[Problem]:
    if paper.caption is None:
        return
    shown = [inline for line in paper.caption.filer for inline in line.inlines if isinstance(inline, Span)]
    if any(span.source.endswith("address") for span in shown):
        return
    by_lawyer = any(".attorney." in span.source for span in shown)
    part = "petitioner" if asks_for_employer(facts.case) else "declarant"
    path, fix = f"{part}.mailing_address", "Write it under `mailing_address`, or give a lawyer's."
    if by_lawyer:
        path, fix = f"{part}.attorney.address", "Write the lawyer's address."
    elif part == "declarant" and "address" not in facts.case.declarant.print_on.court:
        path, fix = "declarant.print_on.court", "Add `address` to `print_on.court`, or a lawyer's address."
    yield _ask(
        "address-not-printed",
        "The first page shows no address. A court asks for one where mail arrives; it need not be home.",
        fix,
        path,
    )


def _is_of_witness(facts: Facts, paper: CourtPaper) -> bool:
    return facts.jurisdiction.declarations[paper.paper].spec.by == "witness"


def _about_exhibits(facts: Facts, paper: CourtPaper) -> Iterator[Problem]:
    shown = {name: each for name, each in shown_to_court(facts).items() if name in paper.cites}
    for event in facts.chronology.all:
        if event.path not in paper.paragraphs:
            continue
        apart = exhibits_marked(account_of(event.record, event.path)[0])
        together = [name for name in dict.fromkeys(event.exhibits) if name in shown and name not in apart]
        for name in together if len(together) > 1 else ():
            if is_blank(shown[name].item.true_copy):
                yield _ask(
                    "true-copy-blank",
                    "Several exhibits are cited together, and nothing says which is which.",
                    "Write under `true_copy` how `is a true and correct copy` goes on, such as `of my note`.",
                    f"{shown[name].path}.true_copy",
                )
    for each in shown.values():
        if is_blank(each.item.how_known) and is_blank(each.item.true_copy):
            yield _ask(
                "how-known-blank",
                "How do you have this: did you receive it, take it, print it?",
                "Write it under `how_known` in a sentence; a court asks what shows that it is genuine.",
                f"{each.path}.how_known",
            )


def _about_hearsay(facts: Facts, event: Event) -> Iterator[Problem]:
    record = event.record
    text, path = account_of(record, event.path)
    if isinstance(record, Incident) and record.knowledge is not None and record.knowledge.how == "told":
        # That is asked of every paper.
        return
    plain = outside_marks(text)
    if any(not _is_the_respondent(facts, plain[:place]) for _, place in words_in(plain, _TOLD_ME)):
        yield _ask(
            "hearsay",
            "Somebody else told you this.",
            "Say who told you; that person may have to say it to the court.",
            path,
        )


def _leading_nowhere(facts: Facts, event: Event) -> Iterator[Problem]:
    """Ask of an account that leads to exact words where none are printed after it."""
    record = event.record
    text, path = account_of(record, event.path)
    if not isinstance(record, Incident) or not text.rstrip().endswith(":"):
        return
    if all(in_marks(quote.text or "", text) for quote in quotes_shown(facts.case, record)):
        yield _ask(
            "leads-to-nothing",
            "This ends as if exact words came next, and none are printed.",
            "End it with a period where the words are left out, or add them under `quotes`.",
            path,
        )


def _dates_not_printed(facts: Facts) -> Iterator[Problem]:
    """Ask where a date stands beside a sentence that does not give it: only sentences are printed."""
    case, words = facts.case, facts.jurisdiction.spec.date_words
    dates = [
        *((f"effects[{n}].since", each.since, each.what) for n, each in enumerate(case.effects, 1)),
        *((f"effects[{n}].on", each.on, each.what) for n, each in enumerate(case.effects, 1)),
        *(
            (f"protective_steps[{n}].when", each.when, each.account)
            for n, each in enumerate(case.protective_steps, 1)
        ),
    ]
    for path, when, text in dates:
        if when is None or not when.is_dated or is_blank(text):
            continue
        year = when.local(facts.zone)[0].year
        shapes = (in_words(when, words, facts.zone), in_words(when, words, facts.zone, without_year=year))
        if not any(shape.is_named_in(text or "") for shape in shapes):
            yield _ask(
                "date-not-printed",
                "A declaration prints the sentence beside this date, and the sentence does not give it.",
                "Write the date into the sentence, if it is to be printed.",
                path,
            )


def _is_the_respondent(facts: Facts, before: str) -> bool:
    """Return whether the words *before* end with the respondent, whose own words are no hearsay.

    Evid. Code, § 1220.
    """
    respondent = facts.case.respondent
    words = before.split()
    last = words[-1].casefold() if words else ""
    names = [name for name in (respondent.name, respondent.called, *respondent.other_names) if name]
    surname = names[0].split()[-1:] if names else []
    return last in _PRONOUNS or before.rstrip().endswith((*names, *surname))


def _about_temporary_order(facts: Facts) -> Iterator[Problem]:
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
    elif temporary.asked == "yes" and temporary.respondent_told == "no" and is_blank(temporary.why_not_told):
        yield _ask(
            "why-not-told-blank",
            "Why was the respondent not told? A court asks.",
            "Write it under `why_not_told`, in your own words.",
            "temporary_order.why_not_told",
        )


def _about_lawyer(facts: Facts) -> Iterator[Problem]:
    asking = facts.case.petitioner if asks_for_employer(facts.case) else None
    if asking is None or (asking.attorney is not None and not is_blank(asking.attorney.name)):
        return
    for field in ("entity", "name"):
        if any(words_in(getattr(asking, field) or "", _COMPANIES)):
            yield _ask(
                "company-without-lawyer",
                "Courts generally require a lawyer where a corporation or a limited liability company asks.",
                "Ask the court's self-help center, or a lawyer.",
                f"petitioner.{field}",
            )
            return


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
    if unnamed(case) and isinstance(case.protected_persons, tuple) and case.protected_persons:
        yield _ask(
            "protected-persons-named",
            "The others whom the order should cover are printed by name.",
            "Check that none of them reveals the person who is not named.",
            "protected_persons",
        )
