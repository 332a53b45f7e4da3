"""The words of an HTML message between two of its blocks, gathered as a browser sets them."""

import re

from formgen.evidence.mail_blocks import MailSpan

_SPACE = re.compile("[ \t\n\r\f]+")


class Run:
    """Gathers words: white space is collapsed where it does not stand for itself."""

    def __init__(self) -> None:
        self._spans: list[MailSpan] = []
        self.link_start = 0
        """Where the words of the link begin that is open, if one is."""

    def add(self, text: str, *, bold: bool, italic: bool, keeps_space: bool) -> None:
        """Add *text* as it stands in the file."""
        if not keeps_space:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and self._ends_in_space():
                text = text[1:]
        if not text:
            return
        last = self._spans[-1] if self._spans else None
        is_new = len(self._spans) == self.link_start
        if (
            last is None
            or is_new
            or last.target
            or last.is_picture
            or (last.bold, last.italic) != (bold, italic)
        ):
            self._spans.append(MailSpan(text, bold, italic))
        else:
            self._spans[-1] = MailSpan(last.text + text, bold, italic)

    def add_picture(self, name: str) -> None:
        """Add a picture by its name."""
        self._spans.append(MailSpan(name, is_picture=True))

    def end_line(self) -> None:
        """End the line here."""
        if self._spans and not self._spans[-1].is_picture:
            last = self._spans[-1]
            self._spans[-1] = MailSpan(last.text.rstrip(" "), last.bold, last.italic, last.target)
        self.add("\n", bold=False, italic=False, keeps_space=True)

    def begin_link(self) -> None:
        """Begin a link."""
        self.link_start = len(self._spans)

    def link_words(self) -> str:
        """Return the words of the link that is open."""
        return "".join(span.text for span in self._spans[self.link_start :] if not span.is_picture)

    def end_link(self, target: str) -> None:
        """End the link, and say where it leads."""
        after: list[MailSpan] = []
        while len(self._spans) > self.link_start and _is_blank(self._spans[-1]):
            after.append(self._spans.pop())
        if target and len(self._spans) > self.link_start:
            last = self._spans[-1]
            text = last.text.rstrip(" ")
            self._spans[-1] = MailSpan(text, last.bold, last.italic, target, last.is_picture)
            if text != last.text:
                after.append(MailSpan(" ", last.bold, last.italic))
        self._spans += reversed(after)
        self.link_start = 0

    def take(self) -> tuple[MailSpan, ...] | None:
        """Return what was gathered and begin anew; nothing between its spans for a blank line, None for none.

        The line end before a block's own end shows nothing.
        """
        spans, self._spans, self.link_start = self._spans, [], 0
        text = "".join(span.text for span in spans)
        if not any(span.is_picture for span in spans) and not text.strip():
            return () if "\n" in text or "\u00a0" in text else None
        return _trimmed(spans)

    def _ends_in_space(self) -> bool:
        if not self._spans:
            return True
        last = self._spans[-1]
        return not last.is_picture and (not last.text or last.text[-1] in " \n") and not last.target


def _is_blank(span: MailSpan) -> bool:
    return not (span.is_picture or span.target or span.text.strip(" \n"))


def _trimmed(spans: list[MailSpan]) -> tuple[MailSpan, ...]:
    """Return *spans* without white space at the end, and without what is empty."""
    while spans and _is_blank(spans[-1]):
        spans.pop()
    if spans:
        last = spans[-1]
        spans[-1] = MailSpan(last.text.rstrip(" \n"), last.bold, last.italic, last.target, last.is_picture)
    return tuple(span for span in spans if span.text or span.target or span.is_picture)
