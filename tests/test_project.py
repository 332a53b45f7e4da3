"""What the project promises of itself."""

import re
import subprocess
from pathlib import Path

import pytest

from formgen.errors import ExitCode

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LONGEST_MODULE = 400


def tracked() -> list[Path]:
    """Return every file of the project that is text, as git knows them; all of them where git does not."""
    found = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if found.returncode == 0 and found.stdout:
        names = found.stdout.decode().split("\0")[:-1]
    else:
        names = [str(p.relative_to(ROOT)) for p in ROOT.glob("[!.]*/**/*") if p.is_file()]
    kinds = {".py", ".md", ".toml", ".yaml", ".txt", ".sh", ""}
    return [ROOT / name for name in names if Path(name).suffix in kinds and (ROOT / name).is_file()]


@pytest.mark.parametrize(
    "module", sorted((ROOT / "formgen").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_module_is_longer_than_it_may_be(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_no_file_names_a_package_registry_or_a_folder_of_one_machine() -> None:
    host = re.compile("|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.org"]))
    folder = re.compile(r"(?<![\w.])/(?:wo" + "rk|ro" + r"ot)/\w")
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if host.search(text := path.read_text(encoding="utf-8", errors="replace")) or folder.search(text)
    ]

    assert found == []


def test_every_exit_code_is_in_the_readme() -> None:
    listed = [int(code) for code in re.findall(r"^\| (\d+) \| ", README, re.MULTILINE)]

    assert listed == [int(code) for code in ExitCode]


def test_the_case_file_in_the_readme_is_the_sample_it_names() -> None:
    sample = (ROOT / "samples" / "minimal.yaml").read_text(encoding="utf-8").partition("\n")[2]

    assert f"```yaml\n{sample}```" in README


def test_pictures_in_the_readme_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)

    assert [name for name in pictures if not (ROOT / name).is_file()] == []
    assert pictures != []


def test_exact_versions_are_pinned_by_name_alone() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)] == []


def test_every_dependency_has_its_reason_in_the_changelog() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = project.partition("dependencies = [")[2].partition("]")[0]
    names = re.findall(r'"([A-Za-z0-9.]+)', block)
    reasons = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").partition("| Package | Why |")[2]

    assert [name for name in names if name not in reasons] == []
    assert len(names) == 22
