"""Looking things up in the objects of a PDF, whatever they are."""

from decimal import Decimal

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from formgen.exhibit.pdf_objects import entry, items, keys_of, name, number, place_of, values_of, whole, words

ODD = [None, True, 5, Decimal("1.5"), Name.x, String("x"), Array([1]), Dictionary(A=1)]


@pytest.mark.parametrize("value", ODD)
def test_nothing_is_found_in_what_holds_nothing(value: object) -> None:
    assert entry(value, "/B") is None
    assert items(value) == ([1] if isinstance(value, Array) else [])
    assert values_of(value) == ([1] if isinstance(value, Dictionary) else [])
    assert name(value) == ("x" if isinstance(value, Name) else "")
    assert words(value) == ("x" if isinstance(value, String) else "")
    assert number(value) == (float(value) if type(value) in {int, Decimal} else None)  # type: ignore[arg-type]
    assert whole(value) == (5 if value == 5 else 0)
    assert place_of(value) == (0, 0)


def test_a_stream_is_looked_into_like_a_dictionary_and_read_like_a_string() -> None:
    pdf = Pdf.new()
    stream = pdf.make_stream(b"Words", A=Name.x)

    assert (entry(stream, "/A"), words(stream), place_of(stream)[0] > 0) == (Name.x, "Words", True)


def test_names_and_strings_in_no_known_writing_are_passed_over() -> None:
    pdf = Pdf.new()
    odd = Object.parse(b"<< /A 1 /B#e9 2 >>")

    assert keys_of(odd) == ["/A"]
    assert values_of(odd) == [1, 2]
    assert name(Object.parse(b"/B#e9")) == ""
    assert words(String(b"\xef\xbb\xbf\xff\xfe")) == ""
    assert words(pdf.make_stream(b"broken", Filter=Name.FlateDecode)) == ""
