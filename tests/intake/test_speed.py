"""A long case is read without a wait."""

import time

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


def test_five_hundred_incidents_are_parsed_in_a_tenth_of_a_second() -> None:
    text = "incidents:" + "".join(INCIDENT.format(number=number) for number in range(500))
    source = SourceText("case.yaml", text)
    seconds = []
    for _ in range(5):
        started = time.process_time()
        parse_yaml(source)
        seconds.append(time.process_time() - started)
    # Three times what is promised: machines that test are slow, and coverage is counted there.
    assert min(seconds) < 0.3
