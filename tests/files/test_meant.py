"""What was meant by a value as a document has it: each way of writing one is read, and nothing else is guessed."""

from datetime import date, time
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from law189.files.addressed import in_file
from law189.files.coded import codes_of, holders_of, keys_of
from law189.files.hint import BLANKS
from law189.files.meant import meant
from law189.law import Vocabulary
from law189.law.address import worded
from law189.measures import Unit
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup

MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
WAYS = [
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day:%Y.%m.%d}",
    lambda day: f"{day.year}-{day.month}-{day.day}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year} г.",
    lambda day: f"{day.day}\u00a0{MONTHS[day.month - 1]} {day.year} года",
    lambda day: f"от {day:%d.%m.%Y} г.",
    lambda day: f"«{day:%d.%m.%Y}»",
    lambda day: f"{day.year}–{day.month:02}–{day.day:02}",
    lambda day: f"{day} 09:30",
    lambda day: f"{day}T00:00:00",
]


@pytest.mark.parametrize("way", range(len(WAYS)))
@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_in_every_way_of_a_document(way: int, day: date) -> None:
    told = meant("day_form", WAYS[way](day))
    assert told is not None
    if "/" in WAYS[way](day) and day.day <= 12 and day.day != day.month:  # the month may stand first
        assert told.ru == f"возможны: {day} или {day.replace(month=day.day, day=day.month)}"
        return
    assert told.ru.endswith(f"пишите {day}")
    assert told.en.endswith(f"write {day}")


ZONES = (
    "Z",
    "z",
    " Z",
    "+00:00",
    "-03:30",
    "+0700",
    "+07",
    " UTC",
    " GMT+7",
    " МСК",
    "[Asia/Novokuznetsk]",
    "−05:00",
)
CLOCKS = ("T{:%H:%M}", " {:%H:%M:%S}", "T{:%H:%M:%S}", "T{:%H:%M:%S}.000", "T{:%H:%M:%S.%f}")


@given(
    day=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    at=st.times(),
    clock=st.sampled_from(CLOCKS),
    zone=st.sampled_from(ZONES),
)
@example(date(2024, 2, 1), time(23, 30), CLOCKS[2], "+00:00")
@example(date(2024, 2, 1), time(20, 0), CLOCKS[2], "Z")
def test_of_a_time_in_a_zone_no_day_is_offered(day: date, at: time, clock: str, zone: str) -> None:
    for said in (f"{day}{clock.format(at)}", f"{day:%d.%m.%Y}{clock.format(at)}"):
        told, local = meant("day_form", said + zone), meant("day_form", said)
        assert told is not None
        assert local is not None
        assert "пишите" not in told.ru, (said + zone, told.ru)
        assert "укажите день по местному времени" in told.ru
        assert local.ru == f"без времени: пишите {day}"


@pytest.mark.parametrize("said", ["2024-02-01 10:00 ч", "2024-02-01 9:30 am", "2024-02-01 10:00 ч."])
def test_words_of_hours_are_no_zone(said: str) -> None:
    told = meant("day_form", said)
    assert told is not None
    assert told.ru == "без времени: пишите 2024-02-01"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("10:00:00", "10:00"),
        ("10 часов", "10:00"),
        ("10-00", "10:00"),
        ("9ч30м", "9:30"),
        ("9 ч. 30 мин.", "9:30"),
        ("10:00 ч.", "10:00"),
        ("1000", "10:00"),
        ("в 15.30", "15:30"),
        ("10:00:30", None),
        ("10:00 МСК", None),
        ("24:00", None),
        ("25:99", None),
        ("2460", None),
        ("600", None),
        ("утром", None),
    ],
)
def test_a_time_of_day_is_read_and_none_is_guessed(said: str, told: str | None) -> None:
    found = meant("clock", said)
    assert (None if found is None else found.ru) == (None if told is None else f'пишите "{told}"')


@given(st.text(max_size=30))
@example("31.02.2024")
@example("99999999")
def test_no_day_is_told_that_is_not_in_the_calendar(said: str) -> None:
    told = meant("day_form", said)
    assert told is not None
    if "пишите" in told.ru:
        date.fromisoformat(told.ru[-10:])


def day_of_year_ways(day: date) -> list[str]:
    return [f"{day:%d.%m}", f"{day.day}.{day.month}", f"{day.day} {MONTHS[day.month - 1]}"]


@given(st.dates())
def test_a_day_of_each_year_is_read_back(day: date) -> None:
    for said in day_of_year_ways(day):
        told = meant("day_of_year", said)
        assert told is not None
        assert told.ru == f"пишите {day:%m-%d}"


@given(st.integers(1, 99), st.sampled_from(["{}%", "{} %", "{} процентов"]))
def test_percent_are_the_fraction_that_they_are(percent: int, way: str) -> None:
    told = meant("share_form", way.format(percent))
    assert told is not None
    said = {
        Fraction(one) for one in told.ru.removeprefix("пишите ").removeprefix("возможны: ").split(" или ")
    }
    thirds = {33: {Fraction(1, 3)}, 34: {Fraction(1, 3)}, 66: {Fraction(2, 3)}, 67: {Fraction(2, 3)}}
    assert said == {Fraction(percent, 100), *thirds.get(percent, ())}


@given(st.integers(1, 100), st.integers(1, 100), st.sampled_from(["{}:{}", "{}\\\\{}", "{} / {}"]))
def test_a_share_of_two_numbers_stays_those_numbers(above: int, below: int, way: str) -> None:
    told = meant("share_form", way.format(above, below).replace("\\\\", "\\"))
    share = Fraction(above, below)
    assert (told and told.ru) == (f"пишите {share.numerator}/{share.denominator}" if share <= 1 else None)


@pytest.mark.parametrize("code", ["int_type", "amount", "number_form", "reported_value", "indicator_value"])
@pytest.mark.parametrize(
    "said",
    [
        "не более 5",
        "более 5",
        "5 и более",
        "до 5",
        "12 тыс.",
        "1,5 млн",
        "менее 12 ед.",
        "> 5",
        "5 плюс один",
    ],
)
def test_a_word_that_makes_it_another_number_is_not_dropped(code: str, said: str) -> None:
    told = meant(code, said)
    assert told is None or "at_" in told.ru


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("«1» февраля 2024 г.", "без этих кавычек: пишите 2024-02-01"),
        ("２０２４-０２-０１", "обычными цифрами: пишите 2024-02-01"),
        ("02/01/2024", "возможны: 2024-01-02 или 2024-02-01"),
        ("13/01/2024", "пишите 2024-01-13"),
        ("02/02/2024", "пишите 2024-02-02"),
        ("31.02.2024", "дня 31.02.2024 нет в календаре"),
        ("02-30", "нужен и год"),
        ("45323", "похоже на номер дня, которым Excel хранит дату"),
    ],
)
def test_a_day_that_is_not_plain_is_told_why(said: str, words: str) -> None:
    told = meant("day_form", said)
    assert told is not None
    assert told.ru.startswith(words)


def test_until_a_day_may_be_with_it_or_without():
    told = meant("day_form", "до 01.01.2024")
    assert told is not None
    assert told.ru == "возможны: 2023-12-31 или 2024-01-01"


@given(st.integers(0, 10**12), st.sampled_from(["№ {}", "{} шт.", "{} г.", "с {} лет", "«{}»", "{} рублей"]))
def test_a_whole_number_is_found_among_words(number: int, way: str) -> None:
    told = meant("int_type", way.format(number))
    assert told is not None
    assert told.ru == f"пишите {number}"


NUMBERS = ("int_type", "amount", "number_form", "reported_value", "answer", "indicator_value")


@pytest.mark.parametrize("code", NUMBERS)
@given(st.integers(1000, 10**12), st.sampled_from(BLANKS))
def test_a_number_with_parted_thousands_is_told_whole(code: str, number: int, blank: str) -> None:
    told = meant(code, f"{number:,}".replace(",", blank))
    assert told is not None
    assert (told.ru, told.en) == (f"без пробелов: пишите {number}", f"without spaces: write {number}")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("не менее 12 000", "без пробелов: пишите {at_least: 12000}"),
        ("не более 12\u2009000,5", "без пробелов: пишите {at_most: 12000.5}"),
        ("12 000,5", "без пробелов: пишите 12000.5"),
        ("12 000 чел.", "без пробелов; если это единица показателя (unit), пишите 12000"),
        ("не менее 87,5 %", "если это единица показателя (unit), пишите {at_least: 87.5}"),
        ("12 00", None),
        ("2023 12 000", None),
    ],
)
def test_the_value_of_an_indicator_with_parted_thousands_is_told_whole(said: str, words: str | None) -> None:
    told = meant("indicator_value", said)
    assert (None if told is None else told.ru) == words


@pytest.mark.parametrize("said", ["от 5 до 7", "1, 2", "5-7", "много", "", "-5", "1,5", "пункты 3 и 4"])
def test_what_is_no_one_number_is_not_guessed(said: str) -> None:
    assert meant("int_type", said) is None


@pytest.mark.parametrize(
    ("said", "needed"),
    [
        ("да", "true"),
        ("Да", "true"),
        ("нет", "false"),
        ("yes", "true"),
        ("No", "false"),
        ("иногда", None),
        ("", None),
    ],
)
def test_yes_and_no(said: str, needed: str | None) -> None:
    told = meant("bool_type", said)
    assert (told and told.ru) == (needed and f"пишите {needed}")


def test_a_list_and_a_mapping_mean_nothing() -> None:
    assert meant("day_form", ["2024-01-15"]) is None
    assert meant("share_form", {}) is None
    assert meant("missing", "15.01.2024") is None


# ─── Адреса ──────────────────────────────────────────────────────────────────────────────────────────────

NUMBERS = st.lists(st.integers(1, 30), min_size=1, max_size=3).map(lambda steps: ".".join(map(str, steps)))
ADDRESSES = st.one_of(
    NUMBERS.map("p{}".format),
    st.builds("app{}.{}".format, st.integers(1, 20), NUMBERS),
    st.builds("app{}".format, st.integers(1, 20)),
    st.builds("sec{}.{}".format, st.integers(1, 39), NUMBERS),
    st.builds("app{}.sec{}.{}".format, st.integers(1, 9), st.integers(1, 39), NUMBERS),
    st.builds("p{}.{}".format, NUMBERS, st.sampled_from("абвгд")),
    st.builds("art{}".format, st.integers(1, 99)),
    st.builds("art{}.part{}".format, st.integers(1, 99), st.integers(1, 9)),
    st.builds("art{}.part{}.item{}".format, st.integers(1, 99), st.integers(1, 9), st.integers(1, 9)),
)


@given(ADDRESSES)
@example("app3.5.5")
@example("art9.part2.item1")
def test_an_address_is_read_back_from_the_words_of_a_lawyer(address: str) -> None:
    latin = address[:-1] + {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d"}.get(address[-1], address[-1])
    said = worded(latin)
    assert said is not None
    for way in (
        said.ru,
        said.ru.replace(". ", "."),
        said.ru.upper(),
        said.ru.replace("прил.", "приложения №"),
    ):
        assert in_file(way) == address, way


@pytest.mark.parametrize(
    "said", ["", "где-то в конце", "п.", "п. 3 и п. 4", "п. 3, п. 4", "приложение", "3 и 4", "стр. 5"]
)
def test_what_is_no_one_address_is_not_guessed(said: str) -> None:
    assert in_file(said) is None


# ─── Коды и ключи ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", Vocabulary.__subclasses__(), ids=lambda words: words.__name__)
def test_every_code_is_found_by_its_own_words(words: type[Vocabulary]) -> None:
    told = [member.text.ru for member in words]
    for member in words:
        if told.count(member.text.ru) == 1:
            assert [*codes_of(member.text.ru, [one.value for one in words])] == [member.value]


def test_a_word_that_is_no_code_is_none() -> None:
    assert codes_of("синхрофазотрон", ["electronic", "paper"]) == {}
    assert codes_of("electronics", ["electronic", "paper"]) == {}
    assert keys_of("quorom", ["quorum"]) == []


def test_a_key_is_known_to_stand_within_another() -> None:
    assert holders_of("quorum", Edition.known_keys()) == ["working_group"]
    assert holders_of("duties", WorkingGroup.known_keys()) == ["secretary"]
    assert holders_of("nothing", Edition.known_keys()) == []
    assert holders_of("quorum", ["title"]) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("29.09.2023", "пишите 2023-09-29"),
        ("29.09.2023 0:00:00", "без времени: пишите 2023-09-29"),
        ("2023-09-29T00:00:00", "без времени: пишите 2023-09-29"),
        ("20230929", "пишите 2023-09-29"),
        ("20230929000000", "без времени: пишите 2023-09-29"),
        ("00010101", "01.01.0001 — пустая дата"),
        ("00010101000000", "01.01.0001 — пустая дата"),
        ("0001-01-01T00:00:00", "01.01.0001 — пустая дата"),
        ("01.01.0001 0:00:00", "01.01.0001 — пустая дата"),
        ("", "дня нет; укажите день"),
        ("  .  .    ", "дня нет; укажите день"),
        ("/Date(1695945600000)/", "ФорматДатыJSON.ISO"),
        ("new Date(1695945600000)", "ФорматДатыJSON.ISO"),
    ],
)
def test_a_day_as_1c_writes_it_is_told_how_to_write(said, words):
    assert words in meant("day_form", said).ru


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("чел.", Unit.PERSONS),
        ("чел", Unit.PERSONS),
        ("человек", Unit.PERSONS),
        ("Человек", Unit.PERSONS),
        ("чел.-ч", Unit.PERSON_HOURS),
        ("чел.-час", Unit.PERSON_HOURS),
        ("чел/час", Unit.PERSON_HOURS),
        ("человеко-час", Unit.PERSON_HOURS),
        ("человеко-часы", Unit.PERSON_HOURS),
        ("человеко-день", Unit.PERSON_DAYS),
        ("чел.-дн.", Unit.PERSON_DAYS),
        ("койко-день", Unit.BED_DAYS),
        ("услуга", Unit.SERVICES),
        ("ед.", Unit.UNITS),
        ("единица", Unit.UNITS),
        ("рублей", Unit.ROUBLES),
        ("час. в неделю", Unit.HOURS_A_WEEK),
    ],
)
def test_a_unit_of_a_document_is_never_taken_for_another(said, unit):
    assert [*codes_of(said, [one.value for one in Unit])] == [unit.value]
