"""Looks at what a finished packet is made of: nothing in it acts, and nothing tells who made it.

Its own pages are looked at entry by entry: what is not known to be harmless
is told.  What evidence draws with may hold anything but what acts.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from formgen.checks.packet_evidence import EvidencePage
from formgen.exhibit.prepared import EXHIBIT

_Keys: TypeAlias = frozenset[str]

_CATALOG: _Keys = frozenset(
    {
        *("/Type", "/Pages", "/Lang", "/Names", "/Outlines", "/PageLabels", "/PageMode", "/PageLayout"),
        *("/ViewerPreferences", "/OCProperties", "/Version", "/Extensions"),
    }
)
_NAMES: _Keys = frozenset({"/Dests"})
_PAGE: _Keys = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Annots", "/Rotate", "/Trans"}
)
_LINK: _Keys = frozenset({"/Type", "/Subtype", "/Rect", "/Border", "/Dest"})
_PROPERTIES: _Keys = frozenset({"/Title", "/Producer"})
"""What each may hold: no script, form or attached file, no second set of properties, no size of its own."""

_ACTIONS = frozenset(
    {
        *("/GoTo3DView", "/GoToDp", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch"),
        *("/Movie", "/Named", "/Rendition", "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound"),
        *("/SubmitForm", "/Thread", "/URI"),
    }
)
"""Every action but the one that goes to a place in the same file, and the one that is only for looks (ISO
32000-2, table 201)."""

_FILES = frozenset({"/EmbeddedFile", "/Filespec", "/F"})
"""What an attached file says that it is (ISO 32000-2, tables 43 and 44)."""

_FORMS_OF_FILE = frozenset({"/F", "/UF", "/DOS", "/Mac", "/Unix"})

_SUSPECT = re.compile(
    rb"/S /(?:%b)\b|/Type /(?:EmbeddedFile|Filespec|F)\b|/EF\b"
    % "|".join(name[1:] for name in sorted(_ACTIONS)).encode()
)
"""What may be one of them, in an object as it is written; it may stand in a title as well."""

_STARTS = "The finished PDF holds a script, a form, or something that starts when it is opened."
_ATTACHES = "The finished PDF has another file attached."


def file_faults(pdf: Pdf, *, title: str, language: str) -> Iterator[str]:
    """Yield what is wrong with the make of a finished packet as a whole, each as a sentence.

    Args:
        pdf: The file, open.
        title: The title that its own properties must give.
        language: The language that they must give, such as `en-US`.
    """
    if pdf.is_encrypted:
        yield "The finished PDF is locked."
    properties = pdf.trailer.get("/Info", Dictionary())
    if _said(properties, "/Title") != title:
        yield "The finished PDF has another title in its properties than the paper's."
    if not _PROPERTIES.issuperset(properties.keys()) or "/Metadata" in pdf.Root:
        yield "The finished PDF holds properties that may name who made it, or on what machine."
    if _said(pdf.Root, "/Lang") != language:
        yield "The finished PDF does not say in which language it is written."
    names = pdf.Root.get("/Names", Dictionary())
    if not _CATALOG.issuperset(set(pdf.Root.keys()) - {"/Metadata"}) or not _NAMES.issuperset(names.keys()):
        yield "The finished PDF holds something beside its pages, their names and its bookmarks."
    starts = attaches = False
    for entry in _suspects(pdf):
        starts = starts or _said(entry, "/S") in _ACTIONS
        attaches = attaches or _said(entry, "/Type") in _FILES or _holds_file(entry)
    if starts:
        yield _STARTS
    if attaches:
        yield _ATTACHES


class PageMake:
    """What the pages of a packet are made of; what they share is looked at once."""

    def __init__(self) -> None:
        self.odd: list[int] = []
        """The numbers printed on pages that hold what none of ours has."""

        self.fonts: set[str] = set()
        """What is wrong with our own typefaces, each as a sentence."""

        self._seen: set[tuple[int, int]] = set()

    def look_at(self, page: Page, laid: EvidencePage) -> None:
        """Look at one page; the evidence on it has its own rules."""
        entries = page.obj
        links = entries.get("/Annots", ())
        resources = entries.get("/Resources", Dictionary())
        is_odd = not _PAGE.issuperset(entries.keys()) or not all(
            _LINK.issuperset(link.keys()) for link in links
        )
        self._look_at_fonts(resources)
        for name, form in resources.get("/XObject", Dictionary()).items():
            if name == EXHIBIT or self._is_known(form):
                continue
            is_odd = is_odd or _said(form, "/Subtype") != "/Form"
            self._look_at_fonts(form.get("/Resources", Dictionary()))
        if is_odd:
            self.odd.append(laid.printed)

    def _look_at_fonts(self, resources: Object) -> None:
        fonts = resources.get("/Font")
        if fonts is None or self._is_known(fonts):
            return
        for font in dict(fonts.items()).values():
            if not self._is_known(font):
                self.fonts.update(_font_faults(font))

    def _is_known(self, value: Object) -> bool:
        """Tell whether *value* was looked at before."""
        place = value.objgen
        if place in self._seen:
            return True
        if place[0]:
            self._seen.add(place)
        return False


def _font_faults(font: Object) -> Iterator[str]:
    if "/ToUnicode" not in font:
        yield "A typeface of the finished PDF does not say which letters its shapes stand for."
    if _said(font, "/Subtype") == "/Type3":
        return
    for part in font.get("/DescendantFonts", (font,)):
        described = part.get("/FontDescriptor", Dictionary())
        if not {"/FontFile2", "/FontFile3"} & set(described.keys()):
            yield "A typeface is not in the finished PDF, so that another computer would show another."


def _suspects(pdf: Pdf) -> Iterator[Dictionary]:
    """Yield every dictionary of the file that may act or be a file, wherever it hangs."""
    for found in pdf.objects:
        entry = found.stream_dict if isinstance(found, Stream) else found
        if isinstance(entry, Dictionary | Array) and _SUSPECT.search(entry.unparse(resolved=True)):
            yield from _dictionaries(entry)


def _holds_file(entry: Dictionary) -> bool:
    """Tell whether *entry* leads to an attached file; evidence may call a typeface `/EF`."""
    held = entry.get("/EF")
    return isinstance(held, Dictionary) and bool(_FORMS_OF_FILE.intersection(held.keys()))


def _dictionaries(value: Object) -> Iterator[Dictionary]:
    """Yield the dictionaries in *value* that are no objects of their own."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Dictionary):
            yield found
        inside = found.values() if isinstance(found, Dictionary) else list(found)
        waiting += [each for each in inside if isinstance(each, Dictionary | Array) and not each.is_indirect]


def _said(entry: Object, key: str) -> str:
    """Return the name or the text that stands under *key*; nothing if none does."""
    value = entry.get(key)
    return str(value) if isinstance(value, Name | String) else ""
