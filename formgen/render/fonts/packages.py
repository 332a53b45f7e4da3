"""The typefaces that come with formgen: which packages hold them, and where they were installed."""

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
    module, _, folder = _home(name)
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / folder / name
    return path if path.is_file() else None


def needed_font(name: str) -> Path:
    """Return where the font file *name* is installed.

    Raises:
        RenderError: `fonts-not-installed`, if its package is not there.
    """
    path = package_font(name)
    if path is None:
        package = _home(name)[1]
        raise RenderError(
            [
                Problem(
                    code="fonts-not-installed",
                    what=f"The typefaces of the package {package} are not installed, or not whole.",
                    fix=f"Install them again: pip install --force-reinstall {package}",
                )
            ]
        )
    return path


def _home(name: str) -> tuple[str, str, str]:
    return next(home for beginning, home in _HOMES.items() if name.startswith(beginning))
