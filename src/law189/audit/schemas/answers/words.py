"""Слова ответов (words): what several answers of the command line say, each told once."""

from datetime import date
from typing import Annotated

from pydantic import with_config
from typing_extensions import TypedDict

from law189.law import About, Citation
from law189.verdict.form import CLOSED

__all__ = [
    "AsOf",
    "Case",
    "Chosen",
    "Cites",
    "CycleOf",
    "FileName",
    "LineNumber",
    "MadeBy",
    "MadeForm",
    "ProfileOf",
    "RecordNumber",
    "Service",
    "StateOf",
]

ProfileOf = Annotated[str, About.of("профиль", "profile", "Имя профиля.", "The name of the profile.")]
AsOf = Annotated[date, About.of("день", "day", "На какой день ответ.", "The day that the answer is of.")]
Chosen = Annotated[
    date | None,
    About.of(
        "день",
        "day",
        "На какой день ответ; null, если день не назван.",
        "The day that the answer is of; null where none was named.",
    ),
]
Case = Annotated[str, About.of("дело", "case", "Номер истории.", "The id of the history.")]
CycleOf = Annotated[str, About.of("жизненный цикл", "lifecycle", "Код цикла.", "The code of the lifecycle.")]
StateOf = Annotated[
    str, About.of("состояние", "state", "Код состояния дела.", "The code of the state of the case.")
]
FileName = Annotated[str, About.of("файл", "file", "Имя файла.", "The name of the file.")]
LineNumber = Annotated[int, About.of("строка", "line", "Номер строки, с 1.", "The line, counted from 1.")]
RecordNumber = Annotated[
    int,
    About.of(
        "запись", "record", "Номер записи дела, с 1.", "The number of the record of the case, counted from 1."
    ),
]
Service = Annotated[
    str | None,
    About.of(
        "услуга",
        "service",
        "Уникальный номер; null, если услуг несколько и строка заказа не названа.",
        "The unique number; null where there are several and no line of the order is named.",
    ),
]
Cites = Annotated[
    list[Citation],
    About.of("адреса норм", "addresses in law", "Где это сказано.", "Where the law says so."),
]


@with_config(CLOSED)
class MadeForm(TypedDict):
    """Запись дела, из которой это взято."""

    history: Case
    record: RecordNumber


MadeBy = Annotated[
    list[MadeForm],
    About.of("из каких записей", "made by", "Из каких записей это взято.", "The records that it comes from."),
]
