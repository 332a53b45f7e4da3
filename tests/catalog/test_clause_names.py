"""The names that wording may use."""

from formgen.catalog.clause_names import CLAUSE_NAMES, PersonWords
from formgen.catalog.specs import PronounWords


def test_without_pronouns_the_name_is_repeated() -> None:
    words = PersonWords.of("Carl Voss", "Voss", pronouns=None)

    assert words == PersonWords("Carl Voss", "Voss", "Voss", "Voss", "Voss's", "is")


def test_pronouns_bring_their_own_verb() -> None:
    they = PronounWords(subject="they", object="them", possessive="their", be="are")

    words = PersonWords.of("Carl Voss", "Voss", pronouns=they)

    assert words == PersonWords("Carl Voss", "Voss", "they", "them", "their", "are")


def test_every_name_of_a_clause_is_known_down_to_its_words() -> None:
    assert sorted(CLAUSE_NAMES) == [
        "bases",
        "began_at_work",
        "both_orders",
        "chosen",
        "dispute",
        "employer.called",
        "employer.name",
        "message",
        "one_message",
        "respondent.be",
        "respondent.called",
        "respondent.name",
        "respondent.object",
        "respondent.possessive",
        "respondent.subject",
        "several",
        "site",
        "what",
    ]
