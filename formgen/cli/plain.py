"""Help as it is spoken, and quick: `formgen make CASE`."""

from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption


class PlainCommand(TyperCommand):
    """A command whose usage shows CASE where Typer shows {CASE}, which somebody might type."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - a class that Typer does not export
        """Return the parts of the usage line after the command's name."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


class PlainGroup(TyperGroup):
    """A group of commands that can show the help of one without loading what checks values."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:  # noqa: ANN401 - as above
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        return None if option is None else answered_no(option)


def answered_no(option: TyperOption) -> TyperOption:
    """Make a yes-or-no option say no where it is not given.

    Typer leaves it blank, and loads pydantic to see that a blank is no answer.
    """
    option.default = False
    return option
