"""Что выбрано в настройках (chosen): the municipality and the language that `settings.py` names."""

from functools import cache

from django.conf import settings

from law189.law import Lang
from law189.law.text import in_language
from law189.profile.loader import load_profile
from law189.profile.profile import Profile

__all__ = ["the_language", "the_profile"]


def the_profile() -> Profile:
    """Муниципалитет: the profile of `LAW189_PROFILE`, a shipped name, the path of a file, or a `Profile`.

    It is loaded once. Raises `ProfileError` on a profile with faults, and AttributeError where nothing is set.
    """
    said = settings.LAW189_PROFILE
    return said if isinstance(said, Profile) else _loaded(str(said))


def the_language() -> Lang:
    """Язык: in which words and refusals are told, `LAW189_LANGUAGE` or Russian. Raises `WrongLanguage`."""
    return in_language(getattr(settings, "LAW189_LANGUAGE", "ru"))


@cache
def _loaded(name: str) -> Profile:
    return load_profile(name)
