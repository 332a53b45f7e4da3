"""A typeface that the case names: a font file of its own, or a family installed on this machine.

Nothing here is looked at unless a case names a typeface.  No message says
where a file lies: it is read on shared screens.
"""

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from formgen.errors import Problem, RenderError
from formgen.render.fonts.chain import Family
from formgen.render.fonts.harfbuzz import BOLD, REGULAR, Face, NotAFontError, faces_in

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_BOLD_FROM = 600
_ORDINARY = frozenset(range(ord(" "), ord("~") + 1))

# The bits of fsType in a font's OS/2 table, as the OpenType specification names them.
_USAGE, _RESTRICTED, _WHOLE_ONLY, _BITMAPS_ONLY = 0x000F, 0x0002, 0x0100, 0x0200


def named_family(typeface: str, folder: Path | None) -> Family:
    """Return the files of *typeface*, a font file or the name of a family.

    Raises:
        RenderError: `typeface-not-found`, `typeface-not-readable`,
            `typeface-without-bold` or `typeface-not-embeddable`.
    """
    family = _from_file(typeface, folder) if is_file_name(typeface) else _from_machine(typeface)
    for face in (family.regular, family.bold, family.italic, family.bold_italic):
        if face is not None:
            _check(face)
    return family


def is_file_name(typeface: str) -> bool:
    """Tell whether *typeface* is meant as a file rather than a family."""
    return Path(typeface).suffix.casefold() in _SUFFIXES or "/" in typeface or "\\" in typeface


def font_folders() -> tuple[Path, ...]:
    """Return where this system keeps its fonts, those of everyone first."""
    home = Path.home()
    match platform.system():
        case "Windows":
            folders = [Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")]
            if local := os.environ.get("LOCALAPPDATA"):
                folders.append(Path(local, "Microsoft", "Windows", "Fonts"))
        case "Darwin":
            folders = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
        case _:
            own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
            folders = [
                Path("/usr/share/fonts"),
                Path("/usr/local/share/fonts"),
                own / "fonts",
                home / ".fonts",
            ]
    return tuple(folders)


def _from_file(typeface: str, folder: Path | None) -> Family:
    path = (folder or Path()) / typeface
    if not path.is_file():
        raise _error(
            "typeface-not-found",
            "The font file that the case names is not there.",
            "Put it into the case folder, or correct its name.",
        )
    own = _readable([path])
    if not own:
        raise _error(
            "typeface-not-readable",
            "The font file that the case names cannot be read as a font.",
            "Name a TrueType or OpenType file (.ttf, .otf, .ttc), or leave typeface out.",
        )
    regular = _nearest(own, REGULAR, is_italic=False) or own[0]
    names = regular.families
    beside = [
        face
        for face in _readable(_font_files(path.parent.iterdir()))
        if face.path != path and names & face.families
    ]
    try:
        return _assembled([*own, *beside], regular)
    except RenderError:
        return _assembled([*own, *beside, *_installed(names)], regular)


def _from_machine(name: str) -> Family:
    members = _installed(frozenset({name.strip().casefold()}))
    if not members:
        raise _error(
            "typeface-not-found",
            "The typeface that the case names is not installed on this machine.",
            "Install it, correct its name, name its font file instead, or leave typeface out.",
        )
    return _assembled(members, _nearest(members, REGULAR, is_italic=False) or members[0])


def _installed(names: frozenset[str]) -> list[Face]:
    files = (path for folder in font_folders() for path in _font_files(folder.rglob("*")))
    return [face for face in _readable(files) if names & face.families]


def _font_files(paths: Iterable[Path]) -> list[Path]:
    try:
        return sorted(path for path in paths if path.suffix.casefold() in _SUFFIXES)
    except OSError:
        return []


def _readable(files: Iterable[Path]) -> list[Face]:
    return [face for path in files for face in _faces(path)]


def _faces(path: Path) -> Iterator[Face]:
    try:
        yield from faces_in(path)
    except NotAFontError:
        return


def _assembled(members: Sequence[Face], regular: Face) -> Family:
    bold = _bold(members, regular)
    if bold is None:
        raise _error(
            "typeface-without-bold",
            "The typeface that the case names comes without a bold one, which headings need.",
            "Add the file of its bold beside it, name another typeface, or leave typeface out.",
        )
    italic = _nearest([face for face in members if not _is_heavy(face)], REGULAR, is_italic=True)
    bold_italic = _nearest([face for face in members if _can_be_bold(face)], BOLD, is_italic=True)
    return Family(regular, bold, italic, bold_italic)


def _bold(members: Sequence[Face], regular: Face) -> Face | None:
    if _can_be_bold(regular):
        return regular
    return _nearest([face for face in members if _can_be_bold(face)], BOLD, is_italic=False)


def _can_be_bold(face: Face) -> bool:
    return _is_heavy(face) or (face.weights is not None and face.weights[1] >= _BOLD_FROM)


def _is_heavy(face: Face) -> bool:
    return face.weights is None and face.weight >= _BOLD_FROM


def _nearest(faces: Sequence[Face], weight: int, *, is_italic: bool) -> Face | None:
    """Return the one nearest to normal width and *weight*; the first of several that are equally near."""
    fitting = [face for face in faces if face.is_italic == is_italic]
    if not fitting:
        return None
    return min(fitting, key=lambda face: (abs(face.width_percent - 100), abs(face.weight - weight)))


def _check(face: Face) -> None:
    if not face.code_points >= _ORDINARY:
        raise _error(
            "typeface-not-readable",
            "The typeface that the case names lacks ordinary letters or signs.",
            "Name a typeface for text, or leave typeface out.",
        )
    bits = face.embedding
    if bits & _USAGE == _RESTRICTED or bits & (_WHOLE_ONLY | _BITMAPS_ONLY):
        raise _error(
            "typeface-not-embeddable",
            "The maker of the typeface that the case names does not allow it, or a part of it, in a PDF.",
            "Name another typeface, or leave typeface out.",
        )


def _error(code: str, what: str, fix: str) -> RenderError:
    return RenderError([Problem(code=code, what=what, fix=fix, path="typeface")])
