r"""The two-part escapes that JSON programs write for one character: `\ud83d\ude00` is one smiley.

YAML readers refuse them, though files are full of them. So their backslashes
are replaced by a letter that the file does not use, one for one, which leaves
every line and column as it was; the texts are put right once they are read.
"""

import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed does not know it

_HALF = "(?=u[dD][89a-fA-F][0-9a-fA-F]{2})"

_ALONE = re.compile(rf"(?<!\\)\\{_HALF}")

_AFTER_OTHERS = re.compile(rf"(?<!\\)(\\{{2,}}){_HALF}")

_SURROGATE = re.compile("[\ud800-\udfff]")

# Letters without a meaning of their own, reserved for private use.
_PRIVATE_USE = range(0xE000, 0xF900)


def has_lone_surrogate(text: str) -> bool:
    """Say whether *text* holds half a character."""
    return _SURROGATE.search(text) is not None


class Surrogates:
    """The text of a YAML file, with its two-part escapes hidden from the reader."""

    def __init__(self, text: str) -> None:
        self.mark = ""
        self.marked = text
        if not ("\\ud" in text or "\\uD" in text):
            return
        used = set(text)
        self.mark = next((chr(code) for code in _PRIVATE_USE if chr(code) not in used), "")
        if self.mark:
            # In two steps, because only the rare second one has to call Python for each.
            self.marked = _AFTER_OTHERS.sub(self._hide, _ALONE.sub(self.mark, text))

    def restored(self, value: str, *, is_escaped: bool) -> str | None:
        """Return *value* as it was meant, or None if half a character is left over.

        Args:
            value: A text as the reader gave it.
            is_escaped: It stood between double quotation marks, where escapes mean something.
        """
        if not self.mark or self.mark not in value:
            return value
        if not is_escaped:
            return value.replace(self.mark, "\\")
        # JSON's own reader knows these escapes, and is fast.
        as_json = value.replace("\\", "\\\\").replace('"', '\\"').replace(self.mark, "\\")
        whole: str = scanstring(as_json + '"', 0, False)[0]
        return None if has_lone_surrogate(whole) else whole

    def _hide(self, found: re.Match[str]) -> str:
        backslashes = found.group(1)
        # An even number is text: each pair is one backslash.
        return backslashes if len(backslashes) % 2 == 0 else backslashes[:-1] + self.mark
