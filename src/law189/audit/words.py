"""Слова полей (words): what a recorded meeting and the lines of files say of their fields."""

from law189.law import About, Source, Text, When

__all__ = [
    "AGENDA",
    "APPROVED_BY",
    "APPROVED_ON",
    "CLOSED_ON",
    "COPIES_TO",
    "DONE_ON",
    "DRAFTED_BY",
    "DRAFTED_ON",
    "EVENT_ON",
    "FORM",
    "HELD_ON",
    "INDICATOR",
    "ITEMS",
    "MEASURE",
    "MINUTES",
    "MINUTES_APPROVED",
    "NUMBER",
    "PLACE",
    "POLLED",
    "PRESENT",
    "PROFILE",
    "REPORTED",
    "REPORTED_ON",
    "REPORTED_YEAR",
    "SENT_ON",
    "SIGNED_BY",
    "SIGNED_ON",
    "TIME",
]

PROFILE = About.of(
    "профиль",
    "profile",
    "Имя профиля из поставки или имя файла, который лежит рядом.",
    "The name of a shipped profile, or of a file that lies beside.",
    source=Source.PROFILES,
    example="kemerovo",
)
HELD_ON = About.of(
    "день заседания",
    "day of the meeting",
    "В какой день прошло заседание.",
    "The day on which the meeting was held.",
)
CLOSED_ON = About.of(
    "день закрытия",
    "day of closing",
    "В какой день заседание закрыто, если оно длилось несколько дней; от него считают сроки протокола.",
    "The day on which the meeting was closed, where it lasted several; terms of the minutes run from it.",
)
NUMBER = About.of(
    "номер заседания",
    "number of the meeting",
    "Номер заседания и его протокола.",
    "The number of the meeting and of its minutes.",
    example="4",
)
TIME = About.of(
    "время заседания",
    "time of the meeting",
    "Во сколько начинается заседание, часы и минуты.",
    "At what time the meeting begins, hours and minutes.",
    example="10:00",
)
PLACE = About.of(
    "место заседания",
    "place of the meeting",
    "Где проходит заседание: адрес, кабинет.",
    "Where the meeting is held: the address, the room.",
    example="зал заседаний администрации",
)
AGENDA = About.of(
    "повестка",
    "agenda",
    "Кто и когда утвердил повестку.",
    "Who approved the agenda, and when.",
    needed=True,
)
APPROVED_BY = About.of(
    "кто утвердил повестку",
    "who approved the agenda",
    "Место, которое утвердило повестку.",
    "The seat that approved the agenda.",
    needed=True,
    source=Source.SEATS,
)
APPROVED_ON = About.of(
    "когда утверждена повестка",
    "day of approval",
    "В какой день утвердили повестку.",
    "The day on which the agenda was approved.",
    needed=True,
)
ITEMS = About.of(
    "вопросы",
    "questions",
    "Вопросы повестки с голосами, в том порядке, в каком их решали.",
    "The questions of the agenda with their votes, in the order in which they were decided.",
)
MINUTES = About.of(
    "протокол",
    "minutes",
    "Кто вёл и подписал протокол и кому направили копии.",
    "Who drafted and signed the minutes, and who got copies.",
    needed=True,
)
DRAFTED_BY = About.of(
    "кто вёл протокол",
    "who drafted the minutes",
    "Место, которое вело протокол; секретарь — secretary.",
    "The seat that drafted the minutes; a secretary is «secretary».",
    source=Source.SEATS,
)
SIGNED_BY = About.of(
    "кто подписал протокол",
    "who signed the minutes",
    "Место, которое подписало протокол, или список мест.",
    "The seat that signed the minutes, or a list of seats.",
    needed=True,
    source=Source.SEATS,
)
SIGNED_ON = About.of(
    "когда подписан протокол",
    "day of signing",
    "В какой день подписали протокол.",
    "The day on which the minutes were signed.",
    needed=True,
)
COPIES_TO = About.of(
    "кому направлены копии",
    "who got copies",
    "Места, которым направили копии протокола; уполномоченный орган — по его имени в bodies.",
    "The seats to which copies of the minutes were sent; the authorised body by its id among the bodies.",
    needed=True,
    source=Source.SEATS,
)

DRAFTED_ON = About.of(
    "когда составлен протокол",
    "day of drafting",
    "В какой день составили протокол.",
    "The day on which the minutes were drafted.",
)
SENT_ON = About.of(
    "когда направлены копии",
    "day of sending",
    "В какой день направили копии протокола.",
    "The day on which copies of the minutes were sent.",
)
MINUTES_APPROVED = About.of(
    "кто утвердил протокол",
    "who approved the minutes",
    "Место, которое утвердило протокол.",
    "The seat that approved the minutes.",
    source=Source.SEATS,
)
FORM = About.of(
    "форма",
    "form",
    "Заседание (meeting) или заочное голосование (absentee).",
    "A meeting (meeting) or a poll in writing (absentee).",
)
PRESENT = About.of(
    "присутствуют",
    "present",
    "Места, представленные на заседании; секретарь, если положение его знает, — secretary.",
    "The seats that came; a secretary, where the regulation knows one, is «secretary».",
    source=Source.SEATS,
    needed=When(
        Text("это заседание, а не заочное голосование", "it is a meeting, and not a poll in writing"),
        lambda _: False,  # a record has no moment of a step
    ),
)
POLLED = About.of(
    "опрошены",
    "polled",
    "Места, которым направили опросные листы; если не указано, все замещённые.",
    "The seats to which answer sheets were sent; where left out, every filled seat.",
    source=Source.SEATS,
)

MEASURE = About.of(
    "мероприятие",
    "measure",
    "Адрес мероприятия в плане.",
    "The address of the measure in the plan.",
    source=Source.PLAN,
    example="app4.4",
)
EVENT_ON = About.of(
    "когда наступило событие",
    "day of the event",
    "В какой день наступило событие, от которого считают срок мероприятия.",
    "The day of the event from which the term of the measure is counted.",
)
DONE_ON = About.of(
    "когда исполнено",
    "day of doing",
    "В какой день мероприятие исполнено.",
    "The day on which the measure was done.",
)
INDICATOR = About.of(
    "показатель",
    "indicator",
    "Адрес показателя в таблице.",
    "The address of the indicator in the table.",
    source=Source.INDICATORS,
    example="app5.2.1",
)
REPORTED = About.of(
    "сообщённое значение",
    "value reported",
    "Число (дробное — в кавычках), true или false, в единице показателя.",
    "A number (a decimal in quotes), true or false, in the unit of the indicator.",
    example="87.5",
)
REPORTED_YEAR = About.of(
    "год значения",
    "year of the value",
    "За какой год сообщено значение.",
    "The year that the value is of.",
    example="2024",
)
REPORTED_ON = About.of(
    "день значения",
    "day of the value",
    "На какой день сообщено значение, если это известно.",
    "The day of which the value is reported, where it is known.",
)
