"""formgen: from one case file to the papers of a harassment matter."""

__version__ = "0.1.0"
