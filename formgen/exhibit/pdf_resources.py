"""What a page draws with: its typefaces, pictures and patterns, without what adds nothing to its look."""

from pikepdf import Dictionary, Object, Pdf, Stream

from formgen.exhibit.pdf_layers import layers_in, trim_layer
from formgen.exhibit.pdf_objects import (
    Place,
    dictionary,
    entry,
    keys_of,
    name,
    number,
    place_of,
    values_of,
    whole,
)
from formgen.exhibit.prepared import RefusedError

_KINDS = (
    "/ColorSpace",
    "/ExtGState",
    "/Font",
    "/Pattern",
    "/ProcSet",
    "/Properties",
    "/Shading",
    "/XObject",
)
"""ISO 32000-2, 7.8.3."""

_ELSEWHERE = {"/F", "/FDecodeParms", "/FFilter"}
"""Says of a stream that its data are in another file."""

_ADDS_NOTHING = {
    "/AF",
    "/Alternates",
    "/LastModified",
    "/Measure",
    "/Metadata",
    "/OPI",
    "/PieceInfo",
    "/PtData",
    "/Ref",
    "/StructParent",
    "/StructParents",
    "/Thumb",
    *_ELSEWHERE,
}

_SPOKEN = ("/ActualText", "/Alt", "/E", "/Lang", "/MCID")
"""What a stretch of content may say of itself that helps to read it aloud or to search it."""


class Carrier:
    """Takes out of what the pages of a file draw with whatever adds nothing to their look."""

    def __init__(self, pdf: Pdf, pixels: int) -> None:
        self._pdf = pdf
        self._pixels = pixels
        self._seen: set[Place] = set()
        self._waiting: list[object] = []
        self._masks: list[object] = []
        self._shared: dict[Place, Object] = {}
        self.layers: set[Place] = set()
        """Places of the layers met."""

    def resources(self, value: object) -> Object:
        """Return a page's resources, ready to be carried over.

        Raises:
            RefusedError: `evidence-picture-too-large`.
        """
        found = dictionary(value)
        if found is None:
            return Dictionary()
        place = place_of(found)
        if place in self._shared:
            return self._shared[place]
        parts = {key: found.get(key) for key in keys_of(found) if key in _KINDS}
        kept = Dictionary({key: part for key, part in parts.items() if isinstance(part, Object)})
        if place[0]:
            kept = self._pdf.make_indirect(kept)
            self._shared[place] = kept
        self._waiting.append(kept)
        self._work()
        return kept

    def drawing(self, form: Stream) -> None:
        """Make a form XObject, such as the look of a note, ready to be carried over."""
        self._drawn(form)
        self._work()

    def note_layers(self, value: object) -> None:
        """Remember the layers that *value* depends on, and trim them."""
        for place, layer in layers_in(value):
            trim_layer(layer)
            if place[0]:
                self.layers.add(place)

    def _work(self) -> None:
        # Lists and not one function calling another: forms may lie in forms a thousand deep.
        while self._waiting or self._masks:
            if self._masks:
                self._drawn(self._masks.pop())
            else:
                self._clean(self._waiting.pop())

    def _clean(self, resources: object) -> None:
        if not isinstance(resources, Dictionary) or self._was_seen(resources):
            return
        for key in set(keys_of(resources)).difference(_KINDS):
            del resources[key]
        self._clean_drawings(resources)
        self._clean_marks(resources)
        for pattern in values_of(resources.get("/Pattern")):
            self._drawn(pattern)
        for font in values_of(resources.get("/Font")):
            self._typeface(font)
        for state in values_of(resources.get("/ExtGState")):
            self._masks.append(entry(entry(state, "/SMask"), "/G"))

    def _clean_drawings(self, resources: Dictionary) -> None:
        drawings = dictionary(resources.get("/XObject"))
        if drawings is None:
            return
        for key in keys_of(drawings):
            drawn = drawings.get(key)
            if not isinstance(drawn, Stream) or name(drawn.get("/Subtype")) == "PS":
                del drawings[key]
        for each in values_of(drawings):
            self._drawn(each)

    def _clean_marks(self, resources: Dictionary) -> None:
        marks = dictionary(resources.get("/Properties"))
        if marks is None:
            return
        for key in keys_of(marks):
            mark = marks.get(key)
            if name(entry(mark, "/Type")) in {"OCG", "OCMD"}:
                self.note_layers(mark)
            elif isinstance(mark, Dictionary):
                said = {part: mark[part] for part in _SPOKEN if part in mark}
                marks[key] = Dictionary(
                    {part: what for part, what in said.items() if not isinstance(what, Dictionary | Stream)}
                )
            else:
                del marks[key]

    def _drawn(self, value: object) -> None:
        """Clean a picture, a form, a pattern or a soft mask, and put off what it draws with in turn."""
        if not isinstance(value, Stream | Dictionary) or self._was_seen(value):
            return
        self._drop(value)
        if (layer := value.get("/OC")) is not None:
            self.note_layers(layer)
        if name(value.get("/Subtype")) == "Image":
            self._measure(value)
            self._masks += [entry(value, "/SMask"), entry(value, "/Mask")]
        self._waiting.append(entry(value, "/Resources"))

    def _typeface(self, font: object) -> None:
        if isinstance(font, Stream | Dictionary) and not self._was_seen(font):
            self._drop(font)
            self._waiting.append(entry(font, "/Resources"))

    def _drop(self, value: object) -> None:
        if isinstance(value, Stream | Dictionary):
            for key in _ADDS_NOTHING.intersection(value.keys()):
                if key not in _ELSEWHERE or isinstance(value, Stream):
                    del value[key]

    def _measure(self, picture: Object) -> None:
        bits = 1 if entry(picture, "/ImageMask") is True else whole(picture.get("/BitsPerComponent")) or 8
        across, down = (number(picture.get(key)) or 0.0 for key in ("/Width", "/Height"))
        if across * down * min(bits, 16) / 8 > self._pixels:
            raise RefusedError(
                "evidence-picture-too-large",
                f"A picture in the file has more than {self._pixels // 1_000_000} million points.",
                "Open the file in a PDF reader, print it to a new PDF, and offer that.",
            )

    def _was_seen(self, value: Object) -> bool:
        place = place_of(value)
        if place in self._seen:
            return True
        if place[0]:
            self._seen.add(place)
        return False
