"""The plain words that the wording of a clause or a request may name in braces."""

from dataclasses import dataclass, fields, is_dataclass
from typing import get_type_hints

from formgen.catalog.specs import PronounWords


@dataclass(frozen=True, slots=True)
class PersonWords:
    """How wording speaks of a person."""

    name: str
    """The full name."""

    called: str
    """The name after its first mention: `Mr. Voss`."""

    subject: str
    """`he`, or the name where no pronoun is given."""

    object: str
    possessive: str
    be: str
    """The verb after the subject: `is`, or `are` after `they`."""

    @classmethod
    def of(cls, name: str, called: str, *, pronouns: PronounWords | None) -> "PersonWords":
        """Return the words for a person; without *pronouns* wording repeats the name."""
        if pronouns is None:
            return cls(name, called, called, called, f"{called}'s", "is")
        return cls(name, called, pronouns.subject, pronouns.object, pronouns.possessive, pronouns.be)


@dataclass(frozen=True, slots=True)
class NameWords:
    """How wording speaks of a business."""

    name: str
    """The full name."""

    called: str
    """The name after its first mention: `Brightline`."""


@dataclass(frozen=True, slots=True)
class ClauseNames:
    """Everything that the wording of a clause or a request may name."""

    respondent: PersonWords
    employer: NameWords
    bases: str
    """The protected grounds as the law names them: `sex, age (40 and over) or another protected ground`."""

    what: str
    """What a request applies to."""

    dispute: str
    """What respondent and employer disagree about: `the bill`; may be empty."""

    site: str
    """What the declarant calls the place of work: `our office`."""

    one_message: bool
    """Whether all there is to speak of is one written message."""

    message: str = ""
    """What a single message is called: `email`; empty if there is none."""

    several: bool = False
    """Whether there is more than one incident."""

    both_orders: bool = False
    """Whether the letter speaks of both court orders: the employer's and her own."""

    began_at_work: bool = False
    """Whether the first incident reached her at work."""

    chosen: tuple[str, ...] = ()
    """The catalog's requests that the declarant chose: `'investigate' in chosen`."""


def _leaves(kind: type) -> frozenset[str]:
    """Return every name that stands for words, such as `respondent.called`."""
    hints = get_type_hints(kind)
    found: set[str] = set()
    for field in fields(kind):
        inner = hints[field.name]
        if isinstance(inner, type) and is_dataclass(inner):
            found |= {f"{field.name}.{leaf}" for leaf in _leaves(inner)}
        else:
            found.add(field.name)
    return frozenset(found)


CLAUSE_NAMES = _leaves(ClauseNames)
"""`bases`, `respondent.called` and the others, as they are written between braces."""
