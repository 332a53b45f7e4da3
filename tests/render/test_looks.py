"""What the finished file looks like in Word: real styles, headings, lists, a table and a header."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

import docx
import pytest
from document.letters import compose, copies_of, emails, styled
from factories import Typed, make_case
from render.templates import parts_of

from formgen.render.letter import render_letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ASKS: list[object] = [
    "reassign-contact",
    "write-to-customer",
    "investigate",
    "copies",
    {"ask": "answer", "by": "2026-05-22"},
]
NOTICE: Typed = {"when": "2026-03-10", "to": "Pat Moreno", "how": "email"}


def finished(count: int) -> bytes:
    """Return a letter about *count* emails that has every part a letter can have."""
    incidents = emails(count)
    return render_letter(
        compose(
            make_case(
                incidents=incidents,
                evidence=copies_of(incidents),
                requests=ASKS,
                notices=[NOTICE],
                effects=[{"what": "My work is slower.", "kind": "work"}],
                letter={"delivery": "By hand", "closing": "I like the job.", "copies": ["Jo Park"]},
            )
        )
    ).content


LIST, LONG = finished(4), finished(9)


def part(content: bytes, name: str) -> ET.Element:
    """Return one part of a Word file as a tree."""
    return ET.fromstring(parts_of(content)[name])  # noqa: S314 - the file was just made


def with_style(content: bytes, style: str) -> list[str]:
    return [text for name, text in styled(content) if name == style]


def style_of(content: bytes, name: str) -> ET.Element:
    """Return a style by its id."""
    (found,) = [s for s in part(content, "word/styles.xml").iter(f"{W}style") if s.get(f"{W}styleId") == name]
    return found


def test_every_paragraph_has_a_style_that_there_is() -> None:
    styles = {s.get(f"{W}styleId") for s in part(LONG, "word/styles.xml").iter(f"{W}style")}
    used = {s.get(f"{W}val") for s in part(LONG, "word/document.xml").iter(f"{W}pStyle")}

    assert used - styles == set()
    # The paragraph that Word asks for behind a table.
    assert [text for style, text in styled(LONG) if not style] in ([], [""])


def test_each_part_of_the_letter_has_its_own_style() -> None:
    assert [style for style, _ in styled(LIST)] == [
        *("LetterSender",) * 3,
        "Date",
        "LetterDelivery",
        *("LetterAddress",) * 4,
        "LetterSubject",
        "Salutation",
        "BodyText",
        "Heading1",
        *("ListNumber",) * 4,
        "Heading1",
        *("BodyText",) * 2,
        "Heading1",
        *("ListBullet",) * 4,
        "BodyText",
        "Heading1",
        *("BodyText",) * 2,
        *("LetterLastWords",) * 2,
        "Closing",
        "Signature",
        *("LetterEnclosures",) * 2,
    ]


def test_headings_are_real_ones() -> None:
    assert with_style(LONG, "Heading1") == [
        "What has happened",
        "What I have told you",
        "What I ask",
        "The law, as I understand it",
        "Chronology",
    ]
    heading = style_of(LONG, "Heading1")
    level = heading.find(f"{W}pPr/{W}outlineLvl")

    assert heading.find(f"{W}pPr/{W}keepNext") is not None
    assert level is not None
    assert level.get(f"{W}val") == "0"


@pytest.mark.parametrize(("style", "kind"), [("ListNumber", "decimal"), ("ListBullet", "bullet")])
def test_lists_are_real_ones(style: str, kind: str) -> None:
    number = style_of(LIST, style).find(f"{W}pPr/{W}numPr/{W}numId")
    assert number is not None
    numbering = part(LIST, "word/numbering.xml")
    (used,) = [n for n in numbering.iter(f"{W}num") if n.get(f"{W}numId") == number.get(f"{W}val")]
    abstract = used.find(f"{W}abstractNumId")
    assert abstract is not None
    (found,) = [
        a for a in numbering.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == abstract.get(f"{W}val")
    ]
    formats = [f.get(f"{W}val") for f in found.iter(f"{W}numFmt")]

    assert formats == [kind]
    assert len(with_style(LIST, style)) == 4


def test_a_letter_of_one_event_has_no_heading_and_no_numbered_list() -> None:
    content = finished(1)

    assert with_style(content, "Heading1") + with_style(content, "ListNumber") == []


def rows(content: bytes) -> Iterator[ET.Element]:
    yield from part(content, "word/document.xml").iter(f"{W}tr")


def test_the_chronology_is_a_real_table_whose_head_repeats_and_whose_rows_do_not_split() -> None:
    head, *rest = rows(LONG)

    assert len(rest) == 9
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert [row for row in rest if row.find(f"{W}trPr/{W}tblHeader") is not None] == []
    assert [row for row in (head, *rest) if row.find(f"{W}trPr/{W}cantSplit") is None] == []
    assert {len(row.findall(f"{W}tc")) for row in (head, *rest)} == {4}


def test_every_cell_ends_with_a_paragraph_as_word_asks() -> None:
    cells = [cell for row in rows(LONG) for cell in row.findall(f"{W}tc")]

    assert {list(cell)[-1].tag for cell in cells} == {f"{W}p"}


def test_a_letter_without_a_chronology_has_no_table() -> None:
    assert list(rows(LIST)) == []


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    defaults = part(LONG, "word/styles.xml").find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl")

    assert defaults is not None
    assert defaults.get(f"{W}val") in (None, "1", "true", "on")
    assert [
        w for w in part(LONG, "word/document.xml").iter(f"{W}widowControl") if w.get(f"{W}val") == "0"
    ] == []


@pytest.mark.parametrize(
    "style", ["LetterLastWords", "Closing", "Signature", "LetterSubject", "Salutation", "TableHead"]
)
def test_the_signature_block_and_what_leads_to_something_keep_with_the_next(style: str) -> None:
    keep = style_of(LONG, style).find(f"{W}pPr/{W}keepNext")

    assert keep is not None
    assert keep.get(f"{W}val") in (None, "1", "true", "on")


def test_the_language_is_set() -> None:
    language = part(LONG, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")

    assert language is not None
    assert language.get(f"{W}val") == "en-US"
    assert b"<dc:language>en-US</dc:language>" in parts_of(LONG)["docProps/core.xml"]


def test_the_header_is_on_later_pages_only_with_the_date_and_the_page() -> None:
    (section,) = part(LONG, "word/document.xml").iter(f"{W}sectPr")
    header = part(LONG, "word/header1.xml")

    assert section.find(f"{W}titlePg") is not None
    assert [h.get(f"{W}type") for h in section.findall(f"{W}headerReference")] == ["default"]
    assert section.findall(f"{W}footerReference") == []
    assert ["".join(t.itertext()).strip() for t in header.iter(f"{W}instrText")] == ["PAGE"]
    assert "".join(t.text or "" for t in header.iter(f"{W}t")).replace("\u00a0", " ") == (
        "Dana Reyes to Pat MorenoMay 12, 2026, page 2"
    )


def test_word_files_are_opened_by_another_reader_and_say_nothing_of_a_person_or_a_machine() -> None:
    document = docx.Document(BytesIO(LONG))
    properties = document.core_properties

    assert [
        p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"
    ] == with_style(LONG, "Heading1")
    assert (properties.title, properties.language) == ("Notice letter", "en-US")
    assert (properties.author, properties.last_modified_by, properties.comments, properties.keywords) == (
        "",
    ) * 4
    assert (properties.created, properties.modified, properties.last_printed) == (None,) * 3


def test_no_tag_of_the_template_and_no_mark_of_its_making_is_left() -> None:
    everything = b"".join(parts_of(LONG).values())

    assert [
        mark
        for mark in (b"{{", b"{%", b'TemplateTag"/></w:pPr><w:r>', "\ue000".encode(), b"w:rsid")
        if mark in everything
    ] == []


def test_the_page_is_us_letter_with_room_around() -> None:
    (section,) = part(LONG, "word/document.xml").iter(f"{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None

    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")
    assert min(int(margins.get(f"{W}{side}", "0")) for side in ("top", "right", "bottom", "left")) >= 1080
