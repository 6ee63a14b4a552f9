"""A service is among those that a document names, under reading S1; one written in two ways is one service."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.rules.identifiers import AGREEMENT, CERTIFICATE, ORDER, REGISTER, among, distinct
from law189.verdict import Outcome, Verdict

LETTER, DIGIT, LATIN = (f"804200{sign}.99.0.ББ52АЖ48000" for sign in ("О", "0", "O"))
SPACED = "804200О.99.0. ББ52АЖ48000"
OTHER = "804200О.99.0.ББ52АЕ11000"
BROKEN = "804200"
BY_LETTER = {"S1": "by_letter"}


@pytest.mark.provision("novokuznetsk-277/app1.1")
@pytest.mark.parametrize("written", [LETTER, DIGIT, LATIN, SPACED])
@pytest.mark.parametrize("named", [LETTER, DIGIT, LATIN, SPACED])
def test_however_the_seventh_character_is_written_it_is_one_service(written, named):
    said = among(written, (OTHER, named), CERTIFICATE)
    assert said.outcome is Outcome.HOLDS
    assert said.facts["found"] is True


@pytest.mark.parametrize("where", [CERTIFICATE, ORDER, REGISTER, AGREEMENT])
def test_another_service_is_not_among_them_and_the_sentence_says_where(where):
    said = among(LETTER, (OTHER,), where)
    assert said.outcome is Outcome.VOID
    assert said.text.ru == f"Услуга {LETTER} не названа {where.ru}; названные услуги: {OTHER}."
    assert said.reading is None


def test_a_document_that_names_no_service_names_not_this_one():
    assert among(LETTER, (), ORDER).outcome is Outcome.VOID
    assert "не названа в заказе по сертификатам; названные услуги: нет" in among(LETTER, (), ORDER).text.ru


def test_an_answer_that_turned_on_the_seventh_character_names_the_reading():
    said, strict = among(DIGIT, (LETTER,), ORDER), among(DIGIT, (LETTER,), ORDER, BY_LETTER)
    assert (said.outcome, strict.outcome) == (Outcome.HOLDS, Outcome.VOID)
    for verdict, other in ((said, Outcome.VOID), (strict, Outcome.HOLDS)):
        assert verdict.reading.code == "S1"
        assert [answer.outcome for answer in verdict.reading.otherwise] == [other]
        assert Verdict.from_json(verdict.as_json()) == verdict


def test_the_same_number_holds_under_either_reading_and_names_none():
    for choices in ({}, BY_LETTER):
        said = among(DIGIT, (LETTER, DIGIT), ORDER, choices)
        assert (said.outcome, said.reading) == (Outcome.HOLDS, None)


@pytest.mark.parametrize(("service", "named"), [(BROKEN, (LETTER,)), (LETTER, (BROKEN, OTHER))])
def test_a_number_that_does_not_read_leaves_it_unknown(service, named):
    said = among(service, named, ORDER)
    assert said.outcome is Outcome.UNKNOWN
    assert "один из номеров не читается" in said.text.ru


def test_a_number_that_does_not_read_hinders_nothing_where_another_is_the_same():
    assert among(DIGIT, (BROKEN, LETTER), ORDER).outcome is Outcome.HOLDS
    assert among(BROKEN, (BROKEN,), ORDER).outcome is Outcome.HOLDS


def test_one_service_written_twice_is_counted_once():
    assert distinct((LETTER, DIGIT, OTHER, LETTER)) == (LETTER, OTHER)
    assert distinct((LETTER, DIGIT), BY_LETTER) == (LETTER, DIGIT)
    assert distinct((BROKEN, BROKEN)) == (BROKEN,)
    assert distinct(()) == ()


@given(st.lists(st.sampled_from([LETTER, DIGIT, LATIN, SPACED, OTHER, BROKEN])))
def test_what_is_left_has_each_service_once_and_leaves_none_out(services):
    found = distinct(services)
    assert distinct(found) == found
    assert all(among(one, found, ORDER).outcome is Outcome.HOLDS for one in services)
    assert len(found) == len({("ББ52АЖ48000" in one) + 2 * (one == OTHER) for one in services})
