"""What a model writes of itself it reads back whole, or refuses to: no part is left out unsaid."""

import pytest
from pydantic import ValidationError

from law189 import Edition, load_profile, shipped_profiles
from law189.law import Entry
from law189.profile.group import WorkingGroup

OF_A_FILE = (Edition,)
"""What `load_profile` alone reads, for it knows the acts that are cited."""


def entries(value, seen):
    """The entry and all that stands in it, each once."""
    if id(value) in seen:
        return
    seen[id(value)] = value
    if isinstance(value, Entry):
        yield value
        for name in type(value).model_fields:
            yield from entries(getattr(value, name), seen)
    elif isinstance(value, tuple):
        for one in value:
            yield from entries(one, seen)


@pytest.mark.parametrize("name", shipped_profiles())
def test_every_part_of_a_profile_is_read_back_as_it_was_written(name):
    seen: dict[int, object] = {}
    for _, edition in load_profile(name).editions:
        for one in entries(edition, seen):
            kind = type(one)
            if not isinstance(one, OF_A_FILE):
                again = kind.model_validate(one.model_dump())
                assert again == one
                if kind is not WorkingGroup:
                    assert again.__pydantic_private__ == one.__pydantic_private__, kind
    assert len(seen) > 500


@pytest.mark.parametrize("name", shipped_profiles())
def test_an_edition_is_read_with_its_profile_alone(name):
    edition = load_profile(name).latest
    for read in (
        lambda: Edition.model_validate(edition.model_dump()),
        lambda: Edition.model_validate_json(edition.model_dump_json()),
        lambda: Edition(**edition.model_dump()),
        lambda: Edition(profile="x", title="x", act=edition.act),
    ):
        with pytest.raises(ValidationError, match=r"load_profile\(file\) knows the acts and the calendar"):
            read()
    assert Edition.model_validate(edition) is edition
