"""Проверка самого постановления (the decree linter): what it finds, and what a profile allows.

A profile silences one lint with a comment `# law189: allow A2 because …`; an allowance that allows nothing,
or gives no reason, is itself reported.

>>> from law189.profile.loader import load_profile
>>> [f.cite.address for f in lint(load_profile("novokuznetsk_district")) if f.code == "A1"]
['app1.1']
>>> allowances("# law189: allow A2 because the plan was agreed earlier")
[Allowance(code='A2', reason='the plan was agreed earlier', line=1)]
>>> allowances("# law189: allow A2")[0].reason
''
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from law189.kinds import must_be
from law189.kinds.asked import asked, made_asked
from law189.law import Citation, Text
from law189.lints.lint import ALLOWANCE, Severity
from law189.lints.lints import LINTS
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.telling import act_named
from law189.verdict import plain

__all__ = ["Allowance", "Finding", "allowances", "lint"]


class Finding(NamedTuple):
    """One fault at one address; `line` is that of the comment where the fault is an allowance, else None."""

    code: str
    severity: Severity
    cite: Citation
    text: Text
    line: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The finding as plain JSON values."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "cite": plain(self.cite),
            "text": plain(self.text),
        }


@made_asked
class Allowance(NamedTuple):
    """A comment that silences a lint: its code, its reason (empty where it gives none), its line."""

    code: str
    reason: str
    line: int


@asked
def lint(profile: Profile, allowed: Iterable[Allowance] = ()) -> tuple[Finding, ...]:
    """Every fault of the decree as last amended that is not allowed, then every idle allowance.

    What ends or begins later is judged by the editions of its own days.
    """
    must_be(profile, Profile)
    allowed = list(allowed)
    reasoned = {allowance.code for allowance in allowed if allowance.reason}
    found = [
        Finding(rule.code, rule.severity, cite, act_named(text, (cite,)))
        for rule in LINTS
        for cite, text in rule.places(profile)
    ]
    codes = {finding.code for finding in found}
    kept = [finding for finding in found if finding.code not in reasoned]
    idle = [allowance for allowance in allowed if not allowance.reason or allowance.code not in codes]
    return (*kept, *(_unused(profile.latest, allowance) for allowance in idle))


@asked
def allowances(text: str) -> list[Allowance]:
    """The allowances in the comments of a profile's text."""
    return [
        Allowance(found[1], (found[2] or "").strip(), number)
        for number, line in enumerate(must_be(text, str).splitlines(), start=1)
        if (found := _ALLOW.search(line))
    ]


_ALLOW = re.compile(r"#\s*law189:\s*allow\s+([A-Z][A-Za-z0-9-]*)(?:\s+because\s+(.*))?")


def _unused(edition: Edition, allowance: Allowance) -> Finding:
    if allowance.reason:
        text = Text(
            f"строка {allowance.line}: разрешение {allowance.code} ничего не разрешает; удалите его",
            f"line {allowance.line}: the allowance of {allowance.code} allows nothing; delete it",
        )
    else:
        text = Text(
            f"строка {allowance.line}: у разрешения {allowance.code} нет причины; допишите because …",
            f"line {allowance.line}: the allowance of {allowance.code} gives no reason; add because …",
        )
    return Finding(ALLOWANCE, Severity.WARNING, edition.whole, text, allowance.line)
