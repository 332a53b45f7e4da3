"""What a command loads: help is quick, and nothing heavy is read in that a command does not need."""

import pytest
from cli.running import ROOT, Formgen, Ran

SHOW_LOADED = 'print("\\n".join(sys.modules), file=sys.stderr)'
DANA = ("samples/dana", "--as-of", "2026-05-12")


def loaded(ran: Ran) -> set[str]:
    """Return the packages that a process had loaded at its end."""
    return {line.partition(".")[0] for line in ran.err.splitlines()}


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("make", "--help"), ("catalog", "--help")])
def test_help_loads_nothing_heavy(apart: Formgen, words: tuple[str, ...]) -> None:
    ran = apart(*words, after=SHOW_LOADED)
    heavy = {
        "uharfbuzz",
        "pypdf",
        "pypdfium2",
        "regex",
        "bidi",
        "reportlab",
        "docxtpl",
        "docx",
        "pikepdf",
        "pydantic",
        "PIL",
        "rich",
        "lxml",
        "jinja2",
        "ruamel",
    }

    assert ran.exit_code == 0
    assert loaded(ran) & heavy == set()
    assert {"formgen", "typer"} <= loaded(ran)


def test_check_loads_what_reads_and_nothing_that_draws(apart: Formgen) -> None:
    ran = apart("check", *DANA, after=SHOW_LOADED)

    assert ran.exit_code == 0
    assert (
        loaded(ran) & {"docxtpl", "docx", "lxml", "rich", "PIL", "reportlab", "pypdf", "pypdfium2"} == set()
    )
    # It goes as far as layout, which measures words.
    assert {"pydantic", "ruamel", "uharfbuzz"} <= loaded(ran)


def test_checking_a_letter_loads_no_fonts(apart: Formgen) -> None:
    ran = apart("check", "samples/minimal.yaml", "--as-of", "2026-05-12", after=SHOW_LOADED)

    assert ran.exit_code == 0
    assert loaded(ran) & {"uharfbuzz", "regex", "bidi"} == set()


def test_make_loads_no_colours_where_nobody_sees_them(
    apart: Formgen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ran = apart("make", *DANA, "-o", tmp_path_factory.mktemp("out") / "papers", after=SHOW_LOADED)

    assert ran.exit_code == 0
    assert "rich" not in loaded(ran)
    assert "docxtpl" in loaded(ran)


def test_the_program_also_runs_as_a_module() -> None:
    code = (ROOT / "formgen" / "__main__.py").read_text(encoding="utf-8")

    assert "from formgen.cli import main" in code
