"""The unique number of a service, and when two mean one service; the INN and the OGRN of a provider."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from law189.extracts import ProviderKind
from law189.numbers import SIGN, canonical, sign_of
from law189.profile.loader import load_profile, shipped_profiles
from law189.rules.identifiers import (
    ORDER,
    among,
    each_among,
    inn,
    inn_fits,
    ogrn,
    ogrn_fits,
    same_provider,
    same_service,
)
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo")
LETTER, DIGIT, LATIN = (f"804200{sign}.99.0.ББ52АЖ48000" for sign in "О0O")
OTHER = "804200О.99.0.ББ52АЕ11000"
CITE = KEMEROVO.latest.services[0].cite
NO_NUMBER = ["", "804200", "804200О.99.0.ББ52АЖ4800", "804200Х.99.0.ББ52АЖ48000", "{x}", LETTER + "0"]


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        (LETTER, "О"),
        (DIGIT, "0"),
        (LATIN, "O"),
        ("804200О990ББ52АЖ48000", "О"),
        (" 804200О.99.0. ББ52\nАЖ48000 ", "О"),
    ],
    ids=["letter", "digit", "Latin letter", "no dots", "broken by spaces"],
)
def test_a_number_is_read_however_a_source_prints_it_and_keeps_its_sign(written, sign):
    assert canonical(written) == LETTER
    assert sign_of(written) == sign


@pytest.mark.parametrize("written", NO_NUMBER)
def test_what_has_another_form_is_no_number(written):
    assert canonical(written) is None
    assert sign_of(written) is None


@pytest.mark.parametrize("name", shipped_profiles())
def test_every_service_of_the_shipped_lists_has_a_number_that_reads(name):
    for service in load_profile(name).latest.services:
        assert canonical(service.number)[6] == SIGN


def test_the_same_number_means_one_service_and_turns_on_no_reading():
    verdict = same_service(LETTER, LETTER, CITE)
    assert verdict.outcome is Outcome.HOLDS
    assert verdict.reading is None
    assert verdict.cites == (CITE,)


def test_different_numbers_mean_different_services():
    verdict = same_service(LETTER, OTHER, CITE)
    assert verdict.outcome is Outcome.VOID
    assert verdict.facts["same"] is False


def test_s1_says_whether_the_digit_and_the_letter_mean_one_service():
    one_service = same_service(DIGIT, LETTER, CITE)
    assert one_service.outcome is Outcome.HOLDS
    assert (one_service.reading.code, one_service.reading.choice) == ("S1", "one_service")
    assert [other.outcome for other in one_service.reading.otherwise] == [Outcome.VOID]
    by_letter = same_service(DIGIT, LETTER, CITE, choices={"S1": "by_letter"})
    assert by_letter.outcome is Outcome.VOID
    assert [other.outcome for other in by_letter.reading.otherwise] == [Outcome.HOLDS]
    assert same_service(DIGIT, DIGIT, CITE, choices={"S1": "by_letter"}).outcome is Outcome.HOLDS


@pytest.mark.parametrize("written", NO_NUMBER)
def test_a_number_that_does_not_read_is_unknown_and_asks_to_be_checked(written):
    for one, other in ((written, LETTER), (LETTER, written)):
        verdict = same_service(one, other, CITE)
        assert verdict.outcome is Outcome.UNKNOWN
        assert f"give: the number as listed in place of «{written}»" in verdict.text.en
        assert [ask.path for ask in verdict.asks] == [f"service {written}"]
        assert verdict.reading is None


# ─── ИНН и ОГРН ──────────────────────────────────────────────────────────────────────────────────────────

COMPANY, PERSON = "4205000009", "420500000059"
OGRN, OGRNIP = "1024200000000", "304420500000013"
REMAINDER_TEN, REMAINDER_ELEVEN = "304420500000080", "304420500000091"
TEN, TWELVE = (
    ((2, 4, 10, 3, 5, 9, 4, 6, 8),),
    ((7, 2, 4, 10, 3, 5, 9, 4, 6, 8), (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)),
)
LEGAL, SOLE, NATURAL = ProviderKind.LEGAL_ENTITY, ProviderKind.SOLE_PROPRIETOR, ProviderKind.NATURAL_PERSON


def digits(count, first="0123456789"):
    return st.tuples(
        st.sampled_from(first), st.text("0123456789", min_size=count - 1, max_size=count - 1)
    ).map("".join)


def with_control(number, weights):
    """The number with each control digit, as the tax service counts them."""
    for row in weights:
        number += str(sum(w * int(d) for w, d in zip(row, number, strict=True)) % 11 % 10)
    return number


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (COMPANY, COMPANY),
        (PERSON, PERSON),
        ("42 05 000009", COMPANY),
        (f" {COMPANY}\n", COMPANY),
        ("４２０５０００００９", COMPANY),
        ("4205000008", None),
        ("420500000058", None),
        ("420500000", None),
        ("42050000090", None),
        ("420500000О", None),
        ("4205-000009", COMPANY),
        ("٤٢٠٥٠٠٠٠٠٩", None),
        ("0000000000", None),
        ("000000000000", None),
        ("", None),
        ("ИНН", None),
    ],
)
def test_an_inn_is_read_by_its_control_digits(written, read):
    assert inn(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (OGRN, OGRN),
        (OGRNIP, OGRNIP),
        ("1 02 42 0000000 0", OGRN),
        (f"{OGRN}\n", OGRN),
        (REMAINDER_TEN, REMAINDER_TEN),
        (REMAINDER_ELEVEN, REMAINDER_ELEVEN),
        ("1024200000001", None),
        ("304420500000014", None),
        ("304420500000081", None),
        ("104420500000013", None),
        ("2194205000010", None),
        ("7194205000019", None),
        ("0000000000000", None),
        ("10242000000OO", None),
        ("30442050000001\n", None),
        ("١٠٢٤٢٠٠٠٠٠٠٠٠", None),
        ("", None),
        ("\n", None),
    ],
)
def test_an_ogrn_is_read_by_its_control_digit(written, read):
    assert ogrn(written) == read


@given(digits(9), digits(10))
def test_every_number_with_its_control_digits_is_an_inn_and_a_wrong_last_digit_is_none(company, person):
    for number, weights in ((company, TEN), (person, TWELVE)):
        assume(number.strip("0"))
        whole = with_control(number, weights)
        assert inn(whole) == whole
        assert [inn(whole[:-1] + last) for last in "0123456789"].count(None) == 9


@given(digits(12, first="15"), digits(14, first="3"))
@example(OGRN[:-1], REMAINDER_TEN[:-1])
@example(OGRN[:-1], REMAINDER_ELEVEN[:-1])
def test_exactly_one_last_digit_makes_an_ogrn_whatever_the_remainder(legal, sole):
    for number, divisor in ((legal, 11), (sole, 13)):
        right = str(int(number) % divisor)[-1]
        assert [last for last in "0123456789" if ogrn(number + last)] == [right]


@given(
    st.text() | st.text("0123456789 \n", min_size=9, max_size=17) | st.text("3٣３", min_size=13, max_size=15)
)
@example("\ud800")
@example("9" * 5000)
def test_any_string_is_read_or_is_no_number(written):
    for read in (inn(written), ogrn(written)):
        assert read is None or read.isascii()
    for kind in ProviderKind:
        assert inn_fits(written, kind).outcome in {Outcome.HOLDS, Outcome.VOID}
        assert ogrn_fits(written, kind).outcome in {Outcome.HOLDS, Outcome.VOID}


@pytest.mark.parametrize(
    ("kind", "inns", "ogrns"),
    [(LEGAL, {COMPANY}, {OGRN}), (SOLE, {PERSON}, {OGRNIP}), (NATURAL, {PERSON}, set())],
)
def test_the_numbers_fit_the_kind_of_provider(kind, inns, ogrns):
    for number in (COMPANY, PERSON, "4205000008"):
        assert (inn_fits(number, kind).outcome is Outcome.HOLDS) is (number in inns)
    for number in (OGRN, OGRNIP, "1024200000001"):
        assert (ogrn_fits(number, kind).outcome is Outcome.HOLDS) is (number in ogrns)
        assert ogrn_fits(number, kind).outcome is not Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "outcome"), [(LEGAL, Outcome.UNKNOWN), (SOLE, Outcome.UNKNOWN), (NATURAL, Outcome.HOLDS)]
)
def test_a_missing_ogrn_is_unknown_for_those_who_have_one(kind, outcome):
    verdict = ogrn_fits(None, kind)
    assert verdict.outcome is outcome
    assert ("provider.ogrn" in verdict.text.en) is (outcome is Outcome.UNKNOWN)


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        (COMPANY, COMPANY, Outcome.HOLDS),
        (COMPANY, "42 05 000009", Outcome.HOLDS),
        (COMPANY, PERSON, Outcome.VOID),
        (COMPANY, "4205000008", Outcome.VOID),
        ("1", "1", Outcome.HOLDS),
    ],
)
def test_another_inn_is_another_provider(before, after, outcome):
    assert same_provider(before, after).outcome is outcome


@pytest.mark.parametrize(("number", "valid"), [("4205000009", True), ("4205000008", False)])
def test_the_facts_say_whether_the_control_digits_are_right(number, valid):
    said = inn_fits(number, ProviderKind.LEGAL_ENTITY)
    assert said.facts["valid"] is valid
    assert ("цифры верны" if valid else "цифры неверны") in said.text.ru


@pytest.mark.parametrize(("number", "valid"), [("1024200000000", True), ("1024200000001", False)])
def test_the_facts_say_the_same_of_the_register_number(number, valid):
    assert ogrn_fits(number, ProviderKind.LEGAL_ENTITY).facts["valid"] is valid


def test_only_an_open_answer_says_which_numbers_do_not_read():
    open_ = among("804200", (LETTER,), ORDER)
    assert list(open_.facts["unread"]) == ["804200"]
    assert "804200" in open_.text.ru.partition("не читается")[2]
    assert among(LETTER, ("804200", LETTER), ORDER).facts["unread"] is None


def test_each_of_the_services_is_asked_in_turn():
    verdicts = list(each_among((LETTER, OTHER), (LETTER,), ORDER))
    assert [verdict.outcome for verdict in verdicts] == [Outcome.HOLDS, Outcome.VOID]
