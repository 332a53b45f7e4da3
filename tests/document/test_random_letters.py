"""Whole letters for cases drawn at random: nothing is lost, nothing is added, no seam shows."""

import re
from datetime import date, timedelta
from functools import cache

from document.letters import letter_of, plain
from factories import AS_OF, Typed, facts_of, make_case
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from formgen.case import Case
from formgen.checks.letter_sources import template_wording, words_of
from formgen.checks.papers_asked import Asked
from formgen.checks.preflight import ToMake, preflight
from formgen.checks.readback import read_back
from formgen.checks.word_text import paragraphs_in
from formgen.document.letter import compose_letter
from formgen.facts.facts import Facts
from formgen.render.letter import render_letter

SEAMS = re.compile(r"  |\.\.|::|\(\)| [.,;:)]|,[.,;:]|\{when\}|\{exhibits\}|\b[Oo]n [Oo]n\b|^[,.;:]")
"""What no finished paragraph holds, as long as nobody typed it: joints of the template that went wrong."""

EVIDENCE = ("e1", "e2", "e3", "e4")
AUDIENCES: SearchStrategy[list[str]] = st.sampled_from([[], [], [], [], ["court"], ["employer"]])
CHANNELS = (
    *("email", "text", "phone call", "voicemail", "letter", "social media", "in person", "on site", "other"),
    None,
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def long_day(day: date) -> str:
    """Return *day* as people type it: `March 5, 2026`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def forms_of(day: date, days: int) -> list[str]:
    """Return every way to type when something was that began on *day* and could last some *days*."""
    named, month = long_day(day), f"{MONTHS[day.month - 1]} {day.year}"
    first = f"{MONTHS[day.month - 1]} {day.day}"
    return [
        day.isoformat(),
        named,
        f"{day.month}/{day.day}/{day.year}",
        f"{day.isoformat()} 20:47",
        f"{day.isoformat()} 20:47 -08:00",
        f"{day.isoformat()} 06:15 +00:00",
        f"{named} at 8:47 pm",
        f"{named} at noon",
        f"{named} at about 8:45 pm",
        f"{named}, evening",
        f"about {named}",
        f"between {named} and {long_day(day + timedelta(days))}",
        f"between {first} and {long_day(day + timedelta(days))}",
        month,
        f"early {month}",
        f"late {month}",
        f"before {named}",
        f"after {named}",
        "unknown",
    ]


@st.composite
def whens(draw: st.DrawFn) -> str:
    """Draw when something was, in any way of typing it; days are few, so that events share them."""
    ago = draw(st.sampled_from([10, 20, 40, 41, 42, 68, 68, 69, 100, 130, 140, 400]))
    return draw(st.sampled_from(forms_of(AS_OF - timedelta(ago), draw(st.integers(0, 9)))))


def accounts(*, quoted: str = "") -> SearchStrategy[str | None]:
    """Draw what happened in her own words: how it begins and ends, its markers, or nothing."""
    shown = f'It said "{quoted}" to me.' if quoted else "I read it twice."
    openings = st.sampled_from(
        [
            *("I was at my desk.", "Carl Voss was there.", "Voss was there.", "The phone rang.", "It rang."),
            *("{when} I was at my desk.", "I was at my desk {when}.", "It was late ({when}) and dark."),
            *("March 5 was a Thursday.", "On March 5 I was at my desk.", "After work {when}, I was alone."),
            *("Lee Tran was with me.", "I\u2019m never early.", "My shift was over: {when} it rang.", shown),
        ]
    )
    middles = st.sampled_from(
        ["", "", " I read it.", "\n\nI read it twice.", "\nI read it.", "\n\n\nThen {when} I left."]
    )
    endings = st.sampled_from(
        ["", "", " It said:", "\n\nIt said:", " I kept it {exhibits}.", " {exhibits}", "\n\nI left {when}."]
    )
    return st.none() | st.builds(lambda *parts: "".join(parts), openings, middles, endings)


def quotes() -> SearchStrategy[Typed]:
    """Draw exact words: short, long or in lines, of the respondent or of another, perhaps translated."""
    texts = st.sampled_from(
        [
            "I know your car.",
            "You are too old for this",
            "No!",
            "What?\nAgain.",
            "Old.\n",
            "Wolfe, " * 60 + "no.",
        ]
    )
    extras: SearchStrategy[Typed] = st.sampled_from(
        [
            {},
            {},
            {"speaker": "Lee Tran"},
            {"speaker": "Carl Voss"},
            {"whole": "yes"},
            {"translation": "I know where you live."},
            {"translation": "I know where you live.", "translator": "Jo Park"},
        ]
    )
    return st.builds(lambda text, extra: {"text": text, **extra}, texts, extras)


@st.composite
def incidents(draw: st.DrawFn, number: int) -> Typed:
    """Draw one incident."""
    said = draw(st.lists(quotes(), max_size=3))
    account = draw(accounts(quoted=str(said[0]["text"]).strip() if said else ""))
    if account is None and not said:
        account = "I was alone."
    words = str(said[0]["text"]) if said else (account or "").partition("\n")[0][:3]
    grounds = ["sex", "gender", "age", "race"]
    basis: Typed = {
        "basis": draw(st.sampled_from(grounds)),
        "words": words,
        "speaks_of": draw(st.sampled_from([None, "my being a woman"])),
    }
    return {
        "id": f"i{number}",
        "when": draw(whens()),
        "after": draw(st.sampled_from([None, None, f"i{number - 1}"])) if number > 1 else None,
        "channel": draw(st.sampled_from(CHANNELS)),
        "where": draw(st.sampled_from([None, None, "the parking lot", "Our shop."])),
        "at_work": draw(st.sampled_from([None, "yes", "no", "partly"])),
        "account": account,
        "short": draw(st.sampled_from([None, None, "I got it.", "I got it {when} {exhibits}."])),
        "lead": draw(st.sampled_from([None, None, None, "yes"])),
        "quotes": said,
        "knowledge": draw(st.sampled_from([None, None, "saw", "told", "told by Lee Tran"])),
        "directed_at": draw(st.sampled_from([None, None, "me", "Lee Tran"])),
        "about": draw(st.sampled_from([None, None, None, {"service": "the furnace"}])),
        "protected_basis": draw(st.sampled_from([None, None, "none", [basis]])),
        "recording": draw(st.sampled_from([None, None, "unsure"])),
        "exhibits": draw(st.lists(st.sampled_from(EVIDENCE), max_size=3, unique=True)),
        "withheld_from": draw(AUDIENCES),
    }


@st.composite
def notices(draw: st.DrawFn, incidents: int) -> Typed:
    """Draw one time the employer was told."""
    accounts = [
        *(
            "I told them.",
            "I showed the email {exhibits}.",
            "It was short: {when} I told them.",
            "They knew.",
        ),
        *(
            "The talk was {when}.",
            "I said so on March 10.",
            "{when} I spoke up. {exhibits}",
            None,
            None,
            None,
        ),
    ]
    about = st.lists(st.sampled_from([f"i{n}" for n in range(1, incidents + 1)]), max_size=6, unique=True)
    account = draw(st.sampled_from(accounts))
    return {
        "when": draw(whens()),
        "to": draw(st.sampled_from(["Pat Moreno", "Sam Vale", "Brightline Heating & Air"])),
        "how": draw(st.sampled_from(CHANNELS)),
        "about": draw(about),
        "account": account,
        "answer": draw(st.sampled_from([None, "none", "none", "Pat Moreno asked me to wait."])),
        "done": draw(st.sampled_from([None, None, "The number was blocked."])),
        "exhibits": draw(st.lists(st.sampled_from(EVIDENCE), max_size=2, unique=True)),
        "withheld_from": draw(AUDIENCES),
    }


@st.composite
def stops(draw: st.DrawFn) -> Typed:
    """Draw one time the respondent was told to stop."""
    return {
        "when": draw(whens()),
        "how": draw(st.sampled_from(CHANNELS)),
        "account": draw(accounts().filter(bool)),
        "exhibits": draw(st.lists(st.sampled_from(EVIDENCE), max_size=2, unique=True)),
        "withheld_from": draw(AUDIENCES),
    }


def or_none(listed: SearchStrategy[list[Typed]]) -> SearchStrategy[object]:
    """Draw a list, or that there is none, or a blank."""
    return st.none() | st.just("none") | listed


def records(**fields: SearchStrategy[object]) -> SearchStrategy[Typed]:
    """Draw a group of keys."""
    return st.fixed_dictionaries(fields)


def one_of(*values: object) -> SearchStrategy[object]:
    """Draw one of *values*."""
    return st.sampled_from(values)


ITEMS = [
    records(
        id=st.just(name),
        file=one_of(f"{name}.pdf", f"{name}.pdf", f"{name}.mp3"),
        description=one_of(None, "email of March 5", "a note\nin two lines"),
        lodged=one_of(None, None, "yes"),
        withheld_from=AUDIENCES,
    )
    for name in EVIDENCE
]
REQUESTS = (
    *("reassign-contact", "write-to-customer", "block-and-keep-mail", "investigate", "copies"),
    *("keep-evidence", "no-retaliation", "consider-petition", "bear-cost", "I want a quiet room."),
)
LETTER = records(
    date=one_of(None, None, AS_OF.isoformat(), "2026-05-20"),
    subject=one_of(None, None, "Carl Voss", "Email of March 5"),
    opening=one_of(None, None, "Carl Voss is a customer.\n\nI answer the phone."),
    delivery=one_of(None, "By hand"),
    before_orders=one_of(None, None, "If it goes on,", "I hope that it ends."),
    after_orders=one_of(None, "Please talk to me."),
    closing=one_of(None, "I like my job.\n\nI want to keep it."),
    copies=one_of([], ["Jo Park, union"]),
)
PEOPLE = {
    "declarant": records(age_40_or_over=one_of(None, "yes", "no")),
    "respondent": records(
        called=one_of(None, None, "Mr. Voss"),
        pronouns=one_of(None, "he", "she", "they"),
        relation=one_of("a customer of my employer", None),
        relationship=one_of(None, "customer", "spouse"),
        employee=one_of(None, "no", "yes"),
    ),
    "employer": records(
        called=one_of(None, "Brightline"),
        report_to=one_of(None, None, "the owner"),
        plan_seen=one_of(None, "yes", "no"),
        attention=one_of({}, {"salutation": "Dear Pat:"}, {"salutation": "Dear Pat"}, None),
        site=one_of(
            None,
            {"open_to_public": "yes", "called": "our shop"},
            {"most_at_once": "12", "open_to_public": "no"},
            {"most_at_once": "3", "open_to_public": "no"},
        ),
    ),
}


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a whole case, by way of what a person types."""
    count = draw(st.integers(1, 12))
    asks: list[object] = list(draw(st.lists(st.sampled_from(REQUESTS), max_size=8, unique=True)))
    if draw(st.booleans()):
        asks.append({"ask": "answer", "by": "2026-05-29"})
    effect: Typed = {"what": "My work is slower now.", "kind": draw(st.sampled_from(["work", "health"]))}
    disputes: list[object] = [None, {"about": "the bill"}, {"account": "The bill may be right."}]
    return make_case(
        **{name: draw(fields) for name, fields in PEOPLE.items()},
        letter=draw(LETTER),
        incidents=[draw(incidents(number)) for number in range(1, count + 1)],
        notices=draw(or_none(st.lists(notices(count), max_size=4))),
        requests_to_stop=draw(or_none(st.lists(stops(), max_size=2))),
        evidence=[draw(item) for item in ITEMS],
        requests=asks,
        effects=[effect] * draw(st.integers(0, 2)),
        dispute=draw(st.sampled_from(disputes)),
        witnesses=[{"name": "Lee Tran"}],
    )


def letters_to_make(facts: Facts) -> ToMake:
    """Return the letter as the only paper of a run."""
    law = facts.jurisdiction
    asked = Asked(("notice-letter",), ("notice-letter",))
    return ToMake.of(asked, law, letters=law.letters)


def faults_of(case: Case) -> list[str] | None:
    """Return what is wrong with the finished letter for *case*, or None if no letter is made for it."""
    facts = facts_of(case)
    letter = letter_of(facts)
    if preflight(facts, letters_to_make(facts), evidence=()):
        return None
    document = compose_letter(facts, letter)
    rendered = render_letter(document)
    problems = read_back(
        rendered,
        carries=document.carries,
        wording=wording_of(document.template),
        typed=words_of(facts, letter),
    )
    found = [f"{problem.code}: {problem.path}: {problem.what}" for problem in problems]
    for paragraph in paragraphs_in(rendered.content):
        text = plain(paragraph.text).strip(" ")
        found += [f"{match.group()!r} in {text!r}" for match in SEAMS.finditer(text)]
    return found


@cache
def wording_of(template: bytes) -> frozenset[str]:
    """Return every stretch of plain wording in a template, read once."""
    return template_wording(template)


@settings(
    derandomize=True,
    deadline=None,
    max_examples=25,
    # Making a letter small again, one by one, would take minutes; the case is printed whole.
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(cases())
def test_any_case_makes_a_letter_that_holds_what_it_must_and_shows_no_seam(case: Case) -> None:
    faults = faults_of(case)
    assume(faults is not None)

    assert faults == []
