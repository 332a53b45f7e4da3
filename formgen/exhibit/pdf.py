"""A PDF offered as evidence becomes prepared pages: each as it is seen, without anything that acts."""

import os
from collections.abc import Sequence
from pathlib import Path

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Pdf,
    PikepdfError,
    StreamDecodeLevel,
)
from pikepdf.settings import set_qpdf_limits

from formgen.exhibit.digest import Digester, KnottedError, TooLargeError, drawing_of
from formgen.exhibit.page_range import wanted_pages
from formgen.exhibit.pdf_actions import count_in_document, count_in_page
from formgen.exhibit.pdf_content import Drawings, make_form, numbers
from formgen.exhibit.pdf_layers import merge_layers
from formgen.exhibit.pdf_notes import draw_notes, find_notes
from formgen.exhibit.pdf_objects import Place, entry, items, place_of
from formgen.exhibit.pdf_opening import damaged, open_pdf, refuse_waiting_page, was_repaired
from formgen.exhibit.pdf_outline import parts_of
from formgen.exhibit.pdf_page_tree import SourcePage, pages_of
from formgen.exhibit.pdf_resources import Carrier
from formgen.exhibit.pdf_shape import PageShape, shape_of
from formgen.exhibit.prepared import EXHIBIT, Converted, Done, PreparedPage, RefusedError
from formgen.exhibit.source import Limits, Source

_QPDF_MOST = (1 << 32) - 1
"""Bytes: the highest limit that qpdf can be given."""

_BODY = "/Body"
"""The page's own drawing, where notes are drawn over it."""


def convert_pdf(source: Source, out: Path, limits: Limits) -> Converted:
    """Write the pages of a PDF to *out*, each upright and as it is seen, without anything that acts.

    Args:
        source: The file, the pages wanted of it, and its password.  It is
            read and never written.
        out: The prepared file: see `prepared.EXHIBIT`.
        limits: How many pages the file may have, and how large a picture in it may be.

    Raises:
        RefusedError: `evidence-locked`, `password-wrong`, `evidence-damaged`,
            `evidence-xfa`, `evidence-no-pages`, `evidence-too-many-pages`,
            `evidence-page-size`, `evidence-picture-too-large`,
            `evidence-too-large` or `evidence-pages`.
    """
    before = _limit_unpacking(limits.memory // 4)
    try:
        with open_pdf(source) as pdf:
            return _Preparing(pdf, limits).write(source.pages, out)
    except TooLargeError:
        raise RefusedError(
            "evidence-too-large",
            "Something in the file takes up more room, once unpacked, than formgen gives one file.",
            "Open the file in a PDF reader, print it to a new PDF, and offer that.",
        ) from None
    except (PikepdfError, KnottedError, UnicodeError):
        raise damaged() from None
    finally:
        _limit_unpacking(before)


def _limit_unpacking(most: int) -> int:
    """Let qpdf unpack nothing to more than *most* bytes, 0 for no limit; return what held before."""
    before = set_qpdf_limits(
        flate_max_memory=min(most, _QPDF_MOST), run_length_max_memory=min(most, _QPDF_MOST)
    )
    return int(before["flate_max_memory"])


class _Preparing:
    """One file being prepared."""

    def __init__(self, pdf: Pdf, limits: Limits) -> None:
        self._pdf = pdf
        self._limits = limits
        self._copy = Pdf.new()
        self._contents = self._copy.make_stream(f"{EXHIBIT} Do".encode())
        self._drawings = Drawings(pdf)
        self._carrier = Carrier(pdf, limits.pixels)
        self._done: list[Done] = []
        self._forms: dict[tuple[Place, Place, PageShape], Object] = {}

    def write(self, range_: str, out: Path) -> Converted:
        pdf = self._pdf
        every = pages_of(pdf, self._limits.pages)
        refuse_waiting_page(pdf, every)
        pages = [every[number - 1] for number in wanted_pages(range_, len(every))]
        shapes = [shape_of(page) for page in pages]
        _straighten(pdf, pages, shapes)
        notes = find_notes(pdf, pages)
        counts = count_in_document(pdf) + notes.done
        prepared: list[Object] = []
        for number, (page, shape) in enumerate(zip(pages, shapes, strict=True), 1):
            counts += count_in_page(page.own)
            self._note_shape(shape, number)
            form = self._form(page, shape, notes.shown[page.number], number)
            prepared.append(self._page(shape, form))
        root = self._copy.Root
        tree = root["/Pages"]
        tree["/Kids"], tree["/Count"] = Array(prepared), len(prepared)
        for page_ in prepared:
            page_["/Parent"] = tree
        counts["layers-hidden"] = merge_layers(self._copy, pdf, self._carrier.layers)
        parts = parts_of(
            pdf,
            {place_of(page.own): number for number, page in enumerate(pages, 1)},
            {page.number - 1: number for number, page in enumerate(pages, 1)},
        )
        _save(self._copy, out)
        digests = self._digests(out)
        counts["encryption-left-out"] = int(pdf.is_encrypted)
        counts["portfolio"] = int("/Collection" in pdf.Root)
        counts["repaired"] = int(was_repaired(pdf))
        self._done += [Done(code, count) for code, count in sorted(counts.items()) if count]
        return Converted(
            tuple(
                PreparedPage(shape.width, shape.height, digest, is_changed=bool(notes.shown[page.number]))
                for page, shape, digest in zip(pages, shapes, digests, strict=True)
            ),
            len(every),
            parts,
            tuple(self._done),
        )

    def _note_shape(self, shape: PageShape, number: int) -> None:
        if shape.is_assumed:
            self._done.append(Done("page-size-assumed", page=number))
        if shape.is_scaled:
            self._done.append(Done("page-scaled", page=number))

    def _form(self, page: SourcePage, shape: PageShape, notes: Sequence[Dictionary], number: int) -> Object:
        """Return the drawing of all of a page, in the copy; pages that are the same share one."""
        contents, resources = page.own.get("/Contents"), page.entry("/Resources")
        key = (place_of(contents), place_of(resources), shape)
        is_shared = not notes and key[0][0] and key[1][0] and "/Group" not in page.own
        if is_shared and key in self._forms:
            return self._forms[key]
        drawing, is_whole = self._drawings.of_contents(contents)
        if not is_whole:
            self._done.append(Done("content-damaged", page=number))
        carried, group = self._carrier.resources(resources), page.own.get("/Group")
        content, needed = draw_notes(notes, shape.turn, self._carrier)
        if content:
            if not drawing_of(drawing)[1]:
                self._done.append(Done("content-damaged", page=number))
            # A page may leave its pen scaled, or a state open; as a drawing of its own it cannot.
            needed["/XObject"][_BODY] = make_form(drawing, shape.box, carried, group=group)
            drawing = self._drawings.of_bytes(b"%s Do\n%s" % (_BODY.encode(), content))
            carried, group = needed, None
        form = self._copy.copy_foreign(
            make_form(drawing, shape.box, carried, matrix=shape.matrix, group=group)
        )
        if is_shared:
            self._forms[key] = form
        return form

    def _page(self, shape: PageShape, form: Object) -> Object:
        return self._copy.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=numbers((0.0, 0.0, shape.width, shape.height)),
                Contents=self._contents,
                Resources=Dictionary(XObject=Dictionary({EXHIBIT: form})),
            )
        )

    def _digests(self, out: Path) -> list[str]:
        """Return the digest of each page as it was written."""
        found = []
        with Pdf.open(out, inherit_page_attributes=False) as written:
            digester = Digester(written)
            for number, page in enumerate(items(written.Root["/Pages"]["/Kids"]), 1):
                form = page["/Resources"]["/XObject"][EXHIBIT]
                content, is_whole = drawing_of(form)
                if not is_whole:
                    self._done.append(Done("content-damaged", page=number))
                elif not content.strip():
                    self._done.append(Done("page-empty", page=number))
                found.append(digester.of_page(content, form.get("/Resources")))
        return found


def _straighten(pdf: Pdf, pages: Sequence[SourcePage], shapes: Sequence[PageShape]) -> None:
    """Hang *pages*, and nothing else, straight under the file's root: in memory only.

    qpdf goes through the tree before it copies anything.  It goes deep
    without end if the tree does, and it complains aloud.
    """
    kids: dict[Place | int, Object] = {}
    for page, shape in zip(pages, shapes, strict=True):
        if not isinstance(page.entry("/Resources"), Dictionary):
            page.own["/Resources"] = Dictionary()
        elif "/Resources" not in page.own:
            page.own["/Resources"] = page.entry("/Resources")
        page.own["/MediaBox"] = numbers(shape.box)
        place = place_of(page.own)
        kids[place if place[0] else page.number] = page.own
    tree = Dictionary(Type=Name.Pages, Kids=Array(kids.values()), Count=len(kids))
    pdf.Root["/Pages"] = pdf.make_indirect(tree)


def _save(copy: Pdf, out: Path) -> None:
    """Write *copy*; nobody else may read it, and the same pages always give the same bytes."""
    for each in copy.objects:
        # Otherwise qpdf would pack anew what is packed once but in a list of one.
        packings = entry(each, "/Filter")
        if isinstance(packings, Array) and len(packings) == 1:
            each["/Filter"] = packings[0]
            settings = entry(each, "/DecodeParms")
            if isinstance(settings, Array) and len(settings) == 1:
                each["/DecodeParms"] = settings[0]
    with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as written:
        os.fchmod(written.fileno(), 0o600)
        copy.save(
            written,
            static_id=True,
            object_stream_mode=ObjectStreamMode.generate,
            stream_decode_level=StreamDecodeLevel.none,
            recompress_flate=False,
        )
