"""Evidence cited: by its letter, and once as a true and correct copy."""

from collections.abc import Sequence

import pytest
from factories import HARD_TEXTS, Typed, jurisdiction, make_evidence

from formgen.case.evidence import Evidence
from formgen.document import court_text
from formgen.document.blocks import PageOf, Span
from formgen.document.citing import Citer, Shown, coverings_of, known_together
from formgen.document.court_text import NumberOf, Part
from formgen.document.places import WIDEST_PAGE

LABELS = {"a": "A", "b": "B", "c": "C"}
PRINTED = "I printed the exhibits from them on May 11, 2026."


def words_of(parts: Sequence[Part]) -> str:
    """Return the words of *parts*, the space that keeps a letter beside its word like any other."""
    return court_text.words_of(parts).replace("\u00a0", " ")


def evidence(name: str, **changes: object) -> Evidence:
    """Return a piece of evidence, of which nothing is told unless *changes* do."""
    return Evidence.model_validate(make_evidence(id=name, **{"how_known": None, **changes}))


def citer(
    *items: Evidence, known_together: bool = False, tells_coverings: bool = False, is_witness: bool = False
) -> Citer:
    """Return what cites *items*, or three pieces of evidence of which nothing is told."""
    words = jurisdiction().spec.court_words
    assert words is not None
    listed = items or tuple(evidence(name) for name in LABELS)
    held = {item.id or "": Shown(item, f"evidence[{n}]") for n, item in enumerate(listed, 1)}
    return Citer(
        words,
        held,
        LABELS,
        known_together=known_together,
        tells_coverings=tells_coverings,
        is_witness=is_witness,
    )


def first_citation(**changes: object) -> str:
    """Return how evidence with *changes* is cited for the first time."""
    return words_of(citer(evidence("a", **changes)).sentence(["a"]))


def test_a_true_copy_is_told_once_and_cited_each_time() -> None:
    cites = citer()

    assert words_of(cites.sentence(["a"])) == "Exhibit A is a true and correct copy. (Exhibit A.)"
    assert words_of(cites.sentence(["a"])) == "(Exhibit A.)"
    assert (cites.cited, cites.attested) == (["a"], ["a"])


def test_each_exhibit_stands_behind_the_sentence_that_says_what_it_is() -> None:
    assert words_of(citer().sentence(["b", "a", "b"])) == (
        "Exhibit B is a true and correct copy. (Exhibit B.) "
        "Exhibit A is a true and correct copy. (Exhibit A.)"
    )


def test_exhibits_cited_in_a_row_share_their_parentheses() -> None:
    cites = citer()
    cites.sentence(["a", "b"])

    assert words_of(cites.sentence(["a", "b", "c"])) == (
        "(Exhibit A; Exhibit B.) Exhibit C is a true and correct copy. (Exhibit C.)"
    )
    assert words_of(cites.sentence(["c", "a"])) == "(Exhibit C; Exhibit A.)"


def test_a_citation_holds_the_place_of_its_page_and_leads_to_the_exhibit() -> None:
    widest = f", pages {WIDEST_PAGE}\u2013{WIDEST_PAGE}"

    assert citer().in_parentheses(["a", "b"]) == (
        Span("("),
        Span("Exhibit\u00a0", goes_to="exhibit A"),
        Span("A", goes_to="exhibit A"),
        PageOf("A", widest, goes_to="exhibit A"),
        Span("; "),
        Span("Exhibit\u00a0", goes_to="exhibit B"),
        Span("B", goes_to="exhibit B"),
        PageOf("B", widest, goes_to="exhibit B"),
        Span(")"),
    )


@pytest.mark.parametrize("names", [[], ["unknown"], ["unknown", "gone"]])
def test_what_may_not_be_cited_leaves_nothing_behind(names: Sequence[str]) -> None:
    cites = citer()

    assert (cites.sentence(names), cites.in_parentheses(names), cites.attestation()) == ((), (), ())
    assert cites.cited == []


def test_what_is_cited_within_a_sentence_is_told_after_it_once() -> None:
    cites = citer()
    cites.in_parentheses(["a", "b"])
    cites.in_parentheses(["a"])

    assert words_of(cites.attestation()) == (
        "Exhibit A is a true and correct copy. Exhibit B is a true and correct copy."
    )
    assert cites.attestation() == ()
    assert words_of(cites.sentence(["b"])) == "(Exhibit B.)"


def test_a_paper_that_does_not_attest_cites_alone() -> None:
    cites = citer()
    cites.in_parentheses(["a"], attests=False)

    assert cites.attestation() == ()
    assert words_of(cites.sentence(["a", "b"], attests=False)) == "(Exhibit A; Exhibit B.)"


@pytest.mark.parametrize(
    ("how_known", "expected"),
    [
        ("I received it.", "; I received it."),
        ("I received it", "; I received it."),
        ("I'd printed it.", "; I'd printed it."),
        ("I\u2019ve kept it.", "; I\u2019ve kept it."),
        ("it is in my mailbox", "; it is in my mailbox."),
        ("Lee Tran gave it to me.", ". Lee Tran gave it to me."),
        ("It was in the mail", ". It was in the mail."),
        ("I took it\nwith my phone.", "; I took it with my phone."),
        ("\n", "."),
        (None, "."),
    ],
)
def test_the_same_sentence_says_how_the_declarant_has_it(how_known: str | None, expected: str) -> None:
    assert first_citation(how_known=how_known) == (
        f"Exhibit A is a true and correct copy{expected} (Exhibit A.)"
    )


@pytest.mark.parametrize(
    ("true_copy", "expected"),
    [
        ("of my answer", " of my answer."),
        ("of my answer.", " of my answer."),
        (", without its enclosures", ", without its enclosures."),
        ("; the original is lost", "; the original is lost."),
        ("of a letter to {label}", " of a letter to {label}."),
    ],
)
def test_her_own_words_go_on_with_the_sentence(true_copy: str, expected: str) -> None:
    assert first_citation(true_copy=true_copy) == (
        f"Exhibit A is a true and correct copy{expected} (Exhibit A.)"
    )
    assert first_citation(true_copy=true_copy, how_known="I sent it") == (
        f"Exhibit A is a true and correct copy{expected.removesuffix('.')}; I sent it. (Exhibit A.)"
    )


@pytest.mark.parametrize("typed", ["{label}", "Nguyễn \U0001f622 <b>", HARD_TEXTS["right to left"]])
def test_her_words_about_a_copy_stay_as_typed_with_their_places(typed: str) -> None:
    parts = citer(evidence("a", true_copy=f"of {typed}", how_known=f"I have {typed}!")).sentence(["a"])

    assert Span(f"of {typed}", "evidence[1].true_copy") in parts
    assert Span(f"I have {typed}!", "evidence[1].how_known") in parts


def test_one_sentence_at_the_start_tells_how_all_are_had() -> None:
    items = [evidence(name, how_known=PRINTED, true_copy="of it" if name == "a" else None) for name in LABELS]
    cites = citer(*items, known_together=True)

    assert words_of(cites.sentence(["a", "b"])) == (
        "Exhibit A is a true and correct copy of it, as are the other exhibits. (Exhibit A; Exhibit B.)"
    )
    assert words_of(cites.sentence(["c"])) == "(Exhibit C.)"


@pytest.mark.parametrize(
    ("ways", "together"),
    [
        ([PRINTED, PRINTED], PRINTED),
        ([PRINTED, f"{PRINTED}\n"], PRINTED),
        (
            ["The Exhibits were printed by me.", "The Exhibits were printed by me."],
            "The Exhibits were printed by me.",
        ),
        ([PRINTED], ""),
        ([], ""),
        ([PRINTED, "I printed the exhibits."], ""),
        ([PRINTED, None], ""),
        ([None, None], ""),
        # Nobody could tell what "it" is, said once at the start.
        (["I received it.", "I received it."], ""),
    ],
)
def test_a_sentence_tells_of_all_exhibits_only_where_it_speaks_of_them(
    ways: Sequence[str | None], together: str
) -> None:
    assert known_together([evidence("a", how_known=how) for how in ways]) == together


def covered(*, tells_coverings: bool = False) -> tuple[Part, ...]:
    """Return how a copy with something covered in it is cited."""
    redactions: list[Typed] = [{"what": None, "why": "private"}, {"what": "a name."}]
    item = evidence("a", redactions=redactions, how_known="I sent it.")
    return citer(item, tells_coverings=tells_coverings).sentence(["a"])


def test_a_covering_is_explained_where_a_paragraph_tells_of_coverings() -> None:
    assert NumberOf("coverings", ", with covering as described in paragraph ", "") in covered(
        tells_coverings=True
    )
    assert words_of(covered(tells_coverings=True)) == (
        "Exhibit A is a true and correct copy, with covering as described in paragraph 0; I sent it. "
        "(Exhibit A.)"
    )
    assert words_of(covered()) == "Exhibit A is a true and correct copy; I sent it. (Exhibit A.)"


def test_nothing_is_said_of_coverings_where_nothing_is_covered() -> None:
    cites = citer(evidence("a", redactions=[{"why": "private"}]), tells_coverings=True)

    assert words_of(cites.sentence(["a"])) == "Exhibit A is a true and correct copy. (Exhibit A.)"


def test_what_is_covered_is_named_as_typed_without_a_period() -> None:
    item = evidence("a", redactions=["my number.", {"why": "private"}, {"what": "a\nname"}, "."])

    assert coverings_of(Shown(item, "evidence[4]")) == (
        ("my number", "evidence[4].redactions[1].what"),
        ("a name", "evidence[4].redactions[3].what"),
    )


def test_a_witness_says_nothing_of_how_the_declarant_has_it() -> None:
    item = evidence(
        "a", how_known="I scanned it.", true_copy="of a note that Lee gave to me", redactions=["x"]
    )
    cites = citer(item, evidence("b"), is_witness=True, tells_coverings=True)

    assert words_of(cites.sentence(["a", "b"])) == (
        "Exhibit A is a true and correct copy. (Exhibit A.) "
        "Exhibit B is a true and correct copy. (Exhibit B.)"
    )


def test_exhibits_are_what_has_a_letter_and_may_be_shown() -> None:
    cites = citer(evidence("b"), evidence("a"), evidence("other"))

    assert [shown.item.id for shown in cites.exhibits] == ["a", "b"]


def test_evidence_is_cited_without_a_letter_before_letters_are_known() -> None:
    cites = citer()
    cites.labels = {}

    assert words_of(cites.in_parentheses(["a"])) == "(Exhibit )"
    assert (cites.cited, cites.exhibits) == (["a"], ())
