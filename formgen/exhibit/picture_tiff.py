"""The pages of a TIFF file: a scan or a fax of one page or many."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Stream
from PIL import Image, TiffImagePlugin

from formgen.exhibit.picture_exif import Density, LeftOut
from formgen.exhibit.picture_opened import density_of, has_sound_profile, is_transparent, pack
from formgen.exhibit.picture_packed import image_of, images_of
from formgen.exhibit.picture_page import PicturePages, check_pixels
from formgen.exhibit.prepared import RefusedError
from formgen.exhibit.source import Limits

_ORIENTATION, _BITS, _PLACE = 274, 258, 34853
_CAMERA_DATA = frozenset({270, 271, 272, 305, 306, 315, 316, 700, 33432, 33723, 34377, 34665})
"""Who or what made it, when, and what was said of it."""

_LEFT_TO_IMG2PDF = "1"
"""Black and white without grey, which it takes over as it is packed; anything else it packs slowly."""


@dataclass(frozen=True, slots=True)
class TiffPage:
    """One page, before it is unpacked."""

    density: Density | None
    """Of the page when it is upright."""

    is_plain: bool
    """Whether img2pdf can be handed it as it is."""

    is_deep: bool
    """Colours of more than eight bits, which cannot be kept."""


class TiffFile:
    """A TIFF file opened."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Look at the head of each page; nothing is unpacked.

        Raises:
            RefusedError: `picture-too-large`, or `evidence-too-many-pages` if it has too many pages.
        """
        self._data = data
        self._image = Image.open(io.BytesIO(data), formats=["TIFF"])
        found: list[TiffPage] = []
        tags: set[int] = set()
        while self._go_to(len(found)):
            if len(found) == limits.pages:
                raise RefusedError(
                    "evidence-too-many-pages",
                    f"This file has more than {limits.pages} pages.",
                    "Split it, and name its parts as evidence of their own.",
                )
            check_pixels([self._image.size], limits)
            tags.update(self._tags())
            found.append(self._page())
        self.pages = tuple(found)
        self.left_out = LeftOut(_PLACE in tags, bool(tags & _CAMERA_DATA))

    def put(self, wanted: Sequence[int], pages: PicturePages) -> None:
        """Add the *wanted* pages, counted from 1, to *pages*.

        Raises:
            Exception: Of many kinds, if a page is damaged.
        """
        whole = self._as_they_are(pages) if all(page.is_plain for page in self.pages) else None
        for number in wanted:
            image = whole[number - 1] if whole else self._unpacked(number, pages)
            pages.add(image, self.pages[number - 1].density)

    def _go_to(self, index: int) -> bool:
        try:
            self._image.seek(index)
        except EOFError:
            return False
        return True

    def _tags(self) -> "TiffImagePlugin.ImageFileDirectory_v2":
        assert isinstance(self._image, TiffImagePlugin.TiffImageFile)  # noqa: S101 - no other format was allowed
        return self._image.tag_v2

    def _page(self) -> TiffPage:
        tags = self._tags()
        bits = tags.get(_BITS, (1,))
        is_deep = max(bits if isinstance(bits, tuple) else (bits,)) > 8
        orientation = tags.get(_ORIENTATION, 1)
        density = density_of(self._image)
        return TiffPage(
            density=density[::-1] if density and orientation in range(5, 9) else density,
            is_plain=orientation == 1
            and not is_deep
            and self._image.mode == _LEFT_TO_IMG2PDF
            and not is_transparent(self._image)
            and has_sound_profile(self._image),
            is_deep=is_deep and self._image.mode != "I;16",
        )

    def _as_they_are(self, pages: PicturePages) -> tuple[Stream, ...] | None:
        """Return every page as img2pdf packs it; None if it cannot."""
        for index in range(len(self.pages)):
            self._go_to(index)
            if self._image.info.get("compression") == "group4":
                self._image.load()  # img2pdf takes faxes over without looking whether they are whole
        try:
            return images_of(pages.pdf, self._data)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - img2pdf has no closed list; the page is then unpacked by Pillow
            return None

    def _unpacked(self, number: int, pages: PicturePages) -> Stream:
        self._go_to(number - 1)
        # Pillow turns a TIFF upright when it unpacks it.
        self._image.load()
        return image_of(pages.pdf, pack(self._image))
