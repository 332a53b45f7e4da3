"""Composes the pages that a packet adds to its exhibits: covers, the index, the page of what is lodged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import Formatter

from formgen.catalog.exhibit_spec import BoundWords, ExhibitSpec
from formgen.document.blocks import Inline, PageOf, Span
from formgen.document.court_paper import Sheet
from formgen.document.exhibit import Cited, Exhibit
from formgen.document.leaf import (
    Leaf,
    LeafBlock,
    LeafColumn,
    LeafFrame,
    LeafRow,
    LeafSpace,
    LeafTable,
    LeafText,
)
from formgen.document.places import WIDEST_PAGE, cover_place, exhibit_place, index_place, place_in
from formgen.document.typed import one_paragraph

RANGE = "{first}\u2013{last}"
"""Pages in the index: the court's words for them stand in sentences only."""

_GAP = 10.0
"""Points between the statements of a cover."""


@dataclass(frozen=True, slots=True)
class LeafMaker:
    """Composes the leaves of one bound set, in the words of its catalog."""

    spec: ExhibitSpec
    words: BoundWords
    sheet: Sheet
    language: str
    typeface: str | None
    comma: str
    """Between numbers in a list."""

    head: tuple[tuple[Inline, ...], ...] = ()
    """Lines over the index and at the head of a cover: the court, the parties, the number of the case."""

    is_bare: bool = False
    """Whether covers say nothing but the exhibit's letter."""

    def cover(self, exhibit: Exhibit, done: Sequence[str] = (), part: str = "") -> Leaf:
        """Return the cover of *exhibit*.

        Args:
            exhibit: The exhibit.
            done: Sentences of the catalog on what was done to the copy.
            part: That only some pages of the file are here.
        """
        anchor = cover_place(exhibit.label)
        if self.is_bare:
            name = self.words.bare.format(label=exhibit.label)
            blocks: tuple[LeafBlock, ...] = (LeafText((Span(name),), 24.0, "centre", anchor=anchor),)
        else:
            blocks = (
                *(LeafText(line, 11.0, "centre") for line in self.head),
                *((LeafSpace(180.0),) if self.head else ()),
                LeafText(
                    (Span(self.words.cover.format(label=exhibit.label), bold=True),),
                    28.0,
                    "centre",
                    anchor=anchor,
                    keeps_next=True,
                ),
                LeafText(described(exhibit), 14.0, "centre", indent=36.0, before=14.0),
                LeafSpace(60.0),
                *(LeafText(each, 11.0, "centre", indent=36.0, before=_GAP) for each in self._said(exhibit)),
                *(
                    LeafText((Span(each),), 11.0, "centre", indent=36.0, before=_GAP)
                    for each in (part, *done)
                    if each
                ),
                *(LeafText(each, 11.0, "centre", indent=36.0, before=_GAP) for each in self._cited(exhibit)),
            )
        is_centred = self.is_bare or not self.head
        return self._leaf("exhibit-cover", blocks, self.spec.titles["exhibit"], is_centred=is_centred)

    def index(self, exhibits: Sequence[Exhibit], volumes: Mapping[str, int] | None = None) -> Leaf:
        """Return the index: label, description, date and page of each exhibit.

        Rule 3.1110(f)(1).

        Args:
            exhibits: In the order in which they are bound.
            volumes: By label, the volume that holds each; None if there is only one.
        """
        heads = self.words.heads
        columns = [
            LeafColumn(heads.label, 66.0),
            LeafColumn(heads.description),
            LeafColumn(heads.date, 104.0),
            LeafColumn(heads.page, 62.0, "right"),
        ]
        if volumes is not None:
            columns.insert(3, LeafColumn(heads.volume, 52.0, "right"))
        rows = tuple(self._row(exhibit, volumes) for exhibit in exhibits)
        blocks: tuple[LeafBlock, ...] = (
            LeafText(
                (Span(self.words.index, bold=True),),
                13.0,
                "centre",
                title=self.words.index,
                keeps_next=True,
            ),
            *(LeafText(line, 11.0, "centre", before=4.0, keeps_next=True) for line in self.head),
            LeafTable(tuple(columns), rows, before=16.0),
        )
        frame = LeafFrame(left=self.sheet.text_left - 28.0, right=self.sheet.text_right - 12.0)
        leaf = self._leaf("exhibit-index", blocks, self.words.index, footer=(self.words.index,))
        return replace(leaf, frame=frame)

    def lodged(self, exhibit: Exhibit, facts: Sequence[str]) -> Leaf:
        """Return the page that stands for a file handed in apart; *facts* are the lines about the file."""
        blocks: tuple[LeafBlock, ...] = (
            LeafText(
                (Span(self.spec.lodged.title, bold=True),),
                14.0,
                "centre",
                anchor=exhibit_place(exhibit.label),
            ),
            LeafText(described(exhibit), 12.0, "centre", indent=36.0, before=14.0),
            LeafSpace(24.0),
            *(LeafText((Span(each),), 11.0, "centre", indent=20.0, before=6.0) for each in facts),
        )
        return self._leaf("exhibit-lodged", blocks, self.spec.titles["exhibit"], is_centred=True)

    def hearing_list(self, exhibits: Sequence[Exhibit]) -> Leaf:
        """Return the list of exhibits for the hearing, with columns that the clerk fills in."""
        words, heads = self.spec.hearing, self.words.heads
        columns = (
            LeafColumn(heads.label, 60.0),
            LeafColumn(heads.description),
            LeafColumn(heads.date, 94.0),
            *(LeafColumn(head, 58.0, "centre") for head in words.heads),
        )
        blank: tuple[Inline, ...] = ()
        rows = tuple(
            LeafRow(
                (
                    (Span(exhibit.label),),
                    described(exhibit),
                    (Span(exhibit.date, exhibit.date_source),) if exhibit.date else blank,
                    *(blank for _ in words.heads),
                )
            )
            for exhibit in exhibits
        )
        blocks: tuple[LeafBlock, ...] = (
            LeafText((Span(words.title, bold=True),), 13.0, "centre", title=words.title, keeps_next=True),
            *(LeafText(line, 11.0, "centre", before=4.0, keeps_next=True) for line in self.head),
            LeafTable(columns, rows, size=10.0, before=12.0),
        )
        frame = LeafFrame(width=792.0, height=612.0, left=54.0, right=738.0, top=54.0, bottom=546.0)
        leaf = self._leaf("exhibit-list", blocks, self.spec.titles["hearing"], footer=(words.title,))
        return replace(leaf, frame=frame)

    def bookmark(self, exhibit: Exhibit) -> str:
        """Return the bookmark of *exhibit*: letter and, if it has one, description (rule 3.1110(f)(4))."""
        if not exhibit.description:
            return self.words.bare.format(label=exhibit.label)
        return self.words.bookmark.format(label=exhibit.label, description=exhibit.description)

    def pages_in_index(self, first: int, last: int) -> str:
        """Return pages as the index prints them."""
        return str(first) if first == last else RANGE.format(first=first, last=last)

    def _row(self, exhibit: Exhibit, volumes: Mapping[str, int] | None) -> LeafRow:
        place = exhibit_place(exhibit.label)
        widest = RANGE.format(first=WIDEST_PAGE, last=WIDEST_PAGE)
        cells: list[tuple[Inline, ...]] = [
            (Span(exhibit.label, goes_to=place),),
            (*(replace(span, goes_to=place) for span in described(exhibit)), *self._remarks(exhibit)),
            (Span(exhibit.date, exhibit.date_source),) if exhibit.date else (),
            (PageOf(exhibit.label, widest, place),),
        ]
        if volumes is not None:
            cells.insert(3, (Span(str(volumes[exhibit.label])),))
        return LeafRow(tuple(cells), index_place(exhibit.label))

    def _remarks(self, exhibit: Exhibit) -> Iterator[Inline]:
        """Yield what a bare cover does not say, a line each."""
        if self.is_bare:
            plain = ((Span(each),) for each in exhibit.remarks if each)
            for each in (*self._said(exhibit), *plain):
                yield Span("\n")
                yield from each

    def _said(self, exhibit: Exhibit) -> Iterator[tuple[Inline, ...]]:
        """Yield what is covered in the copy, and why (Evid. Code, § 1402)."""
        words = self.spec.cover
        for number, each in enumerate(exhibit.item.redactions, 1):
            path = f"{exhibit.path}.redactions[{number}]"
            what, why = (one_paragraph(text).removesuffix(".") for text in (each.what, each.why))
            if what:
                pattern = words.covered if why else words.covered_plain
                values = {"what": Span(what, f"{path}.what"), "why": Span(why, f"{path}.why")}
                yield _filled(pattern, values)

    def _cited(self, exhibit: Exhibit) -> Iterator[tuple[Inline, ...]]:
        """Yield where it is cited, each number leading there."""
        words = self.spec.cover
        for cited in exhibit.cited:
            one, many = (
                (words.row_one, words.row_many)
                if cited.is_chronology
                else (words.cited_one, words.cited_many)
            )
            pattern, name = (one, "number") if len(cited.numbers) == 1 else (many, "numbers")
            yield _filled(pattern, {"title": Span(cited.title)}, {name: self._numbers(cited)})

    def _numbers(self, cited: Cited) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for number in cited.numbers:
            found += [Span(self.comma)] if found else []
            found.append(Span(str(number), goes_to=place_in(cited.stem, cited.anchor(number))))
        return tuple(found)

    def _leaf(
        self,
        paper: str,
        blocks: tuple[LeafBlock, ...],
        title: str,
        *,
        footer: tuple[str, ...] = (),
        is_centred: bool = False,
    ) -> Leaf:
        return Leaf(
            paper,
            title,
            self.language,
            blocks,
            sheet=self.sheet if footer else None,
            footer=footer,
            is_centred=is_centred,
        )


def described(exhibit: Exhibit) -> tuple[Span, ...]:
    """Return the line that describes *exhibit*, as typed."""
    return (Span(exhibit.description, f"{exhibit.path}.description"),) if exhibit.description else ()


def _filled(
    pattern: str, typed: Mapping[str, Span], several: Mapping[str, tuple[Inline, ...]] | None = None
) -> tuple[Inline, ...]:
    """Return *pattern* with its names in braces filled in; what is put in is never read as a pattern."""
    found: list[Inline] = []
    for literal, name, _, _ in Formatter().parse(pattern):
        found += [Span(literal)] if literal else []
        if name is not None:
            found += (several or {}).get(name, ()) or (typed[name],)
    return tuple(found)
