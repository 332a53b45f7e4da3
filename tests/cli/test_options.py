"""What is typed after `--as-of`."""

from datetime import date, datetime, tzinfo
from pathlib import Path

import pytest
from cli.running import Formgen

from formgen.cli import options
from formgen.cli.options import day_meant


@pytest.mark.parametrize(
    "typed",
    ["2026-04-17", "April 17, 2026", "Apr. 17 2026", "17 April 2026", "4/17/2026", " april  17th, 2026 "],
)
def test_a_day_is_typed_as_in_a_case(typed: str) -> None:
    assert day_meant(typed) == date(2026, 4, 17)


def test_without_it_the_day_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(2026, 5, 12, 8, 30, tzinfo=tz)

    monkeypatch.setattr(options, "datetime", Clock)

    assert day_meant(None) == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("3/5/26", "The year must have four digits."),
        ("March 5", "The year is missing."),
        ("soon", "This date is not understood."),
        ("", "This date is not understood."),
        ("June 31, 2026", "There is no such day in the calendar."),
        ("about March 5, 2026", "An exact day is needed here."),
        ("unknown", "An exact day is needed here."),
    ],
)
def test_what_is_not_a_day_is_wrong_use_and_the_right_forms_are_named(
    formgen: Formgen, case: Path, typed: str, why: str
) -> None:
    ran = formgen("check", case, "--as-of", typed)

    assert ran.exit_code == 2
    assert ran.codes_shown == ["usage"]
    assert f'--as-of: {why} Write it as 2026-04-17 or "April 17, 2026", or leave it out for today.' in ran.err
