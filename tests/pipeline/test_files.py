"""Files with exhibits are drawn, put together, read back and searched before they count."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from pipeline.packets import NOTE, packet_case, stopped

from formgen.errors import ReadbackError
from formgen.packet.assemble import Placement, assemble
from formgen.pipeline.files import FileMaker
from formgen.pipeline.private import PrivateSearch

pytestmark = pytest.mark.usefixtures("in_process")


@pytest.fixture
def without_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every file lose its last page after it was put together."""

    def losing(drawn: bytes, placements: Sequence[Placement], out: Path) -> None:
        assemble(drawn, placements, out)
        with pikepdf.open(out, allow_overwriting_input=True) as pdf:
            del pdf.pages[-1]
            pdf.save(out)

    monkeypatch.setattr("formgen.pipeline.files.assemble", losing)


def test_a_file_that_lost_a_page_is_not_published(without_a_page: None, tmp_path: Path) -> None:
    found = stopped(packet_case(tmp_path, {"note.txt": NOTE}), by=ReadbackError)

    assert ("packet-pages", "packet.pdf") in found


def test_a_file_without_its_bookmarks_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def losing(drawn: bytes, placements: Sequence[Placement], out: Path) -> None:
        assemble(drawn, placements, out)
        with pikepdf.open(out, allow_overwriting_input=True) as pdf:
            del pdf.Root.Outlines
            pdf.save(out)

    monkeypatch.setattr("formgen.pipeline.files.assemble", losing)
    found = stopped(packet_case(tmp_path, {"note.txt": NOTE}), by=ReadbackError)

    assert {code for code, _ in found} == {"packet-bookmarks"}


def test_a_file_whose_labels_do_not_begin_at_its_first_number_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shifting(drawn: bytes, placements: Sequence[Placement], out: Path) -> None:
        assemble(drawn, placements, out)
        with pikepdf.open(out, allow_overwriting_input=True) as pdf:
            pdf.Root.PageLabels = pikepdf.Dictionary(
                Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D, St=2)])
            )
            pdf.save(out)

    monkeypatch.setattr("formgen.pipeline.files.assemble", shifting)
    found = stopped(packet_case(tmp_path, {"note.txt": NOTE}), by=ReadbackError)

    assert {code for code, _ in found} == {"packet-labels"}


def test_files_that_are_discarded_are_deleted_and_nothing_is_known_of_them(tmp_path: Path) -> None:
    maker = FileMaker(tmp_path, PrivateSearch({}))
    (tmp_path / "packet.pdf").write_bytes(b"%PDF-1.7")
    maker.files["packet.pdf"] = tmp_path / "packet.pdf"
    maker.found["packet.pdf"] = ()
    maker.discard(["packet.pdf"])

    assert (maker.files, maker.found) == ({}, {})
    assert list(tmp_path.iterdir()) == []
