"""Sets the facts of one event in the four columns of a chronology."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from string import Formatter

from formgen.case.base import NONE
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import When
from formgen.case.when_words import in_words
from formgen.catalog.chronology_spec import RowWords
from formgen.document.blocks import Inline, PageOf, Paragraph, Quotation, Span
from formgen.document.chronology_listed import Listed, ListedQuote
from formgen.document.chronology_values import Cell, Row
from formgen.document.letter_values import Marks
from formgen.document.naming import Namer, at_start
from formgen.document.places import exhibit_place, place_in
from formgen.document.typed import one_paragraph, paragraphs_of


def filled(pattern: str, **values: str | Span) -> tuple[Span, ...]:
    """Return *pattern* with its names in braces filled in, typed words as spans of their own."""
    spans: list[Span] = []
    for words, name, _, _ in Formatter().parse(pattern):
        spans += [Span(words)] if words else []
        if name is not None:
            value = values[name]
            spans.append(value if isinstance(value, Span) else Span(value))
    joined: list[Span] = []
    for source, run in groupby(spans, key=attrgetter("source")):
        joined.append(Span("".join(span.text for span in run), source))
    return tuple(joined)


@dataclass(frozen=True, slots=True)
class CellMaker:
    """Sets rows in columns, in the words of one chronology."""

    words: RowWords
    namer: Namer
    marks: Marks
    called: Callable[[str], str]
    """Gives the name that a paper may print for a person."""

    declarant: str
    widest_pages: str
    """The longest text in which an exhibit's pages can be named; empty where none are."""

    numbered: Sequence[Listed]
    """Every event that has a row."""

    told_in: Mapping[str, str] = field(default_factory=dict)
    """By an event's place in the case, the paper whose paragraphs tell it: its file's name less `.pdf`."""

    def row(self, listed: Listed) -> Row:
        """Return the row of *listed*."""
        return Row(
            number=listed.number,
            path=listed.event.path,
            anchor=f"row-{listed.number}",
            when=self.when(listed),
            what=(*self._kind(listed), *self.what(listed), *self._outcome(listed), *self.notes(listed)),
            who=tuple(self.who(listed)),
            where=tuple(self.where(listed)),
        )

    def when(self, listed: Listed) -> Cell:
        """Return date and time as known, and the way it came or its place."""
        path = listed.event.path
        spans: list[Span] = []
        if listed.dated is not None:
            spans.append(Span(listed.dated.label, f"{path}.when"))
        if listed.place:
            place = listed.place if spans or listed.place_is_typed else at_start(listed.place)
            field = "where" if listed.place_is_typed else ""
            spans += [Span(self.namer.spec.lists.comma)] if spans else []
            spans.append(Span(place, f"{path}.{field}" if field else ""))
        cell = [Paragraph(tuple(spans))] if spans else []
        if listed.placed_after is not None:
            cell.append(_words(self.words.placed_after.format(row=listed.placed_after)))
        return tuple(cell)

    def what(self, listed: Listed) -> Cell:
        """Return what happened, as typed, and the exact words."""
        blocks: list[Paragraph | Quotation] = [
            Paragraph((Span(text, listed.account_source),), keeps_next=text.rstrip().endswith(":"))
            for text in listed.account
        ]
        for quote in listed.quotes:
            if quote.lead_in:
                blocks.append(Paragraph((Span(quote.lead_in),), keeps_next=True))
            blocks.append(Quotation(self._in_marks(quote.text, quote.source)))
            blocks += self._translation(quote)
        return tuple(blocks)

    def notes(self, listed: Listed) -> Cell:
        """Return what the program says of the row: what it came after, what is left out."""
        notes = []
        if listed.after_request is not None:
            notes.append(self.words.after_request.format(row=listed.after_request))
        if listed.after_notice is not None:
            notes.append(self.words.after_notice.format(row=listed.after_notice))
        if listed.hides_words:
            notes.append(self.words.left_out)
        return tuple(Paragraph((Span(note, italic=True),)) for note in notes)

    def who(self, listed: Listed) -> Iterator[Paragraph]:
        """Yield who was there, the tie to work, who was told and when."""
        match listed.record:
            case Incident():
                yield from self._of_incident(listed, listed.record)
            case Notice():
                yield from self._of_notice(listed, listed.record)
            case RequestToStop():
                by = self.called(listed.record.by or self.declarant)
                source = f"{listed.event.path}.by" if listed.record.by else "declarant.name"
                yield Paragraph(filled(self.words.by, name=Span(by, source)))

    def where(self, listed: Listed) -> Iterator[Paragraph]:
        """Yield where it is cited: each exhibit, then the paragraphs of the declaration."""
        for label in listed.exhibits.values():
            place = exhibit_place(label) if self.widest_pages else ""
            inlines: tuple[Inline, ...] = (Span(self.words.exhibit.format(label=label), goes_to=place),)
            if self.widest_pages:
                inlines += (PageOf(label, self.widest_pages, place),)
            yield Paragraph(inlines)
        if listed.paragraphs:
            numbers = ranges(listed.paragraphs, self.words.range)
            several = len(listed.paragraphs) > 1
            pattern = self.words.paragraphs if several else self.words.paragraph
            text = pattern.format(numbers=self.namer.spec.lists.comma.join(numbers))
            yield Paragraph((Span(text, goes_to=self._paragraph_place(listed)),))

    def _paragraph_place(self, listed: Listed) -> str:
        paper = self.told_in.get(listed.event.path, "")
        return place_in(paper, f"paragraph-{listed.paragraphs[0]}") if paper else ""

    def _kind(self, listed: Listed) -> Cell:
        match listed.record:
            case Notice():
                return (Paragraph((Span(self.words.notice, bold=True),), keeps_next=True),)
            case RequestToStop():
                return (Paragraph((Span(self.words.request, bold=True),), keeps_next=True),)
            case _:
                return ()

    def _of_incident(self, listed: Listed, incident: Incident) -> Iterator[Paragraph]:
        if present := self.present(incident):
            yield Paragraph(filled(self.words.present, names=Span(present, f"{listed.event.path}.present")))
        if incident.at_work is not None:
            yield _words(self.words.at_work.format(answer=self.at_work(incident)))
        for row in listed.told:
            yield _words(self.words.told.format(notice=self.told(row)))

    def present(self, incident: Incident) -> str:
        """Return who else was there; empty if that is not typed."""
        if incident.present == NONE:
            return self.words.nobody
        return self.namer.listed([self.called(name) for name in incident.present or ()])

    def at_work(self, incident: Incident) -> str:
        """Return whether it reached the declarant at work; empty if that is not typed."""
        answers = {
            "yes": self.words.at_work_yes,
            "no": self.words.at_work_no,
            "partly": self.words.at_work_partly,
        }
        return answers.get(incident.at_work or "", "")

    def told(self, row: int) -> str:
        """Return the day of the notice that has this *row*, and whether it was answered."""
        listed = self.numbered[row - 1]
        notice = listed.record
        pattern = self.words.told_in
        if isinstance(notice, Notice) and notice.answer == NONE:
            pattern = self.words.told_in_silent
        elif isinstance(notice, Notice) and paragraphs_of(notice.answer):
            pattern = self.words.told_in_answered
        return pattern.format(day=day_of(listed), row=row)

    def _of_notice(self, listed: Listed, notice: Notice) -> Iterator[Paragraph]:
        if notice.to:
            name = Span(self.called(one_paragraph(notice.to)), f"{listed.event.path}.to")
            yield Paragraph(filled(self.words.whom, name=name))
        if listed.about:
            pattern = self.words.about if len(listed.about) == 1 else self.words.about_many
            yield _words(pattern.format(rows=rows_in_words(listed.about, self.namer, self.words.range)))

    def _outcome(self, listed: Listed) -> Iterator[Paragraph]:
        """Yield what was answered to a notice and done about it, unless its words for the court tell it."""
        notice, path = listed.record, listed.event.path
        if not isinstance(notice, Notice):
            return
        if notice.answer == NONE:
            yield _words(self.words.answer.format(text=self.words.silence))
        if speaks_for_itself(listed):
            return
        answer = () if notice.answer == NONE else paragraphs_of(notice.answer)
        if answer:
            yield from self._answer(answer, notice.answered_on, f"{path}.answer")
        if done := one_paragraph(notice.done):
            yield Paragraph(filled(self.words.done, text=Span(done, f"{path}.done")))

    def _answer(self, answer: Sequence[str], when: When | None, source: str) -> Iterator[Paragraph]:
        pattern, day = self.words.answer, ""
        if when is not None and when.is_dated:
            pattern = self.words.answer_on
            day = in_words(when, self.namer.spec.date_words, self.namer.zone).day
        yield Paragraph(filled(pattern, day=day, text=Span(answer[0], source)))
        for text in answer[1:]:
            yield Paragraph((Span(text, source),))

    def _in_marks(self, text: str, source: str) -> tuple[Span, ...]:
        return (Span(self.marks.open), Span(text, source), Span(self.marks.close))

    def _translation(self, quote: ListedQuote) -> Iterator[Paragraph]:
        if quote.translation:
            pattern = self.words.translated_by if quote.translator else self.words.translated
            yield Paragraph(
                filled(
                    pattern,
                    text=Span(
                        f"{self.marks.open}{quote.translation}{self.marks.close}",
                        f"{quote.source}.translation",
                    ),
                    translator=Span(self.called(quote.translator), f"{quote.source}.translator"),
                )
            )


def day_of(listed: Listed) -> str:
    """Return the day of an event in words, without its time; that it is not recalled where it is not."""
    when, dated = listed.event.when, listed.dated
    if when is None or dated is None:
        return ""
    return dated.day if when.is_dated else dated.label


def speaks_for_itself(listed: Listed) -> bool:
    """Return whether a notice's words for the court already tell what was answered and done."""
    return listed.account_source.endswith(".for_court")


def ranges(numbers: Sequence[int], pattern: str) -> list[str]:
    """Return *numbers* with each run of three or more neighbours in one."""
    found: list[str] = []
    ordered = sorted(set(numbers))
    for _, run in groupby(enumerate(ordered), key=lambda entry: entry[1] - entry[0]):
        members = [number for _, number in run]
        first, last = members[0], members[-1]
        if len(members) < 3:
            found += [str(number) for number in members]
        else:
            found.append(pattern.format(first=first, last=last))
    return found


def rows_in_words(rows: Sequence[int], namer: Namer, pattern: str) -> str:
    """Return *rows* read out, each run of three or more neighbours by *pattern*."""
    return namer.listed(ranges(rows, pattern))


def _words(text: str) -> Paragraph:
    return Paragraph((Span(text),))
