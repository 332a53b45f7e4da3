"""Small packet volumes for tests: prepared files of evidence, bound behind a paper and put together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from checks.pdf_papers import LANGUAGE, book, line, paper
from factories import SHEET, jurisdiction, make_evidence

from formgen.case.evidence import Evidence
from formgen.checks.packet_readback import read_back_volume
from formgen.document.exhibit import Cited, Exhibit
from formgen.document.exhibit_leaves import LeafMaker
from formgen.document.places import exhibit_place
from formgen.errors import Problem
from formgen.exhibit.digest import Digester
from formgen.exhibit.prepared import EXHIBIT, ExhibitPages, Part, PreparedPage
from formgen.packet.assemble import assemble
from formgen.packet.binding import Binder, ToBind, Volume, band_of
from formgen.packet.numbering import Numbering
from formgen.render.laid_out import Box, LaidOut, OutlineEntry, PlacedLink
from formgen.render.pdf import draw_together

TITLE, NAME = "Papers and exhibits", "packet.pdf"
LETTER = (612.0, 792.0)
HIDDEN = b"BT /F1 12 Tf 1 0 0 1 40 -17 Tm (EXHIBIT Z) Tj ET "
"""Something below the lower edge of a page, where the stamps come to stand; nobody sees it."""

GREETING = b"BT /F1 12 Tf 1 0 0 1 72 600 Tm (Please call me back.) Tj ET"
"""Something that a page of evidence says."""


@dataclass(frozen=True)
class Page:
    """A page of evidence: its size, what draws it, and whether something had to be drawn into it."""

    width: float = LETTER[0]
    height: float = LETTER[1]
    content: bytes = GREETING
    is_changed: bool = False
    matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
    box: tuple[float, ...] = ()
    """Of the form; the page's if there is none."""


TURNED = (0.0, 1.0, -1.0, 0.0, 400.0, 0.0)
"""A quarter of a turn, as `/Rotate` asks for."""

LARGE = (
    Page(content=HIDDEN + GREETING),
    Page(792.0, 612.0, GREETING.replace(b"600", b"500")),
    Page(595.28, 841.89, GREETING.replace(b"600", b"800"), is_changed=True),
)
"""Pages that are scaled down; the first has something hidden below its edge, the second lies."""

SMALL = (
    Page(300.0, 400.0, GREETING.replace(b"600", b"100")),
    Page(400.0, 300.0, GREETING.replace(b"72 600", b"20 60"), matrix=TURNED, box=(0.0, 0.0, 300.0, 400.0)),
)
"""Pages smaller than the sheet, the second turned."""


def prepared_file(file: Path, pages: Sequence[Page], *, parts: tuple[Part, ...] = ()) -> ExhibitPages:
    """Write a prepared file as converters do, and return what is known of it."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        for page in pages:
            form = pikepdf.Stream(pdf, page.content)
            form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            form.BBox = pikepdf.Array(page.box or (0, 0, page.width, page.height))
            form.Matrix = pikepdf.Array(page.matrix)
            form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            added = pdf.add_blank_page(page_size=(page.width, page.height))
            added.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({EXHIBIT: form}))
            added.Contents = pdf.make_stream(EXHIBIT.encode() + b" Do")
        pdf.save(file, deterministic_id=True)
    with pikepdf.open(file) as pdf:
        digester = Digester(pdf)
        found = tuple(
            PreparedPage(
                page.width,
                page.height,
                digester.of_form(made.obj.Resources.XObject[EXHIBIT]),
                page.is_changed,
            )
            for page, made in zip(pages, pdf.pages, strict=True)
        )
    return ExhibitPages("evidence[1]", "0" * 64, file, "1" * 64, found, len(found), parts)


def binder() -> Binder:
    """Return what binds exhibits in the words of California."""
    spec = jurisdiction().exhibits
    assert spec is not None
    maker = LeafMaker(spec, spec.packet, SHEET, LANGUAGE, None, ", ")
    return Binder(maker, band_of(spec), book(), draft=False)


def to_bind(
    folder: Path,
    label: str,
    *pages: Page,
    number: int = 1,
    parts: tuple[Part, ...] = (),
    lodged: bool = False,
) -> ToBind:
    """Return one exhibit with its pages prepared in *folder*; cited in paragraph 1."""
    item = Evidence.model_validate(make_evidence(lodged="yes") if lodged else make_evidence())
    cited = (Cited("declaration", "Declaration", (1,), is_chronology=False),)
    exhibit = Exhibit(label, item, f"evidence[{number}]", "March 5, 2026", cited=cited)
    if lodged:
        return ToBind(exhibit, None, facts=("File: call.mp3",))
    made = prepared_file(folder / f"{label}.pdf", pages, parts=parts)
    return ToBind(exhibit, replace(made, path=exhibit.path))


def declaration(*labels: str, pages: int = 2) -> LaidOut:
    """Return a paper of the packet that leads to exhibits, with its pages numbered at the foot."""
    lines = [
        line(f"Exhibit {label} shows it.", row, block=1, joint="\n") for row, label in enumerate(labels, 1)
    ]
    linked = tuple(
        PlacedLink(
            1, Box(each.box.left, each.box.bottom, each.box.left + 50.0, each.box.top), exhibit_place(label)
        )
        for each, label in zip(lines, labels, strict=True)
    )
    texts = [line(f"This is page {page}.", 26, page=page, block=2) for page in range(1, pages + 1)]
    numbers = [line(str(page), 27, page=page, x=300.0, block=-1, joint="\n") for page in range(1, pages + 1)]
    laid = paper(*lines, *texts, *numbers)
    return replace(
        laid,
        name="declaration",
        anchors={"paragraph-1": (1, 720.0)},
        outline=(OutlineEntry("Declaration", 1, 792.0), OutlineEntry("What happened", 2, 700.0, 1)),
        links=linked,
    )


def numbered(papers: Sequence[LaidOut], exhibits: Sequence[ToBind], *, room: int = 1 << 40) -> Numbering:
    """Return the page numbers of a packet."""
    return binder().numbering(papers, exhibits, room=room, taken=0)


def volumes_of(
    papers: Sequence[LaidOut], exhibits: Sequence[ToBind], *, room: int = 1 << 40
) -> tuple[Volume, ...]:
    """Return a packet in volumes."""
    return binder().volumes(papers, exhibits, numbered(papers, exhibits, room=room))


def made(volume: Volume, out: Path, *, as_: Volume | None = None) -> Path:
    """Write *volume* as a packet is written, its evidence as *as_* has it, and return where it is."""
    drawn = draw_together(volume.laid, book(), title=TITLE, language=LANGUAGE)
    assemble(drawn.content, [page.placement for page in (as_ or volume).bound], out)
    return out


@dataclass(frozen=True)
class Bound:
    """A packet, and its file."""

    volume: Volume
    path: Path

    def problems(self, path: Path | None = None) -> list[Problem]:
        """Return what is wrong with the file, or with another in its place."""
        reading = read_back_volume(path or self.path, self.volume, name=NAME, title=TITLE, language=LANGUAGE)
        return list(reading.problems)

    def faults(self, path: Path | None = None) -> list[tuple[str, str]]:
        """Return code and sentence of each problem."""
        return [(problem.code, problem.what) for problem in self.problems(path)]

    def faults_of(self, other: Volume, *, as_: Volume | None = None) -> list[tuple[str, str]]:
        """Return what is wrong if *other* was written where this one was laid out."""
        return self.faults(made(other, self.path.with_name("other.pdf"), as_=as_))

    def faults_after(self, change: Callable[[pikepdf.Pdf], object]) -> list[tuple[str, str]]:
        """Return what is wrong after *change* was made to the file."""
        out = self.path.with_name("changed.pdf")
        with pikepdf.open(self.path) as pdf:
            change(pdf)
            pdf.save(out, static_id=True)
        return self.faults(out)


def bound_in(folder: Path) -> Bound:
    """Return a packet of twelve pages with three exhibits; the second is lodged."""
    first = to_bind(folder, "A", *LARGE)
    second = to_bind(folder, "B", number=2, lodged=True)
    third = to_bind(folder, "C", *SMALL, number=3, parts=(Part("The answer", 2),))
    (volume,) = volumes_of([declaration("A", "B", "C")], [first, second, third])
    return Bound(volume, made(volume, folder / NAME))


def with_part(volume: Volume, number: int, **changes: object) -> Volume:
    """Return *volume* with one of its parts, from 0, changed."""
    laid = list(volume.laid)
    laid[number] = replace(laid[number], **changes)  # type: ignore[arg-type]
    return replace(volume, laid=tuple(laid))


def with_bound(volume: Volume, number: int, **changes: object) -> Volume:
    """Return *volume* with one of its pages of evidence, from 0, changed."""
    bound = list(volume.bound)
    bound[number] = replace(bound[number], **changes)  # type: ignore[arg-type]
    return replace(volume, bound=tuple(bound))
