"""Exhibits that were served already: which evidence each of them is, so that it keeps its label."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from formgen.case.evidence import Evidence
from formgen.errors import Problem, SourceLocation
from formgen.evidence.examine import Examined
from formgen.facts.exhibits import label_key

_STAND_IN = re.compile(r"outside/evidence\[[0-9]+\]")
"""What a sheet has for a file outside the case folder: no path, and in another case another file's."""

_TAKEN = Problem(
    code="label-taken",
    what="Another exhibit was served under this letter or number.",
    fix="Choose one that was not served, such as A-1, or leave it blank for the next that is free.",
)
_SERVED_OTHERWISE = Problem(
    code="label-served-otherwise",
    what="This exhibit was served under another letter or number, which it keeps.",
    fix="Leave it blank, or write the one that it was served under.",
)
_EXCHANGED = Problem(
    code="exhibit-changed-since-served",
    what="This file is not the one that was served under its label: its digest differs.",
    fix="Put the file that was served back, and give the new one a name and an entry of its own.",
)


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One exhibit as `exhibits.csv` lists it; what is not known is empty."""

    label: str
    description: str = ""
    date: str = ""
    file: str = ""
    """From the case folder on."""

    sha256: str = ""
    """Of the file offered."""

    first_page: int | None = None
    """Where it begins in the packet, as the packet counts."""

    pages: int | None = None
    """How many pages it has there; 0 if it was withdrawn and only its label is kept."""

    where: SourceLocation | None = field(default=None, compare=False)
    """Where it stands in the sheet that it was read from."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was in a packet served before, and is in none any more."""
        return self.pages == 0

    def withdrawn(self) -> "ExhibitRow":
        """Return the row by which later sheets remember that the label was used."""
        return replace(self, first_page=None, pages=0)


@dataclass(frozen=True, slots=True)
class Served:
    """What a case has to do with the packet that was served."""

    labels: Mapping[str, str] = field(default_factory=dict)
    """Labels that stay, by evidence id."""

    gone: tuple[ExhibitRow, ...] = ()
    """Exhibits that were served, or withdrawn before, and are not in the case."""

    problems: tuple[Problem, ...] = ()
    """Errors: files that were exchanged since."""

    @property
    def retired(self) -> tuple[str, ...]:
        """Labels that nothing else may have."""
        return tuple(row.label for row in self.gone)


@dataclass(frozen=True, slots=True)
class _Offered:
    """A piece of evidence that may be a served one."""

    id: str
    path: str
    file: str = ""
    sha256: str = ""
    description: str = ""


def match_served(
    rows: Sequence[ExhibitRow], evidence: Sequence[Evidence], examined: Sequence[Examined]
) -> Served:
    """Find the evidence that each served exhibit is, by the digest of its file, else by where the file is.

    A thing without a file is known by its description.

    Args:
        rows: The sheet of the packet that was served.
        evidence: The evidence of the case.
        examined: What was found in its files.
    """
    offered = _offered(evidence, examined)
    labels: dict[str, str] = {}
    problems: list[Problem] = []
    left = list(rows)
    for key_of in (_by_digest_and_file, _by_digest, _by_file, _by_description):
        free: dict[object, list[_Offered]] = {}
        for item in offered:
            if item.id not in labels and (key := key_of(item)):
                free.setdefault(key, []).append(item)
        unmatched: list[ExhibitRow] = []
        for row in left:
            found = free.get(key_of(row))
            if not found:
                unmatched.append(row)
                continue
            item = found.pop(0)
            labels[item.id] = row.label
            if row.sha256 and row.sha256 != item.sha256:
                problems.append(replace(_EXCHANGED, path=f"{item.path}.file"))
        left = unmatched
    return Served(labels, tuple(left), tuple(problems))


def label_problems(evidence: Sequence[Evidence], served: Served) -> list[Problem]:
    """Return what is wrong with labels that the case fixes, given those that were served.

    Two fixed labels that are the same are told elsewhere (`label-doubled`).
    """
    owners = {label_key(label): name for name, label in served.labels.items()}
    used = owners.keys() | {label_key(label) for label in served.retired}
    problems: list[Problem] = []
    for number, item in enumerate(evidence, 1):
        if not (item.label and item.label.strip()):
            continue
        path = f"evidence[{number}].label"
        key = label_key(item.label)
        if item.id in served.labels:
            if owners.get(key) != item.id:
                problems.append(replace(_SERVED_OTHERWISE, path=path))
        elif key in used:
            problems.append(replace(_TAKEN, path=path))
    return problems


def _offered(evidence: Sequence[Evidence], examined: Sequence[Examined]) -> list[_Offered]:
    found = {each.path: each for each in examined}
    offered: list[_Offered] = []
    for number, item in enumerate(evidence, 1):
        if item.id is None:
            continue
        path = f"evidence[{number}]"
        here = found.get(path)
        if here is not None:
            offered.append(_Offered(item.id, path, here.file, here.sha256))
        elif not item.file:
            offered.append(_Offered(item.id, path, description=item.description or ""))
    return offered


def file_key(file: str) -> str:
    """Return what the ways of writing one path have in common, such as `./a/b.pdf` and `a/b.pdf`."""
    path = unicodedata.normalize("NFC", file.replace("\\", "/"))
    return "/".join(part for part in path.split("/") if part not in {"", "."})


def _by_digest_and_file(each: ExhibitRow | _Offered) -> object:
    return (each.sha256, file_key(each.file)) if each.sha256 and each.file else None


def _by_digest(each: ExhibitRow | _Offered) -> object:
    return each.sha256


def _by_file(each: ExhibitRow | _Offered) -> object:
    return "" if _STAND_IN.fullmatch(each.file) else file_key(each.file)


def _by_description(each: ExhibitRow | _Offered) -> object:
    return "" if each.sha256 or each.file else " ".join(each.description.split())
