"""Files bound into one PDF with no case: labels, the sheet, what is refused, what is left as it was."""

import csv
import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from exhibit.pdf_files import add_page
from pikepdf import Encryption, Pdf
from pipeline.packets import AS_OF, NOTE, ROOT, read, stamps, told, tree

from formgen.errors import CaseDataError, EvidenceError, FormgenError, OutputError, Problem, RenderError
from formgen.pipeline.bundle import Bundle, make_bundle
from formgen.pipeline.bundle_files import names_of

pytestmark = pytest.mark.usefixtures("in_process")

EVIDENCE = ROOT / "samples" / "dana" / "evidence"


def bundle_of(folder: Path, files: dict[str, str], **changes: object) -> Bundle:
    """Return files with these texts to be bound into `out/packet.pdf`."""
    (folder / "out").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    bundle = Bundle(tuple(folder / name for name in files), folder / "out" / "packet.pdf", as_of=AS_OF)
    return replace(bundle, **changes)  # type: ignore[arg-type]


def refused(bundle: Bundle, *, by: type[FormgenError]) -> Sequence[Problem]:
    """Return what stops *bundle*; nothing is left behind."""
    folder = bundle.out.parent.parent
    before = tree(folder)
    with pytest.raises(by) as caught:
        make_bundle(bundle)
    assert tree(folder) == before
    return caught.value.problems


def rows_of(sheet: Path) -> list[dict[str, str]]:
    """Return the rows of the sheet beside a bundle."""
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def write_rows(sheet: Path, rows: Sequence[dict[str, str]]) -> None:
    """Write a sheet as a spreadsheet saves it."""
    with sheet.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def mixed(in_process: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a bundle of six kinds of files."""
    folder = tmp_path_factory.mktemp("mixed")
    (folder / "out").mkdir()
    names = ["2026-03-24-call-log.pdf", "2026-04-14-photo.jpg", "2026-03-24-note.txt", "2026-03-05-email.eml"]
    names += ["2026-04-15-note.tiff", "2026-04-20-text-message.png"]
    made = make_bundle(
        Bundle(tuple(EVIDENCE / name for name in names), folder / "out" / "packet.pdf", as_of=AS_OF)
    )
    assert made.names == ("packet.pdf", "packet.csv")
    return folder


def test_files_of_six_kinds_are_labelled_in_their_order(mixed: Path) -> None:
    bundle = read(mixed / "out" / "packet.pdf")

    assert [stamp for _, stamp in sorted(stamps(bundle).items())] == [f"{label} 1/1" for label in "ABCDEF"]
    assert bundle.labels == bundle.printed == tuple(str(number) for number in range(1, 14))


def test_the_index_names_the_pages_and_links_to_them(mixed: Path) -> None:
    bundle = read(mixed / "out" / "packet.pdf")
    rows = rows_of(mixed / "out" / "packet.csv")
    lines = [f"{row['label']} {row['description']} {row['first_page']}" for row in rows]
    begun = {stamp.split()[0]: page for page, stamp in stamps(bundle).items()}

    assert bundle.flat[0].partition(" Page ")[2].replace("- ", "-") == f"{' '.join(lines)} 1"
    assert {link.name: link.lands for link in bundle.links if link.name.startswith("exhibit ")} == {
        f"exhibit {label}": page for label, page in begun.items()
    }
    assert {link.lands for link in bundle.links if link.name.startswith("index ")} == {1}


def test_bookmarks_have_label_and_description(mixed: Path) -> None:
    bundle = read(mixed / "out" / "packet.pdf")
    rows = rows_of(mixed / "out" / "packet.csv")

    assert [(each.title, each.page) for each in bundle.bookmarks if each.level == 1] == [
        ("INDEX OF EXHIBITS", 1),
        *((f"Exhibit {row['label']}: {row['description']}", int(row["first_page"]) - 1) for row in rows),
    ]


def test_nothing_else_stays_beside_the_bundle(mixed: Path) -> None:
    assert sorted(tree(mixed)) == ["out", "out/packet.csv", "out/packet.pdf"]


def test_labels_may_be_numbers(tmp_path: Path) -> None:
    make_bundle(bundle_of(tmp_path, {"one.txt": "One.", "two.txt": "Two."}, labels="numbers"))

    assert list(stamps(read(tmp_path / "out" / "packet.pdf")).values()) == ["1 1/1", "2 1/1"]


def test_its_own_sheet_can_be_filled_in_and_given_back(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One.", "two.txt": "Two."})
    make_bundle(bundle)
    rows = rows_of(tmp_path / "out" / "packet.csv")
    rows[0] |= {"description": 'note, "typed" – Nguyễn', "date": "March 24, 2026"}
    rows[1] |= {"label": "A-1"}
    write_rows(tmp_path / "titles.csv", rows)
    made = make_bundle(replace(bundle, titles=tmp_path / "titles.csv", replace=True))
    again = rows_of(tmp_path / "out" / "packet.csv")
    packet = read(tmp_path / "out" / "packet.pdf")

    assert made.aside == ("packet.aside-1.pdf", "packet.aside-1.csv")
    assert [(row["label"], row["description"], row["date"]) for row in again] == [
        ("A", 'note, "typed" – Nguyễn', "March 24, 2026"),
        ("A-1", "two.txt", ""),
    ]
    assert 'A note, "typed" – Nguyễn March 24, 2026 3 A-1 two.txt 5' in packet.flat[0]
    assert [each.title for each in packet.bookmarks][1:] == [
        'Exhibit A: note, "typed" – Nguyễn',
        "Exhibit A-1: two.txt",
    ]


def test_a_sheet_given_back_unchanged_gives_the_same_bundle(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One.", "two.txt": "Two."})
    make_bundle(bundle)
    shutil.copy(tmp_path / "out" / "packet.csv", tmp_path / "titles.csv")
    first = tree(tmp_path / "out")
    make_bundle(replace(bundle, titles=tmp_path / "titles.csv", replace=True))

    assert {name: tree(tmp_path / "out")[name] for name in first} == first


def test_a_row_for_a_file_that_is_not_given_is_told_with_its_place(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."}, titles=tmp_path / "titles.csv")
    write_rows(
        tmp_path / "titles.csv",
        [{"file": "one.txt", "description": "x"}, {"file": "two.txt", "description": "y"}],
    )
    (problem,) = refused(bundle, by=CaseDataError)

    assert problem.code == "sheet-file-not-given"
    assert problem.where is not None
    assert problem.where.line == 3


def test_a_row_that_could_be_for_either_of_two_files_is_refused(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "The first."}, titles=tmp_path / "titles.csv")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "one.txt").write_text("The second.", encoding="utf-8")
    write_rows(tmp_path / "titles.csv", [{"file": "one.txt", "description": "x"}])
    bundle = replace(bundle, files=(*bundle.files, tmp_path / "other" / "one.txt"))

    assert [each.code for each in refused(bundle, by=CaseDataError)] == ["sheet-file-not-given"]


def test_a_file_is_called_by_as_many_folders_as_tell_it_apart() -> None:
    files = [Path("a/x/one.jpg"), Path("b/x/one.jpg"), Path("b/y/one.jpg"), Path("b/two.jpg")]

    assert names_of(files) == ("a/x/one.jpg", "b/x/one.jpg", "y/one.jpg", "two.jpg")


def test_a_sheet_without_the_columns_it_needs_is_refused(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."}, titles=tmp_path / "titles.csv")
    (tmp_path / "titles.csv").write_text("file,other\none.txt,x\n", encoding="utf-8")

    assert [each.code for each in refused(bundle, by=CaseDataError)] == ["sheet-column-missing"]


def test_a_sheet_that_is_not_there_is_told(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."}, titles=tmp_path / "none.csv")

    assert [each.code for each in refused(bundle, by=CaseDataError)] == ["sheet-unreadable"]


def test_two_rows_with_one_label_are_refused(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One.", "two.txt": "Two."}, titles=tmp_path / "titles.csv")
    rows = [{"file": f"{name}.txt", "description": "x", "label": "C"} for name in ("one", "two")]
    write_rows(tmp_path / "titles.csv", rows)

    assert [each.code for each in refused(bundle, by=CaseDataError)] == ["sheet-label-twice"]


def test_a_fixed_label_is_not_given_to_another_file(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One.", "two.txt": "Two."}, titles=tmp_path / "titles.csv")
    write_rows(tmp_path / "titles.csv", [{"file": "two.txt", "description": "the second", "label": "A"}])
    make_bundle(bundle)

    assert [(row["label"], row["description"]) for row in rows_of(tmp_path / "out" / "packet.csv")] == [
        ("A", "the second"),
        ("B", "one.txt"),
    ]


def test_a_file_given_twice_is_refused(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."})
    found = refused(replace(bundle, files=(*bundle.files, *bundle.files)), by=EvidenceError)

    assert [(each.code, each.path) for each in found] == [("evidence-twice", "one.txt")]


def test_two_files_of_one_name_in_two_folders_are_both_bound(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "The first."})
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "one.txt").write_text("The second.", encoding="utf-8")
    make_bundle(replace(bundle, files=(*bundle.files, tmp_path / "other" / "one.txt")))
    packet = read(tmp_path / "out" / "packet.pdf")

    assert [packet.flat[page - 1].partition(".")[0] for page in stamps(packet)] == ["The first", "The second"]
    rows = rows_of(tmp_path / "out" / "packet.csv")
    assert [(row["label"], row["file"]) for row in rows] == [
        ("A", f"{tmp_path.name}/one.txt"),
        ("B", "other/one.txt"),
    ]


def test_a_sheet_with_two_files_of_one_name_can_be_given_back(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "The first."})
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "one.txt").write_text("The second.", encoding="utf-8")
    bundle = replace(bundle, files=(*bundle.files, tmp_path / "other" / "one.txt"))
    make_bundle(bundle)
    rows = rows_of(tmp_path / "out" / "packet.csv")
    rows[0]["description"], rows[1]["description"] = "first note", "second note"
    write_rows(tmp_path / "titles.csv", rows)
    make_bundle(replace(bundle, titles=tmp_path / "titles.csv", replace=True))

    assert [(row["label"], row["description"]) for row in rows_of(tmp_path / "out" / "packet.csv")] == [
        ("A", "first note"),
        ("B", "second note"),
    ]


def test_everything_wrong_with_the_files_is_told_together_by_their_names(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"good.txt": NOTE, "empty.txt": "", "damaged.pdf": "%PDF-1.7 nothing"})
    files = (*bundle.files, tmp_path / "gone.txt", tmp_path / "out")
    found = refused(replace(bundle, files=files), by=EvidenceError)

    assert [(each.code, each.path) for each in found] == [
        ("evidence-empty", "empty.txt"),
        ("evidence-missing", "gone.txt"),
        ("evidence-missing", "out"),
        ("evidence-damaged", "damaged.pdf"),
    ]


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."})
    (tmp_path / "out" / "packet.csv").write_text("mine", encoding="utf-8")

    assert [each.code for each in refused(bundle, by=OutputError)] == ["output-exists"]


def test_what_is_there_is_set_aside_if_that_is_asked_for(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."}, replace=True)
    (tmp_path / "out" / "packet.pdf").write_text("mine", encoding="utf-8")
    made = make_bundle(bundle)

    assert made.aside == ("packet.aside-1.pdf",)
    assert (tmp_path / "out" / "packet.aside-1.pdf").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "packet.aside-1.pdf",
        "packet.csv",
        "packet.pdf",
    ]


def test_a_pdf_with_the_name_of_its_sheet_is_refused(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."})
    bundle = replace(bundle, out=tmp_path / "out" / "packet.CSV")

    assert [each.code for each in refused(bundle, by=OutputError)] == ["output-not-a-pdf"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."})
    bundle = replace(bundle, out=tmp_path / "none" / "packet.pdf")

    assert [each.code for each in refused(bundle, by=OutputError)] == ["output-folder-missing"]


def test_the_sheet_it_was_given_is_never_taken_for_the_one_it_writes(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."})
    write_rows(tmp_path / "out" / "packet.csv", [{"file": "one.txt", "description": "mine"}])
    bundle = replace(bundle, titles=tmp_path / "out" / "packet.csv", replace=True)
    made = make_bundle(bundle)

    assert made.aside == ("packet.aside-1.csv",)
    assert rows_of(tmp_path / "out" / "packet.csv")[0]["description"] == "mine"


@pytest.mark.parametrize("name", ["packet.pdf", "packet.csv"])
def test_a_file_that_is_to_be_bound_is_not_set_aside_for_it(name: str, tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": "One."})
    (tmp_path / "out" / name).write_text("Two.", encoding="utf-8")
    again = replace(bundle, files=(*bundle.files, tmp_path / "out" / name), replace=True)

    assert [each.code for each in refused(again, by=OutputError)] == ["output-is-an-input"]


def test_a_file_may_have_an_emoji_in_its_name(tmp_path: Path) -> None:
    name = "photo \U0001f622 Nguyễn.txt"
    make_bundle(bundle_of(tmp_path, {name: NOTE}))

    assert rows_of(tmp_path / "out" / "packet.csv")[0]["file"] == name
    assert f"Exhibit A: {name}" in [each.title for each in read(tmp_path / "out" / "packet.pdf").bookmarks]


def test_a_name_that_no_typeface_can_print_is_told_by_its_file(tmp_path: Path) -> None:
    (problem,) = refused(bundle_of(tmp_path, {"note-\ue000.txt": NOTE}), by=RenderError)

    assert "U+E000" in problem.what
    assert problem.path == "note-\ue000.txt"


def test_private_numbers_stop_it_by_file_and_page_unless_accepted(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {"one.txt": NOTE, "two.txt": "SSN 219-09-4321"})
    (problem,) = refused(bundle, by=EvidenceError)
    made = make_bundle(replace(bundle, accept=("social-security-number",)))

    assert (problem.code, problem.path) == ("social-security-number", "two.txt")
    assert "on page 5 of packet.pdf (Exhibit B, page 1)" in problem.what
    assert "219" not in repr(problem)
    assert told(made.problems) == ["social-security-number"]


def test_a_locked_file_is_asked_for_by_its_name(tmp_path: Path) -> None:
    with Pdf.new() as pdf:
        add_page(pdf)
        pdf.save(tmp_path / "log.pdf", encryption=Encryption(owner="Lantern", user="Lantern"))
    bundle = bundle_of(tmp_path, {})
    bundle = replace(bundle, files=(tmp_path / "log.pdf",))
    (problem,) = refused(bundle, by=EvidenceError)
    asked: list[tuple[str, str]] = []

    def unlock(path: str, name: str) -> str:
        asked.append((path, name))
        return "Lantern"

    make_bundle(replace(bundle, unlock=unlock))

    assert (problem.code, problem.path) == ("evidence-locked", "log.pdf")
    assert asked == [("log.pdf", "log.pdf")]
    assert re.search(rb"Lantern", (tmp_path / "out" / "packet.pdf").read_bytes()) is None


def test_a_sound_cannot_be_bound_without_a_case(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, {})
    (tmp_path / "call.ogg").write_bytes(b"OggS" + bytes(60))
    found = refused(replace(bundle, files=(tmp_path / "call.ogg",)), by=EvidenceError)

    assert [(each.code, each.path) for each in found] == [("evidence-not-pages", "call.ogg")]
