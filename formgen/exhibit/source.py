"""A file to be made into the pages of an exhibit, and how much of the machine that may take."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """How much time and memory one file may take, and how large what is in it may be."""

    seconds: float = 20.0
    memory: int = 1 << 30
    """Bytes, where the system can limit a process."""

    pixels: int = 150_000_000
    """Of one picture."""

    pages: int = 10_000
    """Of one file."""


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """What is printed on a page made of text, besides what the file says: words of the catalog."""

    attachments: str = "Attached to this message:"
    attachment: str = "{number}. {name} ({kind}, {size} bytes, SHA-256 {sha256})"
    unnamed: str = "without a name"
    both_versions: str = "The message was sent in two versions that do not say the same. The other one reads:"
    hidden: str = "The message holds words that its sender set so that they are not seen."
    picture: str = "[picture: {name}]"
    link: str = "{text} [{target}]"


@dataclass(frozen=True, slots=True)
class Source:
    """A file offered, as it is to be prepared."""

    path: str
    """Its place in the case: `evidence[2]`; for a file without a case, `files[2]`."""

    on_disk: Path
    sha256: str
    """Of the file when it was examined: one that is another when it is read is refused."""

    kind: str
    """By its content, such as `PDF`."""

    pages: str = ""
    """A range such as `2-4, 7`; empty for all."""

    password: str | None = field(default=None, repr=False)
    """Of a locked PDF; never stored."""
