"""The second process of `beside`: it reads a line of JSON for each question, and answers with one."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from formgen.checks.covered_text import covered_text
from formgen.checks.packet_made import DAMAGED, MadePage, made_problems
from formgen.checks.page_looks import Look, unlike
from formgen.checks.pdf_text import NotAPdfError
from formgen.packet.assemble import Placement
from formgen.packet.bound_page import BoundPage


def main() -> None:
    """Answer until there is nothing more to read."""
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints is no answer.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    for line in sys.stdin.buffer:
        answers.write(json.dumps(answer_to(line)).encode() + b"\n")
        answers.flush()


def answer_to(line: bytes) -> list[Any] | None:
    """Return what was found; None if the file cannot be read."""
    what, file, about = json.loads(line)
    try:
        return _LOOKING[what](Path(file), about)
    except NotAPdfError:
        return None


def _covered(file: Path, pages: Sequence[int]) -> list[Any]:
    return [(found.page, found.characters) for found in covered_text(file, pages)]


def _unlike(file: Path, looks: Sequence[Sequence[Any]]) -> list[Any]:
    return unlike(file, [Look(*each) for each in looks])


def _made(file: Path, about: Sequence[Any]) -> list[Any]:
    name, title, language, pages = about
    laid = [MadePage(printed, band, _bound(bound)) for printed, band, bound in pages]
    try:
        found = made_problems(file, laid, name, title=title, language=language)
    except DAMAGED:
        raise NotAPdfError from None
    return [(each.code, each.what, each.path) for each in found]


def _bound(told: Sequence[Any] | None) -> BoundPage | None:
    if told is None:
        return None
    (page, file, *place), *rest = told
    return BoundPage(Placement(page, Path(file), *place), *rest)


_LOOKING: dict[str, Callable[[Path, Sequence[Any]], list[Any]]] = {
    "covered": _covered,
    "unlike": _unlike,
    "made": _made,
}

if __name__ == "__main__":
    main()
