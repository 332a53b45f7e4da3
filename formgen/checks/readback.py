"""Reopens a finished letter: every quote, name and date is found as typed, and nothing else is in it."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from formgen.checks.word_text import NotAWordFileError, paragraphs_in
from formgen.document.carrying import Carried
from formgen.errors import Problem
from formgen.render.rendered import Piece, Rendered


def compared(text: str) -> str:
    """Return *text* as it is compared: Unicode normal form, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def packed(text: str) -> str:
    """Return *text* as stretches of it are matched: normal form, no white space at all."""
    return "".join(unicodedata.normalize("NFC", text).split())


def read_back(
    rendered: Rendered,
    *,
    carries: Iterable[Carried],
    wording: Collection[str],
    typed: Collection[str],
) -> list[Problem]:
    """Return what is wrong with the finished file of *rendered*.

    Args:
        rendered: The finished file, and what its maker says each paragraph is made of.
        carries: Quotes, names and dates that must be found, as typed.
        wording: Every stretch of wording in the template.
        typed: Every text of the case, and every word the catalog lends.
    """
    try:
        paragraphs = [compared(paragraph.text) for paragraph in paragraphs_in(rendered.content)]
    except NotAWordFileError:
        return [_problem(rendered, "paper-unreadable", "The finished paper cannot be opened again.", "")]
    whole = " ".join(text for text in paragraphs if text)
    problems = [
        _problem(
            rendered,
            "text-missing",
            "Something typed is not in the finished paper as it was typed.",
            want.path,
        )
        for want in carries
        if compared(want.text) not in whole
    ]
    said = [compared("".join(piece.text for piece in pieces)) for pieces in rendered.paragraphs]
    if [text for text in paragraphs if text] != [text for text in said if text]:
        problems.append(
            _problem(rendered, "text-changed", "The finished paper does not hold the text it was given.", "")
        )
    problems += _foreign(rendered, wording=wording, typed=typed)
    return problems


def printed_clauses(rendered: Rendered, law: Mapping[str, str]) -> tuple[str, ...]:
    """Return which clauses of *law* the finished paper prints, by their references."""
    whole = packed("".join(piece.text for pieces in rendered.paragraphs for piece in pieces))
    return tuple(reference for reference, wording in law.items() if packed(wording) in whole)


def _foreign(rendered: Rendered, *, wording: Collection[str], typed: Collection[str]) -> list[Problem]:
    own = Stretches(wording, single_letters=True)
    said = Stretches(typed, single_letters=False)
    return [
        _problem(
            rendered,
            "text-foreign",
            f"Paragraph {number} holds words that are neither the template's nor the case's.",
            "",
        )
        for number, pieces in enumerate(rendered.paragraphs, 1)
        if not all((said if piece.is_value else own).make_up(piece.text) for piece in _joined(pieces))
    ]


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with neighbours of one kind joined: a template's sentence may be cut by a tag."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and not piece.is_value and not joined[-1].is_value:
            joined[-1] = Piece(joined[-1].text + piece.text, is_value=False)
        else:
            joined.append(piece)
    return joined


class Stretches:
    """Known stretches of text; tells whether another text is made up of them."""

    def __init__(self, known: Iterable[str], *, single_letters: bool) -> None:
        self._known = {text for entry in known if (text := packed(entry))}
        self._by_start: dict[str, list[str]] = {}
        for text in self._known:
            # One typed letter must not help to make up a word that nobody said; a template's plural may.
            if len(text) == 1 and text.isalpha() and not single_letters:
                continue
            self._by_start.setdefault(text[0], []).append(text)

    def make_up(self, text: str) -> bool:
        """Return whether *text* is one known stretch after another, white space aside."""
        whole = packed(text)
        if not whole or whole in self._known:
            return True
        reached = [True] + [False] * len(whole)
        for start in range(len(whole)):
            if reached[start]:
                for stretch in self._by_start.get(whole[start], ()):
                    if whole.startswith(stretch, start):
                        reached[start + len(stretch)] = True
        return reached[-1]


def _problem(rendered: Rendered, code: str, what: str, path: str) -> Problem:
    return Problem(
        code=code,
        what=what,
        fix="Nothing was written. This is a fault of the program or of the template: please report it.",
        path=path or rendered.file_name,
    )
