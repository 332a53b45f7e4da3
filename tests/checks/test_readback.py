"""Reopening a finished letter."""

import pytest
from word_files import paragraph, word_file

from formgen.checks.readback import Stretches, printed_clauses, read_back
from formgen.document.carrying import Carried
from formgen.render.rendered import Piece, Rendered


def finished(*texts: str, pieces: tuple[tuple[Piece, ...], ...] | None = None) -> Rendered:
    """Return a finished letter with these paragraphs, and what its maker says they are made of."""
    said = pieces or tuple((Piece(text, is_value=True),) for text in texts)
    return Rendered("notice-letter", "notice-letter.docx", word_file("".join(map(paragraph, texts))), said)


def faults(
    rendered: Rendered, *carried: str, wording: tuple[str, ...] = (), typed: tuple[str, ...] = ()
) -> list[str]:
    """Return the codes of what is wrong."""
    carries = [Carried(text, "incidents[1].quotes[1]") for text in carried]
    return [p.code for p in read_back(rendered, carries=carries, wording=wording, typed=typed)]


def test_a_letter_that_holds_what_it_must_and_nothing_else_has_no_faults() -> None:
    assert faults(finished("Still there, Dana?"), "Still there, Dana?", typed=("Still there, Dana?",)) == []


def test_a_quote_over_two_lines_is_found_however_the_lines_fall() -> None:
    assert faults(finished("Still there, Dana?"), "Still  there,\nDana?", typed=("Still there, Dana?",)) == []


def test_a_name_in_another_normal_form_is_the_same_name() -> None:
    composed, taken_apart = "Nguy\u1ec5n", "Nguye\u0302\u0303n"

    assert faults(finished(composed), taken_apart, typed=(taken_apart,)) == []


@pytest.mark.parametrize(
    "printed", ["Still there, Dana.", "still there, Dana?", "Still there Dana?", "Still there,"]
)
def test_a_quote_that_lost_anything_is_missing(printed: str) -> None:
    assert faults(finished(printed), "Still there, Dana?", typed=(printed,)) == ["text-missing"]


def test_the_place_of_what_is_missing_is_told_and_its_words_are_not() -> None:
    [problem] = read_back(
        finished("x"),
        carries=[Carried("my secret words", "incidents[3].quotes[1]")],
        wording=(),
        typed=("x",),
    )

    assert problem.path == "incidents[3].quotes[1]"
    assert "secret" not in problem.what + problem.fix


def test_words_that_are_neither_the_templates_nor_the_cases_are_foreign() -> None:
    pieces = ((Piece("Dear ", is_value=False), Piece("Pat", is_value=True), Piece("!!", is_value=False)),)
    rendered = finished("Dear Pat!!", pieces=pieces)

    assert faults(rendered, wording=("Dear",), typed=("Pat",)) == ["text-foreign"]


def test_template_words_cut_by_a_tag_still_count_as_the_templates() -> None:
    pieces = ((Piece("Enclosure", is_value=False), Piece("s", is_value=False), Piece(": ", is_value=False)),)

    assert faults(finished("Enclosures: ", pieces=pieces), wording=("Enclosure", "s", ": ")) == []


def test_a_value_is_never_excused_by_the_templates_words() -> None:
    assert faults(finished("Sincerely,"), wording=("Sincerely,",), typed=("Pat",)) == ["text-foreign"]


def test_a_file_that_does_not_hold_what_it_was_given_is_told() -> None:
    rendered = finished("one", pieces=((Piece("two", is_value=True),),))

    assert faults(rendered, typed=("two",)) == ["text-changed"]


def test_a_file_that_cannot_be_opened_again_is_told() -> None:
    assert faults(Rendered("x", "x.docx", b"broken", ())) == ["paper-unreadable"]


def test_single_typed_letters_do_not_make_up_words() -> None:
    letters = Stretches("liar", single_letters=False)

    assert (letters.make_up("l"), letters.make_up("liar")) == (True, False)


def test_stretches_are_tried_in_every_way_they_fit() -> None:
    stretches = Stretches(["the em", "the", "email", "of", "April 2"], single_letters=False)

    assert stretches.make_up("the email of April 2")
    assert not stretches.make_up("the email of April 3")


def test_only_the_clauses_that_are_printed_are_named() -> None:
    law = {"code.one": "It may be\u00a0so. (§\u00a01.)", "code.two": "It may not."}

    assert printed_clauses(finished("I think: It may be so. (§ 1.)"), law) == ("code.one",)
