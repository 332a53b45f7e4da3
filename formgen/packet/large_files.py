"""Files moved and copied into a set without being held in memory, however large they are."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from formgen.errors import OutputError
from formgen.packet.manifest import FileDigest
from formgen.packet.trouble import refusal

READ_AT_ONCE = 1 << 20
"""Bytes."""

_PRIVATE = 0o600
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_NOT_A_FILE = {errno.ELOOP, errno.EMLINK, errno.ENOENT, errno.EISDIR, errno.ENXIO}
"""What systems answer when a link, a folder, a socket or nothing has the name of a file."""


def write_file(path: Path, data: bytes) -> None:
    """Write a new file for its owner's eyes, and wait until it is on the disk.

    Raises:
        OSError: The system refused it, or something has that name.
    """
    with _new_file(path) as descriptor:
        _write_all(descriptor, data)


def copy_file(source: Path, target: Path, name: str) -> FileDigest:
    """Copy a plain file, and return the digest of what was written, to be kept under *name*.

    Raises:
        OSError: The system refused it, or *source* is not a plain file.
    """
    # Not to wait for ever for what a pipe of that name never says.
    found = os.open(source, os.O_RDONLY | _NO_LINK | _NO_WAIT | _BINARY)
    try:
        if not stat.S_ISREG(os.fstat(found).st_mode) or source.is_symlink():
            raise OSError(errno.EINVAL, "not a plain file")
        digest, size = hashlib.sha256(), 0
        with _new_file(target) as descriptor:
            while block := os.read(found, READ_AT_ONCE):
                _write_all(descriptor, block)
                digest.update(block)
                size += len(block)
    finally:
        os.close(found)
    return FileDigest(path=name, sha256=digest.hexdigest(), size=size)


def take_file(source: Path, target: Path, name: str) -> FileDigest:
    """Move a finished file of the work folder into the set, and return its digest, to be kept under *name*.

    It is renamed where that can be done, and copied where the set is on another disk.

    Raises:
        OutputError: It is a link, a folder, gone, or was put there by somebody meanwhile.
        OSError: The system refused it.
    """
    descriptor = _open_finished(source)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or source.is_symlink():
            raise _replaced()
        counted = _digest_of(descriptor, name)
        os.fsync(descriptor)
    finally:
        # Windows renames no file that is open.
        os.close(descriptor)
    if stat.S_IMODE(found.st_mode) != _PRIVATE:
        source.chmod(_PRIVATE)
    if _is_renamed(source, target):
        is_the_same = os.path.samestat(target.lstat(), found)
    else:
        is_the_same = copy_file(source, target, name) == counted
    if not is_the_same:
        raise _replaced()
    return counted


def _open_finished(source: Path) -> int:
    try:
        return os.open(source, os.O_RDWR | _NO_LINK | _NO_WAIT | _BINARY)
    except OSError as error:
        if error.errno in _NOT_A_FILE:
            raise _replaced() from None
        raise


def _digest_of(descriptor: int, name: str) -> FileDigest:
    digest, size = hashlib.sha256(), 0
    while block := os.read(descriptor, READ_AT_ONCE):
        digest.update(block)
        size += len(block)
    return FileDigest(path=name, sha256=digest.hexdigest(), size=size)


def _is_renamed(source: Path, target: Path) -> bool:
    try:
        source.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return False
    return True


@contextmanager
def _new_file(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _PRIVATE)
    try:
        yield descriptor
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _replaced() -> OutputError:
    return refusal(
        "work-file-replaced",
        "A finished paper was taken away or replaced before it could be put into its folder.",
        "Let no other program change formgen's work folder, and run the command again.",
    )
