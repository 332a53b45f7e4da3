"""Tells what stands outside quotation marks, of any kind that people type."""

_CLOSED_BY = {'"': '"', "'": "'", "\u201c": "\u201d", "\u2018": "\u2019", "\u00ab": "\u00bb"}
"""The mark that closes what each opens."""

_SINGLE = ("'", "\u2018")
"""Those that are apostrophes too, so that one left open is not looked for in the next paragraph."""

_MAY_STAND_BEFORE = "([{-\u2013\u2014/"
_BLANK_LINE = "\n\n"


def outside_marks(text: str) -> str:
    """Return *text* without what stands in quotation marks.

    Exact words may go over several paragraphs, each of which may begin with
    a mark of its own.  A mark that nothing closes is no quotation mark.
    """
    kept: list[str] = []
    # How far each closing mark was looked for in vain.
    in_vain: dict[str, int] = {}
    place = paragraph_end = 0
    while place < len(text):
        if place >= paragraph_end:
            found = text.find(_BLANK_LINE, place + 1)
            paragraph_end = found if found >= 0 else len(text)
        limit = paragraph_end if text[place] in _SINGLE else len(text)
        end = _end_of_quote(text, place, limit, in_vain)
        kept.append(" " if end else text[place])
        place = end or place + 1
    return "".join(kept)


def _end_of_quote(text: str, start: int, limit: int, in_vain: dict[str, int]) -> int:
    """Return the place after the quotation that begins at *start* and ends before *limit*; 0 if none does."""
    closing = _CLOSED_BY.get(text[start])
    if closing is None or not _opens(text, start) or in_vain.get(closing) == limit:
        return 0
    place = text.find(closing, start + 1, limit)
    while place >= 0:
        if _closes(text, place):
            return place + 1
        place = text.find(closing, place + 1, limit)
    in_vain[closing] = limit
    return 0


def _opens(text: str, place: int) -> bool:
    """Return whether the mark at *place* stands before a word: not an apostrophe, not inches."""
    before = text[place - 1 : place]
    after = text[place + 1 : place + 2]
    at_a_start = not before or before.isspace() or before in _MAY_STAND_BEFORE or before in _CLOSED_BY
    return at_a_start and bool(after) and not after.isspace()


def _closes(text: str, place: int) -> bool:
    """Return whether the mark at *place* stands behind a word: not an apostrophe within one."""
    before = text[place - 1 : place]
    return not before.isspace() and not text[place + 1 : place + 2].isalnum()
