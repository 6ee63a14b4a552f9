"""План на день в таблице (plan told): its items as one table, as a drawing, and as a page.

>>> from datetime import date
>>> from law189.audit.plan import plan_on
>>> from law189.profile.loader import load_profile
>>> told = plan_on(load_profile("kemerovo"), date(2023, 10, 5))
>>> [row[0] for row in plan_table(told, "ru").rows if row[4] == "просрочено"][:2]
['app4.4', 'app4.5.1']
>>> "".join(plan_drawing((), "ru"))
''
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from law189.audit.plan import ItemOnDay
from law189.casebook.milestones import Reached
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.report.bars import BARS, Bar, Part, bars
from law189.report.page import escaped
from law189.report.paged import Page, Table, as_page, cell, html_section, html_table
from law189.report.reasons import OTHERWISE, cures_of, otherwise_of
from law189.report.registers import made_told
from law189.report.text import DO
from law189.rules.deadlines import Status
from law189.rules.deadlines.bound import excused_by
from law189.telling import shown
from law189.verdict import Outcome

__all__ = ["BY_CASES", "plan_book", "plan_drawing", "plan_page", "plan_table", "reached_table"]

TITLE, ON = Text("План мероприятий", "Plan of measures"), Text("на", "on")
ITEMS = Text("Мероприятия", "Measures")
DRAWN = Text("Сколько мероприятий в каком состоянии", "How many measures stand how")
WHOLE, STAGE = Text("весь план", "the whole plan"), Text("этап", "stage")
EMPTY = Text("Плана мероприятий в профиле на этот день нет.", "The profile has no plan on that day.")
HOW = Text(
    "Срок каждого мероприятия сосчитан на этот день: по плану, по тому, что записано исполненным, и по принятым "
    "актам. Последний день назван там, где он известен.",
    "The term of every measure is counted on that day: by the plan, by what is recorded as done, and by the acts "
    "adopted. The last day is told where it is known.",
)
HEADS = (
    Text("пункт", "item"),
    Text("мероприятие", "measure"),
    Text("ответственные", "responsible"),
    Text("последний день", "last day"),
    Text("состояние", "state"),
    Text("почему", "why"),
    Text("нормы", "provisions"),
    DO,
    OTHERWISE,
)
BY_CASES = Text("Сделано по делам", "Done by the cases")
HEADS_OF_CASES = (
    HEADS[0],
    Text("сделано", "done"),
    Text("дело: запись", "case: record"),
    Text("исход шага", "outcome of the step"),
)
NOTHING: Mapping[str, Sequence[Reached]] = MappingProxyType({})
BINDS_NOBODY = Text("срок никого не связывает", "the term binds nobody")
KINDS: Mapping[Status | None, str] = {
    Status.DONE: "done",
    Status.OPEN: "live",
    Status.UPCOMING: "ahead",
    Status.DUE: "due",
    Status.OVERDUE: "overdue",
    None: "other",
    Status.AS_NEEDED: "remainder",
    Status.NOT_IN_FORCE: "other",
    Status.UNKNOWN: "other",
}
"""How each state is drawn, from what is done to what is not known; None is a term that is over and binds nobody."""


@asked
def plan_table(told: Sequence[ItemOnDay], lang: Lang) -> Table:
    """Every item as a row."""
    rows = tuple(_cells(one, lang) for one in told)
    return Table(tuple(head[lang] for head in HEADS), rows)


def _cells(one: ItemOnDay, lang: Lang) -> tuple[str, ...]:
    reasons = one.verdict.reasons(*Outcome)
    cites = dict.fromkeys(cite.label[lang] for part in one.verdict.walk() for cite in part.cites)
    return (
        one.item.id,
        one.item.title[lang],
        "" if one.responsible is None else one.responsible[lang],
        cell(one.due, lang),
        one.status.text[lang],
        " ".join(reason.text[lang] for reason in reasons),
        "; ".join(cites),
        cures_of(one.verdict, lang),
        otherwise_of(one.verdict, lang),
    )


@asked
def plan_drawing(told: Sequence[ItemOnDay], lang: Lang) -> Iterator[str]:
    """How many items stand how, of the whole plan and of each stage, as one drawing in SVG."""
    stages: dict[str, Counter[Status | None]] = {}
    for one in told:
        for name in (
            WHOLE[lang],
            *([f"{STAGE[lang]} {one.item.stage}"] if one.item.stage is not None else []),
        ):
            stages.setdefault(name, Counter())[_drawn(one)] += 1
    yield from bars(DRAWN[lang], [_bar(name, counts, lang) for name, counts in stages.items()])


def _drawn(one: ItemOnDay) -> Status | None:
    """The state as it is drawn: what is late in a term that binds nobody is not drawn as late."""
    why = excused_by(one.verdict) if one.status is Status.OVERDUE else None
    if why is None:
        return one.status
    return Status.UNKNOWN if why.outcome is Outcome.UNKNOWN else None


def _words(status: Status | None) -> Text:
    return BINDS_NOBODY if status is None else status.text


def _bar(name: str, counts: Counter[Status | None], lang: Lang) -> Bar:
    parts = (
        Part(kind, _words(status)[lang], Decimal(counts[status]), str(counts[status]))
        for status, kind in KINDS.items()
        if counts[status]
    )
    return Bar(f"{name}: {counts.total()}", tuple(parts))


@asked
def reached_table(done: Mapping[str, Sequence[Reached]], lang: Lang) -> Table:
    """What the cases did of the plan, by the id of each item: a row a step, with its outcome."""
    rows = tuple(
        (item, cell(one.on, lang), made_told([one.made_by]), one.outcome.text[lang])
        for item, several in done.items()
        for one in several
    )
    return Table(tuple(head[lang] for head in HEADS_OF_CASES), rows)


@asked
def plan_page(
    told: Sequence[ItemOnDay],
    of: str,
    on: date,
    lang: Lang,
    *,
    done: Mapping[str, Sequence[Reached]] = NOTHING,
) -> str:
    """The plan as a whole HTML file: the drawing and the table; `of` is the name of the municipality.

    `done` is what the cases did of the plan (`law189.casebook.milestones.done_by_cases`).
    """
    must_be(on, date)
    body = [f"<p>{escaped(EMPTY[lang])}</p>"]
    if told:
        body = html_section(DRAWN[lang], plan_drawing(told, lang))
        body += html_section(ITEMS[lang], html_table(plan_table(told, lang)))
    if done:
        body += html_section(BY_CASES[lang], html_table(reached_table(done, lang)))
    return as_page(_page(of, on, lang), lang, body, BARS)


def _page(of: str, on: date, lang: Lang) -> Page:
    return Page(TITLE[lang], f"{of}, {ON[lang]} {shown(on, lang)}", HOW[lang])


@asked
def plan_book(
    told: Sequence[ItemOnDay],
    of: str,
    on: date,
    lang: Lang,
    *,
    done: Mapping[str, Sequence[Reached]] = NOTHING,
) -> tuple[Page, tuple[tuple[str, Table], ...]]:
    """What stands in a workbook of the plan: what the tables are, and each with its title; `done` as in a page."""
    must_be(on, date)
    of_cases = ((BY_CASES[lang], reached_table(done, lang)),) if done else ()
    return _page(of, on, lang), ((TITLE[lang], plan_table(told, lang)), *of_cases)
