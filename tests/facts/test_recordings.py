"""Recordings that are kept out."""

from factories import AS_OF, jurisdiction, make_case, make_evidence, make_incident

from formgen.document.letter import compose_letter
from formgen.facts.facts import derive
from formgen.facts.recordings import kept_out

EVIDENCE = [
    make_evidence(id="recording", file="evidence/call.m4a"),
    make_evidence(id="unnamed", file="evidence/call"),
    make_evidence(id="typed", file="evidence/call.txt"),
    make_evidence(id="note", file="evidence/note.txt"),
]
CITED = {"exhibits": ["recording", "unnamed", "note"], "transcript": "typed"}


def test_a_recording_that_not_all_may_have_agreed_to_is_kept_out_with_its_transcript() -> None:
    case = make_case(incidents=[make_incident(recording="unsure", **CITED)], evidence=EVIDENCE)

    assert kept_out(case, {"evidence[2]": "sound or video"}) == {"recording", "unnamed", "typed"}


def test_any_other_answer_keeps_nothing_out() -> None:
    for answer in (None, "none", "all consented", "voicemail"):
        case = make_case(incidents=[make_incident(recording=answer, **CITED)], evidence=EVIDENCE)

        assert kept_out(case, {}) == frozenset()


def test_a_letter_neither_encloses_nor_names_what_is_kept_out_and_lists_it_as_withheld() -> None:
    case = make_case(incidents=[make_incident(recording="unsure", **CITED)], evidence=EVIDENCE)
    facts = derive(case, jurisdiction(), as_of=AS_OF)
    document = compose_letter(facts, jurisdiction().letters["notice-letter"])

    assert [item.evidence.id for item in document.enclosed] == ["unnamed", "note"]
    assert document.withheld[-2:] == facts.kept_out_places == ("evidence[1]", "evidence[3]")
