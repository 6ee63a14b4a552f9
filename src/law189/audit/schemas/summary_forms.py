"""Формы итога (summary forms): what the last line of an audit, and a difference of two audits, are as JSON."""

from typing import Annotated, NotRequired

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.compared import FindingChange
from law189.audit.schemas.forms import FindingForm
from law189.law import About, Text
from law189.verdict.form import CLOSED

__all__ = ["ComparisonForm", "DifferenceForm", "SummaryForm"]

Counts = dict[str, int]
Outcomes = Annotated[
    Counts,
    About.of("по исходам", "by outcome", "Сколько каких исходов.", "How many there are of each outcome."),
]
Rules = Annotated[
    Counts, About.of("по правилам", "by rule", "По кодам правил.", "By the codes of the rules.")
]


@with_config(CLOSED)
class FileForm(TypedDict):
    """Прочитанный файл: какие строки его."""

    name: Annotated[str, About.of("файл", "file", "Имя файла или базы.", "The name of the file or database.")]
    first: Annotated[
        int,
        About.of(
            "первая строка",
            "first line",
            "Номер его первой строки по всем файлам подряд.",
            "The number of its first line through all files.",
        ),
    ]
    lines: Annotated[int, About.of("строк", "lines", "Сколько в нём строк.", "How many lines it has.")]


@with_config(CLOSED)
class FollowingForm(TypedDict):
    """Замечания, которые только следуют из более ранних."""

    findings: Annotated[int, About.of("замечаний", "findings", "Сколько их.", "How many there are.")]
    outcomes: Outcomes
    by_rule: Rules


@with_config(CLOSED)
class CountsForm(TypedDict):
    """Итог проверки: первопричины по исходам, правилам, шагам, органам, нормам и месяцам."""

    events: Annotated[
        int, About.of("событий", "events", "Сколько строк проверено.", "How many lines were audited.")
    ]
    histories: Annotated[int, About.of("дел", "histories", "Сколько дел.", "How many cases there are.")]
    findings: Annotated[
        int, About.of("первопричин", "first causes", "Сколько первопричин.", "How many first causes.")
    ]
    outcomes: Outcomes
    by_rule: Rules
    by_kind: Annotated[
        Counts,
        About.of("по шагам", "by step", "По циклам и видам шагов.", "By lifecycle and kind of step."),
    ]
    by_body: Annotated[
        Counts, About.of("по органам", "by body", "Кто совершил шаг.", "By who took the step.")
    ]
    by_provision: Annotated[
        Counts,
        About.of("по нормам", "by provision", "По адресам норм.", "By the addresses of the provisions."),
    ]
    by_month: Annotated[
        dict[str, Counts],
        About.of("по месяцам", "by month", "Исходы по месяцам ГГГГ-ММ.", "Outcomes by month, YYYY-MM."),
    ]
    following: Annotated[
        FollowingForm,
        About.of("следствия", "following", "Что только следует из этого.", "What only follows from these."),
    ]
    faults: Annotated[
        int,
        About.of(
            "строк с ошибками",
            "faults of lines",
            "Сколько строк и файлов не прочитано или не принято.",
            "How many lines and files could not be read or taken.",
        ),
    ]
    seconds: Annotated[
        float,
        About.of(
            "время", "time", "Сколько шла проверка.", "How long it took.", unit=Text("секунд", "seconds")
        ),
    ]
    interrupted: Annotated[
        bool,
        About.of("прервана", "interrupted", "Прервана ли проверка.", "Whether the audit was broken off."),
    ]
    files: Annotated[list[FileForm], About.of("файлы", "files", "Что прочитано.", "What was read.")]
    later: Annotated[
        int,
        About.of(
            "дел после этого дня",
            "later cases",
            "Сколько дел начинается после дня проверки; они не проверены.",
            "How many cases begin after the day of the audit; they were not audited.",
        ),
    ]
    alike: Annotated[
        Counts,
        About.of(
            "похожие номера дел",
            "ids that look alike",
            "Номера дел, которые похожи на более ранние (похожие или иной величины буквы), и их первые строки.",
            "Ids of cases that look like earlier ones (letters that look alike, or in another case), with their "
            "first lines.",
        ),
    ]
    decided: NotRequired[
        Annotated[
            int,
            About.of(
                "решено",
                "decided",
                "Сколько неизвестного решено записанным решением; в других числах его нет.",
                "How many unknowns a recorded decision has settled; no other count has them.",
            ),
        ]
    ]


@with_config(CLOSED)
class SummaryForm(TypedDict):
    """Последняя строка ответа проверки."""

    summary: Annotated[CountsForm, About.of("итог", "summary", "Итог проверки.", "The summary of the audit.")]


@with_config(CLOSED)
class DifferenceForm(TypedDict):
    """Чем отличается замечание по двум профилям."""

    change: Annotated[
        FindingChange,
        About.of("что с ним", "change", "Появилось, исчезло, изменилось.", "What became of it."),
    ]
    before: Annotated[
        FindingForm | None,
        About.of("было", "before", "null, если появилось.", "null where it has appeared."),
    ]
    after: Annotated[
        FindingForm | None,
        About.of("стало", "after", "null, если исчезло.", "null where it has vanished."),
    ]


@with_config(CLOSED)
class BothForm(TypedDict):
    """Итог проверки по двум профилям."""

    before: Annotated[
        CountsForm,
        About.of("было", "before", "Итог по первому профилю.", "The summary by the first profile."),
    ]
    after: Annotated[
        CountsForm,
        About.of("стало", "after", "Итог по второму профилю.", "The summary by the second profile."),
    ]
    appeared: Annotated[int, About.of("появилось", "appeared", "Сколько новых.", "How many have appeared.")]
    vanished: Annotated[int, About.of("исчезло", "vanished", "Скольких больше нет.", "How many are gone.")]
    changed: Annotated[
        int, About.of("изменилось", "changed", "Сколько стало другими.", "How many are other now.")
    ]


@with_config(CLOSED)
class ComparisonForm(TypedDict):
    """Последняя строка ответа проверки по двум профилям."""

    summary: Annotated[
        BothForm, About.of("итог", "summary", "Итог по двум профилям.", "The summary by both profiles.")
    ]
