"""How far long work has come: said on stderr, not at once, not too often, never with --json."""

import sys
from io import StringIO

import pytest

from formgen.cli.progress import FIRST, IN_FILE, ON_TERMINAL, progress_shown


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


class Screen(StringIO):
    """A stream that may be a terminal."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Return whether it is one."""
        return self._is_terminal


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock by which reports are timed."""
    clock = Clock()
    monkeypatch.setattr("formgen.cli.progress.time.monotonic", clock)
    return clock


def screen(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool) -> Screen:
    """Return what is put in the place of stderr."""
    shown = Screen(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", shown)
    return shown


def test_short_work_says_nothing(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch, is_terminal=False)
    with progress_shown(quiet=False) as report:
        assert report is not None
        report("exhibits", 0, 3)
        clock.now += IN_FILE - 1
        report("exhibits", 3, 3)

    assert shown.getvalue() == ""


def test_in_a_file_one_report_stands_below_the_other_with_time_between(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = screen(monkeypatch, is_terminal=False)
    with progress_shown(quiet=False) as report:
        assert report is not None
        clock.now += IN_FILE
        report("exhibits", 1, 300)
        clock.now += IN_FILE / 2
        report("exhibits", 2, 300)
        clock.now += IN_FILE / 2
        report("files", 3, 17)
        clock.now += IN_FILE
        report("something else", 4, 5)

    assert shown.getvalue() == (
        "Preparing exhibits: 1 of 300\nPutting files together: 3 of 17\nsomething else: 4 of 5\n"
    )


def test_on_a_terminal_a_report_is_written_over_and_cleared_at_the_end(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = screen(monkeypatch, is_terminal=True)
    with progress_shown(quiet=False) as report:
        assert report is not None
        clock.now += FIRST
        report("files", 9, 10)
        clock.now += ON_TERMINAL
        report("x", 1, 2)

    first, second = "Putting files together: 9 of 10", "x: 1 of 2"
    assert shown.getvalue() == (
        f"\r{first}\r{second}{' ' * (len(first) - len(second))}\r{' ' * len(second)}\r"
    )


def test_a_line_is_cleared_when_the_work_is_broken_off(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch, is_terminal=True)

    def broken_off() -> None:
        with progress_shown(quiet=False) as report:
            assert report is not None
            clock.now += FIRST
            report("x", 1, 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()

    assert shown.getvalue().endswith(f"\r{' ' * len('x: 1 of 2')}\r")


def test_nothing_is_said_where_one_object_is_wanted() -> None:
    with progress_shown(quiet=True) as report:
        assert report is None


def test_on_a_terminal_something_is_said_after_a_second(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = screen(monkeypatch, is_terminal=True)
    with progress_shown(quiet=False) as report:
        assert report is not None
        clock.now += FIRST - 0.1
        report("x", 1, 9)
        assert shown.getvalue() == ""
        clock.now += 0.1
        report("x", 2, 9)
        assert shown.getvalue() == "\rx: 2 of 9"
