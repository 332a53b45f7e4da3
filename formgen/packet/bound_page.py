"""A page of evidence as it is bound."""

from dataclasses import dataclass

from formgen.packet.assemble import Placement


@dataclass(frozen=True, slots=True)
class BoundPage:
    """A page of evidence in its place: what it must still be when the file is read back."""

    placement: Placement
    label: str
    path: str
    """The exhibit's place in the case."""

    own: int
    """Which page of the exhibit it is, from 1."""

    digest: str
    is_changed: bool
