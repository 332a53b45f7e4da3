"""The engine that templates run in: it can name values and choose between words, and little else."""

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS = ("first", "join", "last", "length")
"""All that a template may do to a value; none of them changes words."""


def sandbox() -> ImmutableSandboxedEnvironment:
    """Return the engine that templates run in: escaping, refusing unknown names, and able to do little."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.globals = {}
    return environment
