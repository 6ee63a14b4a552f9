"""Жалобы (complaints): what a consumer complains of, and which complaint an answer is to.

A consumer may apply to the authorised body where a provider did not render the service or rendered it improperly
(189-ФЗ, ст. 3, п. 5; the number of the article is inferred). Complaints are answered in turn: an answer is to the
earliest one that has none.

>>> answered(None, date(2024, 4, 1)).outcome, answered(date(2024, 3, 20), date(2024, 4, 1)).outcome
(<Outcome.VOID: 'void'>, <Outcome.HOLDS: 'holds'>)
"""

from datetime import date

from law189.kinds.asked import asked
from law189.law import Citation, Text, Vocabulary
from law189.rules.cures import certificate
from law189.verdict import Rule, Verdict

__all__ = ["Matter", "answered"]


class Matter(Vocabulary):
    """На что жалуются."""

    NOT_RENDERED = "not-rendered", "услуга не оказана", "the service was not rendered"
    IMPROPERLY = (
        "improperly-rendered",
        "услуга оказана ненадлежащим образом",
        "the service was rendered improperly",
    )


ANSWERED = Rule(
    "complaints.answered",
    Text(
        "Жалоба, на которую нет ответа: {since:от …|такой нет}; день шага: {on}.",
        "The complaint without an answer: {since:of …|there is none}; the day of the step: {on}.",
    ),
    assumed=Text(
        "Отвечают на самую раннюю жалобу без ответа; порядок ответа не прочитан, а номер статьи 3 выведен: "
        "перечень прав потребителей стоит прямо перед статьёй 4.",
        "An answer is to the earliest complaint without one; how to answer was not read, and the number of article "
        "3 is inferred: the list of consumers' rights stands right before article 4.",
    ),
    cure=certificate.ANSWERED,
)


@asked
def answered(since: date | None, on: date, *cites: Citation) -> Verdict:
    """Whether there is a complaint to answer, made on the day `since`; None where there is none."""
    return ANSWERED.judge(since is not None, *cites, since=since, on=on)
