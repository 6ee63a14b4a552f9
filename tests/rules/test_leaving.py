"""What a contract that ended leaves of the certificate: either something goes back, or the certificate is used."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from law189.measures import Unit
from law189.rules.certificates.leaving import returned, spent
from law189.verdict import Outcome

LEFT = st.integers(-10, 10**6).map(lambda part: Decimal(part).scaleb(-2)) | st.just(Decimal("0.00"))


@given(LEFT, st.sampled_from(list(Unit)))
def test_the_least_rest_goes_back_and_a_certificate_is_used_when_there_is_none(left, unit):
    back, used = returned(left, unit), spent(left, unit)
    assert (back.rule, used.rule) == ("certificates.returned", "certificates.spent")
    assert back.outcome is (Outcome.HOLDS if left > 0 else Outcome.VOID)
    assert used.outcome is (Outcome.HOLDS if left == 0 else Outcome.VOID)
    assert (back.facts["left"], back.facts["unit"], used.facts["left"]) == (left, unit.text, left)
