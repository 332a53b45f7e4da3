"""The zip around a Word file: the same bytes on any machine and day, and nobody's name in its properties."""

from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_PART = "[Content_Types].xml"
"""Readers expect it at the head of the file."""

RELATIONSHIPS = "_rels/.rels"
"""Says which part is what."""

USUAL_PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
EARLIEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)


def read_parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _neutral_properties(parts: Mapping[str, bytes], core: str) -> dict[str, str]:
    """Return the parts that hold properties, by name, with all that they may hold."""
    kinds = {"core-properties": core, "extended-properties": _APP, "custom-properties": _CUSTOM}
    neutral = dict(zip(USUAL_PROPERTIES, kinds.values(), strict=True))
    # Some programs name these parts in their own way, so the package's own list is read.
    for found in ET.fromstring(parts.get(RELATIONSHIPS, b"<none/>")):  # noqa: S314 - the engine wrote it itself
        kind = found.get("Type", "").rpartition("/")[2]
        if kind in kinds:
            neutral[found.get("Target", "").lstrip("/")] = kinds[kind]
    return neutral


def write_parts(parts: Mapping[str, bytes], *, title: str, language: str) -> bytes:
    """Return a Word file of *parts*, its properties holding a title and a language and nothing else."""
    neutral = _neutral_properties(parts, _CORE.format(title=escape(title), language=escape(language)))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != FIRST_PART, name)):
            entry = ZipInfo(name, EARLIEST_ZIP_DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            package.writestr(entry, neutral[name].encode() if name in neutral else parts[name])
    return out.getvalue()
