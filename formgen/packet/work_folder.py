"""A private folder for a run's prepared evidence and finished large files, cleared when the run ends."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from formgen.errors import OutputError, Problem, Severity
from formgen.packet.large_files import write_file
from formgen.packet.lock import only_run
from formgen.packet.target import real_target
from formgen.packet.trouble import refusal, shown, told_plainly

_SIGN = "made-by-formgen"
"""A file that says whose folder this is: without it, only an empty one is taken."""

_KEPT = "kept"
"""A file that says that the folder stays after the run."""

_FILES = frozenset({_SIGN, _KEPT})
_FOLDERS = frozenset({"cache", "out"})
_TEMPORARY = "formgen-"


@dataclass(frozen=True, slots=True)
class WorkFolder:
    """The places in which a run prepares what it puts into its papers."""

    path: Path
    was_there: bool = False
    """Whether an earlier run kept it, so that what it prepared can be used again."""

    warnings: list[Problem] = field(default_factory=list)
    """Filled when the folder is let go of: what of it could not be cleared away."""

    @property
    def cache(self) -> Path:
        """Prepared evidence, named by digests; a later run uses it again if the folder is kept."""
        return self.path / "cache"

    @property
    def out(self) -> Path:
        """Finished large files, to be moved into the set; emptied at the end in any case."""
        return self.path / "out"


@contextmanager
def work_folder(target: Path, *, keep: bool = False) -> Iterator[WorkFolder]:
    """Hold the hidden work folder beside an output folder while the block lasts.

    It is removed at the end, unless it is to be kept or an earlier run kept
    it.  What a cut run left there is cleared first.

    Args:
        target: The output folder; it need not be there, its parent must.
        keep: Leave the folder there for the next run.

    Yields:
        The folder, for its owner's eyes.

    Raises:
        OutputError: It cannot be made, another run has it, or something of somebody's has its name.
    """
    real = real_target(target)
    path = real.with_name(f".{real.name}.work")
    with only_run(real.with_name(f"{real.name}.work")):
        with told_plainly(path.name):
            was_there = _opened(path)
        folder = WorkFolder(path, was_there)
        try:
            yield folder
        finally:
            _let_go(folder, keep=keep or was_there)


@contextmanager
def scratch_folder() -> Iterator[WorkFolder]:
    """Hold a private folder among the system's temporary ones while the block lasts; nothing of it stays.

    Raises:
        OutputError: The system allows no temporary folder.
    """
    with told_plainly("the folder for temporary files"):
        path = Path(tempfile.mkdtemp(prefix=_TEMPORARY))
    folder = WorkFolder(path)
    try:
        with told_plainly("the folder for temporary files"):
            _furnish(path)
        yield folder
    finally:
        _let_go(folder, keep=False)


def _opened(path: Path) -> bool:
    """Make the folder, or take over the one that is there; tell whether an earlier run kept it."""
    is_kept = False
    if os.path.lexists(path):
        _refuse_strangers(path)
        is_kept = (path / _KEPT).exists()
        if not is_kept:
            _remove(path)
    if is_kept:
        path.chmod(0o700)
        _empty(path / "out")
    else:
        path.mkdir(0o700)
        write_file(path / _SIGN, b"")
    _furnish(path)
    return is_kept


def _furnish(path: Path) -> None:
    for name in sorted(_FOLDERS):
        (path / name).mkdir(0o700, exist_ok=True)


def _refuse_strangers(path: Path) -> None:
    """Stop before anything is used or removed that formgen did not make.

    Raises:
        OutputError: A file, a link, another user's folder or one with other things in it has the name.
    """
    if path.is_symlink() or not path.is_dir() or _is_anothers(path):
        raise _taken(path)
    with os.scandir(path) as entries:
        found = list(entries)
    ours = all(
        entry.name in (_FOLDERS if entry.is_dir(follow_symlinks=False) else _FILES) and not entry.is_symlink()
        for entry in found
    )
    if not ours or (found and _SIGN not in {entry.name for entry in found}):
        raise _taken(path)


def _is_anothers(path: Path) -> bool:
    # What another user has prepared is not to come into these papers.
    if os.name == "nt":  # pragma: no cover - Windows has no such numbers
        return False
    return path.stat().st_uid != os.geteuid()


def _taken(path: Path) -> OutputError:
    return refusal(
        "name-taken",
        "formgen needs this name for a moment, and something of yours has it.",
        "Give it another name or move it elsewhere, and run the command again.",
        path=path.name,
    )


def _let_go(folder: WorkFolder, *, keep: bool) -> None:
    """Empty the folder, or take it away; what cannot be cleared is told, since the papers are finished."""
    path = folder.path
    try:
        if not keep:
            _remove(path)
        else:
            _empty(path / "out")
            if not (path / _KEPT).exists():
                write_file(path / _KEPT, b"")
    except OSError:
        folder.warnings.append(_not_cleared(path))


def _remove(path: Path) -> None:
    # The sign goes last: cut anywhere, the rest is still known to be formgen's.
    for name in sorted(_FOLDERS):
        _empty(path / name)
    for name in (_KEPT, _SIGN):
        (path / name).unlink(missing_ok=True)
    path.rmdir()


def _empty(folder: Path) -> None:
    # Removing follows no link, neither the folder's own nor one in it.
    if os.path.lexists(folder):
        shutil.rmtree(folder)


def _not_cleared(path: Path) -> Problem:
    return Problem(
        code="work-not-cleared",
        what="The work folder holds copies of the evidence and could not be cleared away.",
        fix="Close any file of it that is open in another program, and delete the folder yourself.",
        path=shown(path.name),
        severity=Severity.WARNING,
    )
