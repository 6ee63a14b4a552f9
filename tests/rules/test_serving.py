"""Acts of days on which the provider could not serve: a person decides, and the days are told."""

from datetime import date

import pytest

from law189.profile.loader import load_profile
from law189.rules.providers.serving import ACT, CLAIM, Stretch, could_serve
from law189.verdict import Outcome

CITE = load_profile("kemerovo").latest.whole
MARCH = (date(2024, 3, 1), date(2024, 3, 31))
SERVICE = "804200О.99.0.ББ52АЖ48000"
HALF, ONE = Stretch(date(2024, 3, 15), date(2024, 3, 31)), Stretch(date(2024, 3, 15), date(2024, 3, 15))


@pytest.mark.parametrize(("outside", "unlicensed"), [((HALF,), ()), ((), (ONE,)), ((ONE,), (HALF, ONE))])
def test_an_act_of_such_days_is_for_a_person_to_decide(outside, unlicensed):
    verdict = could_serve(ACT, "А-1", MARCH, "4205000009", [SERVICE], outside, unlicensed, CITE)
    assert verdict.outcome is Outcome.UNKNOWN
    assert [ask.path for ask in verdict.asks] == ["decision"]
    assert verdict.cites == (CITE,)
    for lang in ("ru", "en"):
        assert all(one.text[lang] in verdict.text[lang] for one in (*outside, *unlicensed))
    assert ("нет таких дней" in verdict.text.ru) is not (outside and unlicensed)


def test_an_act_or_a_claim_without_such_days_holds():
    for what in (ACT, CLAIM):
        verdict = could_serve(what, "1", MARCH, "4205000009", [SERVICE], (), ())
        assert verdict.outcome is Outcome.HOLDS
        assert verdict.text.ru.startswith(f"{what.ru} № 1 с 01.03.2024 по 31.03.2024")


def test_days_in_a_row_are_told_by_their_first_and_last():
    assert (HALF.text.ru, ONE.text.ru) == ("с 15.03.2024 по 31.03.2024", "15.03.2024")
    assert (HALF.text.en, ONE.text.en) == ("2024-03-15 to 2024-03-31", "2024-03-15")
