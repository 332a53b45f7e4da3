"""Checks before anything is written, and checks of the finished files."""
