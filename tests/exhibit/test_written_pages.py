"""Papers of text as prepared pages, and prepared files put one after the other."""

from pathlib import Path

import pytest
from exhibit.written_files import LIMITS, words_of
from pikepdf import Pdf

from formgen.document.text_leaf import text_leaf
from formgen.exhibit.digest import Digester
from formgen.exhibit.prepared import EXHIBIT, Converted, Done, Part, PreparedPage, RefusedError
from formgen.exhibit.source import Limits
from formgen.exhibit.written_pages import check_length, chosen, put_together, usual_book, write_leaves

PAGES = tuple(PreparedPage(612, 792, f"{number}") for number in range(1, 5))


def written(folder: Path, *texts: str) -> tuple[Path, Converted]:
    """Return a prepared file with a page for each of *texts*."""
    file = folder / f"{texts[0]}.pdf"
    pages = write_leaves([text_leaf(text, "und") for text in texts], file, LIMITS)
    return file, Converted(pages, len(pages), (Part(texts[0], len(texts)),), (Done("x"), Done("y", 2, 1)))


def digests(file: Path) -> list[str]:
    """Return the digest of each page as it stands in *file*."""
    with Pdf.open(file) as pdf:
        digester = Digester(pdf)
        return [
            digester.of_page(form.read_bytes(), form.get("/Resources"))
            for page in pdf.pages
            for form in [page.obj["/Resources"]["/XObject"][EXHIBIT]]
        ]


def test_a_prepared_page_has_all_it_draws_in_one_form_and_no_more(tmp_path: Path) -> None:
    file, converted = written(tmp_path, "one", "two")

    with Pdf.open(file) as pdf:
        assert [sorted(page.obj.keys()) for page in pdf.pages] == [
            ["/Contents", "/MediaBox", "/Parent", "/Resources", "/Type"]
        ] * 2
        assert [page.obj["/Contents"].read_bytes() for page in pdf.pages] == [b"/Exhibit Do"] * 2
        assert sorted(pdf.Root.keys()) == ["/Pages", "/Type"]
    assert (words_of(file), digests(file)) == (["one", "two"], [page.digest for page in converted.pages])
    assert [each.name for each in tmp_path.iterdir()] == ["one.pdf"]


def test_files_are_put_one_after_the_other_and_keep_their_digests(tmp_path: Path) -> None:
    files = [written(tmp_path, "one", "two"), written(tmp_path, "three", "four")]
    out = tmp_path / "out.pdf"

    whole = put_together(files, out, "", LIMITS)

    assert words_of(out) == ["one", "two", "three", "four"]
    assert digests(out) == [page.digest for page in whole.pages]
    assert whole.parts == (Part("one", 2), Part("three", 4))
    assert whole.done == (Done("x", 2), Done("y", 2, 1), Done("y", 2, 3))


def test_only_the_pages_wanted_are_taken(tmp_path: Path) -> None:
    files = [written(tmp_path, "one", "two"), written(tmp_path, "three", "four")]
    out = tmp_path / "out.pdf"

    whole = put_together(files, out, "2-3", LIMITS)

    assert words_of(out) == ["two", "three"]
    assert (digests(out), whole.source_pages) == ([page.digest for page in whole.pages], 4)
    assert whole.parts == (Part("one", 1),)
    assert whole.done == (Done("x", 2), Done("y", 2, 2))


def test_a_single_file_is_taken_as_it_is(tmp_path: Path) -> None:
    file, converted = written(tmp_path, "one", "two")
    content = file.read_bytes()

    whole = put_together([(file, converted)], tmp_path / "out.pdf", "", LIMITS)

    assert (whole, (tmp_path / "out.pdf").read_bytes()) == (converted, content)


def test_what_is_about_pages_left_out_is_left_out() -> None:
    whole = Converted(PAGES, 4, (Part("a", 1), Part("b", 3)), (Done("x"), Done("y", 1, 2), Done("z", 1, 3)))

    assert chosen(whole, (1, 3)) == Converted(
        (PAGES[0], PAGES[2]), 4, (Part("a", 1), Part("b", 2)), (Done("x"), Done("z", 1, 2))
    )


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    check_length(2, Limits(pages=2))
    with pytest.raises(RefusedError) as caught:
        put_together([written(tmp_path, "one", "two")], tmp_path / "out.pdf", "", Limits(pages=1))

    assert caught.value.code == "evidence-too-many-pages"
    assert caught.value.what == "This file has 2 pages or more; the limit is 1."


def test_the_typefaces_are_opened_once() -> None:
    assert usual_book() is usual_book()
