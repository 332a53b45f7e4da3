"""Checks a letter's Word template: its names, its tags, its text file, editing marks left in it."""

from collections.abc import Iterator

from formgen.catalog.reader import Letter
from formgen.catalog.words import words_in
from formgen.checks.word_text import NotAWordFileError, WordParagraph, marks_in, paragraphs_in
from formgen.document.letter_values import LetterValues
from formgen.errors import Problem, SourceLocation
from formgen.render.template_text import TemplateFault, template_faults, wording_in
from formgen.render.tokens import CLOSE, OPEN

TEXT_FILE = "letter.txt"

_SAID = {
    "template-name-unknown": (
        "The template names `{name}`, which a letter does not have.",
        "Correct the name in Word; form_templates/README.md lists the names there are.",
    ),
    "template-filter-unknown": (
        "The template changes a value with `{name}`, which is not allowed: words are printed as typed.",
        "Take out the bar and what follows it.",
    ),
    "template-tag-broken": (
        "A tag cannot be read: {name}.",
        "Check that every {{% if %}} and {{% for %}} has its end, and every brace its pair.",
    ),
    "template-tag-not-allowed": (
        "The template uses something that a letter may not ({name}).",
        "Use only names, if and for.",
    ),
    "template-text-lost": (
        "There is text beside the tag {name}, which removes its whole paragraph.",
        "Put the tag in a paragraph of its own.",
    ),
}


def template_problems(letter: Letter) -> list[Problem]:
    """Return what is wrong with the names and tags of a letter's template."""
    try:
        paragraphs = paragraphs_in(letter.template)
        marks = marks_in(letter.template)
    except NotAWordFileError:
        return [
            Problem(
                code="template-unreadable",
                what="The template is not a Word file that can be read.",
                fix="Save it again in Word as a document (.docx).",
                where=SourceLocation(letter.template_file),
            )
        ]
    return [*_marks(letter, marks), *_private_characters(letter, paragraphs), *_faults(letter, paragraphs)]


def banned_in_template(letter: Letter, phrases: tuple[str, ...]) -> list[Problem]:
    """Return a problem for each paragraph of the template that uses a phrase that no wording may use.

    Raises:
        NotAWordFileError: If the template cannot be read.
    """
    return [
        Problem(
            code="word-banned",
            what=f"The template says “{phrase}”.",
            fix="Say it plainly; the list and its reason are in law/banned-words.yaml.",
            path=f"{paragraph.part}, paragraph {paragraph.number}",
            where=SourceLocation(letter.template_file),
        )
        for paragraph in paragraphs_in(letter.template)
        for phrase in dict.fromkeys(
            phrase for text in wording_in(paragraph.text) for phrase, _ in words_in(text, phrases)
        )
    ]


def text_of_template(letter: Letter) -> str:
    """Return the template's text, a paragraph a line, as `letter.txt` must hold it.

    Raises:
        NotAWordFileError: If the template cannot be read.
    """
    lines: list[str] = []
    part = ""
    for paragraph in paragraphs_in(letter.template):
        if paragraph.part != part:
            part = paragraph.part
            lines.append(f"# {part}")
        lines.append(paragraph.text.replace("\n", " ").replace("\t", " "))
    return "\n".join(lines) + "\n"


def text_file_problems(letter: Letter) -> list[Problem]:
    """Return a problem if `letter.txt` does not hold the template's text."""
    path = letter.folder / TEXT_FILE
    if not path.exists():
        # The catalog's own lint tells that a file is missing.
        return []
    try:
        if path.read_text(encoding="utf-8") == text_of_template(letter):
            return []
    except (OSError, UnicodeDecodeError, NotAWordFileError):
        pass
    return [
        Problem(
            code="template-text-differs",
            what=f"{TEXT_FILE} does not hold the text of the template.",
            fix="Run the same command with --write-text, and read what changed.",
            where=SourceLocation(str(path)),
        )
    ]


def _marks(letter: Letter, marks: tuple[str, ...]) -> Iterator[Problem]:
    for mark in marks:
        yield Problem(
            code="template-has-marks",
            what=f"The template holds {mark}, which would go out with every letter.",
            fix="Remove it in Word (File, Info, Inspect Document finds it), and save.",
            where=SourceLocation(letter.template_file),
        )


def _private_characters(letter: Letter, paragraphs: tuple[WordParagraph, ...]) -> Iterator[Problem]:
    for paragraph in paragraphs:
        if any(mark in paragraph.text for mark in (OPEN, CLOSE)):
            yield Problem(
                code="template-private-character",
                what="A character here stands for typed words while a letter is made, and cannot be wording.",
                fix="Delete the character.",
                path=f"{paragraph.part}, paragraph {paragraph.number}",
                where=SourceLocation(letter.template_file),
            )


def _faults(letter: Letter, paragraphs: tuple[WordParagraph, ...]) -> Iterator[Problem]:
    clauses = tuple(name.replace("-", "_") for name in letter.spec.clauses)
    for part in dict.fromkeys(paragraph.part for paragraph in paragraphs):
        texts = tuple(paragraph.text for paragraph in paragraphs if paragraph.part == part)
        for fault in template_faults(LetterValues, clauses, texts):
            yield _problem(letter, part, fault)


def _problem(letter: Letter, part: str, fault: TemplateFault) -> Problem:
    what, fix = _SAID[fault.code]
    return Problem(
        code=fault.code,
        what=what.format(name=fault.name),
        fix=fix.format(),
        path=f"{part}, paragraph {fault.paragraph}",
        where=SourceLocation(letter.template_file),
    )
