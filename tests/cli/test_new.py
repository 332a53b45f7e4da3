"""`formgen new`: a case file to fill in, which is right once its blanks are filled."""

import os
import re
import stat
from pathlib import Path

import pytest
from cli.running import ROOT, Formgen
from ruamel.yaml import YAML

from formgen.case import Case
from formgen.case.people import PrintOn
from formgen.cli import new as new_module
from formgen.cli.new import CourtCase, case_text
from formgen.intake.reader import load_text

AS_OF = ("--as-of", "2026-05-12")
KINDS = [None, *CourtCase]

ANSWERS = {
    "name": "Dana Reyes",
    "job_title": "Assistant",
    "since": "March 2024",
    "street": "100 Example Street",
    "city": "Davis",
    "state": "CA",
    "zip": '"95616"',
    "age_40_or_over": "yes",
    "called": "our office",
    "title": "Office manager",
    "report_to": "the office manager",
    "most_at_once": "11",
    "open_to_public": "yes",
    "telework_only": "no",
    "policy_seen": "no",
    "plan_seen": "no",
    "control": "It can close the account.",
    "pronouns": "he",
    "relation": "a customer of my employer",
    "employee": "no",
    "when": "March 5, 2026 at 8:47 pm",
    "channel": "email",
    "where": "the parking lot",
    "account": "He wrote to me about the bill.",
    "quotes": '["I know where you park."]',
    "recording": "none",
    "at_work": "yes",
    "directed_at": "me",
    "knowledge": "received",
    "present": "[Lee Tran]",
    "service": "the bill",
    "personal": "the parking lot",
    "alarming": "that he knows where I park",
    "protected_basis": "none",
    "exhibits": "[]",
    "requests_to_stop": "none",
    "notices": "none",
    "effects": "[I no longer stay past five.]",
    "about": "the bill",
    "requests": '[reassign-contact, investigate, {ask: answer, by: "May 27, 2026"}]',
    "date": "May 12, 2026",
    "delivery": "By hand",
    "subject": '"Carl Voss: what he wrote"',
    "opening": "He is a customer, and I answer the telephone.",
    "closing": "I like my work.",
    "copies": "[Lee Tran]",
    "evidence": "[]",
    "county": "Yolo",
    "why_this_county": "[It happened here.]",
    "street_address": "1000 Main Street",
    "branch": "Main",
    "case_number": "CV-1",
    "time": "8:30 am",
    "place": "Department 1",
    "incident": "first",
    "harm_without_order": "He may come again.",
    "conduct": "[Do not follow me.]",
    "no_contact": "yes",
    "yards": "100",
    "places": "[my workplace]",
    "others": "[]",
    "asked": "yes",
    "respondent_told": "no",
    "told_on": "",
    "why_not_told": "I fear that he comes.",
    "protective_steps": "[My calls go to a colleague.]",
    "answer": "unknown",
    "items": "[]",
    "protected_persons": "none",
    "other_cases": "none",
    "witnesses": "[]",
    "kind": "employer",
    "entity": "corporation",
    "representative": "Pat Moreno",
    "representative_title": "Manager",
    "workplace": "the office",
    "reveals": "[D. R.]",
    "asked_on": "May 4, 2026",
    "how": "in person",
    "by": "Pat Moreno",
    "in_writing": "yes",
    "others_protected": "[Lee Tran]",
    "why_others": "The same counter.",
    "referred_to_as": "Employee A",
    "background": "I answer the telephone at the counter.",
    "self_represented": "yes",
    "relationship": "customer",
    "for_court": "He wrote to me about the bill.",
    "grounds": "[harassment]",
    "doing_business_as": "Example Heating",
    "phone": "530-555-0117",
    "email": "office@example.com",
    "answered_on": "May 4, 2026",
    "left_out": "One message is not attached.",
}
"""What a person may write after each blank, by its key."""

ANSWERS_THERE = {"naming_choice.answer": "declined"}

PARTS = {
    "declarant",
    "mailing_address",
    "employer",
    "attention",
    "address",
    "site",
    "respondent",
    "incidents",
}
PARTS |= {"about", "dispute", "letter", "court", "hearing", "why_now", "fear", "orders", "stay_away"}
PARTS |= {"temporary_order", "firearms", "petitioner", "employees", "naming_choice"}
"""Keys with keys of their own under them."""


def filled(text: str) -> str:
    """Return a case file with an answer after each blank, its comments kept."""
    lines = text.split("\n")
    done = []
    part = ""
    for number, line in enumerate(lines):
        found = re.fullmatch(r"( *(?:- )?)([a-z_]+):( \|)?( *#.*)?", line)
        if found is None:
            done.append(line)
            continue
        start, key, block, comment = found.groups(default="")
        following = next(
            (after for after in lines[number + 1 :] if after.strip() and not after.lstrip().startswith("#")),
            "",
        )
        has_keys = bool(re.match(rf" {{{len(start)}}} +(?:- )?[a-z_]+:", following)) and not block
        if has_keys:
            part = key
            done.append(line)
        elif block:
            done += [line, f"{' ' * len(start)}  {ANSWERS[key]}"]
        else:
            answer = ANSWERS_THERE.get(f"{part}.{key}", ANSWERS[key])
            done.append(f"{start}{key}: {answer}{comment}")
    return "\n".join(done)


def keys_in(text: str) -> set[str]:
    """Return every key that stands in a case file, whether its line is a comment or not."""
    return set(re.findall(r"^[ #-]*([a-z_0-9]+):(?: |$)", text, re.MULTILINE))


@pytest.mark.parametrize("court", KINDS)
def test_a_new_case_is_right_once_its_blanks_are_filled(
    formgen: Formgen, tmp_path: Path, court: CourtCase | None
) -> None:
    folder = tmp_path / "my-case"
    formgen("new", folder, *([] if court is None else ["--court", court.value]))
    path = folder / "case.yaml"
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    checked = formgen("check", folder, *AS_OF)
    made = formgen("make", folder, *AS_OF)

    assert (checked.exit_code, made.exit_code) == (0, 0), checked.err
    assert (folder / "papers" / "notice-letter.docx").is_file()


@pytest.mark.parametrize("court", KINDS)
def test_a_new_case_can_be_read_as_it_is_and_check_says_what_a_letter_needs(
    formgen: Formgen, tmp_path: Path, court: CourtCase | None
) -> None:
    formgen("new", tmp_path / "my-case", *([] if court is None else ["--court", court.value]))
    ran = formgen("check", tmp_path / "my-case", *AS_OF, "--json")
    blank = [problem["path"] for problem in ran.told["problems"] if problem["code"] == "needed-blank"]  # type: ignore[attr-defined]

    assert ran.exit_code == 3
    assert blank == [
        "declarant.name",
        "declarant.mailing_address.street",
        "employer.name",
        "employer.address.street",
        "respondent.name",
        "incidents[1].when",
        "incidents[1].account",
    ]


@pytest.mark.parametrize("court", KINDS)
def test_the_examples_in_its_comments_are_right_too(court: CourtCase | None) -> None:
    text = re.sub(r"^#   formgen .*\n", "", case_text(court), flags=re.MULTILINE)
    text = re.sub(r"^( *)# (- |  |(?:phone|email|print_on): )", r"\1\2", text, flags=re.MULTILINE)
    case = load_text(text, "case.yaml", Case).value

    assert case.notices is not None
    assert [(str(effect.kind), effect.since is None, effect.on is None) for effect in case.effects] == [
        ("work", False, True),
        ("work", True, False),
    ]
    assert case.declarant.print_on == PrintOn(letter=("address", "phone", "email"))
    assert case.evidence != ()
    assert case.incidents[0].quotes != ()
    assert (case.court is None) == (court is None)


def test_the_letter_alone_asks_nothing_of_a_court() -> None:
    case = load_text(case_text(None), "case.yaml", Case).value

    assert case.papers == ("notice-letter",)
    assert (case.court, case.orders, case.firearms) == (None, None, None)
    assert keys_in(case_text(None)).isdisjoint({"court", "orders", "fear", "petitioner", "directed_at"})


@pytest.mark.parametrize("court", CourtCase)
def test_a_court_case_names_its_kind_and_only_papers_that_there_are(court: CourtCase) -> None:
    case = load_text(case_text(court), "case.yaml", Case).value

    assert case.court is not None
    assert case.court.kind == court.value
    assert case.papers == ("notice-letter",)
    assert {"court", "orders", "fear", "why_now", "temporary_order", "firearms"} <= keys_in(case_text(court))
    assert (case.petitioner is not None) == (court is CourtCase.WORKPLACE_VIOLENCE)
    assert ("naming_choice" in keys_in(case_text(court))) == (court is CourtCase.WORKPLACE_VIOLENCE)


def test_every_request_of_the_letter_can_be_chosen() -> None:
    letter = YAML(typ="safe").load(ROOT / "form_templates/us-ca/letters/notice-letter/letter.yaml")

    assert [request["id"] for request in letter["requests"] if request["id"] not in case_text(None)] == []


def test_its_folder_and_its_file_are_its_owners_alone(formgen: Formgen, tmp_path: Path) -> None:
    ran = formgen("new", tmp_path / "my-case")
    folder = tmp_path / "my-case"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}

    assert (ran.exit_code, ran.err) == (0, "")
    assert modes == {"my-case": 0o700, "case.yaml": 0o600, "evidence": 0o700}
    assert ran.out.splitlines()[0] == f"In {folder}:"
    assert ran.out.splitlines()[-1] == f"  formgen check {folder}"


@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_a_case_that_is_there_is_not_written_over(formgen: Formgen, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    ran = formgen("new", tmp_path)

    assert ran.exit_code == 9
    assert ran.codes_shown == ["already-there"]
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [(name, "mine")]


def test_a_link_in_the_place_of_the_case_is_not_followed(formgen: Formgen, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    ran = formgen("new", tmp_path)

    assert ran.codes_shown == ["already-there"]
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_folder_that_is_there_keeps_what_is_in_it(formgen: Formgen, tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "note.txt").write_text("a note", encoding="utf-8")
    ran = formgen("new", tmp_path)

    assert ran.exit_code == 0
    assert (tmp_path / "evidence" / "note.txt").read_text(encoding="utf-8") == "a note"


def test_folders_above_are_not_made(formgen: Formgen, tmp_path: Path) -> None:
    ran = formgen("new", tmp_path / "a" / "b")

    assert ran.exit_code == 9
    assert ran.codes_shown == ["output-folder-missing"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_not_a_folder(formgen: Formgen, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    ran = formgen("new", tmp_path / "notes")

    assert (ran.exit_code, ran.codes_shown) == (9, ["output-not-a-folder"])


@pytest.mark.parametrize(
    ("error", "code"),
    [(PermissionError(13, "no"), "cannot-write"), (FileExistsError(17, "there"), "already-there")],
)
def test_what_was_begun_is_undone_if_the_system_refuses(
    formgen: Formgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr(new_module, "os", type("os", (), {**vars(os), "open": staticmethod(refuse)}))
    ran = formgen("new", tmp_path / "my-case")

    assert (ran.exit_code, ran.codes_shown) == (9, [code])
    assert list(tmp_path.iterdir()) == []
