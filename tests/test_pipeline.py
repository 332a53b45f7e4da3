"""One case from its file to its papers, as the command line and the local page will call it."""

import json
import shutil
import stat
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from formgen.checks.word_text import paragraphs_in
from formgen.document.typed import one_paragraph
from formgen.errors import (
    CaseDataError,
    CatalogError,
    EvidenceError,
    FormgenError,
    OutputError,
    Problem,
    ReadbackError,
    Severity,
)
from formgen.pipeline import Job, check, make, prepare
from formgen.render.word_file import write_parts

AS_OF = date(2026, 5, 12)
ROOT = Path(__file__).parent.parent
MINIMAL = (ROOT / "samples" / "minimal.yaml").read_text(encoding="utf-8")


def written(folder: Path, text: str) -> Job:
    """Return the job of a case file with *text*."""
    file = folder / "case.yaml"
    file.write_text(text, encoding="utf-8")
    return Job(file, AS_OF)


def letter_text(papers: Path) -> str:
    """Return the text of the finished letter."""
    content = (papers / "notice-letter.docx").read_bytes()
    return "\n".join(paragraph.text for paragraph in paragraphs_in(content)).replace("\u00a0", " ")


def codes(problems: tuple[Problem, ...], severity: Severity = Severity.ERROR) -> list[str]:
    """Return the codes of the problems of one severity."""
    return [problem.code for problem in problems if problem.severity is severity]


def refused(job: Job, out: Path | None = None) -> FormgenError:
    """Return what stops *job*."""
    with pytest.raises(FormgenError) as caught:
        make(job, out or job.case_file.parent / "papers")
    return caught.value


FILES = [
    "chronology.csv",
    "chronology.pdf",
    "declaration-petitioner.pdf",
    "declaration-witness-1.pdf",
    "efile/efile.csv",
    "efile/packet.pdf",
    "enclosure-chronology.csv",
    "enclosure-chronology.pdf",
    "enclosures.pdf",
    "exhibits.csv",
    *(f"hearing/exhibit-{letter}.pdf" for letter in "abcdefghijkl"),
    "hearing/exhibit-list.pdf",
    *(f"hearing/exhibit-{letter}.pdf" for letter in "mn"),
    "hearing/tabs.txt",
    "manifest.json",
    "notice-letter.docx",
    "packet.pdf",
    "read-first.txt",
]
"""What `samples/dana` makes."""


def test_the_sample_makes_its_papers_and_nothing_else(dana: Path) -> None:
    papers = dana / "papers"
    manifest = json.loads((papers / "manifest.json").read_bytes())
    there = (path.relative_to(papers).as_posix() for path in papers.rglob("*") if path.is_file())

    assert sorted(there) == FILES
    assert sorted(name for paper in manifest["papers"] for name in paper["files"]) == [
        name for name in FILES if name not in {"manifest.json", "read-first.txt"}
    ]
    assert sorted(path.name for path in dana.iterdir()) == ["case.yaml", "evidence", "papers"]


def test_papers_and_their_folders_are_readable_by_their_owner_only(dana: Path) -> None:
    papers = dana / "papers"
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (papers, *papers.rglob("*"))}

    assert modes == {(True, 0o700), (False, 0o600)}


def test_the_manifest_names_inputs_law_and_what_was_withheld_and_no_value_of_the_case(dana: Path) -> None:
    text = (dana / "papers" / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)

    assert len(manifest["inputs"]) == 15
    papers = {paper["paper"]: paper for paper in manifest["papers"]}
    contacts = ["declarant.phone", "declarant.email"]
    assert manifest["papers"][0]["withheld"] == [*contacts, "effects[2]", "fear", "orders", "temporary_order"]
    assert papers["declaration-petitioner"]["withheld"] == contacts
    assert papers["declaration-petitioner"]["law"] == ["code-civ-proc-2015-5.perjury"]
    assert papers["declaration-witness"]["files"] == ["declaration-witness-1.pdf"]
    assert papers["chronology"]["files"] == ["chronology.pdf", "chronology.csv"]
    assert manifest["draft"] is False
    assert [font["name"] for font in manifest["fonts"]] == ["Arimo-Italic[wght].ttf", "Arimo[wght].ttf"]
    assert manifest["papers"][0]["law"] == [
        "gov-code-12940.nonemployee",
        "labor-code-6401-9.plan-public",
        "labor-code-6310.good-faith",
        "code-civ-proc-527-8.orders",
        "code-civ-proc-527-6.orders",
    ]
    assert [word for word in ("Dana", "Voss", "Brightline", str(dana.parent)) if word in text] == []


def test_what_is_withheld_is_not_in_the_letter(dana: Path) -> None:
    text = letter_text(dana / "papers")

    assert [
        w for w in ("530-555-0142", "dana.reyes@example.com", "woken between two and four") if w in text
    ] == []


def test_two_clients_in_one_process_leave_nothing_in_each_others_papers(tmp_path: Path) -> None:
    texts = []
    for name in ("Ann Quill", "Bo Nguyễn"):
        folder = tmp_path / name[:2].casefold().strip()
        folder.mkdir()
        other = MINIMAL.replace("Dana Reyes", name).replace("Carl Voss", f"Respondent of {name[:3]}")
        make(written(folder, other), folder / "papers")
        texts.append("".join(path.read_bytes().decode("latin-1") for path in (folder / "papers").iterdir()))
        texts[-1] += letter_text(folder / "papers")

    assert ("Ann Quill" in texts[0], "Bo Nguyễn" in texts[0]) == (True, False)
    assert ("Ann Quill" in texts[1], "Bo Nguyễn" in texts[1]) == (False, True)


@pytest.mark.parametrize(
    "quote",
    [
        "Tom & Jerry <b>&amp;</b>",
        "{{ 7 * 7 }} {% if x %} {_{ }_}",
        "Nguyễn 😀 👩‍👧 שלום",
        "C:\\new\\table",
        "“curly” and ‘single’",
    ],
)
def test_a_quote_is_printed_exactly_as_it_was_typed(quote: str, tmp_path: Path) -> None:
    text = MINIMAL.replace(
        '["I hope you get a taste of what it\'s like."]', json.dumps([quote], ensure_ascii=False)
    )
    make(written(tmp_path, text), tmp_path / "papers")

    assert quote in letter_text(tmp_path / "papers")


def test_a_case_without_court_or_case_number_is_fine(tmp_path: Path) -> None:
    assert codes(check(written(tmp_path, MINIMAL))) == []


def test_an_incident_after_the_day_of_making_is_refused_with_its_line(tmp_path: Path) -> None:
    error = refused(written(tmp_path, MINIMAL.replace("March 5, 2026", "May 13, 2026")))

    assert [(p.code, p.path, p.where and p.where.line) for p in error.problems] == [
        ("date-in-future", "incidents[1].when", 18)
    ]
    assert error.exit_code == 3


def test_every_contradiction_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = MINIMAL + (
        "    exhibits: [not-there]\n"
        "  - id: first-email\n"
        "    when: 2026-03-08 02:30\n"
        "    account: Carl Voss called.\n"
        "notices:\n"
        "  - {when: 'March 1, 2026', to: Pat Moreno, how: email, about: [first-email, nobody]}\n"
    )
    error = refused(written(tmp_path, text))

    assert [(p.code, p.path) for p in error.problems] == [
        ("exhibit-not-found", "incidents[1].exhibits[1]"),
        ("id-doubled", "incidents[2].id"),
        ("time-skipped", "incidents[2].when"),
        ("notice-too-early", "notices[1].when"),
        ("incident-not-found", "notices[1].about[2]"),
    ]


def test_blanks_that_the_letter_needs_are_told_together(tmp_path: Path) -> None:
    text = "case: x\njurisdiction: us-ca\npapers: [notice-letter]\nincidents:\n  - id: a\n"
    error = refused(written(tmp_path, text))

    assert [p.path for p in error.problems if p.code == "needed-blank"] == [
        "declarant.name",
        "employer.name",
        "employer.address.street",
        "respondent.name",
        "declarant.mailing_address.street",
        "incidents[1].when",
        "incidents[1].account",
    ]


def test_a_case_that_names_no_paper_is_told_what_there_is(tmp_path: Path) -> None:
    error = refused(written(tmp_path, MINIMAL.replace("papers: [notice-letter]\n", "")))

    assert [(p.code, p.fix) for p in error.problems] == [("papers-blank", "Write `papers: [notice-letter]`.")]


def test_a_packet_stands_for_its_papers(tmp_path: Path) -> None:
    prepared = prepare(written(tmp_path, MINIMAL.replace("[notice-letter]", "[notice, notice-letter]")))

    assert [document.paper for document in prepared.documents] == ["notice-letter"]


def test_only_asks_for_a_paper_that_the_case_names(tmp_path: Path) -> None:
    job = written(tmp_path, MINIMAL)
    error = refused(Job(job.case_file, AS_OF, only=("declaration",)))

    assert [(p.code, p.fix) for p in error.problems] == [("paper-not-asked", "It names notice-letter.")]


def test_missing_evidence_stops_with_its_own_exit_code(tmp_path: Path) -> None:
    text = (
        MINIMAL
        + "    exhibits: [mail]\nevidence: [{id: mail, file: ../secret.eml}, {id: other, file: gone.eml}]\n"
    )
    error = refused(written(tmp_path, text))

    assert type(error) is EvidenceError
    assert [(p.code, p.path) for p in error.problems] == [
        ("evidence-outside", "evidence[1].file"),
        ("evidence-missing", "evidence[2].file"),
    ]


def test_errors_of_several_kinds_are_told_under_the_lowest_code(tmp_path: Path) -> None:
    text = MINIMAL.replace("March 5, 2026", "May 13, 2026") + "evidence: [{id: mail, file: gone.eml}]\n"
    error = refused(written(tmp_path, text))

    assert (type(error), codes(error.problems)) == (CaseDataError, ["date-in-future", "evidence-missing"])


def test_check_tells_prompts_even_where_there_are_errors(tmp_path: Path) -> None:
    job = written(tmp_path, MINIMAL.replace("March 5, 2026", "May 13, 2026"))
    with pytest.raises(CaseDataError) as caught:
        check(job)

    assert "notices-blank" in codes(caught.value.problems, Severity.PROMPT)


def test_check_writes_nothing(tmp_path: Path) -> None:
    check(written(tmp_path, MINIMAL))

    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


def test_a_name_of_300_characters_is_asked_about_and_printed_whole(tmp_path: Path) -> None:
    name = "Wolfe" * 60
    job = written(tmp_path, MINIMAL.replace("Carl Voss", name))
    made = make(job, tmp_path / "papers")

    assert "name-long" in codes(made.problems, Severity.WARNING)
    assert name in letter_text(tmp_path / "papers")


def test_a_letter_edited_by_hand_is_never_written_over(tmp_path: Path) -> None:
    job = written(tmp_path, MINIMAL)
    make(job, tmp_path / "papers")
    letter = tmp_path / "papers" / "notice-letter.docx"
    letter.write_bytes(letter.read_bytes() + b"edited")
    error = refused(job)

    assert (type(error), [p.code for p in error.problems]) == (OutputError, ["changed-by-hand"])
    make(job, tmp_path / "papers", replace_others=True)
    assert (tmp_path / "papers.aside-1" / "notice-letter.docx").read_bytes().endswith(b"edited")


def test_an_output_folder_that_is_a_file_is_left_as_it_is(tmp_path: Path) -> None:
    job = written(tmp_path, MINIMAL)
    (tmp_path / "papers").write_text("mine")
    error = refused(job)

    assert [p.code for p in error.problems] == ["output-not-a-folder"]
    assert (tmp_path / "papers").read_text() == "mine"


def test_a_finished_letter_that_lost_a_word_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def losing(parts: dict[str, bytes], *, title: str, language: str) -> bytes:
        body = parts["word/document.xml"].replace(b"taste", b"waste")
        return write_parts(parts | {"word/document.xml": body}, title=title, language=language)

    monkeypatch.setattr("formgen.render.letter.write_parts", losing)
    error = refused(written(tmp_path, MINIMAL))

    assert (type(error), [p.code for p in error.problems]) == (
        ReadbackError,
        ["text-missing", "text-changed"],
    )
    assert not (tmp_path / "papers").exists()


def test_words_that_nobody_said_are_found_in_a_finished_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def inventing(text: str | None) -> str:
        return one_paragraph(text) or "He is a dangerous man."

    monkeypatch.setattr("formgen.document.letter.one_paragraph", inventing)
    error = refused(written(tmp_path, MINIMAL))

    assert {p.code for p in error.problems} == {"text-foreign"}


def test_a_template_with_a_misspelt_name_is_told_with_its_paragraph(tmp_path: Path) -> None:
    job, office = office_with(tmp_path, b"{{ single }}", b"{{ singel }}")
    error = refused(job)

    assert type(error) is CatalogError
    assert [(p.code, p.what) for p in error.problems] == [
        ("template-name-unknown", "The template names `singel`, which a letter does not have.")
    ]
    assert error.problems[0].path == "word/document.xml, paragraph 12"
    assert str(error.problems[0].where).endswith("office/us-ca/letters/notice-letter/letter.docx")
    assert office.is_dir()


def test_a_template_with_a_broken_tag_is_told_with_its_paragraph(tmp_path: Path) -> None:
    job, _ = office_with(tmp_path, b"{% if subject %}", b"{% if subject }")
    error = refused(job)

    assert [p.code for p in error.problems] == ["template-tag-broken"]
    assert error.problems[0].path == "word/document.xml, paragraph 12"


def office_with(folder: Path, old: bytes, new: bytes) -> tuple[Job, Path]:
    """Return a job whose catalog has the notice letter with *old* replaced in its template."""
    letter = folder / "office" / "us-ca" / "letters" / "notice-letter"
    shutil.copytree(ROOT / "form_templates" / "us-ca" / "letters" / "notice-letter", letter)
    template = letter / "letter.docx"
    out = BytesIO()
    with ZipFile(template) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(old, new) if name == "word/document.xml" else part)
    template.write_bytes(out.getvalue())
    job = written(folder, MINIMAL)
    return Job(job.case_file, AS_OF, catalog=folder / "office"), folder / "office"


def test_the_law_is_that_of_the_letters_own_date(tmp_path: Path) -> None:
    dated = MINIMAL.replace("employer:", "letter: {date: 'March 6, 2024'}\nemployer:").replace(
        "5, 2026", "5, 2024"
    )
    job = written(tmp_path, dated)
    make(job, tmp_path / "papers")
    manifest = json.loads((tmp_path / "papers" / "manifest.json").read_text(encoding="utf-8"))

    assert [law for law in manifest["papers"][0]["law"] if law.startswith("code-civ-proc-527-8")] == []
    assert "written workplace violence prevention plan" not in letter_text(tmp_path / "papers")


def test_the_papers_of_one_case_never_take_the_place_of_anothers(tmp_path: Path) -> None:
    job = written(tmp_path, MINIMAL)
    make(job, tmp_path / "papers")
    before = (tmp_path / "papers" / "notice-letter.docx").read_bytes()
    other = tmp_path / "other.yaml"
    other.write_text(MINIMAL.replace("Dana Reyes", "Lee Tran"), encoding="utf-8")
    error = refused(Job(other, AS_OF), tmp_path / "papers")

    assert (type(error), [p.code for p in error.problems]) == (OutputError, ["papers-of-another-case"])
    assert (tmp_path / "papers" / "notice-letter.docx").read_bytes() == before


def test_a_macro_enabled_file_under_another_name_is_no_template(tmp_path: Path) -> None:
    job, office = office_with(tmp_path, b"", b"")
    template = office / "us-ca" / "letters" / "notice-letter" / "letter.docx"
    out = BytesIO()
    with ZipFile(template) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name).replace(
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
            target.writestr(name, part)
    template.write_bytes(out.getvalue())
    error = refused(job)

    assert (type(error), [p.code for p in error.problems]) == (CatalogError, ["template-unreadable"])


def test_a_case_may_say_that_its_evidence_lies_outside_and_no_manifest_says_where(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "first.eml").write_text("From: a\nTo: b\n\nx", encoding="utf-8")
    (tmp_path / "case").mkdir()
    text = MINIMAL + (
        "    exhibits: [mail]\naccept: [evidence-outside]\n"
        "evidence: [{id: mail, file: ../mail/first.eml, description: the email}]\n"
    )
    make(written(tmp_path / "case", text), tmp_path / "case" / "papers")
    manifest = json.loads((tmp_path / "case" / "papers" / "manifest.json").read_text(encoding="utf-8"))

    assert [entry["path"] for entry in manifest["inputs"]] == ["case.yaml", "outside/evidence[1]"]


COURT = """
court: {kind: civil-harassment, county: Yolo}
requests_to_stop: none
"""


def court_case(folder: Path, **changes: str) -> Job:
    """Return the job of a small case that makes a declaration, some of its text changed."""
    text = MINIMAL.replace("[notice-letter]", "[declaration-petitioner, chronology]")
    text = text.replace("    channel: email\n", "    channel: email\n    knowledge: received\n") + COURT
    for old, new in changes.items():
        text = text.replace(old.replace("_", " "), new)
    return written(folder, text)


def test_check_asks_of_a_court_paper_what_speaks_to_the_employer(tmp_path: Path) -> None:
    job = court_case(tmp_path, Carl_Voss_emailed_me="As you know, Carl Voss emailed me")

    asked = [(p.code, p.path) for p in check(job) if p.code in ("speaks-to-you", "date-at-the-head")]
    assert asked == [
        ("speaks-to-you", "incidents[1].account"),
        ("date-at-the-head", "incidents[1].account"),
    ]


def test_a_question_about_a_court_paper_that_is_accepted_is_not_asked(tmp_path: Path) -> None:
    job = court_case(tmp_path, Carl_Voss_emailed_me="As you know, Carl Voss emailed me")
    text = job.case_file.read_text(encoding="utf-8") + "accept: [speaks-to-you, date-at-the-head]\n"

    assert not {"speaks-to-you", "date-at-the-head"} & {p.code for p in check(written(tmp_path, text))}


def test_a_name_that_only_the_table_for_a_spreadsheet_would_show_stops_the_papers(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "samples" / "brightline", tmp_path / "brightline"))
    text = (folder / "case.yaml").read_text(encoding="utf-8")
    # An email has no place, so only the table shows one that is typed.
    job = written(
        folder, text.replace("channel: email\n", "channel: email\n    where: Dana Reyes's desk\n", 1)
    )

    stopped = refused(job)

    assert isinstance(stopped, CaseDataError)
    assert [(p.code, p.path) for p in stopped.problems] == [("names-the-unnamed", "incidents[1]")]
    assert not (folder / "papers").exists()


def test_the_letters_chronology_is_made_while_the_courts_part_is_still_blank(tmp_path: Path) -> None:
    text = MINIMAL.replace("[notice-letter]", "[notice-letter, enclosure-chronology, workplace-violence]")
    job = replace(written(tmp_path, text), only=("notice-letter", "enclosure-chronology"))

    assert "enclosure-chronology.pdf" in make(job, tmp_path / "papers").published.names


def test_a_draft_is_marked_in_the_manifest(tmp_path: Path) -> None:
    make(replace(court_case(tmp_path), draft=True), tmp_path / "papers")

    assert json.loads((tmp_path / "papers" / "manifest.json").read_bytes())["draft"] is True


@pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="Poppler is not installed; PDFium and pypdf read them"
)
def test_poppler_finds_no_fault_in_the_papers_of_the_samples(dana: Path, brightline: Path) -> None:
    for folder in (dana, brightline):
        for path in sorted(folder.glob("papers/*.pdf")):
            for command in (["pdfinfo", str(path)], ["pdftotext", str(path), "-"], ["pdffonts", str(path)]):
                ran = subprocess.run(command, check=True, capture_output=True)
                assert ran.stderr == b"", path.name


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed; other readers look at them")
def test_qpdf_finds_no_fault_in_the_papers_of_a_sample(dana: Path) -> None:
    for path in sorted((dana / "papers").rglob("*.pdf")):
        ran = subprocess.run(["qpdf", "--check", path], check=False, capture_output=True, text=True)
        assert (ran.returncode, ran.stderr) == (0, ""), path.name


def test_a_second_reader_finds_every_quote_of_the_sample_in_the_declaration(dana: Path) -> None:
    job = Job(dana, AS_OF)
    reader = PdfReader(dana / "papers" / "declaration-petitioner.pdf")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    quotes = [
        " ".join((quote.text or "").split())
        for incident in prepare(job).facts.case.incidents
        for quote in incident.quotes
    ]

    assert len(quotes) == 8
    assert [quote for quote in quotes if quote not in text] == []
