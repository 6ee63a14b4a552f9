"""Which cases may be meant by a number that no case has: a slip of one sign leads back."""

from hypothesis import given
from hypothesis import strategies as st

from law189.casebook.shown.near import one_sign_off
from law189.numbers import number_key


@given(st.text(alphabet="0123456789абв/-", min_size=3, max_size=12), st.data())
def test_a_slip_of_one_sign_leads_back_to_the_number(number, data):
    """Left out, written once more, changed for another or swapped with the next: each is one sign off."""
    key = number_key(number)
    at, sign = data.draw(st.integers(0, len(key) - 1)), data.draw(st.sampled_from("0123456789-/"))
    slips = {key[:at] + key[at + 1 :], key[:at] + sign + key[at:], key[:at] + sign + key[at + 1 :]}
    slips.add(key[:at] + key[at : at + 2][::-1] + key[at + 2 :])
    for slip in slips - {key}:
        # a sign of neither the digits nor the slip itself cannot be guessed back
        guessed = len(slip) > 2 and (key[at] in "0123456789-/" or key[at] in slip)
        if guessed:
            assert key in one_sign_off(slip)
    assert key not in one_sign_off(key)
    assert one_sign_off("7" * 41) == ()
