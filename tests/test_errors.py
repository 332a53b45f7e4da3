"""Problems, where they stand, and what the program answers."""

import pytest

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
    Severity,
    SourceLocation,
    in_typed_order,
    raise_together,
)

KINDS: dict[type[FormgenError], int] = {
    FormgenError: 1,
    CaseDataError: 3,
    EvidenceError: 4,
    CatalogError: 5,
    RenderError: 6,
    ReadbackError: 7,
    OutputError: 9,
}


def problem(code: str, where: SourceLocation | None = None) -> Problem:
    return Problem(code=code, what="Something is wrong.", fix="Put it right.", where=where)


def test_the_exit_codes_are_those_promised() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "DONE": 0,
        "BUG": 1,
        "USAGE": 2,
        "CASE_DATA": 3,
        "EVIDENCE": 4,
        "CATALOG": 5,
        "RENDER": 6,
        "READBACK": 7,
        "BATCH_ROWS": 8,
        "OUTPUT": 9,
        "INTERRUPTED": 130,
    }


def test_the_severities_are_those_promised() -> None:
    assert [severity.value for severity in Severity] == ["error", "warning", "prompt"]


@pytest.mark.parametrize(("kind", "code"), KINDS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_every_kind_of_error_has_its_exit_code(kind: type[FormgenError], code: int) -> None:
    assert kind([]).exit_code == code


def test_no_kind_of_error_is_left_out_here() -> None:
    assert {FormgenError, *FormgenError.__subclasses__()} == set(KINDS)


def test_an_error_holds_its_problems_and_shows_their_codes_only() -> None:
    error = CaseDataError([problem("first"), problem("second")])

    assert error.problems == (problem("first"), problem("second"))
    assert str(error) == "first, second"


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (SourceLocation("case.yaml"), "case.yaml"),
        (SourceLocation("case.yaml", 12), "case.yaml:12"),
        (SourceLocation("case.yaml", 12, 7), "case.yaml:12:7"),
        (SourceLocation("clients.xlsx", sheet="Clients", cell="D7"), "clients.xlsx, Clients!D7"),
        (SourceLocation("clients.xlsx", sheet="Clients"), "clients.xlsx, Clients!"),
        (SourceLocation("Nguyễn & <1>.yaml", 1, 1), "Nguyễn & <1>.yaml:1:1"),
    ],
)
def test_a_place_is_named_as_an_editor_or_a_spreadsheet_names_it(
    where: SourceLocation, expected: str
) -> None:
    assert str(where) == expected


def test_a_problem_is_plain_values_for_a_script() -> None:
    found = Problem(
        code="exhibit-not-found",
        what="Nothing under evidence has the id note.",
        fix="Correct the id.",
        path="incidents[2].exhibits[1]",
        where=SourceLocation("case.yaml", 12, 7),
        severity=Severity.WARNING,
    )

    assert found.as_data() == {
        "code": "exhibit-not-found",
        "severity": "warning",
        "what": "Nothing under evidence has the id note.",
        "fix": "Correct the id.",
        "path": "incidents[2].exhibits[1]",
        "where": {"file": "case.yaml", "line": 12, "column": 7},
    }


def test_a_problem_without_a_place_says_so_to_a_script() -> None:
    data = problem("x").as_data()

    assert (data["where"], data["path"], data["severity"]) == (None, "", "error")


def test_a_problem_in_a_cell_names_sheet_and_cell_to_a_script() -> None:
    data = problem("x", SourceLocation("clients.xlsx", sheet="Clients", cell="D7")).as_data()

    assert data["where"] == {"file": "clients.xlsx", "sheet": "Clients", "cell": "D7"}


def test_problems_stand_in_the_order_typed_and_those_without_a_place_last() -> None:
    listed = [
        problem("nowhere-1"),
        problem("line-10", SourceLocation("case.yaml", 10, 1)),
        problem("line-9-column-10", SourceLocation("case.yaml", 9, 10)),
        problem("nowhere-2"),
        problem("line-9-column-2", SourceLocation("case.yaml", 9, 2)),
        problem("another-file", SourceLocation("attachment.yaml", 50)),
        problem("whole-file", SourceLocation("case.yaml")),
        problem("line-9-column-2-again", SourceLocation("case.yaml", 9, 2)),
    ]

    assert [found.code for found in in_typed_order(listed)] == [
        "another-file",
        "whole-file",
        "line-9-column-2",
        "line-9-column-2-again",
        "line-9-column-10",
        "line-10",
        "nowhere-1",
        "nowhere-2",
    ]


def test_several_errors_are_raised_as_the_kind_with_the_lowest_code() -> None:
    errors = [
        CatalogError([problem("catalog")]),
        EvidenceError([problem("evidence-1"), problem("evidence-2")]),
        OutputError([problem("output")]),
    ]

    with pytest.raises(FormgenError) as error:
        raise_together(errors)

    assert type(error.value) is EvidenceError
    assert [found.code for found in error.value.problems] == [
        "catalog",
        "evidence-1",
        "evidence-2",
        "output",
    ]


@pytest.mark.parametrize("kind", [CaseDataError, OutputError])
def test_one_error_alone_is_raised_as_it_is(kind: type[FormgenError]) -> None:
    with pytest.raises(kind) as error:
        raise_together([kind([problem("x")])])

    assert error.value.problems == (problem("x"),)


def test_no_error_raises_nothing() -> None:
    raise_together([])

    assert in_typed_order([]) == []
