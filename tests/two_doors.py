"""One meeting by two doors: written down as a whole, and taken step by step."""

from law189.cases.history import Decision
from law189.verdict import Outcome
from law189.workflows.meeting import lifecycle

TAKES = Decision(by="head", on="2024-03-01", reason="решено")
DECIDED_BY_STEPS = ("adopted", "present", "members", "needed", "polled", "in_favour", "against")


def cited(value):
    """The group with addresses of the small town."""
    if isinstance(value, dict):
        return {key: "app2.5" if key == "cite" else cited(one) for key, one in value.items()}
    return [cited(one) for one in value] if isinstance(value, list) else value


def told(verdict):
    """What a verdict says: its rules and outcomes all through, and what was counted."""
    facts = {name: verdict.facts[name] for name in DECIDED_BY_STEPS if name in verdict.facts}
    return verdict.rule, verdict.outcome, tuple(facts.items()), tuple(map(told, verdict.parts))


def judged(history, event, where):
    """The verdict on the step, and the history with it, whoever had to decide."""
    verdict = lifecycle.judge(history, event, where)
    if verdict.outcome is Outcome.VOID:
        return verdict, None
    return verdict, lifecycle.advance(
        history, event, where, decision=TAKES.model_copy(update={"on": event.on})
    )


def within(verdict, answer):
    """Whether the step says what the record says."""
    return told(answer) in [told(one) for one in verdict.walk()]
