"""The pages of a PDF in their order."""

from io import BytesIO

import pytest
from exhibit.pdf_files import raw_pdf
from pikepdf import Pdf

from formgen.exhibit.pdf_objects import whole
from formgen.exhibit.pdf_page_tree import pages_of
from formgen.exhibit.prepared import RefusedError

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
LEAF = b"<< /Type /Page /Number %d >>"


def numbers(*objects: bytes, most: int = 100) -> list[int]:
    """Return the marks of the pages of a file of *objects*, in their order."""
    with Pdf.open(BytesIO(raw_pdf(CATALOG, *objects)), inherit_page_attributes=False) as pdf:
        return [whole(page.entry("/Number")) for page in pages_of(pdf, most)]


def refusal(*objects: bytes, most: int = 100) -> tuple[str, str]:
    """Return the code and the reason with which a file of *objects* is refused."""
    with pytest.raises(RefusedError) as refused:
        numbers(*objects, most=most)
    return refused.value.code, refused.value.what


def tree(kids: str) -> bytes:
    """Return a node of a page tree."""
    return f"<< /Type /Pages /Kids [{kids}] /Count 1 >>".encode()


KNOTTED = ("evidence-damaged", "The file is damaged: its list of pages leads back into itself.")
TOO_MANY = ("evidence-too-many-pages", "The file has more than 100 pages.")
NO_PAGES = ("evidence-no-pages", "The file is a PDF without pages.")


def test_pages_come_in_the_order_of_the_tree() -> None:
    objects = [tree("3 0 R 4 0 R 7 0 R"), LEAF % 1, tree("5 0 R 6 0 R"), LEAF % 2, LEAF % 3, LEAF % 4]

    assert numbers(*objects) == [1, 2, 3, 4]


def test_what_is_no_page_is_passed_over() -> None:
    objects = [tree("null 5 (x) 99 0 R 4 0 R 3 0 R 5 0 R"), LEAF % 1, b"[1 2]", b"<< /Type /Pages >>"]

    assert numbers(*objects) == [1]


def test_a_page_listed_twice_is_two_pages() -> None:
    assert numbers(tree("3 0 R 3 0 R"), LEAF % 1) == [1, 1]


def test_the_nearest_word_from_above_counts() -> None:
    objects = [
        b"<< /Type /Pages /Kids [3 0 R] /Rotate 90 /MediaBox [0 0 1 2] >>",
        b"<< /Type /Pages /Kids [4 0 R 5 0 R] /Rotate 180 /UserUnit 3 >>",
        b"<< /Type /Page >>",
        b"<< /Type /Page /Rotate 270 >>",
    ]
    with Pdf.open(BytesIO(raw_pdf(CATALOG, *objects)), inherit_page_attributes=False) as pdf:
        pages = pages_of(pdf, 9)
        said = [[whole(page.entry(key)) for key in ("/Rotate", "/UserUnit")] for page in pages]

        assert said == [[180, 0], [270, 0]]
        assert [page.entry("/MediaBox") == [0, 0, 1, 2] for page in pages] == [True, True]


@pytest.mark.parametrize(
    "objects",
    [
        (tree("2 0 R"),),
        (tree("3 0 R"), tree("4 0 R 2 0 R"), LEAF % 1),
        tuple(tree(f"{number} 0 R {number} 0 R") for number in range(3, 40)),
        tuple(tree(f"{number} 0 R") for number in range(3, 3000)),
    ],
    ids=["itself", "its parent", "twice each", "deep"],
)
def test_a_tree_that_leads_back_into_itself_or_down_too_far_is_refused(
    objects: tuple[bytes, ...],
) -> None:
    assert refusal(*objects) == KNOTTED


def test_more_pages_than_allowed_are_refused() -> None:
    assert refusal(tree("3 0 R " * 101), LEAF % 1) == TOO_MANY
    assert refusal(tree("3 0 R 4 0 R"), tree("5 0 R " * 60), tree("5 0 R " * 60), LEAF % 1) == TOO_MANY
    assert len(numbers(tree("3 0 R " * 100), LEAF % 1)) == 100


def test_a_count_that_lies_does_not_matter() -> None:
    assert numbers(b"<< /Type /Pages /Kids [3 0 R] /Count 99999999 >>", LEAF % 1) == [1]


@pytest.mark.parametrize("root", [tree(""), b"<< /Type /Pages >>", b"<< /Type /Pages /Kids 5 >>"])
def test_a_file_without_pages_is_refused(root: bytes) -> None:
    assert refusal(root) == NO_PAGES
