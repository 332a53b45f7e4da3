"""Blocks set in rows: what a page may part, and what it may not."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from formgen.document.blocks import Block, Execution, Heading, Paragraph, Quotation, Span, text_of
from formgen.render.pleading.breaking import Line
from formgen.render.pleading.leading import WHOLE, closest
from formgen.render.pleading.rows import BLANK, STEP, Cell, Row, RowRule, Setter

ON_THE_GRID = 3
"""Lines of a quotation up to which it is double spaced like the text around it."""

_SIGNATURE_GAP = 3.0
"""Points from the signature's rule to the line of the signer's name."""


def body_rows(blocks: Sequence[Block], setter: Setter) -> list[Row]:
    """Return the rows of *blocks*, each marked with whether a page may end after it.

    No single line of a paragraph or quotation stands alone at the top or the
    foot of a page.  A heading stays with what follows; the line before a
    quotation stays with its first two lines; two lines of text stay with the
    perjury clause and its signature.
    """
    rows: list[Row] = []
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        made = list(_rows(block, number, setter))
        if isinstance(block, Execution):
            _hold(rows, lines=2)
        elif _stays_with(before, block, made):
            _hold(rows, lines=1)
        rows += made
    if rows:
        rows[-1] = rows[-1]._replace(may_part=True)
    return rows


def _stays_with(before: Block | None, block: Block, made: Sequence[Row]) -> bool:
    match before:
        case Heading():
            return True
        case Paragraph():
            return before.keeps_next or isinstance(block, Quotation)
        case Quotation():
            # The single line with which a paragraph goes on after the words quoted in it.
            return isinstance(block, Paragraph) and block.continues and len(made) == 1
        case _:
            return False


def _hold(rows: list[Row], *, lines: int) -> None:
    """Keep the last *lines* of text with what follows them."""
    at = len(rows)
    while at and lines:
        at -= 1
        rows[at] = rows[at]._replace(may_part=False)
        lines -= rows[at].is_text


def _rows(block: Block, number: int, setter: Setter) -> Iterator[Row]:
    match block:
        case Paragraph():
            return _paragraph(block, number, setter)
        case Heading():
            return _heading(block, number, setter)
        case Quotation():
            return _quotation(block, number, setter)
        case Execution():
            return _execution(block, number, setter)
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, number: int, setter: Setter) -> Iterator[Row]:
    left, right = setter.sheet.text_left, setter.sheet.text_right
    label: tuple[Cell, ...] = ()
    indent = 0.0 if block.continues else STEP
    if block.number is not None:
        printed = f"{block.number}."
        width = setter.width(printed)
        indent = max(2 * STEP, STEP + width + setter.width(" "))
        text = Line((Span(printed),), width / setter.sheet.text_size, " ")
        label = (Cell(left + STEP, text, number),)
    lines = setter.lines(block.inlines, left, right, indent=indent)
    for at, line in enumerate(lines):
        cell = Cell(left if at else left + indent, line, number)
        yield Row(
            cells=(cell,) if at else (*label, cell),
            may_part=_may_part(at, lines),
            anchor="" if at else block.anchor,
        )


def _heading(block: Heading, number: int, setter: Setter) -> Iterator[Row]:
    # Short of both margins, so that it is seen to be one where it takes two lines.
    left, right = setter.sheet.text_left + STEP, setter.sheet.text_right - STEP
    title = " ".join(text_of(block.inlines).split())
    for at, line in enumerate(setter.even_lines(block.inlines, left, right)):
        cell = Cell(setter.centred(line, left, right), line, number)
        yield Row(cells=(cell,), may_part=False, title="" if at else title)


def _quotation(block: Quotation, number: int, setter: Setter) -> Iterator[Row]:
    # Rule 2.108(3): quotations may be single spaced, and need no line numbers.
    left, right = setter.sheet.text_left + STEP, setter.sheet.text_right - STEP
    lines = setter.lines(block.inlines, left, right)
    height = WHOLE if len(lines) <= ON_THE_GRID else closest(text_of(block.inlines))
    for at, line in enumerate(lines):
        yield Row(cells=(Cell(left, line, number),), height=height, may_part=_may_part(at, lines))


def _execution(block: Execution, number: int, setter: Setter) -> Iterator[Row]:
    left, right = setter.sheet.text_left, setter.sheet.text_right
    for inlines in (block.clause, block.blanks):
        # Without an indent if that saves a line: a word alone under the blanks looks left over.
        indent = min((STEP, 0.0), key=lambda tried: len(setter.lines(inlines, left, right, indent=tried)))
        for at, line in enumerate(setter.lines(inlines, left, right, indent=indent)):
            yield Row(cells=(Cell(left if at else left + indent, line, number),), may_part=False)
        yield BLANK._replace(may_part=False)
    middle = setter.sheet.width / 2
    height = setter.sheet.pitch - _SIGNATURE_GAP
    yield Row(rules=(RowRule(middle, height, right, height),), may_part=False)
    lines = setter.lines(block.signer, middle, right)
    for at, line in enumerate(lines, 1):
        yield Row(cells=(Cell(middle, line, number),), may_part=at == len(lines))


def _may_part(at: int, lines: Sequence[Line]) -> bool:
    """Return whether a page may end after line *at*: two lines on either side, no blank one on top."""
    if at == len(lines) - 1:
        return True
    if not 1 <= at < len(lines) - 2:
        return False
    # A long run of blank lines is parted all the same: it may be longer than a page.
    return lines[at + 1].width > 0 or not any(line.width > 0 for line in lines[at - 1 : at + 1])
