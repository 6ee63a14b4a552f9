"""What a certificate was given is not taken away by a later act: an amendment is asked of what it gives besides."""

from datetime import date, timedelta

import pytest
from cases_at_hand import FORMED_CERTIFICATE, FULL_TIME, HOLDS, IN_NAVIGATOR, VOID, hours, taking
from filled import acts
from hypothesis import given
from hypothesis import strategies as st

from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows import certificate as c
from law189.workflows.certificate import lifecycle as certificate

MADE = FORMED_CERTIFICATE[-1]
FROM = date(2024, 3, 1)
UNTIL, NOMINAL = MADE.valid_until, int(MADE.nominal.amount)


def under(*, days, nominal):
    """Kemerovo whose acts let a certificate be valid for so many days, and give so many hours at most."""
    adopted = list(acts())
    for fills in (one["fills"] for one in adopted):
        for fill in fills:
            if fill["slot"] == "certificate.validity_term":
                fill["term"] = {"kind": "after", "days": days, "unit": "calendar_days"}
    volume = {"amount": nominal, "unit": "person-hours"}
    parameters = {"cite": "p1", "services": [FULL_TIME], "nominals": [{"volume": volume}]}
    municipality = shipped_data()["municipalities"]["kemerovo"]
    return load_profile({**municipality, "adopted": adopted, "parameters": [parameters]})


GENEROUS, STRICT = under(days=400, nominal=1000), under(days=60, nominal=10)
HISTORY = taking(certificate, "17")(*FORMED_CERTIFICATE, profile=GENEROUS)


def amended(nominal, until):
    order = MADE.order.model_copy(update={"as_of": FROM})
    facts = {"by": "education", "document": IN_NAVIGATOR, "reason": "изменился объём", "order": order}
    return c.Amended(on=FROM, nominal=hours(nominal), valid_until=until, **facts)


@given(st.integers(1, NOMINAL), st.integers(0, (UNTIL - FROM).days))
def test_what_is_left_or_made_less_is_judged_alike_under_a_stricter_act(nominal, earlier):
    step = amended(nominal, UNTIL - timedelta(earlier))
    before, now = (certificate.judge(HISTORY, step, profile) for profile in (GENEROUS, STRICT))
    assert before.outcome is now.outcome is Outcome.HOLDS


@pytest.mark.parametrize(
    ("nominal", "later", "rule"),
    [(NOMINAL + 1, 0, "consumers.nominal"), (NOMINAL, 1, "certificates.valid_within")],
)
def test_what_is_given_besides_is_judged_by_the_act_of_its_day(nominal, later, rule):
    verdict = certificate.judge(HISTORY, amended(nominal, UNTIL + timedelta(later)), STRICT)
    assert rule in {one.rule for one in verdict.walk() if one.outcome is not HOLDS}
    assert (verdict.outcome is VOID) == (rule == "certificates.valid_within")
