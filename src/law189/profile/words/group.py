"""Рабочая группа (group): what the composition and the regulation of the working group say of their fields."""

from law189.law import About, Source, Text

__all__ = [
    "ADOPTION",
    "AGENDA",
    "AT_LEAST",
    "CASTING_VOTE",
    "COMPOSITION",
    "FUNCTIONS",
    "HEAD",
    "KIND",
    "MEETINGS",
    "MINUTES",
    "MORE_THAN",
    "OF",
    "OFFICE",
    "PERSONS",
    "POWERS",
    "PRESIDING",
    "PRESIDING_DUTIES",
    "PURPOSE",
    "QUORUM",
    "ROLE",
    "SEATS",
    "SEAT_ID",
    "SECRETARY",
    "SECRETARY_DUTIES",
    "SECRETARY_SEAT",
    "SERVES",
    "SOURCES",
    "STATUS",
    "TASKS",
]

HEAD = About.of(
    "кто возглавляет",
    "what the leader is called",
    "Как положение называет того, кто возглавляет группу; если не указано, председатель.",
    "What the regulation calls whoever leads the group; where left out, the chair.",
)
STATUS = About.of(
    "статус группы",
    "status of the group",
    "Каким органом положение называет рабочую группу, если оно это говорит.",
    "What kind of body the regulation calls the group, where it says so.",
)
PURPOSE = About.of(
    "цель создания",
    "purpose",
    "Для чего создана рабочая группа.",
    "What the working group was created for.",
)
SOURCES = About.of(
    "чем руководствуется",
    "what guides the group",
    "Акты, которыми рабочая группа руководствуется в своей деятельности.",
    "The acts that guide the group in its work.",
)
SEATS = About.of(
    "состав рабочей группы",
    "composition of the group",
    "Места по должностям, без фамилий, в порядке состава.",
    "The seats by office, without names of people, in the order of the composition.",
)
COMPOSITION = About.of(
    "утверждение состава",
    "approval of the composition",
    "Каким актом утверждается состав рабочей группы.",
    "The act that approves the composition of the group.",
)
PRESIDING = About.of(
    "кто председательствует",
    "who presides",
    "Роли по порядку: каждая следующая председательствует, когда прежние отсутствуют.",
    "The roles in order: each presides where those before it are absent.",
)
PRESIDING_BY = About.of(
    "кто ведёт из нескольких",
    "who of several presides",
    "Первый по порядку (in_order, так и без ключа), любой одной роли, например сопредседатели поочерёдно "
    "(in_turn), или любой из названных, например заместитель по поручению председателя (on_order).",
    "The first in order (in_order, and without the key), any of one role, such as co-chairs in turn (in_turn), or "
    "any of those named, such as the deputy on the chair's order (on_order).",
)
PRESIDING_DUTIES = About.of(
    "функции председателя",
    "functions of the chair",
    "Что по положению делает председатель или руководитель рабочей группы.",
    "What the chair or head of the group does under the regulation.",
)
AGENDA = About.of(
    "кто утверждает повестку",
    "who approves the agenda",
    "Председательствующий (presiding), председатель, кто бы ни вёл (chair), или никто (nobody).",
    "The presiding officer (presiding), the chair, whoever presides (chair), or nobody (nobody).",
)
MEETINGS = About.of(
    "периодичность заседаний",
    "how often it meets",
    "По мере необходимости (as_needed) или не реже стольких раз за такое-то время.",
    "As needed (as_needed), or at least so many times in a span of time.",
)
QUORUM = About.of(
    "кворум",
    "quorum",
    "Сколько членов группы должно присутствовать, чтобы заседание было правомочным.",
    "How many members must be present for the meeting to be competent.",
)
ADOPTION = About.of(
    "принятие решения",
    "adoption",
    "Сколько голосов «за» нужно, чтобы решение было принято.",
    "How many votes in favour a decision needs.",
)
CASTING_VOTE = About.of(
    "решающий голос",
    "casting vote",
    "Чей голос решает при равенстве голосов.",
    "Whose vote decides where votes are equal.",
)
MINUTES = About.of(
    "протокол",
    "minutes",
    "Кто ведёт, подписывает и утверждает протокол, кому направляют копии и в какие сроки.",
    "Who drafts, signs and approves the minutes, who gets copies, and in what terms.",
)
SECRETARY = About.of(
    "секретарь",
    "secretary",
    "Секретарь рабочей группы, если положение его предусматривает.",
    "The secretary of the group, where the regulation provides for one.",
)
TASKS = About.of(
    "задачи",
    "tasks",
    "Задачи рабочей группы по положению.",
    "The tasks of the group under its regulation.",
)
POWERS = About.of(
    "полномочия",
    "powers",
    "Полномочия рабочей группы по положению.",
    "The powers of the group under its regulation.",
)
FUNCTIONS = About.of(
    "функции",
    "functions",
    "Функции рабочей группы по положению.",
    "The functions of the group under its regulation.",
)

AT_LEAST = About.of(
    "не менее",
    "at least",
    "Доля обыкновенной дробью, если положение говорит «не менее».",
    "The share as a fraction, where the regulation says «at least».",
    unit=Text("доля", "share"),
    example="1/2",
)
MORE_THAN = About.of(
    "более",
    "more than",
    "Доля обыкновенной дробью, если положение говорит «более».",
    "The share as a fraction, where the regulation says «more than».",
    unit=Text("доля", "share"),
    example="1/2",
)
PERSONS = About.of(
    "не менее человек",
    "at least so many people",
    "Число членов, если положение называет его само: «не менее 5 членов».",
    "The number of members, where the regulation itself gives one: «at least 5 members».",
    unit=Text("человек", "people"),
    example="5",
)
OF = About.of(
    "от чего считают",
    "counted of",
    "От членов (members), списочного состава (list), замещённых мест (filled), присутствующих (present), "
    "голосов (votes или for_and_against), опрошенных (polled) или ответивших (answered).",
    "Of the members, the list, the filled seats, those present, the votes, those for and against, those polled or "
    "those who answered.",
)

SEAT_ID = About.of(
    "имя места",
    "id of the seat",
    "Слово chair, co-chair-1, deputy или deputy-1, secretary, member-1 и далее в порядке состава.",
    "The word chair, co-chair-1, deputy or deputy-1, secretary, member-1 and so on in the order of the list.",
    example="member-1",
)
ROLE = About.of(
    "роль",
    "role",
    "Председатель, сопредседатель, заместитель председателя, секретарь или член группы.",
    "Chair, co-chair, deputy, secretary or member of the group.",
)
OFFICE = About.of(
    "должность",
    "office",
    "Должность, которая даёт место в группе, без фамилии; если состав её не называет, её нет.",
    "The office that gives the seat, without a name of a person; left out where the composition names none.",
)

KIND = About.of(
    "имя в файлах",
    "name in files",
    "Латинское слово через дефис, которым это называют в записи о заседании.",
    "The Latin word with hyphens that a record of a meeting calls it by.",
    example="order-proposals",
)
SERVES = About.of(
    "для каких задач",
    "for which tasks",
    "Задачи, для которых дано полномочие; если не указано, оно дано для всех.",
    "The tasks for which the power is given; where left out, for all of them.",
    source=Source.TASKS,
)

SECRETARY_SEAT = About.of(
    "место секретаря",
    "seat of the secretary",
    "Место в составе, которое занимает секретарь, если оно названо.",
    "The seat of the composition that the secretary holds, where it is named.",
    source=Source.SEATS,
)
SECRETARY_DUTIES = About.of(
    "обязанности секретаря",
    "duties of the secretary",
    "Что делает секретарь по положению.",
    "What the secretary does under the regulation.",
)
