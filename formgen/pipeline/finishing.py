"""Draws the papers of a case, puts its packet together, and reads every file back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from formgen.case.base import Audience
from formgen.checks.packet_readback import completeness_problems
from formgen.checks.papers_asked import ENCLOSURES
from formgen.checks.pdf_readback import read_back_pdf
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import DrawnPaper
from formgen.document.typed import one_paragraph
from formgen.errors import EvidenceError, Problem, ReadbackError
from formgen.evidence.examine import Examined
from formgen.facts.exhibits import label_key
from formgen.facts.served import ExhibitRow
from formgen.facts.withheld_contacts import watched_of
from formgen.packet.binding import Volume
from formgen.packet.bound_page import BoundPage
from formgen.packet.exhibit_sheet import SHEET_NAME, sheet_bytes
from formgen.packet.label_changes import CHANGES_NAME, changes_text
from formgen.packet.large_files import copy_file
from formgen.packet.manifest import ExhibitRecord, PaperRecord
from formgen.packet.sets import (
    Upload,
    exhibit_names,
    exhibit_records,
    exhibit_rows,
    tab_list,
    upload_sheet,
    volume_name,
)
from formgen.pipeline.bound import Bound
from formgen.pipeline.files import FileMaker
from formgen.pipeline.filing import Filing, Plan, number_anew
from formgen.pipeline.finished import Finished
from formgen.pipeline.private import PrivateSearch
from formgen.render.papers import draw_paper
from formgen.render.rendered import Rendered, RenderedPdf

TRIES = 3
"""How often a packet is numbered anew because a volume came out larger than its parts weighed."""

_PAPERS_OVER_LIMIT = Problem(
    code="papers-over-limit",
    what="The papers alone, without any exhibit, make a file larger than the court takes.",
    fix="Correct `court.size_limit_mb`, or ask the court how such papers are filed.",
    path="court.size_limit_mb",
)


def finish_filing(
    plan: Plan, filing: Filing, letters: tuple[Rendered, ...], faults: Sequence[Problem], out: Path | None
) -> Finished:
    """Return every finished file of a case, each read back.

    Args:
        plan: What was asked for.
        filing: It laid out.
        letters: The finished letters.
        faults: What is wrong with those.
        out: The folder in which files with exhibits are put together; without it none is made.

    Raises:
        ReadbackError: If a finished file does not hold what it must, or holds anything else.
        EvidenceError: If a number that is private would be filed, or a page is too large to be.
    """
    case = plan.facts.case
    readers: tuple[Audience, ...] = ("court", "employer")
    search = PrivateSearch({reader: watched_of(case, reader) for reader in readers}, case.accept)
    finishing = _Finishing(plan, filing, FileMaker(out or Path(), search))
    if out is not None:
        finishing.bind()
    drawn = finishing.draw()
    if faults or finishing.faults or finishing.maker.faults:
        raise ReadbackError([*faults, *finishing.maker.faults, *finishing.faults])
    search.letters(letters)
    if search.errors:
        raise EvidenceError(search.errors)
    return Finished(
        letters,
        drawn,
        finishing.maker.files,
        tuple(finishing.records),
        tuple(finishing.exhibits),
        frozenset(finishing.maker.fonts),
        (*search.warnings, *(each for each in finishing.filing.warnings if each not in filing.warnings)),
    )


@dataclass(slots=True)
class _Finishing:
    """What has been made so far."""

    plan: Plan
    filing: Filing
    maker: FileMaker
    faults: list[Problem] = field(default_factory=list)
    records: list[PaperRecord] = field(default_factory=list)
    exhibits: list[ExhibitRecord] = field(default_factory=list)

    def draw(self) -> tuple[RenderedPdf, ...]:
        """Return the papers of this run, each a file of its own."""
        drawn = []
        for laid in self.filing.laid:
            paper = laid.paper
            if paper.paper not in self.plan.asked.made:
                continue
            rendered = draw_paper(laid)
            drawn.append(rendered)
            self.faults += read_back_pdf(
                rendered, carries=paper.carries, title=paper.title, language=paper.language
            )
            self.maker.search.paper(rendered, _reader_of(paper, self.plan))
            if isinstance(paper, ChronologyPaper):
                self.maker.files[paper.csv_name] = paper.csv
        return tuple(drawn)

    def bind(self) -> None:
        """Put together every file that holds exhibits."""
        made = self.plan.asked.made
        for name, bound in self.filing.enclosures:
            several = len(self.filing.enclosures) > 1
            file = f"{name}-{ENCLOSURES}" if several else ENCLOSURES
            files = self._volumes(bound, file, ENCLOSURES, "employer")
            self.records.append(PaperRecord(paper=ENCLOSURES, files=tuple(files)))
        packet = self.filing.packet
        if packet is None:
            return
        if "packet" in made or "e-filing-set" in made:
            self._packet(packet)
        if "hearing-set" in made:
            self._hearing(packet)

    def _packet(self, packet: Bound) -> None:
        made = self.plan.asked.made
        files = self._volumes(packet, "packet", "packet", "court")
        for _ in range(TRIES):
            if not self._too_large(packet, files):
                break
            packet = self._smaller(packet, files)
            files = self._volumes(packet, "packet", "packet", "court")
        self._refuse_too_large(packet, files)
        examined = self._examined
        if "e-filing-set" in made:
            self._upload(packet, files, keeps_packet="packet" in made)
        if "packet" in made:
            self.exhibits += exhibit_records(packet.exhibits, packet.numbering, examined)
            rows = tuple(exhibit_rows(packet.exhibits, packet.numbering, examined))
            self.maker.files[SHEET_NAME] = sheet_bytes(
                (*rows, *_withdrawn(self.plan.served_rows or (), rows))
            )
            names = [*files, SHEET_NAME]
            if self.plan.served_rows is not None:
                self.maker.files[CHANGES_NAME] = changes_text(self.plan.served_rows, rows).encode()
                names.append(CHANGES_NAME)
            self.records.append(PaperRecord(paper="packet", files=tuple(names)))

    def _upload(self, packet: Bound, files: dict[str, Path], *, keeps_packet: bool) -> None:
        """Add the files to upload, and the sheet that lists them."""
        maker = packet.binder.maker
        title = _caption_title(self.plan) or maker.spec.titles["packet"]
        head = maker.words.heads.volume.lower()
        uploads = []
        for (name, path), volume in zip(files.items(), packet.volumes(), strict=True):
            copy = path.with_name(f"upload-{name}")
            digest = copy_file(path, copy, f"efile/{name}")
            if not keeps_packet:
                path.unlink()
                del self.maker.files[name]
            self.maker.files[digest.path] = copy
            whole = title if len(files) == 1 else f"{title}, {head} {volume.number}"
            uploads.append(Upload(digest, whole, volume))
        self.maker.files["efile/efile.csv"] = upload_sheet(uploads)
        listed = tuple(name for name in self.maker.files if name.startswith("efile/"))
        self.records.append(PaperRecord(paper="e-filing-set", files=listed))

    def _hearing(self, packet: Bound) -> None:
        """Add the list of exhibits with the clerk's columns, each exhibit as a file, and the tabs."""
        maker = packet.binder.maker
        exhibits = [each.exhibit for each in packet.exhibits]
        leaf = packet.binder.leaf(maker.hearing_list(exhibits))
        volume = Volume(1, (leaf,), ())
        self.maker.make("hearing/exhibit-list.pdf", volume, packet.binder, maker.spec.titles["hearing"])
        names = exhibit_names([exhibit.label for exhibit in exhibits])
        for each in packet.exhibits:
            name = f"hearing/{names[each.exhibit.label]}"
            volume = packet.binder.alone(each, packet.numbering)
            self.maker.make(name, volume, packet.binder, maker.spec.titles["exhibit"])
        self.maker.files["hearing/tabs.txt"] = tab_list(
            packet.numbering, maker.spec.hearing, _brought(self.plan)
        )
        listed = tuple(name for name in self.maker.files if name.startswith("hearing/"))
        self.records.append(PaperRecord(paper="hearing-set", files=listed))

    def _volumes(self, bound: Bound, name: str, title: str, reader: Audience) -> dict[str, Path]:
        """Make every volume of *bound* and return where they lie, by their file names."""
        volumes = bound.volumes()
        made: dict[str, Path] = {}
        pages = {
            each.exhibit.label: len(each.prepared.pages)
            for each in bound.exhibits
            if each.prepared is not None
        }
        self.faults += completeness_problems(volumes, pages, f"{name}.pdf")
        for volume in volumes:
            file = volume_name(volume.number, len(volumes), name)
            maker = bound.binder.maker
            whole = maker.spec.titles[title]
            if len(volumes) > 1:
                whole = f"{whole}, {maker.words.heads.volume.lower()} {volume.number}"
            made[file] = self.maker.make(file, volume, bound.binder, whole, reader)
        return made

    @property
    def _examined(self) -> dict[str, Examined]:
        return {each.path: each for each in self.plan.examined}

    def _too_large(self, packet: Bound, files: dict[str, Path]) -> bool:
        limit = packet.limit
        return limit is not None and any(path.stat().st_size > limit for path in files.values())

    def _smaller(self, packet: Bound, files: dict[str, Path]) -> Bound:
        """Return *packet* in volumes that weigh less, as much as the largest was over the limit."""
        assert packet.limit is not None  # noqa: S101 - without a limit nothing is too large
        largest = max(path.stat().st_size for path in files.values())
        self.maker.discard(files)
        room = int(packet.room * packet.limit / largest * 0.97)
        self.filing = number_anew(self.plan, self.filing, room)
        assert self.filing.packet is not None  # noqa: S101 - it was numbered anew
        return self.filing.packet

    def _refuse_too_large(self, packet: Bound, files: dict[str, Path]) -> None:
        """Stop where one page alone is over the limit, or the papers are.

        Raises:
            EvidenceError: For each such page.
        """
        if not self._too_large(packet, files):
            return
        raise EvidenceError(
            [
                _page_over_limit(volume.bound[0]) if volume.bound else _PAPERS_OVER_LIMIT
                for volume, path in zip(packet.volumes(), files.values(), strict=True)
                if packet.limit is not None and path.stat().st_size > packet.limit
            ]
        )


def _withdrawn(served: Sequence[ExhibitRow], rows: Sequence[ExhibitRow]) -> Iterator[ExhibitRow]:
    """Yield what was served under a label that no exhibit has now: nothing else may ever have it."""
    kept = {label_key(row.label) for row in rows}
    return (row.withdrawn() for row in served if label_key(row.label) not in kept)


def _caption_title(plan: Plan) -> str:
    """Return the title in the caption of the packet's first paper, as it is typed on uploading."""
    papers = (paper for paper in plan.filed if isinstance(paper, CourtPaper) and paper.caption is not None)
    first = next(papers, None)
    return first.caption_title if first is not None else ""


def _brought(plan: Plan) -> str:
    """Return how the court wants exhibits brought to the hearing, as the case says."""
    court = plan.for_court.case.court
    return one_paragraph(court.hearing_exhibits) if court is not None else ""


def _reader_of(paper: DrawnPaper, plan: Plan) -> Audience:
    """Return who reads *paper*."""
    if isinstance(paper, ChronologyPaper):
        return plan.for_court.jurisdiction.chronologies[paper.paper].audience
    return "court"


def _page_over_limit(page: BoundPage) -> Problem:
    return Problem(
        code="page-over-limit",
        what=f"Page {page.own} of exhibit {page.label} alone makes a file larger than the court takes.",
        fix="Evidence is never made smaller here. Offer a smaller copy of that page and say so in "
        "`true_copy`, or lodge the file (`lodged: yes`), or correct `court.size_limit_mb`.",
        path=f"{page.path}.file",
    )
