"""Which test exercises which provision: the marker is checked against the list, and the list is kept."""

import json
from pathlib import Path

import pytest

from law189.errors import UnknownProvision
from law189.provisions import provision

TESTS = Path(__file__).parent
LISTED = TESTS.parent / "src" / "law189" / "data" / "provision_tests.json"
MARKED = pytest.StashKey[dict[str, list[str]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-provision-tests",
        action="store_true",
        help="write data/provision_tests.json from the markers",
    )


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
    if config.getoption("--write-provision-tests"):
        text = json.dumps(config.stash[MARKED], indent=1) + "\n"
        LISTED.write_text(text, encoding="utf-8")


@pytest.fixture
def marked(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    """Tests by provision, where the whole suite was collected; else the test is skipped."""
    collected = {item.path for item in request.session.items}
    if not collected >= set(TESTS.rglob("test_*.py")):
        pytest.skip("only a part of the suite was collected")
    return request.config.stash[MARKED]
