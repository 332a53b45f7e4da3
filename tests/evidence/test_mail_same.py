"""Whether two versions of a message say the same."""

import pytest

from formgen.evidence.mail_same import say_the_same

THE_SAME = [
    ("Hello  Dana,\n> stop it", "Hello Dana,\n\nstop it"),
    ("*Hello* _Dana_", "Hello Dana"),
    ("See the bill <https://example.com/x?y=1>.", "See the bill."),
    ("a@example.com<mailto:a@example.com>", "a@example.com"),
    ("Dana <dana@example.com> wrote", "Dana wrote"),
    ("[image: map.png] see", "see"),
    ("[cid:one@example.com]\nsee", "see"),
    ("1. one\n2) two\na. three", "one\ntwo\nthree"),
    ('It\'s "so"', "It\u2019s \u201cso\u201d"),
    ("wait\u2026", "wait..."),
    ("\u2022 one\n- two\n----\n", "one\ntwo"),
    ("ﬁne \u00a0 so", "fine so"),
]

NOT_THE_SAME = [
    ("I know where you live.", "Have a nice day."),
    ("You will pay", "You will pay!"),
    ("$389.00", "389.00"),
    ("so \U0001f622", "so"),
    ("one two", "two one"),
    ("Stop", "stop"),
    ("10 days", "days"),
]


@pytest.mark.parametrize(("one", "other"), THE_SAME)
def test_marks_around_the_words_do_not_count(one: str, other: str) -> None:
    assert say_the_same(one, other)


@pytest.mark.parametrize(("one", "other"), NOT_THE_SAME)
def test_words_and_signs_that_mean_something_count(one: str, other: str) -> None:
    assert not say_the_same(one, other)
