"""Замечания о плане (lints of the plan): its terms, results, bodies, and the acts that it promises.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in result_of_another_row.find(load_profile("kemerovo").latest)]
['app4.2.2']
>>> list(result_of_another_row.find(load_profile("novokuznetsk_district").latest))
[]
"""

from collections.abc import Iterator

from law189.law import Citation, Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.federal import load_federal
from law189.profile.terms import Counted
from law189.rules.occurrences import occurrences

__all__ = [
    "act_never_promised",
    "act_promised_twice",
    "nobody_responsible",
    "result_of_another_row",
    "term_before_act",
]


@declared(
    "A2",
    Severity.WARNING,
    Text("срок раньше самого постановления", "a term earlier than the decree itself"),
    Text(
        "Срок истёк до того, как постановление издано: исполнить его вовремя нельзя. Внесите изменение в план "
        "или отметьте, что исполнено раньше.",
        "The term had ended before the decree was issued: it cannot be kept. Amend the plan, or record that it "
        "was done earlier.",
    ),
)
def term_before_act(edition: Edition) -> Iterator[Place]:
    """Plan items whose first last day is before the day of the act."""
    for item in edition.plan:
        calendar = edition.calendar if isinstance(item.term, Counted) else None
        last = next(occurrences(item.term, calendar=calendar, choices=edition.readings), None)
        first = None if last is None else last.day
        if first is not None and edition.act.date is not None and first < edition.act.date:
            yield (
                item.cite,
                Text(
                    f"срок «{item.term.text.ru}» истёк {first:%d.%m.%Y}, постановление — от "
                    f"{edition.act.date:%d.%m.%Y}",
                    f"the term «{item.term.text.en}» ended on {first}, the decree is of {edition.act.date}",
                ),
            )


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
