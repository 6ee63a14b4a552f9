"""One browser for all tests that open pages in it."""

import browser
import pytest


@pytest.fixture(scope="package")
def chrome():
    with browser.chromium() as found:
        yield found
