"""What is said to whoever opens a folder of papers."""

from dataclasses import replace

from document.letters import compose
from factories import facts_of, make_case, make_evidence, make_incident

from formgen.document.read_first import ENCLOSURES, read_first

EVIDENCE = [make_evidence(id="a", file="evidence/a.eml"), make_evidence(id="b", file=None)]
CASE = make_case(incidents=[make_incident(exhibits=["a", "b"])], evidence=EVIDENCE)
FACTS = facts_of(CASE)
LISTED = replace(FACTS, jurisdiction=replace(FACTS.jurisdiction, read_first=f"Enclose:\n{ENCLOSURES}\nEnd."))


def test_the_files_to_enclose_are_listed_by_letter_and_number() -> None:
    enclosed = {"notice-letter.docx": compose(CASE).enclosed, "reminder.docx": ()}

    assert read_first(LISTED, enclosed) == (
        "Enclose:\n"
        "  notice-letter.docx\n"
        "      1  evidence/a.eml\n"
        "      2  (no file named yet)\n"
        "  reminder.docx: nothing\n"
        "End."
    )


def test_without_letters_nothing_is_listed() -> None:
    assert read_first(LISTED, {}) == "Enclose:\n\nEnd."


def test_the_text_of_the_catalog_has_a_place_for_the_list() -> None:
    text = read_first(FACTS, {"notice-letter.docx": ()})

    assert "\n  notice-letter.docx: nothing\n" in text
    assert ENCLOSURES not in text
