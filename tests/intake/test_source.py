"""A file read whole, or refused with its reason."""

import codecs
import hashlib
import os
from pathlib import Path

import pytest

from formgen.errors import CaseDataError, Problem, SourceLocation
from formgen.intake.source import LARGEST_FILE, read_source, source_from_bytes


def refusal(path: Path) -> Problem:
    with pytest.raises(CaseDataError) as raised:
        read_source(path)
    [problem] = raised.value.problems
    return problem


def refusal_of(data: bytes) -> Problem:
    with pytest.raises(CaseDataError) as raised:
        source_from_bytes("case.yaml", data)
    [problem] = raised.value.problems
    return problem


def test_a_file_is_read_with_its_name_digest_and_folder(tmp_path: Path) -> None:
    path = tmp_path / "dana.yaml"
    path.write_bytes(b"case: a\r\nb: c\rd: e\n")
    source = read_source(path)
    assert (str(path), "case: a\nb: c\nd: e\n", tmp_path) == (source.file, source.text, source.folder)
    assert hashlib.sha256(b"case: a\r\nb: c\rd: e\n").hexdigest() == source.digest


def test_the_text_is_not_in_the_printed_form_of_a_source() -> None:
    assert "Dana" not in repr(source_from_bytes("case.yaml", b"name: Dana"))


def test_a_byte_order_mark_of_utf_8_is_taken_off() -> None:
    assert source_from_bytes("case.yaml", codecs.BOM_UTF8 + b"case: a").text == "case: a"


def test_a_folder_stands_for_the_case_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text("{}")
    assert str(tmp_path / "case.json") == read_source(tmp_path).file


def test_a_folder_without_a_case_file_is_refused(tmp_path: Path) -> None:
    assert Problem(
        "no-case-in-folder",
        "This folder holds neither case.yaml nor case.json.",
        "Give the folder of a case, or the case file itself.",
        where=SourceLocation(str(tmp_path)),
    ) == refusal(tmp_path)


def test_a_folder_with_two_case_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_text("{}")
    (tmp_path / "case.yaml").write_text("a: b")
    assert refusal(tmp_path).code == "two-case-files"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    problem = refusal(tmp_path / "cse.yaml")
    assert ("file-not-found", str(tmp_path / "cse.yaml")) == (problem.code, str(problem.where))


def test_a_file_taken_for_a_folder_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("a: b")
    assert refusal(tmp_path / "case.yaml" / "case.yaml").code == "file-not-found"


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.yaml")
    assert refusal(tmp_path / "case.yaml").code == "not-a-file"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("long" * 100)).code == "file-not-readable"


def test_a_file_over_eight_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    problem = refusal(path)
    assert (
        problem.code,
        problem.what,
    ) == ("file-too-large", "The file is too large for a case file: more than 8 MB.")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8])
def test_a_file_of_nothing_but_space_is_empty(data: bytes) -> None:
    assert refusal_of(data).code == "file-empty"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04....", "This is a Word, Excel or zip file, not a case file."),
        (b"%PDF-1.7", "This is a PDF file, not a case file."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is a file of an older Word or Excel, not a case file."),
    ],
)
def test_a_file_of_another_program_is_named(data: bytes, what: str) -> None:
    problem = refusal_of(data)
    assert ("other-kind-of-file", what) == (problem.code, problem.what)


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF16_LE, "UTF-16"),
        (codecs.BOM_UTF16_BE, "UTF-16"),
        (codecs.BOM_UTF32_LE, "UTF-32"),
        (codecs.BOM_UTF32_BE, "UTF-32"),
    ],
)
def test_another_encoding_is_known_by_its_mark(mark: bytes, name: str) -> None:
    problem = refusal_of(mark + "case: a".encode("utf-16-le"))
    assert ("not-utf-8", f"The file is saved as {name}, not as UTF-8.") == (problem.code, problem.what)


def test_a_byte_that_is_not_utf_8_is_placed() -> None:
    problem = refusal_of("é: b\r\nname: Bj".encode() + b"\xf6rn")
    assert (
        "The file is not UTF-8: byte 16 (line 2, column 9) belongs to no character.",
        SourceLocation("case.yaml", 2, 9),
    ) == (problem.what, problem.where)


def test_a_nul_byte_is_placed() -> None:
    problem = refusal_of(b"a: b\nc\0")
    assert ("nul-byte", SourceLocation("case.yaml", 2, 2)) == (problem.code, problem.where)
