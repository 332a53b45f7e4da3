"""Plain words of a message as blocks."""

from evidence.mails import said

from formgen.evidence.mail_blocks import MailSpan, MailText
from formgen.evidence.mail_plain import plain_blocks


def flowed(text: str, *, drops_space: bool = False) -> list[str]:
    """Return the blocks of a flowed text."""
    return said(plain_blocks(text, is_flowed=True, drops_space=drops_space))


def test_lines_that_are_not_blank_are_one_block_as_they_were_typed() -> None:
    assert plain_blocks("one\n  two   three\n\nfour\n") == (
        MailText((MailSpan("one\n  two   three"),)),
        MailText((MailSpan("four"),), is_apart=True),
    )


def test_more_than_one_blank_line_is_kept() -> None:
    assert said(plain_blocks("one\n\n\n\ntwo")) == ["one", "", "", "two"]


def test_blank_lines_at_either_end_are_left_out() -> None:
    assert said(plain_blocks("\n\n\none\n\n\n\n")) == ["one"]
    assert plain_blocks("\n \n") == ()


def test_quote_marks_that_were_typed_stay() -> None:
    assert plain_blocks("> you said\n>> I said\n") == (MailText((MailSpan("> you said\n>> I said"),)),)


def test_flowed_lines_are_joined() -> None:
    assert flowed("one \ntwo \nthree\nfour\n") == ["one two three\nfour"]


def test_the_space_that_joins_may_be_no_part_of_the_text() -> None:
    assert flowed("Donau \ndampf\n", drops_space=True) == ["Donaudampf"]


def test_a_space_put_before_a_line_on_its_way_is_taken_off() -> None:
    assert flowed(" From here\n  indented\n") == ["From here\n indented"]


def test_the_line_before_a_signature_joins_nothing() -> None:
    assert flowed("words \n-- \nDana\n") == ["words --\nDana"]


def test_quote_marks_of_flowed_text_say_how_often_it_is_quoted() -> None:
    blocks = plain_blocks(">> a \n>> b\n> c\n>d\ne\n", is_flowed=True)

    assert [(block.quote, *said([block])) for block in blocks] == [(2, "a b"), (1, "c\nd"), (0, "e")]


def test_lines_quoted_more_or_less_often_are_not_joined() -> None:
    assert flowed("> a \nb\n") == ["a", "b"]


def test_the_last_line_may_ask_to_be_joined_with_nothing() -> None:
    assert flowed("a ") == ["a"]
