"""What a paper needs that the case leaves blank."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from formgen.case import Case
from formgen.errors import Problem

OR = " or "


def is_blank(value: object) -> bool:
    """Return whether nothing was given: blank text, an empty list, a record in which all is blank."""
    if value is None or value == ():
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, BaseModel):
        return all(is_blank(getattr(value, name)) for name in type(value).model_fields)
    return False


def missing(case: Case, needs: Iterable[str], *, paper: str) -> list[Problem]:
    """Return a problem for every place that *paper* needs and *case* leaves blank.

    Args:
        case: The case.
        needs: Places such as `declarant.name` or `incidents[].account or incidents[].quotes`; `[]` means
            each record of a list.
        paper: The paper's name, for the message.
    """
    problems = []
    for need in needs:
        choices = [list(_places(case, choice.strip())) for choice in need.split(OR)]
        for together in zip(*choices, strict=True):
            if all(is_blank(value) for _, value in together):
                names = [path for path, _ in together]
                problems.append(
                    Problem(
                        code="needed-blank",
                        what=f"The paper {paper} needs this, and it is blank.",
                        fix="Fill it in."
                        if len(names) == 1
                        else f"Fill in one of {', '.join(name.rpartition('.')[2] for name in names)}.",
                        path=names[0],
                    )
                )
    return problems


def _places(record: object, path: str, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield each place that *path* means, as a person would write it, and what is there."""
    head, _, rest = path.partition(".")
    name = head.removesuffix("[]")
    value = getattr(record, name, None)
    place = f"{prefix}{name}"
    if not head.endswith("[]"):
        if rest and value is not None:
            yield from _places(value, rest, f"{place}.")
        else:
            yield (place if not rest else f"{place}.{rest}"), None if rest else value
        return
    for number, entry in enumerate(value if isinstance(value, tuple) else (), 1):
        if rest:
            yield from _places(entry, rest, f"{place}[{number}].")
        else:
            yield f"{place}[{number}]", entry
