"""What a PDF would do when it is opened or touched: counted by kind, for none of it is carried over."""

from collections import Counter
from collections.abc import Iterator

from pikepdf import Dictionary, Pdf

from formgen.exhibit.pdf_objects import Place, dictionary, entry, items, name, place_of, values_of

SCRIPTS = "scripts-left-out"
ACTIONS = "actions-left-out"
LINKS = "links-left-out"
FILES = "attached-files-left-out"
MEDIA = "media-left-out"

_GOES_WITHIN = {"", "GoTo", "Thread", "Named", "GoToDp"}
"""Actions that only turn to another page of the same file."""

_GOES_OUT = {"URI", "GoToR", "GoToE"}
_PLAYS = {"Sound", "Movie", "Rendition", "RichMediaExecute", "GoTo3DView"}

_MEDIA = {"3D", "Movie", "RichMedia", "Screen", "Sound"}
"""Kinds of notes that play something."""

_MOST = 10_000
"""Entries of one list that are looked at."""


def count_in_document(pdf: Pdf) -> Counter[str]:
    """Return what *pdf* as a whole would do, and the files attached to it, counted by code."""
    root = pdf.Root
    names = entry(root, "/Names")
    found = Counter[str]()
    found[SCRIPTS] = sum(1 for _ in _named(entry(names, "/JavaScript")))
    found[FILES] = sum(1 for _ in _named(entry(names, "/EmbeddedFiles")))
    found += _counted(_actions(root.get("/OpenAction"), root.get("/AA")))
    for field in _fields(entry(root.get("/AcroForm"), "/Fields")):
        # What stands on a page as well is counted there.
        if "/Subtype" not in field:
            found += _counted(_actions(field.get("/A"), field.get("/AA")))
    return found


def count_in_page(page: Dictionary) -> Counter[str]:
    """Return what *page* itself would do when it is turned to."""
    return _counted(_actions(page.get("/AA")))


def count_in_note(note: Dictionary) -> Counter[str]:
    """Return what one note, field or link would do, play or hand over."""
    kind = name(note.get("/Subtype"))
    found = Counter[str]()
    if kind == "FileAttachment":
        found[FILES] += 1
    if kind in _MEDIA:
        found[MEDIA] += 1
    acts = _counted(_actions(note.get("/A"), note.get("/AA")), is_link=kind == "Link")
    if kind in _MEDIA:
        del acts[MEDIA]
    return found + acts


def _counted(actions: Iterator[object], *, is_link: bool = False) -> Counter[str]:
    found = Counter[str]()
    for action in actions:
        kind = name(entry(action, "/S"))
        if kind == "JavaScript":
            found[SCRIPTS] += 1
        elif kind in _PLAYS:
            found[MEDIA] += 1
        elif is_link and kind in _GOES_OUT:
            found[LINKS] += 1
        elif kind not in _GOES_WITHIN:
            found[ACTIONS] += 1
    return found


def _actions(*starts: object) -> Iterator[object]:
    """Yield each action of *starts*, each of which is an action or a list of what sets off which."""
    waiting: list[object] = []
    for start in starts:
        listed = dictionary(start)
        if listed is not None and "/S" not in listed:
            waiting += values_of(listed)
        else:
            waiting.append(start)
    seen: set[Place] = set()
    looked = 0
    while waiting and looked < _MOST:
        looked += 1
        action = dictionary(waiting.pop())
        if action is None or (place_of(action) in seen and place_of(action)[0]):
            continue
        seen.add(place_of(action))
        yield action
        after = action.get("/Next")
        waiting += items(after) or [after]


def _named(tree: object) -> Iterator[object]:
    """Yield each value in a tree of names (ISO 32000-2, 7.9.6)."""
    waiting = [tree]
    seen: set[Place] = set()
    while waiting and len(seen) < _MOST:
        node = dictionary(waiting.pop())
        if node is None or (place_of(node) in seen and place_of(node)[0]):
            continue
        seen.add(place_of(node))
        yield from items(node.get("/Names"))[1::2]
        waiting += items(node.get("/Kids"))


def _fields(listed: object) -> Iterator[Dictionary]:
    """Yield each field of a form, with those under it."""
    waiting: list[object] = [*items(listed)]
    seen: set[Place] = set()
    while waiting:
        field = dictionary(waiting.pop())
        if field is None or (place_of(field) in seen):
            continue
        seen.add(place_of(field))
        yield field
        waiting += items(field.get("/Kids"))
