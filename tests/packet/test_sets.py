"""Neutral file names, the rows of the exhibit sheet, the list of uploads, the tabs of a paper copy."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from checks.volumes import Page, declaration, numbered, to_bind, volumes_of
from factories import jurisdiction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from formgen.document.exhibit import Exhibit
from formgen.evidence.examine import Examined
from formgen.exhibit.prepared import Done
from formgen.facts.exhibits import letter_for
from formgen.facts.served import ExhibitRow
from formgen.packet.binding import ToBind
from formgen.packet.manifest import ExhibitRecord, FileDigest
from formgen.packet.numbering import Numbering, Piece
from formgen.packet.sets import (
    Upload,
    exhibit_names,
    exhibit_records,
    exhibit_rows,
    tab_list,
    upload_sheet,
    volume_name,
)


def test_one_volume_has_the_name_of_the_set_and_several_are_numbered() -> None:
    assert volume_name(1, 1) == "packet.pdf"
    assert [volume_name(number, 3) for number in (1, 3)] == ["packet-volume-1.pdf", "packet-volume-3.pdf"]
    assert volume_name(1, 1, "enclosures") == "enclosures.pdf"
    assert volume_name(2, 2, "enclosures") == "enclosures-volume-2.pdf"


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["A", "B", "AA"], ["exhibit-a", "exhibit-b", "exhibit-aa"]),
        (["1", "10"], ["exhibit-1", "exhibit-10"]),
        (["Ü"], ["exhibit-1"]),
        (["A", "Ü", "Ж", "甲"], ["exhibit-a", "exhibit-2", "exhibit-3", "exhibit-4"]),
        (["Ü", "1"], ["exhibit-1", "exhibit-1-no-2"]),
        (["2", "Ü"], ["exhibit-2", "exhibit-no-2"]),
        (["A-1", "A/1", "A 1"], ["exhibit-a-1", "exhibit-a-1-no-2", "exhibit-a-1-no-3"]),
        (["Ü-1", "1"], ["exhibit-1", "exhibit-1-no-2"]),
        (["../../etc/passwd"], ["exhibit-etc-passwd"]),
        (["."], ["exhibit-1"]),
        (["-A-"], ["exhibit-a"]),
        (["\u202eA\x00B"], ["exhibit-a-b"]),
        (["ß", "ss"], ["exhibit-ss", "exhibit-ss-no-2"]),
        (["A-1-no-3", "A/1", "A-1"], ["exhibit-a-1-no-3", "exhibit-a-1", "exhibit-a-1-no-3-no-3"]),
        (["no-3", "3", "Ü"], ["exhibit-no-3", "exhibit-3", "exhibit-no-3-no-3"]),
        (["-no-2", "A"], ["exhibit-no-2", "exhibit-a"]),
    ],
)
def test_a_file_name_is_the_label_in_small_letters_of_the_alphabet(
    labels: list[str], names: list[str]
) -> None:
    found = exhibit_names(labels)

    assert list(found.items()) == [(label, f"{name}.pdf") for label, name in zip(labels, names, strict=True)]


@settings(derandomize=True, deadline=None, max_examples=500)
@given(st.lists(st.text(st.sampled_from("aA1Ü/- no.23"), max_size=6), unique=True, max_size=12))
@example([letter_for(number) for number in range(1, 1001)])
def test_no_two_exhibits_have_one_file_name_and_all_are_neutral(labels: list[str]) -> None:
    names = list(exhibit_names(labels).values())

    assert len(set(names)) == len(labels)
    assert all(
        name.startswith("exhibit-")
        and name.endswith(".pdf")
        and set(name[:-4]) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        for name in names
    )


def examined(path: str, file: str) -> Examined:
    return Examined(path, file, "PDF", 12_345, "ab" * 32, Path("/case") / file)


def exhibits(tmp_path: Path) -> tuple[list[ToBind], dict[str, Examined]]:
    """Return two exhibits, the second lodged, and their files."""
    first = to_bind(tmp_path, "A", Page(), Page(), Page())
    assert first.prepared is not None
    done = (Done("location-left-out"), Done("note-shown", 2, 1), Done("note-shown", 1, 3))
    first = replace(first, prepared=replace(first.prepared, done=done))
    files = {
        "evidence[1]": examined("evidence[1]", "evidence/first-email.eml"),
        "evidence[2]": examined("evidence[2]", "evidence/call.mp3"),
    }
    return [first, to_bind(tmp_path, "B", number=2, lodged=True)], files


def test_the_rows_of_the_sheet_name_the_pages_that_the_index_does(tmp_path: Path) -> None:
    bound, files = exhibits(tmp_path)
    numbering = numbered([declaration("A", "B")], bound)

    described = "email of March 5, 2026, 8:47 p.m."
    assert list(exhibit_rows(bound, numbering, files)) == [
        ExhibitRow("A", described, "March 5, 2026", "evidence/first-email.eml", "ab" * 32, 5, 3),
        ExhibitRow("B", described, "March 5, 2026", "evidence/call.mp3", "ab" * 32, 9, 1),
    ]


def test_the_manifest_says_what_was_done_to_each_copy(tmp_path: Path) -> None:
    bound, files = exhibits(tmp_path)
    numbering = numbered([declaration("A", "B")], bound)

    assert list(exhibit_records(bound, numbering, files)) == [
        ExhibitRecord(
            label="A",
            path="evidence[1]",
            file="evidence/first-email.eml",
            sha256="ab" * 32,
            first_page=5,
            pages=3,
            done=("location-left-out", "note-shown:3"),
        ),
        ExhibitRecord(
            label="B",
            path="evidence[2]",
            file="evidence/call.mp3",
            sha256="ab" * 32,
            first_page=9,
            pages=1,
            done=("lodged",),
        ),
    ]


def test_an_exhibit_in_several_volumes_has_all_of_its_pages_and_where_it_begins(tmp_path: Path) -> None:
    bound, files = exhibits(tmp_path)
    numbering = Numbering(
        {},
        (1, 4, 8),
        (Piece("A", 1, 2, 3, 1, 1), Piece("A", 2, None, 5, 2, 2), Piece("B", 3, 9, 10, 1, 1)),
    )

    # The index of the second volume stands between its pages 3 and 5, and is none of them.
    assert [(row.first_page, row.pages) for row in exhibit_rows(bound, numbering, files)] == [(3, 3), (10, 1)]
    assert [record.volume for record in exhibit_records(bound, numbering, files)] == [1, 3]


def test_what_is_uploaded_is_listed_in_its_order(tmp_path: Path) -> None:
    bound, _ = exhibits(tmp_path)
    volumes = volumes_of([declaration("A", "B")], bound, room=5_000)
    uploads = [
        Upload(
            FileDigest(path=f"efile/packet-volume-{volume.number}.pdf", sha256="cd" * 32, size=1_000_000),
            f"Papers, and “exhibits”, volume {volume.number}",
            volume,
        )
        for volume in volumes
    ]
    sheet = upload_sheet(uploads)

    assert sheet.startswith(b"\xef\xbb\xbffile,title,first_page,pages,bytes,sha256\r\n")
    assert list(csv.reader(StringIO(sheet.decode("utf-8-sig"), newline="")))[1:] == [
        ["packet-volume-1.pdf", "Papers, and “exhibits”, volume 1", "1", "7", "1000000", "cd" * 32],
        ["packet-volume-2.pdf", "Papers, and “exhibits”, volume 2", "8", "3", "1000000", "cd" * 32],
    ]
    assert sheet.count(b"\r\n") == sheet.count(b"\n") == 3


def test_nothing_uploaded_is_a_heading_only() -> None:
    assert upload_sheet([]) == b"\xef\xbb\xbffile,title,first_page,pages,bytes,sha256\r\n"


def test_a_tab_stands_before_each_cover_and_nowhere_else() -> None:
    spec = jurisdiction().exhibits
    assert spec is not None
    pieces = (
        Piece("A", 1, 15, 16, 1, 4),
        Piece("{label}", 1, 20, 21, 1, 1),
        Piece("{label}", 2, None, 23, 2, 1),
    )

    assert tab_list(Numbering({}, (13, 22), pieces), spec.hearing) == (
        b"Tabs for a paper copy, each before its exhibit's cover:\r\n\r\n"
        b"A: before page 15\r\n{label}: before page 20\r\n"
    )


def test_a_label_of_other_letters_is_in_the_tabs_as_it_is() -> None:
    spec = jurisdiction().exhibits
    assert spec is not None
    tabs = tab_list(Numbering({}, (1,), (Piece("Ж", 1, 2, 3, 1, 1),)), spec.hearing)

    assert tabs.decode().splitlines()[-1] == "Ж: before page 2"


def test_the_sheet_is_about_files_that_were_examined(tmp_path: Path) -> None:
    bound, files = exhibits(tmp_path)
    other: Exhibit = replace(bound[0].exhibit, path="evidence[7]")

    with pytest.raises(KeyError):
        list(exhibit_rows([replace(bound[0], exhibit=other)], numbered([], bound), files))
