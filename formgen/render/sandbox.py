"""The engine that templates run in: it can name values and choose between words, and little else."""

from collections.abc import MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS = ("first", "join", "last", "length")
"""All that a template may do to a value; none of them changes words."""

MOST_KEPT = 64
"""Compiled parts of templates: a letter has eight, most of them empty properties."""


class Engine(ImmutableSandboxedEnvironment):
    """An engine for one letter.

    Only compiled code is shared between letters, by the source it was
    compiled from: that is most of the work, and code holds no values.
    """

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - jinja's own name
        template_class: type[Template] | None = None,
    ) -> Template:
        """Return a fresh template of *source*.

        Raises:
            TemplateSyntaxError: If a tag in it cannot be read.
        """
        if not isinstance(source, str):
            return super().from_string(source, globals, template_class)
        return Template.from_code(self, _code_of(source), self.make_globals(globals))


def sandbox() -> Engine:
    """Return the engine that templates run in: escaping, refusing unknown names, and able to do little."""
    environment = Engine(undefined=StrictUndefined, autoescape=True)
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.globals = {}
    return environment


@lru_cache(maxsize=MOST_KEPT)
def _code_of(source: str) -> CodeType:
    return sandbox().compile(source)
