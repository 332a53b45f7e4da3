"""A message as a paper."""

from dataclasses import dataclass

from evidence.mails import alternative, mail_bytes, part, parts_bytes

from formgen.document.blocks import Span
from formgen.document.leaf import LeafBlock, LeafColumn, LeafRow, LeafRule, LeafSpace, LeafTable, LeafText
from formgen.document.mail_leaf import mail_leaf
from formgen.document.text_leaf import PAGE, SIZE
from formgen.evidence.mail import read_mail

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Words:
    """Words of a catalog, each of which can be told from a message's."""

    attachments: str = "ATTACHED:"
    attachment: str = "{number} | {name} | {kind} | {size} | {sha256}"
    unnamed: str = "UNNAMED"
    both_versions: str = "OTHER VERSION:"
    hidden: str = "HIDDEN"
    picture: str = "(PICTURE {name})"
    link: str = "{text} (TO {target})"


def blocks_of(mail: bytes) -> list[LeafBlock]:
    """Return what is printed of *mail* below the rule under its headers."""
    blocks = list(mail_leaf(read_mail(mail), Words(), "en-US").blocks)
    return blocks[blocks.index(LeafRule()) + 1 :]


def body(html: str) -> list[LeafBlock]:
    """Return what is printed of the words of an HTML message, white space left out."""
    return [block for block in blocks_of(mail_bytes(html, kind=HTML)) if not isinstance(block, LeafSpace)]


def said(blocks: list[LeafBlock]) -> list[str]:
    """Return the text of each block of text."""
    return [
        "".join(getattr(each, "text", "") for each in b.inlines) for b in blocks if isinstance(b, LeafText)
    ]


def test_the_headers_are_a_table_without_rules() -> None:
    leaf = mail_leaf(
        read_mail(mail_bytes("Hello.", headers="Received: x\nSUBJECT: Hi\nFrom: Carl\n")), Words(), "en"
    )

    assert leaf.blocks[0] == LeafTable(
        (LeafColumn("", 64.0), LeafColumn("")),
        (
            LeafRow(((Span("SUBJECT:", bold=True),), (Span("Hi"),))),
            LeafRow(((Span("From:", bold=True),), (Span("Carl"),))),
        ),
        size=SIZE,
        has_rules=False,
    )
    assert (leaf.language, leaf.frame, leaf.sheet, leaf.title) == ("en", PAGE, None, "")


def test_a_message_without_headers_to_read_has_no_table() -> None:
    leaf = mail_leaf(read_mail(b"Received: x\n\nHello."), Words(), "en")

    assert said(list(leaf.blocks)) == ["Hello."]
    assert LeafRule() not in leaf.blocks


def test_paragraphs_keep_their_styles_and_their_distance() -> None:
    assert body("<p>one <b>two</b> <i>three</i></p><div>four</div><div>five</div>") == [
        LeafText((Span("one "), Span("two", bold=True), Span(" "), Span("three", italic=True)), size=SIZE),
        LeafText((Span("four"),), size=SIZE, before=8.0),
        LeafText((Span("five"),), size=SIZE),
    ]


def test_quotes_and_lists_stand_in() -> None:
    blocks = body("<blockquote>a<blockquote>b</blockquote></blockquote><ol><li>c<ul><li>d</ul></ol>")

    assert [(block.indent, *said([block])) for block in blocks if isinstance(block, LeafText)] == [
        (14, "a"),
        (28, "b"),
        (14, "1. c"),
        (28, "\u2022 d"),
    ]


def test_words_quoted_many_times_still_have_room() -> None:
    blocks = body("<blockquote>" * 100 + "deep")

    assert [block.indent for block in blocks if isinstance(block, LeafText)] == [168]


def test_links_and_pictures_are_told_in_words() -> None:
    (block,) = body("<a href='https://example.com'>the bill</a> <img alt='{map}'><img src='data:,'>")

    assert said([block]) == ["the bill (TO https://example.com) (PICTURE {map})(PICTURE UNNAMED)"]


def test_tabs_become_spaces() -> None:
    (block,) = body("<pre>a\tb\n\tc</pre>")

    assert said([block]) == ["a       b\n        c"]


def test_arabic_stands_at_the_right() -> None:
    (block,) = body("<div>مرحبا</div>")

    assert isinstance(block, LeafText)
    assert block.align == "right"


def test_a_table_has_a_column_for_each_of_its_cells() -> None:
    (block,) = body("<table><tr><td>Item<td>Amount</tr><tr><td>First visit, igniter<td>$389.00<td>!</table>")

    assert isinstance(block, LeafTable)
    assert block.rows == (
        LeafRow(((Span("Item"),), (Span("Amount"),), ())),
        LeafRow(((Span("First visit, igniter"),), (Span("$389.00"),), (Span("!"),))),
    )
    whole = 486 - 22
    assert [column.width for column in block.columns] == [whole * part / 33 for part in (20, 7, 6)]


def test_a_table_with_too_many_columns_is_lines() -> None:
    cells = "".join(f"<td>{number}" for number in range(9))

    assert said(body(f"<table><tr>{cells}<tr><td>a<td>b</table>")) == [
        "0    1    2    3    4    5    6    7    8",
        "a    b",
    ]


def test_two_tables_stay_two() -> None:
    blocks = body("<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>")

    assert [len(block.rows) for block in blocks if isinstance(block, LeafTable)] == [1, 1]


def test_a_second_version_that_differs_follows_with_a_note() -> None:
    blocks = blocks_of(alternative("plain words", "<p>other words</p>"))

    assert said(blocks) == ["other words", "OTHER VERSION:", "plain words"]
    note = blocks[2]
    assert isinstance(note, LeafText)
    assert (note.inlines, note.keeps_next) == ((Span("OTHER VERSION:", italic=True),), True)


def test_hidden_words_are_not_printed_but_said_to_be_there() -> None:
    blocks = blocks_of(mail_bytes("<p>seen</p><p style='display:none'>unseen</p>", kind=HTML))

    assert said(blocks) == ["seen", "HIDDEN"]


def test_attachments_are_listed_with_number_kind_size_and_digest() -> None:
    mail = parts_bytes(
        "multipart/mixed",
        part("words", "text/plain"),
        part(b"%PDF-1.7" + b"x" * 2000, "application/pdf; name={bill}.pdf"),
        part(b"a", "text/plain", "Content-Disposition: attachment"),
    )
    digests = [each.sha256 for each in read_mail(mail).attachments]

    blocks = blocks_of(mail)

    assert said(blocks) == [
        "words",
        "ATTACHED:",
        f"1 | {{bill}}.pdf | PDF | 2,008 | {digests[0]}",
        f"2 | UNNAMED | text | 1 | {digests[1]}",
    ]
    assert blocks[3] == LeafRule()
    assert blocks[4] == LeafText((Span("ATTACHED:", bold=True),), size=SIZE, before=8.0, keeps_next=True)


def test_a_message_without_words_is_its_headers() -> None:
    assert blocks_of(mail_bytes("\n")) == []
