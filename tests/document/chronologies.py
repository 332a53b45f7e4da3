"""Chronologies for tests: both copies, composed, and read as plain text."""

from collections.abc import Mapping
from datetime import date

from document.letters import plain
from factories import AS_OF, SHEET, Typed, facts_of, make_case, make_evidence

from formgen.case import Case
from formgen.catalog.chronology_spec import ChronologySpec
from formgen.document.blocks import text_of
from formgen.document.chronology_cells import CellMaker
from formgen.document.chronology_events import caller_of, list_events, namer_for
from formgen.document.chronology_listed import Listed
from formgen.document.chronology_paper import ChronologyPaper, compose_chronology
from formgen.document.chronology_values import Cell, Row
from formgen.document.letter_values import Marks
from formgen.facts.exhibits import enclosures, label_exhibits
from formgen.facts.facts import Facts

COURT, ENCLOSED = "chronology", "enclosure-chronology"
MARCH_10: Typed = {
    "when": "March 10, 2026",
    "to": "Pat Moreno",
    "how": "in person",
    "about": ["first-email"],
    "account": "I showed Pat Moreno the email.",
    "answer": "Wait.",
}
MARCH_17: Typed = {"when": "March 17, 2026", "how": "email", "account": "I asked him to stop."}


def spec_of(facts: Facts, paper: str = COURT) -> ChronologySpec:
    """Return what the catalog says of a chronology."""
    return facts.jurisdiction.chronologies[paper]


def letters_of(facts: Facts) -> dict[str, str]:
    """Return exhibit letters for all evidence that events cite."""
    held = {item.id for item in facts.case.evidence}
    cited = [name for event in facts.chronology.all for name in event.exhibits if name in held]
    return label_exhibits(cited, fixed={})


def every_paragraph(facts: Facts) -> dict[str, tuple[int, ...]]:
    """Return paragraphs that tell every event, from 5 on."""
    return {event.path: (number,) for number, event in enumerate(facts.chronology.all, 5)}


def court_copy(
    case: Case | None = None,
    *,
    paragraphs: Mapping[str, tuple[int, ...]] | None = None,
    as_of: date = AS_OF,
) -> ChronologyPaper:
    """Return the court's copy; every event is told in a paragraph unless *paragraphs* says otherwise."""
    facts = facts_of(case or make_case(), as_of)
    told = every_paragraph(facts) if paragraphs is None else paragraphs
    return compose_chronology(
        facts, spec_of(facts), paper=COURT, sheet=SHEET, labels=letters_of(facts), paragraphs=told
    )


def letters_copy(case: Case | None = None, *, as_of: date = AS_OF) -> ChronologyPaper:
    """Return the copy that goes with the letter."""
    facts = facts_of(case or make_case(), as_of)
    seen = [event for event in facts.chronology.all if event.seen_by("employer")]
    enclosed = enclosures(seen, facts.case.evidence, audience="employer", without=facts.kept_out)
    labels = {name: str(enclosure.number) for name, enclosure in enclosed.items()}
    return compose_chronology(
        facts, spec_of(facts, ENCLOSED), paper=ENCLOSED, sheet=SHEET, labels=labels, paragraphs={}
    )


def listed_for_court(
    case: Case, *, paragraphs: Mapping[str, tuple[int, ...]] | None = None
) -> tuple[Listed, ...]:
    """Return the events of the court's copy with the facts of their rows."""
    facts = facts_of(case)
    told = every_paragraph(facts) if paragraphs is None else paragraphs
    return list_events(facts, spec_of(facts), labels=letters_of(facts), paragraphs=told)


def maker_for(case: Case) -> CellMaker:
    """Return what sets the rows of the court's copy in columns."""
    facts = facts_of(case)
    spec = spec_of(facts)
    listed = list_events(facts, spec, labels=letters_of(facts), paragraphs=every_paragraph(facts))
    namer, called = namer_for(facts, spec.rows), caller_of(facts, spec)
    return CellMaker(spec.rows, namer, Marks("\u201c", "\u201d"), called, "Dana Reyes", "", listed)


def rows_of(paper: ChronologyPaper) -> list[Row]:
    """Return all rows, whatever group they stand in."""
    return [row for group in paper.groups for row in group.rows]


def paths_of(paper: ChronologyPaper) -> list[str]:
    """Return the events that have rows."""
    return [row.path for row in rows_of(paper)]


def read(cell: Cell) -> list[str]:
    """Return the paragraphs of a cell, with common spaces."""
    return [plain(text_of(block.inlines)) for block in cell]


def emails(count: int, **changes: object) -> list[Typed]:
    """Return emails of successive days from March 1 on."""
    return [
        {
            "id": f"email-{n}",
            "when": f"2026-03-{n:02d}",
            "channel": "email",
            "account": "He wrote.",
            **changes,
        }
        for n in range(1, count + 1)
    ]


def with_exhibit(**changes: object) -> Case:
    """Return the small case with its email attached, and *changes*."""
    return make_case(
        **{
            "evidence": [make_evidence()],
            "incidents": [
                {
                    "id": "first-email",
                    "when": "March 5, 2026",
                    "channel": "email",
                    "account": "He wrote.",
                    "exhibits": ["first-email"],
                }
            ],
            **changes,
        }
    )
