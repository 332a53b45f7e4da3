"""Lays out the papers of a case together with its exhibits: what is filed, what a letter encloses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.checks.papers_asked import ENCLOSURES, Asked
from formgen.document.court_set import CourtSet, DrawnPaper
from formgen.document.exhibit import Exhibit
from formgen.document.exhibits import enclosures_as_exhibits, exhibits_of
from formgen.document.leaf import Leaf
from formgen.document.letter import LetterDocument
from formgen.document.places import stem_of
from formgen.errors import CatalogError, EvidenceError, Problem, RenderError, Severity
from formgen.evidence.examine import Examined
from formgen.facts.facts import Facts
from formgen.facts.served import ExhibitRow
from formgen.pipeline.bound import Bound, bind, binder_for, in_packet, ready_to_bind
from formgen.pipeline.exhibit_pages import ExhibitFiles
from formgen.pipeline.finished import SETS
from formgen.pipeline.leaf_makers import MEGABYTE, enclosure_maker, packet_maker, size_limit
from formgen.pipeline.work import Work
from formgen.render.fonts.book import book_for
from formgen.render.laid_out import LaidOut
from formgen.render.leaf.glyphs import leaf_glyph_problems
from formgen.render.papers import LaidPaper, lay_out_papers, with_pages

_NOTHING_TO_BIND = Problem(
    code="packet-empty",
    what="No paper for the court cites evidence, so there is nothing to bind and no packet is made.",
    fix="File the papers as they are, or name the evidence under `exhibits` of an incident that it shows.",
    path="papers",
    severity=Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Filing:
    """Everything that formgen draws for a case, laid out."""

    laid: tuple[LaidPaper, ...] = ()
    """The papers of this run; those of a packet with their page numbers in it."""

    packet: Bound | None = None
    enclosures: tuple[tuple[str, Bound], ...] = ()
    """What each letter encloses, by the letter's id."""

    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be laid out."""

    facts: Facts
    """Of the letter."""

    for_court: Facts
    asked: Asked
    court_set: CourtSet
    documents: tuple[LetterDocument, ...]
    examined: tuple[Examined, ...]
    folder: Path
    """Of the case."""

    draft: bool
    served_rows: tuple[ExhibitRow, ...] | None = None
    """The exhibits of the packet that was served already; None if there was none."""

    @property
    def is_filed(self) -> bool:
        """Return whether this run makes anything whose pages a packet counts."""
        made = set(self.asked.made)
        return bool(self.asked.filed) and not made.isdisjoint({*self.asked.filed, *SETS})

    @property
    def filed(self) -> tuple[DrawnPaper, ...]:
        """Return the papers of the packet, in its order."""
        papers = self.court_set.papers
        return tuple(paper for name in self.asked.filed for paper in papers if paper.paper == name)

    @property
    def drawn(self) -> tuple[DrawnPaper, ...]:
        """Return every paper that must be laid out."""
        filed = self.asked.filed if self.is_filed else ()
        wanted = {*self.asked.made, *filed, *(self._enclosed_papers if self.enclosed else ())}
        return tuple(paper for paper in self.court_set.papers if paper.paper in wanted)

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """Return the exhibits of the packet."""
        return exhibits_of(self.for_court, self.filed, self.court_set.labels) if self.is_filed else ()

    @property
    def enclosed(self) -> tuple[tuple[str, tuple[Exhibit, ...]], ...]:
        """Return what each letter encloses, by the letter's id; letters that enclose nothing are left out."""
        if ENCLOSURES not in self.asked.made:
            return ()
        found = ((each.paper, enclosures_as_exhibits(self.facts, each.enclosed)) for each in self.documents)
        return tuple((name, exhibits) for name, exhibits in found if exhibits)

    @property
    def bound(self) -> tuple[Exhibit, ...]:
        """Return every exhibit and every enclosure."""
        return (*self.exhibits, *(exhibit for _, listed in self.enclosed for exhibit in listed))

    @property
    def _enclosed_papers(self) -> tuple[str, ...]:
        """Return the chronologies that go with a letter, and so into the file of its enclosures."""
        specs = self.for_court.jurisdiction.chronologies
        return tuple(
            name for name in self.asked.named if name in specs and specs[name].audience == "employer"
        )

    def is_enclosed(self, paper: str) -> bool:
        """Tell whether a paper is one of those that a letter encloses."""
        return paper in self._enclosed_papers

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Return what is composed around the exhibits, before their pages are known."""
        spec = self.for_court.jurisdiction.exhibits
        if spec is None:
            return ()
        bound = [(packet_maker(self.for_court, spec), self.exhibits)]
        bound += [(enclosure_maker(self.facts, spec), exhibits) for _, exhibits in self.enclosed]
        return tuple(
            leaf
            for maker, exhibits in bound
            for leaf in (maker.index(exhibits), *(maker.cover(exhibit) for exhibit in exhibits))
        )


def lay_out_filing(plan: Plan, work: Work | None) -> Filing:
    """Return the papers and exhibits of *plan* laid out.

    Args:
        plan: What is to be made.
        work: Where exhibits are prepared; without it none are, and nothing is bound.

    Raises:
        EvidenceError: Every file that cannot be made into pages.
        RenderError: Every character that no font has, and all that cannot fit.
    """
    exhibits, enclosed = plan.exhibits, plan.enclosed
    every = plan.bound
    warnings = () if exhibits or SETS.isdisjoint(plan.asked.made) else (_NOTHING_TO_BIND,)
    if work is None or not every:
        return Filing(_laid(plan, ()), warnings=warnings)
    spec = _spec(plan)
    files = ExhibitFiles(every, plan.examined, spec, work)
    laid = _laid(plan, plan.asked.filed if exhibits else ())
    prepared = files.results()
    if files.problems:
        raise EvidenceError(files.problems)
    book = book_for(plan.for_court.case.typeface, folder=plan.folder)
    enclosures = []
    for name, listed in enclosed:
        binder = binder_for(enclosure_maker(plan.facts, spec), book, draft=plan.draft)
        ready = ready_to_bind(listed, prepared, plan.examined, spec)
        enclosures.append((name, bind(binder, ready, _enclosed_first(plan, laid))))
    filing = Filing(laid, enclosures=tuple(enclosures), warnings=(*warnings, *files.warnings))
    if exhibits:
        binder = binder_for(packet_maker(plan.for_court, spec), book, draft=plan.draft)
        ready = ready_to_bind(exhibits, prepared, plan.examined, spec)
        limit, _ = size_limit(plan.for_court, spec)
        filing = _with_packet(plan, filing, bind(binder, ready, _in_order(plan, laid), limit=limit))
    _refuse_missing_glyphs([*(bound for _, bound in enclosures), filing.packet])
    return filing


def page_problems(plan: Plan, work: Work) -> list[Problem]:
    """Return what is wrong with those files of *plan* that are there: each is made into pages."""
    if not plan.bound:
        return []
    files = ExhibitFiles(plan.bound, plan.examined, _spec(plan), work)
    files.results()
    return files.problems


def number_anew(plan: Plan, filing: Filing, room: int) -> Filing:
    """Return *filing* with its packet in volumes of *room* bytes by weight: an estimate was too low."""
    packet = filing.packet
    assert packet is not None  # noqa: S101 - only a packet that was made can be too large
    again = bind(packet.binder, packet.exhibits, _in_order(plan, filing.laid), limit=packet.limit, room=room)
    return _with_packet(plan, filing, again)


def _with_packet(plan: Plan, filing: Filing, packet: Bound) -> Filing:
    """Return *filing* with the page numbers of *packet* in its papers: lines stay where they are."""
    words = plan.for_court.jurisdiction.spec.court_words
    assert words is not None  # noqa: S101 - a court's papers are composed with them
    pages = {}
    for each in packet.exhibits:
        first, last = packet.numbering.pages_of(each.exhibit.label)
        pattern = words.page if first == last else words.pages
        pages[each.exhibit.label] = pattern.format(first=first, last=last)
    filed = {paper.file_name for paper in plan.filed}
    laid = tuple(
        with_pages(
            each,
            pages,
            first_page=packet.numbering.papers[stem_of(each.paper.file_name)],
            draft=plan.draft,
        )
        if each.paper.file_name in filed
        else each
        for each in filing.laid
    )
    papers = _in_order(plan, laid)
    if [paper.page_count for paper in papers] != [paper.page_count for paper in packet.papers]:
        raise RuntimeError("page numbers moved the lines of a paper")
    warnings = tuple(_size_warnings(plan, packet))
    return replace(filing, laid=laid, packet=replace(packet, papers=tuple(papers)), warnings=warnings)


def _enclosed_first(plan: Plan, laid: Sequence[LaidPaper]) -> list[LaidOut]:
    """Return the chronology that a letter encloses, which comes before its numbered enclosures."""
    return [in_packet(each) for each in laid if plan.is_enclosed(each.paper.paper)]


def _in_order(plan: Plan, laid: Sequence[LaidPaper]) -> list[LaidOut]:
    """Return the papers of the packet in its order, as parts of it."""
    by_name = {each.paper.file_name: each for each in laid}
    return [in_packet(by_name[paper.file_name]) for paper in plan.filed]


def _laid(plan: Plan, paged: Sequence[str]) -> tuple[LaidPaper, ...]:
    return lay_out_papers(plan.drawn, folder=plan.folder, draft=plan.draft, paged=paged)


def _spec(plan: Plan) -> ExhibitSpec:
    spec = plan.facts.jurisdiction.exhibits
    if spec is None:
        raise CatalogError(
            [
                Problem(
                    "catalog-file-missing",
                    "The catalog has no exhibits.yaml, which says how exhibits are marked.",
                    "Add it; `form_templates/README.md` says what it holds.",
                    path="exhibits.yaml",
                )
            ]
        )
    return spec


def _refuse_missing_glyphs(bound: Sequence[Bound | None]) -> None:
    """Stop where a description or what is covered holds a character that no font has.

    Raises:
        RenderError: Every such character, with its place.
    """
    problems: dict[tuple[str, str], Problem] = {}
    for each in bound:
        if each is None:
            continue
        maker, exhibits = each.binder.maker, [one.exhibit for one in each.exhibits]
        leaves = [maker.index(exhibits), *(maker.cover(one) for one in exhibits if one.item.redactions)]
        for problem in (found for leaf in leaves for found in leaf_glyph_problems(leaf, each.binder.book)):
            problems[problem.path, problem.what] = problem
    if problems:
        raise RenderError(list(problems.values()))


def _size_warnings(plan: Plan, packet: Bound) -> Iterator[Problem]:
    """Yield that a packet was split, and which exhibits are heaviest."""
    if packet.numbering.volumes == 1:
        return
    spec = _spec(plan)
    _, is_guess = size_limit(plan.for_court, spec)
    heaviest = sorted(packet.exhibits, key=lambda each: -each.weighed.weight)[:3]
    named = ", ".join(f"{each.exhibit.label} ({each.weighed.weight / MEGABYTE:.1f} MB)" for each in heaviest)
    guess = f" {spec.size_limit_note}" if is_guess else ""
    yield Problem(
        code="packet-in-volumes",
        what=f"The packet is in several volumes: whole it would be too large to file. The heaviest exhibits: "
        f"{named}.{guess}",
        fix="Evidence is never made smaller here. Ask the court what it takes and write it in "
        "`court.size_limit_mb`, or leave out pages that nobody needs with `pages`.",
        path="court.size_limit_mb",
        severity=Severity.WARNING,
    )
