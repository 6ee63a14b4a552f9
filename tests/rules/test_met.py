"""Whether a meeting took place on the day for which it was convened, and whether it was left unheld in vain."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Citation, Day, Norm, Text
from law189.rules.group.met import as_convened, established, in_vain
from law189.verdict import Outcome

HOLDS, BREACH, UNKNOWN, VOID = Outcome
CITE, RELATIONS = (Citation("town-5", f"p{n}", Text(f"п. {n}", f"item {n}")) for n in (3, 9))
DAY = date(2024, 3, 15)
NAMES = {"chair": Text("председатель", "chair"), "member-1": Text("директор школы", "member-1")}
AWAY = st.integers(-40, 40).map(timedelta)


@given(AWAY, AWAY, st.booleans())
def test_a_group_exists_from_its_decree_and_earlier_where_that_covers_what_was_before(met, said, silent):
    """A day that the decree covers is one before it was issued; a later one takes nothing from the group."""
    covered = None if silent else Norm[Day](value=DAY + said, basis=RELATIONS)
    told = established(DAY + met, DAY, CITE, covered)
    before = met < timedelta(0)
    reached = covered is not None and said <= met
    assert told.outcome is (VOID if before and not reached else HOLDS)
    assert told.cites == ((CITE, RELATIONS) if before and reached else (CITE,))


def test_the_day_that_a_decree_without_a_date_covers_says_nothing_of_when_its_group_began():
    told = established(DAY, None, CITE, Norm[Day](value=DAY, basis=RELATIONS))
    assert (told.outcome, [ask.path for ask in told.asks]) == (UNKNOWN, ["profile.act.date"])


@given(AWAY)
def test_a_meeting_is_opened_on_the_day_for_which_it_was_convened(later):
    told = as_convened(DAY, DAY + later, CITE)
    assert told.outcome is (BREACH if later else HOLDS)
    assert (told.facts["held_on"], told.facts["on"], told.cites) == (DAY, DAY + later, (CITE,))


@pytest.mark.parametrize(
    ("quorum", "led", "outcome", "why"),
    [
        (True, True, BREACH, "кворум имеется; председательствующий есть"),
        (True, False, HOLDS, "кворум имеется; председательствующего нет"),
        (False, True, HOLDS, "кворума нет; председательствующий есть"),
        (False, False, HOLDS, "кворума нет; председательствующего нет"),
    ],
)
def test_a_meeting_is_left_unheld_where_it_could_not_decide_and_in_vain_otherwise(quorum, led, outcome, why):
    told = in_vain(["chair", "member-1", "expert"], CITE, quorum=quorum, led=led, names=NAMES)
    assert (told.outcome, told.cites) == (outcome, (CITE,))
    assert told.text.ru == (
        f"Явились: председатель, директор школы и expert; {why}; заседание не состоялось."
    )


def test_a_meeting_to_which_nobody_came_says_so():
    told = in_vain([], CITE, quorum=False, led=False)
    assert (told.outcome, told.facts["present"]) == (HOLDS, ())
    assert told.text.ru.startswith("Никто не явился; кворума нет;")
