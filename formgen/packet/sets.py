"""The files around a packet: its exhibit sheet, the list of what is uploaded, the tabs of a paper copy."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from formgen.catalog.exhibit_spec import ListWords
from formgen.document.spreadsheet import BYTE_ORDER_MARK
from formgen.evidence.examine import Examined
from formgen.facts.served import ExhibitRow
from formgen.packet.binding import ToBind, Volume
from formgen.packet.manifest import ExhibitRecord, FileDigest
from formgen.packet.numbering import Numbering

_NOT_NEUTRAL = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Upload:
    """One PDF of the e-filing set."""

    file: FileDigest
    title: str
    """What is typed as its title where files are uploaded."""

    volume: Volume


def volume_name(number: int, of: int, name: str = "packet") -> str:
    """Return the file name of a volume: `packet.pdf` where there is only one."""
    return f"{name}.pdf" if of == 1 else f"{name}-volume-{number}.pdf"


def exhibit_names(labels: Sequence[str]) -> dict[str, str]:
    """Return a neutral file name for each exhibit, by its label."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number, label in enumerate(labels, 1):
        slug = _NOT_NEUTRAL.sub("-", label.casefold()).strip("-")
        name = f"exhibit-{slug or number}.pdf"
        # Letters outside of a to z are left out, so that two labels may come out alike.
        while name in taken:
            slug = f"{slug}-no-{number}".strip("-")
            name = f"exhibit-{slug}.pdf"
        taken.add(name)
        names[label] = name
    return names


def exhibit_rows(
    exhibits: Sequence[ToBind], numbering: Numbering, files: Mapping[str, Examined]
) -> Iterator[ExhibitRow]:
    """Yield the rows of `exhibits.csv`: each exhibit with the pages that the index names.

    Args:
        exhibits: In the order in which they are bound.
        numbering: Their pages.
        files: The files examined, by their places in the case.
    """
    for each in exhibits:
        exhibit = each.exhibit
        file = files[exhibit.path]
        first, _ = numbering.pages_of(exhibit.label)
        yield ExhibitRow(
            exhibit.label,
            exhibit.description,
            exhibit.date,
            file.file,
            file.sha256,
            first,
            numbering.count_of(exhibit.label),
        )


def exhibit_records(
    exhibits: Sequence[ToBind], numbering: Numbering, files: Mapping[str, Examined]
) -> Iterator[ExhibitRecord]:
    """Yield what the manifest says of each exhibit; the arguments are as for `exhibit_rows`."""
    for each, row in zip(exhibits, exhibit_rows(exhibits, numbering, files), strict=True):
        assert row.first_page is not None  # noqa: S101 - it was numbered
        yield ExhibitRecord(
            label=row.label,
            path=each.exhibit.path,
            file=row.file,
            sha256=row.sha256,
            first_page=row.first_page,
            pages=row.pages or 0,
            volume=numbering.volume_of(row.label),
            done=ExhibitRecord.counted(each.prepared.done) if each.prepared else ("lodged",),
        )


def upload_sheet(uploads: Iterable[Upload]) -> bytes:
    """Return `efile.csv`: each file to upload in its order, with its title, pages, size and digest."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("file", "title", "first_page", "pages", "bytes", "sha256"))
    for upload in uploads:
        file, volume = upload.file, upload.volume
        name = file.path.rpartition("/")[2]
        writer.writerow((name, upload.title, volume.first_page, volume.page_count, file.size, file.sha256))
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def tab_list(numbering: Numbering, words: ListWords, how: str = "") -> bytes:
    """Return where a paper copy has its tabs (rule 3.1110(f)(3)), and *how* the court wants it."""
    covers = [(piece.label, piece.cover) for piece in numbering.pieces if piece.cover is not None]
    lines = [words.tabs, "", *(words.tab.format(label=label, page=page) for label, page in covers), ""]
    if how:
        lines = [words.copies.format(how=how), "", *lines]
    return "\r\n".join(lines).encode()
