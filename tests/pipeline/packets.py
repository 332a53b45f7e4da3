"""Small cases with evidence made in the test, and finished files read with a reader of another make."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from factories import Typed, case_data, make_evidence, make_incident, merged
from pypdf import PdfReader
from pypdf.generic import Destination

from formgen.errors import FormgenError, Problem, Severity
from formgen.pipeline import Job, make

AS_OF = date(2026, 5, 12)
ROOT = Path(__file__).parent.parent.parent
NOTE = "I wrote this down a few minutes after the call.\n"
PRINTED = re.compile(r"([0-9]+)(?: ((?:EXHIBIT|ENCLOSURE) .*))?")
"""How pypdf reads the line at the foot of a page: its number, and the stamp of an exhibit beside it."""


@dataclass(frozen=True)
class Link:
    """A link of a finished file: the page it is on, the place it names, and the page where that is."""

    page: int
    name: str
    lands: int


@dataclass(frozen=True)
class Bookmark:
    """A bookmark: how deep it stands, from 1, its words, and the page where it leads."""

    level: int
    title: str
    page: int


@dataclass(frozen=True)
class FinishedPdf:
    """What another reader finds in a finished file; pages are counted from 1."""

    title: str
    language: str
    labels: tuple[str, ...]
    texts: tuple[str, ...]
    links: tuple[Link, ...]
    bookmarks: tuple[Bookmark, ...]

    @property
    def printed(self) -> tuple[str, ...]:
        """Return the number that is printed on each page; empty where there is none."""
        return tuple(printed_number(text) for text in self.texts)

    @property
    def flat(self) -> tuple[str, ...]:
        """Return the text of each page on one line."""
        return tuple(" ".join(text.split()) for text in self.texts)

    def page_of(self, start: str) -> int:
        """Return the page of the first bookmark that begins with *start*."""
        return next(bookmark.page for bookmark in self.bookmarks if bookmark.title.startswith(start))


def read(file: Path) -> FinishedPdf:
    """Return what pypdf finds in a file."""
    with PdfReader(file) as reader:
        places = reader.named_destinations
        links = tuple(_links(reader, places))
        return FinishedPdf(
            str(reader.metadata.title if reader.metadata else ""),
            str(reader.root_object.get("/Lang", "")),
            tuple(reader.page_labels),
            tuple(page.extract_text() for page in reader.pages),
            links,
            tuple(_bookmarks(reader, reader.outline, 1)),
        )


def _links(reader: PdfReader, places: Mapping[str, Destination]) -> Iterator[Link]:
    for number, page in enumerate(reader.pages, 1):
        for reference in page.get("/Annots", ()):
            note = reference.get_object()
            if note["/Subtype"] == "/Link":
                name = str(note["/Dest"])
                lands = reader.get_destination_page_number(places[name])
                yield Link(number, name, 0 if lands is None else lands + 1)


def _bookmarks(reader: PdfReader, outline: Sequence[object], level: int) -> Iterator[Bookmark]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(reader, entry, level + 1)
        elif isinstance(entry, Destination):
            page = reader.get_destination_page_number(entry)
            yield Bookmark(level, str(entry.title), 0 if page is None else page + 1)


def printed_number(text: str) -> str:
    """Return the page number that stands at the foot of a page with *text*; empty if there is none."""
    found = [match for line in text.splitlines() if (match := PRINTED.fullmatch(line.strip()))]
    # What the evidence itself says may look like a number too; a stamp does not.
    stamped = [match for match in found if match[2]]
    return (stamped or found)[-1][1] if found else ""


def stamps(read_file: FinishedPdf, word: str = "EXHIBIT") -> dict[int, str]:
    """Return the stamp of each page that has one: `A 1/2`, by the page's count in the file."""
    pattern = re.compile(rf"(?:{word}) (\S+), page ([0-9]+) of ([0-9]+)")
    found = ((number, pattern.search(text)) for number, text in enumerate(read_file.flat, 1))
    return {number: f"{match[1]} {match[2]}/{match[3]}" for number, match in found if match}


def packet_case(
    folder: Path,
    files: Mapping[str, bytes | str],
    evidence: Mapping[str, Mapping[str, object]] | None = None,
    **changes: object,
) -> Job:
    """Write a small case whose one incident cites all *files*, and return the job that makes its packet.

    Args:
        folder: Of the case; made if it is not there.
        files: What each file of evidence holds, by its name.
        evidence: Changes to the evidence, by the file's name.
        changes: Changes to the case.
    """
    (folder / "evidence").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / "evidence" / name).write_bytes(data)
    changed = evidence or {}
    items = [
        merged(
            make_evidence(id=id_of(name), file=f"evidence/{name}", description=f"copy of {id_of(name)}"),
            dict(changed.get(name, {})),
        )
        for name in files
    ]
    case = case_data(
        papers=["civil-harassment"],
        court={"kind": "civil-harassment", "county": "Yolo"},
        requests_to_stop="none",
        incidents=[make_incident(knowledge="received", exhibits=[id_of(name) for name in files])],
        evidence=items,
    )
    return written(folder, merged(case, changes))


def id_of(name: str) -> str:
    """Return the evidence id of a file: its name without what it ends in."""
    return name.rpartition(".")[0] or name


def written(folder: Path, case: Typed) -> Job:
    """Write *case* into *folder* and return the job that makes its packet."""
    file = folder / "case.json"
    file.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return Job(file, AS_OF, only=("packet",))


def typed_in(job: Job) -> Typed:
    """Return the case as it is typed."""
    typed = json.loads(job.case_file.read_text(encoding="utf-8"))
    assert isinstance(typed, dict)
    return typed


def stopped(job: Job, *, by: type[FormgenError]) -> list[tuple[str, str]]:
    """Return the code and the place of each problem that stops *job*, and see that nothing is left behind."""
    folder = job.case_file.parent
    before = tree(folder)
    with pytest.raises(by) as caught:
        make(job, folder / "papers")
    assert type(caught.value) is by
    assert tree(folder) == before
    return [(problem.code, problem.path) for problem in caught.value.problems]


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file in *folder*, hidden ones too, with what it holds; folders have nothing."""
    return {
        path.relative_to(folder).as_posix(): b"" if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


def told(problems: Sequence[Problem], severity: Severity = Severity.WARNING) -> list[str]:
    """Return the codes of the problems of one severity."""
    return [problem.code for problem in problems if problem.severity is severity]


def is_running(number: int) -> bool:
    """Tell whether there is a process of that number that is no more than waited for."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
