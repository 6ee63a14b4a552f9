"""Проверка настроек (checked): what `manage.py check` says of `LAW189_PROFILE` and `LAW189_LANGUAGE`."""

from typing import Any

from django.core import checks

from law189.contrib.django.chosen import NoLanguage, NoProfile, profile_set, the_language, the_profile
from law189.law import Lang

__all__ = ["check_settings"]


def check_settings(**_: Any) -> list[checks.CheckMessage]:
    """What is wrong with the settings, in the words with which it is met at run time.

    Where no profile is set it is a warning, for a program may give its own to each call.
    """
    found: list[checks.CheckMessage] = []
    lang: Lang = "ru"
    try:
        lang = the_language()
    except NoLanguage as error:
        found.append(checks.Error(error.told(lang), id="law189.E003"))
    try:
        the_profile()
    except NoProfile as error:
        if profile_set() is None:
            found.append(checks.Warning(error.told(lang), id="law189.W001"))
        else:
            found.append(checks.Error(error.told(lang), id="law189.E002"))
    return found
