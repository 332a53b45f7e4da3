"""A typeface that the case names is found, checked, and never told by its place on the machine."""

import shutil
from pathlib import Path

import pytest
from render.fonts.sheets_of_text import by_pdfium, drawn, static_font

from formgen.document.blocks import Span
from formgen.errors import Problem, RenderError
from formgen.render.fonts import machine
from formgen.render.fonts.book import FontBook
from formgen.render.fonts.packages import CJK, EMOJI, NOTO_SANS, needed_font

FILES = {"Body-Regular.ttf": 400, "Body-Bold.ttf": 700}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that takes the place of the machine's fonts."""
    folder = tmp_path / "installed"
    folder.mkdir()
    monkeypatch.setattr(machine, "font_folders", lambda: (folder, tmp_path / "not there"))
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a case folder."""
    folder = tmp_path / "case"
    folder.mkdir()
    return folder


def put(folder: Path, *names: str) -> None:
    """Put fonts of one weight into *folder*, all of the family Noto Sans."""
    for name in names:
        source = NOTO_SANS["Italic" in name]
        static_font(needed_font(source), folder / name, 700 if "Bold" in name else 400)


def cuts(book: FontBook) -> list[list[str]]:
    """Return the first font files of each style: regular, italic, bold, bold italic."""
    return [
        [cut.face.path.name for cut in style.chain._cuts if cut.face.path.name.startswith("Body")]
        for style in book._styles
    ]


def refused(typeface: str, folder: Path | None = None) -> Problem:
    with pytest.raises(RenderError) as raised:
        FontBook.open(typeface, folder=folder)
    [problem] = raised.value.problems
    return problem


@pytest.mark.parametrize("name", ["Noto Sans", " noto sans ", "NOTO SANS"])
def test_an_installed_family_is_found_by_its_name(name: str, installed: Path) -> None:
    put(installed, "Body-Regular.ttf", "Body-Bold.ttf", "Body-Italic.ttf", "Body-BoldItalic.ttf")

    assert cuts(FontBook.open(name)) == [
        ["Body-Regular.ttf"],
        ["Body-Italic.ttf", "Body-Regular.ttf"],
        ["Body-Bold.ttf"],
        ["Body-BoldItalic.ttf", "Body-Bold.ttf"],
    ]


def test_where_it_has_no_italic_upright_stands_in(installed: Path) -> None:
    put(installed, *FILES)

    assert cuts(FontBook.open("Noto Sans")) == [["Body-Regular.ttf"]] * 2 + [["Body-Bold.ttf"]] * 2


def test_its_bold_is_looked_for_in_folders_inside_folders(installed: Path) -> None:
    (installed / "truetype" / "body").mkdir(parents=True)
    put(installed / "truetype" / "body", *FILES)

    assert cuts(FontBook.open("Noto Sans"))[2] == ["Body-Bold.ttf"]


def test_a_variable_font_is_its_own_bold(installed: Path) -> None:
    shutil.copy(needed_font(NOTO_SANS[0]), installed / "Body[wght].ttf")
    book = FontBook.open("Noto Sans")

    assert cuts(book) == [["Body[wght].ttf"]] * 4
    assert book.width("declare", bold=True) > book.width("declare")


def test_a_font_file_in_the_case_folder_is_found_with_its_bold_beside_it(installed: Path, case: Path) -> None:
    put(case, *FILES)

    assert cuts(FontBook.open("Body-Regular.ttf", folder=case))[::2] == [
        ["Body-Regular.ttf"],
        ["Body-Bold.ttf"],
    ]


def test_a_font_file_takes_its_bold_from_the_machine_if_none_lies_beside_it(
    installed: Path, case: Path
) -> None:
    put(case, "Body-Regular.ttf")
    put(installed, "Body-Bold.ttf")

    assert cuts(FontBook.open("Body-Regular.ttf", folder=case))[2] == ["Body-Bold.ttf"]


def test_a_font_file_may_be_named_by_its_whole_path(installed: Path, case: Path) -> None:
    put(case, *FILES)

    assert cuts(FontBook.open(str(case / "Body-Regular.ttf")))[0] == ["Body-Regular.ttf"]


def test_what_it_lacks_is_taken_from_the_usual_typefaces(installed: Path) -> None:
    put(installed, *FILES)
    book = FontBook.open("Noto Sans")
    sheet = drawn("Dana שלום 😀 नमस्ते ☐", [Span("Dana", bold=True)], fonts=book)

    assert [font.name for font in sheet.fonts] == [
        "Arimo[wght].ttf",
        "Body-Bold.ttf",
        "Body-Regular.ttf",
        "NotoEmoji[wght].ttf",
        "NotoSansDevanagari[wght].ttf",
    ]
    assert by_pdfium(drawn("Dana 😀 नमस्ते ☐ x̄", fonts=book)) == ["Dana 😀 नमस्ते ☐ x̄"]
    assert [each.code_points for each in book.missing("Dana \ue000")] == ["U+E000"]


def test_arimo_is_the_usual_typeface_and_not_looked_for(installed: Path) -> None:
    assert FontBook.open("Arimo").width("Dana") == FontBook.open().width("Dana")


def test_a_hyphen_that_does_not_break_is_drawn_as_a_hyphen_where_there_is_no_such_glyph(
    installed: Path,
) -> None:
    put(installed, *FILES)
    book = FontBook.open("Noto Sans")
    face = book._styles[0].chain.text.face
    face.__dict__["code_points"] = face.code_points - {0x2010, 0x2011}

    assert book.width("\u2011") == book.width("-")
    assert by_pdfium(drawn("e\u2011mail e-mail", fonts=book)) == ["e\u2011mail e-mail"]


@pytest.mark.parametrize(
    "typeface", ["No Such Family", "fonts/none.ttf", "none.OTF", "fonts\\none", "/none/none.ttc"]
)
def test_a_typeface_that_is_not_there_is_told_without_its_place(
    typeface: str, installed: Path, case: Path
) -> None:
    problem = refused(typeface, case)

    assert (problem.code, problem.path) == ("typeface-not-found", "typeface")
    assert "none" not in problem.what + problem.fix
    assert str(case) not in problem.what + problem.fix


def test_a_file_that_is_no_font_is_told(installed: Path, case: Path) -> None:
    (case / "junk.ttf").write_bytes(b"no font at all" * 40)

    assert refused("junk.ttf", case) == Problem(
        code="typeface-not-readable",
        what="The font file that the case names cannot be read as a font.",
        fix="Name a TrueType or OpenType file (.ttf, .otf, .ttc), or leave typeface out.",
        path="typeface",
    )


def test_files_that_are_no_fonts_do_not_hide_the_others(installed: Path) -> None:
    put(installed, *FILES)
    (installed / "a.ttf").write_bytes(b"")
    (installed / "b.otf").write_bytes(b"junk" * 100)
    (installed / "c.ttf").mkdir()

    assert cuts(FontBook.open("Noto Sans"))[0] == ["Body-Regular.ttf"]


def test_a_typeface_without_bold_is_refused(installed: Path, case: Path) -> None:
    put(installed, "Body-Regular.ttf")
    put(case, "Body-Regular.ttf")
    told = Problem(
        code="typeface-without-bold",
        what="The typeface that the case names comes without a bold one, which headings need.",
        fix="Add the file of its bold beside it, name another typeface, or leave typeface out.",
        path="typeface",
    )

    assert refused("Noto Sans") == told
    assert refused("Body-Regular.ttf", case) == told
    assert refused(str(needed_font(CJK))) == told


def test_a_typeface_without_ordinary_letters_is_refused(installed: Path) -> None:
    shutil.copy(needed_font(EMOJI), installed / "emoji.ttf")

    assert refused("Noto Emoji") == Problem(
        code="typeface-not-readable",
        what="The typeface that the case names lacks ordinary letters or signs.",
        fix="Name a typeface for text, or leave typeface out.",
        path="typeface",
    )


@pytest.mark.parametrize("bits", [0x0002, 0x0100, 0x0200])
def test_a_typeface_whose_maker_forbids_it_is_refused(bits: int, installed: Path, case: Path) -> None:
    put(case, *FILES)
    allow(case / "Body-Bold.ttf", bits)

    assert refused("Body-Regular.ttf", case).code == "typeface-not-embeddable"


@pytest.mark.parametrize("bits", [0x0000, 0x0004, 0x0008])
def test_a_typeface_that_may_be_printed_is_taken(bits: int, installed: Path, case: Path) -> None:
    put(case, *FILES)
    allow(case / "Body-Regular.ttf", bits)

    assert cuts(FontBook.open("Body-Regular.ttf", folder=case))[0] == ["Body-Regular.ttf"]


def allow(font: Path, bits: int) -> None:
    """Write what its maker allows into a font file."""
    content = bytearray(font.read_bytes())
    entry = content.index(b"OS/2", 12)
    start = int.from_bytes(content[entry + 8 : entry + 12], "big")
    content[start + 8 : start + 10] = bits.to_bytes(2, "big")
    font.write_bytes(bytes(content))


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("Linux", ["/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"]),
        ("Darwin", ["/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"]),
        ("Windows", ["W/Fonts", "L/Microsoft/Windows/Fonts"]),
    ],
)
def test_each_system_keeps_its_fonts_where_it_does(
    system: str, expected: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("WINDIR", "W")
    monkeypatch.setenv("LOCALAPPDATA", "L")

    assert [
        folder.as_posix().replace(tmp_path.as_posix(), "~") for folder in machine.font_folders()
    ] == expected


@pytest.mark.parametrize(
    ("typeface", "is_file"),
    [
        ("Times New Roman", False),
        ("times.ttf", True),
        ("Times.OTF", True),
        ("fonts/times", True),
        ("St. Ives", False),
    ],
)
def test_a_file_is_told_from_a_family(typeface: str, is_file: bool) -> None:  # noqa: FBT001  a case
    assert machine.is_file_name(typeface) is is_file
