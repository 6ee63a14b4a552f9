"""A setting that gives no profile or language is told by its name, by `manage.py check` and at run time alike."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import override_settings

from law189 import load_profile
from law189.contrib.django.chosen import the_language, the_profile
from law189.contrib.django.fields import CaseField
from law189.contrib.django.store import DjangoStore
from law189.errors import ProfileError, WrongLanguage
from law189.profile.loader import shipped_source

ON = date(2023, 10, 2)
WRONG = (
    "nope",
    "kemerovа",
    "",
    "/nope.yaml",
    Path("/nope.yaml"),
    Path("kemerovo"),
    5,
    True,
    {},
    ["kemerovo"],
)


def checked():
    """What the checks say of the settings of the package, each with its number."""
    return {one.id: one.msg for one in run_checks(tags=["law189"])}


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("said", [*WRONG, None], ids=repr)
def test_what_gives_no_profile_is_told_alike_by_the_check_and_by_each_door(said, lang):
    with override_settings(LAW189_PROFILE=said, LAW189_LANGUAGE=lang):
        for door in (the_profile, DjangoStore):
            with pytest.raises(ProfileError) as refused:
                door()
            told = refused.value.told(lang)
            assert told.startswith("LAW189_PROFILE: ")
            assert checked() == {"law189.W001" if said is None else "law189.E002": told}


def test_the_words_say_what_is_there_and_what_to_write():
    said = {}
    for one in ("kemerova", None, 5):
        with override_settings(LAW189_PROFILE=one):
            said[one] = [*checked().values()]
    shipped = "укажите имя готового профиля (kemerovo, novokuznetsk_district), путь файла или сам Profile"
    assert said == {
        "kemerova": [
            "LAW189_PROFILE: kemerova: такого профиля в поставке нет; возможно, вы имели в виду «kemerovo»"
        ],
        None: [f"LAW189_PROFILE: settings.py: муниципалитет не указан; {shipped}"],
        5: [f"LAW189_PROFILE: settings.py: это не профиль: 5; {shipped}"],
    }


def test_a_setting_that_is_not_there_at_all_is_told():
    with override_settings():
        del settings.LAW189_PROFILE
        with pytest.raises(ProfileError, match=r"LAW189_PROFILE: settings\.py: no municipality is named"):
            the_profile()
        assert [*checked()] == ["law189.W001"]


def test_a_file_with_faults_is_told_with_every_place(tmp_path):
    file = tmp_path / "my.yaml"
    file.write_text(
        shipped_source("kemerovo").replace("working_group:", "workinggroup:", 1), encoding="utf-8"
    )
    with override_settings(LAW189_PROFILE=file), pytest.raises(SystemCheckError, match=r"my\.yaml:\d+:\d+ "):
        call_command("check", stderr=StringIO())


def test_what_gives_a_profile_is_fine(tmp_path):
    file = tmp_path / "my.yaml"
    file.write_text(shipped_source("kemerovo"), encoding="utf-8")
    for said in ("kemerovo", str(file), file, load_profile("kemerovo")):
        with override_settings(LAW189_PROFILE=said):
            assert checked() == {}
            assert the_profile().on(ON).title.ru


@pytest.mark.parametrize("said", ["de", "", None, 5])
def test_what_is_no_language_is_told_alike_by_the_check_and_by_each_door(said):
    with override_settings(LAW189_LANGUAGE=said):
        for door in (the_language, lambda: CaseField("meeting").to_python("x")):
            with pytest.raises(WrongLanguage) as refused:
                door()
            assert checked() == {"law189.E003": refused.value.told("ru")}
            assert refused.value.told("en").startswith("LAW189_LANGUAGE: it is told in ru or en, not ")
