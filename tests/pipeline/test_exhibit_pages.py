"""Files of evidence become pages, or are refused by their place, all at once, with nothing left behind."""

import hashlib
import shutil
import struct
import wave
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from exhibit.pdf_files import add_page, save
from pikepdf import Encryption, Pdf
from pipeline.packets import (
    NOTE,
    is_running,
    packet_case,
    read,
    stamps,
    stopped,
    told,
    tree,
)

from formgen.errors import EvidenceError, FormgenError
from formgen.exhibit.child import Child
from formgen.exhibit.source import Limits, Source
from formgen.pipeline import Job, check, make

PASSWORD = "Hedgehog-42-Lantern"  # noqa: S105 - of a file made here


def pdf_of(folder: Path, *texts: bytes, password: str = "") -> bytes:
    """Return a PDF with a page for each text; locked, if there is a password."""
    pdf = Pdf.new()
    for text in texts:
        add_page(pdf, b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text)
    if not password:
        file = save(pdf, folder, "made.pdf")
    else:
        file = folder / "made.pdf"
        pdf.save(file, encryption=Encryption(owner=password, user=password))
    content = file.read_bytes()
    file.unlink()
    return content


def sound_of(seconds: int) -> bytes:
    """Return a silent sound."""
    out = BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(1000)
        sound.writeframes(b"\x80" * 1000 * seconds)
    return out.getvalue()


def zip_of(name: str) -> bytes:
    """Return a zip with one file in it."""
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr(name, "<w/>")
    return out.getvalue()


def huge_picture() -> bytes:
    """Return a PNG of 400 megapixels by its header, with hardly anything in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


# Bad evidence.

BAD = {
    "missing.txt": "evidence-missing",
    "folder.txt": "evidence-missing",
    "link.txt": "evidence-outside",
    "twice.txt": "evidence-twice",
    "range.pdf": "evidence-pages",
    "packed.pdf": "evidence-not-pages",
    "nothing.txt": "evidence-empty",
    "huge.png": "picture-too-large",
    "damaged.pdf": "evidence-damaged",
    "sound.wav": "evidence-not-pages",
    "word.docx": "evidence-not-pages",
}
"""What is wrong with each file."""


@pytest.fixture
def bad(tmp_path: Path) -> Job:
    """Return a case with every bad file there is, and one good one."""
    folder = tmp_path / "case"
    (tmp_path / "elsewhere.txt").write_text("Not of this case.", encoding="utf-8")
    files: dict[str, bytes | str] = dict.fromkeys(BAD, b"x")
    files |= {
        "range.pdf": pdf_of(tmp_path, b"One."),
        "packed.pdf": zip_of("message.txt"),
        "nothing.txt": b"",
        "huge.png": huge_picture(),
        "damaged.pdf": b"%PDF-1.7\n" + bytes(range(128, 256)) * 20,
        "sound.wav": sound_of(1),
        "word.docx": zip_of("word/document.xml"),
        "good.txt": NOTE,
    }
    job = packet_case(
        folder, files, {"range.pdf": {"pages": "1-2"}, "twice.txt": {"file": "evidence/good.txt"}}
    )
    evidence = folder / "evidence"
    for name in ("missing.txt", "folder.txt", "link.txt"):
        (evidence / name).unlink()
    (evidence / "folder.txt").mkdir()
    (evidence / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    return job


def test_everything_wrong_with_the_evidence_is_told_together_by_its_place(bad: Job) -> None:
    numbers = {name: number for number, name in enumerate([*BAD, "good.txt"], 1)}
    expected = [(code, f"evidence[{numbers[name]}].file") for name, code in BAD.items()]
    # The second of the two is the one that is told.
    expected[3] = ("evidence-twice", f"evidence[{numbers['good.txt']}].file")

    assert sorted(stopped(bad, by=EvidenceError)) == sorted(expected)


def test_check_tells_the_same_of_the_evidence_and_writes_nothing(bad: Job) -> None:
    folder = bad.case_file.parent
    before = tree(folder)
    made = stopped(bad, by=EvidenceError)
    with pytest.raises(EvidenceError) as caught:
        check(bad)

    errors = [(each.code, each.path) for each in caught.value.problems if each.severity == "error"]
    assert errors == made
    assert tree(folder) == before


def test_every_problem_says_what_to_do_and_has_its_line_and_no_word_of_the_file(bad: Job) -> None:
    with pytest.raises(EvidenceError) as caught:
        make(bad, bad.case_file.parent / "papers")

    problems = caught.value.problems
    assert [each.code for each in problems if not (each.what and each.fix and each.where)] == []
    assert [each.code for each in problems if str(bad.case_file.parent) in each.what + each.fix] == []


def test_evidence_errors_have_their_exit_code() -> None:
    assert EvidenceError([]).exit_code == 4


def test_evidence_is_told_with_what_is_wrong_in_the_case(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE, "gone.txt": NOTE}, respondent={"name": None})
    (tmp_path / "evidence" / "gone.txt").unlink()

    with pytest.raises(FormgenError) as caught:
        make(job, tmp_path / "papers")
    assert caught.value.exit_code == 3
    assert {each.code for each in caught.value.problems} == {"needed-blank", "evidence-missing"}


def test_a_file_that_changes_after_it_was_examined_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE})
    file = tmp_path / "evidence" / "note.txt"
    start = Child.start

    def changing(child: Child) -> None:
        file.write_text("Something else.", encoding="utf-8")
        start(child)

    monkeypatch.setattr(Child, "start", changing)
    with pytest.raises(EvidenceError) as caught:
        make(job, tmp_path / "papers")

    assert [(each.code, each.path) for each in caught.value.problems] == [
        ("evidence-changed-since", "evidence[1].file")
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "evidence"]


def test_a_file_that_takes_too_long_is_refused_and_no_process_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers: list[int] = []
    prepare = Child.prepare

    def noting(child: Child, source: Source) -> object:
        try:
            return prepare(child, source)
        finally:
            numbers.extend([child.number] if child.number else [])

    monkeypatch.setattr(Child, "prepare", noting)
    job = packet_case(tmp_path, {"note.txt": NOTE * 3_000, "small.txt": NOTE})
    found = stopped(replace(job, limits=Limits(seconds=0.01)), by=EvidenceError)

    assert ("evidence-too-slow", "evidence[1].file") in found
    assert [number for number in numbers if is_running(number)] == []


# Sound.


def test_a_lodged_sound_has_a_page_with_its_name_length_size_and_digest(tmp_path: Path) -> None:
    sound = sound_of(65)
    changed = {"call.wav": {"lodged": "yes", "description": "recording of the call"}}
    job = packet_case(tmp_path, {"call.wav": sound, "note.txt": NOTE}, changed)
    made = make(job, tmp_path / "papers")
    packet = read(tmp_path / "papers" / "packet.pdf")
    (page,) = (text for text in packet.flat if "This exhibit is lodged separately." in text)

    assert [stamp for _, stamp in sorted(stamps(packet).items())] == ["A 1/1", "B 1/1"]
    for words in ("File: call.wav", "Kind: sound", "Length: 0:01:05", f"Size: {len(sound):,} bytes"):
        assert words in page
    digest = page.partition("SHA-256: ")[2].replace(" ", "")
    assert digest.startswith(hashlib.sha256(sound).hexdigest())
    assert {link.name: link.lands for link in packet.links}["exhibit A"] == packet.flat.index(page) + 1
    assert told(made.problems) == []


# Locked files.


def test_a_locked_file_is_refused_with_its_place(tmp_path: Path) -> None:
    job = packet_case(
        tmp_path, {"log.pdf": pdf_of(tmp_path, b"The log.", password=PASSWORD), "note.txt": NOTE}
    )

    assert stopped(job, by=EvidenceError) == [("evidence-locked", "evidence[1].file")]


def test_a_wrong_password_is_told_as_one(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"log.pdf": pdf_of(tmp_path, b"The log.", password=PASSWORD)})
    asked: list[tuple[str, str]] = []

    def unlock(path: str, name: str) -> str:
        asked.append((path, name))
        return "wrong"

    assert stopped(replace(job, unlock=unlock), by=EvidenceError) == [("password-wrong", "evidence[1].file")]
    assert asked == [("evidence[1]", "log.pdf")]


def test_the_password_opens_the_file_and_is_kept_nowhere(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"log.pdf": pdf_of(tmp_path, b"The log.", password=PASSWORD)})
    make(replace(job, unlock=lambda *_: PASSWORD, keep_work=True), tmp_path / "papers")
    packet = read(tmp_path / "papers" / "packet.pdf")
    files = tree(tmp_path)

    assert packet.flat[-1].startswith("The log.")
    assert [name for name, content in files.items() if PASSWORD.encode() in content] == []
    assert [name for name in files if PASSWORD in name] == []
    # Nor is there a copy that opens without it, outside of the packet that was asked for.
    assert [name for name in files if name.startswith(".papers.work/cache/") and name.endswith(".pdf")] == []


# The work folder.


@contextmanager
def prepared_files(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Give a list that fills with the place of every file that a child is asked to prepare."""
    asked: list[str] = []
    prepare = Child.prepare

    def noting(child: Child, source: Source) -> object:
        asked.append(source.path)
        return prepare(child, source)

    with monkeypatch.context() as patched:
        patched.setattr(Child, "prepare", noting)
        yield asked


def test_no_work_folder_stays_unless_it_is_to_be_kept(tmp_path: Path) -> None:
    make(packet_case(tmp_path, {"note.txt": NOTE}), tmp_path / "papers")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "evidence", "papers"]


def test_a_kept_work_folder_is_used_again_and_may_be_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE, "other.txt": "Other."})
    work = tmp_path / ".papers.work"
    with prepared_files(monkeypatch) as asked:
        kept = make(replace(job, keep_work=True), tmp_path / "papers")
        first = tree(tmp_path / "papers")
        assert sorted(asked) == ["evidence[1]", "evidence[2]"]
        assert kept.work == work
        assert work.is_dir()
        assert not (work / "out").exists()

        again = make(job, tmp_path / "papers")
        assert len(asked) == 2
        assert again.work is None
        assert work.is_dir()
        assert tree(tmp_path / "papers") == first

        shutil.rmtree(work)
        make(job, tmp_path / "papers")
        assert sorted(asked) == ["evidence[1]", "evidence[1]", "evidence[2]", "evidence[2]"]
    assert not work.exists()
    assert tree(tmp_path / "papers") == first


def test_only_what_changed_is_prepared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE, "other.txt": "Other."})
    with prepared_files(monkeypatch) as asked:
        make(replace(job, keep_work=True), tmp_path / "papers")
        asked.clear()
        (tmp_path / "evidence" / "other.txt").write_text("Another.", encoding="utf-8")
        make(job, tmp_path / "papers")

    assert asked == ["evidence[2]"]
    assert "Another." in read(tmp_path / "papers" / "packet.pdf").flat[-1]


def test_a_prepared_file_that_somebody_changed_is_prepared_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE})
    with prepared_files(monkeypatch) as asked:
        make(replace(job, keep_work=True), tmp_path / "papers")
        (kept,) = (tmp_path / ".papers.work" / "cache").glob("*.pdf")
        kept.write_bytes(kept.read_bytes().replace(b"%PDF", b"%PDG"))
        make(job, tmp_path / "papers")

    assert asked == ["evidence[1]", "evidence[1]"]


def test_check_leaves_nothing_among_the_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    job = packet_case(tmp_path / "case", {"note.txt": NOTE})
    before = tree(tmp_path)
    check(job)

    assert tree(tmp_path) == before


def test_progress_counts_the_files(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    job = packet_case(tmp_path, {"note.txt": NOTE, "other.txt": "Other."})
    make(replace(job, progress=lambda what, done, of: heard.append((what, done, of))), tmp_path / "papers")

    exhibits = [each for each in heard if each[0] == "exhibits"]
    assert exhibits[0] == ("exhibits", 0, 2)
    assert exhibits[-1] == ("exhibits", 2, 2)
    assert [done for _, done, _ in exhibits] == sorted(done for _, done, _ in exhibits)


def test_a_file_cited_in_packet_and_letter_is_prepared_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE}, papers=["notice-letter", "civil-harassment"])
    with prepared_files(monkeypatch) as asked:
        make(replace(job, only=("packet", "enclosures")), tmp_path / "papers")

    assert asked == ["evidence[1]"]


def test_only_the_pages_asked_for_are_bound_and_the_cover_says_so(tmp_path: Path) -> None:
    content = pdf_of(tmp_path, b"One.", b"Two.", b"Three.")
    job = packet_case(tmp_path, {"log.pdf": content}, {"log.pdf": {"pages": "2-3"}})
    make(job, tmp_path / "papers")
    packet = read(tmp_path / "papers" / "packet.pdf")

    assert list(stamps(packet).values()) == ["A 1/2", "A 2/2"]
    assert [text.partition(" ")[0] for text in packet.flat[-2:]] == ["Two.", "Three."]
    assert "Pages 2-3 of the 3 pages of the file." in packet.flat[-3]


def test_evidence_is_never_written(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"log.pdf": pdf_of(tmp_path, b"One."), "note.txt": NOTE})
    before = {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (tmp_path / "evidence").iterdir()
    }
    make(job, tmp_path / "papers")

    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    with pikepdf.open(tmp_path / "evidence" / "log.pdf") as log:
        assert len(log.pages) == 1
