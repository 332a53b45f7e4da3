"""The typefaces that come with formgen: which packages hold them, and where they were installed."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from formgen.errors import Problem, RenderError

ARIMO = ("Arimo[wght].ttf", "Arimo-Italic[wght].ttf")
NOTO_SANS = ("NotoSans[wght].ttf", "NotoSans-Italic[wght].ttf")
SYMBOLS = "NotoSansSymbols[wght].ttf"
EMOJI = "NotoEmoji[wght].ttf"
CJK = "NotoSansCJK-Regular.ttc"
CJK_INDEX = 2
"""The member drawn as in mainland China; the letters of the other members differ in details only."""

SCRIPTS = tuple(
    f"NotoSans{script}[wght].ttf"
    for script in (
        "Arabic",
        "Hebrew",
        "Devanagari",
        "Bengali",
        "Gurmukhi",
        "Gujarati",
        "Oriya",
        "Tamil",
        "Telugu",
        "Kannada",
        "Malayalam",
        "Sinhala",
        "Thai",
        "Lao",
        "Khmer",
        "Myanmar",
        "Ethiopic",
        "Armenian",
        "Georgian",
    )
)

_HOMES = {
    "Arimo": ("fontpkg_arimo", "fontpkg-arimo", "files"),
    "NotoSansCJK": ("noto_cjk_sans_otc", "noto-cjk-sans-otc", ""),
    "Noto": ("manimgx_fonts", "manimgx-fonts", ""),
}
"""By how the names of its files begin: a package's module, its name for pip, and the folder of its fonts."""


def package_font(name: str) -> Path | None:
    """Return where the font file *name* is installed, or None if its package is not there."""
    folder = _folder(*_home(name))
    path = None if folder is None else folder / name
    return path if path is not None and path.is_file() else None


def needed_font(name: str) -> Path:
    """Return where the font file *name* is installed.

    Raises:
        RenderError: `fonts-not-installed`, if its package is not there.
    """
    (path,) = needed_fonts([name])
    return path


def needed_fonts(names: Iterable[str]) -> list[Path]:
    """Return where the font files *names* are installed, each of their packages looked for once.

    Raises:
        RenderError: `fonts-not-installed`, if the package of one of them is not there.
    """
    folders: dict[tuple[str, str, str], Path | None] = {}
    found = []
    for name in names:
        home = _home(name)
        if home not in folders:
            folders[home] = _folder(*home)
        folder = folders[home]
        if folder is None or not (folder / name).is_file():
            raise RenderError([_not_installed(home[1])])
        found.append(folder / name)
    return found


def _not_installed(package: str) -> Problem:
    return Problem(
        code="fonts-not-installed",
        what=f"The typefaces of the package {package} are not installed, or not whole.",
        fix=f"Install them again: pip install --force-reinstall {package}",
    )


def _folder(module: str, _package: str, folder: str) -> Path | None:
    """Return the folder of the fonts in a package; None if it is not installed."""
    spec = find_spec(module)
    return None if spec is None or spec.origin is None else Path(spec.origin).parent / folder


def _home(name: str) -> tuple[str, str, str]:
    return next(home for beginning, home in _HOMES.items() if name.startswith(beginning))
