"""Recordings that are kept out: made, or perhaps made, without everyone's consent."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from formgen.case import Case
from formgen.evidence.kinds import SOUND_KINDS

SOUND_ENDINGS = frozenset(
    {
        ".3gp",
        ".aac",
        ".aif",
        ".aiff",
        ".amr",
        ".avi",
        ".flac",
        ".m4a",
        ".mkv",
        ".mov",
        ".mp3",
        ".mp4",
        ".mpeg",
    }
    | {".oga", ".ogg", ".opus", ".wav", ".webm", ".wma", ".wmv"}
)
"""For files that were not looked at; otherwise their content decides."""


def kept_out(case: Case, kinds: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of evidence that no paper may carry while it is unsure whether all consented.

    Of an incident marked `recording: unsure` those are its transcript and
    every sound or video it cites (Pen. Code, § 632).

    Args:
        case: The case.
        kinds: What each file was found to be, by its place such as `evidence[2]`.
    """
    sounds = {
        item.id
        for number, item in enumerate(case.evidence, 1)
        if kinds.get(f"evidence[{number}]") in SOUND_KINDS
        or PurePosixPath(item.file or "").suffix.casefold() in SOUND_ENDINGS
    }
    found: set[str] = set()
    for incident in case.incidents:
        if incident.recording == "unsure":
            found.update(name for name in incident.exhibits if name in sounds)
            found.update([incident.transcript] if incident.transcript else [])
    return frozenset(found)
