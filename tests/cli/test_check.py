"""`formgen check`."""

from pathlib import Path

from cli.running import MINIMAL, ROOT, Formgen

AS_OF = ("--as-of", "2026-05-12")


def test_questions_go_to_the_one_side_and_the_result_to_the_other(formgen: Formgen, case: Path) -> None:
    ran = formgen("check", case, *AS_OF)

    assert ran.exit_code == 0
    assert ran.out.startswith("No errors; ")
    assert ran.out.endswith(" questions. Nothing was written.\n`formgen make case.yaml` makes the papers.\n")
    assert "notices-blank" in ran.codes_shown


def test_every_error_and_every_question_are_shown_together(formgen: Formgen, case: Path) -> None:
    case.write_text(MINIMAL.replace("name: Carl Voss", "name:").replace("name: Dana Reyes", "name:"), "utf-8")
    ran = formgen("check", case, *AS_OF)

    assert ran.exit_code == 3
    assert ran.out == ""
    assert ran.codes_shown[:2] == ["needed-blank", "needed-blank"]
    assert "notices-blank" in ran.codes_shown
    assert ran.err.splitlines()[-1].startswith("2 errors, ")
    assert ran.err.endswith(" questions. Nothing was written.\n")


def test_nothing_is_written(formgen: Formgen, case: Path, tmp_path: Path) -> None:
    formgen("check", case, *AS_OF)

    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


def test_a_case_that_has_everything_is_told_so(formgen: Formgen, case: Path) -> None:
    asked = formgen("check", case, "--json", *AS_OF)
    case.write_text(f"{MINIMAL}accept: [{', '.join(sorted(set(asked.codes)))}]\n", encoding="utf-8")
    ran = formgen("check", case, *AS_OF)

    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "No errors, and no questions. Nothing was written."


def test_json_has_every_problem_and_an_empty_result(formgen: Formgen, case: Path) -> None:
    ran = formgen("check", case, "--json", *AS_OF)

    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.told["ok"] is True
    assert ran.told["result"] == {}
    assert "notices-blank" in ran.codes


def test_only_a_paper_that_the_case_names_can_be_checked(formgen: Formgen, case: Path) -> None:
    assert formgen("check", case, *AS_OF, "--only", "notice-letter").exit_code == 0
    assert formgen("check", case, *AS_OF, "--only", "notice-leter", "--json").codes == ["paper-not-asked"]


def test_a_catalog_that_is_not_there_is_the_catalogs_fault(formgen: Formgen, case: Path) -> None:
    ran = formgen("check", case, *AS_OF, "--catalog", "there-is-none")

    assert ran.exit_code == 5
    assert ran.codes_shown == ["catalog-folder-missing"]


def test_evidence_that_is_missing_has_its_own_exit_code(formgen: Formgen, case: Path) -> None:
    case.write_text(
        f"{MINIMAL}evidence: [{{id: note, file: note.txt, description: a note}}]\n", encoding="utf-8"
    )
    ran = formgen("check", case, *AS_OF)

    assert ran.exit_code == 4
    assert ran.codes_shown[0] == "evidence-missing"


def test_nothing_that_was_typed_in_a_case_is_shown(formgen: Formgen, case: Path) -> None:
    text = (ROOT / "tests" / "golden" / "cases" / "six-incidents.yaml").read_text(encoding="utf-8")
    case.write_text(text.replace("state: CA", "state: [CA]").replace("16, 2026 at", "36, 2026 at"), "utf-8")
    ran = formgen("check", case, *AS_OF)
    words = ("Dana", "Reyes", "Carl", "Voss", "Brightline", "Example", "Davis", "95616", "furnace", "Tran")

    assert ran.exit_code == 3
    assert [word for word in words if word in ran.err + ran.out] == []
