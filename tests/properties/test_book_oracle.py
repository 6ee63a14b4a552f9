"""Small worlds of cases: the audit finds in each line what an oracle finds, for all that only many cases show.

tests/book_oracle.py was written from the findings as they are described in words, before its author had read the
casebook. Where the words leave it open the oracle says so, and that line is not compared for that finding.
"""

from collections import Counter
from datetime import date

import pytest
from book_oracle import RESTS_ON, answer
from book_worlds import PARAMETERS, worlds
from hypothesis import given, settings
from hypothesis import strategies as st
from places import EXAMPLES

from law189.audit.bulk import Audit, audit, in_time
from law189.casebook.line import LINE
from law189.files.parser import read_tree
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome

ACTS = read_tree((EXAMPLES / "adopted_acts.yaml").read_text(encoding="utf-8"), "adopted_acts.yaml").plain()[
    "adopted"
]
CITED = [{**one, "cite": "invented-3/p9"} for one in PARAMETERS]
KEMEROVO = {**shipped_data()["municipalities"]["kemerovo"], "adopted": ACTS}
PROFILES = {
    "as it is": ([], load_profile(KEMEROVO)),
    "with parameters": (PARAMETERS, load_profile({**KEMEROVO, "parameters": CITED})),
}
USUAL = ("standing.formed", "volumes.covered")
"""Rules of the contract itself, which see here what the book shows of the certificate."""
COUNTED = "reconciliation.extract_agrees"


def differing(lines, parameters, profile, on=None):
    """What one of the two finds and the other does not, in words."""
    said = answer(lines, parameters, on)
    wanted = {one for one in said.found if one[2] != COUNTED and one[2] != RESTS_ON}
    wanted |= {(0, case, code, outcome) for _, case, code, outcome in said.found if code == RESTS_ON}
    counted = Counter(line for line, _, code, _ in said.found if code == COUNTED)
    got, told = set(), Counter()
    asked, day = Audit(profile), on or max((line["on"] for line in lines), default="2024-01-01")
    for at, line in in_time([(at, LINE.validate_python(line)) for at, line in enumerate(lines, 1)]):
        for one in asked.take(at, line):
            finding = (one.line, one.history, one.rule, one.outcome.value)
            if one.rule == COUNTED:
                told[one.line] += 1
            elif one.rule.startswith("reconciliation.") or (
                one.rule in USUAL and one.kind == "concluded" and finding[3] == "void"
            ):
                got.add(finding)
    resting = list(asked.book.dependants(date.fromisoformat(day)))
    got |= {(0, one.history.id, one.verdict.rule, one.verdict.outcome.value) for one in resting}
    open_here = {
        one for one in wanted | got if (one[0], one[2]) in said.open or (one[0], one[1]) in said.open
    }
    words = [f"the audit does not say {one}" for one in sorted(wanted - got - open_here)]
    words += [f"only the audit says {one}" for one in sorted(got - wanted - open_here)]
    for line in sorted({*counted, *told}):
        if counted[line] != told[line] and (line, COUNTED) not in said.open:
            words.append(f"{COUNTED} of line {line}: wanted {counted[line]}, found {told[line]}")
    return words


@given(lines=worlds())
@settings(max_examples=60)
def test_the_audit_finds_what_the_oracle_finds(lines):
    assert differing(lines, *PROFILES["as it is"]) == []


@given(lines=worlds(PARAMETERS))
@settings(max_examples=60)
def test_the_audit_finds_what_the_oracle_finds_where_an_act_sets_parameters(lines):
    assert differing(lines, *PROFILES["with parameters"]) == []


@given(lines=worlds(), data=st.data())
@settings(max_examples=40)
def test_an_audit_tells_everything_and_stops_at_nothing(lines, data):
    """Whatever is wrong: days that run backwards, steps left out, told twice or in another order."""
    picked = data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=40))
    days = st.sampled_from(sorted({line["on"] for line in lines}))
    spoilt = [{**line, "on": data.draw(days)} if data.draw(st.booleans()) else line for line in picked]
    read = [(at, LINE.validate_python(line)) for at, line in enumerate([*lines, *spoilt], 1)]
    until = data.draw(st.none() | days.map(date.fromisoformat))
    profile = PROFILES["with parameters"][1]
    assert all(one.outcome is not Outcome.HOLDS for one in audit(read, profile, on=until))


@pytest.mark.nightly
@given(lines=worlds())
@settings(max_examples=3000)
def test_the_audit_finds_what_the_oracle_finds_in_many_more_worlds(lines):
    assert differing(lines, *PROFILES["as it is"]) == []


@pytest.mark.nightly
@given(lines=worlds(PARAMETERS))
@settings(max_examples=3000)
def test_the_audit_finds_what_the_oracle_finds_in_many_more_worlds_with_parameters(lines):
    assert differing(lines, *PROFILES["with parameters"]) == []
