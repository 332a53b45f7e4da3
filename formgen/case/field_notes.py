"""What is written under each field of a model: the help that editors show."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise


def field_notes(model: type) -> dict[str, str]:
    """Return the text under each field of *model*, read from its source.

    pydantic can gather these itself, each time the program starts; they are
    only needed when somebody asks for the schema.
    """
    notes: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if part.__module__.startswith("formgen."):
            notes.update(_notes_in(part))
    return notes


def _notes_in(model: type) -> Iterator[tuple[str, str]]:
    (written,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    body = getattr(written, "body", [])
    for field, after in pairwise(body):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            yield field.target.id, inspect.cleandoc(str(after.value.value))
