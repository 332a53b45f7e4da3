"""Listed words found in a text."""

from formgen.catalog.words import words_in

LISTED = ("threat", "threatening", "every day", "and/or", "(s)", "don't care")


def test_words_are_found_whole_and_in_any_capitals() -> None:
    text = "Threat upon threat; threatened, threatening."

    assert list(words_in(text, LISTED)) == [("threat", 0), ("threat", 12), ("threatening", 32)]


def test_phrases_are_found_over_a_line_end_and_with_either_apostrophe() -> None:
    text = "Every\nday they don\N{RIGHT SINGLE QUOTATION MARK}t  care."

    assert list(words_in(text, LISTED)) == [("every day", 0), ("don't care", 15)]


def test_marks_are_found_inside_and_beside_words() -> None:
    assert list(words_in("the email(s) and/or call(s)", LISTED)) == [("(s)", 9), ("and/or", 13), ("(s)", 24)]


def test_no_words_are_found_in_nothing_and_none_if_none_are_listed() -> None:
    assert list(words_in("", LISTED)) == []
    assert list(words_in("threat", ())) == []
