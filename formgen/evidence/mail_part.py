"""A part of a message, as the standard library parses it, asked in the words of this program."""

from email.message import Message
from typing import Any

from formgen.evidence.mail_headers import header_text

_ENCRYPTED = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_SHOWN_AS_WORDS = {"text/plain", "text/html"}


class Part(Message):
    """A part of a message.  A message within it is left whole, byte for byte."""

    def get_content_type(self) -> str:
        """Return what the parser goes by: a message within a message is not taken apart."""
        declared = super().get_content_type()
        return "application/octet-stream" if declared.startswith("message/") else declared

    @property
    def declared_type(self) -> str:
        """Return what the sender's program says the part is."""
        return super().get_content_type()

    @property
    def parts(self) -> tuple["Part", ...]:
        """Return the parts within it."""
        payload: Any = self.get_payload()
        return tuple(each for each in payload if isinstance(each, Part)) if isinstance(payload, list) else ()

    @property
    def is_words(self) -> bool:
        """Return whether it is read as words of the message, not offered as a file."""
        # What is said to have parts and has none is shown as it stands.
        is_text = self.declared_type in _SHOWN_AS_WORDS or self.declared_type.startswith("multipart/")
        return is_text and not self.file_name and self.get_content_disposition() != "attachment"

    @property
    def is_encrypted(self) -> bool:
        """Return whether its words are wrapped so that only a program with a key reads them."""
        return self.declared_type in _ENCRYPTED

    @property
    def file_name(self) -> str:
        """Return the name that it was sent with, or nothing."""
        return " ".join(header_text(self.get_filename("")).split())

    @property
    def content_id(self) -> str:
        """Return the name by which the message's words call it into their midst."""
        return header_text(str(self.get("Content-ID", ""))).strip("<> ")

    @property
    def charset(self) -> str:
        """Return what is said of how its text is written down."""
        return self.get_content_charset("")

    def is_set(self, parameter: str, value: str) -> bool:
        """Return whether its content type has a *parameter* with a *value*."""
        found = self.get_param(parameter, "")
        return isinstance(found, str) and found.strip().casefold() == value

    @property
    def content(self) -> bytes:
        """Return what is in it, whatever it was wrapped in on its way."""
        payload: Any = self.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
