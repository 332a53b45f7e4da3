"""Markers in typed text: what is one, and what is only braces."""

import pytest

from formgen.document.markers import (
    Marker,
    Typed,
    exhibit_marker,
    exhibits_marked,
    marked_in,
    pieces_of,
)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("I left.", [Typed("I left.")]),
        ("{when}, I left.", [Marker("when"), Typed(", I left.")]),
        ("I left {when}", [Typed("I left "), Marker("when")]),
        ("{when}{exhibits}", [Marker("when"), Marker("exhibits")]),
        (
            "A {exhibit first-email} B {exhibits} C {when}.",
            [
                Typed("A "),
                Marker("exhibit", "first-email"),
                Typed(" B "),
                Marker("exhibits"),
                Typed(" C "),
                Marker("when"),
                Typed("."),
            ],
        ),
        ("It is {exhibit  note }.", [Typed("It is "), Marker("exhibit", "note"), Typed(".")]),
    ],
)
def test_text_is_taken_apart_at_its_markers(text: str, pieces: list[Typed | Marker]) -> None:
    assert list(pieces_of(text)) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "{When}",
        "{when",
        "{exhibit}",
        "{exhibit }",
        "{exhibit a, page 3}",
        "{exhibit a",
        "{list} {name} {0} {}",
        "a { b } c",
        "{{ name }} {% if %}",
    ],
)
def test_braces_around_anything_else_are_words_of_hers(text: str) -> None:
    assert list(pieces_of(text)) == [Typed(text)]
    assert marked_in(text) == ()


def test_a_marker_is_found_behind_braces_that_are_none() -> None:
    text = "See {exhibit one, page 3} and {exhibit letter}."

    assert list(pieces_of(text)) == [
        Typed("See {exhibit one, page 3} and "),
        Marker("exhibit", "letter"),
        Typed("."),
    ]
    assert exhibit_marker(text, "letter") == "{exhibit letter}"


def test_a_marker_within_open_braces_is_the_inner_one() -> None:
    assert exhibits_marked("{exhibit {exhibit note}}") == ("note",)


def test_exhibits_named_in_markers_come_in_order_each_time_they_are_named() -> None:
    assert exhibits_marked("{exhibit b} {exhibits} {exhibit a} {exhibit b}") == ("b", "a", "b")


def test_a_marker_is_given_as_it_was_typed() -> None:
    text = "It is {exhibit  note }."

    assert exhibit_marker(text, "note") == "{exhibit  note }"
    assert exhibit_marker(text, "letter") == ""
    assert exhibit_marker("{exhibit note", "note") == ""


def test_every_marker_of_a_text_is_listed_once() -> None:
    text = "{exhibit note} {when} {exhibits} {when} {exhibit note} {exhibit  letter}"

    assert marked_in(text) == ("{when}", "{exhibits}", "{exhibit note}", "{exhibit  letter}")
