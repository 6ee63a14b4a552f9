"""Замечания о плане (lints of the plan): its terms, results, bodies, and the acts that it promises.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in result_of_another_row.find(load_profile("kemerovo").latest)]
['app4.2.2']
>>> list(result_of_another_row.find(load_profile("novokuznetsk_district").latest))
[]
"""

import re
from collections.abc import Iterator
from datetime import date

from law189.law import Citation, Text
from law189.law.text import in_russian
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.federal import load_federal
from law189.profile.terms import Before, Term
from law189.readings import D2
from law189.rules.deadlines.bound import Beginning, passed_over
from law189.rules.deadlines.counting import LastDay
from law189.rules.deadlines.first_days import first_day as begun_on
from law189.rules.deadlines.occurrences import occurrences

__all__ = [
    "act_never_promised",
    "act_promised_twice",
    "after_the_approbation",
    "nobody_responsible",
    "result_of_another_row",
    "term_before_act",
    "two_responsible",
]

_APPROBATION_UNTIL = date(2024, 12, 31)
"""The last day before Federal Law No 476-FZ of 26.12.2024 ended the approbation (a secondary source: the law itself
was not read, but an excerpt of news of it, klerk.ru/buh/news/634447)."""


@declared(
    "A2",
    Severity.WARNING,
    Text("срок раньше самого постановления", "a term earlier than the decree itself"),
    Text(
        "Срок истёк до того, как постановление издано или вступило в силу: исполнить его вовремя нельзя, и никого "
        "он не связывает; сроки следующих лет, если они названы, связывают. Внесите изменение в план.",
        "The term had ended before the decree was issued or came into force: it cannot be kept, and binds nobody; "
        "those of later years, where there are any, bind. Amend the plan.",
    ),
)
def term_before_act(edition: Edition) -> Iterator[Place]:
    """Terms whose first last day is before the day of the act, or before that of its entry into force.

    They are those of the plan, and the one in which the values of the indicators are to be determined.
    """
    issued = edition.act.date
    for cite, term in _terms(edition):
        first = _first_day(term, edition)
        since = begun_on(edition.act, edition.entry_into_force, edition.readings, of=cite)
        if first is None or since is None or first >= since:
            continue
        ended = _ended(term, first, since, edition)
        if issued is not None and first < issued:
            of = Text(f"постановление — от {in_russian(issued)}", f"the decree is of {issued}")
        else:
            of = Text(f"постановление действует с {in_russian(since)}", f"the decree holds from {since}")
        yield cite, Text(f"{ended.ru}, {of.ru}", f"{ended.en}, {of.en}")


def _ended(term: Term, first: date, since: date, edition: Edition) -> Text:
    """That the term ended before the decree held; where it comes again, that its later occurrences bind."""
    if passed_over(_written(term, edition), Beginning(since)):
        return Text(
            f"срок «{term.text.ru}»: первый последний день — {in_russian(first)} (следующие сроки связывают)",
            f"the term «{term.text.en}»: its first last day is {first} (the later ones bind)",
        )
    return Text(
        f"срок «{term.text.ru}» истёк {in_russian(first)}",
        f"the term «{term.text.en}» ended on {first}",
    )


def _terms(edition: Edition) -> Iterator[tuple[Citation, Term]]:
    """The terms that the decree itself sets by days, each with its address."""
    yield from ((item.cite, item.term) for item in edition.plan)
    if edition.factor_analysis is not None:
        analysis = edition.factor_analysis
        yield analysis.basis, Before(kind="before", day=analysis.value.before)


@declared(
    "A3",
    Severity.WARNING,
    Text("результат из чужой строки", "a result that belongs to another row"),
    Text(
        "В графе результата стоит не тот акт, который предусматривает мероприятие: исполнение нельзя подтвердить. "
        "Внесите изменение в план.",
        "The result cell names another act than the item promises, so it cannot be confirmed. Amend the plan.",
    ),
)
def result_of_another_row(edition: Edition) -> Iterator[Place]:
    """Plan items whose result speaks of an act that the item does not adopt."""
    for item in edition.plan:
        if item.result_of is not None and item.result is not None and item.result_of not in item.adopts:
            yield (
                item.cite,
                Text(
                    f"результат «{item.result.ru}» — об акте {item.result_of.text.ru}, а мероприятие о другом",
                    f"the result «{item.result.en}» is of the act {item.result_of.text.en}, the item is of another",
                ),
            )


@declared(
    "A10",
    Severity.WARNING,
    Text("мероприятие без ответственного", "a plan item with no responsible body"),
    Text("Ответственный не определён. Назовите ответственного.", "Nobody answers for it. Name somebody."),
)
def nobody_responsible(edition: Edition) -> Iterator[Place]:
    """Plan items without a responsible body."""
    for item in edition.plan:
        if not item.responsible:
            yield item.cite, Text(f"нет ответственного: {item.title.ru}", f"nobody for: {item.title.en}")


@declared(
    "A11",
    Severity.NOTICE,
    Text("нужный акт, который план не предусматривает", "an act that is needed and never promised"),
    Text(
        "Закон относит это к полномочиям органов местного самоуправления, а план не предусматривает акта: "
        "шаг, которому он нужен, останется "
        "неизвестным. Дополните план, если так задумано не было.",
        "The law hands this to the municipality, and the plan promises no act: the step that needs it stays "
        "unknown. Add it to the plan, unless that was meant.",
    ),
)
def act_never_promised(edition: Edition) -> Iterator[Place]:
    """Acts that the law hands to the municipality and no item of the plan adopts; nothing without a plan."""
    if not edition.plan:
        return
    promised = {act for item in edition.plan for act in item.adopts}
    for delegation in load_federal().delegations:
        if delegation.adopted_by is not None and delegation.adopted_by not in promised:
            yield (
                delegation.cite,
                Text(
                    f"план не предусматривает акта {delegation.adopted_by.text.ru}: {delegation.what.ru}",
                    f"the plan promises no act {delegation.adopted_by.text.en}: {delegation.what.en}",
                ),
            )


@declared(
    "A12",
    Severity.NOTICE,
    Text("один акт предусмотрен дважды", "one act promised twice"),
    Text(
        "Два мероприятия предусматривают один и тот же акт: неясно, какое исполнено. Оставьте одно.",
        "Two items promise the same act: it is unclear which one is done. Keep one.",
    ),
)
def act_promised_twice(edition: Edition) -> Iterator[Place]:
    """Plan items that promise an act which an earlier item promises already."""
    first: dict[str, Citation] = {}
    for item in edition.plan:
        for act in item.adopts:
            if act in first:
                yield (
                    item.cite,
                    Text(
                        f"акт {act.text.ru} уже предусмотрен: {first[act].label.ru}",
                        f"the act {act.text.en} is promised already: {first[act].label.en}",
                    ),
                )
            first.setdefault(act, item.cite)


@declared(
    "A28",
    Severity.NOTICE,
    Text("план апробации идёт дольше апробации", "a plan that goes on after the approbation"),
    Text(
        "По вторичному источнику (сам закон для библиотеки не прочитан), Федеральный закон от 26.12.2024 № 476-ФЗ "
        "закончил апробацию: с 01.01.2025 механизм постоянный. Сверьте с законом, нужно ли мероприятие, и при "
        "необходимости внесите изменение в план.",
        "By a secondary source (the law itself was not read for this library), Federal Law No 476-FZ of 26.12.2024 "
        "ended the approbation: the mechanism is permanent from 2025-01-01. Check with the law whether the item is "
        "still needed, and amend the plan where it is not.",
    ),
)
def after_the_approbation(edition: Edition) -> Iterator[Place]:
    """Items of an approbation plan whose first last day is after the approbation had ended."""
    if not _is_approbation(edition):
        return
    for item in edition.plan:
        last = _first_day(item.term, edition)
        if last is not None and last > _APPROBATION_UNTIL:
            yield (
                item.cite,
                Text(
                    f"срок «{item.term.text.ru}» кончается {in_russian(last)}, апробация — "
                    f"{in_russian(_APPROBATION_UNTIL)} (по вторичному источнику)",
                    f"the term «{item.term.text.en}» ends on {last}, the approbation on {_APPROBATION_UNTIL} "
                    "(by a secondary source)",
                ),
            )


def _first_day(term: Term, edition: Edition) -> date | None:
    """The first last day of the term, where its act sets it."""
    last = next(_written(term, edition), None)
    return None if last is None else last.day


def _written(term: Term, edition: Edition) -> Iterator[LastDay]:
    """The last days of the term as its act names them: they are not moved."""
    choices = {**edition.readings, D2.code: "stays"}
    return occurrences(term, calendar=edition.calendar, choices=choices)


def _is_approbation(edition: Edition) -> bool:
    """Whether the plan is one of the approbation, as far as the decree or the plan says so."""
    said = [
        edition.act.title,
        *(one.what for one in edition.approvals),
        *(one.title for one in edition.stages),
    ]
    said += [text for item in edition.plan for text in (item.title, item.result)]
    return any(text is not None and re.search("апробаци", text.ru, re.IGNORECASE) for text in said)


@declared(
    "A29",
    Severity.NOTICE,
    Text("за один акт отвечают двое", "two answer for one act"),
    Text(
        "Акт готовит один исполнитель; когда названы двое, неясно, с кого спрашивать. Назовите одного, а других — "
        "соисполнителями, если так решит изменение плана.",
        "An act is prepared by one body; where two are named, it is unclear who answers. Name one, and the others "
        "as co-executors, if an amendment of the plan so decides.",
    ),
)
def two_responsible(edition: Edition) -> Iterator[Place]:
    """Acts for which an item names several bodies, or which another item gives to another body."""
    answers: dict[str, set[str]] = {}
    for item in edition.plan:
        for act in item.adopts:
            before = answers.setdefault(act, set())
            named = before | set(item.responsible)
            if len(named) > 1 and named != before:
                titles = [edition.titles[body] for body in sorted(named)]
                ru, en = "; ".join(one.ru for one in titles), "; ".join(one.en for one in titles)
                yield (
                    item.cite,
                    Text(f"за акт {act.text.ru} отвечают: {ru}", f"for the act {act.text.en} answer: {en}"),
                )
            before |= set(item.responsible)
