"""A catalog folder checked as a whole."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from formgen.catalog.lint import lint_catalog
from formgen.errors import Problem, Severity

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[..., str]
LAW = "us-ca/law/statutes.yaml"


def codes(problems: list[Problem], folder: Path) -> list[tuple[str, str]]:
    """Return the code and the file of each problem."""
    return [
        (problem.code, str(Path(problem.where.file).relative_to(folder)))
        for problem in problems
        if problem.where is not None
    ]


def certain(jurisdiction_yaml: str) -> str:
    """Return the file without its doubts."""
    return jurisdiction_yaml.replace(", confidence: unsure", "")


def test_a_catalog_without_mistakes_has_no_problems(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make, letter_yaml: Make, packet_yaml: Make
) -> None:
    folder = write_catalog(
        {
            "README.md": "How to.",
            "us-ca/jurisdiction.yaml": certain(jurisdiction_yaml),
            "us-ca/read-first.txt": "Read every page.",
            LAW: "statutes:" + statute("code-1"),
            "us-ca/letters/short/letter.yaml": letter_yaml(),
            "us-ca/letters/short/letter.docx": "x",
            "us-ca/letters/short/letter.txt": "x",
            "us-ca/letters/short/example.yaml": "x",
            "us-ca/packets/notice.yaml": packet_yaml("short"),
        }
    )

    assert lint_catalog([folder], as_of=date(2026, 11, 24)) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    problems = lint_catalog([tmp_path / "nowhere"])

    assert codes(problems, tmp_path) == [("catalog-folder-missing", "nowhere")]


def test_names_that_cannot_be_used_are_told(
    write_catalog: Write, jurisdiction_yaml: str, letter_yaml: Make, packet_yaml: Make
) -> None:
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": certain(jurisdiction_yaml),
            "us-ca/letter/short/letter.yaml": "",
            "us-ca/letters/a short letter/letter.yaml": letter_yaml(),
            "us-ca/letters/a short letter/letter.docx": "x",
            "us-ca/letters/a short letter/letter.txt": "x",
            "us-ca/letters/a short letter/example.yaml": "x",
            "us-ca/packets/no_tice.yaml": packet_yaml(),
            "us-ca/packets/notice.yml": "",
            "us_nv/jurisdiction.yaml": certain(jurisdiction_yaml),
        }
    )

    problems = lint_catalog([folder])

    assert codes(problems, folder) == [
        ("catalog-file-unknown", "us-ca/letter"),
        ("name-invalid", "us-ca/letters/a short letter"),
        ("name-invalid", "us-ca/packets/no_tice.yaml"),
        ("catalog-file-unknown", "us-ca/packets/notice.yml"),
        ("name-invalid", "us_nv"),
    ]
    assert problems[0].fix == "Did you mean `letters`?"


def test_an_offices_folder_is_checked_together_with_the_built_in_one(
    write_catalog: Write, jurisdiction_yaml: str, packet_yaml: Make, letter_yaml: Make
) -> None:
    built_in = write_catalog(
        {
            "us-ca/jurisdiction.yaml": certain(jurisdiction_yaml),
            "us-ca/letters/short/letter.yaml": letter_yaml(),
            "us-ca/letters/short/letter.docx": "x",
            "us-ca/letters/short/letter.txt": "x",
            "us-ca/letters/short/example.yaml": "x",
        }
    )
    office = write_catalog(
        {"us-ca/packets/ours.yaml": packet_yaml("short", "shrt"), "us-cal/law/statutes.yaml": "statutes: []"}
    )

    problems = lint_catalog([office, built_in])

    assert codes(problems, office) == [
        ("paper-unknown", "us-ca/packets/ours.yaml"),
        ("jurisdiction-file-missing", "us-cal"),
    ]


def test_what_is_not_surely_known_is_a_warning(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    text = "statutes:" + statute("code-1").replace("confirmed", "unsure")
    folder = write_catalog({"us-ca/jurisdiction.yaml": jurisdiction_yaml, LAW: text})

    problems = lint_catalog([folder])

    assert codes(problems, folder) == [
        ("confidence-unsure", "us-ca/jurisdiction.yaml"),
        ("confidence-unsure", LAW),
    ]
    assert [problem.path for problem in problems] == ["protected_bases", "statutes[1].confidence"]
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_what_was_checked_more_than_a_year_ago_is_a_warning(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    old = statute("code-1", "to: 2026-12-31").replace("2026-11-24", "2020-01-01")
    new = statute("code-1", "from: 2027-01-01")
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": certain(jurisdiction_yaml).replace("2026-11-24", "2027-11-24"),
            LAW: "statutes:" + old + new,
        }
    )

    assert lint_catalog([folder]) == []
    assert [p.path for p in lint_catalog([folder], as_of=date(2026, 11, 24))] == ["statutes[1].checked_on"]
    assert lint_catalog([folder], as_of=date(2027, 11, 24)) == []
    assert [(p.path, p.code) for p in lint_catalog([folder], as_of=date(2027, 11, 25))] == [
        ("statutes[2].checked_on", "check-is-old")
    ]
