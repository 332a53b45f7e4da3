"""Where links and pictures of an HTML message lead, in words."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_ITSELF = re.compile(r"^(?:https?://|mailto:|tel:)?(?:www\.)?", re.IGNORECASE)
_LONGEST = 2000
"""Characters of a target that are printed."""


def target_of(attributes: Mapping[str, str]) -> str:
    """Return where a link leads; nothing for one within the message."""
    target = "".join(attributes.get("href", "").split())
    if target.startswith("#") or target.casefold().startswith("cid:"):
        return ""
    return target if len(target) <= _LONGEST else f"{target[:_LONGEST]}\u2026"


def says_more(target: str, words: str) -> bool:
    """Return whether *target* is something else than the *words* that lead there."""
    said, leads = (_ITSELF.sub("", "".join(text.split())).casefold().rstrip("/") for text in (words, target))
    return bool(leads) and said != leads


def picture_name(attributes: Mapping[str, str], pictures: Mapping[str, str]) -> str | None:
    """Return what a picture is called: by its words, or its file; None for one of a single point.

    Such a picture is not there to be seen: it reports who reads.

    Args:
        attributes: Of its element.
        pictures: Names of the pictures that came with the message, by their content ids.
    """
    sides = (attributes.get(side, "").strip().removesuffix("px") for side in ("width", "height"))
    if any(side in {"0", "1"} for side in sides):
        return None
    source = attributes.get("src", "").strip()
    if name := " ".join(attributes.get("alt", "").split()):
        return name
    if source.casefold().startswith("cid:"):
        return pictures.get(unquote(source[4:]), "")
    return "" if source.casefold().startswith("data:") else _file_name(source)


def _file_name(source: str) -> str:
    try:
        return unquote(PurePosixPath(urlsplit(source).path).name)
    except ValueError:
        return ""
