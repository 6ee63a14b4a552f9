"""The law of the order of lines: where lines of other cases and of other days stand in a file changes no finding.

A case may run backwards: one of its lines says a later day than those after it. What stays is the order of each
case, and that of the lines of one day.
"""

import re
from datetime import timedelta

from books import PROFILE
from drawn_years import years
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.bulk import audit


def otherwise(data, lines):
    """The places of the lines in another order, which keeps that of each case and of each day."""
    left, found = [*range(len(lines))], []
    while left:
        free = [at for at in left if not any(_bound(lines[one], lines[at]) for one in left if one < at)]
        found.append(data.draw(st.sampled_from(free)))
        left.remove(found[-1])
    return found


def _bound(first, second):
    return first.history == second.history or first.event.on == second.event.on


def findings(lines, places):
    """Every finding, with the places of its line and of its cause in the first order."""
    found = audit([(at, lines[place]) for at, place in enumerate(places, start=1)], PROFILE)
    told = (
        (places[one.line - 1], None if one.cause is None else places[one.cause - 1], one) for one in found
    )
    return sorted(
        (at, one.rule, str(one.outcome), _sorted(one.text.en), str(cause)) for at, cause, one in told
    )


def _sorted(words):
    """The words in any order, for cases are named in that in which they were begun, and no number of a line."""
    return sorted(re.sub(r"\blines?:? \d+", "", words).replace(",", " ").replace(";", " ").split())


@settings(max_examples=size(40, 2000), phases=[Phase.generate])
@given(lines=years(), data=st.data())
def test_no_finding_depends_on_where_the_lines_of_other_cases_stand(lines, data):
    if data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(lines) - 1))
        late = lines[at].event.on + timedelta(data.draw(st.integers(1, 100)))
        lines[at] = lines[at].model_copy(update={"event": lines[at].event.model_copy(update={"on": late})})
    here, there = findings(lines, [*range(len(lines))]), findings(lines, otherwise(data, lines))
    assert [one for one in here if one not in there] == [one for one in there if one not in here]
