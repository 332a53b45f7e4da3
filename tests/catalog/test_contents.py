"""The entries of a catalog, one after another."""

from collections.abc import Callable, Mapping
from pathlib import Path

from formgen.catalog.reading import read_contents


def test_entries_come_kind_by_kind_each_with_its_place(
    write_catalog: Callable[[Mapping[str, str]], Path],
    jurisdiction_yaml: str,
    texts: Mapping[str, Callable[..., str]],
) -> None:
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/law/statutes.yaml": "statutes:" + texts["statute"]("code-1"),
            "us-ca/law/elements.yaml": "elements:\n" + texts["element"](),
            "us-ca/letters/short/letter.yaml": texts["letter"](),
            "us-ca/letters/short/letter.docx": "x",
            "us-ca/packets/notice.yaml": texts["packet"]("short"),
        }
    )

    entries = list(read_contents("us-ca", [folder]).entries())

    assert [(kind, placed.id, placed.within) for kind, placed in entries] == [
        ("jurisdiction", "us-ca", ""),
        ("statute", "code-1", "statutes[1]"),
        ("element", "asked", "elements[1]"),
        ("packet", "notice", ""),
        ("letter", "short", ""),
    ]
    assert [placed.at("source").line for _, placed in entries if placed.id == "asked"] == [9]
