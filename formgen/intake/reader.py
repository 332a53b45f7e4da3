"""Reads a case file into the form that its model gives it, or says everything that stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from formgen.errors import CaseDataError, Problem
from formgen.intake.json_file import parse_json
from formgen.intake.locate import Locator
from formgen.intake.problems import shape_problems
from formgen.intake.source import SourceText, read_source, source_from_bytes
from formgen.intake.tree import MapNode, plain
from formgen.intake.yaml_file import parse_yaml

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """A file that was read and understood."""

    value: M
    locator: Locator
    """Gives the problems of later stages their places."""

    digest: str
    """SHA-256 of the bytes read."""

    size: int
    """Bytes."""

    folder: Path
    """Where the other files it names are looked up."""

    file: str
    """The name as it was given."""


def load(path: Path, model: type[M]) -> Loaded[M]:
    """Read the file at *path* as a *model*; a folder stands for the `case.yaml` or `case.json` in it.

    Raises:
        CaseDataError: With every problem of the first stage that had any: the
            file itself, then its spelling, then what each key may hold.
    """
    return _understood(read_source(path), model)


def load_text(text: str, name: str, model: type[M]) -> Loaded[M]:
    """Read *text* as if it stood in a file called *name*.

    Raises:
        CaseDataError: As for `load`.
    """
    return _understood(source_from_bytes(name, text.encode()), model)


def _understood(source: SourceText, model: type[M]) -> Loaded[M]:
    root = _parsed(source)
    locator = Locator(source.file, root)
    try:
        value = model.model_validate(plain(root))
    except ValidationError as error:
        # `from None`: the original holds what was typed.
        raise CaseDataError(shape_problems(error, model, locator)) from None
    return Loaded(value, locator, source.digest, source.size, source.folder, source.file)


def _parsed(source: SourceText) -> MapNode:
    parse = parse_json if Path(source.file).suffix.lower() == ".json" else parse_yaml
    try:
        return parse(source)
    except CaseDataError as error:
        raise CaseDataError(_with_outlook(error.problems)) from None


def _with_outlook(problems: Sequence[Problem]) -> list[Problem]:
    last = problems[-1]
    return [*problems[:-1], replace(last, fix=f"{last.fix} More may be found once the file can be read.")]
