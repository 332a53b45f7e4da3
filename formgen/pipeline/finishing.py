"""Draws the papers of a case, puts its packet together, and reads every file back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from formgen.checks.packet_readback import ToRead, read_back_volume
from formgen.checks.pdf_readback import read_back_pdf
from formgen.document.chronology_paper import ChronologyPaper
from formgen.errors import EvidenceError, Problem, ReadbackError
from formgen.packet.assemble import assemble
from formgen.packet.binding import Volume
from formgen.packet.exhibit_sheet import sheet_bytes
from formgen.packet.manifest import PaperRecord
from formgen.packet.sets import efile_sheet, exhibit_name, exhibit_rows, records_of, tab_list
from formgen.pipeline.bound import Bound
from formgen.pipeline.filing import Filing, Plan, number_anew
from formgen.pipeline.finished import ENCLOSURES, Finished
from formgen.pipeline.private import private_problems_of
from formgen.render.pdf import draw_together
from formgen.render.papers import draw_paper
from formgen.render.rendered import FontFile, Rendered, RenderedPdf
