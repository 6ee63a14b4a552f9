"""An extract put before a step: was it there on the day of the step?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.rules.step.handed import at_hand
from law189.verdict import Outcome

DAYS = st.dates(date(2023, 1, 1), date(2025, 12, 31))


@given(st.sampled_from(("order", "certificate", "provider")), DAYS, st.integers(-400, 400))
def test_an_extract_of_a_later_day_than_the_step_leaves_it_to_a_person(name, on, later):
    as_of = on + timedelta(later)
    verdict = at_hand(name, as_of, on)
    assert (verdict.rule, verdict.outcome) == (
        "standing.at_hand",
        Outcome.UNKNOWN if later > 0 else Outcome.HOLDS,
    )
    assert (verdict.facts["name"], verdict.facts["as_of"], verdict.facts["on"]) == (name, as_of, on)
    assert [ask.path for ask in verdict.asks] == ([f"event.{name}"] if later > 0 else [])


@pytest.mark.parametrize("later", [0, 1])
def test_both_days_stand_in_the_sentence(later):
    text = at_hand("order", date(2024, 1, 9 + later), date(2024, 1, 9)).text.ru
    assert f"Дата выписки: {9 + later:02}.01.2024" in text
    assert "09.01.2024" in text
