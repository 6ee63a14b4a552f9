"""План и показатели (plan): what the plan and the indicators of a day are as JSON."""

from datetime import date
from typing import Annotated, NotRequired

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.schemas.answers.cases import Errors, Later, Refused
from law189.audit.schemas.answers.shown import TermForm
from law189.audit.schemas.answers.words import AsOf, Chosen, MadeBy, MadeForm, ProfileOf
from law189.audit.schemas.outlook_forms import Judged, Title
from law189.law import About, Text
from law189.profile.documents import LocalAct
from law189.profile.indicators import IndicatorType, IndicatorValue
from law189.profile.plan import Milestone
from law189.profile.tallies import Counts, IndicatorUnit
from law189.rules.deadlines import Status
from law189.verdict import Outcome
from law189.verdict.form import CLOSED

__all__ = ["IndicatorsForm", "PlanForm"]

Row = Annotated[str, About.of("номер", "id", "Адрес строки.", "The address of the row.")]


@with_config(CLOSED)
class ItemForm(TypedDict):
    """Мероприятие плана на день."""

    id: Row
    stage: Annotated[
        int | None, About.of("этап", "stage", "null, если этапа нет.", "null where there is none.")
    ]
    title: Title
    responsible: Annotated[
        Text | None,
        About.of("кто отвечает", "who answers", "null, если не назван.", "null where nobody is named."),
    ]
    bodies: Annotated[
        list[str], About.of("органы", "bodies", "Коды тех же органов.", "The codes of the same bodies.")
    ]
    term: TermForm  # pyright: ignore[reportInvalidTypeForm]  # it is made of the terms that a profile may have
    adopts: Annotated[
        list[LocalAct], About.of("принимаемые акты", "acts to adopt", "Коды актов.", "The codes of the acts.")
    ]
    due: Annotated[
        date | None,
        About.of("последний день", "last day", "null, если его нет.", "null where there is none."),
    ]
    event_on: Annotated[
        date | None,
        About.of("день события", "day of the event", "null, если не известен.", "null where not known."),
    ]
    status: Annotated[
        Status, About.of("состояние", "status", "Код состояния на день.", "The code of the day.")
    ]
    verdict: Judged


@with_config(CLOSED)
class ReachedForm(TypedDict):
    """Исполнение мероприятия записью дела."""

    milestone: Annotated[Milestone, About.of("веха", "milestone", "Что пройдено.", "What was reached.")]
    year: Annotated[
        int | None,
        About.of("год заказа", "year", "null, если его нет.", "null where there is none."),
    ]
    on: Annotated[date, About.of("день", "day", "Когда.", "When it was reached.")]
    made_by: Annotated[
        MadeForm, About.of("какой записью", "made by", "Запись дела.", "The record of the case.")
    ]
    outcome: Annotated[
        Outcome,
        About.of(
            "исход шага",
            "outcome",
            "breach, если шаг сделан с нарушением.",
            "breach where the step stands and breaks a norm.",
        ),
    ]


@with_config(CLOSED)
class PlanForm(TypedDict):
    """План на день; ключи файлов есть, если эти файлы даны."""

    profile: ProfileOf
    on: AsOf
    items: Annotated[
        list[ItemForm], About.of("мероприятия", "items", "В порядке плана.", "In the order of the plan.")
    ]
    done_later: NotRequired[
        Annotated[
            list[int],
            About.of(
                "строки более поздних дней",
                "lines of later days",
                "Строки --done, которые ещё не считаются.",
                "The lines of --done that do not count yet.",
            ),
        ]
    ]
    done_before_act: NotRequired[
        Annotated[
            list[int],
            About.of(
                "строки до постановления",
                "lines before the decree",
                "Строки --done о днях до самого постановления; они считаются.",
                "The lines of --done of days before the decree itself; they count.",
            ),
        ]
    ]
    done_by_cases: NotRequired[
        Annotated[
            dict[str, list[ReachedForm]],
            About.of(
                "сделано по делам",
                "done by the cases",
                "Что сделали дела --steps, по мероприятиям.",
                "What the cases of --steps did, by the items.",
            ),
        ]
    ]
    later: NotRequired[Later]
    refused: NotRequired[Refused]
    errors: NotRequired[Errors]


@with_config(CLOSED)
class CountedForm(TypedDict):
    """Посчитано по делам."""

    on: AsOf
    least: Annotated[
        str | None,
        About.of("не меньше", "least", "null, если не посчитано.", "null where it was not counted."),
    ]
    most: Annotated[
        str | None,
        About.of("не больше", "most", "null, если не посчитано.", "null where it was not counted."),
    ]
    why: Annotated[
        Text | None,
        About.of("почему нет", "why not", "null, если посчитано.", "null where it was counted."),
    ]
    made_by: MadeBy


@with_config(CLOSED)
class IndicatorForm(TypedDict):
    """Показатель: сообщённое против базы, ориентира и дел."""

    id: Row
    title: Title
    goal: Annotated[int, About.of("цель", "goal", "Номер цели.", "The number of the goal.")]
    type: Annotated[
        IndicatorType | None,
        About.of("тип", "type", "null, если не назван.", "null where none is named."),
    ]
    unit: Annotated[
        IndicatorUnit | None,
        About.of("единица", "unit", "null, если не названа.", "null where none is named."),
    ]
    base: Annotated[
        IndicatorValue | None,
        About.of("база", "base", "null, если её нет.", "null where there is none."),
    ]
    target: Annotated[
        IndicatorValue | None,
        About.of(
            "ориентир года",
            "target of the year",
            "null, если на этот год его нет.",
            "null where the year has none.",
        ),
    ]
    targets: Annotated[
        list[IndicatorValue],
        About.of("ориентиры", "targets", "По всем годам.", "Those of all years."),
    ]
    reported: Annotated[
        str | bool | None,
        About.of(
            "сообщено",
            "reported",
            "Число — текстом; null, если ничего.",
            "A number as text; null where nothing was.",
        ),
    ]
    counts: Annotated[
        Counts | None,
        About.of(
            "что считает", "counts", "null, если по делам не считают.", "null where no case is counted."
        ),
    ]
    counted: Annotated[
        CountedForm | None,
        About.of("посчитано", "counted", "null, если дел не дано.", "null where no cases were given."),
    ]
    verdict: Judged


@with_config(CLOSED)
class IndicatorsForm(TypedDict):
    """Показатели против базы, ориентира и дел; ключи файлов есть, если эти файлы даны."""

    profile: ProfileOf
    on: Chosen
    indicators: Annotated[
        list[IndicatorForm],
        About.of("показатели", "indicators", "В порядке таблицы.", "In the order of the table."),
    ]
    reported_later: NotRequired[
        Annotated[
            list[int],
            About.of(
                "строки более поздних дней",
                "lines of later days",
                "Строки --reported, которые ещё не считаются.",
                "The lines of --reported that do not count yet.",
            ),
        ]
    ]
    later: NotRequired[Later]
    refused: NotRequired[Refused]
    errors: NotRequired[Errors]
