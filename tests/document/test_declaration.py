"""A declaration as a whole: its frame, what it must carry, what it withholds; attachments without a frame."""

from dataclasses import replace

import pytest
from document.declarations import (
    EMPLOYER,
    PETITIONER,
    WITNESS,
    body_of,
    column,
    harassment,
    make_employee,
    paper_of,
    papers_of,
    paragraphs_of,
    spans_of,
    violence,
)
from document.letters import plain
from factories import HARD_TEXTS, Typed, facts_of, make_case, make_evidence, make_incident

from formgen.case import Case
from formgen.catalog.reader import Declaration
from formgen.checks.paper_sources import printed_by, source_problems
from formgen.document.blocks import Execution, Paragraph, Span, text_of
from formgen.document.carrying import Carried
from formgen.document.declaration import (
    compose_declaration,
    file_name,
    inlines_of,
    sheet_of,
    shown_to_court,
    signer_of,
)
from formgen.errors import CatalogError
from formgen.facts.facts import Facts

ATTACHMENTS = ("attachment-7a-3", "attachment-7b")
CLAUSE = (
    "I declare under penalty of perjury under the laws of the State of California that the foregoing is true "
    "and correct."
)
WITNESSES: list[Typed] = [
    {"name": "Lee Tran", "paragraphs": ["I saw him."]},
    {"name": "Jo Park", "paragraphs": ["I saw him too."]},
]


# The frame


@pytest.mark.parametrize(
    ("case", "name", "signed"),
    [
        (harassment(), "Dana Reyes", "Dana Reyes, Petitioner"),
        (violence(), "Pat Moreno", "Pat Moreno"),
        (harassment(papers=[WITNESS], witnesses=WITNESSES[:1]), "Lee Tran", "Lee Tran"),
    ],
    ids=["petitioner", "employer", "witness"],
)
def test_a_declaration_opens_with_a_name_and_ends_with_the_clause_and_blanks(
    case: Case, name: str, signed: str
) -> None:
    paper = paper_of(case)
    first, last = paper.blocks[0], paper.blocks[-1]

    assert isinstance(first, Paragraph)
    assert isinstance(last, Execution)
    assert (text_of(first.inlines), first.continues, first.keeps_next) == (f"I, {name}, declare:", True, True)
    assert [text_of(part) for part in (last.clause, last.blanks, last.signer)] == [
        CLAUSE,
        "Executed on ____________________, at ____________________ (city and state).",
        signed,
    ]
    assert paper.law == ("code-civ-proc-2015-5.perjury",)
    assert paper.footer == (f"Declaration of {name}", "Declaration")


def test_the_program_signs_and_dates_nothing() -> None:
    (execution,) = (block for block in paper_of(harassment()).blocks if isinstance(block, Execution))

    assert [span.source for span in execution.blanks if isinstance(span, Span)] == [""]


@pytest.mark.parametrize("typed", [*HARD_TEXTS.values(), "{name} {0} {"])
def test_the_name_of_whoever_declares_passes_through_unchanged(typed: str) -> None:
    paper = paper_of(harassment(declarant={"name": typed}))

    assert paragraphs_of(paper)[0] == plain(f"I, {typed}, declare:")
    assert paper.footer[0] == f"Declaration of {typed}"


@pytest.mark.parametrize(
    ("paper", "witness", "name"),
    [
        (PETITIONER, None, f"{PETITIONER}.pdf"),
        (WITNESS, 0, f"{WITNESS}-1.pdf"),
        (WITNESS, 11, f"{WITNESS}-12.pdf"),
    ],
)
def test_files_name_nobody(paper: str, witness: int | None, name: str) -> None:
    assert file_name(paper, witness) == name


def test_each_witness_signs_alone() -> None:
    facts = facts_of(harassment(witnesses=[*WITNESSES, {}]))

    assert [signer_of(facts, n).name for n in (None, 0, 1, 2)] == ["Dana Reyes", "Lee Tran", "Jo Park", ""]
    assert signer_of(facts, 1).path == "witnesses[2].name"


def test_the_paper_has_its_jurisdictions_sheet_and_language_and_the_cases_own() -> None:
    usual = paper_of(harassment())
    own = paper_of(harassment(language="vi", typeface="Arimo"))

    assert (usual.language, usual.typeface, usual.has_line_numbers) == ("en-US", None, True)
    assert (own.language, own.typeface) == ("vi", "Arimo")
    assert (usual.sheet.lines, usual.sheet.pitch, usual.sheet.left_rules) == (28, 24, (89.4, 92.4))
    assert (usual.title, usual.heading) == ("Declaration of the petitioner", ())


# Attachments


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("attachment-7a-3", "Attachment 7a(3)—Describe Harassment"),
        ("attachment-7b", "Attachment 7b—Previous Harassment"),
    ],
)
def test_an_attachment_has_the_forms_exact_title_and_no_frame(name: str, title: str) -> None:
    case = harassment(
        papers=[name], incidents=[make_incident(id="a", knowledge="saw")], why_now={"incident": "a"}
    )
    paper = paper_of(case)

    assert column(paper.heading) == [title, "Dana Reyes v. Carl Voss", "Case No. ____________"]
    assert (paper.title, paper.footer, paper.file_name) == (title, (title,), f"{name}.pdf")
    assert (paper.caption, paper.law, paper.has_line_numbers) == (None, (), False)
    assert not any(isinstance(block, Execution) for block in paper.blocks)
    assert not any("declare" in text for text in paragraphs_of(paper))


def test_an_attachment_knows_the_case_number_and_whose_names_it_has() -> None:
    paper = paper_of(
        harassment(
            papers=["attachment-7b"],
            court={"case_number": "CV-1"},
            declarant={"name": "{respondent}"},
            respondent={"name": "{petitioner}"},
        )
    )

    assert column(paper.heading)[1:] == ["{respondent} v. {petitioner}", "Case No. CV-1"]
    assert [(span.text, span.source) for span in spans_of(paper)[:3]] == [
        ("{respondent}", "declarant.name"),
        ("{petitioner}", "respondent.name"),
        ("CV-1", "court.case_number"),
    ]


def test_a_name_in_capitals_is_carried_only_where_a_caption_prints_it() -> None:
    in_capitals = Carried("CARL VOSS", "respondent.name")

    assert in_capitals in paper_of(harassment()).carries
    assert in_capitals not in paper_of(harassment(), "attachment-7b").carries


# What it must carry, cites and withholds


def test_a_declaration_carries_every_word_that_was_typed() -> None:
    paper = paper_of(harassment(effects=["I left."]))
    typed = [
        (inline.text, inline.source)
        for block in paper.blocks
        for inline in inlines_of(block)
        if isinstance(inline, Span) and inline.source
    ]

    assert ("I left.", "effects[1].what") in typed
    assert [(each.text, each.path) for each in paper.carries] == [*typed, ("CARL VOSS", "respondent.name")]


def test_evidence_that_the_court_may_not_see_is_not_held() -> None:
    evidence = [
        make_evidence(id="shown"),
        make_evidence(id="kept", withheld_from=["court"]),
        make_evidence(id="reveals", identifies="yes"),
        make_evidence(id="tape", file="tape.mp3"),
        make_evidence(id=None),
        make_evidence(id="letter-only", withheld_from=["employer"]),
    ]
    incidents = [make_incident(recording="unsure", exhibits=["tape", "kept", "reveals"])]
    facts = facts_of(violence(evidence=evidence, incidents=incidents))

    assert {name: shown.path for name, shown in shown_to_court(facts).items()} == {
        "shown": "evidence[1]",
        "letter-only": "evidence[6]",
    }


def test_what_is_left_out_on_purpose_is_listed() -> None:
    evidence = [make_evidence(id="kept", withheld_from=["court"]), make_evidence(id="tape", file="tape.mp3")]
    incidents = [make_incident(recording="unsure", exhibits=["tape"]), make_incident(withheld_from=["court"])]
    paper = paper_of(harassment(declarant={"phone": "555-0142"}, evidence=evidence, incidents=incidents))

    assert paper.withheld == ("declarant.phone", "incidents[2]", "evidence[1]", "evidence[2]")


# A case with almost nothing


EMPTY = Case.model_validate({"case": "empty", "jurisdiction": "us-ca", "court": {"kind": "civil-harassment"}})


@pytest.mark.parametrize("name", [PETITIONER, EMPLOYER, "declaration-employee", *ATTACHMENTS])
def test_a_case_with_almost_nothing_says_almost_nothing(name: str) -> None:
    paper = paper_of(EMPTY, name)
    said = ["1. I am the person asking for protection."] if name == PETITIONER else []

    assert body_of(EMPTY, name) == said
    assert paper.paragraphs == {}
    assert source_problems(EMPTY, printed_by(paper)) == []


@pytest.mark.parametrize("part", [{}, {"account": "\n \n"}, {"quotes": [{}]}, {"exhibits": ["gone"]}])
def test_an_incident_of_which_nothing_is_told_makes_no_paragraph(part: Typed) -> None:
    case = EMPTY.model_copy(
        update={"incidents": make_case(incidents=[part]).incidents, "court": harassment().court}
    )

    assert body_of(case, PETITIONER) == ["1. I am the person asking for protection."]


def test_blank_parts_are_as_good_as_none() -> None:
    case = harassment(
        declarant={"background": " \n"},
        respondent={"account": "\n\n", "emails": [{"value": "x@example.com", "how_known": " "}]},
        notices=[{"when": "2026-03-10", "account": " ", "answer": "none"}],
        requests_to_stop=[{"when": "2026-03-10", "account": "\n"}],
        why_now={"account": " "},
        effects=[" "],
        protective_steps=["\n"],
        dispute={"about": " ", "account": " "},
        fear={"account": " ", "harm_without_order": "\n"},
        orders={
            "conduct": [" "],
            "others": [" "],
            "labor_dispute": " ",
            "stay_away": {"yards": "1", "places": [" "]},
        },
        protected_persons=[{"name": " ", "why": " "}],
        temporary_order={"short_notice_reason": " "},
    )

    assert body_of(case)[1:] == body_of(harassment())[1:]


# The catalog


def changed(facts: Facts, **changes: object) -> Facts:
    """Return *facts* in a jurisdiction whose own words have *changes*."""
    spec = facts.jurisdiction.spec.model_copy(update=changes)
    return replace(facts, jurisdiction=replace(facts.jurisdiction, spec=spec))


def petitioner(facts: Facts) -> Declaration:
    """Return the petitioner's declaration of the catalog."""
    return facts.jurisdiction.declarations[PETITIONER]


@pytest.mark.parametrize("part", ["court_words", "pleading_paper"])
def test_a_jurisdiction_without_words_or_a_sheet_for_courts_is_a_fault_of_the_catalog(part: str) -> None:
    facts = changed(facts_of(harassment()), **{part: None})

    with pytest.raises(CatalogError) as raised:
        compose_declaration(facts, petitioner(facts), labels={})

    assert [(problem.code, problem.path) for problem in raised.value.problems] == [
        ("catalog-part-missing", part)
    ]


def test_the_sheet_is_the_catalogs() -> None:
    assert sheet_of(facts_of(harassment())).court_line == 8


def test_a_declaration_can_have_words_of_its_own() -> None:
    facts = facts_of(harassment())
    assert facts.jurisdiction.spec.court_words is not None
    words = facts.jurisdiction.spec.court_words.model_copy(update={"opening": "{name} declares:"})
    spec = petitioner(facts).spec.model_copy(update={"words": words})

    paper = compose_declaration(facts, replace(petitioner(facts), spec=spec), labels={})

    assert paragraphs_of(paper)[0] == "Dana Reyes declares:"


def test_parts_without_their_words_are_left_out() -> None:
    case = violence(
        orders={"no_contact": "yes", "does_not_ask": ["suing"]},
        temporary_order={"asked": "yes", "respondent_told": "no"},
        incidents=[make_incident(account="He wrote.", knowledge="saw", exhibits=["a"])],
        evidence=[make_evidence(id="a", how_known=None)],
    )
    facts = facts_of(case)
    whole = facts.jurisdiction.declarations[EMPLOYER]
    spec = whole.spec.model_copy(update={"naming": None, "orders": None, "knowledge": None, "role": None})

    paper = compose_declaration(facts, replace(whole, spec=spec), labels={"a": "A"})

    told = [text for text in paragraphs_of(paper) if text[0].isdigit()]
    assert [text.partition(" The email")[0] for text in told] == ["1. March 5, 2026, 8:47 p.m. He wrote."]
    assert told[0].endswith("Exhibit A is a true and correct copy. (Exhibit A.)")


def test_the_law_in_force_gives_the_clause() -> None:
    facts = facts_of(harassment())
    spec = petitioner(facts).spec.model_copy(update={"clauses": {"perjury": "no-such.law"}})

    with pytest.raises(CatalogError):
        compose_declaration(facts, replace(petitioner(facts), spec=spec), labels={})


# Once


def test_no_sentence_of_hers_is_said_twice() -> None:
    case = violence(
        employees=[make_employee()],
        incidents=[
            make_incident(
                id="a",
                account="I saw it.",
                knowledge="saw",
                where="the lot",
                channel="on site",
                present=["Lee Tran"],
            )
        ],
        notices=[
            {"when": "2026-03-10", "account": "I was told.", "answer": "I wrote back.", "done": "We moved."}
        ],
        requests_to_stop=[{"when": "2026-03-11", "account": "I asked him."}],
        effects=["It was quiet."],
        fear={"account": "He may come.", "harm_without_order": "At any hour."},
        protective_steps=["We lock it."],
        dispute={"about": "the bill", "account": "He disputes it."},
        orders={"conduct": ["keep off"], "labor_dispute": "There is none."},
        temporary_order={"asked": "yes", "respondent_told": "no", "why_not_told": "He would come."},
    )
    names = ("name", "called", "doing_business_as", "referred_to_as", "address")
    printed = [span for span in spans_of(paper_of(case)) if not span.source.endswith(names)]

    places = [span.source for span in printed]
    assert sorted(places) == sorted(set(places))


def test_papers_of_several_kinds_can_be_composed_together() -> None:
    case = harassment(papers=[PETITIONER, WITNESS], witnesses=WITNESSES)

    assert [paper.file_name for paper in papers_of(case)] == [
        "declaration-petitioner.pdf",
        "declaration-witness-1.pdf",
        "declaration-witness-2.pdf",
    ]
