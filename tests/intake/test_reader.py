"""A file read into its model, or every problem of the first stage that had any."""

import hashlib
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from formgen.errors import CaseDataError, SourceLocation
from formgen.intake.explanations import EXPLANATIONS
from formgen.intake.reader import load, load_text


class Person(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    zip: str | None = None


class Toy(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    case: str
    people: tuple[Person, ...] = ()


TOY = Toy(case="a", people=(Person(name="Nguyễn", zip="01234"),))


def marks(text: str, name: str = "case.yaml") -> list[str]:
    with pytest.raises(CaseDataError) as raised:
        load_text(text, name, Toy)
    return [f"{each.where} {each.path} {each.code} {each.fix}" for each in raised.value.problems]


def test_a_yaml_file_is_read_into_its_model(tmp_path: Path) -> None:
    path = tmp_path / "dana.yml"
    data = "case: a\npeople:\n  - name: Nguyễn\n    zip: 01234\n".encode()
    path.write_bytes(data)
    loaded = load(path, Toy)
    assert (TOY, str(path), tmp_path) == (loaded.value, loaded.file, loaded.folder)
    assert hashlib.sha256(data).hexdigest() == loaded.digest
    assert SourceLocation(str(path), 4, 5) == loaded.locator.place_of("people[1].zip")


@pytest.mark.parametrize("name", ["case.json", "case.JSON"])
def test_a_json_file_is_read_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"case": "a", "people": [{"name": "Nguy\\u1ec5n", "zip": "01234"}]}')
    assert load(tmp_path / name, Toy).value == TOY


def test_a_json_text_under_another_name_is_yaml_and_reads_all_the_same() -> None:
    assert load_text('{"case": "a"}', "case.txt", Toy).value.case == "a"


def test_a_file_that_is_missing_says_only_that(tmp_path: Path) -> None:
    with pytest.raises(CaseDataError) as raised:
        load(tmp_path / "case.yaml", Toy)
    assert [each.fix for each in raised.value.problems] == ["Check the name and the folder."]


@pytest.mark.parametrize(
    ("name", "text"),
    [("case.yaml", "case: a\ncase: b\ncase: c\n"), ("case.json", '{"case":"a",\n"case":"b",\n"case":"c"}')],
)
def test_after_faults_of_spelling_more_may_be_found(name: str, text: str) -> None:
    assert [
        f"{name}:2:1 case duplicate-key Keep one of the two.",
        f"{name}:3:1 case duplicate-key Keep one of the two. More may be found once the file can be read.",
    ] == marks(text, name)


def test_everything_that_does_not_fit_the_model_is_found_at_once() -> None:
    assert marks("cse: a\npeople:\n  - nmae: x\n    name: y\n    zip: []\n") == [
        "case.yaml:1:1 case missing-value Write `case` and its value.",
        "case.yaml:1:1 cse unknown-key Did you mean `case`?",
        "case.yaml:3:5 people[1].nmae unknown-key The keys that can stand here: name and zip.",
        f"case.yaml:5:5 people[1].zip not-text {EXPLANATIONS['string_type'].fix}",
    ]


def test_what_was_typed_is_in_no_error() -> None:
    with pytest.raises(CaseDataError) as raised:
        load_text("case: [Secret]", "case.yaml", Toy)
    assert (
        raised.value.__cause__,
        raised.value.__suppress_context__,
        str(raised.value),
    ) == (None, True, "not-text")
