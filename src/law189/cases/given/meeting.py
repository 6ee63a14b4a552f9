"""Заседание (meeting): who came, what was asked, how it was voted."""

from typing import Annotated

from pydantic import Field

from law189.law import About, Day, Source
from law189.readings import Choices
from law189.rules.ballots import Ballots

__all__ = [
    "ELECTED",
    "CopiesTo",
    "MeetingDay",
    "Present",
    "Question",
    "QuestionKind",
    "ReadingsChosen",
    "Seats",
    "Vacant",
    "VotesCast",
]

Seats = tuple[str, ...]
MeetingDay = Annotated[
    Day,
    About.of(
        "день заседания",
        "day of the meeting",
        "На какой день созывают.",
        "The day for which the meeting is convened.",
    ),
]
Present = Annotated[
    Seats,
    About.of(
        "присутствуют",
        "present",
        "Места, представленные на заседании; секретарь — secretary.",
        "The seats that came; a secretary is «secretary».",
        source=Source.SEATS,
    ),
]
Vacant = Annotated[
    Seats,
    About.of(
        "вакантные места",
        "vacant",
        "Места, которые в этот день никем не замещены.",
        "The seats that nobody holds now.",
        source=Source.SEATS,
    ),
]
CopiesTo = Annotated[
    Seats,
    About.of(
        "кому направлены",
        "to whom they were sent",
        "Места, которым направлены копии.",
        "The seats to which copies were sent.",
        source=Source.SEATS,
    ),
]
ReadingsChosen = Annotated[
    Choices,
    About.of(
        "толкования",
        "readings",
        "Как читать положение, где его можно прочесть двояко.",
        "How to read the regulation where it reads two ways.",
    ),
]
Question = Annotated[
    str,
    Field(min_length=1),
    About.of(
        "вопрос",
        "question",
        "Формулировка, которую ставят на голосование.",
        "The wording that is put to the vote.",
        example="О плане мероприятий",
    ),
]
QuestionKind = Annotated[
    str | None,
    About.of(
        "вид вопроса",
        "kind of question",
        "К какой задаче, полномочию или функции группы он относится.",
        "To which task, power or function of the group it belongs.",
        needed=True,
        source=Source.BUSINESS,
    ),
]
VotesCast = Annotated[
    Ballots,
    About.of(
        "голоса",
        "votes",
        "Голос каждого места: за, против, воздержался.",
        "The vote of each seat: for, against, abstain.",
        source=Source.SEATS,
    ),
]
ELECTED = About.of(
    "избранный председательствующий",
    "elected to preside",
    "Кого избрали председательствовать в отсутствие председателя и его заместителя.",
    "Whom those present chose to preside.",
    source=Source.SEATS,
)
