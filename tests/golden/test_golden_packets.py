"""The packets of the samples, line by line with every link; a change is read before it is accepted."""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from pipeline.packets import FinishedPdf, read, stamps

HERE = Path(__file__).parent
TEXTS = HERE / "packets"
FILES = {
    "dana-packet": ("dana", "packet.pdf"),
    "dana-enclosures": ("dana", "enclosures.pdf"),
    "dana-hearing-list": ("dana", "hearing/exhibit-list.pdf"),
    "brightline-packet": ("brightline", "packet.pdf"),
}

pytestmark = pytest.mark.golden

LINE_NUMBERS = re.compile("1\n2\n(?:[0-9]+\n)+28\n")
"""Of pleading paper, which come before all that stands on a page."""


def numbers(found: re.Match[str]) -> str:
    """Return the numbers of the lines of a page as one line."""
    return f"{' '.join(found[0].split())}\n"


def lines_of(found: FinishedPdf) -> Iterator[str]:
    """Yield a finished file as text: its bookmarks, then each page with its lines and its links."""
    evidence = stamps(found, "EXHIBIT|ENCLOSURE")
    yield f"{found.title} ({found.language})"
    for bookmark in found.bookmarks:
        yield f"{'  ' * bookmark.level}{bookmark.title} -> page {bookmark.page}"
    for number, (label, text) in enumerate(zip(found.labels, found.texts, strict=True), 1):
        yield f"=== page {number}, labelled {label}"
        # What evidence says comes in the pieces in which its own program set it.
        is_evidence = number in evidence
        yield from (
            textwrap.wrap(found.flat[number - 1], 110)
            if is_evidence
            else LINE_NUMBERS.sub(numbers, text).splitlines()
        )
        for link in dict.fromkeys(link for link in found.links if link.page == number):
            yield f"--> {link.name}: page {link.lands}"


@pytest.mark.parametrize("name", FILES)
def test_the_packet_reads_as_it_was_last_read_and_accepted(name: str, request: pytest.FixtureRequest) -> None:
    sample, file = FILES[name]
    folder = request.getfixturevalue(sample)
    expected = TEXTS / f"{name}.txt"
    actual = "".join(f"{line}\n" for line in lines_of(read(folder / "papers" / file)))
    if request.config.getoption("--update-golden"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(actual, encoding="utf-8")

    assert actual == expected.read_text(encoding="utf-8")
