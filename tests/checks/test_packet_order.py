"""The order of a packet: that of its index."""

from dataclasses import replace

import pytest
from checks.volumes import NAME, Bound, Page, binder, declaration, to_bind, volumes_of, with_bound, with_part

from formgen.checks.packet_order import completeness_problems, order_problems
from formgen.document.blocks import Span
from formgen.packet.binding import ToBind, Volume

ORDER = ("packet-order", "The exhibits of packet.pdf do not come in the order of its index.", NAME)
PAGES_OF_A = (
    "packet-order",
    "The pages of exhibit A in packet.pdf are not laid out one after the other.",
    "evidence[1]",
)


def faults(volume: Volume) -> list[tuple[str, str, str]]:
    """Return what is wrong with the order of a volume."""
    return [(each.code, each.what, each.path) for each in order_problems(volume, NAME)]


def test_a_volume_in_the_order_of_its_index_has_no_faults(packet: Bound) -> None:
    assert faults(packet.volume) == []


def test_exhibits_in_another_order_than_the_index_are_told(packet: Bound) -> None:
    index = packet.volume.laid[1]
    anchors = {"index A": (1, 500.0), "index C": (1, 480.0), "index B": (1, 460.0)}

    assert faults(with_part(packet.volume, 1, anchors=anchors)) == [ORDER]
    assert list(index.anchors) == ["index A", "index B", "index C"]


def test_an_exhibit_that_the_index_does_not_list_is_told(packet: Bound) -> None:
    anchors = {name: at for name, at in packet.volume.laid[1].anchors.items() if name != "index C"}

    assert faults(with_part(packet.volume, 1, anchors=anchors)) == [ORDER]


def test_a_volume_may_hold_a_part_of_what_its_index_lists(packet: Bound) -> None:
    folder = packet.path.with_name("order")
    folder.mkdir()
    exhibits = [to_bind(folder, label, Page(), number=at) for at, label in enumerate("ABC", 1)]
    volumes = volumes_of([declaration("A", "B", "C")], exhibits, room=6_000)

    assert [[page.label for page in volume.bound] for volume in volumes] == [["A"], ["B"], ["C"]]
    assert [faults(volume) for volume in volumes] == [[], [], []]


def test_labels_that_are_numbers_are_not_taken_for_pages(packet: Bound) -> None:
    folder = packet.path.with_name("numbers")
    folder.mkdir()
    exhibits = [to_bind(folder, label, Page(), number=at) for at, label in enumerate(("1", "2", "10"), 1)]
    (volume,) = volumes_of([declaration("1", "2", "10")], exhibits)

    assert faults(volume) == []


def alone(each: ToBind) -> Volume:
    """Return an exhibit as a file of its own."""
    return binder().alone(each, binder().numbering([], [each], room=1 << 40, taken=0))


def test_a_file_of_one_exhibit_needs_no_index(packet: Bound) -> None:
    folder = packet.path.with_name("alone")
    folder.mkdir()

    assert faults(alone(to_bind(folder, "A", Page(), Page()))) == []


@pytest.mark.parametrize(
    ("number", "changes"),
    [(1, {"own": 3}), (1, {"own": 1}), (2, {"own": 4})],
    ids=["one left out", "one twice", "one too far"],
)
def test_pages_of_an_exhibit_that_do_not_follow_each_other_are_told(
    packet: Bound, number: int, changes: dict[str, object]
) -> None:
    assert faults(with_bound(packet.volume, number, **changes)) == [PAGES_OF_A]


def test_a_page_that_is_not_the_one_it_is_said_to_be_is_told(packet: Bound) -> None:
    wrong = replace(packet.volume.bound[1].placement, source=1)

    assert faults(with_bound(packet.volume, 1, placement=wrong)) == [PAGES_OF_A]


def test_a_page_of_another_exhibit_between_is_told(packet: Bound) -> None:
    assert ORDER in faults(with_bound(packet.volume, 1, label="C"))


def test_an_exhibit_bound_twice_is_told_without_an_index_too(packet: Bound) -> None:
    folder = packet.path.with_name("twice")
    folder.mkdir()
    volume = alone(to_bind(folder, "A", Page(), Page(), Page()))

    assert faults(with_bound(volume, 1, label="B"))[-1] == ORDER


def test_an_index_that_names_another_page_is_told(packet: Bound) -> None:
    index = packet.volume.laid[1]
    lines = tuple(
        replace(each, inlines=(Span("6\u20137", goes_to="exhibit A"),))
        if each.inlines == (Span("5\u20137", goes_to="exhibit A"),)
        else each
        for each in index.lines
    )
    assert lines != index.lines

    assert faults(with_part(packet.volume, 1, lines=lines)) == [
        ("packet-order", "The index of packet.pdf does not name the page on which exhibit A begins.", NAME)
    ]


def test_every_page_of_every_exhibit_stands_in_the_volumes_once(packet: Bound) -> None:
    assert list(completeness_problems([packet.volume], {"A": 3, "C": 2}, "the packet")) == []


@pytest.mark.parametrize(
    ("pages", "label", "path"),
    [
        ({"A": 4, "C": 2}, "A has 4", "evidence[1]"),
        ({"A": 3, "C": 2, "D": 1}, "D has 1", "the packet"),
        ({"A": 3}, "C has 0", "evidence[3]"),
    ],
    ids=["a page left out", "an exhibit left out", "one too many"],
)
def test_an_exhibit_that_is_not_whole_is_told(
    packet: Bound, pages: dict[str, int], label: str, path: str
) -> None:
    what = f"Exhibit {label} pages, which do not stand in the packet once each, in their order."
    found = completeness_problems([packet.volume], pages, "the packet")

    assert [(each.code, each.what, each.path) for each in found] == [("packet-order", what, path)]


def test_an_exhibit_parted_among_volumes_is_whole(packet: Bound) -> None:
    first = replace(packet.volume, bound=packet.volume.bound[:1])
    second = replace(packet.volume, bound=packet.volume.bound[1:])
    pages = {"A": 3, "C": 2}

    assert list(completeness_problems([first, second], pages, "the packet")) == []
    assert len(list(completeness_problems([second, first], pages, "the packet"))) == 1
    assert len(list(completeness_problems([first, first, second], pages, "the packet"))) == 1
