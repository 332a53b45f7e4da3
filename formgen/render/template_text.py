"""Reads the tags in a Word template's text: which names they use, what is broken, what is plain wording."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from jinja2 import TemplateSyntaxError, nodes

from formgen.render.sandbox import FILTERS, sandbox

TAG = re.compile(r"\{[{%#].*?[}%#]\}")
_WHOLE = re.compile(r"(\{[{%#])(?:p|tr|tc|r)(?= )")
"""A tag that stands for its whole paragraph, row, cell or run."""

_WORD = re.compile(r"\{%[-+]?\s*(\w+)")
_ENDS = {"endif": "if", "endfor": "for"}
_CURLY = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
LOOP = frozenset({"first", "last", "index", "index0", "length", "revindex"})
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.For,
    nodes.Expr,
    nodes.Operand,
    nodes.Keyword,
)


COMPARING = (
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Const,
    nodes.Output,
    nodes.TemplateData,
)
"""What an expression may do besides naming a value; sums and joined texts would make new words."""


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One thing wrong with a template."""

    code: str
    paragraph: int
    name: str
    """The misspelt name, or what cannot be read."""


@dataclass(frozen=True, slots=True)
class _Loop:
    """The type of `loop` inside a for tag."""


@lru_cache(maxsize=64)
def template_faults(
    values: type, clauses: tuple[str, ...], paragraphs: tuple[str, ...]
) -> tuple[TemplateFault, ...]:
    """Return what is wrong with one part of a template; the same part is looked at once in a process.

    Args:
        values: The record whose fields the template may name.
        clauses: Names that may stand behind `law.`
        paragraphs: Their texts, tags and all.
    """
    return tuple(TemplateReader(values, clauses).faults(paragraphs))


@dataclass(frozen=True, slots=True)
class TemplateReader:
    """Reads one part of a template: its paragraphs as text, tags and all."""

    values: type
    """The record whose fields the template may name."""

    clauses: Collection[str]
    """Names that stand behind `law.`"""

    def faults(self, paragraphs: Sequence[str]) -> list[TemplateFault]:
        """Return what is wrong with *paragraphs*, in their order."""
        found = [fault for n, text in enumerate(paragraphs, 1) for fault in _shape_faults(text, n)]
        if found:
            return found
        source = "\n".join(plain_tags(text) for text in paragraphs)
        try:
            tree = sandbox().parse(source)
        except TemplateSyntaxError as error:
            return [TemplateFault("template-tag-broken", error.lineno, str(error.message))]
        self._walk(tree, get_type_hints(self.values), found)
        return found

    def _walk(self, node: nodes.Node, scope: Mapping[str, object], found: list[TemplateFault]) -> None:
        if isinstance(node, nodes.For):
            kind = self._type(node.iter, scope, found)
            element = _element(kind)
            if isinstance(node.target, nodes.Name):
                scope = {**scope, node.target.name: element, "loop": _Loop}
            for child in (*node.body, *node.else_):
                self._walk(child, scope, found)
        elif isinstance(node, nodes.Expr):
            self._type(node, scope, found)
        elif isinstance(node, ALLOWED):
            for child in node.iter_child_nodes():
                self._walk(child, scope, found)
        else:
            found.append(
                TemplateFault("template-tag-not-allowed", node.lineno, type(node).__name__.casefold())
            )

    def _type(self, node: nodes.Node, scope: Mapping[str, object], found: list[TemplateFault]) -> object:
        """Return the type of an expression, or None where it does not matter; unknown names are noted."""
        match node:
            case nodes.Name(name=name):
                if name not in scope:
                    found.append(TemplateFault("template-name-unknown", node.lineno, name))
                return scope.get(name)
            case nodes.Getattr(node=owner, attr=attribute):
                return self._member(self._type(owner, scope, found), attribute, node.lineno, found)
            case nodes.Filter(name=name, node=inner):
                if name not in FILTERS:
                    found.append(TemplateFault("template-filter-unknown", node.lineno, name))
                if inner is not None:
                    self._type(inner, scope, found)
                return None
            case nodes.Call() | nodes.Getitem():
                found.append(TemplateFault("template-tag-not-allowed", node.lineno, "call or index"))
                return None
        if not isinstance(node, COMPARING):
            found.append(
                TemplateFault("template-tag-not-allowed", node.lineno, type(node).__name__.casefold())
            )
        for child in node.iter_child_nodes():
            self._type(child, scope, found)
        return None

    def _member(self, owner: object, attribute: str, line: int, found: list[TemplateFault]) -> object:
        kind = _without_none(owner)
        if kind is None:
            return None
        if kind is _Loop:
            known: Collection[str] = LOOP
            result: object = None
        elif get_origin(kind) is Mapping:
            known, result = self.clauses, str
        elif isinstance(kind, type) and is_dataclass(kind):
            hints = get_type_hints(kind)
            known, result = hints, hints.get(attribute)
        else:
            known, result = (), None
        if attribute not in known:
            found.append(TemplateFault("template-name-unknown", line, attribute))
        return result


def plain_tags(text: str) -> str:
    """Return the text of a paragraph with its tags as the template engine reads them."""

    def plain(tag: re.Match[str]) -> str:
        return _WHOLE.sub(r"\1", tag.group(0)).translate(_CURLY)

    return TAG.sub(plain, text.replace("\n", " "))


def wording_in(text: str) -> Iterator[str]:
    """Yield the stretches of plain wording between the tags of a paragraph."""
    yield from (stretch for stretch in TAG.split(text) if stretch)


def _shape_faults(text: str, number: int) -> Iterator[TemplateFault]:
    """Yield faults that can be told from one paragraph: lost text, a tag that is left open."""
    whole = [tag for tag in TAG.findall(text) if _WHOLE.match(tag)]
    if whole:
        if any(stretch.strip() for stretch in wording_in(text)) or len(TAG.findall(text)) > 1:
            yield TemplateFault("template-text-lost", number, whole[0])
        return
    if broken := _left_open(text):
        yield TemplateFault("template-tag-broken", number, broken)


def _left_open(text: str) -> str:
    """Return what is unbalanced in one paragraph, or nothing: a tag ends in the paragraph it begins in."""
    opened: list[str] = []
    for word in _WORD.findall(plain_tags(text)):
        if word in _ENDS.values():
            opened.append(word)
        elif word in _ENDS and (not opened or opened.pop() != _ENDS[word]):
            return f"{word} without its beginning"
    return f"{opened[-1]} without its end in the same paragraph" if opened else ""


def _without_none(kind: object) -> object:
    if get_origin(kind) in (Union, UnionType):
        rest = [entry for entry in get_args(kind) if entry is not NoneType]
        return rest[0] if len(rest) == 1 else None
    return kind


def _element(kind: object) -> object:
    arguments = get_args(kind)
    return arguments[0] if get_origin(kind) is tuple and arguments else None
