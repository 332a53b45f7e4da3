"""What a body says, in blocks."""

from formgen.evidence.mail_blocks import MailRow, MailSpan, MailText, spans_of, words_in

BLOCKS = (
    MailText((MailSpan("one "), MailSpan("map.png", is_picture=True), MailSpan("two"))),
    MailText(),
    MailRow(((MailSpan("three"),), (), (MailSpan("four"),)), table=1),
)


def test_the_words_are_those_of_every_block_without_pictures() -> None:
    assert words_in(BLOCKS) == "one two\n\nthree  four"


def test_every_span_is_found() -> None:
    assert [span.text for span in spans_of(BLOCKS)] == ["one ", "map.png", "two", "three", "four"]
