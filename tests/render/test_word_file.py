"""The zip around a Word file: the same bytes on any machine and day, and nobody's name in its properties."""

from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from document.letters import compose
from render.templates import CONTENT_TYPES, packed, parts_of

from formgen.render.letter import render_letter
from formgen.render.word_file import read_parts, write_parts

PERSONAL = b"<p>Dana Reyes, C:\\Users\\dana</p>"
RELATIONSHIP = '<Relationship Id="{id}" Type="http://x/{kind}" Target="{target}"/>'
DC = "{http://purl.org/dc/elements/1.1/}"


def relationships(**targets: str) -> bytes:
    """Return a package's list of its parts: targets by kind, with `_` for a hyphen."""
    entries = "".join(
        RELATIONSHIP.format(id=f"r{n}", kind=kind.replace("_", "-"), target=target)
        for n, (kind, target) in enumerate(targets.items())
    )
    return f"<Relationships>{entries}</Relationships>".encode()


def written(**parts: bytes) -> dict[str, bytes]:
    """Return the parts of a file written of *parts*, named with `__` for a slash and `_` for a dot."""
    named = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    return parts_of(write_parts(named, title="Letter", language="en-US"))


def test_a_file_is_read_part_by_part() -> None:
    assert read_parts(packed({"b.xml": b"1", "a/c.xml": b"2"})) == {"b.xml": b"1", "a/c.xml": b"2"}


def test_parts_are_sorted_and_the_content_types_stand_first() -> None:
    names = [
        "word/styles.xml",
        "_rels/.rels",
        "word/document.xml",
        CONTENT_TYPES,
        "docProps/core.xml",
        "A.xml",
    ]
    file = write_parts(dict.fromkeys(names, b"<a/>"), title="", language="")

    assert list(parts_of(file)) == [CONTENT_TYPES, *sorted(set(names) - {CONTENT_TYPES})]


def test_dates_rights_and_systems_in_the_zip_are_fixed() -> None:
    with ZipFile(BytesIO(write_parts({"a.xml": b"1", "b.xml": b"2"}, title="", language=""))) as package:
        entries = package.infolist()

    assert {
        (e.date_time, e.external_attr, e.create_system, e.compress_type, e.comment, e.extra) for e in entries
    } == {((1980, 1, 1, 0, 0, 0), 0o600 << 16, 3, ZIP_DEFLATED, b"", b"")}


def test_the_order_in_which_parts_are_given_changes_no_byte() -> None:
    parts = {"b.xml": b"1", "a.xml": b"2", CONTENT_TYPES: b"3"}
    other_way = dict(reversed(parts.items()))

    assert write_parts(parts, title="T", language="L") == write_parts(other_way, title="T", language="L")


def test_properties_hold_a_title_and_a_language_and_nothing_else() -> None:
    parts = written(docProps__core_xml=PERSONAL, docProps__app_xml=PERSONAL, docProps__custom_xml=PERSONAL)
    core, app, custom = (ET.fromstring(parts[f"docProps/{name}.xml"]) for name in ("core", "app", "custom"))  # noqa: S314 - just written

    assert [(child.tag, child.text) for child in core] == [
        (f"{DC}title", "Letter"),
        (f"{DC}language", "en-US"),
    ]
    assert (list(app), list(custom)) == ([], [])


def test_title_and_language_are_escaped() -> None:
    parts = parts_of(write_parts({"docProps/core.xml": b""}, title="A & <b>", language="<&>"))
    core = ET.fromstring(parts["docProps/core.xml"])  # noqa: S314 - just written

    assert [child.text for child in core] == ["A & <b>", "<&>"]


def test_properties_under_a_name_of_their_own_are_neutral_too() -> None:
    listed = relationships(
        core_properties="/package/services/abc.psmdcp",
        extended_properties="app2.xml",
        custom_properties="my.xml",
    )
    names = ["package/services/abc.psmdcp", "app2.xml", "my.xml"]
    parts = parts_of(
        write_parts(
            {"_rels/.rels": listed, **dict.fromkeys(names, PERSONAL)}, title="Letter", language="en-US"
        )
    )

    assert [name for name, content in parts.items() if b"Dana" in content] == []
    assert b"<dc:title>Letter</dc:title>" in parts["package/services/abc.psmdcp"]


def test_parts_that_are_no_properties_are_written_as_they_are() -> None:
    listed = relationships(officeDocument="word/document.xml")
    parts = parts_of(
        write_parts({"_rels/.rels": listed, "word/document.xml": PERSONAL}, title="", language="")
    )

    assert parts == {"_rels/.rels": listed, "word/document.xml": PERSONAL}


def test_no_properties_are_added() -> None:
    assert list(written(a_xml=b"")) == ["a.xml"]


PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPES = "application/vnd.openxmlformats"
CREATOR = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Somebody Else</dc:creator>'
    "<cp:lastModifiedBy>Somebody Else</cp:lastModifiedBy></cp:coreProperties>"
)


@pytest.mark.parametrize(
    ("name", "kind", "content_type", "content"),
    [
        (
            "docProps/core.xml",
            f"{PACKAGE}/relationships/metadata/core-properties",
            f"{TYPES}-package.core-properties+xml",
            CREATOR,
        ),
        (
            "docProps/app.xml",
            f"{OFFICE}/relationships/extended-properties",
            f"{TYPES}-officedocument.extended-properties+xml",
            "<Properties><Company>Somebody Else</Company></Properties>",
        ),
        (
            "docProps/custom.xml",
            f"{OFFICE}/relationships/custom-properties",
            f"{TYPES}-officedocument.custom-properties+xml",
            "<Properties><property>Somebody Else</property></Properties>",
        ),
    ],
)
def test_a_persons_name_in_the_templates_properties_is_not_in_the_letter(
    name: str, kind: str, content_type: str, content: str
) -> None:
    document = compose()
    parts = parts_of(document.template)
    if name not in parts:
        override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
        parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(b"</Types>", override.encode())
        relation = f'<Relationship Id="rX" Type="{kind}" Target="{name}"/></Relationships>'
        parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    parts[name] = content.encode()
    finished = parts_of(render_letter(replace(document, template=packed(parts))).content)

    assert name in finished
    assert [part for part, xml in finished.items() if b"Somebody Else" in xml] == []
