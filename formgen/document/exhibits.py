"""Finds the exhibits of a packet in its papers, and those that a letter encloses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from formgen.case.evidence import Evidence
from formgen.case.when_words import in_words
from formgen.document.blocks import Inline, Paragraph, Span
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import DrawnPaper
from formgen.document.declaration import inlines_of
from formgen.document.exhibit import Cited, Exhibit
from formgen.document.places import exhibit_place, stem_of
from formgen.facts.exhibits import Enclosure, label_order
from formgen.facts.facts import Facts


@dataclass(slots=True)
class _Gathered:
    """Numbers of paragraphs or rows by exhibit label, in their order."""

    numbers: dict[str, list[int]] = field(default_factory=dict)

    def add(self, place: str, number: int) -> None:
        found = self.numbers.setdefault(place, [])
        if number not in found:
            found.append(number)


def exhibits_of(facts: Facts, papers: Sequence[DrawnPaper], labels: Mapping[str, str]) -> tuple[Exhibit, ...]:
    """Return the exhibits that *papers* cite, in the order of their labels.

    Args:
        facts: The case under its law.
        papers: The papers that are filed together.
        labels: Exhibit labels by evidence id.
    """
    cited = [(paper, _cited_in(paper)) for paper in papers]
    held = {item.id: (number, item) for number, item in enumerate(facts.case.evidence, 1) if item.id}
    found = []
    for name, label in sorted(labels.items(), key=lambda each: label_order(each[1])):
        number, item = held[name]
        where = tuple(
            Cited(
                stem_of(paper.file_name),
                paper.footer[0] if paper.footer else paper.title,
                tuple(numbers[exhibit_place(label)]),
                isinstance(paper, ChronologyPaper),
            )
            for paper, numbers in cited
            if exhibit_place(label) in numbers
        )
        if where:
            found.append(_exhibit(facts, label, item, f"evidence[{number}]", where))
    return tuple(found)


def enclosures_as_exhibits(facts: Facts, enclosed: Iterable[Enclosure]) -> tuple[Exhibit, ...]:
    """Return what a letter encloses, labelled with its numbers."""
    return tuple(_exhibit(facts, str(each.number), each.evidence, each.path, ()) for each in enclosed)


def _exhibit(facts: Facts, label: str, item: Evidence, path: str, cited: tuple[Cited, ...]) -> Exhibit:
    for name in ("date", "taken_on"):
        when = getattr(item, name)
        if when is not None and when.is_dated:
            dated = in_words(when, facts.jurisdiction.spec.date_words, facts.zone)
            return Exhibit(label, item, path, dated.label, f"{path}.{name}", cited)
    return Exhibit(label, item, path, cited=cited)


def _cited_in(paper: DrawnPaper) -> dict[str, list[int]]:
    """Return the numbers of the paragraphs or rows of *paper* that cite each exhibit, by its place."""
    gathered = _Gathered()
    match paper:
        case CourtPaper():
            number = 0
            for block in paper.blocks:
                if isinstance(block, Paragraph) and block.number is not None:
                    number = block.number
                for place in _places(inlines_of(block)):
                    gathered.add(place, number)
        case ChronologyPaper():
            for row in (row for group in paper.groups for row in group.rows):
                for place in _places(
                    inline for cell in row.cells for block in cell for inline in block.inlines
                ):
                    gathered.add(place, row.number)
    return gathered.numbers


def _places(inlines: Iterable[Inline]) -> Iterator[str]:
    return (inline.goes_to for inline in inlines if isinstance(inline, Span) and inline.goes_to)
