"""Lays out and draws the papers that formgen draws itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import DrawnPaper
from formgen.errors import Problem, RenderError
from formgen.render.fonts.book import FontBook
from formgen.render.laid_out import LaidOut
from formgen.render.pleading.glyphs import glyph_problems
from formgen.render.pleading.layout import lay_out
from formgen.render.rendered import RenderedPdf
from formgen.render.sheet.glyphs import chronology_glyph_problems
from formgen.render.sheet.layout import lay_out_chronology


@dataclass(frozen=True, slots=True)
class LaidPaper:
    """A paper, every line of it in its place."""

    paper: DrawnPaper
    laid_out: LaidOut
    book: FontBook


def lay_out_papers(papers: Sequence[DrawnPaper], *, folder: Path, draft: bool) -> tuple[LaidPaper, ...]:
    """Return *papers* laid out.

    Args:
        papers: Those of one case: all have its typeface.
        folder: The case's folder, in which a font file may lie.
        draft: Whether each page is marked as a draft.

    Raises:
        RenderError: Every character that no font has, and all that cannot fit.
    """
    if not papers:
        return ()
    typeface = papers[0].typeface
    book = _usual_book() if typeface is None else FontBook.open(typeface, folder=folder)
    problems: dict[tuple[str, str, str], Problem] = {}
    laid: list[LaidPaper] = []
    for paper in papers:
        found = _glyph_problems(paper, book)
        if not found:
            try:
                laid.append(LaidPaper(paper, _laid_out(paper, book, draft=draft), book))
            except RenderError as error:
                found = error.problems
        # Many papers print the same words: one thing to put right is told once.
        problems.update({(each.code, each.path, each.what): each for each in found})
    if problems:
        raise RenderError(list(problems.values()))
    return tuple(laid)


def draw_paper(laid: LaidPaper) -> RenderedPdf:
    """Return the finished file of a paper that was laid out."""
    # The PDF library is heavy to load, and only needed once a paper is drawn.
    from formgen.render.pdf import draw  # noqa: PLC0415

    paper = laid.paper
    return draw(
        laid.laid_out,
        laid.book,
        paper=paper.paper,
        file_name=paper.file_name,
        title=paper.title,
        language=paper.language,
    )


@lru_cache(maxsize=1)
def _usual_book() -> FontBook:
    """Return the usual typeface: its files come with the program, so that it is opened once."""
    return FontBook.open()


def _glyph_problems(paper: DrawnPaper, book: FontBook) -> Sequence[Problem]:
    match paper:
        case CourtPaper():
            return glyph_problems(paper, book)
        case ChronologyPaper():
            return chronology_glyph_problems(paper, book)


def _laid_out(paper: DrawnPaper, book: FontBook, *, draft: bool) -> LaidOut:
    match paper:
        case CourtPaper():
            return lay_out(paper, book, draft=draft)
        case ChronologyPaper():
            return lay_out_chronology(paper, book, draft=draft)
