"""Passwords of locked files: from a key file, the environment, or whoever sits at the terminal."""

from pathlib import Path

import pytest
import typer
from cli.running import MINIMAL, Formgen
from exhibit.pdf_files import add_page
from pikepdf import Encryption, Pdf

from formgen.cli.passwords import VARIABLE, unlocker

SECRET = "Lantern: 42 "  # noqa: S105 - of a file made here; with what a key file might be split at


class Terminal:
    """A stream that says whether a person is there."""

    def __init__(self, *, is_there: bool) -> None:
        self._is_there = is_there

    def isatty(self) -> bool:
        """Return whether a person is there."""
        return self._is_there


@pytest.fixture(autouse=True)
def nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody at the terminal, and nothing in the environment."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("sys.stdin", Terminal(is_there=False))


def keys(folder: Path, text: str) -> Path:
    """Write a key file."""
    file = folder / "keys"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_key_file_names_files_by_name_or_by_their_place(tmp_path: Path) -> None:
    unlock = unlocker(keys(tmp_path, f"call-log.pdf: {SECRET}\r\nevidence[2]: other\r\n"))

    assert unlock("evidence[1]", "call-log.pdf") == SECRET
    assert unlock("evidence[2]", "letter.pdf") == "other"
    assert unlock("evidence[3]", "more.pdf") is None


def test_lines_that_say_nothing_are_passed_over(tmp_path: Path) -> None:
    unlock = unlocker(keys(tmp_path, "\ufeff# my passwords\n\nno colon here\na.pdf: Nguyễn\n"))

    assert unlock("evidence[1]", "a.pdf") == "Nguyễn"
    assert unlock("evidence[1]", "no colon here") is None


def test_the_environment_has_one_for_every_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "for all")
    unlock = unlocker(keys(tmp_path, "a.pdf: for a\n"))

    assert (unlock("evidence[1]", "a.pdf"), unlock("evidence[2]", "b.pdf")) == ("for a", "for all")
    assert unlocker(None)("evidence[1]", "a.pdf") == "for all"


def test_without_a_terminal_nothing_is_asked() -> None:
    assert unlocker(None)("evidence[1]", "a.pdf") is None


def test_at_a_terminal_it_is_asked_for_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, object, object]] = []

    def prompt(text: str, *, hide_input: bool, err: bool, **_: object) -> str:
        asked.append((text, hide_input, err))
        return "" if len(asked) > 1 else "typed"

    for name in ("stdin", "stderr"):
        monkeypatch.setattr(f"sys.{name}", Terminal(is_there=True))
    monkeypatch.setattr(typer, "prompt", prompt)
    unlock = unlocker(None)

    assert unlock("evidence[1]", "a.pdf") == "typed"
    # Enter alone is the answer of someone who does not know it.
    assert unlock("evidence[2]", "b.pdf") is None
    assert asked == [
        ("Password of evidence[1] (not shown)", True, True),
        ("Password of evidence[2] (not shown)", True, True),
    ]
    assert capsys.readouterr().out == ""


def test_a_key_file_that_cannot_be_read_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "keys").write_bytes(b"\xff\xfe\x00")
    for name in ("keys", "none"):
        with pytest.raises(typer.BadParameter, match="cannot be read"):
            unlocker(tmp_path / name)


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a case with one locked file that its letter encloses."""
    monkeypatch.chdir(tmp_path)
    with Pdf.new() as pdf:
        add_page(pdf)
        pdf.save(tmp_path / "log.pdf", encryption=Encryption(owner=SECRET, user=SECRET))
    text = f"{MINIMAL}    exhibits: [log]\nevidence: [{{id: log, file: log.pdf, description: the log}}]\n"
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def files_with(secret: str, folder: Path) -> list[str]:
    """Return the files in *folder*, hidden ones too, that hold *secret*."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in found if secret.strip().encode() in path.read_bytes()]


MAKE = ("make", "case.yaml", "--as-of", "2026-05-12")


def test_a_locked_file_stops_make_with_what_to_do(formgen: Formgen, locked: Path) -> None:
    ran = formgen(*MAKE)

    assert (ran.exit_code, ran.codes_shown) == (4, ["evidence-locked"])
    assert "evidence[1].file" in ran.err
    assert sorted(path.name for path in locked.iterdir()) == ["case.yaml", "log.pdf"]


def test_the_key_file_opens_it_and_the_password_is_in_nothing_that_was_made(
    formgen: Formgen, locked: Path
) -> None:
    (locked / "keys").write_text(f"log.pdf: {SECRET}\n", encoding="utf-8")
    ran = formgen(*MAKE, "--passwords", "keys", "--keep-work")

    assert ran.exit_code == 0
    assert (locked / "papers" / "enclosures.pdf").is_file()
    assert files_with(SECRET, locked) == ["keys"]
    assert SECRET.strip() not in ran.out + ran.err


def test_the_environment_opens_it_and_children_are_not_told(
    formgen: Formgen, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, SECRET)
    checked = formgen("check", "case.yaml", "--as-of", "2026-05-12")
    made = formgen(*MAKE, "--keep-work")

    assert (checked.exit_code, made.exit_code) == (0, 0)
    assert files_with(SECRET, locked) == []
    assert SECRET.strip() not in made.out + made.err
