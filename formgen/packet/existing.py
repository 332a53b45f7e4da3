"""What lies in the output folder before a run: formgen's own papers, and what is somebody's."""

import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from formgen.errors import OutputError, Problem
from formgen.packet.manifest import MANIFEST_NAME, FileDigest, Manifest
from formgen.packet.trouble import one_each, told_plainly

_MOST_MANIFEST = 16_000_000

_DESKTOP_NOTES = frozenset({".DS_Store", "Thumbs.db"})
"""What Finder and Explorer leave in a folder that was looked at: nobody made it, nobody misses it."""

_FIX = "Move it elsewhere, or add --replace to have it set aside; then run the command again."
_CHANGED = Problem(
    code="changed-by-hand",
    what="This paper was changed after formgen made it, so it is not written over.",
    fix=_FIX,
)
_FOREIGN = Problem(code="not-made-here", what="formgen did not make this, so it is left alone.", fix=_FIX)


@dataclass(frozen=True, slots=True)
class Existing:
    """What is in the output folder; file names are relative to it, folders end in `/`."""

    target: Path
    manifest: Manifest | None = None
    unchanged: tuple[FileDigest, ...] = ()
    """Papers of the last run, as it left them."""

    housekeeping: tuple[FileDigest, ...] = ()
    """The manifest itself, and what the desktop left: gone without a word in the next run."""

    changed: tuple[str, ...] = ()
    """Papers of the last run that were changed since: edited, signed, scanned over."""

    foreign: tuple[str, ...] = ()
    """What formgen did not make."""


def inspect_target(target: Path) -> Existing:
    """Look at what is in the output folder; nothing is changed.

    Raises:
        OutputError: The folder cannot be read.
    """
    with told_plainly(target.name):
        if not target.is_dir():
            return Existing(target)
        manifest, digest = _read_manifest(target)
        made = {file.path: file for file in manifest.outputs} if manifest else {}
        unchanged, housekeeping, changed, foreign = [], [], [], []
        for name in files_in(target, inside=folders_of(made)):
            if name == MANIFEST_NAME and digest is not None:
                housekeeping.append(digest)
            elif name in made:
                if is_as_recorded(target, made[name]):
                    unchanged.append(made[name])
                else:
                    changed.append(name)
            elif name in _DESKTOP_NOTES and (note := _digest(target, name)) is not None:
                housekeeping.append(note)
            else:
                foreign.append(name)
    return Existing(
        target,
        manifest,
        tuple(unchanged),
        tuple(housekeeping),
        changed=tuple(changed),
        foreign=tuple(foreign),
    )


def refuse_what_is_not_ours(existing: Existing, *, replace: bool, also: Iterable[Problem] = ()) -> None:
    """Stop the run if the folder holds anything that a new set would push out.

    Args:
        existing: What the folder holds.
        replace: The person asked for such things to be moved aside.
        also: What to say besides, if the run stops.

    Raises:
        OutputError: A problem for every file that is in the way.
    """
    folder = existing.target.name
    if replace or not (existing.changed or existing.foreign):
        return
    raise OutputError(
        [
            *one_each(existing.changed, _CHANGED, folder=folder),
            *one_each(existing.foreign, _FOREIGN, folder=folder),
            *also,
        ]
    )


def files_in(folder: Path, *, inside: Collection[str] | None = None, prefix: str = "") -> Iterator[str]:
    """Yield the name of everything in *folder*, in order; a folder that is not looked into ends in `/`.

    Args:
        folder: The folder to list; links in it are never followed.
        inside: The folders to look into; without it, all that hold anything.
        prefix: What to put before each name.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if not entry.is_dir(follow_symlinks=False):
            yield name
        elif inside is None:
            deeper = list(files_in(Path(entry.path), prefix=f"{name}/"))
            yield from deeper or [f"{name}/"]
        elif name in inside:
            yield from files_in(Path(entry.path), inside=inside, prefix=f"{name}/")
        else:
            yield f"{name}/"


def folders_of(names: Iterable[str]) -> set[str]:
    """Return the folders that the named files lie in."""
    return {str(parent) for name in names for parent in PurePosixPath(name).parents if parent.name}


def is_as_recorded(folder: Path, file: FileDigest) -> bool:
    """Tell whether *file* is still in *folder*, byte for byte as it was recorded."""
    return _digest(folder, file.path) == file


def _digest(folder: Path, name: str) -> FileDigest | None:
    """Return the digest of a plain file; nothing for a link, a folder, or no file at all."""
    path = folder / name
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
    return FileDigest(path=name, sha256=digest.hexdigest(), size=found.st_size)


def _read_manifest(target: Path) -> tuple[Manifest | None, FileDigest | None]:
    digest = _digest(target, MANIFEST_NAME)
    if digest is None or digest.size > _MOST_MANIFEST:
        return None, None
    data = (target / MANIFEST_NAME).read_bytes()
    manifest = Manifest.from_bytes(data)
    return (None, None) if manifest is None else (manifest, FileDigest.of(MANIFEST_NAME, data))
