"""The timeline as it is drawn."""

import pytest
from document.chronologies import MARCH_10, MARCH_17, court_copy
from factories import make_case, make_incident
from render.sheet.sheets import find, laid, on_page, overlapping, words

from formgen.render.laid_out import LaidOut, PlacedRule


def drawn(*whens: str, **changes: object) -> LaidOut:
    """Return the paper of an incident for each of *whens*."""
    incidents = [make_incident(id=f"e-{n}", when=when, account="So.") for n, when in enumerate(whens)]
    return laid(court_copy(make_case(incidents=incidents, **changes)))


def slanted(page: LaidOut) -> list[PlacedRule]:
    return [rule for rule in page.rules if rule.x1 != rule.x2 and rule.y1 != rule.y2]


def test_a_few_contacts_are_blocks_that_can_be_counted() -> None:
    page = drawn("2026-03-05", "2026-03-05", "2026-03-06")

    assert len(page.marks) == 3
    assert all(mark.is_filled and mark.grey == 0.0 for mark in page.marks)
    assert len({mark.box.left for mark in page.marks}) == 2


def test_blocks_of_one_column_stand_on_each_other_with_white_between() -> None:
    low, high = sorted(drawn("2026-03-05", "2026-03-05").marks, key=lambda mark: mark.box.bottom)

    assert low.box.left == high.box.left
    assert high.box.bottom - low.box.top == pytest.approx(2.0)


def test_many_contacts_are_bars_as_tall_as_their_number() -> None:
    page = drawn(*["2026-03-05"] * 20, *["2026-03-06"] * 10)

    tall, short = sorted(page.marks, key=lambda mark: mark.box.left)

    assert len(page.marks) == 2
    assert tall.box.top - tall.box.bottom == pytest.approx(2 * (short.box.top - short.box.bottom))


def test_what_is_not_known_to_the_day_is_outlined_within_its_block() -> None:
    page = drawn("2026-03-05", "about March 5, 2026", "2026-03-20")

    assert sorted(mark.is_filled for mark in page.marks) == [False, True, True]


def test_many_contacts_not_known_to_the_day_are_an_outlined_bar_on_the_others() -> None:
    page = drawn(*["2026-03-05"] * 9, *["about March 5, 2026"] * 3, "2026-03-20")

    filled, outlined, _ = sorted(page.marks, key=lambda mark: (mark.box.left, mark.box.bottom))

    assert (filled.is_filled, outlined.is_filled) == (True, False)
    assert outlined.box.bottom >= filled.box.top


def test_one_contact_beside_hundreds_can_still_be_seen() -> None:
    page = drawn(*["2026-03-05"] * 299, "2026-03-06")

    assert min(mark.box.top - mark.box.bottom for mark in page.marks) >= 1.5


def test_each_column_has_its_count_above_and_its_label_below() -> None:
    page = drawn("2026-03-05", "2026-03-05", "2026-04-01")
    texts = on_page(page, 1)

    assert texts[3:6] == ["2", "1", "Contacts"]
    assert texts[6:][:6] == ["Week of", "1", "8", "15", "22", "29"]
    assert texts[12:14] == ["2026", "March"]


def test_requests_are_squares_and_notices_diamonds() -> None:
    page = drawn("2026-03-05", "2026-04-01", notices=[{**MARCH_10, "about": []}], requests_to_stop=[MARCH_17])
    upright = [rule for rule in page.rules if rule.x1 == rule.x2]

    # Four sides of a diamond; two sides of a square and the tick before April.
    assert len(slanted(page)) == 4
    assert len(upright) == 2
    assert {"Requests to stop", "Notices"} < set(on_page(page, 1))


def test_without_requests_and_notices_there_are_neither() -> None:
    page = drawn("2026-03-05", "2026-04-01")

    assert slanted(page) == []
    assert "Notices" not in on_page(page, 1)


def test_a_shape_holds_its_number() -> None:
    notices = [{**MARCH_10, "about": [], "when": "2026-03-10"}] * 12
    page = drawn("2026-03-05", "2026-04-01", notices=notices)
    number = next(line for line in page.lines if words(line) == "12")
    corners = [(rule.x1, rule.y1) for rule in slanted(page)]

    assert min(x for x, _ in corners) < number.box.left
    assert number.box.right < max(x for x, _ in corners)


def test_labels_that_would_touch_are_shortened_then_left_out() -> None:
    months = on_page(drawn("2024-11-05", "2026-12-09"), 1)
    years = on_page(drawn("2001-11-05", "2026-12-09"), 1)

    assert [label for label in months if label in ("N", "Nov.", "November")] == ["N"] * 3
    assert "2001" in years
    assert "2002" not in years


def test_the_name_of_a_short_first_stretch_reaches_out_to_the_left() -> None:
    page = drawn("2025-12-27", "2026-06-20")
    first, second = find(page, "Dec."), find(page, "January")

    assert first.box.right < second.box.left
    assert first.box.left < find(page, "21").box.left


@pytest.mark.parametrize(
    "whens",
    [
        ["2026-03-05", "2026-03-06"],
        ["2025-12-27", "2026-06-20"],
        ["2024-11-05", "2026-12-09"],
        ["2021-11-05", "2026-12-09"],
        ["2001-11-05", "2026-12-09"],
        ["1000-01-01", "2999-12-31"],
        ["2026-03-05"] * 120 + ["2026-06-10"] * 130,
        ["2026-02-28", "2026-03-01", "2026-08-01"],
    ],
    ids=["days", "weeks", "months", "quarters", "years", "centuries", "hundreds", "short stretch"],
)
def test_no_two_words_overlap_and_all_stay_on_the_page(whens: list[str]) -> None:
    page = drawn(*whens, notices=[{**MARCH_10, "about": []}], requests_to_stop=[MARCH_17])

    assert overlapping(page) == []
    assert all(line.box.left >= 72 and line.box.right <= 738.01 for line in page.lines)
    assert all(mark.box.left >= 72 and mark.box.right <= 738.01 for mark in page.marks)
