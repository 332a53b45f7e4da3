"""Looks once at each file offered: is it there, inside the case folder, of what kind, with what digest."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from formgen.case.evidence import Evidence
from formgen.errors import Problem
from formgen.evidence.kinds import kind_of

READ_AT_ONCE = 1 << 20
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a file offered as evidence."""

    path: str
    """Its place in the case: `evidence[2]`."""

    file: str
    """Its path from the case folder on; for a file outside it, a name that stands for it."""

    kind: str
    """By its content, such as `PDF`; `unknown` if it is none that is recognised."""

    size: int
    """Bytes."""

    sha256: str
    on_disk: Path
    """Where it is, every link followed."""


def examine(
    evidence: Sequence[Evidence],
    folder: Path,
    *,
    case_file: Path | None = None,
    outside_allowed: bool = False,
) -> tuple[tuple[Examined, ...], tuple[Problem, ...]]:
    """Return what each file holds, and what is wrong with those that cannot be used.

    Args:
        evidence: The evidence of a case, in its order.
        folder: The folder of the case file; no path may lead out of it, unless the user says so.
        case_file: The case file itself, which is no evidence.
        outside_allowed: Whether the user says so: the case accepts `evidence-outside`.
    """
    found: list[Examined] = []
    problems: list[Problem] = []
    taken: dict[Path, list[str | None]] = {}
    for number, item in enumerate(evidence, 1):
        if not item.file:
            continue
        place = f"evidence[{number}]"
        result = _examine_one(item, folder, place, outside_allowed=outside_allowed)
        if isinstance(result, Problem):
            problems.append(result)
        elif case_file is not None and result.on_disk == case_file.resolve():
            problems.append(
                Problem(
                    code="evidence-is-case",
                    what="This is the case file itself.",
                    fix="Name a file that shows something.",
                    path=f"{place}.file",
                )
            )
        else:
            found.append(result)
            ranges = taken.setdefault(result.on_disk, [])
            if ranges and not _is_another_part(item.pages, ranges):
                problems.append(
                    Problem(
                        code="evidence-twice",
                        what="This file is already evidence under another id.",
                        fix="Keep one of the two, or give each its own `pages`.",
                        path=f"{place}.file",
                    )
                )
            ranges.append(item.pages)
    return tuple(found), tuple(problems)


def _is_another_part(pages: str | None, others: Sequence[str | None]) -> bool:
    """Tell whether *pages* asks for a part of a file, and each of the *others* for a different one."""
    part = _plain(pages)
    return bool(part) and all(_plain(other) not in {"", part} for other in others)


def _plain(pages: str | None) -> str:
    return "".join((pages or "").split())


def _state(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_ino, found.st_size, found.st_mtime_ns


def _examine_one(item: Evidence, folder: Path, place: str, *, outside_allowed: bool) -> Examined | Problem:
    name, recorded, home = item.file or "", item.sha256, folder.resolve()
    if Path(name).is_absolute() or "\\" in name or "\n" in name or "\t" in name:
        return Problem(
            code="evidence-path",
            what="This is not a path from the folder of the case.",
            fix="Write it from the case folder on, with / between its parts, such as evidence/email.eml.",
            path=f"{place}.file",
        )
    try:
        path = (home / name).resolve()
        is_inside = path.is_relative_to(home)
        if not is_inside and not outside_allowed:
            return Problem(
                code="evidence-outside",
                what="This file is outside the folder of the case.",
                fix="Copy the file into the case folder and write its path from there, or write "
                "`accept: [evidence-outside]` in the case.",
                path=f"{place}.file",
            )
        if not path.is_file():
            return Problem(
                code="evidence-missing",
                what="This file is not there." if not path.is_dir() else "This is a folder, not a file.",
                fix="Put the file in the case folder, or correct its path.",
                path=f"{place}.file",
            )
        digest = hashlib.sha256()
        head = b""
        size = 0
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            while block := stream.read(READ_AT_ONCE):
                head = head or block
                size += len(block)
                digest.update(block)
        is_changing = _state(before) != _state(path.stat()) or size != before.st_size
    except (OSError, ValueError, RuntimeError):  # RuntimeError: Python 3.11 and 3.12, on links in a circle
        return Problem(
            code="evidence-unreadable",
            what="This file cannot be read.",
            fix="Check that you may open it, and that its path is right.",
            path=f"{place}.file",
        )
    if is_changing:
        return Problem(
            code="evidence-changing",
            what="This file changed while it was being read.",
            fix="Wait until the program that writes it is done, then run this again.",
            path=f"{place}.file",
        )
    if size == 0:
        return Problem(
            code="evidence-empty",
            what="This file is empty.",
            fix="Put the whole file in its place.",
            path=f"{place}.file",
        )
    if recorded and recorded.casefold() != digest.hexdigest():
        return Problem(
            code="evidence-changed",
            what="This file is not the one that was recorded: its digest differs.",
            fix="Put the recorded file back, or remove `sha256` if the change was meant.",
            path=f"{place}.file",
        )
    # A manifest names no place outside the case folder.
    shown = path.relative_to(home).as_posix() if is_inside else f"outside/{place}"
    return Examined(place, shown, kind_of(head), size, digest.hexdigest(), path)
