"""Files of steps for the tests of the audit, with the profile beside them."""

import json

from filled import acts

from law189.profile.loader import shipped_source

KEYS = ["history", "lifecycle", "line", "kind", "on", "rule", "outcome", "text", "facts", "cites", "cause"]
"""The keys of a finding in JSON, in their order."""


def text_of(*groups):
    """The steps as JSON Lines."""
    rows = []
    for one in (one for group in groups for one in group):
        own = one.model_dump(mode="json", exclude={"event"}, exclude_defaults=True)
        event = one.event.model_dump(mode="json", exclude_none=True)
        rows.append(json.dumps({**own, **event}, ensure_ascii=False))
    return "".join(f"{row}\n" for row in rows)


def files(folder, *groups):
    """The steps as a file, and the profile beside it."""
    steps, profile = folder / "steps.jsonl", folder / "kemerovo.yaml"
    steps.write_text(text_of(*groups), "utf-8")
    adopted = json.dumps(list(acts()), default=str)
    profile.write_text(f"{shipped_source('kemerovo')}\nadopted: {adopted}", "utf-8")
    return steps, profile
