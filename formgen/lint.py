"""Checks a whole catalog: its files, its Word templates, and each paper's example, made in memory."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from formgen.case import Case
from formgen.catalog.contents import Declaration, Letter
from formgen.catalog.lint import lint_catalog
from formgen.catalog.lint_law import banned_phrases
from formgen.catalog.reading import jurisdictions_in, read_contents
from formgen.checks.template_lint import (
    TEXT_FILE,
    banned_in_template,
    template_problems,
    text_file_problems,
    text_of_template,
)
from formgen.checks.word_text import NotAWordFileError
from formgen.errors import FormgenError, OutputError, Problem, Severity, in_typed_order
from formgen.intake.reader import load
from formgen.packet.trouble import told_plainly
from formgen.pipeline import Job, finish, prepare
from formgen.resources import builtin_catalog


def catalog_problems(office: Path | None, *, as_of: date) -> list[Problem]:
    """Return everything wrong with the catalog, an office's own folder before the built-in one.

    Args:
        office: The office's own folder, if there is one.
        as_of: The day on which law must be in force and freshly checked.
    """
    found = lint_catalog(_folders(office), as_of=as_of)
    # An example cannot be made from law that cannot be read; what is wrong with that is found already.
    is_readable = not any(problem.severity is Severity.ERROR for problem in found)
    for letter, banned in _letters(office):
        faults = template_problems(letter)
        found += [*faults, *text_file_problems(letter)]
        found += [] if faults else banned_in_template(letter, banned)
        if is_readable and not faults:
            found += _example_problems(letter, office, as_of)
    for declaration in _declarations(office) if is_readable else ():
        found += _example_problems(declaration, office, as_of)
    return in_typed_order(found)


def write_texts(office: Path | None) -> list[Path]:
    """Write `letter.txt` anew from each letter's template, and return the files that changed.

    Args:
        office: The folder whose letters are meant; without it, the built-in ones of a checkout.

    Raises:
        OutputError: The letters are not the caller's to change, or a file cannot be written.
    """
    home = office or builtin_catalog()
    if home.name == "_form_templates":
        raise OutputError(
            [
                Problem(
                    code="catalog-built-in",
                    what="The letters that formgen brings with it are not changed in place.",
                    fix="Name your own folder with --catalog.",
                )
            ]
        )
    return [
        path
        for letter, _ in _letters(office)
        if letter.folder.is_relative_to(home) and (path := _write_text(letter)) is not None
    ]


def _write_text(letter: Letter) -> Path | None:
    path = letter.folder / TEXT_FILE
    try:
        text = text_of_template(letter)
    except NotAWordFileError:
        # The lint that follows tells it.
        return None
    with told_plainly(path.name):
        if path.is_file() and path.read_bytes() == text.encode():
            return None
        path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _letters(office: Path | None) -> Iterator[tuple[Letter, tuple[str, ...]]]:
    """Yield every letter, with the phrases that its wording may not use."""
    folders = _folders(office)
    for name in jurisdictions_in(folders):
        contents = read_contents(name, folders)
        banned = banned_phrases(contents)
        yield from ((placed.value, banned) for placed in contents.letters)


def _declarations(office: Path | None) -> Iterator[Declaration]:
    folders = _folders(office)
    for name in jurisdictions_in(folders):
        yield from (placed.value for placed in read_contents(name, folders).declarations)


def _example_problems(paper: Letter | Declaration, office: Path | None, as_of: date) -> list[Problem]:
    """Return what stands in the way of making a paper's example, set and read back in memory."""
    if paper.example is None:
        return []
    try:
        dated = load(paper.example, Case).value.letter.date
        finish(prepare(Job(paper.example, dated or as_of, catalog=office), example_of=paper.id))
    except FormgenError as error:
        return list(error.problems)
    return []


def _folders(office: Path | None) -> list[Path]:
    return [folder for folder in (office, builtin_catalog()) if folder is not None]
