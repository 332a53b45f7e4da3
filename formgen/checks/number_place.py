"""A part of a text that may be a number of its own, and what stands around it."""

import re
from dataclasses import dataclass

_OPENS = tuple(":#([{\"',;|>*")
_OPENS_GROUPS = (*_OPENS, "=", "/")
"""Behind them a number in groups begins anew; a long row of digits may be a part of a link."""

_WORD_RUN_INTO = re.compile(r"(?:\A|[^\w\-])[^\W\d_]{3,}\Z")
_GOES_ON = re.compile(r"[-_/=+&%~]\w")
_MASKED = re.compile(r"[*xX#.\-\s]*[*xX#][.\-\s]*\Z")
_LONGEST_SIGN = 80
"""Characters; of an address or a sign longer than that only this much is looked at."""

_MAIL_HEADER = re.compile(
    r"(?:X-|ARC-|DKIM-|List-|Resent-|Message-|References|In-Reply-To|Received|Content-|MIME-|Return-|"
    r"Authentication-|Thread-|Feedback-|Auto-)[\w-]*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """From where to where it stands in a plain text."""

    text: str
    start: int
    end: int

    @property
    def digits(self) -> str:
        """Its digits alone."""
        return "".join(filter(str.isdecimal, self.text[self.start : self.end]))

    @property
    def is_grouped(self) -> bool:
        """Whether anything stands between its digits."""
        return not self.text[self.start : self.end].isdecimal()

    def is_cut(self) -> bool:
        """Tell whether digits go on, at once or behind a hyphen or point: it is a part of a longer one."""
        before = self.text[max(0, self.start - 2) : self.start]
        behind = self.text[self.end : self.end + 2]
        return (
            before[-1:].isdecimal()
            or behind[:1].isdecimal()
            or (before[-1:] in ("-", ".") and before[:1].isdecimal())
            or (behind[:1] in ("-", ".") and behind[1:].isdecimal())
        )

    def stands_alone(self) -> bool:
        """Tell whether it is a word by itself: no part of an address, a digest or a longer sign."""
        before, behind = self._rest_of_sign()
        if "@" in before + behind or before.endswith(("+", "$")):
            return False
        if (
            any(each.isalnum() for each in before)
            and not before.endswith(_OPENS_GROUPS if self.is_grouped else _OPENS)
            and not (self.is_grouped and _WORD_RUN_INTO.search(before))
        ):
            return False
        if behind[:1].isalpha():
            return self.is_grouped
        return _GOES_ON.match(behind) is None

    def is_in_an_address(self) -> bool:
        """Tell whether it is a part of an email address, or of a mail program's own number."""
        return "@" in "".join(self._rest_of_sign())

    def _rest_of_sign(self) -> tuple[str, str]:
        """Return what stands before and behind it without white space between."""
        before = self.text[max(0, self.start - _LONGEST_SIGN) : self.start]
        behind = self.text[self.end : self.end + _LONGEST_SIGN]
        return (
            "" if before[-1:].isspace() else "".join(before.split()[-1:]),
            "" if behind[:1].isspace() else "".join(behind.split()[:1]),
        )

    def is_in_a_row(self, digits: int = 0) -> bool:
        """Tell whether a number stands next to it on its line, as in a table; of so many *digits*."""
        like = rf"\d{{{digits}}}" if digits else r"\d+"
        before = self.text[max(0, self.start - 40) : self.start]
        behind = self.text[self.end : self.end + 40]
        return (
            re.search(rf"(?:\A|(?<=[\s+])){like} +\Z", before) is not None
            or re.match(rf" +{like}(?=\s|\Z)", behind) is not None
        )

    def shows_its_end_only(self) -> bool:
        """Tell whether it begins with no more than four digits that stand behind a mask such as `xxxx`."""
        first = re.match(r"\d{1,4}(?!\d)", self.text[self.start : self.end])
        return (
            first is not None and _MASKED.search(self.text[max(0, self.start - 24) : self.start]) is not None
        )

    def is_in_a_mail_header(self) -> bool:
        """Tell whether its line is a header that mail programs write for each other."""
        return _MAIL_HEADER.match(self.text, self.text.rfind("\n", 0, self.start) + 1) is not None
