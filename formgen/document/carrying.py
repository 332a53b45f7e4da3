"""What a finished paper must hold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Carried:
    """Text that a finished paper must hold, and where in the case it comes from."""

    text: str
    path: str
