"""Реестры (registers): what the register of a day is as JSON, and what changed in it between two days."""

from datetime import date
from typing import Annotated

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.schemas.answers.cases import FileForm
from law189.audit.schemas.answers.words import Case, Cites, MadeBy
from law189.casebook.registers.rows import RegisterKind
from law189.extracts.parties import ProviderKind, Sector
from law189.law import About
from law189.measures import Volume
from law189.verdict.form import CLOSED

__all__ = ["RegisterForm"]


def _day(ru: str, en: str, help_ru: str, help_en: str) -> About:
    """The words of a day that may not be there."""
    return About.of(ru, en, f"{help_ru}; null, если этого не было.", f"{help_en}; null where it was not.")


@with_config(CLOSED)
class RowForm(TypedDict):
    """Запись реестра."""

    record: Annotated[
        str, About.of("номер записи", "number of the record", "Номер в реестре.", "Its number.")
    ]
    included_on: Annotated[
        date, About.of("включён", "included on", "День включения.", "The day of inclusion.")
    ]
    services: Annotated[
        list[str], About.of("услуги", "services", "Уникальные номера.", "Their unique numbers.")
    ]
    cites: Cites
    history: Case
    made_by: MadeBy


@with_config(CLOSED)
class ProviderForm(RowForm):
    """Запись реестра исполнителей."""

    changed_on: Annotated[
        date | None, _day("изменена", "changed on", "День последнего изменения", "The day of the last change")
    ]
    excluded_on: Annotated[
        date | None, _day("исключён", "excluded on", "Первый день вне реестра", "The first day outside")
    ]
    inn: Annotated[str, About.of("ИНН", "INN", "ИНН исполнителя.", "The INN of the provider.")]
    ogrn: Annotated[
        str | None,
        About.of("ОГРН", "OGRN", "null, если не сообщён.", "null where it was not told."),
    ]
    kind: Annotated[
        ProviderKind, About.of("кто исполнитель", "kind", "Код вида.", "The code of the kind of provider.")
    ]
    sector: Annotated[
        Sector | None,
        About.of("сектор", "sector", "null, если не сообщён.", "null where it was not told."),
    ]
    agreement: Annotated[
        str | None,
        About.of("соглашение", "agreement", "Номер; null, если его нет.", "Its number; null where none is."),
    ]
    agreement_on: Annotated[
        date | None, _day("заключено", "concluded on", "День заключения соглашения", "The day of conclusion")
    ]
    agreement_ended_on: Annotated[
        date | None, _day("окончено", "ended on", "День, когда соглашение окончено", "The day of its end")
    ]


@with_config(CLOSED)
class RecipientForm(RowForm):
    """Запись реестра получателей."""

    file: Annotated[
        str, About.of("личное дело", "file", "Номер, под которым имя.", "The number that holds the name.")
    ]
    born: Annotated[date, About.of("родился", "born", "День рождения.", "The day of birth.")]
    categories: Annotated[
        list[str], About.of("категории", "categories", "Коды категорий.", "The codes of the categories.")
    ]
    certificate: Annotated[
        str | None,
        About.of(
            "сертификат", "certificate", "Номер; null, если его нет.", "Its number; null where none is."
        ),
    ]
    nominal: Annotated[
        Volume | None,
        About.of("номинал", "nominal", "null, если сертификата нет.", "null where there is no certificate."),
    ]
    formed_on: Annotated[
        date | None, _day("сформирован", "formed on", "День формирования", "The day of forming")
    ]
    valid_until: Annotated[
        date | None,
        _day("действует по", "valid until", "Последний день действия", "The last day of validity"),
    ]
    suspended_on: Annotated[
        date | None, _day("приостановлен", "suspended on", "С какого дня", "The day since which it is")
    ]
    ended_on: Annotated[
        date | None, _day("окончен", "ended on", "Исчерпан, аннулирован, истёк", "Used up, annulled, expired")
    ]
    live: Annotated[
        bool,
        About.of("даёт право", "live", "Даёт ли право в этот день.", "Whether it gives a right on the day."),
    ]


Row = ProviderForm | RecipientForm
Which = Annotated[
    RegisterKind,
    About.of("реестр", "register", "Исполнителей или получателей.", "Of providers or of recipients."),
]


@with_config(CLOSED)
class RegisterOnDayForm(FileForm):
    """Реестр на день."""

    register: Which
    rows: Annotated[
        list[Row], About.of("записи", "rows", "В порядке включения.", "In the order of inclusion.")
    ]


@with_config(CLOSED)
class ChangeForm(TypedDict):
    """Изменение одной записи."""

    before: Annotated[Row, About.of("было", "before", "Запись в первый день.", "The row of the first day.")]
    after: Annotated[Row, About.of("стало", "after", "Запись во второй день.", "The row of the second day.")]
    changed: Annotated[
        list[str], About.of("что изменилось", "changed", "Имена ключей записи.", "The keys of the row.")
    ]


@with_config(CLOSED)
class RegisterDifferenceForm(FileForm):
    """Что изменилось в реестре между двумя днями."""

    register: Which
    since: Annotated[
        date, About.of("после дня", "since", "После какого дня.", "The day after which it changed.")
    ]
    added: Annotated[list[Row], About.of("добавлены", "added", "Новые записи.", "The new rows.")]
    changed: Annotated[
        list[ChangeForm], About.of("изменены", "changed", "Изменённые записи.", "The rows that changed.")
    ]
    gone: Annotated[
        list[Row],
        About.of("больше нет", "gone", "Исключённые и ошибочные.", "Those excluded or made in error."),
    ]


RegisterForm = RegisterOnDayForm | RegisterDifferenceForm
"""The answer of `law189 register`: a register, or with `--since` what changed."""
