"""What every test may use."""

import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from formgen.pipeline import Job, make

AS_OF = date(2026, 5, 12)
ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`, which rewrites the golden files; read what changed before it is accepted."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what makes a copy of a sample with its papers, once for all tests; none may change it."""

    @cache
    def made(name: str) -> Path:
        folder = tmp_path_factory.mktemp("sample") / name
        shutil.copytree(ROOT / "samples" / name, folder, ignore=shutil.ignore_patterns("papers"))
        make(Job(folder, AS_OF), folder / "papers")
        return folder

    return made


@pytest.fixture(scope="session")
def dana(sample: Callable[[str], Path]) -> Path:
    """Return the folder of the sample of an assistant, its papers made."""
    return sample("dana")


@pytest.fixture(scope="session")
def brightline(sample: Callable[[str], Path]) -> Path:
    """Return the folder of the sample of an employer, its papers made."""
    return sample("brightline")
