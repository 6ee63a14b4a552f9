"""Формы взгляда вперёд (outlook forms): what a possible step and an open duty are as JSON."""

from datetime import date
from typing import Annotated

from pydantic import with_config
from typing_extensions import TypedDict

from law189.cases.fact import Shape
from law189.law import About, Citation, Source, Text
from law189.profile.documents import DocumentKind
from law189.verdict import Verdict
from law189.verdict.form import CLOSED

__all__ = ["DutyForm", "OptionForm"]

Kind = Annotated[str, About.of("вид шага", "kind of step", "Код события.", "The code of the event.")]
Title = Annotated[Text, About.of("название", "title", "Как это называют.", "What it is called.")]
Judged = Annotated[
    Verdict, About.of("вывод", "verdict", "Вывод со всеми причинами.", "The verdict with all its reasons.")
]
NewState = Annotated[
    str,
    About.of("состояние", "state", "Код состояния после шага.", "The code of the state after the step."),
]


@with_config(CLOSED)
class ChoiceForm(TypedDict):
    """Вариант значения."""

    value: Annotated[str, About.of("значение", "value", "Как оно стоит в файле.", "As a file holds it.")]
    title: Title


@with_config(CLOSED)
class FactForm(TypedDict):
    """Описанный факт: чем его спросить в форме."""

    name: Annotated[
        str, About.of("имя", "name", "Имя поля в событии.", "The name of the field in the event.")
    ]
    title: Title
    help: Annotated[Text, About.of("пояснение", "help", "Одно предложение.", "One sentence.")]
    shape: Annotated[Shape, About.of("вид", "shape", "Чем его вводят.", "What a form asks with.")]
    why: Annotated[
        Text | None,
        About.of(
            "почему нужен",
            "why",
            "Почему факт нужен; null, если без него можно.",
            "Why it must be given; null where it may be left out.",
        ),
    ]
    when: Annotated[
        Text | None,
        About.of("когда нужен", "when", "От чего это зависит.", "On what that depends."),
    ]
    many: Annotated[
        bool, About.of("несколько", "many", "Можно ли дать несколько.", "Whether several may be given.")
    ]
    choices: Annotated[
        list[ChoiceForm], About.of("варианты", "choices", "Варианты на этот день.", "The choices of the day.")
    ]
    source: Annotated[
        Source | None, About.of("откуда", "source", "Откуда варианты.", "Where they come from.")
    ]
    unit: Annotated[Text | None, About.of("единица", "unit", "Что считает число.", "What a number counts.")]
    example: Annotated[
        str | None, About.of("пример", "example", "Значение верного вида.", "A value of the right form.")
    ]
    fields: Annotated[
        list["FactForm"], About.of("поля", "fields", "Поля того, что внутри.", "The fields of a group.")
    ]
    values: Annotated[
        list[ChoiceForm], About.of("значения", "values", "Что дают каждому.", "What is given for each.")
    ]


@with_config(CLOSED)
class OptionForm(TypedDict):
    """Возможный шаг на день: разрешён он или что против него."""

    kind: Kind
    title: Title
    target: NewState
    by: Annotated[
        list[str] | None,
        About.of("кто вправе", "who may", "Кто может; null — любой.", "Who may act; null where anybody may."),
    ]
    document: Annotated[
        DocumentKind | None,
        About.of("документ", "document", "Какой документ сдают.", "Which document is handed in."),
    ]
    needs: Annotated[
        list[str],
        About.of("нужные факты", "facts needed", "Имена нужных фактов.", "The names of those facts."),
    ]
    facts: Annotated[
        list[FactForm],
        About.of("описания", "descriptions", "Описания тех же фактов.", "The same facts told."),
    ]
    permitted: Annotated[
        bool,
        About.of(
            "разрешён",
            "permitted",
            "Ничто известное шагу не мешает.",
            "Whether nothing known stops the step.",
        ),
    ]
    verdict: Judged


@with_config(CLOSED)
class DutyForm(TypedDict):
    """Открытая обязанность."""

    kind: Kind
    title: Title
    last_day: Annotated[
        date | None,
        About.of(
            "последний день",
            "last day",
            "null, если его нет или он не известен.",
            "null where none is known.",
        ),
    ]
    ends: Annotated[
        Text,
        About.of(
            "срок словами",
            "term in words",
            "Последний день или почему его нет.",
            "The last day, or why there is none.",
        ),
    ]
    overdue: Annotated[
        bool, About.of("просрочена", "overdue", "Прошёл ли срок.", "Whether the term has passed.")
    ]
    which: Annotated[
        Text | None,
        About.of(
            "какая из нескольких",
            "which of several",
            "Требование, жалоба или период, если открытых обязанностей шага может быть несколько; иначе null.",
            "The claim, the complaint or the period, where several duties of a step may be open; else null.",
        ),
    ]
    against: Annotated[
        list[Text],
        About.of(
            "что против шага",
            "what is against the step",
            "Почему в этот день шаг силы не имел бы; пусто, если его можно сделать.",
            "Why the step would have no effect on the day; empty where it can be taken.",
        ),
    ]
    cites: Annotated[
        list[Citation],
        About.of("адреса норм", "addresses in law", "Где это сказано.", "Where the law says so."),
    ]
