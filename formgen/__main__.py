"""Runs the command line as `python -m formgen`."""

from formgen.cli import main

main()
