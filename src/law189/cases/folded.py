"""Свёрнутая строка (folded): what a record says that its own event says already is not written in a whole history.

That is the rule of the step, which is named by the lifecycle and the kind of the event, and the day of a decision
that was made on the day of the step. A row that stands for itself, and its hash, have both.

>>> of, event = {"lifecycle": "door"}, {"kind": "opened", "on": "2024-01-11"}
>>> row = {"event": event, "verdict": {"rule": "door.opened", "facts": {"by": "us"}}}
>>> folded(of, row)["verdict"], unfolded(of, folded(of, row)) == row
({'facts': {'by': 'us'}}, True)
"""

from collections.abc import Mapping
from typing import Any

__all__ = ["folded", "unfolded"]


def folded(of: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """The row without what its event says already: the rule of its step, and the day of a decision on that day."""
    short, event, decision = dict(row), row["event"], row.get("decision")
    if row["verdict"]["rule"] == _step_of(of, event):
        short["verdict"] = {key: value for key, value in row["verdict"].items() if key != "rule"}
    if decision is not None and decision["on"] == event["on"]:
        short["decision"] = {key: value for key, value in decision.items() if key != "on"}
    return short


def unfolded(of: Mapping[str, Any], row: Any) -> Any:
    """The row that `folded` made shorter, or that was saved in full; what is no row is left to the reader."""
    event = row.get("event") if isinstance(row, dict) else None
    if not isinstance(event, dict):
        return row
    verdict, decision = row.get("verdict"), row.get("decision")
    said: dict[str, Any] = {}
    if isinstance(verdict, dict) and "rule" not in verdict and isinstance(event.get("kind"), str):
        said["verdict"] = {"rule": _step_of(of, event), **verdict}
    if isinstance(decision, dict) and "on" not in decision and "on" in event:
        said["decision"] = {**decision, "on": event["on"]}
    return {**row, **said} if said else row


def _step_of(of: Mapping[str, Any], event: Mapping[str, Any]) -> str:
    return f"{of['lifecycle']}.{event['kind']}"
