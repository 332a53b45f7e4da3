"""Reading a Word file's text with the standard library alone."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from word_files import W, paragraph, word_file

from formgen.checks.word_text import LARGEST, NotAWordFileError, WordParagraph, marks_in, paragraphs_in


def test_the_runs_of_a_paragraph_are_joined_in_order() -> None:
    found = paragraphs_in(word_file(paragraph("Ngu", "yễn", " &lt;", "😀")))

    assert found == (WordParagraph("word/document.xml", 1, "Nguyễn <😀"),)


def test_tabs_and_breaks_are_read_but_tab_stops_of_the_style_are_not() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    )

    assert [p.text for p in paragraphs_in(word_file(body))] == ["a\tb\nc"]


def test_the_body_comes_first_and_headers_after_it() -> None:
    found = paragraphs_in(word_file(paragraph("body"), header1=paragraph("head"), comments=paragraph("x")))

    assert [(p.part, p.number, p.text) for p in found] == [
        ("word/document.xml", 1, "body"),
        ("word/comments.xml", 1, "x"),
        ("word/header1.xml", 1, "head"),
    ]


def test_the_text_of_a_box_inside_a_paragraph_is_not_read_twice() -> None:
    box = f"<w:txbxContent>{paragraph('inner')}</w:txbxContent>"
    body = f"<w:p><w:r><w:t>outer</w:t></w:r><w:r>{box}</w:r></w:p>"

    assert [p.text for p in paragraphs_in(word_file(body))] == ["outer", "inner"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a zip",
        word_file(paragraph("x"))[:-30],
        word_file("<w:p>"),
    ],
    ids=["empty", "no zip", "cut short", "broken XML"],
)
def test_a_file_that_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(NotAWordFileError):
        paragraphs_in(content)


def test_a_zip_without_a_body_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")

    with pytest.raises(NotAWordFileError, match="no body"):
        paragraphs_in(out.getvalue())


def test_a_file_that_declares_entities_is_refused() -> None:
    out = BytesIO()
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="{W}"><w:p>&a;</w:p></w:document>'
    with ZipFile(out, "w") as package:
        package.writestr("word/document.xml", bomb)

    with pytest.raises(NotAWordFileError, match="declares entities"):
        paragraphs_in(out.getvalue())


def test_a_file_that_unpacks_to_too_much_is_refused_unread() -> None:
    out = BytesIO()
    with ZipFile(out, "w", 8) as package:
        package.writestr("word/document.xml", b" " * (LARGEST + 1))

    with pytest.raises(NotAWordFileError, match="too large"):
        paragraphs_in(out.getvalue())


def test_tracked_changes_and_comments_are_named() -> None:
    body = (
        paragraph("a") + "<w:p><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:r><w:commentReference/></w:r></w:p>"
    )

    assert marks_in(word_file(body)) == ("comments", "tracked changes")
    assert marks_in(word_file(paragraph("a"))) == ()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("word/people.xml", "<x/>", "the names of those who edited it"),
        ("word/vbaProject.bin", "x", "macros"),
        ("word/settings.xml", '<w:attachedTemplate r:id="rId1"/>', "the path of a template on a computer"),
    ],
)
def test_what_would_carry_an_offices_names_into_every_letter_is_told(
    name: str, content: str, kind: str
) -> None:
    out = BytesIO(word_file(paragraph("a")))
    with ZipFile(out, "a") as package:
        package.writestr(name, content)

    assert marks_in(out.getvalue()) == (kind,)


def test_hidden_text_is_told() -> None:
    assert marks_in(word_file("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>")) == (
        "hidden text",
    )
