"""Ведомость и исполнение заказа (ledger): what figures with their records are as JSON."""

from typing import Annotated, NotRequired

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.schemas.answers.cases import FileForm
from law189.audit.schemas.answers.words import Case, Cites, MadeBy, Service
from law189.extracts.orders import Way
from law189.law import About, Citation
from law189.measures import Unit
from law189.verdict.form import CLOSED

__all__ = ["LedgerForm", "OrderReportForm"]

Exact = Annotated[str, About.of("число", "figure", "Точное число.", "The exact number.", example="120000.50")]


@with_config(CLOSED)
class FigureForm(TypedDict):
    """Число и записи, из которых оно взято."""

    amount: Exact
    made_by: MadeBy


Ordered = Annotated[FigureForm, About.of("заказано", "ordered", "Все доли вместе.", "All shares together.")]
Rendered = Annotated[
    FigureForm, About.of("оказано", "rendered", "По оконченным договорам.", "By contracts that are over.")
]
UnitOf = Annotated[Unit, About.of("единица", "unit", "В чём измерено.", "What it is counted in.")]
Shares = Annotated[
    dict[Way, FigureForm],
    About.of("доли", "shares", "Доли заказа по способам.", "The shares of the order by way."),
]
Year = Annotated[
    int | None,
    About.of("год заказа", "year", "null, если он не известен.", "null where it is not known."),
]
Who = Annotated[
    str | None,
    About.of(
        "кто",
        "who",
        "ИНН исполнителя или личное дело получателя; null, если обо всех или не известно.",
        "The INN of the provider or the file of the recipient; null where it is of all or not known.",
    ),
]


@with_config(CLOSED)
class VolumeRowForm(TypedDict):
    """Строка об объёме одной услуги и одного года; какие числа в ней есть, зависит от того, о ком она."""

    service: Service
    year: Year
    unit: UnitOf
    who: Who
    shares: NotRequired[Shares]
    without_order: NotRequired[
        Annotated[
            bool,
            About.of(
                "без заказа",
                "without an order",
                "true, если заказа этого года на услугу нет; иначе ключа нет.",
                "true where no order of the year has the service; left out otherwise.",
            ),
        ]
    ]
    ordered: NotRequired[Ordered]
    formed: NotRequired[
        Annotated[
            FigureForm,
            About.of("в сертификатах", "formed", "В сформированных.", "In certificates that were formed."),
        ]
    ]
    returned: NotRequired[
        Annotated[
            FigureForm,
            About.of("возвращено", "returned", "Вернулось в долю.", "What went back to the share."),
        ]
    ]
    expired: NotRequired[
        Annotated[FigureForm, About.of("истекло", "expired", "С сертификатами.", "With its certificates.")]
    ]
    contracted: NotRequired[
        Annotated[FigureForm, About.of("в договорах", "contracted", "В заключённых.", "In contracts.")]
    ]
    released: NotRequired[
        Annotated[
            FigureForm,
            About.of("освобождено", "released", "Вернулось из договоров.", "What contracts gave back."),
        ]
    ]
    rendered: NotRequired[Rendered]
    accepted: NotRequired[
        Annotated[
            FigureForm, About.of("принято", "accepted", "По актам за периоды.", "By the acts of periods.")
        ]
    ]
    live: NotRequired[
        Annotated[
            FigureForm, About.of("свободно", "live", "Не занято договорами.", "What no contract holds.")
        ]
    ]
    held: NotRequired[
        Annotated[FigureForm, About.of("занято", "held", "В действующих договорах.", "In running contracts.")]
    ]
    remainder: NotRequired[
        Annotated[
            FigureForm,
            About.of("остаток доли", "remainder", "Не в сертификатах.", "What is in no certificate."),
        ]
    ]


@with_config(CLOSED)
class PriceForm(TypedDict):
    """Нормативные затраты на единицу и где они установлены."""

    unit: UnitOf
    roubles: Annotated[
        str, About.of("рублей", "roubles", "За единицу.", "For one unit.", example="120000.50")
    ]
    cite: Annotated[
        Citation, About.of("адрес нормы", "address in law", "Где установлено.", "Where it is set.")
    ]


@with_config(CLOSED)
class RoublesRowForm(VolumeRowForm):
    """Строка в рублях: то же по нормативным затратам."""

    prices: Annotated[
        list[PriceForm],
        About.of("затраты", "costs", "За единицу каждого измерения.", "For one of each unit."),
    ]


@with_config(CLOSED)
class MoneyRowForm(TypedDict):
    """Строка о деньгах: соглашения одного исполнителя на один год, в рублях."""

    year: Year
    who: Who
    agreed: Annotated[
        FigureForm, About.of("по соглашениям", "agreed", "Суммы года.", "The sums of the year.")
    ]
    paid: Annotated[FigureForm, About.of("выплачено", "paid", "Вместе с авансами.", "Advances among it.")]
    kept: Annotated[FigureForm, About.of("удержано", "kept", "Из выплаченного.", "Of what was paid.")]
    given_back: Annotated[
        FigureForm, About.of("возвращено", "given back", "Из выплаченного.", "Of what was paid.")
    ]
    unclaimed: Annotated[
        FigureForm, About.of("не востребовано", "unclaimed", "По оконченным.", "Of agreements that are over.")
    ]
    left: Annotated[
        FigureForm, About.of("остаток", "left", "Ещё можно выплатить.", "What may still be paid.")
    ]


def _rows(ru: str, en: str) -> About:
    return About.of(ru, en, "Строки ведомости.", "Rows of the ledger.")


@with_config(CLOSED)
class LedgerForm(FileForm):
    """Куда делось заказанное, на день."""

    services: Annotated[list[VolumeRowForm], _rows("по услугам", "by service")]
    providers: Annotated[list[VolumeRowForm], _rows("по исполнителям", "by provider")]
    consumers: Annotated[list[VolumeRowForm], _rows("по получателям", "by recipient")]
    roubles: Annotated[list[RoublesRowForm], _rows("в рублях", "in roubles")]
    money: Annotated[list[MoneyRowForm], _rows("деньги соглашений", "money of the agreements")]


RenderedInYear = Annotated[
    FigureForm,
    About.of(
        "оказано",
        "rendered",
        "В дни года заказа, по договорам и актам.",
        "On the days of the year of the order, by contracts and acts.",
    ),
]
Most = Annotated[
    str | None,
    About.of(
        "самое большее",
        "at most",
        "Сколько могло быть оказано в эти дни; null, если это известно точно.",
        "How much may have been rendered on these days; null where it is known exactly.",
    ),
]
OtherYears = Annotated[
    FigureForm,
    About.of(
        "вне года заказа",
        "outside the year",
        "Оказано по заказу в другие дни; в отчёт за год не входит.",
        "Rendered under the order on other days; it is not of the report of the year.",
    ),
]


@with_config(CLOSED)
class OrderRowForm(TypedDict):
    """Строка заказа: заказано и оказано по сертификатам."""

    service: Annotated[str, About.of("услуга", "service", "Уникальный номер.", "The unique number.")]
    unit: UnitOf
    shares: Shares
    ordered: Ordered
    share: Annotated[
        FigureForm,
        About.of("доля сертификата", "share", "По сертификатам.", "What is ordered by certificate."),
    ]
    rendered: RenderedInYear
    most: Most
    other_years: OtherYears
    other_most: Most
    deviation: Annotated[
        FigureForm,
        About.of(
            "отклонение",
            "deviation",
            "Меньше нуля, если оказано меньше.",
            "Below zero where less was rendered.",
        ),
    ]
    within: Annotated[
        bool | None,
        About.of(
            "допустимо ли",
            "within",
            "null, если допустимого отклонения нет или по делам это неизвестно.",
            "null where no act permits a deviation, or where the cases do not tell.",
        ),
    ]


@with_config(CLOSED)
class OutsideForm(TypedDict):
    """Оказано вне строк заказа."""

    service: Service
    unit: UnitOf
    rendered: RenderedInYear
    most: Most
    other_years: OtherYears
    other_most: Most


@with_config(CLOSED)
class OrderReportForm(FileForm):
    """Как исполнен заказ, на день."""

    history: Case
    number: Annotated[str, About.of("номер заказа", "number", "Номер заказа.", "The number of the order.")]
    year: Annotated[int, About.of("год заказа", "year", "Год заказа.", "The year of the order.")]
    permitted: Annotated[
        str | None,
        About.of(
            "допустимое отклонение",
            "permitted deviation",
            "В процентах; null, если акт его не установил.",
            "In per cent; null where no act sets one.",
        ),
    ]
    cites: Cites
    rows: Annotated[
        list[OrderRowForm], About.of("строки", "rows", "Строки заказа.", "The lines of the order.")
    ]
    outside: Annotated[
        list[OutsideForm],
        About.of("вне строк", "outside", "Чего нет в строках.", "What no line of the order has."),
    ]
