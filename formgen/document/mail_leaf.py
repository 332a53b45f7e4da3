"""A message as a paper: its headers, its words, the list of what came with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol

from formgen.document.blocks import Span, text_of
from formgen.document.leaf import (
    Leaf,
    LeafBlock,
    LeafColumn,
    LeafRow,
    LeafRule,
    LeafSpace,
    LeafTable,
    LeafText,
)
from formgen.document.text_leaf import PAGE, SIZE, side_of, with_tabs_spaced
from formgen.evidence.mail import Mail
from formgen.evidence.mail_attachment import Attachment
from formgen.evidence.mail_blocks import MailBlock, MailRow, MailSpan, MailText

_STEP = 14.0
"""Points by which a quote, or an item of a list, stands in."""

_DEEPEST = 12
"""Steps; words that are quoted more often stand no further in."""

_NAMES = 64.0
"""Points for the names of headers."""

_GAP = 8.0
_PART = 16.0
"""Points of white between paragraphs, and between the parts of the paper."""

_MOST_COLUMNS = 8
"""A table with more would have no room for words: its rows are set as lines."""

_LEAST_WIDE, _MOST_WIDE = 6, 40
"""Characters by which the columns of a table share its width."""


class MailWords(Protocol):
    """What is printed besides what the message says."""

    @property
    def attachments(self) -> str:
        """Return what stands over the list of attachments."""

    @property
    def attachment(self) -> str:
        """Return an entry of that list, with `{number}`, `{name}`, `{kind}`, `{size}` and `{sha256}`."""

    @property
    def unnamed(self) -> str:
        """Return what stands for a name that there is not."""

    @property
    def both_versions(self) -> str:
        """Return what stands over words sent in a second version."""

    @property
    def hidden(self) -> str:
        """Return what is said of words that are not seen."""

    @property
    def picture(self) -> str:
        """Return what stands for a picture, with `{name}`."""

    @property
    def link(self) -> str:
        """Return a link, with `{text}` and `{target}`."""


def mail_leaf(mail: Mail, words: MailWords, language: str) -> Leaf:
    """Return *mail* as a paper, with no words but its own and *words*."""
    return Leaf(
        paper="mail",
        title="",
        language=language,
        blocks=tuple(_Writer(words).blocks(mail)),
        frame=PAGE,
    )


class _Writer:
    """Writes one message."""

    def __init__(self, words: MailWords) -> None:
        self._words = words

    def blocks(self, mail: Mail) -> Iterator[LeafBlock]:
        """Yield everything that is printed of *mail*."""
        rows = tuple(
            LeafRow(((Span(f"{header.name}:", bold=True),), (Span(header.value),)))
            for header in mail.shown_headers
        )
        if rows:
            yield LeafTable((LeafColumn("", _NAMES), LeafColumn("")), rows, size=SIZE, has_rules=False)
            yield LeafSpace(_GAP)
            yield LeafRule()
        space = _PART
        for passage in mail.passages:
            for number, body in enumerate(passage.versions):
                if number:
                    yield self._note(self._words.both_versions)
                    space = _GAP
                yield from self._spaced(body.blocks, space)
                space = _PART
        if mail.has_hidden:
            yield replace(self._note(self._words.hidden), keeps_next=False)
        yield from self._attachments(mail.attachments)

    def _note(self, said: str) -> LeafText:
        return LeafText((Span(said, italic=True),), size=SIZE, before=_PART, keeps_next=True)

    def _spaced(self, blocks: Sequence[MailBlock], space: float) -> Iterator[LeafBlock]:
        """Yield *blocks* with *space* above the first."""
        written = self._body(blocks)
        for first in written:
            yield LeafSpace(space)
            yield replace(first, before=0.0)
            break
        yield from written

    def _body(self, blocks: Sequence[MailBlock]) -> Iterator[LeafText | LeafTable]:
        for _, together in groupby(enumerate(blocks), key=_table_of):
            group = [block for _, block in together]
            rows = [block for block in group if isinstance(block, MailRow)]
            if rows:
                yield from self._table(rows)
            for block in group:
                if isinstance(block, MailText):
                    yield self._text(block)

    def _text(self, text: MailText) -> LeafText:
        inlines = self._inlines(text.spans)
        if text.mark:
            inlines = (Span(f"{text.mark} "), *inlines)
        steps = min(text.quote + text.depth, _DEEPEST)
        before = _GAP if text.is_apart else 0.0
        side = side_of(text_of(inlines))
        return LeafText(inlines, size=SIZE, align=side, indent=steps * _STEP, before=before)

    def _table(self, rows: Sequence[MailRow]) -> Iterator[LeafText | LeafTable]:
        count = max(len(row.cells) for row in rows)
        if count > _MOST_COLUMNS:
            for row in rows:
                cells = [self._inlines(cell) for cell in row.cells]
                parted = tuple(span for cell in cells if cell for span in (*cell, Span("    ")))
                yield LeafText(parted[:-1], size=SIZE, indent=min(row.quote, _DEEPEST) * _STEP)
            return
        yield LeafTable(
            tuple(LeafColumn("", width) for width in _widths(rows, count)),
            tuple(
                LeafRow(tuple(self._inlines(cell) for cell in (*row.cells, *[()] * (count - len(row.cells)))))
                for row in rows
            ),
            size=SIZE,
            before=_GAP,
        )

    def _inlines(self, spans: Sequence[MailSpan]) -> tuple[Span, ...]:
        return tuple(Span(self._said(span), bold=span.bold, italic=span.italic) for span in spans)

    def _said(self, span: MailSpan) -> str:
        text = "\n".join(with_tabs_spaced(line) for line in span.text.split("\n"))
        if span.is_picture:
            text = self._words.picture.format(name=text or self._words.unnamed)
        return self._words.link.format(text=text, target=span.target) if span.target else text

    def _attachments(self, attachments: Sequence[Attachment]) -> Iterator[LeafBlock]:
        if not attachments:
            return
        yield LeafSpace(_PART)
        yield LeafRule()
        said = (Span(self._words.attachments, bold=True),)
        yield LeafText(said, size=SIZE, before=_GAP, keeps_next=True)
        for number, attachment in enumerate(attachments, 1):
            entry = self._words.attachment.format(
                number=number,
                name=attachment.name or self._words.unnamed,
                kind=attachment.kind,
                size=f"{attachment.size:,}",
                sha256=attachment.sha256,
            )
            yield LeafText((Span(entry),), size=SIZE, indent=_STEP, before=_GAP / 2)


def _table_of(numbered: tuple[int, MailBlock]) -> tuple[int, int]:
    """Return what is the same for the rows of one table, and for nothing else that follows it."""
    number, block = numbered
    return (block.table, block.quote) if isinstance(block, MailRow) else (-1 - number, 0)


def _widths(rows: Sequence[MailRow], count: int) -> list[float]:
    """Return how wide the columns of a table are, in points: by the longest lines of their cells."""
    longest = [_LEAST_WIDE] * count
    for row in rows:
        for at, cell in enumerate(row.cells):
            lines = "".join(span.text for span in cell).split("\n")
            longest[at] = min(max(longest[at], *map(len, lines)), _MOST_WIDE)
    whole = PAGE.right - PAGE.left - (count - 1) * SIZE
    return [whole * length / sum(longest) for length in longest]
