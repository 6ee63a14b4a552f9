"""Drawn histories of the five lifecycles, right and spoilt, are judged as the oracle judges them.

tests/step_oracle.py was written from the decrees and the law by someone who had not read the library. Where the
law leaves an answer open it admits several.
"""

from random import Random

import pytest
from night import size
from places import EXAMPLES
from pydantic import ValidationError
from step_oracle import DISTRICT, KEMEROVO, judge, with_acts
from step_stories import draw

from law189.audit.replay import Replay
from law189.casebook.line import LINE
from law189.errors import FaultyInput
from law189.files.parser import read_tree
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome

HOLDS = Outcome.HOLDS
DECREES = {"kemerovo": KEMEROVO, "novokuznetsk_district": DISTRICT}
ACTS = read_tree((EXAMPLES / "adopted_acts.yaml").read_text(encoding="utf-8"), "adopted_acts.yaml").plain()[
    "adopted"
]
SETS = [(name, acts) for acts in (True, True, True, False) for name in DECREES]
FAULT = "fault"


def profile_of(name: str, acts: bool):
    return load_profile({**shipped_data()["municipalities"][name], **({"adopted": ACTS} if acts else {})})


@pytest.fixture(scope="module")
def profiles():
    return {chosen: profile_of(*chosen) for chosen in dict.fromkeys(SETS)}


def differing(profiles, seed: int) -> list[str]:
    """The lines of one drawn history whose answer the oracle does not admit.

    Lines after one that only this library refuses are not compared: they stand in another state.
    """
    name, acts = SETS[seed % len(SETS)]
    facts = with_acts(DECREES[name]) if acts else DECREES[name]
    steps = draw(Random(seed), facts).steps  # noqa: S311 - the same stories in every run
    replay, got = Replay(profiles[name, acts], "drawn.jsonl"), []
    for line, step in enumerate(steps, 1):
        try:
            done = replay.take(line, LINE.validate_python(step))
        except (ValidationError, FaultyInput):
            replay._lines.add(step["history"], line)  # a reader of files counts it so
            got.append((FAULT, False, frozenset()))
        else:
            failing = {
                part.rule for part in done.verdict.walk() if not part.parts and part.outcome is not HOLDS
            }
            got.append((done.verdict.outcome.value, done.accepted, failing))
    answers = judge(steps, facts, [accepted for _, accepted, _ in got])
    found = []
    for line, (answer, (outcome, accepted, failing)) in enumerate(zip(answers, got, strict=True), 1):
        if outcome in answer.outcome and accepted in answer.accepted:
            continue
        if open_here(answer.outcome, outcome, failing):
            break
        found.append(
            f"story {seed}, line {line}: {outcome} {sorted(failing)}; "
            f"admitted: {answer.outcome} {sorted(answer.reasons)}"
        )
    return found


def open_here(admitted: tuple[str, ...], outcome: str, failing: set[str]) -> bool:
    """Whether the difference is one that the documents of this library explain."""
    return (
        # what cannot be read is a fault of the file here, and no verdict is given on it
        (outcome == FAULT and not {"void", "unknown"}.isdisjoint(admitted))
        # the act amending the budget is asked for by more steps than the oracle knows
        or (outcome == "unknown" and "adoption.act" in failing)
        # the oracle knows no kinds of signature, and takes a wrong status as the start of the next count
        or (bool(failing) and failing <= {"roles.signature", "orders.status"})
    )


def test_drawn_histories_are_judged_as_the_oracle_judges_them(profiles):
    assert [found for seed in range(size(1200, 10_000)) for found in differing(profiles, seed)] == []
