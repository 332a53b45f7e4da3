"""The second process of `beside`: it reads a line of JSON for each question, and answers with one."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from formgen.checks.covered_text import covered_text
from formgen.checks.page_looks import Look, unlike
from formgen.checks.pdf_text import NotAPdfError


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
        return _LOOKING[what](Path(os.fsdecode(file.encode("utf-8", "surrogateescape"))), about)
    except NotAPdfError:
        return None


def _covered(file: Path, pages: Sequence[int]) -> list[Any]:
    return [(found.page, found.characters) for found in covered_text(file, pages)]


def _unlike(file: Path, looks: Sequence[Sequence[Any]]) -> list[Any]:
    return unlike(file, [Look(*each) for each in looks])


_LOOKING: dict[str, Callable[[Path, Sequence[Any]], list[Any]]] = {"covered": _covered, "unlike": _unlike}

if __name__ == "__main__":
    main()
