"""Заседание (meeting): who came, what was asked, how it was voted."""

from typing import Annotated

from pydantic import StrictBool

from law189.law import About, Day, Entry, Source, Text, When, Words
from law189.profile.regulation import Ballot
from law189.readings import Choices
from law189.rules.votes.ballots import Ballots, Held, Voiced

__all__ = [
    "ELECTED",
    "LATER",
    "PRESIDED",
    "AlsoSigned",
    "Alternates",
    "ApprovedBy",
    "Attached",
    "BallotHeld",
    "Conflicts",
    "CopiesTo",
    "Dissents",
    "Guests",
    "MeetingDay",
    "NoticeGiven",
    "NoticeSent",
    "Opinions",
    "Present",
    "Proxies",
    "Question",
    "QuestionKind",
    "ReadingsChosen",
    "Seats",
    "SubgroupNamed",
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
SubgroupNamed = Annotated[
    str | None,
    About.of(
        "подгруппа",
        "subgroup",
        "Имя подгруппы, если собирается она, а не вся группа.",
        "The id of the subgroup, where it meets and not the whole group.",
        example="experts",
    ),
]
Present = Annotated[
    Seats,
    About.of(
        "присутствуют",
        "present",
        "Места, представленные на заседании; секретарь, если положение его знает, — secretary.",
        "The seats that came; a secretary, where the regulation knows one, is «secretary».",
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
        "Места, которым направлены копии; уполномоченный орган — по его имени в bodies.",
        "The seats to which copies were sent; the authorised body by its id among the bodies.",
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
    Words,
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
PRESIDED = About.of(
    "вёл заседание",
    "presided",
    "Кто вёл заседание на деле; нужно, если положение даёт вести любому из нескольких.",
    "Who presided in fact; needed where the regulation lets any of several preside.",
    source=Source.SEATS,
)
Alternates = Annotated[
    Seats,
    About.of(
        "замещающие лица",
        "alternates",
        "Места из присутствующих, вместо которых пришло замещающее лицо.",
        "The seats of those present that an alternate takes.",
        source=Source.SEATS,
    ),
]
Proxies = Annotated[
    Held,
    About.of(
        "доверенности",
        "proxies",
        "Отсутствующее место и присутствующее место, которое голосует за него.",
        "An absent seat, and the present seat that votes for it.",
        source=Source.SEATS,
    ),
]
Guests = Annotated[
    tuple[str, ...],
    About.of(
        "приглашённые",
        "guests",
        "Кто присутствует по приглашению, без фамилий.",
        "Who attends by invitation, without names of people.",
    ),
]
Opinions = Annotated[
    Voiced,
    About.of(
        "письменные мнения",
        "written opinions",
        "Письменное мнение каждого отсутствующего места: за, против, воздержался.",
        "The written opinion of each absent seat: for, against, abstain.",
        source=Source.SEATS,
    ),
]
Conflicts = Annotated[
    Seats,
    About.of(
        "конфликт интересов",
        "conflicts of interest",
        "Места, у которых по этому вопросу конфликт интересов.",
        "The seats that have a conflict of interest in this question.",
        source=Source.SEATS,
    ),
]
PRESCRIBED = When(
    Text("положение говорит, как голосуют", "the regulation says how votes are cast"),
    lambda m: m.edition.working_group is not None and m.edition.working_group.ballot is not None,
)
BallotHeld = Annotated[
    Ballot | None,
    About.of(
        "как голосовали",
        "how it was voted",
        "Открыто (open) или тайно (secret).",
        "Openly (open) or secretly (secret).",
    ).when(PRESCRIBED),
]
AlsoSigned = Annotated[
    Seats,
    About.of(
        "кто ещё подписал",
        "who signed besides",
        "Места, которые подписали протокол вместе с тем, кто совершает шаг.",
        "The seats that signed the minutes besides whoever takes the step.",
        source=Source.SEATS,
    ),
]
ApprovedBy = Annotated[
    str | None,
    About.of(
        "кто утвердил протокол",
        "who approved the minutes",
        "Место, которое утвердило протокол, если положение требует утверждения.",
        "The seat that approved the minutes, where the regulation has them approved.",
        source=Source.SEATS,
    ),
]
Dissents = Annotated[
    Seats,
    About.of(
        "особые мнения",
        "dissents",
        "Места, которые заявили особое мнение.",
        "The seats that gave a dissenting opinion.",
        source=Source.SEATS,
    ),
]
Attached = Annotated[
    Seats | None,
    About.of(
        "приложенные особые мнения",
        "dissents attached",
        "Места, особые мнения которых приложены к протоколу.",
        "The seats whose dissents are attached to the minutes.",
        source=Source.SEATS,
    ),
]


class NoticeGiven(Entry):
    """Извещение о заседании: when it was sent, and whether with the materials; None where not recorded."""

    sent_on: Annotated[
        Day | None,
        About.of(
            "когда направлено извещение",
            "day of the notice",
            "В какой день направили извещение о заседании.",
            "The day on which the notice was sent.",
        ),
    ] = None
    materials: Annotated[
        StrictBool | None,
        About.of(
            "направлены ли материалы",
            "materials sent",
            "Направлены ли вместе с извещением материалы заседания.",
            "Whether the materials of the meeting went out with it.",
        ),
    ] = None


NoticeSent = Annotated[
    NoticeGiven | None,
    About.of(
        "извещение",
        "notice",
        "Когда известили о заседании и направили ли материалы.",
        "When the notice was sent, and whether with the materials.",
    ),
]
LATER = frozenset(
    {"subgroup", "alternates", "proxies", "guests", "notice", "presided", "opinions", "conflicts", "ballot"}
    | {"also_signed", "approved_by", "dissents", "attached"}
)
"""What the first histories of meetings did not hold."""
