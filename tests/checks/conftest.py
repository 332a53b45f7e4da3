"""A sound packet for the tests of what is read back of it."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from checks.volumes import Bound


@pytest.fixture(scope="session")
def packet(tmp_path_factory: pytest.TempPathFactory) -> "Bound":
    """Return a packet of twelve pages with three exhibits, one of them lodged."""
    # It takes time to load; most checks need no packet.
    from checks.volumes import bound_in  # noqa: PLC0415

    return bound_in(tmp_path_factory.mktemp("packet"))
