"""One run at a time for a folder of papers."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from formgen.errors import OutputError
from formgen.packet.trouble import refusal, told_plainly

_TRIES = 10


@contextmanager
def only_run(target: Path) -> Iterator[None]:
    """Keep every other run out of *target* while the block lasts.

    The system lets go of the lock when a run is killed, so an old lock file
    never blocks anybody.

    Raises:
        OutputError: Another run has the folder, or no file can be made beside it.
    """
    path = target.with_name(f".{target.name}.lock")
    with told_plainly(target.name):
        descriptor = _acquire(path, target.name)
    try:
        yield
    finally:
        _release(descriptor, path)


def _acquire(path: Path, folder: str) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    for _ in range(_TRIES):
        descriptor = os.open(path, flags, 0o600)
        try:
            _lock_at_once(descriptor, folder)
            _refuse_what_is_not_a_lock(descriptor, path)
            if _is_still(descriptor, path):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        # The run that had the lock removed the file between our opening it and
        # locking it: what we hold keeps nobody out.
        os.close(descriptor)
    raise _in_use(folder)


def _lock_at_once(descriptor: int, folder: str) -> None:
    if not _lock(descriptor):
        raise _in_use(folder)


def _in_use(folder: str) -> OutputError:
    return refusal(
        "output-in-use",
        "Another run is writing to this folder.",
        "Close the other run, or wait until it is done; then run the command again.",
        path=folder,
    )


def _refuse_what_is_not_a_lock(descriptor: int, path: Path) -> None:
    # It would be removed at the end of the run.
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_size:
        raise refusal(
            "name-taken",
            "formgen needs this name for a moment, and something of yours has it.",
            "Give it another name or move it elsewhere, and run the command again.",
            path=path.name,
        )


if sys.platform == "win32":  # pragma: no cover - the other branch is the one that the tests run
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _is_still(descriptor: int, path: Path) -> bool:  # noqa: ARG001 - same signature as below
        # Windows removes no file that is open.
        return True

    def _release(descriptor: int, path: Path) -> None:
        # Closed first, because Windows removes no file that is open; then, if
        # another run has opened it meanwhile, the removal is refused, rightly.
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _is_still(descriptor: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), os.lstat(path))
        except FileNotFoundError:
            return False

    def _release(descriptor: int, path: Path) -> None:
        # Removed while it is held: whoever opened it before finds, once they
        # have locked it, that the path is no longer theirs.
        try:
            with suppress(OSError):
                path.unlink()
        finally:
            os.close(descriptor)
