"""Pieces put on pages."""

from render.leaf.leaves import FRAME

from formgen.render.laid_out import OutlineEntry, PlacedRule
from formgen.render.leaf.page import LeafPages
from formgen.render.leaf.piece import Piece


def pages_with(*pieces: Piece) -> LeafPages:
    """Return pages, 320 points high, with *pieces* on them."""
    pages = LeafPages(FRAME, top=FRAME.top)
    pages.put(pieces)
    return pages


def test_a_piece_that_just_fits_stays() -> None:
    assert pages_with(Piece(200.0), Piece(120.0)).page == 1


def test_a_piece_that_does_not_fit_begins_a_page() -> None:
    pages = pages_with(Piece(200.0), Piece(121.0, anchor="second", title="Second", level=2))

    assert pages.anchors == {"second": (2, 360)}
    assert pages.outline == [OutlineEntry("Second", 2, 360, 2)]


def test_white_above_a_piece_counts_only_within_a_page() -> None:
    assert pages_with(Piece(200.0), Piece(120.0, before=1.0)).top == FRAME.top + 120


def test_pieces_that_may_not_be_parted_go_on_together() -> None:
    pages = pages_with(Piece(300.0), Piece(10.0, may_end=False, anchor="heading"), Piece(20.0))

    assert pages.anchors == {"heading": (2, 360)}


def test_the_last_piece_may_ask_to_be_kept_with_a_next_one_that_is_not_there() -> None:
    assert pages_with(Piece(300.0), Piece(10.0, may_end=False)).page == 1


def test_what_is_repeated_over_a_piece_counts_too() -> None:
    head = Piece(30.0, rule_below=0.9)
    pages = pages_with(Piece(310.0), Piece(300.0, head=head), Piece(20.0, anchor="last"))

    assert pages.anchors == {"last": (3, 360)}
    assert pages.rules == [PlacedRule(2, 30, 330, 270, 330, 0.9)]


def test_the_first_place_of_a_name_counts() -> None:
    pages = pages_with(Piece(10.0, anchor="a"), Piece(10.0, anchor="a"))

    assert pages.anchors == {"a": (1, 360)}
