"""What the elements of an HTML message are."""

import pytest
from lxml import html

from formgen.evidence.mail_tags import has_rows, stands_apart


@pytest.mark.parametrize(
    ("tag", "attributes", "is_apart"),
    [
        ("p", {}, True),
        ("div", {}, False),
        ("p", {"class": "MsoNormal"}, False),
        ("p", {"style": "MARGIN: 0 0 0 40px"}, False),
        ("p", {"style": "margin-top:0in"}, False),
        ("p", {"style": "margin:1em"}, True),
    ],
)
def test_white_stands_around_some_blocks(tag: str, attributes: dict[str, str], is_apart: bool) -> None:  # noqa: FBT001 - a case of a table
    assert stands_apart(tag, attributes) == is_apart


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<tr><td>a<td>b", True),
        ("<tr><td>a<tr><td>b", False),
        ("<tr><td>a<td> <td><img src=x>", False),
        ("<tr><td>a<td><table><tr><td>b</table>", False),
        ("<thead><tr><th>a<th>b</thead>", True),
    ],
)
def test_a_table_has_rows_if_it_sets_words_side_by_side(inner: str, expected: bool) -> None:  # noqa: FBT001 - a case of a table
    table = html.document_fromstring(f"<table>{inner}</table>").find(".//table")

    assert table is not None
    assert has_rows(table) == expected
