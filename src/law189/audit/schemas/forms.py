"""Формы ответов (forms): what answers are as JSON; the forms of what is read are those of their own types."""

from datetime import date
from typing import Annotated, Any, NotRequired

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.schemas.outlook_forms import Judged, Kind, NewState
from law189.law import About, Text
from law189.verdict import Outcome, Verdict
from law189.verdict.form import CLOSED, CitationForm, CureForm, WordsForm

__all__ = ["FindingForm", "KeptVerdictForm", "MeetingAnswerForm", "StepForm"]


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
    cause_history: NotRequired[
        Annotated[
            str,
            About.of(
                "дело причины",
                "case of the cause",
                "При проверке книги, где cause — номер записи этого дела.",
                "In an audit of a book, where cause is the number of a record of that case.",
            ),
        ]
    ]
    cure: NotRequired[CureForm]
    assumed: NotRequired[
        Annotated[
            WordsForm,
            About.of(
                "принято",
                "assumed",
                "Почему так принято, если нормы не названо.",
                "Why it is assumed, where no provision is named.",
            ),
        ]
    ]


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
    presiding: Annotated[
        PresidingForm, About.of("кто ведёт", "who presides", "Место и вывод.", "The seat and the verdict.")
    ]
    quorum: Judged
    items: Annotated[
        list[ItemForm],
        About.of("вопросы", "items", "По вопросам повестки.", "Question by question of the agenda."),
    ]
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
