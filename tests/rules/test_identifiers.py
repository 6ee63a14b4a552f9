"""The unique number of a service, and when two numbers mean one service."""

import pytest

from law189.loader import load_profile, shipped_profiles
from law189.rules.identifiers import SIGN, canonical, same_service, sign_of
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo")
LETTER, DIGIT, LATIN = (f"804200{sign}.99.0.ББ52АЖ48000" for sign in "О0O")
OTHER = "804200О.99.0.ББ52АЕ11000"
CITE = KEMEROVO.services[0].cite
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
    for service in load_profile(name).services:
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
        assert "check it against the list" in verdict.text.en
        assert verdict.reading is None
