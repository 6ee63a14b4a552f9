"""Причины и основания (grounds): why a step is taken, and on which ground."""

from typing import Annotated

from pydantic import StrictBool

from law189.extracts import Words
from law189.law import About, Source, Text, When
from law189.rules.contracts.complaints import Matter

__all__ = [
    "AnnulmentGround",
    "Answer",
    "ApplicationRefusal",
    "Because",
    "BecauseOfSide",
    "Begun",
    "ComplaintMatter",
    "ExclusionGround",
    "Reason",
    "RecipientRefusal",
    "TerminationGround",
]


def _listed_by(slot: str) -> About:
    """A ground of the list that an act sets under the slot."""
    return About.of(
        "основание",
        "ground",
        "Основание из перечня, который установил акт.",
        "A ground of the list that the act sets.",
        source=Source.ENTRIES,
        slot=slot,
    )


Because = Annotated[
    Words,
    About.of(
        "обстоятельства",
        "circumstances",
        "Что подтверждает основание: факт и документ.",
        "What bears the ground out: the fact and the document.",
        example="заявление от 12.01.2024 № 7",
    ),
]
Begun = Annotated[
    StrictBool | None,
    About.of(
        "начато ли исполнение",
        "execution begun",
        "Оказана ли хоть одна услуга по заказу.",
        "Whether any service was rendered under the order.",
        needed=True,
    ),
]
Reason = Annotated[
    Words,
    About.of(
        "причина",
        "reason",
        "Почему делают этот шаг.",
        "Why the step is taken.",
        example="изменился объём средств",
    ),
]
BY_PROVIDER = When(
    Text("расторгает исполнитель", "the provider terminates"),
    lambda m: m.event is None or m.event.by == "provider",
)
BecauseOfSide = Annotated[
    Words | None,
    About.of(
        "обстоятельства",
        "circumstances",
        "Почему расторгают; потребителю и его представителю говорить об этом не нужно.",
        "Why it is terminated; a consumer or a representative need not say.",
        needed=BY_PROVIDER,
        example="заявление от 12.01.2024 № 7",
    ),
]
ComplaintMatter = Annotated[
    Matter,
    About.of(
        "на что жалуются",
        "matter of the complaint",
        "Услуга не оказана или оказана ненадлежащим образом.",
        "The service was not rendered, or was rendered improperly.",
    ),
]
Answer = Annotated[
    Words,
    About.of(
        "ответ",
        "answer",
        "Что решено по жалобе и каким документом.",
        "What was decided on the complaint, and in which document.",
        example="письмо от 01.04.2024 № 12: занятия восстановлены",
    ),
]
ApplicationRefusal = Annotated[
    Words,
    _listed_by("selection.refusal_grounds"),
]
ExclusionGround = Annotated[
    Words,
    _listed_by("selection.exclusion_grounds"),
]
RecipientRefusal = Annotated[
    Words,
    _listed_by("certificate.refusal_grounds"),
]
LISTED = When(
    Text("акт установил перечень оснований", "an act sets a list of grounds"),
    lambda moment: moment.edition.fill_on("certificate.annulment_grounds", moment.on) is not None,
)
AnnulmentGround = Annotated[
    Words | None,
    _listed_by("certificate.annulment_grounds").when(LISTED),
]
TerminationGround = Annotated[
    Words,
    About.of(
        "основание",
        "ground",
        "На каком основании расторгают.",
        "The ground of the termination.",
        example="исключение из реестра",
    ),
]
