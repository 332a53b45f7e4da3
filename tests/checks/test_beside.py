"""The second process that looks at finished packets, and this one where there is no other."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from checks.volumes import NAME, TITLE, Bound

from formgen.checks.beside import WORTH_IT, Beside, GoneError, beside
from formgen.checks.packet_looks import looks_alike
from formgen.checks.packet_made import made_problems
from formgen.checks.packet_pages import pages_of_volume
from formgen.checks.pdf_text import NotAPdfError
from formgen.packet.binding import Volume
from formgen.pipeline.second_look import SecondLook

LANGUAGE = "en-US"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Beside]:
    process = Beside(tmp_path)
    yield process
    process.close()


def made_of(packet: Bound, volume: Volume, other: Beside, title: str = TITLE) -> list[str]:
    """Return the codes of what the other process finds wrong with what a packet is made of."""
    found = SecondLook(volume, other).made_in(packet.path, NAME, title, LANGUAGE)
    assert found is not None
    return [each.code for each in found()]


def test_it_finds_what_this_process_finds(packet: Bound, other: Beside) -> None:
    here, there = SecondLook(packet.volume, None), SecondLook(packet.volume, other)
    files = {page.placement.file for page in packet.volume.bound}
    laid = tuple(pages_of_volume(packet.volume))
    made = there.made_in(packet.path, NAME, "Another title", LANGUAGE)

    assert [there.covered_in(file) for file in files] == [here.covered_in(file) for file in files]
    assert looks_alike(packet.path, packet.volume, there.unlike_in(packet.path)) == []
    assert made is not None
    assert made() == made_problems(packet.path, laid, NAME, title="Another title", language=LANGUAGE) != []
    assert made_of(packet, packet.volume, other) == []


def test_evidence_that_is_another_is_told_from_there(packet: Bound, other: Beside) -> None:
    bound = (replace(packet.volume.bound[0], digest="0" * 64), *packet.volume.bound[1:])

    assert made_of(packet, replace(packet.volume, bound=bound), other) == ["packet-content"]


def test_a_page_that_looks_otherwise_is_told_from_there(packet: Bound, other: Beside) -> None:
    path = packet.path.with_name("redrawn.pdf")
    with pikepdf.open(packet.path) as pdf:
        pdf.pages[6].Resources.XObject["/Exhibit"].write(b"0 g 100 300 200 100 re f")
        pdf.save(path)
    unlike = SecondLook(packet.volume, other).unlike_in(path)

    assert [each.code for each in looks_alike(path, packet.volume, unlike)] == ["packet-looks"]


@pytest.mark.parametrize(("what", "about"), [("covered", [1]), ("made", [NAME, TITLE, LANGUAGE, []])])
def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, other: Beside, what: str, about: list[object]
) -> None:
    (tmp_path / "no.pdf").write_bytes(b"no PDF")

    with pytest.raises(NotAPdfError):
        other.ask(what, tmp_path / "no.pdf", about)()


def test_once_it_has_died_this_process_looks_itself(packet: Bound, other: Beside) -> None:
    other.close()
    other = Beside(packet.path.parent)
    with pytest.raises(GoneError):
        other.ask("nothing of the kind", packet.path, [])()
    look = SecondLook(packet.volume, other)

    assert look.covered_in(packet.volume.bound[0].placement.file) == []
    assert look.unlike_in(packet.path)() == []
    assert made_of(packet, packet.volume, other) == []
    other.close()


def test_it_is_started_only_where_it_is_worth_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with beside(tmp_path, pages=WORTH_IT - 1) as few, beside(tmp_path, pages=WORTH_IT) as many:
        assert few is None
        assert many is not None
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with beside(tmp_path, pages=WORTH_IT) as alone:
        assert alone is None
