"""The case: one frozen record of who, what, when, exact words, who was told, and the evidence."""

from formgen.case.case import Case

__all__ = ["Case"]
