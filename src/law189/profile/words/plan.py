"""План и показатели (plan): what stages, measures, goals and indicators say of their fields."""

from law189.law import About, Source

__all__ = [
    "ADOPTS",
    "ANALYSED_BEFORE",
    "BASE",
    "COUNTED",
    "COUNTED_ACTS",
    "COUNTED_KINDS",
    "COUNTED_SECTORS",
    "COUNTS",
    "GOAL",
    "GOAL_ID",
    "INDICATOR",
    "MEASURE",
    "METHOD",
    "MILESTONE",
    "MONTH",
    "ORDER_YEAR",
    "QUANTITY",
    "RANGE_FROM",
    "RANGE_TO",
    "RESPONSIBLE",
    "RESULT",
    "RESULT_OF",
    "ROW_ID",
    "STAGE",
    "STAGE_ID",
    "TARGET",
    "TARGETS",
    "TERM",
    "TYPE",
    "UNIT",
    "UNIT_GRADE",
    "YEAR",
]

ROW_ID = About.of(
    "имя строки",
    "name of the row",
    "Как строку называют в записях о сделанном и сообщённом: без ключа это её первый адрес; изменение "
    "постановления имени не меняет.",
    "How the row is called where it is recorded what was done and reported: its first address where the key is "
    "left out; an amendment of the decree does not change it.",
    example="app4.4",
)
STAGE_ID = About.of(
    "номер этапа",
    "number of the stage",
    "Номер этапа в плане.",
    "The number of the stage in the plan.",
    example="1",
)
STAGE = About.of(
    "этап",
    "stage",
    "К какому этапу плана относится мероприятие.",
    "The stage of the plan that the measure belongs to.",
    source=Source.STAGES,
    example="2",
)
MEASURE = About.of(
    "мероприятие",
    "measure",
    "Что нужно сделать, словами плана.",
    "What is to be done, in the words of the plan.",
)
TERM = About.of(
    "срок исполнения",
    "term",
    "К какому времени мероприятие должно быть исполнено.",
    "By when the measure is due.",
)
RESULT = About.of(
    "результат",
    "result",
    "Чем мероприятие должно кончиться, словами плана.",
    "What the measure must end in, in the words of the plan.",
)
RESULT_OF = About.of(
    "о каком акте результат",
    "act that the result speaks of",
    "Муниципальный акт, о котором говорит графа результата, если она говорит об акте.",
    "The municipal act that the result cell speaks of, where it speaks of one.",
)
RESPONSIBLE = About.of(
    "ответственный исполнитель",
    "responsible body",
    "Орган или несколько органов, которые отвечают за исполнение; null, если графа не заполнена.",
    "The body or the bodies that answer for it; null where the cell is blank.",
    source=Source.BODIES,
)
ADOPTS = About.of(
    "какие акты принимают",
    "acts adopted",
    "Муниципальные акты, которые обещает принять это мероприятие.",
    "The municipal acts that this measure promises to adopt.",
)
MILESTONE = About.of(
    "для какого шага срок",
    "step that the term is for",
    "Шаг дела, для которого мероприятие устанавливает срок.",
    "The step of a case that the measure sets a term for.",
)
ORDER_YEAR = About.of(
    "год заказа",
    "year of the order",
    "На какой год утверждён заказ, о соглашениях по которому говорит мероприятие: «заказа на 2023 год»; "
    "соглашения по заказам других лет его не исполняют.",
    "For which year the order is whose agreements the measure speaks of; agreements under orders of other years "
    "do not fulfil it.",
    example="2023",
)

GOAL_ID = About.of(
    "номер цели",
    "number of the goal",
    "Номер цели в таблице показателей.",
    "The number of the goal in the table of indicators.",
    example="1",
)
GOAL = About.of(
    "цель",
    "goal",
    "К какой цели относится показатель.",
    "The goal that the indicator belongs to.",
    source=Source.GOALS,
    example="1",
)
TYPE = About.of(
    "тип индикатора",
    "type of indicator",
    "Процесс, промежуточный результат или итоговый результат.",
    "A process, an intermediate result or a final result.",
)
INDICATOR = About.of(
    "показатель",
    "indicator",
    "Что измеряют, словами таблицы.",
    "What is measured, in the words of the table.",
)
UNIT = About.of(
    "единица измерения",
    "unit",
    "В чём измеряют; null, если это ниоткуда не следует.",
    "What it is measured in; null where nothing tells it.",
)
UNIT_GRADE = About.of(
    "откуда известна единица",
    "grade of the unit",
    "Названа ли единица прямо или следует только из слов (assumed).",
    "Whether the unit is named or follows from the words only (assumed).",
)
COUNTS = About.of(
    "что считают по делам",
    "what is counted from the cases",
    "Что из дел и из принятых актов считает показатель, если это видно из его слов.",
    "What of the cases and of the adopted acts the indicator counts, where its words say so.",
)
COUNTED = About.of(
    "что считают",
    "what is counted",
    "Что считают: исполнителей, потребителей, сертификаты, заказы, акты или долю.",
    "What is counted: providers, consumers, certificates, orders, acts, or a share.",
)
COUNTED_KINDS = About.of(
    "каких исполнителей по виду",
    "providers of which kinds",
    "Только исполнители этих видов; без ключа — любых.",
    "Only providers of these kinds; without the key of any.",
)
COUNTED_SECTORS = About.of(
    "каких исполнителей по сектору",
    "providers of which sectors",
    "Только исполнители этих секторов; без ключа — любых.",
    "Only providers of these sectors; without the key of any.",
)
COUNTED_ACTS = About.of(
    "какие акты считают",
    "which acts are counted",
    "Только эти муниципальные акты; без ключа — все, что в профиле.",
    "Only these municipal acts; without the key all that the profile has.",
)
BASE = About.of(
    "базовая величина",
    "base",
    "С каким значением показателя сравнивают.",
    "The value of the indicator that others are compared with.",
)
TARGET = About.of(
    "целевой ориентир",
    "target",
    "Какого значения показателя нужно достичь и когда.",
    "Which value of the indicator is to be reached, and when.",
)
TARGETS = About.of(
    "целевые ориентиры по годам",
    "targets by year",
    "Каких значений показателя нужно достичь, если ориентир назван на каждый год.",
    "Which values of the indicator are to be reached, where each year has a target.",
)
RANGE_FROM = About.of(
    "не менее",
    "not less than",
    "Нижняя граница значения; она входит в него.",
    "The lower bound of the value, which is within it.",
    example="10",
)
RANGE_TO = About.of(
    "не более",
    "not more than",
    "Верхняя граница значения; она входит в него.",
    "The upper bound of the value, which is within it.",
    example="20",
)
QUANTITY = About.of(
    "величина",
    "quantity",
    "Число, границы (at_least, at_most), да или нет (true, false) или «подлежит определению» (tbd).",
    "A number, bounds (at_least, at_most), yes or no (true, false), or «to be determined» (tbd).",
    example="tbd",
)
YEAR = About.of(
    "год значения",
    "year of the value",
    "На какой год значение; null, если источник год не заполнил.",
    "The year of the value; null where the source leaves it blank.",
    example="2024",
)
MONTH = About.of(
    "месяц значения",
    "month of the value",
    "На какой месяц значение, если источник его называет.",
    "The month of the value, where the source names one.",
    example="12",
)
ANALYSED_BEFORE = About.of(
    "до какого дня",
    "before which day",
    "День, до которого анализ должен дать значения.",
    "The day before which the analysis must give the values.",
)
METHOD = About.of(
    "метод",
    "method",
    "По какой методологии проводят анализ.",
    "The methodology of the analysis.",
)
