"""Exhibits bound together: volumes under the court's limit, what covers and pages say."""

import csv
import random
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pipeline.packets import FinishedPdf, packet_case, read, stamps, stopped, told

from formgen.errors import EvidenceError, Severity
from formgen.pipeline import Made, make

pytestmark = pytest.mark.usefixtures("in_process")

LIMIT = 1_000_000


def picture(kilobytes: int, seed: int = 1) -> bytes:
    """Return a JPEG of about so many kilobytes, of which nothing can be packed tighter."""
    side = round((kilobytes * 1000 / 1.32) ** 0.5)
    noise = random.Random(seed).randbytes(side * side)  # noqa: S311 - no secret
    out = BytesIO()
    Image.frombytes("L", (side, side), noise).save(out, "JPEG", quality=98)
    return out.getvalue()


def scan(pages: int, kilobytes: int) -> bytes:
    """Return a TIFF with so many pages, each of about so many kilobytes once it is in a PDF."""
    side = round((kilobytes * 1000) ** 0.5)
    images = [
        Image.frombytes("L", (side, side), random.Random(seed).randbytes(side * side))  # noqa: S311
        for seed in range(pages)
    ]
    out = BytesIO()
    images[0].save(out, "TIFF", save_all=True, append_images=images[1:])
    return out.getvalue()


SMALL = {"kind": "civil-harassment", "county": "Yolo", "size_limit_mb": 1}
"""A court that takes 1 MB a file."""


@pytest.fixture(scope="module")
def volumes(in_process: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    """Return the papers of a case whose court takes 1 MB a file, and what the run told."""
    folder = tmp_path_factory.mktemp("volumes")
    files: dict[str, bytes | str] = {f"photo-{number}.jpg": picture(350, number) for number in range(1, 5)}
    files["scan.tiff"] = scan(4, 300)
    job = packet_case(folder, files, papers=["civil-harassment"], court=SMALL)
    made = make(job.__class__(job.case_file, job.as_of), folder / "papers")
    return folder / "papers", made


def parts(papers: Path) -> list[FinishedPdf]:
    """Return the volumes of the packet, in their order."""
    return [read(path) for path in sorted(papers.glob("packet-volume-*.pdf"))]


def test_each_volume_is_under_the_limit(volumes: tuple[Path, Made]) -> None:
    papers, _ = volumes
    sizes = {path.name: path.stat().st_size for path in papers.glob("packet*.pdf")}

    assert [name for name, size in sizes.items() if size >= LIMIT] == []
    assert sorted(sizes) == [f"packet-volume-{number}.pdf" for number in range(1, len(sizes) + 1)]
    assert len(sizes) == 4


def test_page_numbers_and_labels_run_on_through_the_volumes(volumes: tuple[Path, Made]) -> None:
    found = parts(volumes[0])
    labels = [label for volume in found for label in volume.labels]

    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    assert [volume.labels for volume in found] == [volume.printed for volume in found]


def test_the_index_is_in_each_volume_and_names_volume_and_page(volumes: tuple[Path, Made]) -> None:
    found = parts(volumes[0])
    begun: dict[str, set[str]] = {}
    for number, volume in enumerate(found, 1):
        for place, stamp in stamps(volume).items():
            begun.setdefault(stamp.split()[0], {str(number), volume.labels[place - 1]})
    expected = [f"{label} copy of " for label in begun]
    for volume in found:
        index = volume.flat[volume.page_of("INDEX") - 1]
        rows = index.partition(" Page ")[2]

        assert "Volume" in index
        assert [row for row in expected if row not in rows] == []
        for label, volume_and_page in begun.items():
            row = rows.partition(f"{label} copy of ")[2].partition(" copy of ")[0].split()
            assert volume_and_page <= {part.partition("–")[0] for part in row}
    assert list(begun) == ["A", "B", "C", "D", "E"]


def test_an_exhibit_is_parted_only_if_it_alone_is_over_the_limit(volumes: tuple[Path, Made]) -> None:
    per_volume = [list(stamps(volume).values()) for volume in parts(volumes[0])]
    in_volumes = {
        label: [
            number for number, each in enumerate(per_volume, 1) if any(s.split()[0] == label for s in each)
        ]
        for label in "ABCDE"
    }

    assert [label for label in "ABCD" if len(in_volumes[label]) != 1] == []
    assert len(in_volumes["E"]) == 2
    assert [s for each in per_volume for s in each if s.startswith("E")] == [
        "E 1/4",
        "E 2/4",
        "E 3/4",
        "E 4/4",
    ]


def test_every_link_of_a_volume_lands_in_it(volumes: tuple[Path, Made]) -> None:
    for volume in parts(volumes[0]):
        begun = {stamp.split()[0]: page for page, stamp in stamps(volume).items() if " 1/" in stamp}
        assert [link for link in volume.links if link.lands == 0] == []
        for link in volume.links:
            kind, _, label = link.name.partition(" ")
            if kind == "exhibit":
                assert link.lands == begun[label]
            elif kind == "index":
                assert link.lands == volume.page_of("INDEX")


def test_the_sheet_and_the_upload_list_know_the_volumes(volumes: tuple[Path, Made]) -> None:
    papers, _ = volumes
    found = parts(papers)
    with (papers / "efile" / "efile.csv").open(encoding="utf-8-sig", newline="") as sheet:
        uploads = list(csv.DictReader(sheet))
    with (papers / "exhibits.csv").open(encoding="utf-8-sig", newline="") as sheet:
        rows = list(csv.DictReader(sheet))

    assert [(row["file"], row["first_page"], row["pages"]) for row in uploads] == [
        (f"packet-volume-{number}.pdf", volume.labels[0], str(len(volume.labels)))
        for number, volume in enumerate(found, 1)
    ]
    assert len({row["title"] for row in uploads}) == len(found)
    begun = {
        stamp.split()[0]: volume.labels[page - 1]
        for volume in found
        for page, stamp in stamps(volume).items()
        if " 1/" in stamp
    }
    assert {row["label"]: row["first_page"] for row in rows} == begun


def test_that_there_are_volumes_is_told_with_the_heaviest_exhibits(volumes: tuple[Path, Made]) -> None:
    (problem,) = (each for each in volumes[1].problems if each.code == "packet-in-volumes")

    assert problem.severity is Severity.WARNING
    assert problem.what.startswith("The packet is in several volumes:")
    assert "E (1.2 MB)" in problem.what
    assert "smallest that was seen" not in problem.what


def test_a_page_that_alone_is_over_the_limit_stops_the_run(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"small.jpg": picture(50), "large.jpg": picture(1_400)}, court=SMALL)

    assert stopped(job, by=EvidenceError) == [("page-over-limit", "evidence[2].file")]


def test_papers_that_alone_are_over_the_limit_stop_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formgen.pipeline.leaf_makers.MEGABYTE", 8_000)
    job = packet_case(tmp_path, {"note.txt": "Words."}, court=SMALL)

    assert ("papers-over-limit", "court.size_limit_mb") in stopped(job, by=EvidenceError)


def test_every_page_over_the_limit_is_told(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"one.jpg": picture(1_300), "two.tiff": scan(2, 1_300)}, court=SMALL)

    assert stopped(job, by=EvidenceError) == [
        ("page-over-limit", "evidence[1].file"),
        ("page-over-limit", "evidence[2].file"),
        ("page-over-limit", "evidence[2].file"),
    ]


def test_volumes_that_come_out_heavier_than_they_were_weighed_are_bound_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formgen.pipeline.bound._MARGIN", 1.5)
    files: dict[str, bytes | str] = {f"photo-{number}.jpg": picture(300, number) for number in range(1, 5)}
    made = make(packet_case(tmp_path, files, court=SMALL), tmp_path / "papers")
    found = parts(tmp_path / "papers")

    assert [path for path in (tmp_path / "papers").glob("packet*.pdf") if path.stat().st_size >= LIMIT] == []
    assert [name for name in made.published.names if name.endswith(".pdf")] == [
        "packet-volume-1.pdf",
        "packet-volume-2.pdf",
    ]
    assert told(made.problems) == ["packet-in-volumes"]
    # What the papers cite is what was bound at last.
    begun = {
        stamp.split()[0]: volume.labels[page - 1]
        for volume in found
        for page, stamp in stamps(volume).items()
    }
    text = " ".join(found[0].flat)
    assert [label for label, page in begun.items() if f"(Exhibit {label}, page {page}.)" not in text] == []


def test_a_packet_under_the_limit_is_one_file(tmp_path: Path) -> None:
    made = make(packet_case(tmp_path, {"photo.jpg": picture(50)}, court=SMALL), tmp_path / "papers")

    assert "packet.pdf" in made.published.names
    assert told(made.problems) == []


def test_bare_covers_hold_the_label_alone(tmp_path: Path) -> None:
    court = {"kind": "civil-harassment", "county": "Yolo", "covers": "bare"}
    make(packet_case(tmp_path, {"note.txt": "Words."}, court=court), tmp_path / "papers")

    assert read(tmp_path / "papers" / "packet.pdf").flat[-2] == "Exhibit A 5"


def test_the_case_number_is_on_index_and_covers(tmp_path: Path) -> None:
    court = {"kind": "civil-harassment", "county": "Yolo", "case_number": "CV-2026-0117"}
    make(packet_case(tmp_path, {"note.txt": "Words."}, court=court), tmp_path / "papers")
    packet = read(tmp_path / "papers" / "packet.pdf")

    assert [number for number in (4, 5) if "CV-2026-0117" in packet.flat[number - 1]] == [4, 5]


def test_exhibits_may_have_numbers(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"one.txt": "One.", "two.txt": "Two."}, exhibits={"labels": "numbers"})
    make(job, tmp_path / "papers")
    packet = read(tmp_path / "papers" / "packet.pdf")

    assert list(stamps(packet).values()) == ["1 1/1", "2 1/1"]
    assert "(Exhibit 1, page 6.)" in " ".join(packet.flat)
