"""Cites evidence in a court paper: its exhibit letter, and once that it is a true and correct copy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from formgen.case.evidence import Evidence
from formgen.catalog.declaration_spec import CourtWords
from formgen.document.blocks import PageOf, Span
from formgen.document.court_text import NumberOf, Part, said, sentences
from formgen.document.typed import one_paragraph

WIDEST_PAGE = 8888
"""No filed PDF has more pages; a line is broken as if every page number were this wide."""

COVERINGS = "coverings"
"""The paragraph that says what was covered."""


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
    known_together: bool
    """Whether one sentence, said at the start, tells how the declarant has all of them."""

    names_coverings: bool
    is_witness: bool = False
    """Whether a witness declares: how the exhibits were come by is the declarant's to say."""

    cited: list[str] = field(default_factory=list)
    """Ids in the order of their first citation."""

    attested: list[str] = field(default_factory=list)
    """Ids of which it was said that the exhibit is a true and correct copy."""

    def may_cite(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of *names* that this paper may cite, each once."""
        return tuple(dict.fromkeys(name for name in names if name in self.held))

    def in_parentheses(self, names: Sequence[str]) -> tuple[Part, ...]:
        """Return a citation within a sentence: `(Exhibit A, page 12)`."""
        found = self._citations(self.may_cite(names))
        return (said("("), *found, said(")")) if found else ()

    def sentence(self, names: Sequence[str], *, attests: bool = True) -> tuple[Part, ...]:
        """Return the citation of *names* as sentences; what is cited first is said to be a true copy."""
        groups: list[tuple[Part, ...]] = []
        for name in self.may_cite(names):
            attested = self._attested(name) if attests else ()
            groups += [attested] if attested else []
            groups.append((said("("), *self._citations((name,)), said(".)")))
        return sentences(*groups)

    def attestation(self, names: Sequence[str]) -> tuple[Part, ...]:
        """Return that *names*, cited within a sentence, are true copies, of those not yet said to be."""
        return sentences(*(self._attested(name) for name in self.may_cite(names)))

    def _citations(self, names: Sequence[str]) -> tuple[Part, ...]:
        parts: list[Part] = []
        for name in names:
            if name not in self.cited:
                self.cited.append(name)
            label = self.label(name)
            parts += [said("; ")] if parts else []
            widest = self.words.pages.format(first=WIDEST_PAGE, last=WIDEST_PAGE)
            parts += [said(self.words.cited.format(label=label)), PageOf(label, widest)]
        return tuple(parts)

    def label(self, name: str) -> str:
        """Return the exhibit letter or number of evidence *name*."""
        return self.labels.get(name, "")

    def _attested(self, name: str) -> tuple[Part, ...]:
        """Return that an exhibit is a true copy, and how the declarant has it; nothing if that was said."""
        if name in self.attested or (self.known_together and self.attested):
            return ()
        self.attested.append(name)
        shown = self.held[name]
        if self.is_witness:
            return (said(f"{self.words.true_copy.format(label=self.label(name))}."),)
        parts: list[Part] = [said(self.words.true_copy.format(label=self.label(name)))]
        if (goes_on := one_paragraph(shown.item.true_copy)) != "":
            parts += [
                said("" if goes_on[:1] in (",", ";") else " "),
                Span(goes_on, f"{shown.path}.true_copy"),
            ]
        if self.names_coverings and shown.item.redactions:
            before, _, after = self.words.covering.partition("{number}")
            parts.append(NumberOf(COVERINGS, before, after))
        if self.known_together:
            parts.append(said(self.words.as_are_others))
        how = "" if self.known_together else one_paragraph(shown.item.how_known)
        if how.startswith("I "):
            # One sentence says that it is a true copy and how the declarant has it.
            return (*parts, said("; "), Span(how, f"{shown.path}.how_known"))
        parts.append(said("" if goes_on.endswith(".") and len(parts) == 3 else "."))
        return sentences(parts, (Span(how, f"{shown.path}.how_known"),) if how else ())


def known_together(items: Sequence[Evidence]) -> str:
    """Return the one sentence that tells how the declarant has all of *items*; nothing if it differs."""
    ways = {one_paragraph(item.how_known) for item in items}
    return ways.pop() if len(items) > 1 and len(ways) == 1 else ""
