"""The words of an HTML message as blocks.  Nothing is fetched, nothing runs, nothing is drawn."""

import re
from collections.abc import Mapping, Sequence

from lxml import etree, html

from formgen.evidence.mail_blocks import Body, MailBlock, MailRow, MailSpan, MailText
from formgen.evidence.mail_charset import read_text, without_controls
from formgen.evidence.mail_links import picture_name, says_more, target_of
from formgen.evidence.mail_list import Lists
from formgen.evidence.mail_run import Run
from formgen.evidence.mail_style import Look, within
from formgen.evidence.mail_tags import BLOCKS, DROPPED, LISTS, has_rows, stands_apart

_NO_WORDS = re.compile("[\\s\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff]*")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_SETS_COLOURS = re.compile("color|background", re.IGNORECASE)


def html_body(content: bytes, charset: str, pictures: Mapping[str, str]) -> Body | None:
    """Return the words of an HTML message, or None if it is built so that it cannot be read.

    Args:
        content: The HTML, as sent.
        charset: What the message says of it; where it does not, the HTML's own word is taken.
        pictures: Names of the pictures that came with the message, by their content ids.
    """
    if not charset and (found := _CHARSET.search(content[:2048])):
        charset = found[1].decode("ascii")
    text, replaced = read_text(content, charset)
    if not text.strip():
        return Body((), replaced=replaced)
    root = _tree(text, huge=False)
    if root is None:
        # A long exchange of answers nests deeper than the parser's usual limit.
        root = _tree(text, huge=True)
    if root is None:
        return None
    walker = _Walker(pictures, _look_of(root))
    walker.walk(root)
    return Body(tuple(walker.blocks), walker.has_hidden, replaced + walker.replaced)


def _tree(text: str, *, huge: bool) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=huge)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return None
    return None if any(entry.level_name == "FATAL" for entry in parser.error_log) else root


def _look_of(root: html.HtmlElement) -> Look:
    """Return how words are seen to begin with: in colours not known if a style sheet may set them."""
    if any(_SETS_COLOURS.search(sheet.text or "") for sheet in root.iter("style")):
        return Look(colour=None, ground=None)
    return Look()


class _Walker:
    """Goes through the elements in their order, and makes blocks of what they say."""

    def __init__(self, pictures: Mapping[str, str], look: Look) -> None:
        self.blocks: list[MailBlock] = []
        self.has_hidden = False
        self.replaced = 0
        self._pictures = pictures
        self._looks = [look]
        self._run = Run()
        self._lists = Lists()
        self._quote = 0
        self._target = ""
        """Of the link that is open."""

        self._is_apart = False
        self._dropped = 0
        """How many elements are open of which nothing is shown."""

        self._has_rows: list[bool] = []
        """Of each table that is open, whether its rows are kept as rows."""

        self._table = 0
        self._cells: list[tuple[MailSpan, ...]] = []
        self._cell: list[MailText] | None = None
        """What the cell says that is open, if one is."""

    def walk(self, root: html.HtmlElement) -> None:
        """Go through *root* and all that is in it."""
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._start(element)
                continue
            if event == "end":
                self._end(element)
            self._say(element.tail)
        self._flush()
        while self.blocks and isinstance(last := self.blocks[-1], MailText) and not last.spans:
            self.blocks.pop()

    def _start(self, element: html.HtmlElement) -> None:
        tag, attributes = str(element.tag), _attributes(element)
        self._looks.append(within(self._looks[-1], tag, attributes))
        if self._dropped or tag in DROPPED:
            self._dropped += 1
            return
        self._part(tag, attributes)
        self._begin(element, tag, attributes)
        text = element.text
        self._say(text.removeprefix("\n") if text and tag == "pre" else text)

    def _begin(self, element: html.HtmlElement, tag: str, attributes: Mapping[str, str]) -> None:
        match tag:
            case "blockquote":
                self._quote += 1
            case "li":
                self._lists.item(attributes)
            case "a":
                self._target = target_of(attributes)
                self._run.begin_link()
            case "br" if not self._looks[-1].is_hidden:
                self._run.end_line()
            case "img" if not self._looks[-1].is_hidden:
                name = picture_name(attributes, self._pictures)
                if name is not None:
                    self._run.add_picture(name)
            case "table":
                self._table += 1
                self._has_rows.append(has_rows(element))
            case "td" | "th" if self._has_rows and self._has_rows[-1]:
                self._cell = []
            case _ if tag in LISTS:
                self._lists.begin(tag, attributes)
            case _:
                pass

    def _end(self, element: html.HtmlElement) -> None:
        tag = str(element.tag)
        self._looks.pop()
        if self._dropped:
            self._dropped -= 1
            return
        self._part(tag, _attributes(element))
        match tag:
            case "blockquote":
                self._quote -= 1
            case "li":
                self._lists.end_item()
            case "a":
                self._end_link()
                self._target = ""
            case "td" | "th" if self._cell is not None:
                self._cells.append(_joined(self._cell))
                self._cell = None
            case "tr" if self._cells:
                self._end_row()
            case "table":
                self._has_rows.pop()
            case _ if tag in LISTS:
                self._lists.end()
            case _:
                pass

    def _part(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Part what is before the edge of a block from what is after it."""
        if tag not in BLOCKS:
            return
        self._flush()
        if tag in LISTS:
            self._is_apart |= self._lists.depth == 0
        else:
            self._is_apart |= stands_apart(tag, attributes)

    def _say(self, text: str | None) -> None:
        if not text or self._dropped:
            return
        look = self._looks[-1]
        if look.is_hidden:
            self.has_hidden |= not _NO_WORDS.fullmatch(text)
            return
        # A number in the HTML may stand for one of them.
        text, dropped = without_controls(text)
        self.replaced += dropped
        self._run.add(text, bold=look.bold, italic=look.italic, keeps_space=look.keeps_space)

    def _end_link(self) -> None:
        target = self._target
        self._run.end_link(target if says_more(target, self._run.link_words()) else "")

    def _flush(self) -> None:
        """Make a block of the words gathered so far."""
        if self._target:
            self._end_link()
        spans = self._run.take()
        if spans is None:
            return
        text = MailText(spans, self._quote, self._lists.depth, self._lists.take_mark(), self._is_apart)
        self._is_apart = False
        if self._cell is not None:
            self._cell.append(text)
        elif spans or self.blocks:
            self.blocks.append(text)

    def _end_row(self) -> None:
        cells, self._cells = tuple(self._cells), []
        if len(cells) == 1:
            # A row of one cell is a heading across the table.
            self.blocks.append(MailText(cells[0], self._quote, self._lists.depth))
        elif any(cells):
            self.blocks.append(MailRow(cells, self._table, self._quote))


def _attributes(element: html.HtmlElement) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _joined(texts: Sequence[MailText]) -> tuple[MailSpan, ...]:
    """Return what a cell says, each of its blocks on lines of its own."""
    found: list[MailSpan] = []
    for number, text in enumerate(texts):
        if number:
            found.append(MailSpan("\n"))
        if text.mark:
            found.append(MailSpan(f"{text.mark} "))
        found += text.spans
    return tuple(found)
