"""The manifest says what was made from what, and of each exhibit what was done to its copy."""

import hashlib
import json
from io import BytesIO
from pathlib import Path

import pytest
from exhibit.pdf_files import add_page, save
from pikepdf import Dictionary, Name, Pdf, String
from PIL import Image
from pipeline.packets import NOTE, packet_case, read, stamps

from formgen.pipeline import make

pytestmark = pytest.mark.usefixtures("in_process")


def manifest_in(papers: Path) -> dict[str, list[dict[str, object]]]:
    """Return the manifest in a folder of papers."""
    manifest = json.loads((papers / "manifest.json").read_bytes())
    assert isinstance(manifest, dict)
    return manifest


def photograph() -> bytes:
    """Return a JPEG that says where it was taken, and has a comment."""
    exif = Image.Exif()
    exif[0x0110] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(out, "JPEG", exif=exif, comment=b"at home")
    return out.getvalue()


def form_with_script(folder: Path) -> bytes:
    """Return a PDF with a script that runs when it is opened, and a file attached."""
    pdf = Pdf.new()
    add_page(pdf)
    pdf.Root["/OpenAction"] = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.attachments["hidden.txt"] = b"hidden"
    file = save(pdf, folder, "made.pdf")
    content = file.read_bytes()
    file.unlink()
    return content


def test_each_exhibit_is_recorded_with_its_pages_its_digest_and_what_was_done(tmp_path: Path) -> None:
    files = {"photo.jpg": photograph(), "form.pdf": form_with_script(tmp_path), "note.txt": NOTE.encode()}
    job = packet_case(tmp_path, {**files, "sound.ogg": b"OggS" + bytes(60)}, {"sound.ogg": {"lodged": "yes"}})
    make(job, tmp_path / "papers")
    records = manifest_in(tmp_path / "papers")["exhibits"]
    begun = {
        stamp.split()[0]: page for page, stamp in stamps(read(tmp_path / "papers" / "packet.pdf")).items()
    }

    assert [
        (each["label"], each["path"], each["file"], each["pages"], each["volume"]) for each in records
    ] == [
        ("A", "evidence[1]", "evidence/photo.jpg", 1, 1),
        ("B", "evidence[2]", "evidence/form.pdf", 1, 1),
        ("C", "evidence[3]", "evidence/note.txt", 1, 1),
        ("D", "evidence[4]", "evidence/sound.ogg", 1, 1),
    ]
    assert {each["label"]: each["first_page"] for each in records} == begun
    assert [each["sha256"] for each in records[:3]] == [
        hashlib.sha256(content).hexdigest() for content in files.values()
    ]
    done = {str(each["label"]): each["done"] for each in records}
    assert done == {
        "A": ["camera-data-left-out", "comment-left-out", "location-left-out"],
        "B": ["attached-files-left-out", "scripts-left-out"],
        "C": [],
        "D": ["lodged"],
    }


def test_inputs_are_the_case_and_all_evidence_with_digest_and_size(dana: Path) -> None:
    manifest = manifest_in(dana / "papers")
    evidence = sorted((dana / "evidence").iterdir())

    assert {entry["path"]: (entry["sha256"], entry["size"]) for entry in manifest["inputs"][1:]} == {
        f"evidence/{path.name}": (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size)
        for path in evidence
    }
    assert manifest["inputs"][0]["path"] == "case.yaml"


def test_the_sheet_that_was_served_is_an_input_too(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE}, exhibits={"served": "served.csv"})
    (tmp_path / "served.csv").write_text("label,file,sha256\r\nC,evidence/note.txt,\r\n", encoding="utf-8")
    make(job, tmp_path / "papers")

    assert [entry["path"] for entry in manifest_in(tmp_path / "papers")["inputs"]] == [
        "case.json",
        "evidence/note.txt",
        "served.csv",
    ]
    assert list(stamps(read(tmp_path / "papers" / "packet.pdf")).values()) == ["C 1/1"]


def test_outputs_have_the_digests_of_the_files_beside(dana: Path) -> None:
    papers = dana / "papers"
    outputs = manifest_in(papers)["outputs"]

    assert [each["path"] for each in outputs if not (papers / str(each["path"])).is_file()] == []
    assert [
        each["path"]
        for each in outputs
        if each["sha256"] != hashlib.sha256((papers / str(each["path"])).read_bytes()).hexdigest()
    ] == []


def test_the_manifest_holds_no_words_of_the_case(brightline: Path) -> None:
    text = (brightline / "papers" / "manifest.json").read_text(encoding="utf-8")

    assert [word for word in ("Reyes", "Voss", "Okafor", "Moreno", str(brightline)) if word in text] == []
