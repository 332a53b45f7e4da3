"""Layers of a PDF: what is hidden when it is opened stays hidden in the copy (ISO 32000-2, 8.11)."""

from collections.abc import Collection, Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from formgen.exhibit.pdf_objects import Place, dictionary, entry, items, keys_of, name, place_of

_USES_KEPT = ("/View", "/Print", "/Export", "/Zoom")
"""When a layer is seen; the rest tells who made it."""


def merge_layers(target: Pdf, source: Pdf, used: Collection[Place] | None = None) -> int:
    """Make the layers of *source* layers of *target*, and return how many of them are hidden.

    Call it with the same open *source* that pages or drawings are copied
    from: a layer is then the same object in the drawings and in the list.

    Args:
        target: The file that is being put together.
        source: An open file that something was, or will be, copied from.
        used: Which layers, by their places in *source*; None for all.
    """
    properties = dictionary(entry(source.Root, "/OCProperties"))
    if properties is None:
        return 0
    settings = dictionary(properties.get("/D")) or Dictionary()
    hidden = _hidden(properties, settings)
    copied: dict[Place, Object] = {}
    for layer in items(properties.get("/OCGs")):
        place = place_of(layer)
        wanted = used is None or place in used
        if place[0] and place not in copied and wanted and _takes_part(layer, settings):
            copied[place] = target.copy_foreign(layer)
            if "/Intent" in copied[place]:
                # Which intents count is for the settings of one file to say, and these serve several.
                del copied[place]["/Intent"]
    if not copied:
        return 0
    here, shown = _settings_of(target)
    here.extend(copied.values())
    shown["/OFF"].extend(layer for place, layer in copied.items() if place in hidden)
    uses = [
        Dictionary(Event=use["/Event"], Category=Array(items(use.get("/Category"))), OCGs=Array(layers))
        for use in items(settings.get("/AS"))
        if isinstance(entry(use, "/Event"), Name)
        and (
            layers := [
                copied[where] for where in map(place_of, items(entry(use, "/OCGs"))) if where in copied
            ]
        )
    ]
    if uses:
        shown["/AS"] = Array([*items(shown.get("/AS")), *uses])
    return len(hidden.intersection(copied))


def layers_in(value: object) -> Iterator[tuple[Place, Object]]:
    """Yield each layer that *value*, a layer or a rule about several, depends on, with its place."""
    waiting, seen = [value], 0
    while waiting and seen < 1000:
        found = waiting.pop()
        seen += 1
        kind = name(entry(found, "/Type"))
        if kind == "OCG" and isinstance(found, Dictionary):
            yield place_of(found), found
        elif kind == "OCMD":
            waiting += [entry(found, "/OCGs"), entry(found, "/VE")]
        else:
            waiting += items(found)


def _hidden(properties: Dictionary, settings: Dictionary) -> set[Place]:
    """Return the places of the layers that are not seen when the file is opened."""
    off = set(map(place_of, items(settings.get("/OFF"))))
    if name(settings.get("/BaseState")) != "OFF":
        return off
    on = set(map(place_of, items(settings.get("/ON"))))
    return (set(map(place_of, items(properties.get("/OCGs")))) - on) | off


def _takes_part(layer: object, settings: Dictionary) -> bool:
    """Return whether a layer is one that the file's settings show and hide."""
    meant = _intents(settings.get("/Intent"))
    return "All" in meant or not meant.isdisjoint(_intents(entry(layer, "/Intent")))


def _intents(value: object) -> set[str]:
    return {name(part) for part in (items(value) or (value,))} - {""} or {"View"}


def trim_layer(layer: Object) -> None:
    """Take out of *layer* what says who made it and for whom."""
    for key in set(keys_of(layer)) - {"/Type", "/Name", "/Usage", "/Intent"}:
        del layer[key]
    usage = dictionary(layer.get("/Usage"))
    if usage is not None:
        for key in set(keys_of(usage)).difference(_USES_KEPT):
            del usage[key]


def _settings_of(target: Pdf) -> tuple[Array, Dictionary]:
    """Return the list of layers of *target* and its settings, made if it has none."""
    root = target.Root
    if "/OCProperties" not in root:
        root["/OCProperties"] = Dictionary(OCGs=Array(), D=Dictionary(OFF=Array()))
    properties = root["/OCProperties"]
    listed, shown = properties["/OCGs"], properties["/D"]
    if not isinstance(listed, Array) or not isinstance(shown, Dictionary):
        raise TypeError
    return listed, shown
