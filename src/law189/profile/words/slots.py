"""Принятые акты и значения (slots): what an adopted act, its values and the federal layer say of their fields."""

from law189.law import About, Source

__all__ = [
    "ACT",
    "ADOPTED_BY",
    "ADOPTS",
    "AMONG",
    "AMOUNT",
    "AT_LEAST",
    "AT_MOST",
    "COMPETENT",
    "DELEGATIONS",
    "ENTRIES",
    "ENTRY_ID",
    "FILLS",
    "INVENTED",
    "NEEDED",
    "NUMBER",
    "NUMBER_WHY",
    "OWN_ID",
    "SINCE",
    "SLOT",
    "SLOTS",
    "SLOT_ID",
    "TERM",
    "TYPE",
    "UNIT",
    "UNTIL",
    "VALUES",
    "VALUE_NUMBER",
    "WHAT",
    "YES_NO",
]

ACT = About.of(
    "акт",
    "act",
    "Принятый муниципальный акт.",
    "The municipal act adopted.",
)
ADOPTS = About.of(
    "какой это акт",
    "which act it is",
    "Каким из актов, которых ждут закон и план, он является.",
    "Which of the acts that the law and the plan wait for it is.",
)
SINCE = About.of(
    "начало действия акта",
    "first day of the act",
    "С какого дня акт действует, включительно.",
    "The first day on which the act holds.",
)
UNTIL = About.of(
    "конец действия акта",
    "last day of the act",
    "По какой день акт действовал, если он утратил силу.",
    "The last day on which the act held, where it no longer does.",
)
INVENTED = About.of(
    "выдуман",
    "invented",
    "Выдуман ли акт для примера.",
    "Whether the act is made up for an example.",
)
FILLS = About.of(
    "что устанавливает",
    "what it sets",
    "Значения, которые закон оставил акту: сроки, перечни, суммы, числа.",
    "The values that the law left to the act: terms, lists, sums, numbers.",
)
SLOT = About.of(
    "имя значения",
    "id of the value",
    "Какое из значений, оставленных акту, установлено.",
    "Which of the values left to the act is set.",
    source=Source.SLOTS,
    example="certificate.forming_term",
)
TERM = About.of(
    "срок",
    "term",
    "Установленный срок, если значение — срок.",
    "The term set, where the value is a term.",
)
ENTRIES = About.of(
    "перечень",
    "list",
    "Установленный перечень, если значение — перечень.",
    "The list set, where the value is a list.",
)
AMOUNT = About.of(
    "сумма, рублей",
    "sum in roubles",
    "Установленная сумма, если значение — сумма.",
    "The sum set, where the value is a sum.",
    example="1200.50",
)
VALUE_NUMBER = About.of(
    "установленное число",
    "number set",
    "Установленное число, если значение — число.",
    "The number set, where the value is a number.",
    example="87,5",
)
YES_NO = About.of(
    "да или нет",
    "yes or no",
    "Ответ акта, если значение — да или нет.",
    "What the act answers, where the value is yes or no.",
)
OWN_ID = About.of(
    "имя своего значения",
    "id of the own value",
    "Латинское слово через дефис, которым муниципалитет называет своё значение.",
    "The Latin word with hyphens by which the municipality calls its own value.",
    example="meal-price",
)
ENTRY_ID = About.of(
    "имя записи",
    "id of the entry",
    "Латинское слово через дефис, которым запись перечня называют в шагах.",
    "The Latin word with hyphens that steps call the entry by.",
    example="no-places",
)

SLOT_ID = About.of(
    "имя значения",
    "id of the value",
    "Слово дела и слово значения латиницей, через точку.",
    "The word of the case and the word of the value, with a dot between.",
    example="certificate.forming_term",
)
WHAT = About.of(
    "что это",
    "what it is",
    "Чем значение или положение является, словами.",
    "What the value or the provision is, in words.",
)
TYPE = About.of(
    "вид значения",
    "type of the value",
    "Срок (term), перечень (list), сумма (amount), число (number), да или нет (yes_no).",
    "A term (term), a list (list), a sum (amount), a number (number), a yes or no (yes_no).",
)
UNIT = About.of(
    "в чём считают",
    "what is counted",
    "Дни (days), записи (entries), рубли (roubles), единицы (units), да или нет (yes_no).",
    "Days (days), entries (entries), roubles (roubles), units (units), yes or no (yes_no).",
)
AT_LEAST = About.of(
    "не менее",
    "at least",
    "Наименьшее возможное число дней, записей, рублей или единиц.",
    "The smallest possible number of days, entries, roubles or units.",
    example="1",
)
AT_MOST = About.of(
    "не более",
    "at most",
    "Наибольшее возможное число дней, записей, рублей или единиц, если оно есть.",
    "The largest possible number of days, entries, roubles or units, where there is one.",
    example="30",
)
AMONG = About.of(
    "из каких записей",
    "among which entries",
    "Имена записей, если закон сам их перечислил.",
    "The ids of the entries, where the law itself lists them.",
)
NEEDED = About.of(
    "спрашивают ли",
    "whether it is asked for",
    "Спрашивают ли значение, пока акт не принят.",
    "Whether the value is asked for before the act is adopted.",
)
COMPETENT = About.of(
    "кто устанавливает",
    "who sets it",
    "Орган, который вправе установить значение.",
    "The body that may set the value.",
)
ADOPTED_BY = About.of(
    "каким актом",
    "by which act",
    "Муниципальный акт, которым это устанавливают.",
    "The municipal act that sets it.",
)
NUMBER = About.of(
    "число",
    "number",
    "Число, которое библиотека взяла из другого источника.",
    "The number that the library took from elsewhere.",
    example="14",
)
NUMBER_WHY = About.of(
    "откуда взято",
    "where it was seen",
    "Почему принято именно такое число.",
    "Why this number was taken.",
)
DELEGATIONS = About.of(
    "положения закона",
    "provisions of the law",
    "Что закон требует и что передаёт муниципалитету.",
    "What the law requires and what it hands to the municipality.",
)
SLOTS = About.of(
    "значения, оставленные актам",
    "values left to acts",
    "Сроки и перечни, которые устанавливает муниципальный акт.",
    "The terms and lists that a municipal act sets.",
)
VALUES = About.of(
    "принятые значения",
    "values assumed",
    "Числа, которые библиотека взяла не из прочитанного закона.",
    "The numbers that the library did not take from a law that was read.",
)
