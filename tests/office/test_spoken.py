"""What is said in words: addresses and days as a lawyer writes them, shares and terms as a regulation does."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from law189.files.parser import read_tree
from law189.law import Entry
from law189.law.address import normal, worded
from law189.law.entry import Day as DayType
from law189.measures import Volume
from law189.office.interview.addresses import address_in
from law189.office.interview.spoken import Choice, Day, Misread, of_vocabulary
from law189.office.interview.spoken_measures import Quantum, Sum
from law189.office.interview.spoken_shares import Threshold
from law189.office.interview.spoken_terms import Force, Frequency, InDays, Term
from law189.office.interview.written_yaml import written
from law189.profile.terms import Term as TermType
from law189.profile.thresholds import Threshold as ThresholdType
from law189.profile.thresholds import Whole
from law189.profile.validity import Entering

MONTHS = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905  # read
)
NUMBERS = st.integers(1, 30).map(str)
DOTTED = st.lists(NUMBERS, min_size=1, max_size=3).map(".".join)
LETTERS = st.sampled_from("абвгдезиклмнопрстуфхцчшщэюя")
ADDRESSES = st.one_of(
    DOTTED.map("p{}".format),
    st.tuples(DOTTED, LETTERS).map("p{0[0]}.{0[1]}".format),
    st.tuples(NUMBERS, DOTTED).map("app{0[0]}.{0[1]}".format),
    NUMBERS.map("app{}".format),
    DOTTED.map("app.{}".format),
    st.tuples(NUMBERS, DOTTED).map("sec{0[0]}.{0[1]}".format),
    st.tuples(NUMBERS, NUMBERS, DOTTED).map("app{0[0]}.sec{0[1]}.{0[2]}".format),
    st.tuples(NUMBERS, NUMBERS, NUMBERS).map("app{0[0]}.tab{0[1]}.row{0[2]}".format),
    st.tuples(NUMBERS, NUMBERS).map("app{0[0]}.note{0[1]}".format),
    st.tuples(NUMBERS, NUMBERS, NUMBERS).map("art{0[0]}.part{0[1]}.item{0[2]}".format),
    st.just("preamble"),
    st.just("title"),
)


@given(ADDRESSES)
def test_an_address_is_read_in_the_words_that_the_library_writes_it_with(address):
    own = normal(address)
    assert address_in(address) == address
    said = worded(own).ru
    assert normal(address_in(said)) == own, said
    full = said.replace("прил.", "приложения №").replace("разд.", "раздела").replace("п.", "пункт")
    if "табл" not in said and "«п" not in said:
        assert normal(address_in(full)) == own, full


@given(st.text(alphabet="абвп. 123ст№«»", max_size=20))
def test_what_is_no_address_is_none_or_one_of_the_right_form(said):
    found = address_in(said)
    assert found is None or normal(found) is not None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_is_read_in_three_forms(day):
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year} года"
    for said in (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year} г.", day.isoformat(), words):
        assert TypeAdapter(DayType).validate_python(Day().read(said, {})) == day


@given(
    st.sampled_from(["не менее", "более"]),
    st.integers(1, 9),
    st.integers(2, 10),
    st.sampled_from(list(Whole)),
)
def test_a_threshold_is_read_in_words(how, part, of, whole):
    assume(part < of)
    read = Threshold().read(f"{how} {part}/{of} от {whole.text.ru}", {})
    found = ThresholdType.model_validate(read)
    assert found.of is whole
    assert (found.at_least is None) == (how == "более")


def test_every_choice_is_taken_by_its_number_its_words_and_its_code():
    choice = Choice(of=of_vocabulary(Whole))
    for number, (code, words) in enumerate(choice.offered({}), start=1):
        for said in (str(number), words.ru, words.en, words.ru.upper(), code):
            assert choice.read(said, {}) == code
    with pytest.raises(Misread):
        choice.read("0", {})


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("до 01.10.2023", "before"),
        ("по 1 октября 2023 года", "by"),
        ("не позднее 01.03.2024", "not_later"),
        ("01.03.2024", "on"),
        ("с 01.03.2024", "from"),
        ("IV квартал 2024 года", "quarter"),
        ("в 4 квартале 2024 г.", "quarter"),
        ("первое полугодие 2024 года", "half_year"),
        ("март 2024 года", "month"),
        ("2023 год", "year"),
        ("в течение 2023 года", "year"),
        ("ежегодно до 1 марта", "yearly"),
        ("не реже 1 раза в квартал", "regular"),
        ("по мере необходимости", "as_needed"),
        ("5 рабочих дней", "after"),
        ("до 10 числа месяца, следующего за отчётным", "next_month"),
        ("не позднее 5-го числа месяца, следующего за отчетным кварталом", "next_month"),
        ("в течение 12 месяцев", "after_months"),
        ("3 месяца со дня официального опубликования", "after_months"),
        ("в течение 10 рабочих дней после доведения лимитов бюджетных обязательств", "after"),
    ],
)
def test_a_term_of_the_plan_is_read_as_the_model_has_it(said, kind):
    read = Term().read(said, {})
    assert TypeAdapter(TermType).validate_python(read).kind == kind


@pytest.mark.parametrize(
    ("said", "amount", "unit"),
    [
        ("144 человеко-часа", "144", "person-hours"),
        ("1 200,50 руб.", "1200.50", "roubles"),
        ("4 часа в неделю", "4", "hours-a-week"),
        ("12.5 person-hours", "12.5", "person-hours"),
        ("20 человеко-дней", "20", "person-days"),
        ("1 чел.-день", "1", "person-days"),
        ("14 койко-дней", "14", "bed-days"),
        ("3 человека", "3", "persons"),
        ("15 чел.", "15", "persons"),
        ("2 услуги", "2", "services"),
        ("10 ед.", "10", "units"),
    ],
)
def test_a_volume_is_read_with_its_unit(said, amount, unit):
    read = Quantum().read(said, {})
    assert read == {"amount": amount, "unit": unit}
    assert Volume.model_validate(read).unit.value == unit


def test_a_sum_is_read_with_and_without_its_unit():
    assert {Sum().read(said, {}) for said in ("1200,50", "1 200,50 рублей", "1200.50 руб.")} == {"1200.50"}
    assert Sum().read("дорого", {}) == "дорого"


@pytest.mark.parametrize("reader", [Quantum(), Term(), Frequency(), InDays(), Force(), Threshold()])
@given(said=st.text(max_size=20))
def test_what_is_not_understood_is_said_so(reader, said):
    with suppress(Misread):
        assert reader.read(said, {})


@pytest.mark.parametrize(
    "said", ["1", "со дня подписания", "через 10 дней после официального опубликования", "с 01.01.2024"]
)
def test_when_an_act_begins_to_hold_is_read(said):
    class Holder(Entry):
        value: Entering

    assert Holder.model_validate({"value": Force().read(said, {})})


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 10**9)
    | st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["ru", "of", "kind"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(PLAIN)
def test_whatever_is_written_is_read_back(value):
    assert read_tree(f"key: {written(value)}\n", "").plain() == {"key": value}


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("не менее 5 членов группы", {"persons": 5, "of": "members"}),
        ("не менее 5 членов рабочей группы", {"persons": 5, "of": "members"}),
        ("не менее 5 человек", {"persons": 5, "of": "members"}),
        ("не менее 7 голосов «за» и «против»", {"persons": 7, "of": "for_and_against"}),
        ("at least 5 members", {"persons": 5, "of": "members"}),
    ],
)
def test_a_number_of_members_is_said_in_words(said, value):
    assert Threshold().read(said, {}) == value
    assert ThresholdType.model_validate(value).people(100) == value["persons"]
