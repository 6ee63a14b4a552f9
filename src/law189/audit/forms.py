"""Формы ответов (forms): what answers are as JSON; the forms of what is read are those of their own types."""

from datetime import date
from typing import Annotated, Any, NotRequired

from pydantic import with_config
from typing_extensions import TypedDict

from law189.cases.fact import Shape
from law189.law import About, Citation, Source, Text
from law189.profile.documents import DocumentKind
from law189.verdict import Outcome, Verdict
from law189.verdict.form import CLOSED, CitationForm, CureForm, WordsForm

__all__ = ["DutyForm", "FindingForm", "KeptVerdictForm", "MeetingAnswerForm", "OptionForm", "StepForm"]

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
    cites: Annotated[
        list[Citation],
        About.of("адреса норм", "addresses in law", "Где это сказано.", "Where the law says so."),
    ]


@with_config(CLOSED)
class StepForm(TypedDict):
    """Ответ на один шаг файла."""

    history: Annotated[str, About.of("дело", "history", "Номер истории.", "The id of the history.")]
    lifecycle: Annotated[
        str, About.of("жизненный цикл", "lifecycle", "Код цикла.", "The code of the lifecycle.")
    ]
    kind: Kind
    on: Annotated[date, About.of("день", "day", "День шага.", "The day of the step.")]
    state: NewState
    accepted: Annotated[
        bool, About.of("принят", "accepted", "Записан ли шаг.", "Whether the step was recorded.")
    ]
    verdict: Judged


@with_config(CLOSED)
class FindingForm(TypedDict):
    """Замечание проверки файла шагов."""

    history: Annotated[str, About.of("дело", "history", "Номер истории.", "The id of the history.")]
    lifecycle: Annotated[
        str, About.of("жизненный цикл", "lifecycle", "Код цикла.", "The code of the lifecycle.")
    ]
    line: Annotated[int, About.of("строка", "line", "Номер строки, с 1.", "The line, counted from 1.")]
    kind: Kind
    on: Annotated[
        date, About.of("день", "day", "День шага этой строки.", "The day of the step of that line.")
    ]
    rule: Annotated[str, About.of("правило", "rule", "Код правила.", "The code of the rule.")]
    outcome: Annotated[Outcome, About.of("исход", "outcome", "Какой исход.", "Which outcome.")]
    text: Annotated[WordsForm, About.of("ответ", "sentence", "Замечание словами.", "The finding in words.")]
    facts: Annotated[
        dict[str, Any],
        About.of("факты", "facts", "Что видело правило, по именам.", "What the rule saw, by name."),
    ]
    cites: Annotated[
        list[CitationForm],
        About.of("адреса норм", "addresses in law", "Где это сказано.", "Where the law says so."),
    ]
    cause: Annotated[
        int | None,
        About.of(
            "из какой строки следует",
            "follows from line",
            "null, если это первопричина.",
            "null where it is a first cause.",
        ),
    ]
    cure: NotRequired[CureForm]


@with_config(CLOSED)
class PresidingForm(TypedDict):
    """Кто ведёт заседание."""

    seat: Annotated[
        str | None, About.of("место", "seat", "null, если вести некому.", "null where nobody may preside.")
    ]
    verdict: Judged


@with_config(CLOSED)
class ItemForm(TypedDict):
    """Ответ на один вопрос повестки."""

    question: Annotated[str, About.of("вопрос", "question", "Вопрос повестки.", "The question.")]
    adopted: Annotated[
        bool | None,
        About.of("принято", "adopted", "null, если решения нет.", "null where nothing was decided."),
    ]
    verdict: Judged


@with_config(CLOSED)
class MeetingAnswerForm(TypedDict):
    """Ответ на запись о заседании."""

    profile: Annotated[str, About.of("профиль", "profile", "Имя профиля.", "The name of the profile.")]
    held_on: Annotated[date, About.of("день заседания", "day of the meeting", "Когда было.", "When it was.")]
    outcome: Annotated[
        Outcome, About.of("исход", "outcome", "Худший из исходов.", "The worst of the outcomes.")
    ]
    established: Judged
    agenda: Judged
    attendance: Judged
    presiding: PresidingForm
    quorum: Judged
    items: list[ItemForm]
    minutes: Judged
    notice: NotRequired[
        Annotated[
            Verdict,
            About.of(
                "извещение",
                "notice",
                "Вывод об извещении, если положение устанавливает для него срок.",
                "The verdict on the notice, where the regulation sets a term for it.",
            ),
        ]
    ]


@with_config(CLOSED)
class KeptVerdictForm(TypedDict):
    """Вывод, каким его хранит запись: без предложений, которые есть у правила; чего нет, того нет и здесь."""

    rule: Annotated[str, About.of("правило", "rule", "Код правила.", "The code of the rule.")]
    outcome: NotRequired[
        Annotated[
            Outcome, About.of("исход", "outcome", "Если его нет, holds.", "Left out where the rule holds.")
        ]
    ]
    said: NotRequired[
        Annotated[
            str,
            About.of(
                "какое предложение", "which sentence", "Второе у правила.", "The other sentence of the rule."
            ),
        ]
    ]
    text: NotRequired[
        Annotated[
            Text, About.of("ответ", "sentence", "Если его нет у правила.", "Kept where the rule has it not.")
        ]
    ]
    facts: NotRequired[
        Annotated[
            dict[str, Any],
            About.of("факты", "facts", "Что видело правило.", "What the rule saw."),
        ]
    ]
    asks: NotRequired[
        Annotated[list[Any], About.of("что дать", "what to give", "Чего не хватало.", "What was lacking.")]
    ]
    cites: NotRequired[
        Annotated[
            list[Any], About.of("адреса норм", "addresses", "Где это сказано.", "Where the law says so.")
        ]
    ]
    reading: NotRequired[
        Annotated[
            dict[str, Any],
            About.of("толкование", "reading", "От чего зависит ответ.", "On what the answer turned."),
        ]
    ]
    parts: NotRequired[
        Annotated[
            list["KeptVerdictForm"], About.of("части", "parts", "Из чего сложен.", "What it is made of.")
        ]
    ]
