"""Prepared files kept from run to run, so that unchanged evidence is not prepared twice.

The folder is safe to delete.  Its names are digests: they say nothing of what is in it.
"""

import contextlib
import dataclasses
import hashlib
import json
import os
import re
import secrets
import shutil
import time
from math import isfinite
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from formgen import __version__
from formgen.evidence.kinds import WRITTEN_KINDS
from formgen.exhibit.prepared import Converted
from formgen.exhibit.source import Limits, Source, WrittenWords

FORMAT = 1
"""Goes up when a prepared file of the same version of the program is to look different."""

DESK = ".part"
"""How the names end of what is not yet whole, and of the folders in which it is made."""

_LEFTOVER_SECONDS = 24 * 3600
_DIGEST = re.compile(r"[0-9a-f]{64}")
_READ_AT_ONCE = 1 << 20


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """A prepared file in the folder."""

    file: Path
    file_sha256: str
    converted: Converted


@dataclasses.dataclass(frozen=True, slots=True)
class _Record:
    """What is written beside a prepared file."""

    sha256: str
    """Of the source."""

    file_sha256: str
    converted: Converted


_RECORD = TypeAdapter(_Record)


def key_of(source: Source, limits: Limits, words: WrittenWords) -> str:
    """Return the name under which the pages of *source* are kept: a digest of all that they depend on.

    The password is no part of it.
    """
    told = [
        FORMAT,
        __version__,
        source.sha256.casefold(),
        source.kind,
        source.pages,
        limits.pixels,
        limits.pages,
        dataclasses.asdict(words) if source.kind in WRITTEN_KINDS else None,
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class Cache:
    """A folder of prepared files."""

    def __init__(self, folder: Path) -> None:
        """Make the folder, and clear what a run that was killed left in it.

        Raises:
            OSError: If it cannot be made.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder.resolve()
        self._of_this_run: list[Path] = []
        self._clear_leftovers()

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._folder

    def find(self, key: str, sha256: str) -> Kept | None:
        """Return what is kept under *key*, if it is whole and was made of the file with that digest."""
        file = self._folder / f"{key}.pdf"
        try:
            record = _RECORD.validate_json((self._folder / f"{key}.json").read_bytes(), strict=True)
            if record.sha256 != sha256.casefold() or not is_sound(record.converted):
                return None
            if digest_of(file) != record.file_sha256:
                return None
        except (OSError, ValidationError):
            return None
        return Kept(file, record.file_sha256, record.converted)

    def keep(self, key: str, sha256: str, file: Path, converted: Converted) -> Kept:
        """Move a file that is whole to its place, for this run and for later ones.

        Raises:
            OSError: If that cannot be done.
        """
        record = _Record(sha256.casefold(), digest_of(file), converted)
        told = json.dumps(dataclasses.asdict(record)).encode()
        beside = self._folder / f"{key}.{secrets.token_hex(4)}{DESK}"
        # First what is said of it: a PDF of which nothing is said is a leftover.
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(told)
        beside.replace(self._folder / f"{key}.json")
        return self._in_place(key, file, record.file_sha256, converted)

    def keep_for_this_run(self, file: Path, converted: Converted) -> Kept:
        """Move the readable copy of a locked file to its place, until `forget`.

        Raises:
            OSError: If that cannot be done.
        """
        kept = self._in_place(secrets.token_hex(32), file, digest_of(file), converted)
        self._of_this_run.append(kept.file)
        return kept

    def forget(self) -> None:
        """Delete the readable copies of locked files that this run made."""
        while self._of_this_run:
            with contextlib.suppress(OSError):
                self._of_this_run.pop().unlink()

    def _in_place(self, key: str, file: Path, digest: str, converted: Converted) -> Kept:
        file.chmod(0o600)
        return Kept(file.replace(self._folder / f"{key}.pdf"), digest, converted)

    def _clear_leftovers(self) -> None:
        now = time.time()
        for path in [*self._folder.glob(f"*{DESK}"), *self._folder.glob("*.pdf")]:
            is_known = path.suffix == ".pdf" and path.with_suffix(".json").exists()
            # What is new may belong to a run that goes on beside this one.
            with contextlib.suppress(OSError):
                if is_known or now - path.stat().st_mtime < _LEFTOVER_SECONDS:
                    continue
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file.

    Raises:
        OSError: If it cannot be read.
    """
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(_READ_AT_ONCE):
            digest.update(block)
    return digest.hexdigest()


def is_sound(converted: Converted) -> bool:
    """Tell whether what is said of a prepared file can be: pages of a size, and nothing beyond them."""
    count = len(converted.pages)
    return (
        0 < count <= converted.source_pages
        and all(
            0 < page.width < 1e6
            and 0 < page.height < 1e6
            and isfinite(page.width + page.height)
            and _DIGEST.fullmatch(page.digest)
            for page in converted.pages
        )
        and all(1 <= part.page <= count and part.level >= 0 for part in converted.parts)
        and all(done.count >= 1 and 1 <= (done.page or 1) <= count for done in converted.done)
    )
