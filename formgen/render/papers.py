"""Lays out and draws the papers that formgen draws itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import DrawnPaper
from formgen.errors import Problem, RenderError
from formgen.render.fonts.book import FontBook, book_for
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


def lay_out_papers(
    papers: Sequence[DrawnPaper], *, folder: Path, draft: bool, paged: Collection[str] = ()
) -> tuple[LaidPaper, ...]:
    """Return *papers* laid out.

    Args:
        papers: Those of one case: all have its typeface.
        folder: The case's folder, in which a font file may lie.
        draft: Whether each page is marked as a draft.
        paged: Papers, by their ids, in which room is kept for the pages of the exhibits that they cite.

    Raises:
        RenderError: Every character that no font has, and all that cannot fit.
    """
    if not papers:
        return ()
    book = book_for(papers[0].typeface, folder=folder)
    problems: dict[tuple[str, str, str], Problem] = {}
    laid: list[LaidPaper] = []
    for paper in papers:
        found = _glyph_problems(paper, book)
        if not found:
            try:
                laid.append(
                    LaidPaper(
                        paper,
                        _laid_out(paper, book, draft=draft, pages={} if paper.paper in paged else None),
                        book,
                    )
                )
            except RenderError as error:
                found = error.problems
        # Many papers print the same words: one thing to put right is told once.
        problems.update({(each.code, each.path, each.what): each for each in found})
    if problems:
        raise RenderError(list(problems.values()))
    return tuple(laid)


def with_pages(laid: LaidPaper, pages: Mapping[str, str], *, first_page: int, draft: bool) -> LaidPaper:
    """Return a paper laid out again with page numbers: nothing in it moves.

    Args:
        laid: Laid out before with room for them.
        pages: What is printed where an exhibit's pages are named, by its label.
        first_page: The number on the paper's first page.
        draft: Whether each page is marked as a draft.
    """
    again = _laid_out(laid.paper, laid.book, draft=draft, pages=pages, first_page=first_page)
    return replace(laid, laid_out=again)


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


def _glyph_problems(paper: DrawnPaper, book: FontBook) -> Sequence[Problem]:
    match paper:
        case CourtPaper():
            return glyph_problems(paper, book)
        case ChronologyPaper():
            return chronology_glyph_problems(paper, book)


def _laid_out(
    paper: DrawnPaper,
    book: FontBook,
    *,
    draft: bool,
    pages: Mapping[str, str] | None = None,
    first_page: int = 1,
) -> LaidOut:
    match paper:
        case CourtPaper():
            return lay_out(paper, book, draft=draft, pages=pages, first_page=first_page)
        case ChronologyPaper():
            return lay_out_chronology(paper, book, draft=draft, pages=pages, first_page=first_page)
