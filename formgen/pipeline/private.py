"""Searches every finished file for what must not be filed: private numbers, addresses, failed redactions."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from formgen.case.base import Audience
from formgen.checks.covered_text import CoveredText, covered_text, covered_text_problem
from formgen.checks.pdf_text import pages_of
from formgen.checks.private_data import PagePlace, private_problems_in
from formgen.errors import Problem, Severity
from formgen.facts.withheld_contacts import Watched
from formgen.packet.binding import Volume
from formgen.packet.bound_page import BoundPage
from formgen.pipeline.private_letters import private_in_letter
from formgen.render.rendered import Rendered, RenderedPdf

_CALLED: Mapping[Audience, str] = {"court": "Exhibit", "employer": "Enclosure", "log": "Exhibit"}
"""What evidence is called where it is bound."""

Looking: TypeAlias = Callable[[Path], Iterable[CoveredText]]


def evidence_of(volume: Volume) -> dict[Path, dict[int, BoundPage]]:
    """Return the pages of evidence of *volume* by their prepared file, and by the page in it, from 1."""
    by_file: dict[Path, dict[int, BoundPage]] = {}
    for page in volume.bound:
        by_file.setdefault(page.placement.file, {})[page.placement.source] = page
    return by_file


@dataclass(slots=True)
class PrivateSearch:
    """What was found so far; each page of an exhibit is told once, however many files it is in."""

    watched: Mapping[Audience, Sequence[Watched]]
    """What each reader is not to learn."""

    accept: Collection[str] = ()
    """The codes that the case accepts."""

    found: dict[tuple[str, str], list[Problem]] = field(default_factory=dict)
    """By file and by what was searched in it."""

    _seen: set[tuple[str, int, Audience]] = field(default_factory=set)
    _covered: set[tuple[str, int]] = field(default_factory=set)
    _papers: set[str] = field(default_factory=set)

    @property
    def errors(self) -> list[Problem]:
        """Return what stops the run."""
        return [problem for problem in self._all if problem.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Problem]:
        """Return what is only told."""
        return [problem for problem in self._all if problem.severity is not Severity.ERROR]

    def letters(self, letters: Iterable[Rendered]) -> None:
        """Search letters, whose pages are not known."""
        for letter in letters:
            for problem in private_in_letter(letter, self.watched.get("employer", ()), self.accept):
                self._add(letter.file_name, problem)

    def paper(self, rendered: RenderedPdf, audience: Audience) -> None:
        """Search a paper of its own, unless a packet with it was searched."""
        if rendered.file_name in self._papers:
            return
        first = rendered.laid_out.first_page
        with pages_of(rendered.content) as pages:
            for page in pages:
                place = PagePlace(rendered.file_name, first + page.number - 1)
                self._search(page.text(), place, audience)

    def volume(self, name: str, volume: Volume, texts: Sequence[str], audience: Audience) -> None:
        """Search a file with exhibits.

        Args:
            name: Its name.
            volume: What is on its pages.
            texts: The text of each page, in order.
            audience: Who reads it.
        """
        bound = {page.placement.page: page for page in volume.bound}
        self._papers.update(f"{part.name}.pdf" for part in volume.laid if part.name)
        for number, text in enumerate(texts, 1):
            place = PagePlace(name, volume.first_page + number - 1)
            page = bound.get(number)
            if page is not None:
                key = (page.path, page.own, audience)
                if key in self._seen:
                    continue
                self._seen.add(key)
                place = replace(
                    place, exhibit=page.label, exhibit_page=page.own, path=page.path, called=_CALLED[audience]
                )
            self._search(text, place, audience)

    def redactions(self, name: str, volume: Volume, look: Looking | None = None) -> None:
        """Look for words that a bar only covers, in the evidence of the file *name*.

        Args:
            name: Its name.
            volume: What is on its pages.
            look: Gives what is covered in each prepared file, if that is looked for elsewhere.
        """
        for file, pages in evidence_of(volume).items():
            found = look(file) if look is not None else covered_text(file, pages.keys())
            for covered in found:
                page = pages[covered.page]
                if (page.path, page.own) in self._covered:
                    continue
                self._covered.add((page.path, page.own))
                place = PagePlace(name, None, page.label, page.own, page.path)
                self._add(name, covered_text_problem(covered, place, self.accept))

    def forget(self, names: Collection[str]) -> None:
        """Forget what was found in files that are made anew."""
        self.found = {key: found for key, found in self.found.items() if key[0] not in names}
        self._seen.clear()
        self._covered.clear()

    @property
    def _all(self) -> Iterable[Problem]:
        return dict.fromkeys(problem for found in self.found.values() for problem in found)

    def _search(self, text: str, place: PagePlace, audience: Audience) -> None:
        for problem in private_problems_in(text, place, self.watched.get(audience, ()), self.accept):
            self._add(place.file, problem)

    def _add(self, file: str, problem: Problem) -> None:
        self.found.setdefault((file, problem.code), []).append(problem)
