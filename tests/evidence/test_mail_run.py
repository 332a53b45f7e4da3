"""Words between two blocks, gathered as a browser sets them."""

from formgen.evidence.mail_blocks import MailSpan
from formgen.evidence.mail_run import Run


def run(*texts: str) -> Run:
    """Return a run of *texts*; `/` ends a line."""
    made = Run()
    for text in texts:
        if text == "/":
            made.end_line()
        else:
            made.add(text, bold=False, italic=False, keeps_space=False)
    return made


def test_words_in_one_style_are_one_span() -> None:
    assert run("a ", " b\n", "\n c").take() == (MailSpan("a b c"),)


def test_nothing_is_none_and_a_line_end_alone_a_blank_line() -> None:
    assert Run().take() is None
    assert run("  \n ").take() is None
    assert run("/").take() == ()
    assert run("\u00a0").take() == ()


def test_a_line_end_before_the_end_shows_nothing_and_others_stay() -> None:
    assert run("/", "a ", "/", "/", " b", "/").take() == (MailSpan("\na\n\nb"),)


def test_taking_begins_anew() -> None:
    made = run("a")
    made.take()

    assert made.take() is None


def test_a_picture_is_a_span_of_its_own() -> None:
    made = run("a ")
    made.add_picture("map.png")
    made.end_line()
    made.add(" b", bold=False, italic=False, keeps_space=False)

    assert made.take() == (MailSpan("a "), MailSpan("map.png", is_picture=True), MailSpan("\nb"))


def test_a_link_ends_with_its_words_not_with_the_space_after() -> None:
    made = run("see ")
    made.begin_link()
    made.add("the bill ", bold=False, italic=False, keeps_space=False)
    assert made.link_words() == "the bill "
    made.end_link("https://example.com")
    made.add("now", bold=False, italic=False, keeps_space=False)

    assert made.take() == (
        MailSpan("see "),
        MailSpan("the bill", target="https://example.com"),
        MailSpan(" now"),
    )


def test_a_link_without_words_is_none() -> None:
    made = run("see")
    made.begin_link()
    made.add(" ", bold=False, italic=False, keeps_space=False)
    made.end_link("https://example.com")

    assert made.take() == (MailSpan("see"),)


def test_a_link_at_the_end_of_a_line_keeps_its_target() -> None:
    made = Run()
    made.begin_link()
    made.add("bill", bold=True, italic=False, keeps_space=False)
    made.end_link("https://example.com")
    made.end_line()
    made.add("next", bold=False, italic=False, keeps_space=False)

    assert made.take() == (MailSpan("bill", bold=True, target="https://example.com"), MailSpan("\nnext"))
