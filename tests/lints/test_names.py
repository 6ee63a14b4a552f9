"""Names in a decree that are not its own: another municipality, a person, letters of another alphabet."""

import places
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mistakes import text_of

from law189.files.parser import read_tree
from law189.files.wording import in_russian_letters
from law189.lints.letters import mixed_in
from law189.lints.lint import texts_of
from law189.lints.linter import lint
from law189.lints.municipalities import Sort, other_named, sort_of
from law189.lints.persons import person_in
from law189.profile.loader import load_profile, shipped_profiles

ALL = [load_profile(name) for name in shipped_profiles()]
ALL += [load_profile(path) for path in sorted((places.PROFILES / "towns").glob("*.yaml"))]

# ─── Другой муниципалитет ────────────────────────────────────────────────────────────────────────────────


def left(said: str, title: str = "Сельское поселение Малое") -> bool:
    """Whether the office of control, of a village of that title, is told to be left of a sample."""
    plain = read_tree(text_of("village"), "village.yaml").plain()
    plain["title"], plain["control"]["value"] = {"ru": title}, {"ru": said}
    return "A24" in [found.code for found in lint(load_profile(plain))]


@pytest.mark.parametrize(
    "said",
    [
        "глава города Кемерово",
        "в Кемерове",
        "Кемеровский городской округ",
        "администрация г.Кемерово",
        "КЕМЕРОВО",
        "глава Новокузнецка",
        "Новокузнецкого муниципального округа",
        "начальник отдела (сайт www.admnkr.ru)",
        "Кемеровской области и города Кемерово",
    ],
)
def test_another_municipality_is_known_in_every_case(said: str) -> None:
    assert left(said)


@pytest.mark.parametrize(
    "said",
    [
        "министр Кемеровской области",
        "Кемеровская область — Кузбасс",
        "по нормативным актам Кемеровской области – Кузбасса",
        "Правительство Кузбасса",
        "доцент Кемеровского государственного университета",
        "глава поселения",
    ],
)
def test_the_region_is_no_other_municipality(said: str) -> None:
    assert not left(said)


@pytest.mark.parametrize("title", ["Кемеровский муниципальный округ", "Город Кемерово"])
def test_a_municipality_that_is_called_alike_is_its_own(title: str) -> None:
    assert not left("глава Кемеровского округа", title)
    assert left("глава Новокузнецкого округа", title)


CITY, DISTRICT, VILLAGE = "Город Примерск", "Примерский муниципальный округ", "Сельское поселение Малое"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("глава города Осинска", CITY),
        ("в городе Осинске", CITY),
        ("администрация г.Осинска", CITY),
        ("г. Большой Камень", CITY),
        ("города Осинска-Кузнецкого", CITY),
        ("Осинский городской округ", CITY),
        ("Осинским муниципальным районом", CITY),
        ("Осинского муниципального района", DISTRICT),
        ("муниципальный округ Осинский", DISTRICT),
        ("Северного муниципального округа", DISTRICT),
        ("глава посёлка Осинка", VILLAGE),
        ("администрация Осинского сельского поселения", VILLAGE),
        ("администрация города Осинска", VILLAGE),
        ("пгт Осинка", VILLAGE),
    ],
)
def test_any_other_municipality_is_known_by_the_form_of_the_words(said: str, title: str) -> None:
    assert left(said, title)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("глава города Примерска", CITY),
        ("Примерский городской округ", CITY),
        ("глава ГОРОДА", CITY),
        ("директор Дворца творчества города", CITY),
        ("учреждений города Дом культуры", CITY),
        ("Заводского района", CITY),
        ("школа посёлка Южный", CITY),
        ("данного муниципального района", CITY),
        ("Отдельного муниципального района", CITY),
        ("Сибирского федерального округа", CITY),
        ("издательство, г. Москва", CITY),
        ("города Примерска", DISTRICT),
        ("школа города Осинска", DISTRICT),
        ("Осинского городского поселения", DISTRICT),
        ("Осинского муниципального района", VILLAGE),
        ("библиотека села Малое", VILLAGE),
        ("города Осинска", "Осинск"),
    ],
)
def test_its_own_name_and_what_may_lie_in_it_or_round_it_are_right(said: str, title: str) -> None:
    assert not left(said, title)


@pytest.mark.parametrize("profile", ALL, ids=lambda profile: profile.latest.profile)
def test_no_text_of_a_good_profile_names_another_municipality(profile) -> None:
    for _, edition in profile.editions:
        said = [text.ru for _, text in texts_of(edition)]
        assert [text for text in said if other_named(text, edition.title.ru) is not None] == []


FORMS = {
    Sort.CITY: ["города {}а", "в городе {}е", "г. {}", "администрация г.{}а"],
    Sort.DISTRICT: ["{}ого муниципального района", "{}ий муниципальный округ", "{}ому городскому округу"],
    Sort.SETTLEMENT: ["{}ого сельского поселения", "сельское поселение {}ое"],
}
TITLES = {
    Sort.CITY: "Город {}",
    Sort.DISTRICT: "{}ий муниципальный район",
    Sort.SETTLEMENT: "{}ое сельское поселение",
}
STEMS = st.sampled_from(["Осинск", "Примерск", "Новозерск", "Верхнереченск", "Лугск", "Красноборск", "Ельск"])


@given(st.sampled_from(Sort), STEMS, STEMS, st.data())
def test_a_name_is_told_if_and_only_if_it_is_of_another(sort, own, other, data) -> None:
    said = data.draw(st.sampled_from(FORMS[sort])).format(other)
    title = TITLES[sort].format(own)
    assert sort_of(title) is sort
    assert (other_named(said, title) is not None) == (own != other)


# ─── Лица ────────────────────────────────────────────────────────────────────────────────────────────────

SURNAMES = st.sampled_from(["Иванов", "Петрова", "Римский-Корсаков", "Шевченко", "Ёлкина", "Ли", "Седых"])
NAMES = st.sampled_from(["Иван", "Анна", "Пётр", "Ольга", "Илья"])
MALE = st.sampled_from(["Иванович", "Сергеевич", "Ильич", "Кузьмич", "Лукич", "Никитич", "Юрьевич"])
FEMALE = st.sampled_from(["Ивановна", "Сергеевна", "Ильинична", "Никитична", "Юрьевна"])
INITIALS = st.sampled_from(["И.И.", "А. Б.", "О.В.", "Ё. Ж."])
PERSONS = st.one_of(
    st.builds("{} {}".format, SURNAMES, INITIALS),
    st.builds("{} {}".format, INITIALS, SURNAMES),
    st.builds("{}{}".format, INITIALS, SURNAMES),
    st.builds("{} {} {}".format, SURNAMES, NAMES, MALE | FEMALE),
    st.builds("{} {}".format, NAMES, MALE | FEMALE),
    st.builds("{}а {}а".format, NAMES, MALE),
)


@given(PERSONS, st.sampled_from(["{}", "{}, начальник управления", "начальник управления {}", "юрист ({})"]))
@example("И.О. Иванов", "{}")
def test_a_person_is_found_in_every_way_of_naming_one(person: str, way: str) -> None:
    found = person_in(way.format(person))
    assert found is not None
    assert found in person


@pytest.mark.parametrize(
    "office",
    [
        "И.о. начальника Управления",
        "И. о. директора МБУ ДО «Центр»",
        "И.О. Начальника Управления",
        "начальник Управления Росгвардии по Кемеровской области",
        "консультант отдела ФК и С",
        "директор МБОУ «СОШ № 5 им. Ю.А. Гагарина»",
        "директор Гимназии имени Сергея Ивановича Петрова",
        "директор Дома творчества им. А. Гайдара",
        "заведующая библиотекой имени Н.К. Крупской",
        "директор Центра Духовной культуры",
        "начальник Отдела Публичной политики",
        "Глава г. Примерска",
        "Заместитель Главы Города",
        "директор ГАУ ДО РЦ Р.О.С.Т.",
    ],
)
def test_an_office_is_no_person(office: str) -> None:
    assert person_in(office) is None


def test_no_text_of_a_good_profile_is_a_person_or_has_letters_of_two_alphabets() -> None:
    said = [text.ru for profile in ALL for _, edition in profile.editions for _, text in texts_of(edition)]
    assert len(said) > 200
    assert [text for text in said if person_in(text) is not None] == []
    assert [text for text in said if mixed_in(text) is not None] == []


# ─── Буквы ───────────────────────────────────────────────────────────────────────────────────────────────

LATIN = {russian: latin for latin in "aeopcyxABEKMHOPCTX" for russian in [in_russian_letters(latin)]}


@given(st.data())
def test_one_latin_letter_in_a_russian_word_is_found_and_mended(data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(["управление", "образования", "рабочая", "Комитет", "СОШ", "ребёнок"]))
    places_of = [place for place, sign in enumerate(word) if sign in LATIN]
    place = data.draw(st.sampled_from(places_of))
    wrong = word[:place] + LATIN[word[place]] + word[place + 1 :]
    assert mixed_in(f"слово {wrong} и слово") == wrong
    assert in_russian_letters(wrong) == word
    assert mixed_in(f"слово {word} и слово") is None


@given(st.text(alphabet="abcXVI-", max_size=12), st.text(alphabet="абвгд ", max_size=12))
def test_a_latin_word_beside_a_russian_one_is_right(latin: str, russian: str) -> None:
    assert mixed_in(f"{latin} {russian}") is None
