"""Что выбрано в настройках (chosen): the municipality and the language that `settings.py` names."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.functional import lazy

from law189.errors import Fault, ProfileError
from law189.law import Lang, Text, as_written
from law189.law.text import WrongLanguage, in_language
from law189.profile.loader import load_profile, shipped_profiles
from law189.profile.profile import Profile

__all__ = ["NoLanguage", "NoProfile", "in_settings", "profile_set", "the_language", "the_profile"]

PROFILE, LANGUAGE = "LAW189_PROFILE", "LAW189_LANGUAGE"


class NoProfile(ProfileError):
    """`LAW189_PROFILE` gives no profile; the faults say why."""

    def told(self, lang: Lang) -> str:
        """The name of the setting, and every fault in one language."""
        return f"{PROFILE}: {super().told(lang)}"


class NoLanguage(WrongLanguage):
    """`LAW189_LANGUAGE` is no language in which anything is told."""

    def told(self, lang: Lang) -> str:
        """The name of the setting, and which languages there are."""
        return f"{LANGUAGE}: {super().told(lang)}"


def the_profile() -> Profile:
    """Муниципалитет: the profile of `LAW189_PROFILE`, a shipped name, the path of a file, or a `Profile`.

    It is loaded once. Raises `NoProfile`, a `ProfileError`, where nothing is set and on what gives no profile.
    """
    said = profile_set()
    if isinstance(said, Profile):
        return said
    if not isinstance(said, str | Path):
        raise NoProfile([Fault("settings.py", None, None, "", _needed(said))])
    try:
        return _loaded(said)
    except ProfileError as error:
        raise NoProfile(error.faults) from None


def profile_set() -> object:
    """What `LAW189_PROFILE` says, whatever it is; None where nothing is set."""
    return getattr(settings, PROFILE, None)


def the_language() -> Lang:
    """Язык: in which words and refusals are told, `LAW189_LANGUAGE` or Russian. Raises `NoLanguage`."""
    try:
        return in_language(getattr(settings, LANGUAGE, "ru"))
    except WrongLanguage as error:
        raise NoLanguage(error.lang) from None


def in_settings(text: Text) -> Any:
    """The words in the language of the settings, which is asked when they are shown."""
    return lazy(lambda: text[the_language()], str)()


@cache
def _loaded(said: str | Path) -> Profile:
    return load_profile(said)


def _needed(said: object) -> Text:
    """What to write in place of that, which may be nothing at all."""
    shipped = ", ".join(shipped_profiles())
    if said is None:
        instead = Text("муниципалитет не указан", "no municipality is named")
    else:
        shown = as_written(said)
        instead = Text(f"это не профиль: {shown.ru}", f"this is no profile: {shown.en}")
    return Text(
        f"{instead.ru}; укажите имя готового профиля ({shipped}), путь файла или сам Profile",
        f"{instead.en}; give the name of a shipped profile ({shipped}), the path of a file or a Profile",
    )
