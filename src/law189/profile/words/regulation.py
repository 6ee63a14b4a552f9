"""Положение о рабочей группе (regulation): what the norms of the regulation say of their fields."""

from law189.law import About

__all__ = [
    "ABSENTEE",
    "ALLOWED",
    "ALTERNATE",
    "APPROVED_BY",
    "BALLOT",
    "CONFLICT",
    "COPIES_TO",
    "DAYS",
    "DAY_UNIT",
    "DECISIONS",
    "DISSENTS",
    "DRAFTED_BY",
    "DRAFTED_BY_CITE",
    "DRAFTED_WITHIN",
    "FORCE",
    "INVITED",
    "MATERIALS",
    "NOTICE",
    "ON_WHOM",
    "OPINIONS",
    "PER",
    "POLL_ADOPTION",
    "POLL_QUORUM",
    "PROXIES",
    "SENT_WITHIN",
    "SIGNED_BY",
    "SIGNED_WITHIN",
    "SUBGROUPS",
    "TIMES",
    "VOTES",
]

DAYS = About.of(
    "дней",
    "days",
    "Сколько дней в сроке.",
    "How many days the term has.",
)
DAY_UNIT = About.of(
    "какими днями",
    "kind of days",
    "Рабочими (working_days) или календарными (calendar_days) днями считают срок.",
    "Whether the term is of working days or of calendar days.",
)
MATERIALS = About.of(
    "с материалами",
    "with materials",
    "Направляют ли вместе с извещением материалы заседания.",
    "Whether the materials go out with the notice.",
)
TIMES = About.of(
    "не реже, раз",
    "times at least",
    "Сколько заседаний нужно провести за это время.",
    "How many meetings are held in that time at the least.",
)
PER = About.of(
    "за какое время",
    "per",
    "За месяц (month), квартал (quarter), полугодие (half_year) или год (year).",
    "In a month, a quarter, half a year or a year.",
)
ALLOWED = About.of(
    "допускается",
    "allowed",
    "Допускается ли заочное голосование.",
    "Whether a poll in writing is allowed.",
)
POLL_QUORUM = About.of(
    "кворум заочного голосования",
    "quorum of a poll",
    "Сколько ответов нужно; если не сказано, применяется общий кворум.",
    "How many answers are needed; where left out, as many as the quorum of a meeting.",
)
POLL_ADOPTION = About.of(
    "порог заочного голосования",
    "adoption in a poll",
    "Сколько ответов «за» нужно; если не сказано, применяется общий порог.",
    "How many answers in favour are needed; where left out, as at a meeting.",
)
FORCE = About.of(
    "сила решений",
    "force of decisions",
    "Рекомендательный (advisory) или обязательный (binding) характер.",
    "Whether they are recommendations (advisory) or binding (binding).",
)
ON_WHOM = About.of(
    "для кого",
    "on whom",
    "Для кого решения обязательны или кому они адресованы.",
    "Whom the decisions bind or advise.",
)
DRAFTED_BY = About.of(
    "кто ведёт протокол",
    "who drafts the minutes",
    "Секретарь (secretary) или председательствующий (presiding), если положение его называет.",
    "The secretary (secretary) or the presiding officer (presiding), where the regulation names one.",
)
DRAFTED_BY_CITE = About.of(
    "адрес о ведении протокола",
    "address of who drafts",
    "Где сказано, кто ведёт протокол, если не там же, где о протоколе.",
    "Where it is said who drafts the minutes, if it stands apart.",
    example="app4.5.8.3",
)
DRAFTED_WITHIN = About.of(
    "срок составления",
    "term of drafting",
    "За сколько дней после заседания составляют протокол.",
    "In how many days after the meeting the minutes are drafted.",
)
SIGNED_BY = About.of(
    "кто подписывает протокол",
    "who signs the minutes",
    "Председательствующий (presiding), секретарь (secretary), все присутствующие члены (present) или несколько из "
    "них.",
    "The presiding officer (presiding), the secretary (secretary), every member present (present), or several of "
    "them.",
)
SIGNED_WITHIN = About.of(
    "срок подписания",
    "term of signing",
    "За сколько дней после заседания подписывают протокол.",
    "In how many days after the meeting the minutes are signed.",
)
APPROVED_BY = About.of(
    "кто утверждает протокол",
    "who approves the minutes",
    "Председатель (chair), если положение требует утверждения.",
    "The chair, where the regulation has the minutes approved.",
)
COPIES_TO = About.of(
    "кому направляют копии",
    "who gets copies",
    "Всем членам группы (members), уполномоченному органу (authorized), заинтересованным (concerned), нескольким "
    "из них списком; если рассылка не предусмотрена — nobody.",
    "All members (members), the authorised body (authorized), whoever is concerned (concerned), several of them as "
    "a list, or nobody (nobody).",
)
SENT_WITHIN = About.of(
    "срок рассылки",
    "term of sending",
    "За сколько дней после подписания направляют копии.",
    "In how many days after the signing the copies are sent.",
)
DISSENTS = About.of(
    "особые мнения",
    "dissents",
    "Что с особыми мнениями: attached — прилагаются.",
    "What becomes of dissenting opinions: attached — they are attached to the minutes.",
)
NOTICE = About.of(
    "извещение о заседании",
    "notice of a meeting",
    "За сколько дней извещают о заседании и направляют ли материалы.",
    "How many days before a meeting the notice is sent, and whether with the materials.",
)
BALLOT = About.of(
    "порядок голосования",
    "kind of ballot",
    "Открытое (open) или тайное (secret) голосование.",
    "Whether votes are cast openly (open) or secretly (secret).",
)
ABSENTEE = About.of(
    "заочное голосование",
    "poll in writing",
    "Допускается ли решение без заседания, по опросным листам.",
    "Whether a question may be decided without a meeting, by answer sheets.",
)
PROXIES = About.of(
    "голосование по доверенности",
    "voting by proxy",
    "Не допускается (forbidden), допускается (allowed) или засчитывается (counted).",
    "Whether a proxy is forbidden, allowed, or counted.",
)
OPINIONS = About.of(
    "письменное мнение отсутствующего",
    "written opinion of an absent member",
    "Не допускается (forbidden), допускается (allowed) или засчитывается как голос (counted).",
    "Whether it is forbidden, allowed, or counted as a vote.",
)
INVITED = About.of(
    "приглашённые лица",
    "invited persons",
    "Могут ли присутствовать приглашённые без права голоса.",
    "Whether invited persons may attend, without a vote.",
)
CONFLICT = About.of(
    "конфликт интересов",
    "conflict of interest",
    "Член группы с конфликтом интересов в голосовании не участвует (abstains).",
    "A member with a conflict of interest does not vote (abstains).",
)
SUBGROUPS = About.of(
    "подгруппы",
    "subgroups",
    "Подгруппы с местами, которые в них входят.",
    "The subgroups, with the seats that belong to each.",
)
DECISIONS = About.of(
    "характер решений",
    "force of the decisions",
    "Рекомендательны ли решения группы или обязательны, и для кого.",
    "Whether the decisions advise or bind, and whom.",
)
VOTES = About.of(
    "право голоса",
    "has a vote",
    "Голосует ли место; если не указано, голосует.",
    "Whether the seat votes; where left out, it does.",
)
ALTERNATE = About.of(
    "замещающее лицо",
    "alternate",
    "Кто по должности участвует вместо того, кто занимает место.",
    "Who takes part by office in place of whoever holds the seat.",
)
