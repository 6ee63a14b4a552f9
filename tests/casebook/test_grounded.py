"""What a contract says was rendered beside its grounds: its end does not hide that they were gone."""

import pytest
from books import PROFILE, agreed, certified, contracted, fulfilled, included, line, ordered, volume

from law189.audit.bulk import Audit
from law189.verdict import Outcome

RULE = "reconciliation.rendered_without"
TOWN = [*ordered(), *included(), *agreed(), *certified(), *contracted()]


def excluded(on="2024-03-01"):
    entry = next(one.history for one in included())
    return line(entry, "selection", "excluded", on, "education", ground="own-request", because="заявление")


def broken_off(on="2024-03-04"):
    case = next(one.history for one in agreed())
    return line(case, "agreement", "terminated", on, "education", ground="исключение", because="исключён")


def terminated(on, rendered):
    return line("k1", "contract", "terminated", on, "provider", because="исключён", rendered=volume(rendered))


def amended(on, rendered):
    return line(
        "k1", "contract", "amended", on, "provider", agreed_by="representative", ends_on="2024-05-31",
        document={"form": "electronic", "system": "navigator"}, volume=volume(72), rendered=volume(rendered),
    )  # fmt: skip


def found(*steps):
    """The grounds that are told of, each with what was rendered and the step that says so."""
    asked = Audit(PROFILE)
    told = [
        one for at, step in enumerate([*TOWN, *steps], 1) for one in asked.take(at, step) if one.rule == RULE
    ]
    assert all(one.outcome is Outcome.UNKNOWN for one in told)
    return [
        (one.kind, one.facts["ground"].en, one.facts["since"].isoformat(), one.facts["amount"])
        for one in told
    ]


ENTRY, AGREEMENT = "selection of providers", "agreement"
CASES = {
    "fulfilled long after both are gone": (
        [excluded(), broken_off(), *fulfilled(rendered=72)],
        [("fulfilled", ENTRY, "2024-03-01", 72), ("fulfilled", AGREEMENT, "2024-03-04", 72)],
    ),
    "recorded late": (
        [excluded(), *fulfilled(rendered=72, on="2024-06-03")], [("fulfilled", ENTRY, "2024-03-01", 72)],
    ),
    "terminated": ([broken_off(), terminated("2024-04-01", 20)], [("terminated", AGREEMENT, "2024-03-04", 20)]),
    "amended": ([broken_off(), amended("2024-04-01", 20)], [("amended", AGREEMENT, "2024-03-04", 20)]),
    "more than the amendment of the day of the loss": (
        [excluded(), amended("2024-03-01", 20), terminated("2024-04-01", 30)],
        [("terminated", ENTRY, "2024-03-01", 10)],
    ),
    "no more than that amendment": ([excluded(), amended("2024-03-01", 20), terminated("2024-04-01", 20)], []),
    "nothing was rendered": ([excluded(), terminated("2024-04-01", 0)], []),
    "ended on the day of the loss": ([excluded(), terminated("2024-03-01", 20)], []),
    "the ground is lost after the end": ([terminated("2024-02-20", 20), excluded()], []),
    "suspended until it is ended": (
        [
            excluded(), line("k1", "contract", "suspended", "2024-03-01", "provider", reason="исключён"),
            terminated("2024-04-01", 20),
        ],
        [],
    ),
}  # fmt: skip


def test_of_a_ground_that_was_gone_before_the_contract_its_conclusion_is_told():
    asked, told = Audit(PROFILE), []
    began = next(at for at, step in enumerate(TOWN) if step.lifecycle == "contract")
    first = TOWN[began].event.on.isoformat()
    for at, step in enumerate([*TOWN[:began], excluded(first), *TOWN[began:], *fulfilled(rendered=72)], 1):
        told += [(one.kind, one.rule) for one in asked.take(at, step) if one.lifecycle == "contract"]
    assert ("concluded", "standing.included") in told
    assert RULE not in {rule for _, rule in told}


@pytest.mark.parametrize("case", CASES)
def test_what_can_have_been_rendered_without_a_ground_is_told_at_the_step_that_says_how_much(case):
    steps, told = CASES[case]
    assert found(*steps) == told
