"""Сроки (terms): what each kind of term says of its fields."""

from law189.law import About, Text

__all__ = [
    "AFTER_REPORTED",
    "AHEAD_OF",
    "BEFORE",
    "BEGINS",
    "BY",
    "DAYS",
    "DAYS_AHEAD",
    "DAY_OF_MONTH",
    "DAY_OF_YEAR",
    "DAY_UNIT",
    "END",
    "EVENT",
    "EVENT_AHEAD",
    "FIRST_MONTH",
    "FIRST_YEAR",
    "FROM",
    "HALF",
    "IF_NEEDED",
    "KIND",
    "LAST_MONTH",
    "LAST_YEAR",
    "MONTH",
    "MONTHS",
    "MOVES",
    "NEXT_AFTER",
    "NOT_LATER",
    "OCCASION_AT",
    "OCCASION_KIND",
    "OCCASION_WHAT",
    "ON",
    "PER",
    "PERIOD_YEAR",
    "QUARTER",
    "QUARTER_YEAR",
    "THEN_YEARLY",
    "TIMES",
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
    "Добавил ли акт к словам «не реже раза» слова «по мере необходимости».",
    "Whether the act adds «as needed» to «at least once».",
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
    "Кончается ли срок в следующий рабочий день, если последний день выходной; не пишите, где акт молчит.",
    "Whether a term that would end on a day off ends on the next working day; left out where the act is silent.",
)

# ─── Период и день ───────────────────────────────────────────────────────────────────────────────────────

PERIOD_YEAR = About.of(
    "год", "year", "Год, которому принадлежит период.", "The year of the period.", example="2024"
)
HALF = About.of(
    "полугодие",
    "half-year",
    "Первое или второе полугодие.",
    "The first or the second half-year.",
    example="1",
)
MONTH = About.of(
    "месяц", "month", "Месяц, в течение которого исполняют.", "The month within which it is due.", example="3"
)
FIRST_YEAR = About.of(
    "год первого месяца",
    "year of the first month",
    "Год, которому принадлежит первый месяц срока.",
    "The year of the first month of the term.",
    example="2024",
)
FIRST_MONTH = About.of(
    "первый месяц",
    "first month",
    "Месяц, с которого запланировано исполнение; исполнить можно и раньше.",
    "The month from which it is planned; it may be done before it.",
    example="9",
)
LAST_YEAR = About.of(
    "год последнего месяца",
    "year of the last month",
    "Год, которому принадлежит последний месяц срока.",
    "The year of the last month of the term.",
    example="2024",
)
LAST_MONTH = About.of(
    "последний месяц",
    "last month",
    "Месяц, до конца которого исполняют.",
    "The month by the end of which it is due.",
    example="10",
)
ON = About.of(
    "в какой день",
    "on which day",
    "День, в который исполняют.",
    "The day on which it is due.",
)
BY = About.of(
    "по какой день",
    "up to which day",
    "День, который стоит в акте после слова «по»; он входит в срок.",
    "The day that stands in the act after «up to and including»; it is within the term.",
)
NOT_LATER = About.of(
    "не позднее какого дня",
    "not later than which day",
    "День, который стоит в акте после слов «не позднее»; он входит в срок.",
    "The day that stands in the act after «not later than»; it is within the term.",
)
BEGINS = About.of(
    "начало срока",
    "first day of the term",
    "С какого дня исполняют, если акт называет этот день; исполненное раньше нарушает срок.",
    "The day from which it is done, where the act names that day; what is done before it breaks the term.",
)
END = About.of(
    "слово о конце срока",
    "word for the end",
    "Каким словом акт назвал конец: до (before), по (by) или не позднее (not_later).",
    "The word by which the act names the end: before, by or not_later.",
)
DAY_OF_MONTH = About.of(
    "число месяца",
    "day of the month",
    "Какое число месяца называет акт.",
    "Which day of the month the act names.",
    example="10",
)
NEXT_AFTER = About.of(
    "за каким периодом следует месяц",
    "after which period the month comes",
    "За чем следует месяц, число которого называет акт: за месяцем события (month, и если ключа нет), его "
    "кварталом (quarter), полугодием (half_year) или годом (year).",
    "What the month comes after whose day the act names: the month of the event (also where the key is not there), "
    "its quarter, half-year or year.",
    example="quarter",
)
DAY_OF_YEAR = About.of(
    "месяц и день",
    "month and day",
    "Месяц и день, которые акт называет без года.",
    "The month and day that the act names without a year.",
    example="03-01",
)
AFTER_REPORTED = About.of(
    "года, следующего за отчётным",
    "of the year after the one reported on",
    "Добавил ли акт эти слова: в первый раз срок наступит в году после года акта.",
    "Whether the act adds these words: the term first comes in the year after that of the act.",
)

# ─── Сколько раз ─────────────────────────────────────────────────────────────────────────────────────────

TIMES = About.of(
    "сколько раз",
    "how many times",
    "Сколько раз, не меньше, исполняют за период.",
    "How many times, or more, it is done in the period.",
    unit=Text("раз", "times"),
    example="1",
)
PER = About.of(
    "за какой период",
    "in which period",
    "Период, за который считают, сколько раз исполнено.",
    "The period in which it is counted how many times it was done.",
)

# ─── Событие ─────────────────────────────────────────────────────────────────────────────────────────────

OCCASION_KIND = About.of(
    "вид события",
    "kind of event",
    "Слово, которое говорит, что это за событие.",
    "The word that says what event it is.",
)
OCCASION_AT = About.of(
    "адрес события",
    "address of the event",
    "Адрес мероприятия плана (app4.4) или имя шага (certificate.formed).",
    "The address of an item of the plan (app4.4) or the name of a step (certificate.formed).",
    example="app4.4",
)
OCCASION_WHAT = About.of(
    "событие словами",
    "the event in words",
    "Событие в родительном падеже, как оно стоит после «после» или «до».",
    "The event as it stands after the words «after» or «before».",
)
EVENT = About.of(
    "событие",
    "event",
    "Событие, от которого считают срок.",
    "The event from which the term is counted.",
)
EVENT_AHEAD = About.of(
    "до какого события",
    "before which event",
    "Событие, до которого должно оставаться столько дней.",
    "The event before which so many days must be left.",
)
AHEAD_OF = About.of(
    "до какого дня",
    "before which day",
    "День, до которого должно оставаться столько дней.",
    "The day before which so many days must be left.",
)
DAYS_AHEAD = About.of(
    "за сколько дней",
    "how many days ahead",
    "Сколько дней, не меньше, остаётся до дня или события; как их считают, говорит толкование D11.",
    "How many days, or more, are left until the day or the event; reading D11 says how they are counted.",
    unit=Text("дней", "days"),
    example="5",
)
MONTHS = About.of(
    "сколько месяцев",
    "how many months",
    "Число месяцев после события.",
    "The number of months after the event.",
    unit=Text("месяцев", "months"),
    example="1",
)
