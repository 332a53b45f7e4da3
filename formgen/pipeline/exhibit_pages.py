"""Prepares the files that a case shows: each becomes pages once, whichever papers bind them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.checks.problem_codes import REDACTION_FAILED
from formgen.document.exhibit import Exhibit
from formgen.errors import Problem
from formgen.evidence.examine import Examined
from formgen.evidence.kinds import PAGE_KINDS, SOUND_KINDS, what_to_do
from formgen.exhibit.prepared import ExhibitPages
from formgen.exhibit.preparing import Refused
from formgen.exhibit.source import Source, WrittenWords
from formgen.pipeline.copies import DAMAGED, copy_warnings, damage_problems
from formgen.pipeline.work import Unlock, Work, preparer_for

LOCKED = ("evidence-locked", "password-wrong")


class ExhibitFiles:
    """The files of the exhibits of one case, being prepared while papers are laid out."""

    def __init__(
        self, exhibits: Iterable[Exhibit], examined: Sequence[Examined], spec: ExhibitSpec, work: Work
    ) -> None:
        self._work = work
        found = {each.path: each for each in examined}
        self.problems: list[Problem] = []
        """What is wrong with files that cannot become pages at all."""

        self.warnings: list[Problem] = []
        """What whoever files them ought to look at."""

        self._spec = spec
        taken: set[str] = set()
        sources: dict[str, Source] = {}
        for exhibit in exhibits:
            file = found.get(exhibit.path)
            if exhibit.is_lodged or file is None or exhibit.path in taken:
                continue
            taken.add(exhibit.path)
            if file.kind not in PAGE_KINDS:
                self.problems.append(_no_pages(exhibit, file))
                continue
            sources[exhibit.path] = Source(
                exhibit.path, file.on_disk, file.sha256, file.kind, exhibit.item.pages or ""
            )
        self._sources = list(sources.values())
        words = WrittenWords(**spec.written.model_dump())
        self._preparer = work.preparer or preparer_for(work)
        self._preparer.use(words)
        self._preparer.submit(self._sources)

    def results(self) -> dict[str, ExhibitPages]:
        """Wait for the pages, and return them by the evidence's place in the case.

        What could not be prepared is added to `problems`.
        """
        prepared, refused = self._outcomes()
        locked = [path for path, each in refused.items() if each.code in LOCKED]
        if locked and self._work.unlock is not None:
            self._preparer.submit(list(self._unlocked(locked, self._work.unlock)))
            prepared, refused = self._outcomes()
        self.problems += (
            Problem(code=each.code, what=each.what, fix=each.fix, path=f"{path}.file")
            for path, each in refused.items()
        )
        if REDACTION_FAILED not in self._work.accept:
            self.problems += (_not_carried_out(pages) for pages in prepared.values() if _has_open_ones(pages))
        for pages in prepared.values():
            if DAMAGED not in self._work.accept:
                self.problems += damage_problems(pages)
            self.warnings += copy_warnings(pages, self._spec)
        return prepared

    def _outcomes(self) -> tuple[dict[str, ExhibitPages], dict[str, Refused]]:
        """Return what was prepared, and what was refused the last time that it was tried."""
        done, refused = self._preparer.results()
        prepared = {each.path: each for each in done}
        return prepared, {each.path: each for each in refused if each.path not in prepared}

    def _unlocked(self, locked: Iterable[str], unlock: Unlock) -> Iterator[Source]:
        """Yield locked files again, with their passwords where these are known."""
        sources = {source.path: source for source in self._sources}
        for path in locked:
            password = unlock(path, sources[path].on_disk.name)
            if password is not None:
                yield replace(sources[path], password=password)


def _has_open_ones(pages: ExhibitPages) -> bool:
    return any(each.code == "redactions-not-applied" for each in pages.done)


def _not_carried_out(pages: ExhibitPages) -> Problem:
    return Problem(
        code=REDACTION_FAILED,
        what="This file has redactions that were marked and never carried out: the words are still in it.",
        fix="Let the program that marked them apply them, and use that copy. If nothing is to be hidden, add "
        f"`{REDACTION_FAILED}` to `accept`.",
        path=f"{pages.path}.file",
    )


def _no_pages(exhibit: Exhibit, file: Examined) -> Problem:
    what = f"A file of this kind ({file.kind}) cannot be made into pages."
    if file.kind in SOUND_KINDS:
        what = "Sound and video cannot be printed, so no page can show this (rule 2.1040)."
    return Problem(
        code="evidence-not-pages", what=what, fix=what_to_do(file.kind), path=f"{exhibit.path}.file"
    )
