"""Местные условия (conditions): what a condition that a municipality adds to a step says of its fields."""

from law189.law import About

__all__ = [
    "AMOUNT",
    "ASKS",
    "CONDITION_ID",
    "COUNTED",
    "DAY",
    "DAYS",
    "DAY_UNIT",
    "KIND",
    "MISSING",
    "MOST_LIVE",
    "STEP",
    "TITLE",
    "VALUES",
]

CONDITION_ID = About.of(
    "имя условия",
    "id of the condition",
    "Латинское слово, под которым в шаге записывают ответ.",
    "The Latin word under which a step gives the answer.",
    example="residence",
)
STEP = About.of(
    "шаг",
    "step",
    "Жизненный цикл и вид шага, при котором условие проверяют.",
    "The lifecycle and the kind of the step at which the condition is asked.",
    example="certificate.applied_for",
)
ASKS = About.of(
    "что проверяют",
    "what is asked",
    "Какой ответ нужен: подтверждение, выбор, количество, день, документ или срок.",
    "Which answer is needed: a confirmation, a choice, an amount, a day, a document or a term.",
)
TITLE = About.of(
    "условие словами",
    "the condition in words",
    "Как условие звучит в акте.",
    "How the act words the condition.",
)
MISSING = About.of(
    "последствие",
    "consequence",
    "Что значит невыполненное условие: void — шаг не имеет силы, breach — нарушение.",
    "What a condition not met means: void, the step has no effect; breach, it breaks a norm.",
)
KIND = About.of(
    "вид ответа",
    "kind of answer",
    "Слово, по которому узнают, какой ответ проверяют.",
    "The word that says which kind of answer is asked for.",
)
VALUES = About.of(
    "допустимые ответы",
    "answers allowed",
    "Ответы, при которых условие выполнено.",
    "The answers with which the condition is met.",
)
AMOUNT = About.of(
    "количество",
    "amount",
    "С каким количеством сравнивают ответ.",
    "The amount with which the answer is compared.",
    example="3",
)
COUNTED = About.of(
    "что считают",
    "what is counted",
    "В чём измерено количество: программ, рублей, часов.",
    "What the amount counts: programmes, roubles, hours.",
)
DAY = About.of("день", "day", "С каким днём сравнивают ответ.", "The day with which the answer is compared.")
MOST_LIVE = About.of(
    "не более дел",
    "at most so many cases",
    "Сколько открытых дел допускает акт вместе с этим.",
    "How many open cases the act allows, this one included.",
    example="1",
)
DAYS = About.of(
    "сколько дней",
    "how many days",
    "В течение скольких дней после указанного дня делают шаг.",
    "Within how many days after the day given the step is taken.",
    example="10",
)
DAY_UNIT = About.of(
    "какими днями",
    "which days",
    "Рабочими или календарными днями считают срок.",
    "Whether the term is counted in working or calendar days.",
)
