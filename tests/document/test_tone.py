"""How the program's own words sound: in the template, in the clauses of the law, in finished letters."""

import re
from collections.abc import Iterator
from statistics import mean

import pytest
from document.letters import compose, copies_of, emails, letter_of, namer_of, plain
from factories import Typed, facts_of, jurisdiction, make_case, make_incident

from formgen.catalog.expressions import fill
from formgen.catalog.reading import read_contents
from formgen.catalog.words import words_in
from formgen.checks.letter_sources import template_wording
from formgen.checks.word_text import BODY, paragraphs_in
from formgen.document.letter_law import clause_names
from formgen.render.letter import render_letter
from formgen.render.rendered import Piece
from formgen.resources import builtin_catalog

CONTENTS = read_contents("us-ca", [builtin_catalog()])
BANNED = CONTENTS.banned_words.value.phrases if CONTENTS.banned_words else ()
SHORTEST, LONGEST = 5, 30

# How a sentence begins, and why it may be shorter or longer than others.
EXCEPTIONS = {
    "Under the Fair Employment and Housing Act,": "one sentence with its condition, as § 12940 has it",
    "If more comes, an employer can ask": "one sentence, so that the duty before filing stays with the order",
    "an employer can ask": "the same, after her own words",
    "I ask that": "up to three requests in one sentence",
    "A copy is enclosed.": "four words say it",
}

CITATION = re.compile(
    r"\((?:Gov\. Code|Code Civ\. Proc\.)(?:[^()]|\([^()]*\))*\)|\(§ \d+(?:\.\d+)?\)|\(Enclosure[^()]*\)"
)
END = re.compile(r"(?<=[.?!])\s+")
ABBREVIATIONS = re.compile(r"\b(a|p)\.m\.")


def sentences_of(text: str) -> list[str]:
    """Return the sentences of *text*, less its citations."""
    bare = ABBREVIATIONS.sub(r"\1m", CITATION.sub("", plain(text)))
    return [s.strip().replace(" .", ".") for s in END.split(bare) if re.search(r"\w", s)]


def excepted(sentence: str) -> bool:
    return sentence.startswith(tuple(EXCEPTIONS))


ANSWER: Typed = {"ask": "answer", "by": "2026-05-22"}
CHOSEN = ["reassign-contact", "write-to-customer", "investigate"]
MANY = [
    *CHOSEN,
    "block-and-keep-mail",
    "copies",
    "keep-evidence",
    "no-retaliation",
    "consider-petition",
    "bear-cost",
    ANSWER,
]
NOTICE: Typed = {"to": "Pat Moreno", "how": "email", "answer": "none", "about": ["email-1"]}
SERVICE: Typed = {"service": "the furnace"}
NOTICES = [{**NOTICE, "when": f"2026-04-{day}"} for day in (20, 21, 22, 23)]
SITES = [{"open_to_public": "yes"}, {"most_at_once": "12"}, None]
BASIS = [{"basis": "sex", "words": "This is"}, {"basis": "age", "words": "This is"}]
CASES = [
    make_case(
        declarant={"age_40_or_over": "yes"},
        incidents=emails(count, protected_basis=BASIS if count % 2 else "none", about=SERVICE),
        evidence=copies_of(emails(count)),
        employer={"site": site, "report_to": "the owner"},
        requests=requests,
        notices=notices,
        requests_to_stop=[{"when": "2026-03-02 23:00", "account": "I asked for it to end."}],
    )
    for count, site in zip((1, 2, 3, 4, 9, 40), SITES * 2, strict=True)
    for requests in ([*CHOSEN, ANSWER], MANY)
    for notices in ("none", NOTICES)
]  # fmt: skip


def made_by_the_program(pieces: tuple[Piece, ...]) -> bool:
    """Return whether a paragraph has words of the template, and no exact words of anyone."""
    text = "".join(piece.text for piece in pieces)
    has_wording = any(re.search(r"[a-z]{2}", piece.text) for piece in pieces if not piece.is_value)
    return has_wording and not re.search("“|^Dear |^Enclosure", text) and text.rstrip().endswith((".", ":"))


def printed() -> Iterator[list[list[str]]]:
    """Yield the sentences of each paragraph that the program made, by letter."""
    for case in CASES:
        rendered = render_letter(compose(case))
        yield [
            sentences_of("".join(piece.text for piece in pieces))
            for pieces in rendered.paragraphs
            if made_by_the_program(pieces)
        ]


LETTERS = list(printed())
SENTENCES = sorted({sentence for letter in LETTERS for paragraph in letter for sentence in paragraph})
WHOLE = sorted(
    stretch.strip()
    for stretch in template_wording(letter_of(facts_of(make_case())).template)
    if re.fullmatch(r" ?[A-Z][^.]* [^.]*\. ?", stretch)
)
"""Sentences of the template in which no value stands."""


def clause_sentences() -> Iterator[str]:
    """Yield the sentences of every clause that the letter can print."""
    facts = facts_of(CASES[0])
    names = clause_names(facts.case, letter_of(facts).spec, namer_of(facts))
    for reference in letter_of(facts).spec.clauses.values():
        yield from sentences_of(fill(facts.jurisdiction.clause(reference), names, entry=reference))


@pytest.mark.parametrize("sentence", sorted({*SENTENCES, *WHOLE, *clause_sentences()}))
def test_a_sentence_of_the_program_has_from_5_to_30_words(sentence: str) -> None:
    count = len(sentence.split())

    assert excepted(sentence) or (SHORTEST <= count <= LONGEST), count


@pytest.mark.parametrize("start", EXCEPTIONS)
def test_every_exception_is_needed(start: str) -> None:
    lengths = [len(s.split()) for s in (*SENTENCES, *WHOLE, *clause_sentences()) if s.startswith(start)]

    assert lengths
    assert any(not SHORTEST <= length <= LONGEST for length in lengths)


def test_sentences_of_the_program_are_on_average_no_longer_than_a_persons() -> None:
    assert 12 <= mean(len(sentence.split()) for sentence in SENTENCES) <= 18


def test_at_most_every_third_sentence_of_the_program_begins_with_on() -> None:
    for letter in LETTERS:
        all_of_it = [sentence for paragraph in letter for sentence in paragraph]
        assert sum(sentence.startswith("On ") for sentence in all_of_it) <= len(all_of_it) / 3


def wording() -> Iterator[tuple[str, str]]:
    """Yield every piece of the program's own wording that a letter can print, and where it stands."""
    facts = facts_of(make_case())
    letter = letter_of(facts)
    yield from (("letter.docx", text) for text in template_wording(letter.template))
    yield from ((f"words.{name}", text) for name, text in letter.spec.words.items())
    yield from ((name, facts.jurisdiction.clause(name)) for name in letter.spec.clauses.values())
    for request in letter.spec.requests:
        for form in (request.line, request.clause, request.sentence, request.closing, request.what):
            yield f"request {request.id}", form or ""
    for name, words in jurisdiction().spec.channels.items():
        yield from ((name, text) for text in words.model_dump().values() if isinstance(text, str))


@pytest.mark.parametrize("place", sorted({place for place, _ in wording()}))
def test_no_banned_word_is_in_the_programs_own_wording(place: str) -> None:
    texts = [text for where, text in wording() if where == place]

    assert [word for text in texts for word, _ in words_in(text, BANNED)] == []
    assert "hostile" in BANNED


def test_no_banned_word_is_in_a_finished_letter_whose_typed_words_have_none() -> None:
    said = [p.text for case in CASES for p in paragraphs_in(render_letter(compose(case)).content)]

    assert [word for text in said for word, _ in words_in(text, BANNED)] == []


def test_a_banned_word_that_she_types_stays_as_typed() -> None:
    account = "I hereby say that the threats were hostile, severe and/or toxic."
    case = make_case(incidents=[make_incident(account=account)])
    text = [p.text for p in paragraphs_in(render_letter(compose(case)).content) if p.part == BODY]

    assert [line for line in text if account in line]


def test_the_law_is_told_in_may_and_if_and_never_as_certain() -> None:
    law = " ".join(clause_sentences())

    assert (
        re.findall(r"\b(?:is responsible|are responsible|must pay|will be|strictly|2005|liable)\b", law) == []
    )
    assert "may be responsible" in law
    assert "knew or should have known" in law
    assert "immediate and appropriate corrective action" in law
    assert "control" in law


def test_citations_stand_in_parentheses_at_the_end() -> None:
    nonemployee = compose(CASES[0]).values.law["nonemployee"]

    assert plain(nonemployee).endswith("is considered. (Gov. Code, § 12940, subd. (j)(1).)")


def test_nothing_of_the_program_is_contracted() -> None:
    assert [text for _, text in wording() if re.search(r"\w['’](?:t|re|ve|ll|m|d)\b", text)] == []
