"""Help as it is spoken: `formgen make CASE`."""

from typing import Any

from typer.core import TyperCommand


class PlainCommand(TyperCommand):
    """A command whose usage shows CASE where Typer shows {CASE}, which somebody might type."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - a class that Typer does not export
        """Return the parts of the usage line after the command's name."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]
