"""Which evidence a served exhibit is, and what is wrong if it is not what it was."""

from pathlib import Path

import pytest
from factories import make_case, make_evidence
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.case.evidence import Evidence
from formgen.evidence.examine import Examined
from formgen.facts.served import ExhibitRow, Served, file_key, label_problems, match_served

ONE, TWO, THREE = ("1" * 64, "2" * 64, "3" * 64)


def found(number: int, file: str, sha256: str) -> Examined:
    return Examined(f"evidence[{number}]", file, "PDF", 10, sha256, Path("case") / file)


def offered(*names: str | None) -> tuple[Evidence, ...]:
    return make_case(evidence=[make_evidence(id=name) for name in names]).evidence


def test_a_file_is_known_by_its_digest_wherever_it_is_now() -> None:
    rows = [ExhibitRow("A", file="evidence/a.pdf", sha256=ONE), ExhibitRow("B", file="b.pdf", sha256=TWO)]
    examined = [found(1, "moved/b.pdf", TWO), found(2, "renamed.pdf", ONE)]

    assert match_served(rows, offered("second", "first"), examined) == Served({"second": "B", "first": "A"})


def test_files_that_changed_places_keep_the_labels_of_what_they_hold() -> None:
    rows = [ExhibitRow("A", file="a.pdf", sha256=ONE), ExhibitRow("B", file="b.pdf", sha256=TWO)]
    examined = [found(1, "a.pdf", TWO), found(2, "b.pdf", ONE)]

    assert match_served(rows, offered("x", "y"), examined) == Served({"x": "B", "y": "A"})


def test_of_two_copies_the_one_that_is_where_it_was_keeps_its_label() -> None:
    rows = [ExhibitRow("A", file="a.pdf", sha256=ONE), ExhibitRow("B", file="copy.pdf", sha256=ONE)]
    examined = [found(1, "copy.pdf", ONE), found(2, "new.pdf", ONE), found(3, "a.pdf", ONE)]

    assert match_served(rows, offered("copy", "new", "first"), examined) == Served(
        {"first": "A", "copy": "B"}
    )


@pytest.mark.parametrize(
    "file", ["evidence/Nguyễn é.pdf", "evidence\\Nguyễn é.pdf", "./evidence//Nguyễn e\u0301.pdf"]
)
def test_without_a_digest_a_file_is_known_by_its_path_however_it_is_written(file: str) -> None:
    examined = [found(1, "evidence/Nguyễn é.pdf", ONE)]

    assert match_served([ExhibitRow("A", file=file)], offered("x"), examined) == Served({"x": "A"})


def test_two_paths_are_not_one_for_being_alike() -> None:
    assert len({file_key(file) for file in ("a.pdf", "A.pdf", "a/a.pdf", "../a.pdf", "a.pdf ")}) == 5


def test_another_file_under_the_name_of_a_served_one_is_an_error() -> None:
    rows = [ExhibitRow("A", file="a.pdf", sha256=ONE)]
    served = match_served(rows, offered(None, "x"), [found(1, "b.pdf", TWO), found(2, "a.pdf", THREE)])

    assert served.labels == {"x": "A"}
    assert [(problem.code, problem.path) for problem in served.problems] == [
        ("exhibit-changed-since-served", "evidence[2].file")
    ]
    assert "a.pdf" not in served.problems[0].what + served.problems[0].fix


def test_a_served_file_that_was_moved_makes_room_for_another_under_its_name() -> None:
    rows = [ExhibitRow("A", file="a.pdf", sha256=ONE)]
    examined = [found(1, "a.pdf", TWO), found(2, "old/a.pdf", ONE)]

    assert match_served(rows, offered("new", "old"), examined) == Served({"old": "A"})


def test_what_is_no_longer_in_the_case_keeps_its_label_from_others() -> None:
    gone = ExhibitRow("B", "a photograph", file="b.pdf", sha256=TWO)
    rows = [ExhibitRow("A", file="a.pdf", sha256=ONE), gone]
    served = match_served(rows, offered("x"), [found(1, "a.pdf", ONE)])

    assert (served.labels, served.gone, served.retired) == ({"x": "A"}, (gone,), ("B",))
    assert (gone.is_withdrawn, gone.withdrawn().is_withdrawn) == (False, True)
    assert gone.withdrawn() == ExhibitRow("B", "a photograph", "", "b.pdf", TWO, None, 0)


def test_an_exhibit_that_was_withdrawn_and_comes_back_has_its_label_again() -> None:
    row = ExhibitRow("B", file="b.pdf", sha256=TWO).withdrawn()

    assert match_served([row], offered("x"), [found(1, "b.pdf", TWO)]) == Served({"x": "B"})


def test_a_thing_without_a_file_is_known_by_its_description() -> None:
    evidence = make_case(
        evidence=[
            make_evidence(id="lock", file=None, description="the broken  lock", lodged="yes"),
            make_evidence(id="key", file=None, description="a key", lodged="yes"),
            make_evidence(id="nothing", file=None, description=None),
        ]
    ).evidence
    rows = [ExhibitRow("A", "the broken lock "), ExhibitRow("B"), ExhibitRow("C", "a key", file="key.pdf")]

    assert match_served(rows, evidence, []) == Served({"lock": "A"}, (rows[1], rows[2]))


def test_a_file_outside_the_case_is_known_by_its_digest_alone() -> None:
    rows = [
        ExhibitRow("A", file="outside/evidence[1]", sha256=ONE),
        ExhibitRow("B", file="outside/evidence[2]", sha256=TWO),
    ]
    examined = [found(1, "outside/evidence[1]", TWO), found(2, "outside/evidence[2]", THREE)]

    assert match_served(rows, offered("x", "y"), examined) == Served({"x": "B"}, (rows[0],))


def test_evidence_whose_file_could_not_be_read_is_left_to_that_error() -> None:
    rows = [ExhibitRow("A", "email of March 5, 2026", file="a.pdf", sha256=ONE)]

    assert match_served(rows, offered("x"), []) == Served({}, (rows[0],))


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
)
def test_every_served_exhibit_is_one_piece_of_evidence_or_gone(
    before: list[tuple[int, int]], now: list[tuple[int, int]]
) -> None:
    rows = [
        ExhibitRow(str(number), file=f"{file}.pdf", sha256=str(digest) * 64)
        for number, (file, digest) in enumerate(before)
    ]
    evidence = offered(*(f"e{number}" for number in range(len(now))))
    examined = [
        found(number, f"{file}.pdf", str(digest) * 64) for number, (file, digest) in enumerate(now, 1)
    ]
    served = match_served(rows, evidence, examined)

    assert sorted((*served.labels.values(), *served.retired)) == sorted(row.label for row in rows)
    assert len(set(served.labels.values())) == len(served.labels)


def problems_of(served: Served, **labels: str | None) -> list[tuple[str, str]]:
    evidence = make_case(
        evidence=[make_evidence(id=name, label=label) for name, label in labels.items()]
    ).evidence
    return [(problem.code, problem.path) for problem in label_problems(evidence, served)]


SERVED = Served({"a": "A", "b": "B"}, (ExhibitRow("C"),))


def test_a_label_that_was_served_cannot_be_fixed_for_another_exhibit() -> None:
    assert problems_of(SERVED, new=" b", other="C", late="A-1", later="D", blank=None, empty=" ") == [
        ("label-taken", "evidence[1].label"),
        ("label-taken", "evidence[2].label"),
    ]


def test_a_served_exhibit_cannot_be_given_another_label() -> None:
    assert problems_of(SERVED, a="a", b="Q") == [("label-served-otherwise", "evidence[2].label")]
    assert problems_of(SERVED, a="B", b=None) == [("label-served-otherwise", "evidence[1].label")]


def test_before_anything_is_served_any_label_may_be_fixed() -> None:
    assert problems_of(Served(), a="Q", b="A") == []
