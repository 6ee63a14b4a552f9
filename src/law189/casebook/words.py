"""Слова полей (words): what a line of a file of steps says of its keys."""

from law189.law import About, Source

__all__ = ["DECISION", "EVENT", "EXPECTED_VERSION", "HISTORY", "LIFECYCLE", "REFERS_TO"]

HISTORY = About.of(
    "номер дела",
    "id of the case",
    "Ваш номер дела; строки с одним номером — об одном деле.",
    "Your id of the case; lines with one id are of one case.",
    example="17",
)
LIFECYCLE = About.of(
    "жизненный цикл",
    "lifecycle",
    "О чём дело: заседание (meeting), заказ (order), отбор (selection), соглашение (agreement), "
    "сертификат (certificate) или договор (contract).",
    "What the case is: a meeting, an order, a selection of providers, an agreement, a certificate or a contract.",
    source=Source.LIFECYCLES,
    example="certificate",
)
DECISION = About.of(
    "решение должностного лица",
    "decision of an office",
    "Кто решил то, что закон оставил неизвестным.",
    "Who decided what the law leaves unknown.",
)
EXPECTED_VERSION = About.of(
    "ожидаемая версия",
    "expected version",
    "Сколько записей должно быть в истории перед этим шагом.",
    "How many records the history must have before this step.",
    example="2",
)
EVENT = About.of(
    "событие",
    "event",
    "Вид шага и его факты; в файле они стоят рядом с остальными ключами.",
    "The kind of the step and its facts; in a file they stand beside the other keys.",
)
REFERS_TO = About.of(
    "из каких дел выписки",
    "cases of the extracts",
    "Для какого факта шага из какого дела взять выписку: имя факта и номер документа.",
    "For which fact of the step an extract is taken from which case: the name of the fact and the number.",
)
