"""Where the built-in catalog is, in a checkout and in an installed wheel."""

from importlib.resources import files
from pathlib import Path


def builtin_catalog() -> Path:
    """Return the folder of law, letters and packets that travels with the program.

    The wheel carries `form_templates/` as `formgen/_form_templates/`; an
    editable install reads the checkout's own folder.
    """
    package = Path(str(files("formgen")))
    inside = package / "_form_templates"
    return inside if inside.is_dir() else package.parent / "form_templates"
