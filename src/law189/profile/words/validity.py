"""Действие акта (validity): what the beginning, the end and the suspension of an act say of their fields."""

from law189.law import About

__all__ = [
    "DAYS_AFTER_PUBLICATION",
    "EXPIRES_ON",
    "LAPSES",
    "LAPSE_OF",
    "ON_DAY",
    "PART_OF",
    "REPEALED_ON",
    "STARTS",
    "SUSPENDED",
]

DAYS_AFTER_PUBLICATION = About.of(
    "дней после опубликования",
    "days after publication",
    "Сколько календарных дней прибавить ко дню опубликования; «по истечении 10 дней после дня опубликования» — 11.",
    "How many calendar days to add to the day of publication; «on the expiry of 10 days after it» is 11.",
    unit=About.of("дней", "days", "Дни.", "Days.").title,
    example="10",
)
ON_DAY = About.of(
    "с названного дня",
    "from a day it names",
    "День, с которого действует, если акт называет его сам.",
    "The first day on which it holds, where the act names one.",
)
PART_OF = About.of(
    "какая часть",
    "which part",
    "Адреса, о которых идёт речь; без ключа — всё остальное в постановлении.",
    "The addresses that are meant; left out, all the rest of the decree.",
    example="app3",
)
STARTS = About.of(
    "когда вступает в силу",
    "when it begins to hold",
    "На следующий день после опубликования (day_after_publication), в день опубликования (on_publication), "
    "в день подписания (on_signing), через days_after_publication дней или с дня on_day.",
    "On the day after publication (day_after_publication), on the day of publication (on_publication), "
    "on the day of signing (on_signing), after days_after_publication days, or from on_day.",
)
LAPSES = About.of(
    "прекращение и приостановление",
    "ends and suspensions",
    "Утрата силы, истечение срока и приостановление постановления или его норм.",
    "The repeal, the expiry and the suspension of the decree or of its provisions.",
)
LAPSE_OF = About.of(
    "чего касается",
    "what it is about",
    "Адреса норм, которых это касается; без ключа — постановление в целом.",
    "The addresses of the provisions that it is about; left out, the decree as a whole.",
    example="app3.5",
)
REPEALED_ON = About.of(
    "утрачивает силу с",
    "repealed from",
    "Первый день, в который это уже не действует; null, если он не известен.",
    "The first day on which it holds no more; null where it is not known.",
)
EXPIRES_ON = About.of(
    "действует по",
    "expires after",
    "Последний день, в который это действует; null, если он не известен.",
    "The last day on which it holds; null where it is not known.",
)
SUSPENDED = About.of(
    "приостановлено",
    "suspended",
    "Первый и последний день приостановления; без последнего дня оно продолжается.",
    "The first and the last day of the suspension; without a last day it goes on.",
)
