"""A sound packet for the tests of what is read back of it."""

import pytest
from checks.volumes import Bound, bound_in


@pytest.fixture(scope="session")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Bound:
    """Return a packet of twelve pages with three exhibits, one of them lodged."""
    return bound_in(tmp_path_factory.mktemp("packet"))
