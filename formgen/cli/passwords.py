"""Asks for the passwords of locked files: a key file, the environment, or whoever sits at the terminal."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import typer

VARIABLE = "FORMGEN_PASSWORD"
"""Environment variable with the password of every locked file that the key file does not name."""


def unlocker(key_file: Path | None) -> Callable[[str, str], str | None]:
    """Return what gives the password of a locked file; none is kept anywhere.

    Args:
        key_file: Lines such as `call-log.pdf: secret`, each a file's name and its password.

    Raises:
        BadParameter: The key file cannot be read.
    """
    keys = _keys(key_file) if key_file is not None else {}

    def unlock(path: str, name: str) -> str | None:
        known = keys.get(name) or keys.get(path) or os.environ.get(VARIABLE)
        if known or not (sys.stdin.isatty() and sys.stderr.isatty()):
            return known
        typed = typer.prompt(f"Password of {path} (not shown)", default="", hide_input=True, err=True)
        return str(typed) or None

    return unlock


def _keys(key_file: Path) -> dict[str, str]:
    try:
        lines = key_file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        raise typer.BadParameter("The key file cannot be read.", param_hint="--passwords") from None
    pairs = (line.removesuffix("\r").partition(": ") for line in lines)
    return {name: password for name, found, password in pairs if found}
