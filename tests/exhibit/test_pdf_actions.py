"""What a PDF would do when it is opened or touched."""

from pathlib import Path

from exhibit.pdf_files import (
    add_field,
    add_note,
    add_page,
    prepare,
    prepared_file,
    save,
)
from pikepdf import Array, Dictionary, Name, Pdf, String

from formgen.exhibit.prepared import Done


def test_what_acts_is_left_out_and_counted(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))
    pdf.Root["/OpenAction"] = script
    pdf.Root["/AA"] = Dictionary(WC=Dictionary(S=Name.Launch, F=String("x")))
    page["/AA"] = Dictionary(O=Dictionary(S=Name.GoTo, D=Array([page, Name.Fit]), Next=Array([script])))
    attached = Dictionary(Names=Array([String("a"), Dictionary(), String("b"), Dictionary()]))
    pdf.Root["/Names"] = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), script])), EmbeddedFiles=attached
    )
    pdf.Root["/Collection"] = Dictionary(View=Name.D)
    add_note(pdf, page, "Link", (0, 0, 9, 9), A=Dictionary(S=Name.URI, URI=String("https://example.org")))
    add_note(pdf, page, "Link", (0, 0, 9, 9), A=Dictionary(S=Name.GoToR, F=String("x")))
    add_note(pdf, page, "Link", (0, 0, 9, 9), A=Dictionary(S=Name.Launch, F=String("x")))
    add_note(pdf, page, "Link", (0, 0, 9, 9), Dest=Array([page, Name.Fit]))
    add_note(pdf, page, "FileAttachment", (0, 0, 9, 9), FS=Dictionary())
    add_note(pdf, page, "Screen", (0, 0, 9, 9), A=Dictionary(S=Name.Rendition))
    add_note(pdf, page, "RichMedia", (0, 0, 9, 9))
    add_field(pdf, page, (0, 0, 9, 9), FT=Name.Btn, Ff=1 << 16, A=Dictionary(S=Name.SubmitForm))
    converted = prepare(save(pdf, tmp_path))

    assert converted.done == (
        Done("actions-left-out", 3),
        Done("attached-files-left-out", 3),
        Done("links-left-out", 2),
        Done("media-left-out", 2),
        Done("portfolio", 1),
        Done("scripts-left-out", 3),
    )
    with Pdf.open(prepared_file(tmp_path / "offered.pdf")) as prepared:
        assert not any(
            b"/S /" in each.unparse(resolved=True)
            for each in prepared.objects
            if isinstance(each, Dictionary)
        )


def test_actions_in_a_circle_are_counted_once(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    one = pdf.make_indirect(Dictionary(S=Name.JavaScript))
    one["/Next"] = pdf.make_indirect(Dictionary(S=Name.URI, Next=Array([one, Name.x])))
    add_note(pdf, page, "Link", (0, 0, 9, 9), A=one)
    tree = pdf.make_indirect(Dictionary(Names=Array([String("a"), one])))
    tree["/Kids"] = Array([tree])
    pdf.Root["/Names"] = Dictionary(JavaScript=tree)
    parent = pdf.make_indirect(Dictionary(AA=Dictionary(K=Dictionary(S=Name.JavaScript))))
    parent["/Kids"] = Array([parent])
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array([parent]))

    assert prepare(save(pdf, tmp_path)).done == (Done("links-left-out", 1), Done("scripts-left-out", 3))
