"""How long a sound or a video is: the only place that meets tinytag."""

from math import isfinite
from pathlib import Path

LONGEST = 7 * 24 * 3600.0
"""Seconds; what says that it is longer is not believed."""


def length_of(path: Path) -> float | None:
    """Return how long a sound or a video is, in seconds; None if its file does not say.

    Whatever the file holds, nothing is raised.
    """
    from tinytag import TinyTag  # noqa: PLC0415 - loaded if there is a sound

    try:
        # By its content: a file's name may be wrong.
        with path.open("rb") as stream:
            seconds = TinyTag.get(file_obj=stream, tags=False, image=False).duration
    except Exception:  # noqa: BLE001 - a damaged file ends in almost any exception; no length is known then
        return None
    return seconds if seconds is not None and isfinite(seconds) and 0 < seconds <= LONGEST else None
