"""Дела файла (cases): what a file of steps came to on a day: its options, its duties, what of it was not taken."""

from typing import Annotated

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.schemas.answers.faults import LineFaultsForm
from law189.audit.schemas.answers.words import AsOf, Case, CycleOf, LineNumber, ProfileOf, StateOf
from law189.audit.schemas.forms import StepForm
from law189.audit.schemas.outlook_forms import DutyForm, OptionForm
from law189.law import About
from law189.verdict.form import CLOSED

__all__ = ["DiagramForm", "DueForm", "Errors", "FileForm", "Later", "OptionsForm", "Refused"]


@with_config(CLOSED)
class RefusedForm(StepForm):
    """Шаг файла, который не принят."""

    line: LineNumber


Later = Annotated[
    list[str],
    About.of(
        "дела после этого дня",
        "later cases",
        "Номера дел, которые начинаются после этого дня.",
        "The ids of the cases that begin after that day.",
    ),
]
Refused = Annotated[
    list[RefusedForm],
    About.of("не приняты", "refused", "Шаги, которые не приняты.", "The steps that were refused."),
]
Errors = Annotated[
    list[LineFaultsForm],
    About.of(
        "строки с ошибками", "lines with faults", "Строки, которые не прочитаны.", "Lines that were not read."
    ),
]


@with_config(CLOSED)
class FileForm(TypedDict):
    """Что сказано о файле шагов на день."""

    profile: ProfileOf
    on: AsOf
    later: Later
    refused: Refused
    errors: Errors


@with_config(CLOSED)
class HeadingForm(TypedDict):
    """Дело и где оно стоит."""

    history: Case
    lifecycle: CycleOf
    state: StateOf


@with_config(CLOSED)
class OptionsOfForm(HeadingForm):
    """Шаги одного дела."""

    options: Annotated[
        list[OptionForm],
        About.of("шаги", "steps", "Каждый шаг на этот день.", "Each step of that day."),
    ]


@with_config(CLOSED)
class DutiesOfForm(HeadingForm):
    """Обязанности по одному делу."""

    duties: Annotated[
        list[DutyForm],
        About.of("обязанности", "duties", "Открытые на этот день.", "Those open on that day."),
    ]


@with_config(CLOSED)
class OptionsForm(FileForm):
    """Какие шаги возможны в делах файла в этот день."""

    histories: Annotated[
        list[OptionsOfForm], About.of("дела", "cases", "Дела и их шаги.", "The cases with their steps.")
    ]


@with_config(CLOSED)
class DueForm(FileForm):
    """Что должно быть сделано по делам файла на этот день."""

    histories: Annotated[
        list[DutiesOfForm],
        About.of("дела", "cases", "Дела и их обязанности.", "The cases with their duties."),
    ]


@with_config(CLOSED)
class DiagramForm(TypedDict):
    """Чертёж жизненного цикла."""

    lifecycle: CycleOf
    format: Annotated[str, About.of("вид чертежа", "format", "mermaid или svg.", "mermaid or svg.")]
    diagram: Annotated[str, About.of("чертёж", "drawing", "Сам чертёж.", "The drawing itself.")]
