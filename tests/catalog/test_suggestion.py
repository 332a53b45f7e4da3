"""What a misspelt name was meant to be."""

from formgen.catalog.suggestion import did_you_mean


def test_the_nearest_name_is_asked_for() -> None:
    assert did_you_mean("notise", ["notice", "letter"]) == "Did you mean `notice`?"


def test_without_a_near_name_all_are_told() -> None:
    assert did_you_mean("xyz", ["notice", "letter"]) == "There is: notice and letter."
    assert did_you_mean("xyz", []) == "There is: nothing."
    assert did_you_mean("xyz", ["notice"], otherwise="Add it.") == "Add it."
