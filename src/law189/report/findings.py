"""Замечания проверки (findings): a line of words for each, in Russian or English, and how many there are."""

from collections import Counter
from collections.abc import Iterable, Iterator

from law189.audit.bulk import Finding
from law189.casebook.cycles import CYCLES
from law189.law import Lang, Text
from law189.report.text import MARKS
from law189.verdict import Outcome

__all__ = ["tell_finding", "tell_findings"]

LINE = Text("строка", "line")
FOLLOWS = Text("следует из строки", "follows from line")
NONE = Text("Замечаний нет.", "No findings.")
COUNTED = Text("Замечаний", "Findings")
FIRST = Text("первопричин", "first causes")


def tell_finding(finding: Finding, lang: Lang) -> str:
    """`mark line N: case, step, day: sentence [addresses]`, and the line it follows from."""
    cycle = CYCLES[finding.lifecycle]
    step = cycle.clause(finding.kind).title[lang] if finding.kind else cycle.title[lang]
    on = f"{finding.on:%d.%m.%Y}" if lang == "ru" else finding.on.isoformat()
    cites = "; ".join(cite.label[lang] for cite in finding.cites)
    where = f"{LINE[lang]} {finding.line}: {finding.history}, {cycle.title[lang]}, {step} {on}"
    told = f"{MARKS[finding.outcome]} {where}: {finding.text[lang]}"
    if cites:
        told += f" [{cites}]"
    return told if finding.cause is None else f"{told} ({FOLLOWS[lang]} {finding.cause})"


def tell_findings(found: Iterable[Finding], lang: Lang) -> Iterator[str]:
    """How many findings there are of each outcome, and how many of them are first causes."""
    of = list(found)
    if not of:
        yield NONE[lang]
        return
    counted = Counter(one.outcome for one in of)
    parts = [f"{MARKS[outcome]} {counted[outcome]}" for outcome in Outcome if counted[outcome]]
    yield f"{COUNTED[lang]}: {len(of)} ({', '.join(parts)}); {FIRST[lang]}: {sum(one.cause is None for one in of)}"
