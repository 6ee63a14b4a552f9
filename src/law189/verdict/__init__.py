"""Вывод (verdict): an answer with its reasons, the rule that gives it, and how it comes back from JSON."""

from law189.facts import Fact, plain
from law189.readings import Otherwise, Outcome, Reading, worst
from law189.readings.reading import Applied
from law189.verdict.ask import DECISION, Ask
from law189.verdict.rule import Rule, bundle
from law189.verdict.verdict import OF_CASE, Verdict
from law189.verdict.written import NotAVerdict

__all__ = [
    "DECISION",
    "OF_CASE",
    "Applied",
    "Ask",
    "Fact",
    "NotAVerdict",
    "Otherwise",
    "Outcome",
    "Reading",
    "Rule",
    "Verdict",
    "bundle",
    "plain",
    "worst",
]
