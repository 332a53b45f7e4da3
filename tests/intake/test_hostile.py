"""Files made to harm are refused, or read, before anybody has to wait.

The promise is two seconds and 300 MB on an office machine.  Each file is read
in a process of its own; the time allowed here is twice the promise, so that a
busy machine does not fail the test.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from formgen.intake.source import LARGEST_FILE

READ = """
import json, resource, sys, time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from formgen.errors import CaseDataError
from formgen.intake.reader import load

class Person(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, Field(min_length=1)]

class Case(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    people: tuple[Person, ...] = ()
    present: Literal["none"] | tuple[Person, ...] = "none"
    names: tuple[Annotated[str, Field(max_length=9)], ...] = ()
    note: Annotated[str, Field(pattern="^[^a-z]*$")] = ""

started = time.perf_counter()
try:
    load(Path(sys.argv[1]), Case)
    code = "read"
except CaseDataError as error:
    code = error.problems[0].code
seconds = time.perf_counter() - started
# The peak that `resource` tells may be that of the process which started this one.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peaks = [line.split()[1] for line in lines if line.startswith("VmHWM")]
kilobytes = int(peaks[0]) if peaks else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([code, seconds, kilobytes / 1024]))
"""

SECONDS = 2.0
MEGABYTES = 300


def alias_bomb(item: Callable[[int, str], str], begin: str, end: str) -> str:
    lines = [f"a0: &a0 {begin}{item(0, 'x')}{end}"]
    for level in range(1, 40):
        repeated = ", ".join(item(each, f"*a{level - 1}") for each in range(10))
        lines.append(f"a{level}: &a{level} {begin}{repeated}{end}")
    return "\n".join(lines)


def filled(begin: str, middle: str, end: str = "") -> str:
    """Write a file as large as may be."""
    room = LARGEST_FILE - len((begin + end).encode())
    return begin + middle * (room // len(middle.encode())) + end


HOSTILE: dict[str, tuple[str, str, Callable[[], str]]] = {
    "alias bomb of lists": ("yaml", "too-much-data", lambda: alias_bomb(lambda _, each: each, "[", "]")),
    "alias bomb of groups": (
        "yaml",
        "too-much-data",
        lambda: alias_bomb(lambda key, each: f"k{key}: {each}", "{", "}"),
    ),
    "alias bomb of text": (
        "yaml",
        "too-much-data",
        lambda: f'note: &a "{"x" * 4_000_000}"\nnames: [{"*a, " * 150_000}]',
    ),
    "50,000 anchors": (
        "yaml",
        "read",
        lambda: "names:\n" + "".join(f"- &a{each} x\n- *a{each}\n" for each in range(50_000)),
    ),
    "deep lists in yaml": ("yaml", "too-deep", lambda: "a: " + "[" * 100_000),
    "deep groups in yaml": ("yaml", "too-deep", lambda: '{"a":' * 100_000),
    "deep blocks in yaml": ("yaml", "too-deep", lambda: "- " * 100_000),
    "deep lists in json": ("json", "too-deep", lambda: "[" * 100_000),
    "deep groups in json": ("json", "too-deep", lambda: '{"a":' * 100_000),
    "one long line of yaml": ("yaml", "read", lambda: filled("note: ", "\N{GRINNING FACE} X")),
    "one long line of json": ("json", "text-not-in-form", lambda: filled('{"note": "', "x", '"}')),
    "a text that never ends": ("yaml", "syntax", lambda: filled('note: "', "x ")),
    "two-part escapes": ("yaml", "read", lambda: filled('note: "', "\\ud83d\\ude00", '"')),
    "backslashes": ("yaml", "read", lambda: filled('note: "\\ud83d\\ude00', "\\\\", '"')),
    "a million keys in yaml": (
        "yaml",
        "too-much-data",
        lambda: "".join(f"{each}:\n" for each in range(1_000_000)),
    ),
    "a million keys in json": (
        "json",
        "too-much-data",
        lambda: "{" + ",".join(f'"{each:x}":1' for each in range(800_000)),
    ),
    "keys that are all one": ("yaml", "duplicate-key", lambda: "a: 1\n" * 90_000),
    "keys without values": ("yaml", "duplicate-key", lambda: "{" * 49 + "a," * 200_000),
    "keys that are all unknown": (
        "json",
        "too-many-problems",
        lambda: json.dumps({str(each): "1" for each in range(99_000)}),
    ),
    "items that are all wrong": ("yaml", "too-many-problems", lambda: "present:\n" + "- 1\n" * 190_000),
    "tags": ("yaml", "explicit-tag", lambda: "names: [" + "!a b," * 190_000 + "]"),
    "definitions of tags": (
        "yaml",
        "explicit-tag",
        lambda: "".join(f"%TAG !a{each}! b\n" for each in range(200_000)) + "---\na: b",
    ),
    "tabs": ("yaml", "tab-indent", lambda: filled("a:\n", "\tb\n")),
    "blank lines": ("json", "syntax", lambda: filled('{"a":', "\n")),
    "documents": ("yaml", "several-documents", lambda: filled("", "---\na: b\n")),
}


def read(path: Path) -> tuple[str, bool, bool]:
    done = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, check=True, text=True)
    code, seconds, megabytes = json.loads(done.stdout)
    print(f"{seconds:.2f} s, {megabytes:.0f} MB")  # noqa: T201  # shown with -rP, and when the test fails
    return code, seconds < 2 * SECONDS, megabytes < MEGABYTES


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_harm_takes_little_time_and_room(tmp_path: Path, name: str) -> None:
    suffix, code, text = HOSTILE[name]
    path = tmp_path / f"case.{suffix}"
    path.write_text(text(), encoding="utf-8")
    assert read(path) == (code, True, True)


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    assert read(path) == ("file-too-large", True, True)
