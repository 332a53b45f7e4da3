"""Where links and pictures lead, in words."""

import pytest

from formgen.evidence.mail_links import picture_name, says_more, target_of


@pytest.mark.parametrize(
    ("words", "target", "is_more"),
    [
        ("the bill", "https://example.com/bill", True),
        ("https://example.com/bill", "https://example.com/bill", False),
        ("Example.com", "http://www.example.com/", False),
        ("a@example.com", "mailto:a@example.com", False),
        ("example.com", "https://example.com.evil.example", True),
        ("530-555-0166", "tel:530-555-0166", False),
        ("words", "", False),
        ("", "https://example.com", True),
    ],
)
def test_a_target_is_told_if_the_words_do_not_say_it(words: str, target: str, is_more: bool) -> None:  # noqa: FBT001 - a case of a table
    assert says_more(target, words) == is_more


@pytest.mark.parametrize(
    ("href", "target"),
    [
        (" https://example.com/a b\n", "https://example.com/ab"),
        ("#top", ""),
        ("cid:one", ""),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("x" * 2001, "x" * 2000 + "\u2026"),
    ],
)
def test_a_target_is_printed_without_spaces_and_not_without_end(href: str, target: str) -> None:
    assert target_of({"href": href}) == target


def test_a_link_without_a_target_has_none() -> None:
    assert target_of({}) == ""


@pytest.mark.parametrize(
    ("attributes", "name"),
    [
        ({"alt": " our \n logo ", "src": "x.png"}, "our logo"),
        ({"src": "https://example.com/a/b%20c.png?x=1#y"}, "b c.png"),
        ({"src": "cid:one%40x"}, "door.jpg"),
        ({"src": "CID:other"}, ""),
        ({"src": "data:image/png;base64,AA"}, ""),
        ({"src": "http://[bad"}, ""),
        ({}, ""),
        ({"width": "1", "src": "x.png"}, None),
        ({"height": " 0px", "alt": "seen"}, None),
    ],
)
def test_a_picture_has_a_name(attributes: dict[str, str], name: str | None) -> None:
    assert picture_name(attributes, {"one@x": "door.jpg"}) == name
