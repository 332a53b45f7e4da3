"""Layers of a PDF."""

from pathlib import Path

import pytest
from exhibit.pdf_files import (
    add_note,
    add_page,
    done,
    exhibit_form,
    form,
    look_alike,
    picture,
    prepare,
    prepared_file,
    save,
    typeface,
)
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from formgen.exhibit.pdf_layers import merge_layers

RED = b"1 0 0 rg 100 100 200 200 re f "
BLUE = b"0 0 1 rg 350 500 200 200 re f "


def layer(pdf: Pdf, name: str, **entries: object) -> Object:
    """Return a layer of *pdf*."""
    made = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def layered(*, red: Object, blue: Object, pdf: Pdf, listed: list[Object], **settings: object) -> None:
    """Add a page whose red square is on one layer and whose blue square is on another."""
    content = b"BT /F1 30 Tf 50 50 Td (Always) Tj ET /OC /R BDC " + RED + b"EMC /OC /B BDC " + BLUE + b"EMC"
    resources = Dictionary(Font=Dictionary(F1=typeface()), Properties=Dictionary(R=red, B=blue))
    add_page(pdf, content, Resources=resources)
    shown = Dictionary()
    for key, value in settings.items():
        shown[f"/{key}"] = value
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array(listed), D=shown)


def seen(file: Path) -> tuple[bool, bool]:
    """Return whether the red and the blue square are seen."""
    image = picture(file)
    return image.getpixel((167, 493)) == (255, 0, 0), image.getpixel((375, 160)) == (0, 0, 255)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, (True, True)),
        ({"OFF": "r"}, (False, True)),
        ({"BaseState": Name.OFF, "ON": "r"}, (True, False)),
        ({"BaseState": Name.OFF}, (False, False)),
    ],
)
def test_what_is_hidden_stays_hidden(
    tmp_path: Path, settings: dict[str, object], expected: tuple[bool, bool]
) -> None:
    pdf = Pdf.new()
    red, blue = layer(pdf, "Red"), layer(pdf, "Blue")
    given = {key: Array([red]) if value == "r" else value for key, value in settings.items()}
    layered(pdf=pdf, red=red, blue=blue, listed=[red, blue], **given)
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert seen(prepared_file(file)) == expected
    assert done(converted) == ({"layers-hidden": expected.count(False)} if False in expected else {})
    assert look_alike(file)


def test_a_rule_about_several_layers_is_kept(tmp_path: Path) -> None:
    pdf = Pdf.new()
    red, blue = layer(pdf, "Red"), layer(pdf, "Blue")
    either = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=Array([red, blue]), P=Name.AllOn))
    layered(pdf=pdf, red=either, blue=blue, listed=[red, blue], OFF=Array([red]))
    file = save(pdf, tmp_path)
    prepare(file)

    assert seen(prepared_file(file)) == (False, True)


def test_a_drawing_and_a_note_on_a_hidden_layer_stay_hidden(tmp_path: Path) -> None:
    pdf = Pdf.new()
    red, blue = layer(pdf, "Red"), layer(pdf, "Blue")
    drawing = form(pdf, RED, 612, 792, OC=red)
    page = add_page(pdf, b"BT /F1 30 Tf 50 50 Td (Always) Tj ET /D Do")
    page["/Resources"]["/XObject"] = Dictionary(D=drawing)
    note = form(pdf, b"0 0 1 rg 0 0 200 200 re f", 200, 200)
    add_note(pdf, page, "Stamp", (350, 500, 550, 700), AP=Dictionary(N=note), OC=blue)
    pdf.Root["/OCProperties"] = Dictionary(OCGs=Array([red, blue]), D=Dictionary(OFF=Array([red, blue])))
    file = save(pdf, tmp_path)

    assert done(prepare(file))["layers-hidden"] == 2
    assert seen(prepared_file(file)) == (False, False)


def test_only_layers_in_use_are_carried_and_nothing_says_who_made_them(tmp_path: Path) -> None:
    pdf = Pdf.new()
    usage = Dictionary(
        CreatorInfo=Dictionary(Creator=String("SECRET")), Print=Dictionary(PrintState=Name.OFF)
    )
    red = layer(pdf, "Red", Usage=usage, Metadata=pdf.make_stream(b"SECRET"))
    blue, unused = layer(pdf, "Blue"), layer(pdf, "Unused")
    automatic = Array([Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array([red, unused]))])
    layered(
        pdf=pdf, red=red, blue=blue, listed=[red, blue, unused, red, Name.x],
        OFF=Array([unused]), AS=automatic, Order=Array([red]),
    )  # fmt: skip
    prepare(save(pdf, tmp_path))

    with Pdf.open(prepared_file(tmp_path / "offered.pdf")) as prepared:
        properties = prepared.Root["/OCProperties"]
        kept = properties["/OCGs"]
        marks = exhibit_form(prepared)["/Resources"]["/Properties"]
        assert [str(each["/Name"]) for each in kept] == ["Red", "Blue"]
        assert [each.objgen for each in kept] == [marks["/R"].objgen, marks["/B"].objgen]
        assert kept[0].keys() == {"/Type", "/Name", "/Usage"}
        assert kept[0]["/Usage"].unparse() == b"<< /Print << /PrintState /OFF >> >>"
        assert properties["/D"].keys() == {"/OFF", "/AS"}
        assert len(properties["/D"]["/OFF"]) == 0
        assert [each.objgen for each in properties["/D"]["/AS"][0]["/OCGs"]] == [kept[0].objgen]


def test_layers_that_the_file_does_not_show_and_hide_are_not_carried(tmp_path: Path) -> None:
    pdf = Pdf.new()
    red, blue = layer(pdf, "Red", Intent=Name.Design), layer(pdf, "Blue")
    layered(pdf=pdf, red=red, blue=blue, listed=[red, blue], OFF=Array([red, blue]))
    file = save(pdf, tmp_path)
    prepare(file)

    assert seen(prepared_file(file)) == (True, False)


def test_layers_of_several_files_meet_in_one(tmp_path: Path) -> None:
    target = Pdf.new()
    drawn = []
    for name in ("one.pdf", "two.pdf"):
        pdf = Pdf.new()
        red, blue = layer(pdf, f"Red of {name}"), layer(pdf, "Blue")
        layered(pdf=pdf, red=red, blue=blue, listed=[red, blue], OFF=Array([red]))
        prepare(save(pdf, tmp_path, name))
        source = Pdf.open(prepared_file(tmp_path / name))
        assert merge_layers(target, source) == 1
        drawn.append(target.copy_foreign(exhibit_form(source)))
    properties = target.Root["/OCProperties"]
    marks = [each["/Resources"]["/Properties"] for each in drawn]

    assert [str(each["/Name"]) for each in properties["/OCGs"]] == [
        "Red of one.pdf", "Blue", "Red of two.pdf", "Blue",
    ]  # fmt: skip
    assert [each.objgen for each in properties["/D"]["/OFF"]] == [each["/R"].objgen for each in marks]


@pytest.mark.parametrize(
    "broken", [Name.x, Dictionary(), Dictionary(OCGs=5, D=7), Dictionary(OCGs=Array([None]))]
)
def test_broken_lists_of_layers_are_passed_over(broken: Object) -> None:
    source, target = Pdf.new(), Pdf.new()
    source.Root["/OCProperties"] = broken

    assert merge_layers(target, source) == 0
    assert "/OCProperties" not in target.Root
