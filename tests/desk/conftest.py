"""A browser for each file of tests that opens pages in it, closed after it: an open one keeps an event loop."""

import browser
import pytest


@pytest.fixture(scope="module")
def chrome():
    with browser.chromium() as found:
        yield found
