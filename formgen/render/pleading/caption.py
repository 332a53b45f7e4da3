"""The head of the first page: who files, which court, between whom, which paper (rule 2.111)."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from formgen.document.blocks import Caption, CaptionLine
from formgen.render.pleading.rows import BLANK, SPACE, STEP, Cell, Row, RowRule, Setter

_GUTTER = 9.0
"""Points from the rule in the middle to the words on either side of it."""

_NO_BLOCK = -1


def caption_rows(caption: Caption, setter: Setter) -> list[Row]:
    """Return the rows of the caption, and a blank one after it.

    The filer from line 1, left of the centre; right of it the lines are
    blank for the clerk.  The court on its own line, or below the filer.  Then
    the parties, left, beside the paper, right, with a rule between them and
    one below the parties.  A caption longer than a page goes on on the next.
    """
    sheet = setter.sheet
    middle = sheet.width / 2
    rows = [Row(cells=cells) for cells in _column(caption.filer, setter, sheet.text_left, middle - _GUTTER)]
    above = sheet.court_line - 1
    if len(rows) > above:
        rows.append(BLANK)
    rows += [BLANK] * (above - len(rows))
    rows += centred_rows(caption.court, setter)
    rows.append(SPACE)
    rows += _sides(caption, setter, middle)
    return [*rows, SPACE]


def centred_rows(entries: Sequence[CaptionLine], setter: Setter) -> Iterator[Row]:
    """Yield rows with *entries* in the middle of the text, or indented where they say so."""
    left, right = setter.sheet.text_left, setter.sheet.text_right
    for entry in entries:
        if entry.indent:
            yield from (Row(cells=cells) for cells in _column([entry], setter, left, right))
        else:
            for line in setter.even_lines(entry.inlines, left, right):
                yield Row(cells=(Cell(setter.centred(line, left, right), line, _NO_BLOCK),))


def _sides(caption: Caption, setter: Setter, middle: float) -> list[Row]:
    sheet = setter.sheet
    parties = _column(caption.parties, setter, sheet.text_left, middle - _GUTTER)
    paper = _column(caption.paper, setter, middle + _GUTTER, sheet.text_right)
    between = RowRule(middle, 0.0, middle, sheet.pitch)
    below = RowRule(sheet.text_left, sheet.pitch, middle, sheet.pitch)
    rows = [
        Row(cells=left + right, rules=(between,)) for left, right in zip_longest(parties, paper, fillvalue=())
    ]
    if rows:
        rows[-1] = rows[-1]._replace(rules=(between, below))
    return rows


def _column(
    entries: Sequence[CaptionLine], setter: Setter, left: float, right: float
) -> Iterator[tuple[Cell, ...]]:
    """Yield what stands in each row of a column, wrapped between *left* and *right*."""
    for entry in entries:
        begin = min(left + entry.indent * STEP, right - STEP)
        for line in setter.lines(entry.inlines, begin, right):
            yield (Cell(begin, line, _NO_BLOCK),) if line.width > 0 else ()
