"""Codes of problems that more is done with than to tell them."""

REDACTION_FAILED = "redaction-failed"
