"""Chromium of the system, driven by Playwright; a test that needs it is left out where either is not here."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

NARROW, WIDE = 360, 1100


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser; it asks nobody for anything by itself."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: no page is opened in a browser"
    )
    found = os.environ.get("LAW189_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium here: no page is opened in a browser")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def serious(page: Any) -> list[str]:
    """What axe finds serious or critical on the page: the rule, and where."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe
    return [
        f"{found['id']}: {node['html'][:200]}"
        for found in axe().run(page).response["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


def overflow(page: Any) -> int:
    """How many pixels the page is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider
