"""Digests of what a page shows: its drawing, and everything that the drawing draws with."""

import hashlib
import re

from pikepdf import Array, Dictionary, Object, Pdf, PikepdfError, Stream

_REFERENCE = re.compile(rb"\((?:[^\\()]|\\.)*\)|(\d+) (\d+) R(?![^\s/<>\[\]()])", re.DOTALL)
"""A string, in which nothing is a reference, or a reference to another object."""

_DEEPEST = 200
"""Objects that may hang one under the other."""

_MOST = 1_000_000
"""Visits in one file; only objects knotted on purpose need as many."""


_TOO_LARGE = "memory limit exceeded"
"""How qpdf says that a stream unpacks to more than it may."""


class TooLargeError(Exception):
    """Something in a file takes up more room, once unpacked, than one file is given."""


class KnottedError(Exception):
    """The objects of a file hang together in a way that nobody's program writes."""


class Digester:
    """Digests of the pages of one open file; what pages share is digested once.

    A digest tells nothing of the numbers that objects have in the file, so
    that a page keeps it when it is copied into another.  It counts streams
    as they are stored: a file that packs them anew gives other digests.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._known: dict[tuple[int, int], bytes] = {}
        self._open: dict[tuple[int, int], int] = {}
        """The objects that are being looked into, and how deep each lies."""

        self._visits = 0

    def of_form(self, form: Object) -> str:
        """Return the digest of a form XObject: of what it draws, not of where it is placed."""
        content, _ = drawing_of(form)
        return self.of_page(content, form.get("/Resources"))

    def of_page(self, content: bytes, resources: object) -> str:
        """Return the digest of *content*, a drawing unpacked, and of the *resources* it draws with.

        Raises:
            KnottedError: If the resources are knotted or nested beyond reason.
        """
        whole = hashlib.sha256(b"page")
        whole.update(hashlib.sha256(content).digest())
        whole.update(self._value(resources)[0])
        return whole.hexdigest()

    def _value(self, value: object) -> tuple[bytes, int]:
        """Return the digest of a value, and how deep the highest open object lies that it leads back to."""
        if isinstance(value, Stream | Dictionary | Array):
            place = value.objgen
            return self._object(place, value) if place[0] else self._text(value.unparse())
        return hashlib.sha256(repr(value).encode()).digest(), _DEEPEST

    def _object(self, place: tuple[int, int], value: Object | None = None) -> tuple[bytes, int]:
        if (known := self._known.get(place)) is not None:
            return known, _DEEPEST
        depth = len(self._open)
        if (above := self._open.get(place)) is not None:
            return b"up %d" % (depth - above), above
        self._visits += 1
        if depth >= _DEEPEST or self._visits > _MOST:
            raise KnottedError
        if value is None:
            value = self._pdf.get_object(place)
        self._open[place] = depth
        digest, highest = self._contents(value)
        del self._open[place]
        # What stands in a circle looks another to each that comes upon it from elsewhere.
        if highest > depth:
            self._known[place] = digest
        return digest, _DEEPEST if highest >= depth else highest

    def _contents(self, value: object) -> tuple[bytes, int]:
        if isinstance(value, Object) and not isinstance(value, Stream):
            return self._text(value.unparse(resolved=True))
        if not isinstance(value, Stream):
            return hashlib.sha256(repr(value).encode()).digest(), _DEEPEST
        entries = value.stream_dict.copy()
        if "/Length" in entries:
            del entries["/Length"]
        digest, highest = self._text(entries.unparse())
        whole = hashlib.sha256(digest)
        whole.update(value.get_raw_stream_buffer())
        return whole.digest(), highest

    def _text(self, text: bytes) -> tuple[bytes, int]:
        """Return the digest of an object as it is written in a file, its references followed."""
        if b" R" not in text:
            return hashlib.sha256(text).digest(), _DEEPEST
        whole = hashlib.sha256()
        highest = _DEEPEST
        done = 0
        for found in _REFERENCE.finditer(text):
            if found.lastindex:
                digest, above = self._object((int(found[1]), int(found[2])))
                whole.update(text[done : found.start()])
                whole.update(digest)
                done, highest = found.end(), min(highest, above)
        whole.update(text[done:])
        return whole.digest(), highest


def drawing_of(form: Object) -> tuple[bytes, bool]:
    """Return what a form XObject draws, as it is stored if it cannot be unpacked, and whether it can.

    Raises:
        TooLargeError: If it takes up more room than qpdf is allowed.
    """
    try:
        return form.read_bytes(), True
    except PikepdfError as error:
        if _TOO_LARGE in str(error):
            raise TooLargeError from None
        return form.read_raw_bytes(), False
