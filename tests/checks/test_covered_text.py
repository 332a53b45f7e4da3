"""A bar over words that are still in the file is found."""

from pathlib import Path

import pytest
from checks.small_pdfs import AROUND, QUADS, WORDS, Note, note, small_pdf
from pikepdf import Name

from formgen.checks.covered_text import CoveredText, covered_text, covered_text_problem
from formgen.checks.pdf_text import NotAPdfError
from formgen.checks.private_data import PagePlace
from formgen.checks.problem_codes import REDACTION_FAILED
from formgen.errors import Problem, Severity

LETTERS = 11
SAMPLES = Path(__file__).parents[2] / "samples"
FORM = {"Subtype": Name.Form, "BBox": [0, 0, 2000, 2000], "Matrix": [0.5, 0, 0, 0.5, 10, 20]}
PICTURE = {
    "Subtype": Name.Image,
    "Width": 4,
    "Height": 4,
    "ColorSpace": Name.DeviceGray,
    "BitsPerComponent": 8,
}
MASK = {"Subtype": Name.Image, "Width": 1, "Height": 1, "ImageMask": True, "BitsPerComponent": 1}
ROUNDED = (
    b"0 g 97 690 m 178 690 l 180 690 180 690 180 692 c 180 713 l 180 715 180 715 178 715 c "
    b"97 715 l 95 715 95 715 95 713 c 95 692 l 95 690 95 690 97 690 c f"
)

HIDES = {
    "a black bar": WORDS + b"0 g " + AROUND + b"f",
    "a white box": WORDS + b"1 g " + AROUND + b"f",
    "a coloured box": WORDS + b"0.8 0.1 0.3 rg " + AROUND + b"f",
    "a bar that is turned": WORDS + b"0 g q 0 1 -1 0 180 690 cm 0 0 25 85 re f Q",
    "a bar with round corners": WORDS + ROUNDED,
    "a broad line": WORDS + b"20 w 95 703 m 180 703 l S",
    "a black marker": WORDS + b"/Marker gs 0 g " + AROUND + b"f",
    "two bars in one path": WORDS + b"0 g 95 690 43 25 re 138 690 43 25 re f",
    "a filled bar with an edge": WORDS + b"0 g 2 w " + AROUND + b"B",
    "a bar over words that a text recognition wrote": WORDS.replace(b"/F1", b"3 Tr /F1")
    + b"0 g "
    + AROUND
    + b"f",
    "a bar below other words": WORDS + b"0 g " + AROUND + b"f 1 g BT /F1 12 Tf 100 700 Td (EXHIBIT) Tj ET",
}

HIDES_NOTHING = {
    "nothing": b"",
    "words alone": WORDS,
    "a bar alone": b"0 g " + AROUND + b"f",
    "a shade drawn before": b"0.8 g " + AROUND + b"f 0 g " + WORDS,
    "a bar elsewhere": WORDS + b"0 g 95 590 85 25 re f",
    "a shade that is seen through": WORDS + b"/Half gs 0 g " + AROUND + b"f",
    "a yellow marker": WORDS + b"/Marker gs 1 1 0 rg " + AROUND + b"f",
    "a rule under the words": WORDS + b"0 g 95 697 85 1 re f",
    "a rule through the words": WORDS + b"1 w 95 703 m 180 703 l S",
    "a frame": WORDS + b"2 w " + AROUND + b"S",
    "a frame that is filled": WORDS + b"0 g 90 685 95 35 re " + AROUND + b"f*",
    "a bar that is clipped off": WORDS + b"q 300 300 5 5 re W n 0 g " + AROUND + b"f Q",
    "a corner": WORDS + b"0 g 95 690 m 180 690 l 95 715 l f",
    "words written once more above it": WORDS + b"1 g " + AROUND + b"f 0 g " + WORDS,
    "a line to write on": b"BT /F1 12 Tf 100 700 Td (__________) Tj ET 1 g " + AROUND + b"f",
    "a line askew": WORDS + b"20 w 95 690 m 180 780 l S",
}


def counted(content: bytes) -> int:
    """Return how many letters and digits are covered in all."""
    return sum(each.characters for each in covered_text(content))


@pytest.mark.parametrize("page", HIDES.values(), ids=HIDES)
def test_words_under_it_are_counted(page: bytes) -> None:
    assert counted(small_pdf(page)) == LETTERS


@pytest.mark.parametrize("page", HIDES_NOTHING.values(), ids=HIDES_NOTHING)
def test_what_hides_no_words_is_no_redaction(page: bytes) -> None:
    assert counted(small_pdf(page)) == 0


def test_only_the_letters_under_the_bar_are_counted() -> None:
    assert counted(small_pdf(WORDS + b"0 g 95 690 43 25 re f")) == len("Secret")


def test_a_bar_in_a_form_is_found_where_the_form_puts_it() -> None:
    bar = (b"0 g 170 1340 170 50 re f", FORM)

    assert counted(small_pdf(WORDS + b"/X Do", drawn={"X": bar})) == LETTERS
    assert counted(small_pdf(WORDS + b"q 1 0 0 1 200 0 cm /X Do Q", drawn={"X": bar})) == 0


def test_a_bar_over_words_in_a_form_is_found() -> None:
    whole = (WORDS + b"0 g " + AROUND + b"f", FORM)

    assert counted(small_pdf(b"/X Do 0 g 55 365 50 20 re f", drawn={"X": (WORDS, FORM)})) == LETTERS
    assert counted(small_pdf(b"/X Do", drawn={"X": whole})) == LETTERS


def test_a_form_that_is_seen_through_hides_nothing() -> None:
    bar = (b"0 g 170 1340 170 50 re f", FORM)

    assert counted(small_pdf(WORDS + b"/Half gs /X Do", drawn={"X": bar})) == 0


@pytest.mark.parametrize(
    ("samples", "keys", "count"),
    [
        (bytes(16), PICTURE, LETTERS),
        (b"\xff" * 16, PICTURE, LETTERS),
        (bytes(range(0, 256, 16)), PICTURE, 0),
        (bytes(1), MASK, LETTERS),
    ],
    ids=["black", "white", "a photograph", "a stencil"],
)
def test_a_picture_hides_words_if_it_shows_nothing(
    samples: bytes, keys: dict[str, object], count: int
) -> None:
    page = WORDS + b"q 85 0 0 25 95 690 cm /I Do Q"

    assert counted(small_pdf(page, drawn={"I": (samples, keys)})) == count


@pytest.mark.parametrize(
    "made",
    [
        note("Square", b"0 g 0 0 85 25 re f"),
        note("Square", IC=[0, 0, 0], C=[1, 0, 0]),
        note("Highlight", C=[0, 0, 0], QuadPoints=QUADS),
        note("Redact", QuadPoints=QUADS),
        note("Redact"),
        note("FreeText", b"1 g 0 0 85 25 re f"),
        note("Ink", b"20 w 0 12 m 85 12 l S"),
    ],
    ids=[
        "box",
        "box without a look",
        "black marker",
        "not carried out",
        "and without its places",
        "text",
        "pen",
    ],
)
def test_a_note_over_words_hides_them(made: Note) -> None:
    assert counted(small_pdf(WORDS, notes=(made,))) == LETTERS


@pytest.mark.parametrize(
    "made",
    [
        note("Highlight", C=[1, 1, 0], QuadPoints=QUADS),
        note("Highlight", b"/Marker gs 1 1 0 rg 0 0 85 25 re f"),
        note("Square", C=[0, 0, 0]),
        note("Square", IC=[0, 0, 0], F=2),
        note("Link"),
        note("Text"),
    ],
    ids=["yellow", "yellow with a look", "a frame", "hidden", "a link", "a comment"],
)
def test_a_note_that_lets_words_be_read_is_none(made: Note) -> None:
    assert counted(small_pdf(WORDS, notes=(made,))) == 0


def test_each_page_is_told_by_its_number_and_only_those_asked_for_are_looked_at() -> None:
    covered = WORDS + b"0 g " + AROUND + b"f"
    content = small_pdf(covered, WORDS, covered)

    assert list(covered_text(content)) == [CoveredText(1, LETTERS), CoveredText(3, LETTERS)]
    assert list(covered_text(content, pages={2, 3})) == [CoveredText(3, LETTERS)]


def test_the_file_is_read_where_it_is_and_not_changed(tmp_path: Path) -> None:
    content = small_pdf(WORDS, notes=(note("Square", b"0 g 0 0 85 25 re f"),))
    file = tmp_path / "file.pdf"
    file.write_bytes(content)

    assert list(covered_text(file)) == [CoveredText(1, LETTERS)]
    assert file.read_bytes() == content


def test_forms_that_draw_each_other_end() -> None:
    forms = {"X0": (b"/X1 Do", FORM), "X1": (b"/X0 Do", FORM)}

    assert counted(small_pdf(WORDS + b"/X0 Do 0 g " + AROUND + b"f", drawn=forms)) == LETTERS


def test_a_page_of_thousands_of_bars_and_words_is_counted_once() -> None:
    words = b"".join(
        b"BT /F1 6 Tf %d %d Td (ab) Tj ET " % (x, y) for x in range(0, 600, 20) for y in range(0, 790, 10)
    )
    bars = b"0 g " + b"".join(b"0 %d 612 10 re f " % y for y in range(0, 790, 5))

    assert counted(small_pdf(words + bars)) == 2 * 30 * 79


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(NotAPdfError):
        list(covered_text(b"%PDF-1.7 and nothing else"))


def test_a_failed_redaction_is_an_error_that_tells_place_and_count_alone() -> None:
    place = PagePlace("packet.pdf", 14, "B", 3, "evidence[2]")

    assert covered_text_problem(CoveredText(3, LETTERS), place) == Problem(
        code=REDACTION_FAILED,
        what="Something is drawn over 11 letters or digits on page 14 of packet.pdf (Exhibit B, page 3); "
        "they are still in it, and anyone can copy them from the file.",
        fix="Use a program that takes redacted words out of the file, or cover them on paper and scan that. "
        "If the words may be read, add `redaction-failed` to `accept`.",
        path="evidence[2]",
    )


def test_an_accepted_one_is_a_warning() -> None:
    place = PagePlace("evidence.pdf", 3, path="evidence[2]")
    problem = covered_text_problem(CoveredText(3, 1), place, accept=[REDACTION_FAILED])

    assert (problem.code, problem.severity) == (REDACTION_FAILED, Severity.WARNING)


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*/evidence/*.pdf")), ids=lambda file: str(file.name))
def test_the_samples_hide_nothing(file: Path) -> None:
    assert list(covered_text(file)) == []
