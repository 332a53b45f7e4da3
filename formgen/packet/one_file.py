"""Puts one finished PDF and its sheet where they were asked for: both or neither, nothing written over."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from formgen.packet.large_files import take_file, write_file
from formgen.packet.trouble import refusal, shown, told_plainly


def refuse_taken(targets: Mapping[str, Path], *, replace: bool) -> None:
    """Stop before any work where a file has the name already, two would, or the folder is not there.

    Raises:
        OutputError: For the first of *targets* that cannot be written.
    """
    wanted: set[Path] = set()
    for target in targets.values():
        if target.absolute() in wanted:
            raise refusal(
                "output-exists",
                "Two files were to be written under this name.",
                "Give the PDF a name that ends in .pdf; its sheet has the same one with .csv.",
                path=target.name,
            )
        wanted.add(target.absolute())
        if not target.absolute().parent.is_dir():
            raise refusal(
                "output-folder-missing",
                "The folder that should hold the file is not there.",
                "Make that folder first, or correct its name.",
                path=target.absolute().parent.name,
            )
        if target.is_dir():
            raise refusal(
                "output-is-a-folder",
                "This is a folder, and a file was to be written.",
                "Name a file in it, such as packet.pdf.",
                path=target.name,
            )
        if os.path.lexists(target) and not replace:
            raise refusal(
                "output-exists",
                "A file of this name is there already, and nothing is written over.",
                "Choose another name with -o, or add --replace to have it set aside.",
                path=target.name,
            )


def put_files(sources: Mapping[str, bytes | Path], targets: Mapping[str, Path]) -> tuple[str, ...]:
    """Put every file in its place, and return the names under which what was there was set aside.

    Args:
        sources: Bytes, or a finished file of the work folder, which is moved, by a name of your own.
        targets: Where each goes, by the same names.

    Raises:
        OutputError: The system refused it; then nothing has changed.
    """
    parts: dict[str, Path] = {}
    aside: list[tuple[Path, Path]] = []
    placed: list[Path] = []
    try:
        with told_plainly(next(iter(targets.values())).absolute().parent.name):
            for name, target in targets.items():
                parts[name] = _part_of(target)
                parts[name].unlink(missing_ok=True)
                source = sources[name]
                if isinstance(source, Path):
                    take_file(source, parts[name], name)
                else:
                    write_file(parts[name], source)
            for name, target in targets.items():
                if os.path.lexists(target):
                    moved = _free_name(target)
                    target.rename(moved)
                    aside.append((moved, target))
                parts[name].rename(target)
                placed.append(target)
    except BaseException:
        for target in placed:
            target.unlink(missing_ok=True)
        for moved, target in aside:
            moved.rename(target)
        for part in parts.values():
            with suppress(OSError):
                part.unlink()
        raise
    return tuple(shown(moved.name) for moved, _ in aside)


def _part_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.part")


def _free_name(target: Path) -> Path:
    number = 1
    while os.path.lexists(aside := target.with_name(f"{target.stem}.aside-{number}{target.suffix}")):
        number += 1
    return aside
