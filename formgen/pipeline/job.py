"""One case to be made into papers: what was asked for, what was prepared, what was made."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from formgen.case import Case
from formgen.checks.papers_asked import Asked
from formgen.document.letter import LetterDocument
from formgen.errors import Problem
from formgen.evidence.examine import Examined
from formgen.exhibit.source import Limits
from formgen.facts.facts import Facts
from formgen.intake.reader import Loaded
from formgen.packet.publish import Published
from formgen.packet.served_sheet import ServedSheet
from formgen.packet.work_folder import WorkFolder

if TYPE_CHECKING:
    from formgen.pipeline.filing import Filing, Plan
    from formgen.pipeline.work import Progress, Unlock


@dataclass(frozen=True, slots=True)
class Job:
    """One case to be made into papers, and the choices of this run."""

    case_file: Path
    as_of: date
    """The day for which the papers are made."""

    only: tuple[str, ...] = ()
    """Papers to make; empty for all that the case names."""

    catalog: Path | None = None
    """An office's own catalog folder, searched before the built-in one."""

    draft: bool = False
    """Whether every page that formgen draws is marked as a draft."""

    keep_work: bool = False
    """Whether the folder in which exhibits are prepared stays when the run is over."""

    limits: Limits = field(default_factory=Limits)
    """How much time and memory each file of evidence may take."""

    unlock: "Unlock | None" = field(default=None, compare=False)
    """Gives the passwords of locked files."""

    progress: "Progress | None" = field(default=None, compare=False)
    """Is told how far long work has come."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run prepares exhibits, and what ends that when all is done."""

    folder: WorkFolder
    closing: ExitStack


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case that was read, checked, composed and laid out; nothing is written yet."""

    loaded: Loaded[Case]
    facts: Facts
    asked: Asked
    examined: tuple[Examined, ...]
    sheet: ServedSheet | None
    """The exhibits of the packet that was served already."""

    documents: tuple[LetterDocument, ...]
    """Letters, which Word lays out."""

    filing: "Filing | None"
    """The papers that formgen draws itself, and the exhibits bound with them; None if there are none."""

    plan: "Plan | None"

    problems: tuple[Problem, ...]
    """Warnings and prompts, with their places, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a run put into its folder, and what it has to say about it."""

    published: Published
    problems: tuple[Problem, ...]
    work: Path | None = None
    """The work folder, if it was kept."""
