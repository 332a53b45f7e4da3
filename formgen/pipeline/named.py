"""Names the evidence that a problem is about: whoever has forty files does not count to the nineteenth."""

import re
from dataclasses import replace

from formgen.case import Case
from formgen.errors import Problem
from formgen.packet.trouble import shown

_PLACE = re.compile(r"evidence\[([0-9]+)\]")


def with_evidence_named(problem: Problem, case: Case) -> Problem:
    """Return *problem* with the id and the file of the evidence that it is about, if it is about one."""
    found = _PLACE.match(problem.path)
    if found is None or not 0 < int(found[1]) <= len(case.evidence):
        return problem
    item = case.evidence[int(found[1]) - 1]
    named = ", ".join(shown(name) for name in (item.id, item.file) if name)
    return replace(problem, what=f"{named}: {problem.what}") if named else problem
