"""Holds every typed stretch of a drawn paper against the place in the case that it is said to come from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from formgen.case import Case
from formgen.case.base import NONE, ShorthandModel
from formgen.case.people import Address
from formgen.case.when import When
from formgen.document.blocks import CaptionLine, Inline, Span
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import DrawnPaper
from formgen.document.declaration import inlines_of
from formgen.document.leaf import Leaf, LeafTable, LeafText
from formgen.document.letter_law import last_name
from formgen.document.markers import Marker, Typed, pieces_of
from formgen.errors import Problem
from formgen.facts.identity import unnamed

LONGEST_DATE = 80
"""Characters; no date in words is longer."""

LONGEST_JOIN = 6
"""Characters between the names in a list: `, ` or `and`."""

_IN_CAPITALS = ("name", "doing_business_as", "county")
"""What a caption prints in capitals."""

_MARKS = "\"'\u201c\u201d\u2018\u2019"


def printed_by(paper: DrawnPaper | Leaf) -> Iterator[tuple[str, str]]:
    """Yield every typed stretch that *paper* prints, with its place in the case."""
    for inline in _inlines(paper):
        if isinstance(inline, Span) and inline.source and inline.text.strip():
            yield inline.text, inline.source


def source_problems(case: Case, printed: Iterable[tuple[str, str]]) -> list[Problem]:
    """Return a problem for each place whose words *printed* has otherwise than they are typed, or not all.

    What is typed at a place may be printed several times, each time as a
    whole; spaces and line ends do not count.
    """
    stretches: dict[str, list[str]] = {}
    for text, path in printed:
        stretches.setdefault(path, []).append(text)
    return [
        Problem(
            code="words-astray",
            what="A paper would print words that are not those typed here.",
            fix="Nothing was written. This is a fault of the program: please report it.",
            path=path,
        )
        for path, texts in stretches.items()
        if not _stands_at(case, texts, path)
    ]


def value_at(case: Case, path: str) -> object:
    """Return what stands at *path*, written as a person would: `incidents[2].quotes[1]`; None if nothing."""
    value: object = case
    for step in path.split("."):
        name, _, number = step.partition("[")
        value = getattr(value, name, None)
        if number:
            digits = number.removesuffix("]")
            place = int(digits) if digits.isdecimal() else 0
            listed = value if isinstance(value, tuple) else ()
            value = listed[place - 1] if 0 < place <= len(listed) else None
    return value


def _inlines(paper: DrawnPaper | Leaf) -> Iterator[Inline]:
    match paper:
        case Leaf():
            for leaf_block in paper.blocks:
                match leaf_block:
                    case LeafText():
                        yield from leaf_block.inlines
                    case LeafTable():
                        yield from (
                            inline for row in leaf_block.rows for cell in row.cells for inline in cell
                        )
        case ChronologyPaper():
            yield from _in_chronology(paper)
        case CourtPaper():
            for line in _head(paper):
                yield from line.inlines
            for block in paper.blocks:
                yield from inlines_of(block)


def _head(paper: CourtPaper) -> Iterator[CaptionLine]:
    yield from paper.heading
    if paper.caption is not None:
        caption = paper.caption
        for column in (caption.filer, caption.court, caption.parties, caption.paper):
            yield from column


def _in_chronology(paper: ChronologyPaper) -> Iterator[Inline]:
    for line in paper.heading:
        yield from line.inlines
    for group in paper.groups:
        yield from group.heading
        cells = (cell for row in group.rows for cell in row.cells)
        yield from (inline for cell in cells for block in cell for inline in block.inlines)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of what is typed: one of *choices*, or anything of up to *gap* characters."""

    choices: tuple[str, ...] = ()
    gap: int = 0


def _stands_at(case: Case, texts: Sequence[str], path: str) -> bool:
    value = value_at(case, path)
    # A date is printed in the jurisdiction's words, and `none` in the catalog's: neither is typed words.
    if isinstance(value, When) or value == NONE:
        return True
    if value is None:
        return False
    printed = [_tight(text) for text in texts]
    if path.endswith(".translation"):
        printed = [text[1:-1] if text[:1] in _MARKS and text[-1:] in _MARKS else text for text in printed]
    if isinstance(value, tuple):
        return _read_out(case, value, "".join(printed))
    if isinstance(value, Address):
        fields = (getattr(value, name) or "" for name in type(value).model_fields)
        # Commas part its fields on a line, or stand in them.
        whole, printed = "".join(fields), [text.replace(",", "") for text in printed]
        return _is_made_of("".join(printed), [_Piece((_tight(whole.replace(",", "")),))])
    if isinstance(value, ShorthandModel):
        value = getattr(value, type(value).main_field)
    if value is None or isinstance(value, BaseModel):
        return False
    return _is_made_of("".join(printed), _pieces(case, str(value), path))


def _read_out(case: Case, names: Sequence[object], printed: str) -> bool:
    """Return whether *printed* is *names* read out in their order, between them no more than joins a list."""
    pieces: list[_Piece] = []
    for name in names:
        pieces += [_Piece(gap=LONGEST_JOIN)] if pieces else []
        pieces.append(_Piece(_forms(case, str(name))))
    return _is_made_of(printed, pieces)


def _pieces(case: Case, typed: str, path: str) -> list[_Piece]:
    """Return the parts of what is *typed*: its words, and what stands between them where it has markers."""
    parts = list(pieces_of(typed))
    if len(parts) == 1 and isinstance(parts[0], Typed):
        forms = _forms(case, typed)
        if path == "respondent.name":
            # After the first mention papers call the respondent by the last name.
            forms = (*forms, _tight(last_name(typed)))
        if path.rpartition(".")[2] in _IN_CAPITALS:
            forms = (*forms, *(form.upper() for form in forms))
        # Where other words end the sentence, its own period is left out.
        return [_Piece((*forms, *(form.removesuffix(".") for form in forms)))]
    pieces: list[_Piece] = []
    for place, part in enumerate(parts):
        if isinstance(part, Typed):
            cites_before, cites_after = _is_citation(parts, place - 1), _is_citation(parts, place + 1)
            pieces += _beside_citations(_tight(part.text), before=cites_before, after=cites_after)
        else:
            pieces.append(_Piece(gap=LONGEST_DATE if part.kind == "when" else 0))
    return pieces


def _is_citation(parts: Sequence[Typed | Marker], place: int) -> bool:
    part = parts[place] if 0 <= place < len(parts) else None
    return isinstance(part, Marker) and part.kind != "when"


def _beside_citations(tight: str, *, before: bool, after: bool) -> Iterator[_Piece]:
    """Yield typed words; parentheses and joining words go with the markers that they stand around."""
    closes, opens = before and tight.startswith(")"), after and tight.endswith("(")
    words = tight[closes : len(tight) - opens]
    joins = before and after and len(words) <= LONGEST_JOIN
    if closes:
        yield _Piece((")", ""))
    yield _Piece((words, "") if joins else (words,))
    if opens:
        yield _Piece(("(", ""))


def _forms(case: Case, typed: str) -> tuple[str, ...]:
    """Return how *typed* may be printed: as it is, or what a person is called who is not named."""
    called = (each.referred_to_as or "" for each in unnamed(case) if each.name == typed)
    return (_tight(typed), *(_tight(each) for each in called))


def _is_made_of(printed: str, pieces: Sequence[_Piece]) -> bool:
    """Return whether *printed* is the *pieces* in their order, once or more often."""
    reached = {0}
    begun: set[int] = set()
    while reached:
        begun |= reached
        for piece in pieces:
            reached = _after(printed, piece, reached)
        if len(printed) in reached:
            return True
        reached -= begun
    return False


def _after(printed: str, piece: _Piece, reached: set[int]) -> set[int]:
    """Return the places in *printed* that can follow *piece*, if it begins at one of those *reached*."""
    if piece.choices:
        return {
            at + len(choice) for at in reached for choice in piece.choices if printed.startswith(choice, at)
        }
    return {place for at in reached for place in range(at, min(at + piece.gap, len(printed)) + 1)}


def _tight(text: str) -> str:
    """Return *text* without its spaces and line ends."""
    return "".join(text.split())
