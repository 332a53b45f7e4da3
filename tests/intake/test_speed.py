"""A long case is read without a wait."""

import sys

from formgen.intake.source import SourceText
from formgen.intake.yaml_file import parse_yaml

INCIDENT = """
  - id: incident-{number}
    when: March 5, 2026 at 8:47 pm
    channel: email
    where: at the office
    account: |
      I was at my desk and Carl Voss called, and he said things that I will
      not repeat here in full. He went on for some minutes.
    at_work: yes
    quotes:
      - "I hope you get a taste of what it's like."
    present: [Pat Moreno, Lee Ng]
"""


def work(incidents: int) -> int:
    """Return how many calls it takes to read a case: a measure of work that no busy machine changes."""
    text = "incidents:" + "".join(INCIDENT.format(number=number) for number in range(incidents))
    source = SourceText("case.yaml", text)
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        parse_yaml(source)
    finally:
        sys.setprofile(before)
    return calls


def test_reading_takes_work_in_proportion_to_the_length_and_little_of_it() -> None:
    fifty, five_hundred = work(50), work(500)

    assert five_hundred < 10.5 * fifty
    # A reader that keeps comments makes many times as many calls for each incident.
    assert five_hundred / 500 < 900
