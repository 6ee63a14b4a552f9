"""Замечания об акте в целом (lints of the act as a whole): its names and its entry into force.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in silent_on_force.find(load_profile("kemerovo").latest)]
['act']
>>> list(silent_on_force.find(load_profile("novokuznetsk_district").latest))
[]
"""

import re
from collections.abc import Iterator

from law189.law import Act, Entry, Text
from law189.law.label import disagrees, kind_in
from law189.law.text import in_russian
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition

__all__ = [
    "act_without_number",
    "label_disagrees",
    "law_not_named",
    "silent_on_force",
    "two_names",
    "without_english",
]


@declared(
    "A6",
    Severity.NOTICE,
    Text("одно и то же под двумя именами", "one thing under two names"),
    Text(
        "Читатель не знает, одно это или разное. Приведите к одному имени; до тех пор профиль считает их одним.",
        "A reader cannot tell whether it is one or two. Use one name; until then the profile takes them as one.",
    ),
)
def two_names(edition: Edition) -> Iterator[Place]:
    """Pairs of names that the profile records as one thing."""
    for alias in edition.aliases:
        yield (
            alias.cite,
            Text(
                f"здесь «{alias.also.ru}», а в другом месте ({alias.name_cite.label.ru}) «{alias.name.ru}»",
                f"here «{alias.also.en}», elsewhere ({alias.name_cite.label.en}) «{alias.name.en}»",
            ),
        )


@declared(
    "A14",
    Severity.NOTICE,
    Text("не сказано, когда постановление вступает в силу", "the decree does not say when it takes effect"),
    Text(
        "День вступления в силу приходится читать по толкованию D5. Добавьте пункт о вступлении в силу.",
        "The day it takes effect has to be read by reading D5. Add a provision on it.",
    ),
)
def silent_on_force(edition: Edition) -> Iterator[Place]:
    """A decree without a provision on its entry into force."""
    if edition.entry_into_force is None:
        yield (
            edition.whole,
            Text("пункта о вступлении в силу нет", "it has no provision on its entry into force"),
        )


@declared(
    "A27",
    Severity.NOTICE,
    Text("189-ФЗ не назван среди актов", "189-FZ is not among the acts"),
    Text(
        "Решение об организации услуг принимают на основании Федерального закона от 13.07.2020 № 189-ФЗ, а в acts "
        "его нет. Если постановление на него ссылается, впишите id: 189-fz с адресом; если нет, дополните "
        "преамбулу изменением.",
        "A decision on organising the services is taken under Federal Law No 189-FZ of 13.07.2020, and acts does "
        "not have it. Write id: 189-fz with its address where the decree refers to it; otherwise amend the "
        "preamble.",
    ),
)
def law_not_named(edition: Edition) -> Iterator[Place]:
    """A decree that does not rest on the law."""
    named = [ref.id for ref in edition.acts]
    described = [ref.act.number for ref in edition.acts if ref.act is not None]
    if _LAW not in named and not any(
        re.match("189-?ФЗ$", number or "", re.IGNORECASE) for number in described
    ):
        yield (
            edition.cite("act"),
            Text(
                f"среди названных актов (их {len(named)}) нет 189-ФЗ",
                f"189-FZ is not among the acts named ({len(named)})",
            ),
        )


_LAW = "189-fz"


@declared(
    "A33",
    Severity.NOTICE,
    Text("у постановления нет номера или даты", "a decree without its number or its date"),
    Text(
        "Без них в ответах постановление не отличить от другого, а без даты не проверить и сроки. Впишите "
        "act.number и act.date.",
        "Without them an answer cannot tell the decree from another, and without a date no term can be checked. "
        "Write act.number and act.date.",
    ),
)
def act_without_number(edition: Edition) -> Iterator[Place]:
    """A decree of which the profile gives no number or no date."""
    missing = [
        words
        for value, words in (
            (edition.act.number, Text("номер", "number")),
            (edition.act.date, Text("дата", "date")),
        )
        if value is None
    ]
    for words in missing:
        yield (
            edition.cite("act"),
            Text(f"{words.ru} постановления: не указано", f"no {words.en} of the decree is given"),
        )


@declared(
    "L-en",
    Severity.NOTICE,
    Text("тексты без английского перевода", "texts without English"),
    Text(
        "В ответах на английском языке вместо них стоят русские слова. Если такие ответы нужны, добавьте en.",
        "Answers in English show the Russian words instead. Where such answers are needed, add en.",
    ),
)
def without_english(edition: Edition) -> Iterator[Place]:
    """How many texts of the profile have no English of their own."""
    count = sum(_untold(text) for text in _texts(edition))
    if count:
        yield (
            edition.whole,
            Text(f"текстов без английского: {count}", f"texts without English: {count}"),
        )


def _untold(text: Text) -> bool:
    return text.en == text.ru and re.search("[А-Яа-яЁё]", text.ru) is not None


def _texts(value: object) -> Iterator[Text]:
    """Every text of an entry that stands in both languages."""
    if type(value) is Text:
        yield value
    elif isinstance(value, Entry):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)


@declared(
    "L-label",
    Severity.WARNING,
    Text("обозначение акта не сходится с ним самим", "a label unlike its act"),
    Text(
        "Ссылка в ответе называет не тот акт. Исправьте label, kind, number или date; без label обозначение "
        "составляется из них само.",
        "A citation in an answer names another act. Mend label, kind, number or date; without label they make it.",
    ),
)
def label_disagrees(edition: Edition) -> Iterator[Place]:
    """Acts of the profile whose label names another kind, another number or another day."""
    acts = [edition.act, *(ref.act for ref in edition.acts), *(one.act for one in edition.adopted)]
    for act in acts:
        if act is None:
            continue
        wrong = [one for one in _cases(act) if disagrees(one, act.number, act.date)]
        if act.kind is not None and kind_in(act.label.ru) not in (None, act.kind):
            said = Text(
                f"в обозначении «{act.label.ru}», а вид акта: «{act.kind}»",
                f"the label is «{act.label.en}», and the kind of the act: «{act.kind}»",
            )
            yield act.cite("act"), said
        if wrong:
            number, on = act.number or "—", act.date
            yield (
                act.whole,
                Text(
                    f"в обозначении «{wrong[0]}», а номер и дата акта: {number}, {in_russian(on) if on else '—'}",
                    f"the label is «{wrong[0]}», and the number and the date of the act: {number}, {on or '—'}",
                ),
            )


def _cases(act: Act) -> tuple[str, ...]:
    return (act.label.ru, act.label.of, act.label.to, act.label.en)
