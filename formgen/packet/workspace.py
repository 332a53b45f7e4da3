"""The private folder beside the output folder, in which a set is made whole before it is shown."""

import errno
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pydantic import TypeAdapter, ValidationError

from formgen.packet.existing import folders_of
from formgen.packet.large_files import copy_file, take_file, write_file
from formgen.packet.manifest import MANIFEST_NAME, FileDigest

Content: TypeAlias = bytes | Path
"""What a new file holds: bytes, or a finished file in the run's work folder, which is taken from there."""

_SPENT_LIST: TypeAdapter[tuple[FileDigest, ...]] = TypeAdapter(tuple[FileDigest, ...])
_NO_SYNC = {errno.EINVAL, errno.ENOTSUP}


@dataclass(frozen=True, slots=True)
class Workspace:
    """The places that a run uses beside its output folder; what each name means when found there."""

    target: Path

    @property
    def root(self) -> Path:
        """The private folder itself."""
        return self.target.with_name(f".{self.target.name}.part")

    @property
    def new(self) -> Path:
        """The set being written. While it is here, it has not been swapped in."""
        return self.root / "new"

    @property
    def old(self) -> Path:
        """The set before, between the two renames of a swap."""
        return self.root / "old"

    @property
    def spent(self) -> Path:
        """The set before, once the new one is in place."""
        return self.root / "spent"

    @property
    def spent_list(self) -> Path:
        """Which files of the set before may be removed; all others are somebody's."""
        return self.root / "spent.json"

    def next_aside(self) -> Path:
        """Return the first free name for a folder of things moved aside."""
        number = 1
        while os.path.lexists(aside := self.target.with_name(f"{self.target.name}.aside-{number}")):
            number += 1
        return aside

    def write(self, files: Mapping[str, Content], kept: Collection[str] = ()) -> tuple[FileDigest, ...]:
        """Write the files of the new set, and wait until each is on the disk.

        Args:
            files: What to write, by name.
            kept: Names of files in the output folder that are copied as they are.

        Returns:
            The digest of each file, counted from what was written.

        Raises:
            OutputError: A finished file is not there any more, or something else has its name.
        """
        self.root.mkdir(0o700)
        self.new.mkdir(0o700)
        for folder in sorted(folders_of((*kept, *files))):
            (self.new / folder).mkdir(0o700)
        copied = [copy_file(self.target / name, self.new / name, name) for name in kept]
        written = [self._write_one(name, content) for name, content in files.items()]
        return (*copied, *written)

    def complete(self, manifest: bytes, spent: Sequence[FileDigest]) -> None:
        """Add the manifest and what may be removed of the set before; now all of it outlasts a power cut."""
        write_file(self.new / MANIFEST_NAME, manifest)
        for folder in sorted(self.new.iterdir()):
            if folder.is_dir():
                sync_folder(folder)
        sync_folder(self.new)
        write_file(self.spent_list, _SPENT_LIST.dump_json(tuple(spent)))
        sync_folder(self.root)

    def _write_one(self, name: str, content: Content) -> FileDigest:
        if isinstance(content, Path):
            return take_file(content, self.new / name, name)
        write_file(self.new / name, content)
        return FileDigest.of(name, content)

    def may_be_removed(self) -> dict[str, FileDigest]:
        """Return the files of the set before that may go, by name; none, if the list is not whole."""
        try:
            return {file.path: file for file in _SPENT_LIST.validate_json(self.spent_list.read_bytes())}
        except (FileNotFoundError, ValidationError):
            return {}


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system has such a thing."""
    if os.name == "nt":  # pragma: no cover - Windows opens no folders
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network disks cannot: the renames are still in the right order.
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)
