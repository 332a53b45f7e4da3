"""Reopens a finished PDF: every line reads as it was laid out, in its place, and nothing else is there."""

from collections.abc import Iterable, Iterator, Sequence

from formgen.checks.pdf_lines import Fault, LinesByPage, line_faults, texts_on
from formgen.checks.pdf_structure import structure_faults
from formgen.checks.pdf_text import NotAPdfError, pages_of
from formgen.checks.pdf_words import compared
from formgen.document.carrying import Carried
from formgen.errors import Problem
from formgen.render.laid_out import LaidOut, PlacedLine
from formgen.render.rendered import RenderedPdf


def read_back_pdf(
    rendered: RenderedPdf, *, carries: Iterable[Carried], title: str, language: str
) -> list[Problem]:
    """Return what is wrong with the finished file of *rendered*.

    Args:
        rendered: The finished file, and where its maker says each line stands.
        carries: Quotes, names and dates that must be found, as typed.
        title: The title that the file's own properties must give.
        language: The language that they must give, such as `en-US`.
    """
    laid_out = rendered.laid_out
    try:
        structure = list(structure_faults(rendered.content, laid_out, title=title, language=language))
        read, faults = _read(rendered.content, laid_out)
    except NotAPdfError:
        return [_problem(rendered, "paper-unreadable", "The finished paper cannot be opened again.")]
    problems = [_problem(rendered, "pdf-structure", what) for what in structure]
    problems += [_problem(rendered, fault.code, fault.what, fault.path) for fault in faults]
    problems += [
        _problem(
            rendered,
            "text-missing",
            "Something typed is not in the finished paper as it was typed.",
            want.path,
        )
        for want in _missing(carries, _in_reading_order(laid_out.lines, read))
    ]
    return problems


def _read(content: bytes, laid_out: LaidOut) -> tuple[list[str], list[Fault]]:
    """Return the text of every line as it is printed, and where it differs from what was laid out."""
    by_page = LinesByPage(laid_out)
    read = [""] * len(laid_out.lines)
    faults: list[Fault] = []
    with pages_of(content) as pages:
        for page in pages:
            lines = by_page.take(page.number)
            texts, strays = texts_on(page, lines)
            for line, text in zip(lines, texts, strict=True):
                if line.index >= 0:
                    read[line.index] = text
            changed = [line for line, text in zip(lines, texts, strict=True) if text != line.text]
            faults += line_faults(_where(page.number), changed, strays)
    for number, lines in by_page.left():
        faults += line_faults(_where(number), lines, 0)
    return read, faults


def _where(page: int) -> str:
    return f"Page {page} of the finished paper"


def _in_reading_order(lines: Sequence[PlacedLine], read: Sequence[str]) -> str:
    """Return the paper's text, block after block, whatever pages, line numbers and footers come between."""
    texts: dict[tuple[int, int], list[str]] = {}
    for line, text in zip(lines, read, strict=True):
        # Outside of the blocks stands the caption, in two columns side by side that may go on over the page.
        key = (line.block, 0) if line.block >= 0 else (-1, round(line.x))
        texts.setdefault(key, []).append(text + line.joint)
    return compared(" ".join("".join(parts) for parts in texts.values()))


def _missing(carries: Iterable[Carried], whole: str) -> Iterator[Carried]:
    """Yield what is not found; what is carried mostly comes in the order in which it is printed."""
    reached = 0
    for want in carries:
        text = compared(want.text)
        found = whole.find(text, reached)
        if found < 0:
            found = whole.find(text)
        if found < 0:
            yield want
        else:
            reached = found


def _problem(rendered: RenderedPdf, code: str, what: str, path: str = "") -> Problem:
    return Problem(
        code=code,
        what=what,
        fix="Nothing was written. This is a fault of the program: please report it.",
        path=path or rendered.file_name,
    )
