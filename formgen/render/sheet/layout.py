"""A chronology laid out on its pages: pure, and the same every time."""

from collections.abc import Mapping, Sequence

from formgen.document.blocks import Inline, Span, text_of
from formgen.document.chronology_paper import ChronologyPaper
from formgen.render.collector import collector_paused
from formgen.render.laid_out import LaidOut, OutlineEntry
from formgen.render.pleading.breaking import Line, even_lines_of
from formgen.render.pleading.frame import foot_of, page_number
from formgen.render.pleading.links import links_in
from formgen.render.pleading.ruler import Measures, Ruler
from formgen.render.pleading.words import words_of
from formgen.render.sheet.cells import Measurer
from formgen.render.sheet.columns import grid_of
from formgen.render.sheet.page import Pages, leading_of, lying_sheet
from formgen.render.sheet.table import MeasuredRow, Table
from formgen.render.sheet.timeline import Drawing

_SPACE, _GAP = 0.8, 0.25
"""Ems between two parts of the first page, and between two sentences of the counts."""


@collector_paused()
def lay_out_chronology(
    paper: ChronologyPaper,
    book: Measures,
    *,
    draft: bool = False,
    pages: Mapping[str, str] | None = None,
    first_page: int = 1,
) -> LaidOut:
    """Return every line, rule and mark of *paper* in its place.

    *pages* and *first_page* are as for the other court papers: what is
    printed where an exhibit's pages are named, and the first page's number.

    Raises:
        RenderError: `footer-too-long`, if no form of the paper's title fits at the foot.
    """
    sheet, ruler = lying_sheet(paper), Ruler(book)
    frame = paper.frame
    made = Pages(sheet, top=frame.top, bottom=frame.height - frame.foot)
    measurer = Measurer(ruler, pages)
    opening = _Opening(made, ruler, measurer)
    opening.put(paper)
    count = opening.page
    if paper.groups:
        count = _put_table(paper, made, measurer, opening)
    title = " ".join(text_of(entry.inlines) for entry in paper.heading[:1])
    return LaidOut(
        width=sheet.width,
        height=sheet.height,
        page_count=count,
        lines=(
            *made.lines,
            *(page_number(sheet, ruler, page, first_page) for page in range(1, count + 1)),
        ),
        rules=tuple(made.rules),
        marks=tuple(made.marks),
        frame=tuple(foot_of(paper.footer, sheet, ruler, draft=draft)),
        outline=(OutlineEntry(title, 1, sheet.height - made.top),),
        anchors=made.anchors,
        links=links_in(made.lines, ruler),
        first_page=first_page,
    )


def _put_table(paper: ChronologyPaper, made: Pages, measurer: Measurer, opening: "_Opening") -> int:
    """Put the table below the *opening*, and return the number of the last page."""
    groups = [
        [MeasuredRow(row, tuple(measurer.measured(cell) for cell in row.cells)) for row in group.rows]
        for group in paper.groups
    ]
    rows = [row for group in groups for row in group]
    total = (made.sheet.text_right - made.sheet.text_left) / made.sheet.text_size
    numbers = [str(row.row.number) for row in rows]
    grid = grid_of(paper.columns, numbers, [row.cells for row in rows], measurer, total)
    table = Table(made, grid, measurer, page=opening.page, top=opening.top, continued=paper.continued)
    for group, measured in zip(paper.groups, groups, strict=True):
        table.group(group.heading, measured)
    return table.page


class _Opening:
    """What stands before the table: the heading, the counts, the drawn timeline and its legend."""

    def __init__(self, made: Pages, ruler: Ruler, measurer: Measurer) -> None:
        self.made, self.ruler, self.measurer = made, ruler, measurer
        self.page, self.top = 1, made.top

    def put(self, paper: ChronologyPaper) -> None:
        """Put everything that *paper* has before its table."""
        for entry in paper.heading:
            self._centred(entry.inlines)
        for number, sentence in enumerate(paper.summary):
            self._space(_GAP if number else _SPACE)
            self._sentence(sentence)
        self._space(_SPACE)
        if paper.timeline is not None:
            drawing = Drawing(paper.timeline, self.made, self.ruler)
            self._need(drawing.height)
            drawing.draw(self.page, self.top)
            self.top += drawing.height
            self._space(_SPACE / 2)
            self._sentence(" ".join(paper.timeline.legend))
            self._space(_SPACE)

    def _centred(self, inlines: tuple[Inline, ...]) -> None:
        sheet, size = self.made.sheet, self.made.sheet.text_size
        left, right = sheet.text_left, sheet.text_right
        text = words_of(inlines, self.ruler, None)
        lines = even_lines_of(text, self.ruler, (right - left) / size)
        self._put([(line, (left + right - line.width * size) / 2) for line in lines], text_of(inlines))

    def _sentence(self, sentence: str) -> None:
        sheet = self.made.sheet
        text = words_of((Span(sentence),), self.ruler, None)
        lines = even_lines_of(text, self.ruler, (sheet.text_right - sheet.text_left) / sheet.text_size)
        self._put([(line, sheet.text_left) for line in lines], sentence)

    def _put(self, lines: Sequence[tuple[Line, float]], text: str) -> None:
        block, leading = self.measurer.next_block(), leading_of(text)
        for line, x in lines:
            self._need(leading * self.made.sheet.text_size)
            self.made.line(line, page=self.page, x=x, top=self.top, block=block, leading=leading)
            self.top += leading * self.made.sheet.text_size

    def _space(self, ems: float) -> None:
        self.top += ems * self.made.sheet.text_size

    def _need(self, height: float) -> None:
        """Begin a new page if *height* is not left on this one."""
        if self.top + height > self.made.bottom:
            self.page += 1
            self.top = self.made.top
