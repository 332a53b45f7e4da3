"""Putting a finished set of papers into its folder: whole or not at all, nothing of anybody's lost.

In order: `publishing()` takes the folder for this run, mends what a cut run
left, and refuses what would be written over; the papers are made; `publish()`
writes them out of sight and swaps them in.  Large files are never held in
memory: those that are finished are moved, those that stay are copied.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from formgen.errors import OutputError, Problem, Severity
from formgen.packet.existing import Existing, inspect_target, refuse_what_is_not_ours
from formgen.packet.lock import only_run
from formgen.packet.manifest import MANIFEST_NAME, FileDigest, Manifest, is_neutral_name
from formgen.packet.plan import Plan, merged, plan_for
from formgen.packet.swap import Aside, mend, swap
from formgen.packet.target import real_target
from formgen.packet.trouble import shown, told_plainly
from formgen.packet.workspace import Content, Workspace


@dataclass(frozen=True, slots=True)
class Published:
    """What is in the output folder now, and what was moved aside."""

    folder: Path
    names: tuple[str, ...]
    """Every file of the set, the manifest included."""

    kept: tuple[str, ...]
    """Those of them that were there before and were not made again."""

    aside: tuple[Aside, ...]
    warnings: tuple[Problem, ...]
    """What to tell the person; what `Publication.warnings` held is not repeated."""


@dataclass(frozen=True, slots=True)
class Publication:
    """An output folder held by this run, into which one set of papers can be put."""

    space: Workspace
    existing: Existing
    replace: bool
    warnings: tuple[Problem, ...] = ()
    """What was moved aside while an earlier run's cut swap was mended."""

    def publish(self, files: Mapping[str, Content], manifest: Manifest, *, only: bool = False) -> Published:
        """Put the set into the folder.

        Args:
            files: The new files by name, without the manifest: their bytes, or where a finished file lies
                in the work folder of this run, from which it is taken away.
            manifest: What they were made from; the files' digests are filled in here.
            only: The run made some papers and leaves the others of the set as they are, if the case still is.

        Returns:
            What is in the folder now.

        Raises:
            OutputError: Nothing was changed, for the reasons given.
        """
        _check_names(files, manifest)
        space = self.space
        # Looked at again: somebody may have saved a letter while the papers were made.
        existing = inspect_target(space.target)
        refuse_what_is_not_ours(existing, replace=self.replace)
        plan = plan_for(existing, manifest, files, only=only)
        try:
            with told_plainly(space.target.name):
                outputs, aside, warnings = _put_in_place(space, existing, files, manifest, plan)
        except OutputError as error:
            raise OutputError([*error.problems, *_left_halfway(space)]) from error
        return Published(
            folder=space.target,
            names=tuple(sorted((*(file.path for file in outputs), MANIFEST_NAME))),
            kept=tuple(sorted(file.path for file in plan.kept if file.path not in files)),
            aside=tuple(aside),
            warnings=tuple(warnings),
        )


@contextmanager
def publishing(target: Path, *, replace: bool = False, inputs: Iterable[Path] = ()) -> Iterator[Publication]:
    """Hold the output folder for this run, in a state in which papers can be put into it.

    To be entered before any paper is made: what stops a run stops it early.

    Args:
        target: The output folder; it need not be there, its parent must.
        replace: Move aside what formgen did not make, instead of stopping.
        inputs: The files of the case, which must not lie in the output folder.

    Yields:
        The folder, ready.

    Raises:
        OutputError: The folder cannot be used, is in use, or holds what is not formgen's.
    """
    space = Workspace(real_target(target, inputs))
    with only_run(space.target):
        with told_plainly(space.target.name):
            warnings = [warning for aside in mend(space) for warning in aside.warnings()]
        existing = inspect_target(space.target)
        refuse_what_is_not_ours(existing, replace=replace, also=warnings)
        yield Publication(space, existing, replace, tuple(warnings))


def _put_in_place(
    space: Workspace, existing: Existing, files: Mapping[str, Content], manifest: Manifest, plan: Plan
) -> tuple[tuple[FileDigest, ...], list[Aside], list[Problem]]:
    kept = [file for file in plan.kept if file.path not in files]
    try:
        outputs = space.write(files, [file.path for file in kept])
        _refuse_what_changed_meanwhile(existing, kept, outputs)
        whole = merged(manifest, existing.manifest, plan, outputs)
        space.complete(whole.to_bytes(), plan.spent)
        swap(space)
        try:
            aside = mend(space)
        except OSError:
            return outputs, [], [_not_cleared(space)]
    except BaseException:
        # Also for Ctrl-C. What cannot be cleared now is cleared by the next run.
        with suppress(OSError, OutputError):
            mend(space)
        raise
    return outputs, aside, [warning for folder in aside for warning in folder.warnings(plan.outdated)]


def _left_halfway(space: Workspace) -> list[Problem]:
    if not space.old.is_dir():
        return []
    return [
        Problem(
            code="swap-was-cut",
            what="The papers of the last run are safe, but could not be put back in their folder.",
            fix="Run the command again: it puts them back first.",
            path=shown(f"{space.root.name}/{space.old.name}"),
        )
    ]


def _not_cleared(space: Workspace) -> Problem:
    return Problem(
        code="not-cleared",
        what="The new papers are in place, but what they replaced could not be cleared away.",
        fix="Close any of the old papers that are open in another program, and run the command again.",
        path=shown(space.root.name),
        severity=Severity.WARNING,
    )


def _refuse_what_changed_meanwhile(
    existing: Existing, kept: Sequence[FileDigest], written: Sequence[FileDigest]
) -> None:
    """Stop if a paper that stays was saved anew since the folder was looked at.

    Raises:
        OutputError: A problem for each such paper.
    """
    changed = tuple(file.path for file in kept if file not in written)
    refuse_what_is_not_ours(Existing(existing.target, changed=changed), replace=False)


def _check_names(files: Mapping[str, Content], manifest: Manifest) -> None:
    listed = {name for paper in manifest.papers for name in paper.files}
    if not all(is_neutral_name(name) and name != MANIFEST_NAME for name in files):
        raise ValueError("a paper's file name is not neutral")
    if not listed.issubset(files):
        raise ValueError("a paper lists a file that was not made")
