"""The two sizes of the suite: which is chosen, and what each of them goes over."""

import re
import tomllib

import night
import places
import pytest
from hypothesis import settings
from night import at_night, size, some


@pytest.fixture(params=[night.DAY, night.NIGHT])
def chosen(request):
    """A run in that size."""
    before = night.NIGHT if at_night() else night.DAY
    settings.load_profile(request.param)
    yield request.param
    settings.load_profile(before)


def test_by_night_more_is_drawn_and_every_value_is_walked_over(chosen):
    by_night = chosen == night.NIGHT
    assert at_night() is by_night
    assert size(3, 500) == (500 if by_night else 3)
    assert some("abc", "b") == ("abc" if by_night else "b")
    assert settings().max_examples == (1000 if by_night else 100)


@pytest.mark.parametrize("by_day", ["", "d"])
def test_by_day_a_walk_goes_over_something_and_over_nothing_new(by_day):
    with pytest.raises(AssertionError):
        some("abc", by_day)


def test_the_makefile_chooses_the_night_and_takes_what_is_marked_too():
    makefile = (places.ROOT / "Makefile").read_text(encoding="utf-8")
    (line,) = re.findall(r"^nightly:.*\n\t(.*)", makefile, re.MULTILINE)
    assert f"--hypothesis-profile={night.NIGHT} " in line
    assert line.endswith('-m ""')
    project = tomllib.loads((places.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "-m 'not nightly'" in project["tool"]["pytest"]["ini_options"]["addopts"]
