"""Reads a message: its headers as sent, what it says, and what came with it.  It fetches and runs nothing."""

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.parser import BytesParser

from formgen.evidence.mail_attachment import Attachment, attachment_of
from formgen.evidence.mail_blocks import Body, Passage, words_in
from formgen.evidence.mail_charset import read_text
from formgen.evidence.mail_headers import READ_BY_PEOPLE, Header, headers_of
from formgen.evidence.mail_html import html_body
from formgen.evidence.mail_part import Part
from formgen.evidence.mail_plain import plain_blocks
from formgen.evidence.mail_same import say_the_same

_PRINT_IT = (
    "Open it in the program for mail, print it to a PDF, name that as the evidence, and keep the original."
)

DEEPEST = 10
"""Parts within parts."""

MOST_PARTS = 500
LONGEST_HEADERS = 1 << 20
"""Characters of all headers of one part."""


class MailError(Exception):
    """A message that cannot be read: why, and what to do.  It quotes nothing from the message."""

    def __init__(self, code: str, what: str, fix: str) -> None:
        super().__init__(code)
        self.code, self.what, self.fix = code, what, fix


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as it was sent."""

    headers: tuple[Header, ...]
    """All of them, in their order."""

    passages: tuple[Passage, ...]
    """What it says."""

    attachments: tuple[Attachment, ...]
    is_encrypted: bool = False
    """Whether its words are encrypted; then what there is of them is an attachment."""

    has_hidden: bool = False
    """Whether it holds words that are set so that they are not seen; they are left out."""

    @property
    def shown_headers(self) -> tuple[Header, ...]:
        """Return the headers that people read, in their order."""
        return tuple(header for header in self.headers if header.name.casefold() in READ_BY_PEOPLE)

    @property
    def replaced(self) -> int:
        """Return how many characters of what is shown could not be read."""
        return sum(body.replaced for passage in self.passages for body in passage.versions)

    def header(self, name: str) -> str:
        """Return the value of the first header of that *name*, or nothing."""
        wanted = name.casefold()
        return next((header.value for header in self.headers if header.name.casefold() == wanted), "")


def read_mail(data: bytes) -> Mail:
    """Return the message that *data* holds; one not as the standards ask is read as well as it can be.

    Raises:
        MailError: `mail-damaged`, `mail-too-deep`, `mail-too-many-parts` or
            `mail-headers-too-long`.
    """
    data = data.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
    try:
        message = BytesParser(Part).parsebytes(data)
        return _Reader(message).mail()
    except MailError:
        raise
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        # What the standard library raises on mail that nobody's program sends is not promised.
        raise _damaged() from error


class _Reader:
    """Goes through the parts of one message."""

    def __init__(self, message: Part) -> None:
        self._message = message
        self._attachments: list[Attachment] = []
        self._passages: list[list[list[Part]]] = []
        """Of each passage its versions, the one shown first at the head; of each version its parts."""

        self._is_encrypted = self._has_hidden = False
        self._count = 0

    def mail(self) -> Mail:
        """Return the message."""
        self._take(self._message, 0)
        names = {each.content_id: each.name for each in self._attachments if each.content_id}
        passages = [self._passage(versions, names) for versions in self._passages]
        return Mail(
            headers=headers_of(self._message),
            passages=tuple(passage for passage in passages if passage.versions),
            attachments=tuple(self._attachments),
            is_encrypted=self._is_encrypted,
            has_hidden=self._has_hidden,
        )

    def _take(self, part: Part, depth: int) -> None:
        """Take a *part* for words or for an attachment."""
        self._check(part, depth)
        if part.is_multipart():
            self._take_parts(part, depth + 1)
        elif part.is_encrypted:
            self._is_encrypted = True
            self._attachments.append(attachment_of(part, "encrypted"))
        elif part.is_words:
            self._passages.append([[part]])
        else:
            self._attachments.append(attachment_of(part))

    def _take_parts(self, whole: Part, depth: int) -> None:
        match whole.declared_type:
            case "multipart/alternative":
                self._take_versions(whole.parts, depth)
            case "multipart/encrypted":
                self._is_encrypted = True
                for part in whole.parts:
                    self._check(part, depth)
                    self._attachments.append(attachment_of(part, "encrypted"))
            case _:
                for part in whole.parts:
                    self._take(part, depth)

    def _take_versions(self, versions: Sequence[Part], depth: int) -> None:
        """Take the *versions* of one passage; programs show the last that they know how to show."""
        before = self._passages
        found: list[list[Part]] = []
        for each in versions:
            self._passages = []
            self._take(each, depth)
            found.append([part for passage in self._passages for version in passage for part in version])
        self._passages = before
        if any(found):
            self._passages.append([parts for parts in reversed(found) if parts])

    def _check(self, part: Part, depth: int) -> None:
        self._count += 1
        if depth > DEEPEST:
            raise MailError("mail-too-deep", "The parts of the message are nested too deeply.", _PRINT_IT)
        if self._count > MOST_PARTS:
            raise MailError(
                "mail-too-many-parts", f"The message has more than {MOST_PARTS} parts.", _PRINT_IT
            )
        if sum(len(name) + len(str(value)) for name, value in part.raw_items()) > LONGEST_HEADERS:
            raise MailError("mail-headers-too-long", "The headers of the message are too long.", _PRINT_IT)

    def _passage(self, versions: Sequence[Sequence[Part]], names: Mapping[str, str]) -> Passage:
        """Return what a passage says, in each version that says something else than those before it."""
        found: list[Body] = []
        said: list[str] = []
        for parts in versions:
            body = _joined([self._body(part, names) for part in parts])
            self._has_hidden |= body.has_hidden
            words = words_in(body.blocks)
            if body.blocks and not any(say_the_same(words, other) for other in said):
                found.append(body)
                said.append(words)
        return Passage(tuple(found))

    def _body(self, part: Part, names: Mapping[str, str]) -> Body:
        if part.declared_type == "text/html":
            body = html_body(part.content, part.charset, names)
            if body is None:
                # What cannot be shown as words is still there as a file.
                self._attachments.append(attachment_of(part))
            return body or Body(())
        text, replaced = read_text(part.content, part.charset)
        is_flowed = part.is_set("format", "flowed")
        blocks = plain_blocks(text, is_flowed=is_flowed, drops_space=part.is_set("delsp", "yes"))
        return Body(blocks, replaced=replaced)


def _joined(bodies: Sequence[Body]) -> Body:
    """Return the words of several parts as those of one."""
    if len(bodies) == 1:
        return bodies[0]
    return Body(
        tuple(block for body in bodies for block in body.blocks),
        any(body.has_hidden for body in bodies),
        sum(body.replaced for body in bodies),
    )


def _damaged() -> MailError:
    return MailError("mail-damaged", "The message is damaged: it cannot be taken apart.", _PRINT_IT)
