"""The limits of an act and the units of certificates: what is in another unit is not added, and that is said."""

from books import FULL_TIME, certified, included, ordered, with_parameters
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.audit.bulk import Audit
from law189.measures import Unit, Volume

RULE = "reconciliation.within_limit"
HOURS, WEEKLY = Unit.PERSON_HOURS, Unit.HOURS_A_WEEK
CERTIFICATES = st.lists(
    st.tuples(st.sampled_from((HOURS, WEEKLY)), st.integers(1, 60)), min_size=1, max_size=5
)
LIMITS = st.tuples(
    st.none() | st.integers(1, 5),
    st.none() | st.tuples(st.sampled_from((HOURS, WEEKLY)), st.integers(1, 150)),
)


def outcome(limit, nominals):
    """By the words of the limit: what the last of the certificates is."""
    number, volume = limit
    if number is not None and len(nominals) > number:
        return "void"
    if volume is None:
        return "holds"
    inside = [much for unit, much in nominals if unit is volume[0]]
    if sum(inside) > volume[1]:
        return "void"
    return "holds" if len(inside) == len(nominals) else "unknown"


def told(profile, nominals):
    """What is said of each certificate; the order has a line of either unit, so each is in its own."""
    asked, found = Audit(profile), {}
    at = 0
    for step in [*ordered(shares=((FULL_TIME, 600),)), *included()]:
        at += 1
        [*asked.take(at, step)]
    for place, (unit, much) in enumerate(nominals):
        *before, formed = certified(f"c{place}", number=f"К-{place}", file=str(place), nominal=much)
        nominal = Volume(amount=much, unit=unit)
        formed = formed.model_copy(update={"event": formed.event.model_copy(update={"nominal": nominal})})
        for step in (*before, formed):
            at += 1
            for one in asked.take(at, step):
                if one.rule == RULE:
                    found.setdefault(place, []).append(one)
    return found


@settings(max_examples=60, deadline=None)
@given(LIMITS, CERTIFICATES)
def test_a_limit_adds_no_certificate_in_another_unit_and_says_so(limit, nominals):
    """Void certificates count too: the limit is asked of all that an audit has recorded."""
    number, volume = limit
    set_limit = {"since": "2024-01-01"} | ({} if number is None else {"certificates": number})
    if volume is not None:
        set_limit["volume"] = {"amount": volume[1], "unit": volume[0].value}
    if len(set_limit) == 1:
        return
    found = told(with_parameters({"limits": [set_limit]}), nominals)
    for place in range(len(nominals)):
        expected = outcome(limit, nominals[: place + 1])
        said = {one.outcome.value for one in found.get(place, ())}
        assert said == ({expected} - {"holds"}), (place, limit, nominals)


def test_the_answer_names_how_many_are_in_other_units_and_what_to_do():
    profile = with_parameters({"limits": [{"volume": {"amount": 100, "unit": "hours-a-week"}}]})
    ((one,),) = told(profile, [(HOURS, 20)]).values()
    assert (one.facts["elsewhere"], one.facts["amount"]) == (1, 0)
    assert "не складывают" in one.text.ru
    assert "are not added" in one.text.en
