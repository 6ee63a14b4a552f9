"""Ошибки ввода (faults): what any command answers where an input cannot be used, or a line of it cannot."""

from typing import Annotated, NotRequired

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.schemas.answers.words import FileName, LineNumber
from law189.law import About
from law189.verdict.form import CLOSED

__all__ = ["Column", "FaultForm", "FaultsForm", "Key", "LineFaultsForm", "LineOrNone", "Message"]

LineOrNone = Annotated[
    int | None,
    About.of(
        "строка",
        "line",
        "Номер строки, с 1; null, если у ошибки её нет.",
        "The line, counted from 1; null where there is none.",
    ),
]
Column = Annotated[
    int | None,
    About.of(
        "знак строки",
        "column",
        "С какого знака строки, с 1; null, если его нет.",
        "The sign of the line, counted from 1; null where there is none.",
    ),
]
Key = Annotated[
    str,
    About.of(
        "ключ",
        "key",
        "Путь к значению; пуст, если дело не в ключе.",
        "The path of the value; empty where it is of no key.",
    ),
]
Message = Annotated[
    str,
    About.of(
        "словами",
        "in words",
        "Что не так и что сделать, на языке команды.",
        "What is wrong and what to do, in the language of the command.",
    ),
]


@with_config(CLOSED)
class FaultForm(TypedDict):
    """Ошибка ввода: где она и что сделать."""

    file: FileName
    line: LineOrNone
    column: Column
    key: Key
    message: Message
    sheet: NotRequired[
        Annotated[
            str | None,
            About.of("лист", "sheet", "Лист книги; null, если его нет.", "The sheet; null where none is."),
        ]
    ]
    cell: NotRequired[
        Annotated[
            str | None,
            About.of("ячейка", "cell", "Ячейка листа; null, если её нет.", "The cell; null where none is."),
        ]
    ]


Faults = Annotated[list[FaultForm], About.of("ошибки", "faults", "Все ошибки сразу.", "All faults at once.")]


@with_config(CLOSED)
class FaultsForm(TypedDict):
    """Ошибки ввода; с номером строки — только этой строки, остальное прочитано."""

    line: NotRequired[LineNumber]
    errors: Faults


@with_config(CLOSED)
class LineFaultsForm(TypedDict):
    """Строка файла с ошибками."""

    line: LineNumber
    errors: Faults
