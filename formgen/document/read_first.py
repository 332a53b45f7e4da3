"""What is said to whoever opens a folder of papers: `read-first.txt`."""

from collections.abc import Mapping

from formgen.facts.exhibits import Enclosure
from formgen.facts.facts import Facts

READ_FIRST = "read-first.txt"
ENCLOSURES = "{enclosures}"
"""Where the catalog's text has the list of what to enclose."""


def read_first(facts: Facts, enclosed: Mapping[str, tuple[Enclosure, ...]]) -> str:
    """Return the catalog's text with the files to enclose, by their numbers in each letter.

    Args:
        facts: The case under its law.
        enclosed: What each letter encloses, by the letter's file name.
    """
    lines = []
    for name, items in enclosed.items():
        lines.append(f"  {name}" + ("" if items else ": nothing"))
        lines += [f"    {item.number:>3}  {item.evidence.file or '(no file named yet)'}" for item in items]
    return facts.jurisdiction.read_first.replace(ENCLOSURES, "\n".join(lines))
