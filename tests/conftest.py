"""Which test exercises which provision, where a marker must name one of the list; and the size by day."""

import gc
import importlib
import pkgutil
import time

import night
import places
import pytest
from hypothesis import settings

import law189
from law189.audit.provisions import provision
from law189.errors import NeedsExtra, UnknownProvision

collect_ignore = ["typing"]  # what a program writes, for the checkers of types alone
settings.load_profile(night.DAY)  # an option of pytest loads another after this
STARTED = pytest.StashKey[float]()
MARKED = pytest.StashKey[dict[str, list[str]]]()
SELDOM = 20_000
"""After how many new objects Python looks for cycles: at its own 700 that is a tenth of the time of the suite."""


def pytest_configure() -> None:
    """Import every module, so that a test that walks the subclasses sees the same ones whatever runs beside it."""
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
    for module in pkgutil.walk_packages(law189.__path__, "law189."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except NeedsExtra:
                continue  # an adapter whose framework is not installed here
            except ModuleNotFoundError as error:
                if (error.name or "").startswith("law189"):
                    raise  # else a library of an extra that is not installed here


TOOK = "law189/minutes"
"""Where the cache of pytest keeps how long the whole suite took."""


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say how long the whole suite took here the last time, where it was run."""
    cache = getattr(config, "cache", None)  # none where its plugin is switched off
    minutes = cache.get(TOOK, None) if cache is not None and _whole(config) else None
    return None if minutes is None else f"the whole suite took here, minutes: {minutes}"


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep how long it took, if it was the whole suite and it came to its end."""
    config, cache = session.config, getattr(session.config, "cache", None)
    if cache is not None and _whole(config) and exitstatus in (0, 1) and not config.option.collectonly:
        cache.set(TOOK, round((time.monotonic() - session.stash[STARTED]) / 60))


def pytest_sessionstart(session: pytest.Session) -> None:
    """Look at the clock."""
    session.stash[STARTED] = time.monotonic()


def _whole(config: pytest.Config) -> bool:
    """Whether every test is asked for: no file, word or mark is named."""
    return config.args_source is config.ArgsSource.TESTPATHS and not config.option.keyword


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Collect the markers, and refuse one that names no provision."""
    marked: dict[str, set[str]] = {}
    for item in items:
        for mark in item.iter_markers("provision"):
            for provision_id in mark.args:
                try:
                    provision(provision_id)
                except UnknownProvision as error:
                    raise pytest.UsageError(f"{item.nodeid}: {error}") from None
                marked.setdefault(provision_id, set()).add(item.nodeid.partition("[")[0])
    config.stash[MARKED] = {name: sorted(tests) for name, tests in sorted(marked.items())}


@pytest.fixture
def marked(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    """Tests by provision, where the whole suite was collected; else the test is skipped."""
    collected = {item.path for item in request.session.items}
    if not collected >= set(places.TESTS.rglob("test_*.py")):
        pytest.skip("only a part of the suite was collected")
    return request.config.stash[MARKED]
