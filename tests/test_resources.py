"""Where the built-in catalog is."""

from pathlib import Path

import pytest

import formgen.resources
from formgen.resources import builtin_catalog

ROOT = Path(__file__).parents[1]


def test_the_built_in_catalog_has_california() -> None:
    assert (builtin_catalog() / "us-ca" / "jurisdiction.yaml").is_file()


def test_a_checkout_reads_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "formgen"
    package.mkdir()
    monkeypatch.setattr(formgen.resources, "files", lambda _: package)

    assert builtin_catalog() == tmp_path / "form_templates"


def test_an_installed_wheel_reads_what_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carried = tmp_path / "formgen" / "_form_templates"
    carried.mkdir(parents=True)
    monkeypatch.setattr(formgen.resources, "files", lambda _: tmp_path / "formgen")

    assert builtin_catalog() == carried
