"""The packets of the samples, read with another reader: one count of pages, printed, cited and linked."""

import csv
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from pipeline.packets import AS_OF, FinishedPdf, read, stamps

from formgen.case import Case
from formgen.evidence.kinds import kind_of
from formgen.intake.reader import load
from formgen.pipeline import Job, prepare

CITED = re.compile(r"Exhibit ([A-Z]+), pages? ([0-9–]+)")
SAMPLES = ("dana", "brightline")


@pytest.fixture(params=SAMPLES)
def folder(request: pytest.FixtureRequest) -> Path:
    """Return the folder of each sample, its papers made."""
    folder = request.getfixturevalue(request.param)
    assert isinstance(folder, Path)
    return folder


@pytest.fixture
def packet(folder: Path) -> FinishedPdf:
    """Return its packet."""
    return read(folder / "papers" / "packet.pdf")


def rows_of(folder: Path) -> list[dict[str, str]]:
    """Return the rows of the exhibit sheet."""
    with (folder / "papers" / "exhibits.csv").open(encoding="utf-8-sig", newline="") as sheet:
        return list(csv.DictReader(sheet))


def first_pages(packet: FinishedPdf) -> dict[str, int]:
    """Return the page where each exhibit's own pages begin, as its stamps say."""
    begun = {number: stamp.split() for number, stamp in stamps(packet).items()}
    return {label: number for number, (label, part) in begun.items() if part.startswith("1/")}


def ranges(packet: FinishedPdf) -> dict[str, str]:
    """Return the pages of each exhibit as they are cited: one number, or two with a dash."""
    pages: dict[str, list[int]] = {}
    for number, stamp in stamps(packet).items():
        pages.setdefault(stamp.split()[0], []).append(number)
    return {
        label: str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"
        for label, found in pages.items()
    }


def test_a_sample_shows_six_kinds_of_files_in_at_least_eight_exhibits(dana: Path) -> None:
    rows = rows_of(dana)
    kinds = {kind_of((dana / row["file"]).read_bytes()) for row in rows}

    assert kinds == {"mail", "text", "PDF", "JPEG", "TIFF", "PNG"}
    assert [row["label"] for row in rows] == list("ABCDEFGHIJKLMN")


def test_every_page_has_the_number_that_its_label_says(folder: Path) -> None:
    made = {path: read(path) for path in sorted((folder / "papers").rglob("*.pdf"))}

    assert [path.name for path, found in made.items() if found.labels != found.printed] == []
    assert [path.name for path, found in made.items() if "" in found.printed] == []
    assert len(made) >= 15


def test_the_packet_is_counted_from_one_in_one_count(packet: FinishedPdf) -> None:
    assert packet.labels == tuple(str(number) for number in range(1, len(packet.texts) + 1))


def test_every_file_says_its_title_and_language_and_names_nobody_in_them(folder: Path) -> None:
    made = {path.name: read(path) for path in (folder / "papers").rglob("*.pdf")}

    assert {found.language for found in made.values()} == {"en-US"}
    assert made["packet.pdf"].title == "Papers and exhibits"
    assert made["exhibit-a.pdf"].title == "Exhibit"
    assert made["exhibit-list.pdf"].title == "List of exhibits"
    assert [n for n, found in made.items() if re.search("Dana|Reyes|Voss|Moreno|Tran", found.title)] == []


def test_every_link_lands_on_the_page_that_it_names(packet: FinishedPdf) -> None:
    begin = first_pages(packet)
    index = packet.page_of("INDEX OF EXHIBITS")
    expected = {f"exhibit {label}": page for label, page in begin.items()}
    expected |= {f"index {label}": index for label in begin}
    for link in packet.links:
        kind, dot, place = link.name.partition(".")
        if dot:
            word, _, number = place.rpartition("-")
            line = {"paragraph": rf"(?m)^{number}\. ", "row": rf"(?m)^{number} "}[word]
            page = packet.texts[link.lands - 1]
            assert re.search(line, page), link
            assert kind in {
                "declaration-petitioner",
                "declaration-employer",
                "declaration-witness-1",
                "chronology",
            }
        else:
            assert (link.name, link.lands) == (link.name, expected[link.name])
    assert {link.name for link in packet.links} >= expected.keys()


def test_links_run_both_ways_between_paper_index_and_exhibit(packet: FinishedPdf) -> None:
    papers, index = packet.bookmarks[0].page, packet.page_of("INDEX")
    for label, first in first_pages(packet).items():
        there = {link.page for link in packet.links if link.name == f"exhibit {label}"}
        cover = {link.name.partition(".")[0] for link in packet.links if link.page == first - 1}
        back = {link.name for link in packet.links if link.page == first}

        assert index in there
        assert min(there) in range(papers, index)
        assert "chronology" in cover
        assert any(name.startswith("declaration-") for name in cover)
        assert back == {f"index {label}"}


def test_every_citation_names_the_page_where_the_exhibits_own_pages_begin(packet: FinishedPdf) -> None:
    index, chronology = packet.page_of("INDEX"), packet.page_of("Chronology")
    declared = set(CITED.findall(" ".join(packet.flat[: chronology - 1])))
    in_chronology = set(CITED.findall(" ".join(packet.flat[chronology - 1 : index - 1])))
    everything = set(ranges(packet).items())

    assert declared == everything
    assert in_chronology == everything


def test_the_index_and_the_sheet_name_the_same_pages(folder: Path, packet: FinishedPdf) -> None:
    rows, said = rows_of(folder), ranges(packet)
    index = packet.flat[packet.page_of("INDEX") - 1]
    lines = [f"{row['label']} {row['description']} {row['date']} {said[row['label']]}" for row in rows]
    pages = {
        label: int(stamps(packet)[page].rpartition("/")[2]) for label, page in first_pages(packet).items()
    }

    assert index.partition(" Page ")[2] == f"{' '.join(' '.join(lines).split())} {packet.page_of('INDEX')}"
    assert {row["label"]: int(row["first_page"]) for row in rows} == first_pages(packet)
    assert {row["label"]: int(row["pages"]) for row in rows} == pages


def test_every_paper_and_every_exhibit_has_a_bookmark_with_its_description(
    folder: Path, packet: FinishedPdf
) -> None:
    top = [bookmark for bookmark in packet.bookmarks if bookmark.level == 1]
    papers = [b for b in top if not b.title.startswith("Exhibit ")]
    covers = {row["label"]: int(row["first_page"]) - 1 for row in rows_of(folder)}

    assert [(b.title, b.page) for b in top[len(papers) :]] == [
        (f"Exhibit {row['label']}: {row['description']}", covers[row["label"]]) for row in rows_of(folder)
    ]
    assert [b.title.split()[0] for b in papers] == ["Declaration", "Declaration", "Chronology", "INDEX"]
    assert [b.title for b in papers if b.title not in packet.flat[b.page - 1]] == []
    assert [b for b in packet.bookmarks if b.level == 2 and b.title not in packet.flat[b.page - 1]] == []


def test_a_papers_own_file_is_its_pages_of_the_packet(folder: Path, packet: FinishedPdf) -> None:
    names = sorted(path.name for path in (folder / "papers").glob("*.pdf"))
    own = [name for name in names if name.startswith(("declaration", "chronology"))]
    assert len(own) == 3
    for name in own:
        found = read(folder / "papers" / name)
        pages = [int(label) for label in found.labels]

        assert pages == list(range(pages[0], pages[0] + len(pages)))
        assert found.texts == tuple(packet.texts[page - 1] for page in pages)
        assert found.links == ()


def test_the_enclosures_have_the_numbers_of_the_letter(dana: Path) -> None:
    enclosures = read(dana / "papers" / "enclosures.pdf")
    listed = [
        line.split()[0]
        for line in (dana / "papers" / "read-first.txt").read_text(encoding="utf-8").splitlines()
        if re.match(r" +[0-9]+  evidence/", line)
    ]
    begun = [stamp.split() for stamp in stamps(enclosures, "ENCLOSURE").values()]

    assert [label for label, part in begun if part.startswith("1/")] == listed
    assert {link.name for link in enclosures.links} >= {f"exhibit {label}" for label in listed}
    assert [link for link in enclosures.links if link.lands == 0] == []


def test_the_name_of_someone_who_declined_is_in_no_file_of_the_set(brightline: Path) -> None:
    case = load(brightline / "case.yaml", Case).value
    (employee,) = case.employees
    words = [*(employee.name or "").split(), *(text for text in employee.reveals)]
    found = []
    for path in sorted((brightline / "papers").rglob("*")):
        if path.is_dir():
            continue
        texts = [path.read_bytes().decode("latin-1"), path.name]
        if path.suffix == ".pdf":
            pdf = read(path)
            texts += [*pdf.texts, *(b.title for b in pdf.bookmarks), pdf.title]
        if path.suffix == ".docx":
            with ZipFile(path) as letter:
                texts += [letter.read(name).decode("utf-8", "replace") for name in letter.namelist()]
        text = " ".join(" ".join(texts).split()).casefold()
        found += [(path.name, word) for word in words if word.casefold() in text]

    assert len(words) >= 7
    assert found == []


def test_nothing_is_bound_where_no_folder_is_given(dana: Path) -> None:
    prepared = prepare(Job(dana, AS_OF))

    assert prepared.filing is not None
    assert (prepared.filing.packet, prepared.filing.enclosures) == (None, ())
