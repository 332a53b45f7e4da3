"""The one language of the catalog: what may stand between braces, and nothing else.

It is Jinja in its sandbox, cut down to names, texts, comparisons, `if`, and a
closed list of filters and tests.  There are no calls, no loops and no
arithmetic, so that a catalog from elsewhere can neither reach into the
program nor keep it busy.
"""

from collections.abc import Iterator

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from formgen.case.base import NONE, records
from formgen.catalog.fields import EACH, is_given, values_at

ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.CondExpr,
    nodes.Name,
    nodes.Getattr,
    nodes.Const,
    nodes.Tuple,
    nodes.List,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
    nodes.Test,
)
"""The parts of Jinja that the catalog uses."""

FILTERS = ("first", "having", "join", "last", "length", "listed")
"""What may stand after a bar: `case.effects | listed`."""

TESTS = ("given",)
"""What may stand after `is`: `case.dispute is given`."""


def having(value: object, path: str, *answers: object) -> tuple[object, ...]:
    """Return the records of a list in which *path* is given, or is one of *answers* if there are any."""

    def speaks(record: object) -> bool:
        found = list(values_at(record, path))
        return any(entry in answers for entry in found) if answers else is_given(found)

    return tuple(record for record in _listed(value) if speaks(record))


def _listed(value: object) -> tuple[object, ...]:
    """Return the records of a list that may also be blank or said to be `none`."""
    return records(value if isinstance(value, tuple) else None)


class CatalogEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with everything removed that the catalog does not use."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
        self.filters = {name: self.filters[name] for name in FILTERS if name in self.filters}
        self.filters.update(having=having, listed=_listed)
        self.tests = {"given": is_given}
        self.globals.clear()

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a part of *obj*; what is blank, or said to be none, has blank parts."""
        return None if obj in (None, NONE) else super().getattr(obj, attribute)


ENVIRONMENT = CatalogEnvironment()


def refusals(tree: nodes.Node) -> Iterator[str]:
    """Yield a few words for each part of *tree* that the catalog's language does not have."""
    for node in (tree, *tree.find_all(nodes.Node)):
        match node:
            case nodes.Filter(name=name) if name not in FILTERS:
                yield f"the filter `{name}`"
            case nodes.Test(name=name) if name not in TESTS:
                yield f"the test `{name}`"
            case nodes.Filter(name="having", args=[nodes.Const(value=str()), *_]):
                continue
            case nodes.Filter(name="having"):
                yield "`having` without the name of a field in quotation marks"
            case nodes.Getattr() if _walk(node, set()) is None:
                yield "a part of something that is not a name"
            case _ if not isinstance(node, ALLOWED):
                yield f"`{type(node).__name__.lower()}`"


def names_of(tree: nodes.Node) -> frozenset[str]:
    """Return every name in *tree* with its parts, as paths: `case.incidents[].protected_basis`."""
    found: set[str] = set()
    whole = _walk(tree, found)
    if whole is not None:
        found.add(whole)
    return frozenset(found)


def _walk(node: nodes.Node, found: set[str]) -> str | None:
    """Return the path that *node* stands for, if it is one; add those inside it to *found*."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=inner, attr=attribute):
            base = _walk(inner, found)
            return None if base is None else f"{base}.{attribute}"
        case nodes.Filter(name="listed" | "having" | "first" | "last" as name, node=nodes.Node() as inner):
            base = _walk(inner, found)
            if base is None:
                return None
            if name == "having":
                fields = (arg.value for arg in node.args[:1] if isinstance(arg, nodes.Const))
                found.update(f"{base}{EACH}.{field}" for field in fields)
            return f"{base}{EACH}" if name in ("first", "last") else base
    for child in node.iter_child_nodes():
        path = _walk(child, found)
        if path is not None:
            found.add(path)
    return None
