"""The typefaces that come with formgen are found where they were installed, or missed by name."""

import importlib.machinery
from pathlib import Path

import pytest

from formgen.errors import Problem, RenderError
from formgen.render.fonts import packages


@pytest.mark.parametrize(
    "name", [*packages.ARIMO, *packages.NOTO_SANS, packages.SYMBOLS, packages.EMOJI, *packages.SCRIPTS]
)
def test_every_typeface_that_is_needed_is_installed(name: str) -> None:
    assert packages.needed_font(name).name == name


def test_a_package_that_is_not_there_is_named_and_no_place_on_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packages, "find_spec", lambda _: None)

    with pytest.raises(RenderError) as raised:
        packages.needed_font(packages.EMOJI)

    assert raised.value.problems == (
        Problem(
            code="fonts-not-installed",
            what="The typefaces of the package manimgx-fonts are not installed, or not whole.",
            fix="Install them again: pip install --force-reinstall manimgx-fonts",
        ),
    )


def test_a_package_without_its_file_counts_as_absent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = importlib.machinery.ModuleSpec("noto_cjk_sans_otc", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(packages, "find_spec", lambda _: spec)

    assert packages.package_font(packages.CJK) is None
