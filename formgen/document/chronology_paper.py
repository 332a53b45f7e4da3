"""Composes a chronology: the events of a case in a table, with a drawn timeline and where each is cited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from formgen.case.when_words import day_in_words
from formgen.catalog.chronology_spec import ChronologySpec
from formgen.document.blocks import CaptionLine, Span
from formgen.document.carrying import Carried
from formgen.document.chronology_carried import carried_by
from formgen.document.chronology_cells import CellMaker, filled
from formgen.document.chronology_counts import Counter
from formgen.document.chronology_csv import csv_of
from formgen.document.chronology_events import caller_of, list_events, namer_for
from formgen.document.chronology_listed import Listed
from formgen.document.chronology_timeline import TimelineMaker
from formgen.document.chronology_values import Columns, Group, TableFrame, Timeline
from formgen.document.court_paper import Sheet
from formgen.document.places import WIDEST_PAGE
from formgen.document.typed import all_text, marks_for
from formgen.facts.audience import withheld
from formgen.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class ChronologyPaper:
    """A chronology ready to be laid out, and its table for a spreadsheet."""

    paper: str
    """The paper's id in the catalog: `chronology`, or `enclosure-chronology` for the letter's copy."""

    file_name: str
    csv_name: str
    title: str
    """For the file's own properties: names nobody."""

    footer: tuple[str, ...]
    """The paper's title at the foot of each page, fullest first; the first that fits there is printed."""

    language: str
    typeface: str | None
    """A family or a font file that the case asks for."""

    sheet: Sheet
    """Whose page number and foot it shares with the other papers."""

    frame: TableFrame
    heading: tuple[CaptionLine, ...]
    summary: tuple[str, ...]
    """The counts, in whole sentences."""

    timeline: Timeline | None
    columns: Columns
    continued: str
    """Beside the number of a row that goes on from the page before."""

    groups: tuple[Group, ...]
    csv: bytes
    carries: tuple[Carried, ...]
    """What the finished paper must hold, as typed or in its printed words."""

    cites: tuple[str, ...]
    """Ids of the evidence that it cites, by first citation."""

    withheld: tuple[str, ...]
    """Places in the case that it leaves out on purpose."""


def compose_chronology(  # noqa: PLR0913 - what the other papers have settled, each by name
    facts: Facts,
    spec: ChronologySpec,
    *,
    paper: str,
    sheet: Sheet,
    labels: Mapping[str, str],
    paragraphs: Mapping[str, tuple[int, ...]],
    told_in: Mapping[str, str] | None = None,
) -> ChronologyPaper:
    """Return the chronology *spec* of the case in *facts*.

    Args:
        facts: What follows from the case.
        spec: The chronology, which says for whom it is.
        paper: Its id in the catalog.
        sheet: The page of the court's papers, whose foot it shares.
        labels: Exhibit label, or number of the enclosure, by evidence id, in their order.
        paragraphs: Numbers of the declaration's paragraphs that tell each event, by its place such as
            `incidents[2]`; empty for the letter's copy.
        told_in: The paper that has those paragraphs, by the same places: its file's name less `.pdf`.
    """
    case = facts.case
    listed = list_events(facts, spec, labels=labels, paragraphs=paragraphs)
    namer = namer_for(facts, spec.rows)
    name = case.declarant.name or ""
    shared = facts.jurisdiction.spec.court_words
    widest = shared.pages.format(first=WIDEST_PAGE, last=WIDEST_PAGE) if spec.cites_pages and shared else ""
    maker = CellMaker(
        spec.rows,
        namer,
        marks_for(all_text(case)),
        caller_of(facts, spec),
        name,
        widest,
        listed,
        told_in or {},
    )
    date = day_in_words(case.letter.date or facts.as_of, namer.spec.date_words)
    frame, heads = spec.page, spec.columns
    return ChronologyPaper(
        paper=paper,
        file_name=f"{paper}.pdf",
        csv_name=f"{paper}.csv",
        title=spec.title,
        footer=(spec.words.footer.format(name=name, date=date), spec.words.footer_short),
        language=case.language or facts.jurisdiction.spec.language,
        typeface=case.typeface,
        sheet=sheet,
        frame=TableFrame(frame.width, frame.height, frame.left, frame.right, frame.top, frame.foot),
        heading=(
            CaptionLine((Span(spec.words.title, bold=True),)),
            CaptionLine(filled(spec.words.prepared, name=Span(name, "declarant.name"), date=date)),
        ),
        summary=Counter(spec.summary, namer, facts.chronology, spec.audience, listed).sentences(),
        timeline=TimelineMaker(spec.timeline, namer, facts.chronology, listed).timeline(),
        columns=Columns(heads.number, heads.when, heads.what, heads.who, heads.where),
        continued=spec.rows.continued,
        groups=_groups(listed, maker),
        csv=csv_of(listed, spec.csv, maker),
        carries=tuple(carried_by(listed, maker)),
        cites=tuple(dict.fromkeys(name for entry in listed for name in entry.exhibits)),
        withheld=tuple(dict.fromkeys((*withheld(case, spec.audience), *facts.kept_out_places))),
    )


def _groups(listed: Sequence[Listed], maker: CellMaker) -> tuple[Group, ...]:
    """Return the dated rows, then under a heading of their own those whose date is not recalled."""
    dated = tuple(maker.row(entry) for entry in listed if not entry.is_undated)
    undated = tuple(maker.row(entry) for entry in listed if entry.is_undated)
    groups = (Group((), dated), Group((Span(maker.words.undated, bold=True),), undated))
    return tuple(group for group in groups if group.rows)
