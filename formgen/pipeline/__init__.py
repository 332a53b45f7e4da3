"""The whole story of one case, and of a bundle without a case, each step named in its order.

What a name of this package stands for is loaded when it is asked for:
`bundle` needs nothing of the letter and of the court's papers, which take
longer to load than many a packet takes to be made.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from formgen.pipeline.story import Job, Made, Place, Prepared, check, finish, make, prepare

__all__ = ["Job", "Made", "Place", "Prepared", "check", "finish", "make", "prepare"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from formgen.pipeline import story  # noqa: PLC0415 - see above

    return getattr(story, name)
