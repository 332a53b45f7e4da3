"""What changed among the exhibits since the packet that was served: `changes.txt`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from formgen.facts.exhibits import label_key
from formgen.facts.served import ExhibitRow

CHANGES_NAME = "changes.txt"
"""Name of the list in a folder of papers."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """The words of the list; what is in braces is filled in."""

    title: str = "Exhibits: what has changed since the packet that was served"
    nothing: str = "Nothing has changed."
    added: str = "Added:"
    gone: str = "No longer there:"
    described: str = "Described in other words:"
    moved: str = "On other pages:"
    stays: str = "As before:"
    exhibit: str = "Exhibit {label}: {description}"
    exhibit_alone: str = "Exhibit {label}"
    before: str = "before: {said}"
    now: str = "now: {said}"
    undescribed: str = "(no description)"
    page: str = "page {page}"
    one_page: str = "1 page"
    pages: str = "{count} pages"
    comma: str = ", "


_WORDS = ChangeWords()


def changes_text(
    before: Sequence[ExhibitRow], after: Sequence[ExhibitRow], words: ChangeWords = _WORDS
) -> str:
    """Return the list of what changed, each exhibit by its label; those that are as before come last.

    Args:
        before: The sheet of the packet that was served.
        after: The sheet of the packet that is made now.
        words: The words to say it in.
    """
    then, now = _by_label(before), _by_label(after)
    same = {key for key in then.keys() & now.keys() if _is_one_file(then[key], now[key])}
    described = [key for key in now if key in same and _said(then[key]) != _said(now[key])]
    moved = [key for key in now if key in same and _is_moved(then[key], now[key])]
    as_before = [key for key in now if key in same and key not in described and key not in moved]
    changes = {
        words.added: [_exhibit(row, words) for key, row in now.items() if key not in same],
        words.gone: [_exhibit(row, words) for key, row in then.items() if key not in same],
        words.described: [line for key in described for line in _reworded(then[key], now[key], words)],
        words.moved: [line for key in moved for line in _moved(then[key], now[key], words)],
    }
    stays = {words.stays: [_exhibit(now[key], words) for key in as_before]}
    start = [words.title] if any(changes.values()) else [words.title, "", words.nothing]
    return "".join(f"{line}\n" for line in (*start, *_sections({**changes, **stays})))


def _by_label(rows: Sequence[ExhibitRow]) -> dict[str, ExhibitRow]:
    return {label_key(row.label): row for row in rows if not row.is_withdrawn}


def _is_one_file(before: ExhibitRow, after: ExhibitRow) -> bool:
    return not (before.sha256 and after.sha256) or before.sha256 == after.sha256


def _is_moved(before: ExhibitRow, after: ExhibitRow) -> bool:
    pairs = ((before.first_page, after.first_page), (before.pages, after.pages))
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _said(row: ExhibitRow) -> str:
    # A list has one line for each thing, whatever was typed.
    return " ".join(row.description.split())


def _exhibit(row: ExhibitRow, words: ChangeWords) -> str:
    label = row.label.strip()
    if said := _said(row):
        return words.exhibit.format(label=label, description=said)
    return words.exhibit_alone.format(label=label)


def _reworded(before: ExhibitRow, after: ExhibitRow, words: ChangeWords) -> Iterator[str]:
    yield words.exhibit_alone.format(label=after.label.strip())
    yield f"  {words.before.format(said=_said(before) or words.undescribed)}"
    yield f"  {words.now.format(said=_said(after) or words.undescribed)}"


def _moved(before: ExhibitRow, after: ExhibitRow, words: ChangeWords) -> Iterator[str]:
    yield _exhibit(after, words)
    yield f"  {words.before.format(said=_pages(before, words))}"
    yield f"  {words.now.format(said=_pages(after, words))}"


def _pages(row: ExhibitRow, words: ChangeWords) -> str:
    said = [] if row.first_page is None else [words.page.format(page=row.first_page)]
    if row.pages is not None:
        said.append(words.one_page if row.pages == 1 else words.pages.format(count=row.pages))
    return words.comma.join(said)


def _sections(sections: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for heading, lines in sections.items():
        if lines:
            yield from ("", heading)
            yield from (f"  {line}" for line in lines)
