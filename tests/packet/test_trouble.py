"""The words for what the system refuses."""

import errno

import pytest

from formgen.errors import OutputError, Problem
from formgen.packet.trouble import one_each, shown, told_plainly

PATTERN = Problem(code="not-made-here", what="Not ours.", fix="Move it.")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "no-room"),
        (errno.EDQUOT, "no-room"),
        (errno.EACCES, "no-right-to-write"),
        (errno.EPERM, "no-right-to-write"),
        (errno.EROFS, "no-right-to-write"),
        (errno.ENAMETOOLONG, "cannot-write"),
        (errno.EIO, "cannot-write"),
    ],
)
def test_what_the_system_says_is_told_in_plain_words(number: int, code: str) -> None:
    with pytest.raises(OutputError) as caught, told_plainly("papers"):
        raise OSError(number, "words of the system", "/home/someone/papers")
    [problem] = caught.value.problems
    assert (problem.code, problem.path) == (code, "papers")
    assert "someone" not in problem.what + problem.fix


def test_a_refusal_without_a_number_is_told_too() -> None:
    with pytest.raises(OutputError) as caught, told_plainly("papers"):
        raise OSError
    assert caught.value.problems[0].what == "The papers could not be written here (unknown)."


def test_each_file_is_named_and_past_twenty_counted() -> None:
    names = [f"scan-{number}.pdf" for number in range(23)]
    problems = one_each(names, PATTERN, folder="papers")
    assert [problem.path for problem in problems] == [f"papers/{name}" for name in names[:20]] + ["papers"]
    assert problems[-1].what == "The same holds for 3 more in this folder."
    assert [problem.path for problem in one_each(names[:20], PATTERN, folder="papers")] == [
        f"papers/{name}" for name in names[:20]
    ]


def test_a_file_name_cannot_steer_the_terminal() -> None:
    assert shown("a\x1b[2J\u202e\udcff\u2028é ü.pdf") == "a?[2J???é ü.pdf"
