"""Writes down what a run was made from and what it made: the manifest of its papers."""

from collections.abc import Iterator
from pathlib import Path

from formgen import __version__
from formgen.checks.readback import printed_clauses
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.packet.manifest import FileDigest, FontDigest, Manifest, PaperRecord, ProblemNote
from formgen.pipeline.finished import Finished
from formgen.pipeline.job import Job, Prepared


def manifest_of(job: Job, prepared: Prepared, finished: Finished) -> Manifest:
    """Return the manifest of what *job* has made; publishing adds the digests of its files."""
    loaded = prepared.loaded
    case_file = FileDigest(path=Path(loaded.file).name, sha256=loaded.digest, size=loaded.size)
    offered = {
        found.file: FileDigest(path=found.file, sha256=found.sha256, size=found.size)
        for found in prepared.examined
    }
    if prepared.sheet is not None:
        offered[prepared.sheet.digest.path] = prepared.sheet.digest
    fonts = {font for drawn in finished.drawn for font in drawn.fonts} | finished.fonts
    return Manifest(
        program=__version__,
        as_of=job.as_of,
        jurisdiction=prepared.facts.jurisdiction.id,
        draft=job.draft,
        inputs=(case_file, *offered.values()),
        fonts=tuple(FontDigest(name=font.name, sha256=font.sha256) for font in fonts),
        catalog=prepared.facts.jurisdiction.digest,
        papers=(*_records(prepared, finished), *finished.records),
        exhibits=finished.exhibits,
        problems=tuple(ProblemNote.of(problem) for problem in (*prepared.problems, *finished.warnings)),
    )


def _records(prepared: Prepared, finished: Finished) -> Iterator[PaperRecord]:
    """Yield what the manifest says of each paper; one that makes several files stands there once."""
    letters = {rendered.paper: rendered for rendered in finished.letters}
    for document in prepared.documents:
        rendered = letters[document.paper]
        yield PaperRecord(
            paper=document.paper,
            files=(rendered.file_name,),
            withheld=document.withheld,
            law=printed_clauses(rendered, document.law),
        )
    made = {drawn.file_name for drawn in finished.drawn}
    laid = prepared.filing.laid if prepared.filing else ()
    papers = [each.paper for each in laid if each.paper.file_name in made]
    for name in dict.fromkeys(paper.paper for paper in papers):
        alike = [paper for paper in papers if paper.paper == name]
        files = [paper.file_name for paper in alike]
        files += [paper.csv_name for paper in alike if isinstance(paper, ChronologyPaper)]
        law = {clause: None for paper in alike if isinstance(paper, CourtPaper) for clause in paper.law}
        yield PaperRecord(paper=name, files=tuple(files), withheld=alike[0].withheld, law=tuple(law))
