"""Какая команда чем отвечает (table): the schemas of what each command writes with `--json`.

>>> ANSWERS["replay"], ANSWERS["show"]
(('step',), ('show-answer', 'show-origin'))
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from law189.audit.schemas.answers import (
    cases,
    faults,
    ledger,
    listed,
    meetings,
    plan,
    profiles,
    registers,
    saved,
    shown,
)

__all__ = ["ANSWERS", "FAULTS", "FORMS"]

FAULTS = "faults"
"""The schema of what any command writes where an input of it, or one line of that, cannot be used."""

ANSWERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "agenda": ("paper-answer",),
        "assumptions": ("assumptions-answer",),
        "audit": ("finding", "audit-summary", "audit-difference", "audit-comparison"),
        "check": ("check-answer",),
        "convert": ("convert-answer",),
        "copy": ("copy-answer",),
        "demo": ("demo-answer",),
        "diagram": ("diagram-answer",),
        "diff": ("diff-answer",),
        "due": ("due-answer",),
        "indicators": ("indicators-answer",),
        "ledger": ("ledger-answer",),
        "meeting": ("meeting-answer", "meetings-often"),
        "minutes": ("paper-answer",),
        "new": ("new-answer",),
        "options": ("options-answer",),
        "plan": ("plan-answer",),
        "profiles": ("profiles-answer",),
        "provisions": ("provisions-answer",),
        "read": ("read-answer",),
        "readings": ("readings-answer",),
        "recheck": ("recheck-answer",),
        "register": ("register-answer",),
        "replay": ("step",),
        "report": ("report-answer",),
        "schema": ("schema-answer",),
        "show": ("show-answer", "show-origin"),
        "verify": ("verify-answer",),
        "workbook": ("workbook-answer",),
    }
)
"""The schemas of each command: each JSON value that it writes is as one of them says, or as `FAULTS`."""

FORMS: Mapping[str, Callable[[], Any]] = MappingProxyType(
    {
        "assumptions-answer": lambda: listed.AssumptionsForm,
        "check-answer": lambda: profiles.CheckForm,
        "convert-answer": lambda: profiles.ConvertForm,
        "copy-answer": lambda: profiles.CopyForm,
        "demo-answer": lambda: meetings.DemoForm,
        "diagram-answer": lambda: cases.DiagramForm,
        "diff-answer": lambda: profiles.DiffForm,
        "due-answer": lambda: cases.DueForm,
        FAULTS: lambda: faults.FaultsForm,
        "indicators-answer": lambda: plan.IndicatorsForm,
        "ledger-answer": lambda: ledger.LedgerForm,
        "meetings-often": lambda: meetings.OftenForm,
        "new-answer": lambda: profiles.NewForm,
        "options-answer": lambda: cases.OptionsForm,
        "paper-answer": lambda: meetings.PaperForm,
        "plan-answer": lambda: plan.PlanForm,
        "profiles-answer": lambda: profiles.ProfilesForm,
        "provisions-answer": lambda: listed.ProvisionsForm,
        "read-answer": lambda: profiles.ReadForm,
        "readings-answer": lambda: listed.ReadingsForm,
        "recheck-answer": lambda: saved.RecheckForm,
        "register-answer": lambda: registers.RegisterForm,
        "report-answer": lambda: ledger.OrderReportForm,
        "schema-answer": lambda: listed.SchemaForm,
        "show-answer": shown.shown_form,
        "show-origin": lambda: profiles.OriginForm,
        "verify-answer": lambda: saved.VerifyForm,
        "workbook-answer": lambda: profiles.WorkbookForm,
    }
)
"""The form of each answer that no type of its own has, by the name of its schema."""
