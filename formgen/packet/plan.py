"""What becomes of the old set when a new one takes its place: decided before anything is written."""

from collections.abc import Collection
from dataclasses import dataclass

from formgen.packet.existing import Existing
from formgen.packet.manifest import PACKET, FileDigest, Manifest, PaperRecord, same_inputs


@dataclass(frozen=True, slots=True)
class Plan:
    """What is carried over, what may be removed, and what is outdated but not thrown away."""

    kept_papers: tuple[PaperRecord, ...] = ()
    kept: tuple[FileDigest, ...] = ()
    """Files of the old set that go into the new one unchanged."""

    outdated: tuple[str, ...] = ()
    """Papers that the run was not to touch, of a case that has changed since: moved aside."""

    spent: tuple[FileDigest, ...] = ()
    """All that may be removed once the new set is in place; anything else there is moved aside."""


def plan_for(existing: Existing, manifest: Manifest, files: Collection[str], *, only: bool) -> Plan:
    """Decide about every file of the old set.

    Args:
        existing: What the folder holds now.
        manifest: The new set's manifest.
        files: Names of the new set's files.
        only: The run makes some papers of the set and leaves the others.
    """
    old = existing.manifest
    if old is None or not only:
        return Plan(spent=existing.unchanged + existing.housekeeping)
    made_again = {record.paper for record in manifest.papers}
    others = [record for record in old.papers if record.paper not in made_again]
    replaced = {name for record in old.papers if record.paper in made_again for name in record.files}
    replaced -= {name for record in others for name in record.files}
    replaced.update(files)
    staying = [file for file in existing.unchanged if file.path not in replaced]
    there = {file.path for file in staying} | set(files)
    whole = [record for record in others if there.issuperset(record.files)]
    if not same_inputs(old, manifest):
        whole, staying = [], []
    broken = {name for record in others if record not in whole for name in record.files}
    broken -= {name for record in whole for name in record.files}
    kept = tuple(file for file in staying if file.path not in broken)
    outdated = tuple(
        file.path for file in existing.unchanged if file.path not in replaced and file not in kept
    )
    spent = tuple(file for file in existing.unchanged if file.path not in outdated)
    return Plan(tuple(whole), kept, outdated, spent + existing.housekeeping)


def merged(manifest: Manifest, old: Manifest | None, plan: Plan, outputs: tuple[FileDigest, ...]) -> Manifest:
    """Return the manifest of the set as it will be: the new papers, and those that are kept."""
    papers = manifest.papers
    problems = manifest.problems
    fonts = manifest.fonts
    exhibits = manifest.exhibits
    if old is not None and plan.kept_papers:
        made = {record.paper: record for record in papers}
        before = [record for record in old.papers if record in plan.kept_papers or record.paper in made]
        added = [record for record in papers if record.paper not in {earlier.paper for earlier in before}]
        papers = (*(made.get(record.paper, record) for record in before), *added)
        problems = (*problems, *old.problems)
        fonts = (*fonts, *old.fonts)
        if PACKET in {record.paper for record in plan.kept_papers}:
            exhibits = old.exhibits
    changes = {
        "papers": papers,
        "problems": problems,
        "fonts": fonts,
        "exhibits": exhibits,
        "outputs": outputs,
    }
    values = {name: getattr(manifest, name) for name in type(manifest).model_fields}
    return Manifest.model_validate({**values, **changes})
