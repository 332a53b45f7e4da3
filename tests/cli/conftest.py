"""Running a command as a person does, and a case to run it on."""

import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import MINIMAL, ROOT, Formgen, Ran

from formgen.cli.app import run


@pytest.fixture
def formgen(capsys: pytest.CaptureFixture[str]) -> Formgen:
    """Return a function that runs one command, typed word by word."""

    def run_words(*words: str | Path) -> Ran:
        capsys.readouterr()
        exit_code = run([str(word) for word in words])
        return Ran(exit_code, *capsys.readouterr())

    return run_words


@pytest.fixture
def apart() -> Formgen:
    """Return a function that runs one command in a process of its own, with code before and after it."""

    def run_words(*words: str | Path, before: str = "", after: str = "pass") -> Ran:
        code = f"import sys\n{before}\nfrom formgen.cli import main\ntry:\n    main()\nfinally:\n    {after}"
        command = [sys.executable, "-c", code, *map(str, words)]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run_words


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the smallest case that makes a letter, in the folder that commands are run from."""
    monkeypatch.chdir(tmp_path)
    path = Path("case.yaml")
    path.write_text(MINIMAL, encoding="utf-8")
    return path
