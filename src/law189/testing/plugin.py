"""Плагин pytest (its entry point `pytest11`): the fixture `profile`, the marker `provision`, `--law189-profile`.

The option names a shipped profile or a file, and the fixture `profile` is that profile. Without the option a test
that asks for it is skipped and told why: which municipality a test is about is not for this library to choose.
pytest loads this in every project of the environment, so nothing of the library is loaded before a test asks.

>>> MARKER.partition(":")[0]
'provision(id, ...)'
>>> pytest_addoption(None)
Traceback (most recent call last):
    ...
AttributeError: 'NoneType' object has no attribute 'getgroup'
"""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from law189.profile.profile import Profile

__all__ = ["profile", "pytest_addoption", "pytest_configure"]

OPTION = "--law189-profile"
MARKER = (
    "provision(id, ...): the provisions of a decree or of the law that the test exercises, as act/address"
)
NOT_NAMED = (
    f"no profile is named; give {OPTION} NAME_OR_FILE / профиль не назван; укажите {OPTION} ИМЯ_ИЛИ_ФАЙЛ"
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("law189").addoption(
        OPTION,
        metavar="NAME_OR_FILE",
        help="a shipped profile or a profile file, for the fixture `profile`; "
        "профиль из поставки или файл для фикстуры `profile`",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known, so that `--strict-markers` takes it."""
    config.addinivalue_line("markers", MARKER)


@pytest.fixture(scope="session")
def profile(pytestconfig: pytest.Config) -> "Profile":
    """The profile that `--law189-profile` names; without the option the test is skipped.

    A file is looked for where pytest was started, then in its root folder. One with faults fails the test.
    """
    from law189.errors import FaultyInput
    from law189.profile.loader import load_profile, shipped_profiles

    named = pytestconfig.getoption(OPTION)
    if named is None:
        pytest.skip(NOT_NAMED)
    if named not in shipped_profiles() and (pytestconfig.rootpath / named).is_file():
        here = pytestconfig.invocation_params.dir / named
        named = here if here.is_file() else pytestconfig.rootpath / named
    try:
        return load_profile(named)
    except FaultyInput as error:
        pytest.fail(error.told("en"), pytrace=False)
