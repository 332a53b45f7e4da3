"""The search for cycles, kept still for a while."""

import gc

import pytest

from formgen.render.collector import collector_paused


def test_it_is_still_inside_and_goes_on_after() -> None:
    with collector_paused():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_it_goes_on_after_a_failure_too() -> None:
    with pytest.raises(KeyError), collector_paused():
        raise KeyError

    assert gc.isenabled()


def test_whoever_had_stopped_it_finds_it_stopped() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()
