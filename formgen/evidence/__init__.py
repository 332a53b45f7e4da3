"""A file offered: what it is, its size and its digest.  Reads, never draws."""
