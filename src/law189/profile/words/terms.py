"""Сроки (terms): what each kind of term says of its fields."""

from law189.law import About, Text

__all__ = [
    "BEFORE",
    "DAYS",
    "DAY_UNIT",
    "FROM",
    "IF_NEEDED",
    "KIND",
    "MOVES",
    "QUARTER",
    "QUARTER_YEAR",
    "THEN_YEARLY",
    "YEAR",
]

KIND = About.of(
    "вид срока",
    "kind of term",
    "Слово, которое говорит, как акт назвал срок.",
    "The word that says how the act put the term.",
)
YEAR = About.of(
    "год", "year", "Год, в течение которого исполняют.", "The year within which it is due.", example="2023"
)
QUARTER_YEAR = About.of(
    "год", "year", "Год, которому принадлежит квартал.", "The year of the quarter.", example="2024"
)
QUARTER = About.of(
    "квартал",
    "quarter",
    "Квартал, в течение которого исполняют.",
    "The quarter within which it is due.",
    example="4",
)
BEFORE = About.of(
    "до какого дня",
    "before which day",
    "День, который стоит в акте после слова «до».",
    "The day that stands in the act after the word «before».",
)
FROM = About.of(
    "с какого дня",
    "from which day",
    "День, который стоит в акте после слова «с».",
    "The day that stands in the act after the word «from».",
)
THEN_YEARLY = About.of(
    "далее ежегодно до",
    "then yearly before",
    "Месяц и день, до которых исполняют в каждом следующем году.",
    "The month and day before which it is due in each later year.",
    example="01-01",
)
IF_NEEDED = About.of(
    "по мере необходимости",
    "as needed",
    "Добавил ли акт к «раз в квартал» слова «по мере необходимости».",
    "Whether the act adds «as needed» to «once a quarter».",
)
DAYS = About.of(
    "сколько дней",
    "how many days",
    "Число дней после события.",
    "The number of days after the event.",
    unit=Text("дней", "days"),
    example="3",
)
DAY_UNIT = About.of(
    "какие дни",
    "which days",
    "Считают рабочими днями или календарными.",
    "Whether working or calendar days are counted.",
)
MOVES = About.of(
    "перенос с выходного",
    "moved from a day off",
    "Кончается ли срок в следующий рабочий день, если последний день выходной.",
    "Whether a term that would end on a day off ends on the next working day.",
)
