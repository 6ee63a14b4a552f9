"""Сохранённые истории (saved): what the check of their hashes and the judging anew are as JSON."""

from datetime import date
from typing import Annotated

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.recheck import Cause
from law189.audit.schemas.answers.words import Case, CycleOf, RecordNumber
from law189.audit.schemas.outlook_forms import Judged, Kind
from law189.audit.verify import Trace
from law189.law import About, Text
from law189.verdict import Outcome, Verdict
from law189.verdict.form import CLOSED

__all__ = ["RecheckForm", "VerifyForm"]


@with_config(CLOSED)
class TraceForm(TypedDict):
    """След изменения."""

    record: Annotated[
        int | None,
        About.of(
            "запись",
            "record",
            "Номер записи, с 1; null, если речь о файле.",
            "The record, counted from 1; null where it is of the whole file.",
        ),
    ]
    trace: Annotated[Trace, About.of("след", "trace", "Что с ней стало.", "What has happened to it.")]
    text: Annotated[Text, About.of("словами", "in words", "То же словами.", "The same in words.")]


@with_config(CLOSED)
class TracedForm(TypedDict):
    """Что стало с записями одной истории."""

    history: Annotated[
        str | None,
        About.of("дело", "case", "null, если номера нет.", "The id; null where the file names none."),
    ]
    lifecycle: Annotated[
        str | None,
        About.of("жизненный цикл", "lifecycle", "null, если его нет.", "null where the file names none."),
    ]
    last_hash: Annotated[
        str | None,
        About.of(
            "хеш последней записи",
            "hash of the last record",
            "Сверьте его с тем, что храните отдельно; null, если хешей нет.",
            "Compare it with the one that you keep elsewhere; null where there is none.",
        ),
    ]
    traces: Annotated[
        list[TraceForm], About.of("следы", "traces", "Пусто, если всё на месте.", "Empty where all is well.")
    ]


@with_config(CLOSED)
class ChangeForm(TypedDict):
    """Причина, на которую теперь ответ иной."""

    rule: Annotated[str, About.of("правило", "rule", "Код правила.", "The code of the rule.")]
    cause: Annotated[
        Cause, About.of("что изменилось", "what changed", "Код причины.", "The code of the cause.")
    ]
    names: Annotated[
        list[str],
        About.of(
            "что именно",
            "names",
            "Факты, толкование или адреса, которые теперь иные.",
            "The facts, the reading or the addresses that are another now.",
        ),
    ]
    was: Annotated[
        Verdict | None,
        About.of("было", "was", "null, если не спрашивали.", "null where it was not asked."),
    ]
    now: Annotated[
        Verdict | None,
        About.of("стало", "now", "null, если не спрашивают.", "null where it is not asked."),
    ]


@with_config(CLOSED)
class DifferenceForm(TypedDict):
    """Запись, о которой теперь ответ иной."""

    record: RecordNumber
    kind: Kind
    on: Annotated[date, About.of("день", "day", "День шага.", "The day of the step.")]
    law189: Annotated[
        str | None,
        About.of(
            "версия", "version", "Какая судила; null, если не известна.", "Which judged; null where unknown."
        ),
    ]
    was: Annotated[Outcome, About.of("был исход", "outcome was", "Записанный.", "The recorded one.")]
    now: Annotated[Outcome, About.of("стал исход", "outcome is", "Нынешний.", "The present one.")]
    worse: Annotated[
        bool,
        About.of("хуже", "worse", "Держалось и не держится.", "Whether something holds no longer."),
    ]
    changes: Annotated[
        list[ChangeForm], About.of("изменения", "changes", "По причинам.", "Reason by reason.")
    ]


@with_config(CLOSED)
class NotAskedForm(TypedDict):
    """Что не спрошено заново: на это отвечают другие дела книги."""

    record: RecordNumber
    verdict: Judged


@with_config(CLOSED)
class JudgedAgainForm(TypedDict):
    """История, которую судили заново."""

    history: Case
    lifecycle: CycleOf
    differences: Annotated[
        list[DifferenceForm],
        About.of("иные ответы", "differences", "Пусто, если ответы те же.", "Empty where nothing differs."),
    ]
    not_asked: Annotated[
        list[NotAskedForm],
        About.of("не спрошено", "not asked", "Стоит, как записано.", "Stands as recorded."),
    ]


VerifyForm = list[TracedForm]
"""The answer of `law189 verify`: each history of the file."""
RecheckForm = list[JudgedAgainForm]
"""The answer of `law189 recheck`: each history of the file."""
