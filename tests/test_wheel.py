"""The installed wheel, with no development packages, in an empty folder: the README's own commands.

Part of `make check`: it builds, makes an environment, and installs from the package registry.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
pytestmark = pytest.mark.wheel


def run(*command: str, cwd: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and return what it printed."""
    environment = {
        "PATH": f"{path}:/usr/bin:/bin" if path else "/usr/bin:/bin",
        "HOME": str(cwd),
        "LANG": "C.UTF-8",
    }
    kept = {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "SSL_", "REQUESTS_"))}
    return subprocess.run(
        command, cwd=cwd, env=environment | kept, capture_output=True, text=True, check=False, timeout=600
    )


def commands(language: str) -> list[str]:
    """Return the commands in the README's blocks of one language, in order."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the checkout as a newcomer has it."""
    target = tmp_path_factory.mktemp("checkout") / "formgen"
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in names.decode().split("\0")[:-1]:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


@pytest.fixture(scope="module")
def bin_folder(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of an environment in which only the wheel and what it needs is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), cwd=checkout
    )
    assert built.returncode == 0, built.stderr
    [wheel] = folder.glob("*.whl")
    environment = folder / "environment"
    assert run(sys.executable, "-m", "venv", str(environment), cwd=folder).returncode == 0
    constraints = str(checkout / "constraints.txt")
    installed = run(
        str(environment / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "-c",
        constraints,
        str(wheel),
        cwd=folder,
    )
    assert installed.returncode == 0, installed.stderr
    return environment / "bin"


def test_the_wheel_makes_the_sample_in_an_empty_folder(bin_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples" / "dana", tmp_path / "dana", ignore=shutil.ignore_patterns("papers"))
    made = run("formgen", "make", "dana", "--as-of", "2026-05-12", cwd=tmp_path, path=bin_folder)

    assert (made.returncode, made.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "dana" / "papers").iterdir()) == [
        "chronology.csv",
        "chronology.pdf",
        "declaration-petitioner.pdf",
        "declaration-witness-1.pdf",
        "efile",
        "enclosure-chronology.csv",
        "enclosure-chronology.pdf",
        "enclosures.pdf",
        "exhibits.csv",
        "hearing",
        "manifest.json",
        "notice-letter.docx",
        "packet.pdf",
        "read-first.txt",
    ]


def test_the_wheel_carries_the_catalog_and_finds_nothing_to_correct(bin_folder: Path, tmp_path: Path) -> None:
    linted = run("formgen", "catalog", "lint", cwd=tmp_path, path=bin_folder)

    assert linted.returncode == 0, linted.stderr


def test_no_development_package_came_along(bin_folder: Path, tmp_path: Path) -> None:
    listed = run(str(bin_folder / "python"), "-m", "pip", "list", "--format", "freeze", cwd=tmp_path).stdout

    assert [name for name in ("pytest", "mypy", "ruff", "hypothesis", "build") if f"{name}==" in listed] == []
    assert "formgen==" in listed


def test_the_readmes_commands_do_what_it_says(bin_folder: Path, checkout: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(checkout, tmp_path / "formgen")
    results = {
        line: run("sh", "-c", line, cwd=folder, path=bin_folder).returncode
        for line in commands("sh")
        if not line.startswith("make ")
    }

    # A new case has blanks, which `check` tells with the code of a case file.
    assert results == dict.fromkeys(results, 0) | {"formgen check my-case": 3}
    assert (folder / "my-papers" / "notice-letter.docx").is_file()
    assert (folder / "bundle.pdf").is_file()
    assert (folder / "bundle.csv").is_file()
    assert len(results) >= 8


def test_the_readmes_way_without_make_works(checkout: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(checkout, tmp_path / "formgen")
    environment = tmp_path / "environment"
    assert run(sys.executable, "-m", "venv", str(environment), cwd=folder).returncode == 0
    path = environment / "bin"
    for line in commands("powershell"):
        here = line.replace("py -m", "python -m").replace("\\", "/")
        result = run("sh", "-c", f'PATH="$HOME/.local/bin:$PATH"; {here}', cwd=folder, path=path)
        assert result.returncode == 0, f"{line}: {result.stderr}"

    assert (folder / "samples" / "dana" / "papers" / "packet.pdf").is_file()


def test_make_demo_works_where_nothing_is_installed(checkout: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(checkout, tmp_path / "formgen")
    interpreter = Path(sys.base_prefix) / "bin" / "python3"
    made = run("make", "demo", f"PYTHON={interpreter}", cwd=folder)

    assert made.returncode == 0, made.stderr
    assert (folder / "samples" / "dana" / "papers" / "packet.pdf").is_file()
