"""Files to be bound without a case, and what came of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from formgen.errors import Problem
from formgen.exhibit.source import Limits
from formgen.pipeline.work import Progress, Unlock

if TYPE_CHECKING:
    from formgen.facts.exhibits import LabelStyle


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files to be bound, and how."""

    files: tuple[Path, ...]
    out: Path
    labels: "LabelStyle | None" = None
    """How exhibits are labelled, whatever a sheet says; None for the sheet's labels, or letters."""

    titles: Path | None = None
    """A sheet with the columns `file` and `description`, and `label` and `date` if they are known."""

    as_of: date = date.min
    accept: tuple[str, ...] = ()
    replace: bool = False
    limits: Limits = field(default_factory=Limits)
    unlock: Unlock | None = field(default=None, compare=False)
    progress: Progress | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Bundled:
    """What a run has made."""

    names: tuple[str, ...]
    aside: tuple[str, ...]
    pages: int
    done: Mapping[str, tuple[str, ...]]
    """What was done to the copies or left out of them, by label: codes as in a manifest."""

    problems: tuple[Problem, ...]
