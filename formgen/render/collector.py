"""Keeps Python's search for cycles still while a paper is laid out and drawn."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for cycles for a while.

    A long paper is tens of thousands of small records, none of them in a
    cycle; looking through all of them again and again took a fifth of the
    time of 200 pages, and more of 1,000.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
