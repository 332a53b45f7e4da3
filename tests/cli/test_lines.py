"""Lines for a person: colours on a terminal, plain text anywhere else."""

import io

import pytest

from formgen.cli.lines import Line, Tone, print_lines

LINES = [
    Line("Heading", tone=Tone.ERROR),
    Line(),
    Line("a line of words that is longer than the screen", indent=4),
]
PLAIN = "Heading\n\n    a line of words that is longer than the screen\n"


class Terminal(io.StringIO):
    """A stream that a person sees."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal of thirty columns that shows colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "30")
    return Terminal()


def test_in_a_file_lines_are_plain_and_not_broken() -> None:
    stream = io.StringIO()
    print_lines(LINES, stream)

    assert stream.getvalue() == PLAIN


def test_on_a_terminal_lines_have_colours_and_break_between_words_under_each_other(
    terminal: Terminal,
) -> None:
    print_lines(LINES, terminal)

    assert terminal.getvalue() == (
        "\x1b[1;31mHeading\x1b[0m\n\n    a line of words that is\n    longer than the screen\n"
    )


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_whoever_wants_no_colours_gets_none(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    print_lines(LINES, terminal)

    assert terminal.getvalue() == PLAIN


def test_an_empty_no_color_means_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    print_lines(LINES, terminal)

    assert "\x1b[1;31m" in terminal.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_what_could_steer_a_terminal_is_not_printed(
    stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    print_lines([Line("evil\x1b[2J.yaml [bold]not markup[/]")], stream)

    assert stream.getvalue() == "evil?[2J.yaml [bold]not markup[/]\n"


def test_no_lines_print_nothing(terminal: Terminal) -> None:
    print_lines([], terminal)

    assert terminal.getvalue() == ""
