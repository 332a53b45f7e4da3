"""Fields of a form in a PDF."""

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from formgen.exhibit.pdf_fields import Field, Value, note_value, size_in

BOX = Array([10, 20, 110, 50])
MULTILINE, PASSWORD, PUSH_BUTTON, COMB = 1 << 12, 1 << 13, 1 << 16, 1 << 24


def field(**entries: object) -> Field:
    """Return a field that says *entries* of itself."""
    return field_of(None, **entries)


def field_of(form: object, /, **entries: object) -> Field:
    """Return a field of *form* that says *entries* of itself."""
    made = Dictionary(Rect=BOX)
    for key, value in entries.items():
        made[f"/{key}"] = String(value) if isinstance(value, str) else value
    return Field(made, form)


def text(value: object, **entries: object) -> Value | None:
    """Return what is drawn for a field of text."""
    return field(FT=Name.Tx, V=value, **entries).value()


def test_a_value_says_how_it_is_to_look() -> None:
    assert text("Typed") == Value("Typed", 100.0, 30.0)
    assert text("Typed", DA="/Helv 9.5 Tf 0 g", Q=2) == Value("Typed", 100.0, 30.0, size=9.5, align="right")
    assert text("Typed", Q=1, Ff=MULTILINE) == Value("Typed", 100.0, 30.0, align="centre", is_long=True)
    assert text("123", MaxLen=5, Ff=COMB) == Value("123", 100.0, 30.0, cells=5)
    assert text("123456", MaxLen=5, Ff=COMB) == Value("123456", 100.0, 30.0)


def test_a_turned_field_is_as_wide_as_it_is_read() -> None:
    assert text("Typed", MK=Dictionary(R=90)) == Value("Typed", 30.0, 100.0, turn=90)
    assert text("Typed", MK=Dictionary(R=180)) == Value("Typed", 100.0, 30.0, turn=180)


def test_what_a_field_does_not_say_is_taken_from_above() -> None:
    pdf = Pdf.new()
    top = pdf.make_indirect(Dictionary(FT=Name.Tx, V=String("Above"), Q=1))
    middle = pdf.make_indirect(Dictionary(Parent=top))
    form = Dictionary(DA=String("/Helv 7 Tf"), V=String("Not this"))

    assert field_of(form, Parent=middle).value() == Value("Above", 100.0, 30.0, size=7.0, align="centre")
    assert field_of(form, FT=Name.Tx).text() == ""


def test_fields_above_each_other_in_a_circle_end() -> None:
    pdf = Pdf.new()
    one = pdf.make_indirect(Dictionary())
    one["/Parent"] = pdf.make_indirect(Dictionary(Parent=one))

    assert (field(Parent=one).kind, field(Parent=one).holds) == ("", False)


def test_lines_are_kept_where_there_may_be_several() -> None:
    assert field(FT=Name.Tx, V="a\r\nb\rc\nd\u2028e").text() == "a\nb\nc\nd\ne"
    single = text("a\r\nb")
    several = text("a\r\nb", Ff=MULTILINE)

    assert (single and single.text, several and several.text) == ("a b", "a\nb")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("x\x00\x07y", "xy"),
        ("a\tb", "a    b"),
        ("trail \n ", "trail"),
        (" ", ""),
        ("x" * 30_000, "x" * 20_000),
    ],
)
def test_what_cannot_be_printed_is_taken_out(value: str, shown: str) -> None:
    assert field(FT=Name.Tx, V=value).text() == shown


def test_a_value_may_stand_in_a_stream() -> None:
    pdf = Pdf.new()

    assert field(FT=Name.Tx, V=pdf.make_stream(b"Long text")).text() == "Long text"


def test_a_password_is_never_shown() -> None:
    assert field(FT=Name.Tx, V="secret", Ff=PASSWORD).text() == "******"


def test_a_choice_shows_its_words_and_not_its_code() -> None:
    first, second = Array([String("1"), String("First")]), Array([String("2"), String("Second")])
    options = Array([first, second, String("3")])

    assert field(FT=Name.Ch, V="2", Opt=options).text() == "Second"
    assert field(FT=Name.Ch, V=Array([String("1"), String("3")]), Opt=options).text() == "First\n3"
    assert field(FT=Name.Ch, V=Name.x, Opt=Name.x).text() == ""


@pytest.mark.parametrize(
    ("entries", "holds"),
    [
        ({"FT": Name.Tx, "V": "x"}, True),
        ({"FT": Name.Tx, "V": ""}, False),
        ({"FT": Name.Tx, "V": 5}, False),
        ({"FT": Name.Btn, "V": Name.Yes}, True),
        ({"FT": Name.Btn, "V": Name.Yes, "AS": Name.Off}, False),
        ({"FT": Name.Btn, "V": Name.Off}, False),
        ({"FT": Name.Btn}, False),
        ({"FT": Name.Btn, "V": Name.Yes, "Ff": PUSH_BUTTON}, False),
        ({"FT": Name.Sig, "V": Dictionary()}, True),
        ({"FT": Name.Sig}, False),
        ({"V": "x"}, False),
    ],
)
def test_a_field_holds_what_was_filled_in_ticked_or_signed(entries: dict[str, object], holds: bool) -> None:  # noqa: FBT001 - a table
    assert field(**entries).holds is holds


@pytest.mark.parametrize("box", [Array([]), Array([1, 2, 3]), Name.x])
def test_a_field_without_room_has_nothing_to_draw(box: Object) -> None:
    assert text("x", Rect=box) is None
    assert note_value(Dictionary(Contents=String("x"), Rect=box)) is None


def test_a_note_says_its_words() -> None:
    note = Dictionary(Contents=String("a\rb"), Rect=BOX, Q=1, DA=String("0 g /F 8 Tf"))

    assert note_value(note) == Value("a\nb", 100.0, 30.0, size=8.0, align="centre", is_long=True)
    assert note_value(Dictionary(Contents=String("  "), Rect=BOX)) is None


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("/Helv 12 Tf", 12.0),
        ("0 g /F1 0 Tf", 0.0),
        ("/A 8 Tf /B 9.5 Tf 0 g", 9.5),
        ("/A -8 Tf", 8.0),
        ("", 0.0),
        ("/A 1.2.3 Tf", 0.0),
    ],
)
def test_the_size_of_type_is_read(words: str, size: float) -> None:
    assert size_in(String(words)) == size
    assert size_in(None) == 0.0
