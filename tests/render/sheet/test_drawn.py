"""Chronologies drawn and read back."""

from pathlib import Path

import pytest
from document.chronologies import MARCH_10, MARCH_17, court_copy, letters_copy
from factories import HARD_TEXTS, Typed, make_case, make_incident
from render.sheet.sheets import overlapping

from formgen.case import Case
from formgen.checks.pdf_readback import read_back_pdf
from formgen.document.chronology_paper import ChronologyPaper
from formgen.errors import Problem
from formgen.intake.reader import load
from formgen.render.fonts.book import FontBook
from formgen.render.pdf import draw
from formgen.render.sheet.layout import lay_out_chronology


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open()


@pytest.fixture(scope="module")
def dana(root: Path) -> Case:
    return load(root / "samples" / "dana" / "case.yaml", Case).value


def read_back(paper: ChronologyPaper, book: FontBook) -> list[Problem]:
    """Return what is wrong with the finished *paper*."""
    laid = lay_out_chronology(paper, book, pages={})
    assert overlapping(laid) == []
    drawn = draw(
        laid, book, paper=paper.paper, file_name=paper.file_name, title=paper.title, language=paper.language
    )
    return read_back_pdf(drawn, carries=paper.carries, title=paper.title, language=paper.language)


def incidents(count: int, months: int) -> list[Typed]:
    """Return so many incidents over so many months."""
    ago = [n * months // count for n in range(count)]
    return [
        make_incident(
            id=f"e-{n}",
            when=f"{2026 - ago[n] // 12}-{ago[n] % 12 + 1:02d}-{n % 28 + 1:02d}",
            channel=("email", "phone call", "on site", "text")[n % 4],
            at_work=("yes", "no", "partly")[n % 3],
            present=["Lee Tran"] if n % 5 == 0 else None,
        )
        for n in range(count)
    ]


def test_both_copies_of_dana_read_back_as_they_were_laid_out(dana: Case, book: FontBook) -> None:
    assert read_back(court_copy(dana), book) == []
    assert read_back(letters_copy(dana), book) == []


@pytest.mark.parametrize(("count", "months"), [(1, 1), (3, 2), (40, 6), (300, 12), (60, 180)])
def test_few_and_many_incidents_read_back(count: int, months: int, book: FontBook) -> None:
    case = make_case(
        incidents=incidents(count, months),
        notices=[{**MARCH_10, "about": ["e-0"]}],
        requests_to_stop=[MARCH_17],
    )

    assert read_back(court_copy(case), book) == []


def test_undated_incidents_alone_read_back(book: FontBook) -> None:
    case = make_case(incidents=[make_incident(id=f"u-{n}", when="unknown") for n in range(30)])

    assert read_back(court_copy(case), book) == []


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=list(HARD_TEXTS))
def test_hard_texts_read_back(text: str, book: FontBook) -> None:
    case = make_case(
        declarant={"name": "Nguyễn Thị Minh"},
        incidents=[make_incident(quotes=[text, f"{text} = {text}"], present=["Nguyễn"])],
    )

    assert read_back(court_copy(case), book) == []


def test_right_to_left_words_beside_other_columns_read_back(book: FontBook) -> None:
    case = make_case(incidents=[make_incident(account="משה כהן said שלום.", present=["משה כהן"])])

    assert read_back(court_copy(case), book) == []


def test_a_quote_of_ten_pages_reads_back(book: FontBook) -> None:
    quote = "\n\n".join("You know who this is, and where. " * 20 for _ in range(24))

    paper = court_copy(make_case(incidents=[make_incident(quotes=[quote])]))

    assert lay_out_chronology(paper, book).page_count >= 10
    assert read_back(paper, book) == []
