"""Putting a new set in the place of an old one by renames, and mending a swap that was cut.

What is in the private folder says how far a run came:

    target    old    new    spent    the run was cut            so now
    any       -      yes    -        while it wrote             the new set is cleared
    -         yes    yes    -        between the two renames    the old set is put back
    yes       yes    -      -        after the second           the old set is spent
    yes       -      -      yes      while it cleared           clearing goes on
    yes       yes    yes    -        between, and someone       the old set is moved aside
                                     made the folder anew

Every step leaves one of these rows, and no step removes what is not on the
list of spent files with the digest it has there.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from formgen.errors import Problem, Severity
from formgen.packet.existing import files_in, folders_of, is_as_recorded
from formgen.packet.trouble import one_each, refusal, shown
from formgen.packet.workspace import Workspace, sync_folder

_OUTDATED = Problem(
    code="outdated-paper-set-aside",
    what="This paper was not made again and may no longer fit the others, so it was moved aside.",
    fix="",
    severity=Severity.WARNING,
)
_MOVED = Problem(
    code="moved-aside",
    what="This was in the output folder and is not formgen's to throw away, so it was moved aside.",
    fix="",
    severity=Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Aside:
    """A folder beside the papers into which something was moved, and what."""

    folder: Path
    names: tuple[str, ...]

    def warnings(self, outdated: Iterable[str] = ()) -> list[Problem]:
        """Say what was moved aside, file by file.

        Args:
            outdated: Papers among them that were set aside because they no longer fit the others.
        """
        folder = self.folder.name
        fix = f"Look in {shown(folder)}. Delete that folder yourself once you do not need it."
        old = [name for name in self.names if name in set(outdated)]
        theirs = [name for name in self.names if name not in old]
        return [
            *one_each(old, replace(_OUTDATED, fix=fix), folder=folder),
            *one_each(theirs, replace(_MOVED, fix=fix), folder=folder),
        ]


def swap(space: Workspace) -> None:
    """Put the new set in the place of the old one; the caller mends if this is cut."""
    if os.path.lexists(space.target):
        space.target.rename(space.old)
    space.new.rename(space.target)


def mend(space: Workspace) -> list[Aside]:
    """Finish or undo whatever a run left in the private folder, and take the folder away.

    Returns:
        What was moved aside because it may not be removed.

    Raises:
        OutputError: Something there is not formgen's.
        OSError: The system refused a step; the next call goes on from there.
    """
    if not os.path.lexists(space.root):
        return []
    _refuse_strangers(space)
    aside = []
    if space.old.is_dir():
        if not os.path.lexists(space.target):
            space.old.rename(space.target)
        elif space.new.is_dir():
            aside.append(_move_aside(space, space.old))
        else:
            space.old.rename(space.spent)
    # The set that stays must be safe on the disk before the other one goes.
    sync_folder(space.target.parent)
    if space.spent.is_dir():
        _remove_spent(space)
        if next(files_in(space.spent), None) is None:
            space.spent.rmdir()
        else:
            aside.append(_move_aside(space, space.spent))
    if space.new.is_dir():
        shutil.rmtree(space.new)
    space.spent_list.unlink(missing_ok=True)
    space.root.rmdir()
    return aside


def _refuse_strangers(space: Workspace) -> None:
    folders = {space.new.name, space.old.name, space.spent.name}
    root = space.root
    if root.is_symlink() or not root.is_dir():
        strange = [""]
    else:
        strange = [
            name for name in files_in(root, inside=()) if name not in {f"{folder}/" for folder in folders}
        ]
    if strange not in ([], [space.spent_list.name]):
        raise refusal(
            "name-taken",
            "formgen needs this name for a moment, and something of yours has it.",
            "Give it another name or move it elsewhere, and run the command again.",
            path=root.name,
        )


def _remove_spent(space: Workspace) -> None:
    removable = space.may_be_removed()
    # Names come from walking the folder, which follows no link: nothing outside it can be meant.
    for name in list(files_in(space.spent)):
        if name in removable and is_as_recorded(space.spent, removable[name]):
            (space.spent / name).unlink()
    for name in sorted(folders_of(removable)):
        folder = space.spent / name
        if folder.is_dir() and not folder.is_symlink() and next(files_in(folder), None) is None:
            folder.rmdir()


def _move_aside(space: Workspace, folder: Path) -> Aside:
    names = tuple(files_in(folder))
    with suppress(PermissionError):
        # Somebody else's folder stays as private as they made it.
        folder.chmod(0o700)
    aside = space.next_aside()
    folder.rename(aside)
    sync_folder(aside.parent)
    return Aside(aside, names)
