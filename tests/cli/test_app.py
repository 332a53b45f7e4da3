"""The command line as a whole: one place catches, and the outcome is told in the way that was asked for."""

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import ROOT, Formgen
from typer.core import TyperGroup
from typer.main import get_command

from formgen import __version__, pipeline
from formgen.cli import app as cli_app
from formgen.cli.app import app, main, run
from formgen.errors import (
    CaseDataError,
    CatalogError,
    EvidenceError,
    ExitCode,
    FormgenError,
    OutputError,
    Problem,
    ReadbackError,
    RenderError,
)
from formgen.pipeline import story

COMMANDS = [
    ("new",),
    ("check",),
    ("make",),
    ("exhibits",),
    ("schema",),
    ("catalog",),
    ("catalog", "list"),
    ("catalog", "show"),
    ("catalog", "lint"),
]

WAIT_FOR_CTRL_C = """
import time
def wait(*words, **choices):
    print("ready", flush=True)
    time.sleep(60)
"""

RUN = "from formgen.cli import main\nmain()"


def raising(error: BaseException) -> object:
    """Return a function that raises *error* whatever it is given."""

    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_what_it_does_in_its_first_line(formgen: Formgen, words: tuple[str, ...]) -> None:
    ran = formgen(*words, "--help")
    usage, blank, first = ran.out.splitlines()[:3]

    assert ran.exit_code == 0
    assert usage.startswith(f"Usage: formgen {' '.join(words)} [OPTIONS]")
    assert blank == ""
    assert re.fullmatch(r"  [A-Z].+\.", first)


def test_every_command_there_is_has_a_test_of_its_help() -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    nested = group.commands["catalog"]
    assert isinstance(nested, TyperGroup)

    assert {(name,) for name in group.commands} | {("catalog", name) for name in nested.commands} == set(
        COMMANDS
    )


def test_help_lists_the_commands_in_the_order_of_their_use(formgen: Formgen) -> None:
    out = formgen("--help").out
    listed = re.findall(r"^  ([a-z]+) ", out.partition("Commands:")[2], re.MULTILINE)

    assert listed == ["new", "check", "make", "exhibits", "schema", "catalog"]
    assert "..." not in out.partition("Commands:")[2]
    assert "--install-completion" in out
    assert "--show-completion" not in out


def test_no_words_at_all_show_the_help_and_are_wrong_use(formgen: Formgen) -> None:
    ran = formgen()

    assert ran.exit_code == ExitCode.USAGE
    assert ran.out == ""
    assert ran.err.startswith("Usage: formgen [OPTIONS] COMMAND")
    assert formgen("catalog").exit_code == ExitCode.USAGE


def test_the_version_is_the_packages(formgen: Formgen) -> None:
    assert formgen("--version").out == f"formgen {__version__}\n"


@pytest.mark.parametrize(
    ("error", "exit_code"),
    [
        (CaseDataError, 3),
        (EvidenceError, 4),
        (CatalogError, 5),
        (RenderError, 6),
        (ReadbackError, 7),
        (OutputError, 9),
    ],
)
def test_each_kind_of_error_has_its_exit_code(
    formgen: Formgen,
    case: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[FormgenError],
    exit_code: int,
) -> None:
    problem = Problem("some-code", "Something is wrong.", "Put it right.", "employer.name")
    monkeypatch.setattr(pipeline, "check", raising(error([problem])))
    shown, told = formgen("check", case), formgen("check", case, "--json")

    assert (shown.exit_code, told.exit_code) == (exit_code, exit_code)
    assert shown.out == ""
    assert shown.err == (
        "employer.name\n  Something is wrong.\n    Put it right.  [some-code]\n\n"
        "1 error. Nothing was written.\n"
    )
    assert told.err == ""
    assert told.told == {"ok": False, "exit_code": exit_code, "problems": [problem.as_data()], "result": {}}


def test_a_fault_of_the_program_is_told_without_its_words(
    formgen: Formgen, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story, "load", raising(KeyError("Dana Reyes")))
    shown, told = formgen("check", case), formgen("check", case, "--json")

    assert (shown.exit_code, told.exit_code) == (1, 1)
    assert re.match(r"  formgen has a fault: KeyError in formgen/pipeline/story\.py:\d+\.\n", shown.err)
    assert "Dana" not in shown.err + told.out
    assert "Traceback" not in shown.err
    assert told.codes == ["bug"]


def test_with_debugging_the_steps_to_a_fault_are_shown_and_no_values(
    formgen: Formgen, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORMGEN_DEBUG", "1")
    monkeypatch.setattr(story, "load", raising(KeyError("Dana Reyes")))
    ran = formgen("check", case, "--json")

    assert ran.err.startswith("KeyError\n  File ")
    assert "in prepare" in ran.err
    assert "Dana" not in ran.err
    assert ran.codes == ["bug"]


@pytest.mark.parametrize(
    "words", [("check",), ("check", "x", "--nope"), ("frobnicate",), ("new", "a", "b", "c")]
)
def test_wrong_use_is_told_as_json_too(formgen: Formgen, words: tuple[str, ...]) -> None:
    ran = formgen(*words, "--json")

    assert (ran.exit_code, ran.err) == (2, "")
    assert ran.told["ok"] is False
    assert ran.told["exit_code"] == 2
    assert len(ran.codes) == 1


def test_main_ends_with_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["formgen", "check", "there-is-none.yaml"])
    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == ExitCode.CASE_DATA
    assert "[file-not-found]" in capsys.readouterr().err


def ctrl_c(*words: str | Path, patched: str, cwd: Path) -> tuple[int, str, str]:
    """Run a command that waits in the *patched* function, stop it there with Ctrl-C, return its answer."""
    module, _, name = patched.rpartition(".")
    code = f"{WAIT_FOR_CTRL_C}\nimport {module} as patched\npatched.{name} = wait\n{RUN}"
    with subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    return process.returncode, out, err


@pytest.mark.parametrize("patched", ["formgen.render.letter.render_letter", "formgen.packet.publish.swap"])
def test_ctrl_c_leaves_nothing_half_made(case: Path, tmp_path: Path, patched: str) -> None:
    exit_code, out, err = ctrl_c("make", case, "--as-of", "2026-05-12", patched=patched, cwd=tmp_path)

    assert (exit_code, out) == (130, "")
    assert err == "  Stopped before it was done.\n    Nothing was left half made.  [interrupted]\n"
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


def test_ctrl_c_is_told_as_json_too(case: Path, tmp_path: Path) -> None:
    prepare = "formgen.pipeline.story.prepare"
    exit_code, out, err = ctrl_c("check", case, "--json", patched=prepare, cwd=tmp_path)

    assert (exit_code, err) == (130, "")
    assert json.loads(out)["problems"][0]["code"] == "interrupted"


def test_ctrl_c_has_an_exit_code_of_its_own(
    formgen: Formgen, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "make", raising(KeyboardInterrupt()))
    ran = formgen("make", case, "--json")

    assert ran.exit_code == ExitCode.INTERRUPTED
    assert ran.told["exit_code"] == 130
    assert ran.codes == ["interrupted"]


def test_ctrl_c_that_python_wraps_in_an_error_of_its_own_is_ctrl_c_still(
    formgen: Formgen, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapped = RuntimeError("Error calling __set_name__")
    wrapped.__cause__ = KeyboardInterrupt()
    monkeypatch.setattr(pipeline, "make", raising(wrapped))

    assert formgen("make", case).exit_code == ExitCode.INTERRUPTED


def test_ctrl_c_while_the_outcome_is_shown_ends_quietly(
    formgen: Formgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_app, "print_lines", raising(KeyboardInterrupt()))

    assert formgen("check", "there-is-none.yaml").exit_code == ExitCode.INTERRUPTED


class Refusing(io.TextIOWrapper):
    """A stream that takes nothing, because of *error*."""

    def __init__(self, error: OSError) -> None:
        self.read_end, write_end = os.pipe()
        super().__init__(os.fdopen(write_end, "wb"))
        self.error = error

    def write(self, _text: str) -> int:
        raise self.error


def test_a_reader_who_goes_away_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Refusing(BrokenPipeError()) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        exit_code = run(["schema"])
        os.close(stream.read_end)

    assert exit_code == ExitCode.DONE
    assert capsys.readouterr().err == ""


def test_a_result_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Refusing(OSError(28, "No space left on device")) as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        exit_code = run(["schema"])
        os.close(stream.read_end)

    assert exit_code == ExitCode.OUTPUT
    assert capsys.readouterr().err == "Where the result should go, it cannot be written.\n"


def test_nothing_is_complained_of_at_the_end_of_a_broken_pipe() -> None:
    command = f"{sys.executable} -m formgen schema | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


def test_any_character_can_be_shown_whatever_the_system_writes(apart: Formgen) -> None:
    before = "import os; sys.stdout.reconfigure(encoding='ascii'); sys.stderr.reconfigure(encoding='ascii')"
    ran = apart("check", "Nguyễn-\udcff.yaml", before=before)

    assert ran.exit_code == ExitCode.CASE_DATA
    assert ran.err.startswith("Nguyễn-?.yaml\n")


def test_on_a_terminal_the_result_stands_apart_from_the_problems(
    formgen: Formgen, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = formgen("check", case, "--as-of", "2026-05-12").out
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    on_screen = formgen("check", case, "--as-of", "2026-05-12").out

    assert on_screen == f"\n{plain}"
