"""Which papers a case names, and which of them a run makes."""

from collections.abc import Sequence
from dataclasses import dataclass

from formgen.case import Case
from formgen.catalog.reader import Jurisdiction, papers_filed, papers_named
from formgen.errors import CaseDataError, Problem

ENCLOSURES = "enclosures"
"""What a letter encloses, as one file: made with any letter of a case that has evidence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The papers of a case."""

    named: tuple[str, ...]
    """Every paper that the case names, in its order, packets taken apart."""

    made: tuple[str, ...]
    """Those of them that this run makes."""

    filed: tuple[str, ...] = ()
    """Papers that are filed as one packet with their exhibits, in the packet's order."""


def papers_asked(case: Case, jurisdiction: Jurisdiction, only: Sequence[str]) -> Asked:
    """Return the papers that *case* names, and those of them that *only* asks for, if it asks for any.

    Raises:
        CaseDataError: The case names no paper, an unknown one, or not the one that was asked for.
    """
    named = papers_named(case.papers, jurisdiction)
    if case.evidence and any(name in jurisdiction.letters for name in named):
        named = (*named, ENCLOSURES)
    wanted = set(only)
    for name in only:
        packet = jurisdiction.packets.get(name)
        if packet is not None and name in case.papers:
            # A packet stands for its papers here too.
            wanted |= {*packet.papers, *packet.sets}
    problems = []
    if not named:
        problems.append(
            Problem(
                code="papers-blank",
                what="The case does not say what to make.",
                fix=f"Write `papers: [{next(iter(jurisdiction.papers), '')}]`.",
                path="papers",
            )
        )
    problems += [
        Problem(
            code="paper-not-asked",
            what=f"The case does not name the paper {name}, which --only asks for.",
            fix=f"It names {', '.join(named) or 'none'}.",
            path="papers",
        )
        for name in only
        if named and name not in named and name not in case.papers
    ]
    if problems:
        raise CaseDataError(problems)
    made = tuple(name for name in named if not only or name in wanted)
    return Asked(named, made, papers_filed(case.papers, jurisdiction))
