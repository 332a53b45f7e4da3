"""What is the same on every page: line numbers, margin rules, the title at the foot, the mark on a draft."""

from collections.abc import Iterator, Sequence

from formgen.document.blocks import Span
from formgen.document.court_paper import CourtPaper, Sheet
from formgen.errors import Problem, RenderError
from formgen.render.laid_out import PlacedLine, PlacedRule
from formgen.render.pleading.breaking import Line, even_lines_of
from formgen.render.pleading.leading import WHOLE
from formgen.render.pleading.place import grid_baseline, placed_line
from formgen.render.pleading.ruler import Ruler
from formgen.render.pleading.words import words_of

_FOOTER_LINES = 2
_FOOTER_LEADING = 1.15
"""Ems from one line of the title to the next."""


def frame_of(paper: CourtPaper, ruler: Ruler, *, draft: bool) -> tuple[PlacedLine | PlacedRule, ...]:
    """Return what stands on every page of *paper* alike.

    Raises:
        RenderError: `footer-too-long`, if no form of its title fits at the foot.
    """
    sheet = paper.sheet
    parts: list[PlacedLine | PlacedRule] = []
    if paper.has_line_numbers:
        parts += _margins(sheet)
        parts += _numbers(sheet, ruler)
    return (*parts, *foot_of(paper.footer, sheet, ruler, draft=draft))


def foot_of(
    titles: Sequence[str], sheet: Sheet, ruler: Ruler, *, draft: bool
) -> Iterator[PlacedLine | PlacedRule]:
    """Yield what stands on every page of any paper: its title under a printed line, the mark on a draft.

    Args:
        titles: The title, fullest first; the first that fits in two lines is printed.
        sheet: The page.
        ruler: Measures words.
        draft: Whether the pages are marked.

    Raises:
        RenderError: `footer-too-long`, if no form of the title fits.
    """
    # Rule 2.110: below the page number, divided from it by a printed line, in at least 10 points.
    up = sheet.height - sheet.footer_rule
    yield PlacedRule(1, sheet.text_left, up, sheet.text_right, up, sheet.rule_width)
    for number, line in enumerate(_title(titles, sheet, ruler)):
        baseline = sheet.footer + number * _FOOTER_LEADING * sheet.footer_size
        yield _centred(line, sheet, baseline, sheet.footer_size)
    if draft:
        yield _centred(_plain("DRAFT", ruler, bold=True), sheet, sheet.draft, sheet.footer_size)


def page_number(sheet: Sheet, ruler: Ruler, page: int, first_page: int = 1) -> PlacedLine:
    """Return the number of a page: Arabic, at its foot, from the first page on (rule 2.109)."""
    printed = _plain(str(first_page + page - 1), ruler)
    return _centred(printed, sheet, sheet.page_number, sheet.text_size, page=page)


def _margins(sheet: Sheet) -> Iterator[PlacedRule]:
    # Rule 2.108(4) asks for a rule, or a fifth of an inch, between numbers and text.
    for x in (*sheet.left_rules, sheet.right_rule):
        yield PlacedRule(1, x, sheet.height, x, 0.0, sheet.rule_width)


def _numbers(sheet: Sheet, ruler: Ruler) -> Iterator[PlacedLine]:
    for number in range(1, sheet.lines + 1):
        line = _plain(str(number), ruler)
        yield placed_line(
            sheet,
            line,
            page=1,
            x=sheet.number_right - line.width * sheet.text_size,
            baseline=grid_baseline(sheet, (number - 1) * WHOLE),
            size=sheet.text_size,
            leading=sheet.pitch,
        )


def _title(titles: Sequence[str], sheet: Sheet, ruler: Ruler) -> list[Line]:
    measure = (sheet.text_right - sheet.text_left) / sheet.footer_size
    for title in titles:
        lines = even_lines_of(words_of((Span(title),), ruler, None), ruler, measure)
        if len(lines) <= _FOOTER_LINES:
            return lines
    if not titles:
        return []
    raise RenderError([_too_long()])


def _centred(line: Line, sheet: Sheet, baseline: float, size: float, *, page: int = 1) -> PlacedLine:
    x = (sheet.text_left + sheet.text_right - line.width * size) / 2
    leading = _FOOTER_LEADING * size
    return placed_line(sheet, line, page=page, x=x, baseline=baseline, size=size, leading=leading)


def _plain(text: str, ruler: Ruler, *, bold: bool = False) -> Line:
    return Line((Span(text, bold=bold),), ruler.widths(bold=bold)[text], "\n")


def _too_long() -> Problem:
    return Problem(
        code="footer-too-long",
        what="The paper's title does not fit at the foot of the page in two lines.",
        fix="Give a short form of the title for the foot of the page: a clear abbreviation will do.",
    )
