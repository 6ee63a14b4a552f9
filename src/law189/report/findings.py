"""Замечания проверки (findings): a line of words for each, in Russian or English, and the summary of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType, NoneType

from law189.audit.compared import FindingDifference, counted
from law189.audit.finding import Finding
from law189.audit.summary import Summary
from law189.casebook.cycles import CYCLES
from law189.files.wording import in_latin, word
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.profile.edition import Edition
from law189.report.tables import told_by
from law189.report.text import DO, MARKS
from law189.telling import shown
from law189.verdict import Outcome

__all__ = [
    "COUNTS",
    "MOST",
    "Place",
    "counts",
    "grounds_told",
    "kind_told",
    "step_told",
    "tell_alike",
    "tell_difference",
    "tell_differences",
    "tell_finding",
    "tell_summary",
]

Place = Callable[[int], tuple[str, int]]
"""In which file a line stands, and as which line of it; the name is empty where there is one file only."""
MOST = 10
"""How many rows of each count the words tell."""
FILE, LINE = Text("файл", "file"), Text("строка", "line")
FOLLOWS = Text("следует из: ", "follows from ")
ASSUMED, DECISION = Text("принято", "assumed"), Text("решение", "decision")
NONE = Text("Замечаний нет", "No findings")
COUNTED = Text("Замечаний", "Findings")
FIRST = Text("первопричин", "first causes")
SETTLED = Text("решено", "decided")
EVENTS, CASES = Text("Событий", "Events"), Text("дел", "cases")
FAULTS = Text("строк с ошибками", "faulty lines")
LINES = Text("строк", "lines")
LATER = Text(
    "Дел, которые начинаются после этого дня и здесь не показаны",
    "Cases that begin after that day and are not shown",
)
MORE = Text("ещё", "more")
COUNTS = MappingProxyType(
    {
        "by_rule": Text("По правилам", "By rule"),
        "by_kind": Text("По шагам", "By step"),
        "by_body": Text("По тем, кто совершил шаг", "By who took the step"),
        "by_provision": Text("По нормам", "By provision"),
    }
)
WAS, NOW = Text("было", "it was"), Text("стало", "it is")
BEFORE, NEXT = Text("До", "Before"), Text("После", "After")
UNCHANGED = Text("Замечания одни и те же.", "The findings are the same.")


def _alone(number: int) -> tuple[str, int]:
    return "", number


@asked
def step_told(lifecycle: str, kind: str, lang: Lang) -> str:
    """What a step of a lifecycle is called; without a kind, the lifecycle."""
    cycle = CYCLES[lifecycle]
    return cycle.clause(kind).title[lang] if kind else cycle.title[lang]


def _where(number: int, lang: Lang, place: Place) -> str:
    """`line N`, or `file F, line N` where there are several files."""
    name, line = place(number)
    told = f"{LINE[lang]} {line}"
    return f"{FILE[lang]} {name}, {told}" if name else told


@asked
def grounds_told(finding: Finding, lang: Lang) -> str:
    """The addresses of a finding; where there are none, that it is assumed and why; else nothing."""
    if finding.assumed is not None:
        return f"{ASSUMED[lang]}: {finding.assumed[lang].rstrip('.')}"
    return "; ".join(cite.label[lang] for cite in finding.cites)


@asked
def tell_finding(finding: Finding, lang: Lang, place: Place = _alone) -> str:
    """`mark line N: case, step, day: sentence [addresses]`, who decided, what to do, the line it follows from.

    In place of addresses stands why it is assumed, where no provision is named.
    """
    cycle = CYCLES[finding.lifecycle]
    step = step_told(finding.lifecycle, finding.kind, lang)
    grounds = grounds_told(finding, lang)
    where = f"{_where(finding.line, lang, place)}: {finding.history}, {cycle.title[lang]}"
    told = f"{MARKS[finding.outcome]} {where}, {step} {shown(finding.on, lang)}: {finding.text[lang]}"
    if grounds:
        told += f" [{grounds}]"
    if finding.decided_by is not None:
        told += f" ({DECISION[lang]}: {told_by(finding.decided_by, lang)})"
    if (cure := finding.cure) is not None:
        told += f" {DO[lang]}: {cure[lang]}"
    return told if finding.cause is None else f"{told} ({FOLLOWS[lang]}{_where(finding.cause, lang, place)})"


# ─── Итог ────────────────────────────────────────────────────────────────────────────────────────────────


@asked
def tell_summary(summary: Summary, lang: Lang, edition: Edition | None = None) -> Iterator[str]:
    """How many findings there are of each outcome, by what, and of how many events; a count to a line."""
    must_be(edition, Edition, NoneType)
    if summary.told:
        yield _total(summary, lang)
    elif summary.events or not summary.later:
        yield f"{NONE[lang]}."
    yield (
        f"{EVENTS[lang]}: {summary.events}; {CASES[lang]}: {summary.histories}; {FAULTS[lang]}: {summary.faults}"
    )
    if summary.later:
        yield f"{LATER[lang]}: {summary.later}."
    yield from tell_alike(summary.alike, lang)
    for title, rows in counts(summary, lang, edition):
        yield f"{title}:"
        yield from (f"    {name}: {count}" for name, count in rows[:MOST])
        if len(rows) > MOST:
            yield f"    {MORE[lang]}: {len(rows) - MOST}"
    if len(summary.files) > 1:
        yield from (f"{one.name}: {LINES[lang]}: {one.lines}" for one in summary.files)


@asked
def tell_alike(found: Mapping[str, int], lang: Lang) -> Iterator[str]:
    """Each id of a case that looks like an earlier one, with its first line."""
    for history, line in found.items():
        why = LETTERS if in_latin(history).isascii() and not history.isascii() else ALIKE
        yield f"{LINE[lang]} {line}: {why[lang].format(word(history))}"


ALIKE = Text(
    "номер дела «{}» отличается от номера более раннего дела только похожими русскими и латинскими буквами, "
    "величиной букв, пробелами или тире; проверьте, не одно ли это дело",
    "the id «{}» differs from that of an earlier case only in Russian and Latin letters that look alike, in the "
    "case of letters, in blanks or dashes; check whether they are one case",
)
LETTERS = Text(
    "номер дела «{}» похож на номер более раннего дела: в нём русские буквы, похожие на латинские; проверьте, "
    "не одно ли это дело",
    "the id «{}» looks like that of an earlier case: it has Russian letters that look Latin; check whether they "
    "are one case",
)


def _total(summary: Summary, lang: Lang) -> str:
    both = {
        one: summary.outcomes.get(one.value, 0) + summary.following.outcomes.get(one.value, 0)
        for one in Outcome
    }
    both[Outcome.UNKNOWN] += summary.decided
    parts = ", ".join(f"{MARKS[outcome]} {count}" for outcome, count in both.items() if count)
    decided = f"; {SETTLED[lang]}: {summary.decided}" if summary.decided else ""
    return f"{COUNTED[lang]}: {summary.told} ({parts}); {FIRST[lang]}: {summary.findings}{decided}"


@asked
def counts(
    summary: Summary, lang: Lang, edition: Edition | None = None
) -> Iterator[tuple[str, Sequence[tuple[str, int]]]]:
    """The title of each count that is not empty, and its rows in words."""
    for name, title in COUNTS.items():
        counted_by: Mapping[str, int] = getattr(summary, name)
        if counted_by:
            yield (
                title[lang],
                [(_named(name, key, summary, lang, edition), one) for key, one in counted_by.items()],
            )


def _named(name: str, key: str, summary: Summary, lang: Lang, edition: Edition | None) -> str:
    match name:
        case "by_kind":
            return kind_told(key, lang)
        case "by_body":
            return told_by(key, lang, edition)
        case "by_provision":
            return summary.labels[key][lang]
    return key


@asked
def kind_told(key: str, lang: Lang) -> str:
    """`lifecycle.kind` of a summary in words."""
    lifecycle, _, kind = key.partition(".")
    cycle = CYCLES[lifecycle].title[lang]
    return f"{cycle}, {step_told(lifecycle, kind, lang)}" if kind else cycle


# ─── Против другого профиля ──────────────────────────────────────────────────────────────────────────────


@asked
def tell_difference(one: FindingDifference, lang: Lang, place: Place = _alone) -> Iterator[str]:
    """What became of a finding, and the finding; where it has changed, as it was and as it is."""
    if one.before is not None and one.after is not None:
        yield f"{one.change.text[lang]}:"
        yield f"    {WAS[lang]}: {tell_finding(one.before, lang, place)}"
        yield f"    {NOW[lang]}: {tell_finding(one.after, lang, place)}"
    else:
        yield f"{one.change.text[lang]}: {tell_finding(one.finding, lang, place)}"


@asked
def tell_differences(
    found: Sequence[FindingDifference], before: Summary, after: Summary, lang: Lang
) -> Iterator[str]:
    """How many findings there are before and after, and how many appeared, vanished and changed."""
    for words, summary in ((BEFORE, before), (NEXT, after)):
        some = summary.told
        yield f"{words[lang]}: {_total(summary, lang) if some else NONE[lang]}"
    if after.later:
        yield f"{LATER[lang]}: {after.later}."
    if not found:
        yield from [UNCHANGED[lang]] if after.events else []
        return
    said = counted(found)
    yield "; ".join(f"{change.text[lang]}: {said[change.value]}" for change in type(found[0].change))
