"""An exhibit of a packet or an enclosure of a letter: what it is called, and where it is cited."""

from dataclasses import dataclass

from formgen.case.evidence import Evidence
from formgen.document.typed import one_paragraph


@dataclass(frozen=True, slots=True)
class Cited:
    """Where one paper cites an exhibit."""

    stem: str
    """The name of the paper's file less `.pdf`, by which its places are named."""

    title: str
    """The paper's title as it stands at its foot."""

    numbers: tuple[int, ...]
    """Of its paragraphs, or of the rows of a chronology."""

    is_chronology: bool

    def anchor(self, number: int) -> str:
        """Return the name of the place of paragraph or row *number* in the paper."""
        return f"{'row' if self.is_chronology else 'paragraph'}-{number}"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence, once lettered."""

    label: str
    item: Evidence
    path: str
    """Its place in the case: `evidence[2]`."""

    date: str = ""
    """The day that the index names, in the jurisdiction's words."""

    date_source: str = ""
    cited: tuple[Cited, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is said of the copy, where its cover says nothing."""

    @property
    def description(self) -> str:
        """Return the line that the index prints."""
        return one_paragraph(self.item.description)

    @property
    def is_covered(self) -> bool:
        """Return whether its cover tells of something that is covered in the copy."""
        return any(one_paragraph(each.what) for each in self.item.redactions)

    @property
    def is_lodged(self) -> bool:
        """Return whether it is handed in apart, and a page stands for it."""
        return self.item.lodged == "yes"
