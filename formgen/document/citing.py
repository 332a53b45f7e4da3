"""Cites evidence in a court paper: its exhibit letter, and once that it is a true and correct copy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from formgen.case.evidence import Evidence
from formgen.catalog.declaration_spec import CourtWords
from formgen.document.blocks import PageOf
from formgen.document.court_text import (
    NumberOf,
    Part,
    ended,
    said,
    sentences,
    typed,
    typed_within,
    worded,
    words_of,
)
from formgen.document.places import WIDEST_PAGE, exhibit_place, linked
from formgen.document.typed import one_paragraph

COVERINGS = "coverings"
"""The paragraph that says what was covered."""

EXHIBITS = "exhibits"
"""A sentence with this word can tell of all of them: `I printed the exhibits`, not `I received it`."""

_FIRST_PERSON = ("I ", "I'", "I\u2019")


@dataclass(frozen=True, slots=True)
class Shown:
    """Evidence that a court paper may cite, and its place in the case."""

    item: Evidence
    path: str


@dataclass(slots=True)
class Citer:
    """Cites evidence; keeps in which order it was cited, and for which that it is a true copy."""

    words: CourtWords
    held: Mapping[str, Shown]
    """By id: what may be cited."""

    labels: Mapping[str, str]
    known_together: bool = False
    """Whether one sentence, said at the start, tells how the declarant has all of them."""

    tells_coverings: bool = False
    """Whether a paragraph says what was covered in them."""

    is_witness: bool = False
    """Whether a witness declares: how the exhibits were come by is the declarant's to say."""

    cited: list[str] = field(default_factory=list)
    """Ids in the order of their first citation."""

    attested: list[str] = field(default_factory=list)
    """Ids of which it was said that the exhibit is a true and correct copy."""

    owed: list[str] = field(default_factory=list)
    """Ids cited within a sentence, of which it is still to be said that they are true copies."""

    @property
    def exhibits(self) -> tuple[Shown, ...]:
        """Return what has a letter: the exhibits of all papers made together."""
        return tuple(self.held[name] for name in self.labels if name in self.held)

    def may_cite(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of *names* that this paper may cite, each once."""
        return tuple(dict.fromkeys(name for name in names if name in self.held))

    def in_parentheses(self, names: Sequence[str], *, attests: bool = True) -> tuple[Part, ...]:
        """Return a citation within a sentence: `(Exhibit A, page 12)`; *attests* leaves more for later."""
        may = self.may_cite(names)
        self.owed += (name for name in may if attests)
        found = self._citations(may)
        return (said("("), *found, said(")")) if found else ()

    def sentence(self, names: Sequence[str], *, attests: bool = True) -> tuple[Part, ...]:
        """Return the citation of *names* as sentences; what is cited first is said to be a true copy."""
        groups: list[tuple[Part, ...]] = []
        waiting: list[str] = []
        for name in self.may_cite(names):
            attested = self._attested(name) if attests else ()
            if attested:
                groups += [self._citation(waiting), attested]
                waiting = []
            waiting.append(name)
        return sentences(*groups, self._citation(waiting))

    def attestation(self) -> tuple[Part, ...]:
        """Return that what was cited within sentences are true copies, of all not yet said to be."""
        owed, self.owed = self.owed, []
        return sentences(*(self._attested(name) for name in owed))

    def label(self, name: str) -> str:
        """Return the exhibit letter or number of evidence *name*."""
        return self.labels.get(name, "")

    def _citation(self, names: Sequence[str]) -> tuple[Part, ...]:
        found = self._citations(names)
        return (said("("), *found, said(".)")) if found else ()

    def _citations(self, names: Sequence[str]) -> tuple[Part, ...]:
        parts: list[Part] = []
        widest = self.words.pages.format(first=WIDEST_PAGE, last=WIDEST_PAGE)
        for name in names:
            if name not in self.cited:
                self.cited.append(name)
            label = self.label(name)
            parts += [said("; ")] if parts else []
            place = exhibit_place(label)
            cited = worded(self.words.cited, {"label": (said(label),)})
            parts += [*linked(cited, place), PageOf(label, widest, place)]
        return tuple(parts)

    def _attested(self, name: str) -> tuple[Part, ...]:
        """Return that an exhibit is a true copy, and how the declarant has it; nothing if that was said."""
        if name in self.attested or (self.known_together and self.attested):
            return ()
        self.attested.append(name)
        shown = self.held[name]
        copy: tuple[Part, ...] = worded(self.words.true_copy, {"label": (said(self.label(name)),)})
        if self.is_witness:
            return (*copy, said("."))
        copy = (*copy, *_goes_on(shown), *self._covering(shown))
        if self.known_together:
            return (*copy, said(f"{self.words.as_are_others}."))
        if not (how := typed(shown.item.how_known, f"{shown.path}.how_known")):
            return (*copy, said("."))
        if how[0].text.startswith(_FIRST_PERSON) or how[0].text[:1].islower():
            # One sentence says that it is a true copy and how the declarant has it.
            return (*copy, said("; "), *ended(how))
        return sentences((*copy, said(".")), ended(how))

    def _covering(self, shown: Shown) -> tuple[Part, ...]:
        if not self.tells_coverings or not coverings_of(shown):
            return ()
        before, _, after = self.words.covering.partition("{number}")
        return (NumberOf(COVERINGS, before, after),)


def coverings_of(shown: Shown) -> tuple[tuple[str, str], ...]:
    """Return what is covered in *shown*, as it goes on in a sentence, each with its place in the case."""
    listed = enumerate(shown.item.redactions, 1)
    found = ((one_paragraph(each.what).removesuffix("."), n) for n, each in listed)
    return tuple((what, f"{shown.path}.redactions[{n}].what") for what, n in found if what)


def _goes_on(shown: Shown) -> tuple[Part, ...]:
    """Return how the sentence `is a true and correct copy` goes on, as typed, less a period at its end."""
    own = typed_within(shown.item.true_copy, f"{shown.path}.true_copy")
    return own if words_of(own)[:1] in ("", ",", ";") else (said(" "), *own)


def known_together(items: Sequence[Evidence]) -> str:
    """Return the one sentence that tells how the declarant has all of *items*; nothing if there is none."""
    ways = {one_paragraph(item.how_known) for item in items}
    how = ways.pop() if len(items) > 1 and len(ways) == 1 else ""
    return how if EXHIBITS in how.casefold() else ""
