"""The child process: it makes one file after another into pages, and dies if one asks for too much.

It reads a line of JSON for each file and answers with one (`answer_to`).
Files sent by strangers are opened here and nowhere else, so that a hostile
one can hang or break nothing but this process.
"""

import contextlib
import dataclasses
import errno
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, BinaryIO

from formgen.exhibit.prepare import load_for, prepare
from formgen.exhibit.prepared import RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords

LARGEST_FILE = 4 << 30
"""Bytes that a prepared file may have."""

_GRACE = 10.0
"""Seconds after which the process ends by itself if nobody is left to end it."""

_TOO_MUCH = frozenset({errno.ENOMEM, errno.EFBIG})


def main() -> None:
    """Answer until there is nothing more to read."""
    questions, answers = sys.stdin.buffer, _only_way_out()
    load_for(sys.argv[1:])
    first = json.loads(questions.readline())
    limits, words = Limits(**first["limits"]), WrittenWords(**first["words"])
    limit_process(limits)
    _say(answers, {"is_ready": True})
    for line in questions:
        _set_alarm(limits.seconds + _GRACE)
        _say(answers, answer_to(line, limits, words))
        _set_alarm(0)


def answer_to(line: bytes, limits: Limits, words: WrittenWords) -> dict[str, Any]:
    """Return what became of the file that *line* names, as plain values; it names nothing of the file.

    One of `converted`, `refused`, `is_too_heavy` and `has_failed` is in it.
    """
    question = json.loads(line)
    told = question["source"]
    source = Source(**{**told, "on_disk": Path(told["on_disk"])})
    try:
        return {"converted": dataclasses.asdict(prepare(source, Path(question["out"]), limits, words))}
    except RefusedError as refused:
        return {"refused": {"code": refused.code, "what": refused.what, "fix": refused.fix}}
    except MemoryError:
        return {"is_too_heavy": True}
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return {"refused": _NO_ROOM}
        return {"is_too_heavy": True} if error.errno in _TOO_MUCH else {"has_failed": True}
    except Exception:  # noqa: BLE001 - a hostile file ends in any of them, and the next is still to be done
        return {"has_failed": True}


_NO_ROOM = {
    "code": "work-folder-full",
    "what": "There is no room left for the pages of this file.",
    "fix": "Make room on the disk of the output folder, then run this again.",
}


def limit_process(limits: Limits) -> None:
    """Hold this process to *limits* where the system can; when it dies, no copy of its memory is left."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(OSError, ValueError):  # macOS does not take every limit
            resource.setrlimit(kind, (soft, soft))
    os.umask(0o077)


def _set_alarm(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _only_way_out() -> BinaryIO:
    """Return where answers go, and send everything that a library prints nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _say(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
