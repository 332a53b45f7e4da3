"""Searches every finished file for what must not be filed: private numbers, addresses, failed redactions."""

from collections.abc import Collection, Iterable

from formgen.document.court_set import DrawnPaper
from formgen.errors import Problem
from formgen.packet.binding import Volume
from formgen.pipeline.filing import Plan
from formgen.render.rendered import Rendered, RenderedPdf


class PrivateSearch:
    """What was found so far."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.errors: list[Problem] = []
        self.warnings: list[Problem] = []

    def letters(self, letters: Iterable[Rendered]) -> None:
        """Search letters."""

    def paper(self, rendered: RenderedPdf, paper: DrawnPaper) -> None:
        """Search a paper."""

    def volume(self, name: str, volume: Volume, texts: tuple[str, ...]) -> None:
        """Search a file with exhibits."""

    def forget(self, names: Collection[str]) -> None:
        """Forget files that are made anew."""
