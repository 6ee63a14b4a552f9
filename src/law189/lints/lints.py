"""Ошибки самого постановления (faults of the decree itself), one small function each.

A decree can be wrong, and the profile keeps it as it is. Each lint has a code, a severity, a title, words on
why it matters and what to do, and a function that finds the places, each with its address.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in digit_in_service_number(load_profile("novokuznetsk_district"))]
['app1.1']
>>> list(digit_in_service_number(load_profile("kemerovo")))
[]
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from law189.law import Citation, Grade, Text, Vocabulary
from law189.profile.federal import load_federal
from law189.profile.profile import Profile
from law189.rules.deadlines import last_days
from law189.rules.identifiers import SIGN, sign_of

__all__ = ["LINTS", "Lint", "Place", "Severity"]

Place: TypeAlias = tuple[Citation, Text]


class Severity(Vocabulary):
    """Насколько это мешает: a warning misleads whoever applies the decree, a notice leaves a gap."""

    WARNING = "warning", "вводит в заблуждение", "warning"
    NOTICE = "notice", "оставляет пробел", "notice"


@dataclass(frozen=True, slots=True)
class Lint:
    """One kind of fault: its code, severity, title, why it matters and what to do, and how to find it."""

    code: str
    severity: Severity
    title: Text
    why: Text
    find: Callable[[Profile], Iterator[Place]]


LINTS: list[Lint] = []


def _lint(
    code: str, severity: Severity, title: Text, why: Text
) -> Callable[[Callable[[Profile], Iterator[Place]]], Callable[[Profile], Iterator[Place]]]:
    def declare(find: Callable[[Profile], Iterator[Place]]) -> Callable[[Profile], Iterator[Place]]:
        LINTS.append(Lint(code, severity, title, why, find))
        return find

    return declare


@_lint(
    "A1",
    Severity.WARNING,
    Text("цифра вместо буквы в номере услуги", "a digit where a service number has a letter"),
    Text(
        "Седьмой знак номера — буква «О» общероссийского перечня. С цифрой номер не находится поиском; "
        "сверьте его с перечнем и исправьте акт. До тех пор услуги сравниваются по толкованию S1.",
        "The seventh character is the letter «О» of the all-Russian list. With a digit a search does not find "
        "the number; check the list and mend the act. Until then services are compared by reading S1.",
    ),
)
def digit_in_service_number(profile: Profile) -> Iterator[Place]:
    """Services whose number has another seventh character than the classifier."""
    for service in profile.services:
        sign = sign_of(service.number)
        if sign != SIGN:
            yield (
                service.cite,
                Text(
                    f"в номере {service.number} седьмой знак — «{sign or '?'}», а не буква «О»",
                    f"in the number {service.number} the seventh character is «{sign or '?'}», not the letter «О»",
                ),
            )


@_lint(
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
def term_before_act(profile: Profile) -> Iterator[Place]:
    """Plan items whose first last day is before the day of the act."""
    for item in profile.plan:
        first = next(last_days(item.term, choices=profile.readings), None)
        if first is not None and profile.act.date is not None and first < profile.act.date:
            yield (
                item.cite,
                Text(
                    f"срок «{item.term.text.ru}» кончился {first:%d.%m.%Y}, постановление — от "
                    f"{profile.act.date:%d.%m.%Y}",
                    f"the term «{item.term.text.en}» ended on {first}, the decree is of {profile.act.date}",
                ),
            )


@_lint(
    "A3",
    Severity.WARNING,
    Text("результат из чужой строки", "a result that belongs to another row"),
    Text(
        "В графе результата стоит не тот акт, который обещает мероприятие: исполнение нельзя подтвердить. "
        "Внесите изменение в план.",
        "The result cell names another act than the item promises, so it cannot be confirmed. Amend the plan.",
    ),
)
def result_of_another_row(profile: Profile) -> Iterator[Place]:
    """Plan items whose result speaks of an act that the item does not adopt."""
    for item in profile.plan:
        if item.result_of is not None and item.result_of not in item.adopts:
            yield (
                item.cite,
                Text(
                    f"результат «{item.result.ru}» — об акте {item.result_of.text.ru}, а мероприятие о другом",
                    f"the result «{item.result.en}» is of the act {item.result_of.text.en}, the item is of another",
                ),
            )


@_lint(
    "A4",
    Severity.WARNING,
    Text("пропуск, который забыли заполнить", "a blank that nobody filled in"),
    Text(
        "Место для года, даты, номера или названия осталось пустым: значение нельзя применить. Заполните его "
        "изменением.",
        "The place of a year, date, number or name was left empty: the value cannot be applied. Fill it by an "
        "amendment.",
    ),
)
def left_blank(profile: Profile) -> Iterator[Place]:
    """Indicator years that the source leaves blank, and other blanks that the profile records."""
    for indicator in profile.indicators:
        for value, words in (
            (indicator.base, Text("базовой величины", "the base")),
            (indicator.target, Text("целевого ориентира", "the target")),
        ):
            if value.year is None:
                yield (
                    indicator.cite,
                    Text(f"год {words.ru} не указан", f"the year of {words.en} is not given"),
                )
    for blank in profile.blanks:
        yield blank.cite, blank.what


@_lint(
    "A5",
    Severity.WARNING,
    Text("орган упомянут, но не определён", "a body that is used but never named"),
    Text(
        "Постановление возлагает что-то на орган, которого нигде не называет: неясно, кто действует. "
        "Определите его изменением.",
        "The decree relies on a body that it never names: it is unclear who acts. Name it by an amendment.",
    ),
)
def body_never_named(profile: Profile) -> Iterator[Place]:
    """Bodies that the profile records as mentioned without being defined."""
    for mention in profile.mentions:
        if mention.body is None:
            yield (
                mention.cite,
                Text(f"не определён: {mention.name.ru}", f"never named: {mention.name.en}"),
            )


@_lint(
    "A6",
    Severity.NOTICE,
    Text("одно и то же под двумя именами", "one thing under two names"),
    Text(
        "Читатель не знает, одно это или разное. Приведите к одному имени; до тех пор профиль считает их одним.",
        "A reader cannot tell whether it is one or two. Use one name; until then the profile takes them as one.",
    ),
)
def two_names(profile: Profile) -> Iterator[Place]:
    """Pairs of names that the profile records as one thing."""
    for alias in profile.aliases:
        yield (
            alias.cite,
            Text(
                f"здесь «{alias.also.ru}», а в другом месте ({alias.name_cite.label.ru}) «{alias.name.ru}»",
                f"here «{alias.also.en}», elsewhere ({alias.name_cite.label.en}) «{alias.name.en}»",
            ),
        )


@_lint(
    "A7",
    Severity.NOTICE,
    Text("полномочие без задачи", "a power without a task"),
    Text(
        "Полномочие дано ни для какой задачи группы: его нельзя применить. Дополните задачи или уберите "
        "полномочие.",
        "The power serves no task of the group and cannot be used. Add the task or drop the power.",
    ),
)
def power_without_task(profile: Profile) -> Iterator[Place]:
    """Powers that serve no task of the group."""
    tasks = {task.kind for task in profile.working_group.tasks}
    for power in profile.working_group.powers:
        serves = tasks if power.serves is None else tasks & set(power.serves)
        if not serves:
            yield (
                power.cite,
                Text(f"нет задачи для: {power.title.ru}", f"no task for: {power.title.en}"),
            )


@_lint(
    "A8",
    Severity.NOTICE,
    Text("электронный документ, который никто не формирует", "an electronic document that no system forms"),
    Text(
        "Документ должен быть электронным, но ни одна система не названа для его формирования. Назовите её, "
        "иначе исполнить форму нечем.",
        "The document must be electronic, but no system is named that forms it. Name one, or the form cannot "
        "be kept.",
    ),
)
def formed_by_no_system(profile: Profile) -> Iterator[Place]:
    """Electronic documents that no listed system forms."""
    formed = {kind for system in profile.systems for kind in system.forms}
    for document in profile.documents:
        if document.form == "electronic" and document.kind not in formed:
            yield (
                document.cite,
                Text(
                    f"не названа система для документа: {document.title.ru}",
                    f"no system is named for the document: {document.title.en}",
                ),
            )


@_lint(
    "A9",
    Severity.WARNING,
    Text("роль, которой нет в составе", "a role that the composition lacks"),
    Text(
        "Положение возлагает обязанности на секретаря, а в составе его нет: неясно, кто ведёт протокол. "
        "Назовите его в составе.",
        "The regulation gives duties to a secretary whom the composition does not name: it is unclear who "
        "keeps the minutes. Name one in the composition.",
    ),
)
def role_not_in_composition(profile: Profile) -> Iterator[Place]:
    """A secretary with duties but without a seat."""
    group = profile.working_group
    if group.secretary is not None and group.secretary.seat is None:
        yield (
            group.secretary.cite,
            Text("секретарь в составе группы не назван", "the composition names no secretary"),
        )
    elif group.secretary is None and group.minutes.value.drafted_by_cite is not None:
        yield (
            group.minutes.value.drafted_by_cite,
            Text(
                "протокол ведёт секретарь, которого положение не вводит", "minutes are kept by no known role"
            ),
        )


@_lint(
    "A10",
    Severity.WARNING,
    Text("мероприятие без ответственного", "a plan item with no responsible body"),
    Text("Спросить не с кого. Назовите ответственного.", "Nobody answers for it. Name somebody."),
)
def nobody_responsible(profile: Profile) -> Iterator[Place]:
    """Plan items without a responsible body."""
    for item in profile.plan:
        if item.responsible is None:
            yield item.cite, Text(f"нет ответственного: {item.title.ru}", f"nobody for: {item.title.en}")


@_lint(
    "A11",
    Severity.NOTICE,
    Text("нужный акт, которого план не обещает", "an act that is needed and never promised"),
    Text(
        "Закон передаёт это муниципалитету, а план не обещает акта: шаг, которому он нужен, останется "
        "неизвестным. Дополните план, если так задумано не было.",
        "The law hands this to the municipality, and the plan promises no act: the step that needs it stays "
        "unknown. Add it to the plan, unless that was meant.",
    ),
)
def act_never_promised(profile: Profile) -> Iterator[Place]:
    """Acts that the law hands to the municipality and no plan item adopts."""
    promised = {act for item in profile.plan for act in item.adopts}
    for delegation in load_federal().delegations:
        if delegation.adopted_by is not None and delegation.adopted_by not in promised:
            yield (
                delegation.cite,
                Text(
                    f"план не обещает акта {delegation.adopted_by.text.ru}: {delegation.what.ru}",
                    f"the plan promises no act {delegation.adopted_by.text.en}: {delegation.what.en}",
                ),
            )


@_lint(
    "A12",
    Severity.NOTICE,
    Text("один акт обещан дважды", "one act promised twice"),
    Text(
        "Два мероприятия обещают один и тот же акт: неясно, какое исполнено. Оставьте одно.",
        "Two items promise the same act: it is unclear which one is done. Keep one.",
    ),
)
def act_promised_twice(profile: Profile) -> Iterator[Place]:
    """Plan items that promise an act which an earlier item promises already."""
    first: dict[str, Citation] = {}
    for item in profile.plan:
        for act in item.adopts:
            if act in first:
                yield (
                    item.cite,
                    Text(
                        f"акт {act.text.ru} уже обещан: {first[act].label.ru}",
                        f"the act {act.text.en} is promised already: {first[act].label.en}",
                    ),
                )
            first.setdefault(act, item.cite)


@_lint(
    "A13",
    Severity.NOTICE,
    Text("две одинаковые должности в составе", "two seats by one office"),
    Text(
        "Состав задан должностями, и две из них совпадают: по должности не узнать, кто на каком месте. "
        "Уточните должности.",
        "The composition goes by office, and two offices are the same: who sits where cannot be told. Say more.",
    ),
)
def same_office_twice(profile: Profile) -> Iterator[Place]:
    """Offices that hold more than one seat."""
    seats, titles = profile.working_group.seats, profile.titles
    for office, number in Counter(seat.office.ru for seat in seats).items():
        if number > 1:
            held = [seat for seat in seats if seat.office.ru == office]
            names = [titles[seat.id] for seat in held]
            ru, en = ", ".join(name.ru for name in names), ", ".join(name.en for name in names)
            yield held[0].cite, Text(f"{office}: {ru}", f"{held[0].office.en}: {en}")


@_lint(
    "A14",
    Severity.NOTICE,
    Text("не сказано, когда постановление вступает в силу", "the decree does not say when it takes effect"),
    Text(
        "День вступления в силу приходится читать по толкованию D5. Добавьте пункт о вступлении в силу.",
        "The day it takes effect has to be read by reading D5. Add a provision on it.",
    ),
)
def silent_on_force(profile: Profile) -> Iterator[Place]:
    """A decree without a provision on its entry into force."""
    if profile.entry_into_force is None:
        yield (
            profile.cite("act"),
            Text("пункта о вступлении в силу нет", "it has no provision on its entry into force"),
        )


@_lint(
    "A15",
    Severity.NOTICE,
    Text("за показатели никто не отвечает", "nobody answers for the indicators"),
    Text(
        "Графа ответственного пуста: неясно, кто сообщает значения. Назовите ответственного.",
        "The column of who is responsible is empty: it is unclear who reports. Name somebody.",
    ),
)
def nobody_reports(profile: Profile) -> Iterator[Place]:
    """Indicators without a responsible body, reported once for their table."""
    blank = [indicator for indicator in profile.indicators if indicator.responsible is None]
    if blank:
        table = blank[0].cite.address.partition(".")[0]
        yield (
            profile.cite(table),
            Text(f"показателей без ответственного: {len(blank)}", f"indicators with nobody: {len(blank)}"),
        )


@_lint(
    "A16",
    Severity.WARNING,
    Text("уполномоченный орган не назван", "the authorised body is not named"),
    Text(
        "Социальный заказ утверждает уполномоченный орган, а постановление его не определяет: чьё утверждение "
        "имеет силу, неясно. Определите его изменением; до тех пор профиль называет предполагаемый.",
        "The authorised body approves the social order, and the decree names none: whose approval counts is "
        "unclear. Name it by an amendment; until then the profile names the likely one.",
    ),
)
def no_authorized_body(profile: Profile) -> Iterator[Place]:
    """A decree whose authorised body is missing, or is this library's guess."""
    body = profile.authorized_body
    if body is None:
        yield profile.cite("act"), Text("орган не назван", "no body is named")
    elif body.grade is Grade.ASSUMED:
        titles = {one.id: one.title for one in profile.bodies}
        yield (
            body.basis,
            Text(
                f"взят ответственный по плану: {titles[body.value].ru}",
                f"taken: whom the plan makes responsible: {titles[body.value].en}",
            ),
        )
