"""Решённое (settled): what a sentence says of an unknown that a recorded decision has settled: nothing is asked.

>>> asking("Действует ли сертификат, неизвестно; приложите: {asks}.")
'Действует ли сертификат, неизвестно.'
>>> asking("Не установлено: {asks} актом {about}. Примите акт."), asking("Голосов: {votes}.")
('Не установлено: {asks} актом {about}.', 'Голосов: {votes}.')
"""

from law189.law import Text
from law189.verdict import Verdict

__all__ = ["asking", "settled"]

ASKS = "{asks}"
ENDS = ("; ", ". ")


def settled(reason: Verdict) -> Verdict:
    """The reason with its sentence as far as it says what was unknown; what it asks for is left out."""
    said = Text(asking(reason.template.ru), asking(reason.template.en))
    told = Verdict(reason.rule, reason.outcome, said, reason.facts, reason.cites, reason.reading)
    return told.asking(reason.lacks if ASKS in said.ru else ())


def asking(template: str) -> str:
    """The template without the words that ask for something; one that begins with them keeps its first sentence."""
    at = template.find(ASKS)
    if at < 0:
        return template
    cut = max(template.rfind(end, 0, at) for end in ENDS)
    if cut < 0:
        cut = template.find(ENDS[1], at)
    return template if cut < 0 else f"{template[:cut]}."
