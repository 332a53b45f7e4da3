"""Fields, notes, stamps and signatures of a page: what paper would show of them is drawn into the page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pikepdf import Annotation, Dictionary, Name, Pdf, PikepdfError, Stream

from formgen.exhibit.pdf_actions import count_in_note
from formgen.exhibit.pdf_fields import Field, Value, note_value
from formgen.exhibit.pdf_objects import dictionary, entry, items, name, whole, words
from formgen.exhibit.pdf_page_tree import SourcePage
from formgen.exhibit.pdf_resources import Carrier
from formgen.exhibit.pdf_values import draw_values

_HIDDEN = 1 << 1
_PRINTS = 1 << 2
_NO_VIEW = 1 << 5
"""Flags of a note, ISO 32000-2, table 167."""

_NO_MARK = {"Link", "Popup", "Widget", "TrapNet", "PrinterMark", "Watermark"}
"""Kinds of notes that hold nothing somebody wrote."""

_SAYS_ITSELF = {"FreeText", "Stamp", "Redact"}
"""Kinds of notes whose words stand on the page; those of the others open when they are touched."""


@dataclass(slots=True)
class _Waiting:
    """Something to be drawn that has no look of its own yet."""

    note: Dictionary
    value: Value


@dataclass(slots=True)
class Notes:
    """What was found on the pages, and what became of it."""

    done: Counter[str] = field(default_factory=Counter)
    shown: dict[int, list[Dictionary]] = field(default_factory=dict)
    """What is to be drawn on each page, by its number in the file, in order."""


def find_notes(pdf: Pdf, pages: Sequence[SourcePage]) -> Notes:
    """Return what is to be drawn into *pages*; what says something but has no look of its own gets one."""
    form = dictionary(pdf.Root.get("/AcroForm"))
    is_stale = entry(form, "/NeedAppearances") is True
    found = Notes()
    waiting: list[_Waiting] = []
    for page in pages:
        shown = found.shown[page.number] = []
        for item in items(page.own.get("/Annots")):
            note = dictionary(item)
            if note is None:
                continue
            found.done += count_in_note(note)
            if name(note.get("/Subtype")) == "Widget":
                is_shown, value = _look_at_field(note, form, found.done, is_stale=is_stale)
            else:
                is_shown, value = _look_at_note(note, found.done)
            if is_shown:
                shown.append(note)
            if value is not None:
                waiting.append(_Waiting(note, value))
    drawn = draw_values(pdf, [each.value for each in waiting])
    for each, look in zip(waiting, drawn.looks, strict=True):
        each.note["/AP"] = Dictionary(N=look)
    found.done.update(
        {"fields-drawn": len(waiting), "values-cut": drawn.cut, "characters-spelled": drawn.spelled}
    )
    return found


def _look_at_field(
    widget: Dictionary, form: object, done: Counter[str], *, is_stale: bool
) -> tuple[bool, Value | None]:
    """Return whether a field is to be drawn, and with which value if it has no look of its own."""
    field_ = Field(widget, form)
    holds = field_.holds
    flags = whole(widget.get("/F"))
    if field_.is_signed:
        done["signature-flattened"] += 1
    if flags & (_HIDDEN | _NO_VIEW) and not (flags & _PRINTS and not flags & _HIDDEN):
        done["hidden-fields-left-out"] += holds and not field_.is_signed
        return False, None
    has_look = field_.settle(was_stale=is_stale)
    # What somebody filled in is seen on the screen even where the field is not meant for paper.
    if not (holds or flags & _PRINTS):
        return False, None
    value = None if has_look or not holds or field_.is_signed else field_.value()
    if holds and not field_.is_signed and (has_look or value is not None):
        done["fields-flattened"] += 1
    return has_look or value is not None, value


def _look_at_note(note: Dictionary, done: Counter[str]) -> tuple[bool, Value | None]:
    kind = name(note.get("/Subtype"))
    flags = whole(note.get("/F"))
    if kind == "Popup":
        return False, None
    if kind == "Redact":
        done["redactions-not-applied"] += 1
    prints = bool(flags & _PRINTS) and not flags & _HIDDEN
    has_look = _has_look(note)
    value = note_value(note) if prints and kind == "FreeText" and not has_look else None
    if prints and (has_look or value is not None):
        done["notes-flattened"] += kind != "Link"
        if kind not in _SAYS_ITSELF | _NO_MARK and words(note.get("/Contents")).strip():
            done["note-words-left-out"] += 1
        return True, value
    if kind not in _NO_MARK and (words(note.get("/Contents")).strip() or has_look):
        done["notes-left-out"] += 1
    return False, None


def _has_look(note: Dictionary) -> bool:
    look = entry(note.get("/AP"), "/N")
    if isinstance(look, Dictionary):
        look = look.get(f"/{name(note.get('/AS'))}")
    return isinstance(look, Stream)


def draw_notes(notes: Sequence[Dictionary], turn: int, carrier: Carrier) -> tuple[bytes, Dictionary]:
    """Return what draws *notes* onto their page, and what that draws with.

    Args:
        notes: In the order in which they lie one on the other.
        turn: How far the page is turned, in degrees clockwise.
        carrier: What their looks are made ready with.
    """
    if not notes:
        return b"", Dictionary()
    content: list[bytes] = []
    looks, layers = Dictionary(), Dictionary()
    for number, note in enumerate(notes, 1):
        look = Annotation(note).get_appearance_stream(Name.N)
        if not isinstance(look, Stream):
            continue
        look["/Subtype"] = Name.Form
        try:
            placed = Annotation(note).get_page_content_for_appearance(Name(f"/Note{number}"), turn, 0, 0)
        except PikepdfError:
            continue
        if not placed:
            continue
        carrier.drawing(look)
        looks[f"/Note{number}"] = look
        layer = dictionary(note.get("/OC"))
        if layer is not None:
            carrier.note_layers(layer)
            layers[f"/Layer{number}"] = layer
            placed = b"/OC /Layer%d BDC\n%s\nEMC\n" % (number, placed)
        content.append(placed)
    return b"".join(content), Dictionary(XObject=looks, Properties=layers)
