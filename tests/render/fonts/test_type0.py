"""The words in which a PDF describes a font."""

import pytest

from formgen.render.fonts.type0 import actual_text, subset_tag, to_unicode, utf16, widths_array


def test_texts_are_written_with_surrogate_pairs() -> None:
    assert utf16("é😀") == "00E9D83DDE00"
    assert actual_text("é") == "/Span<</ActualText<FEFF00E9>>>BDC"


def test_widths_that_follow_each_other_share_a_list() -> None:
    assert widths_array({7: 500, 3: 278, 4: 300}) == "[ 3 [ 278 300] 7 [ 500] ]"
    assert widths_array({}) == "[ ]"


def test_the_character_map_is_in_order_and_in_blocks_of_a_hundred() -> None:
    found = to_unicode(dict.fromkeys(range(250, 0, -1), "x"))

    assert [line for line in found.split("\n") if "beginbfchar" in line] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "50 beginbfchar",
    ]
    assert found.index("<0001> <0078>") < found.index("<0064> <0078>") < found.index("<00FA> <0078>")
    assert "<0000> <FFFF>\nendcodespacerange" in found


@pytest.mark.parametrize(("digits", "line"), [(2, "<05> <2717>"), (4, "<0005> <2717>")])
def test_numbers_are_as_long_as_they_are_on_the_page(digits: int, line: str) -> None:
    assert line in to_unicode({5: "✗"}, digits=digits)


def test_the_tag_of_a_part_of_a_font_depends_on_the_part_alone() -> None:
    assert subset_tag(b"one") == subset_tag(b"one")
    assert subset_tag(b"one") != subset_tag(b"two")
    assert len(subset_tag(b"")) == 6
    assert subset_tag(b"").isupper()
