"""Что сделать с деньгами (cures of payments): what can be done about sums, claims, agreements and remainders."""

from law189.law import Text

__all__ = [
    "ACTS",
    "ADVANCE",
    "ADVANCE_LEFT",
    "CLAIMS",
    "CLAIMS_COVERED",
    "CLAIM_COVERED",
    "CLAIM_PERIOD",
    "COVERED",
    "DAYS_LEFT",
    "EVADED",
    "GOES_BACK",
    "IN_TERM",
    "IN_YEAR",
    "LEFT_OVER",
    "NUMBER",
    "OF_CLAIM",
    "ON_ACTS",
    "PAID_OFF",
    "PAYABLE",
    "POSITIVE",
    "REMAINDER_YEAR",
    "RESTS",
    "RUNS",
    "RUN_OUT",
    "STAYS",
    "STILL_RUNS",
    "TERM_OF_ORDER",
    "TO_SETTLE",
]

POSITIVE = Text(
    "Укажите сумму больше нуля.",
    "Give a sum above zero.",
)
RUNS = Text(
    "Проверьте день шага и последний день соглашения; после него этот шаг не делают.",
    "Check the day of the step and the last day of the agreement; the step is not taken after it.",
)
TERM_OF_ORDER = Text(
    "Назначьте последним днём соглашения день в пределах срока услуги в заказе.",
    "Set a last day of the agreement within the term of the service in the order.",
)
RUN_OUT = Text(
    "Завершите соглашение не раньше его последнего дня; до этого дня его расторгают.",
    "Complete the agreement no sooner than on its last day; before that day it is terminated.",
)
STILL_RUNS = Text(
    "Завершите соглашение: его срок истёк, расторгать нечего.",
    "Complete the agreement: its term is over, and there is nothing to terminate.",
)
EVADED = Text(
    "Дождитесь конца срока подписания.",
    "Wait for the end of the term of signing.",
)
DAYS_LEFT = Text(
    "Составьте акт за дни, которые ещё не учтены и уже наступили.",
    "Make an act for days that are not counted yet and have come.",
)
NUMBER = Text(
    "Дайте номер, которого в деле нет.",
    "Give a number that the case does not have.",
)
CLAIM_PERIOD = Text(
    "Исправьте период: первый день не позже последнего.",
    "Correct the period: the first day no later than the last.",
)
ON_ACTS = Text(
    "Укажите акты этого дела за дни требования, ещё не предъявленные.",
    "Name acts of this case for the days of the claim that were not claimed yet.",
)
ADVANCE = Text(
    "Платите по требованию: аванса при этом способе нет.",
    "Pay by a claim: this mode has no advance.",
)
OF_CLAIM = Text(
    "Укажите требование из дела и сумму не больше неоплаченной.",
    "Name a claim of the case and a sum of no more than is unpaid.",
)
IN_YEAR = Text(
    "Уменьшите платёж или сначала измените сумму этого года.",
    "Make the payment smaller, or change the sum of that year first.",
)
COVERED = Text(
    "Назначьте на эти годы не меньше уже выплаченного.",
    "Set for those years no less than is paid already.",
)
CLAIM_COVERED = Text(
    "Измените сумму этого года, пока соглашение действует, или аннулируйте требование и предъявите меньше.",
    "Change the sum of that year while the agreement runs, or annul the claim and claim less.",
)
CLAIMS_COVERED = Text(
    "Оставьте в сумме этих лет столько, сколько не оплачено по требованиям: назначьте больше, пока соглашение "
    "действует, а аванс платите только сверх этого.",
    "Leave in the sum of those years as much as is not paid on claims: set more while the agreement runs, and pay "
    "ahead only what is beyond that.",
)
IN_TERM = Text(
    "Исправьте период требования.",
    "Correct the period of the claim.",
)
PAYABLE = Text(
    "Платите по требованию, оплаченному не полностью; если сумма года исчерпана, сначала измените её.",
    "Pay by a claim that is not paid in full; if the sum of the year is used up, change it first.",
)
ADVANCE_LEFT = Text(
    "Сначала измените сумму этого года.",
    "Change the sum of that year first.",
)
PAID_OFF = Text(
    "Оплатите остаток по требованиям.",
    "Pay what is left of the claims.",
)
REMAINDER_YEAR = Text(
    "Учтите остаток, не раньше последнего дня года.",
    "Settle the remainder no sooner than on the last day of the year.",
)
LEFT_OVER = Text(
    "Укажите сумму не больше выплаченного за год и ещё не учтённого.",
    "Give a sum of no more than was paid for the year and is not settled yet.",
)
TO_SETTLE = Text(
    "Дождитесь последнего дня года, за который платили.",
    "Wait for the last day of a year that was paid for.",
)
STAYS = Text(
    "Верните остаток: условия соглашения не соблюдены.",
    "Pay the remainder back: the terms were not kept.",
)
GOES_BACK = Text(
    "Оставьте остаток исполнителю: условия соглашения соблюдены.",
    "Leave the remainder with the provider: the terms were kept.",
)
ACTS = Text(
    "Исправьте объём по договорам или аннулируйте лишний акт.",
    "Correct the volume of the contracts, or annul the act that is too much.",
)
CLAIMS = Text(
    "Исправьте запись о договоре или аннулируйте требование.",
    "Correct the record of the contract, or annul the claim.",
)
RESTS = Text(
    "Прекратите то, что на этом основано, или исправьте запись, из-за которой основания нет.",
    "End what rests on it, or correct the record by which the ground is gone.",
)
