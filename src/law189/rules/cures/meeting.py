"""Что сделать на заседании (cures of meetings): what a person can do where a norm about a meeting is missed."""

from law189.law import Text

__all__ = [
    "BALLOT",
    "CLOSED",
    "COMPETENT",
    "COPY",
    "DAY",
    "DRAFTER",
    "ENTERED",
    "ENTRY",
    "ESTABLISHED",
    "FAILED",
    "GUESTS",
    "HEADED",
    "IN_VAIN",
    "KIND_OF_BALLOT",
    "LED_DRAFTER",
    "NO_MEETING",
    "OFTEN",
    "OPINION",
    "ORDERED",
    "POLL_QUORUM",
    "POWER",
    "PRESENT_SIGNER",
    "PRESIDING",
    "PROXY",
    "QUORUM",
    "UNHELD",
    "UNLED_SIGNER",
]

ENTRY = Text(
    "Исправьте список присутствующих: места — из состава, каждое один раз.",
    "Correct the list of those present: seats of the composition, each once.",
)
GUESTS = Text(
    "Проводите заседание без приглашённых.",
    "Meet without guests.",
)
PRESIDING = Text(
    "Проведите заседание с тем, кто возглавляет группу, или с заместителем; если они были, внесите их в список "
    "присутствующих.",
    "Meet with whoever leads the group or a deputy; if they were there, add them to those present.",
)
HEADED = Text(
    "Проведите заседание с руководителем подгруппы; если он был, внесите его в список присутствующих.",
    "Meet with the head of the subgroup; if the head was there, add the head to those present.",
)
ORDERED = Text(
    "Проведите заседание с тем, кто по положению вправе его вести; если он был, внесите его в список "
    "присутствующих.",
    "Meet with somebody whom the regulation lets preside; if somebody was there, add them to those present.",
)
QUORUM = Text(
    "Созовите заседание заново; если присутствовало больше членов, дополните список.",
    "Convene the meeting anew; if more members were there, complete the list.",
)
BALLOT = Text(
    "Исправьте запись о голосах: голосует тот, кто присутствует и имеет голос, и один раз.",
    "Correct the votes: whoever is there and has a vote casts it once.",
)
COMPETENT = Text(
    "Вынесите вопрос на заседание созданной группы, с кворумом и председательствующим.",
    "Put the question to a meeting of a group that exists, with a quorum and somebody presiding.",
)
KIND_OF_BALLOT = Text(
    "Проголосуйте так, как установлено положением.",
    "Vote in the way that the regulation sets.",
)
POWER = Text(
    "Вынесите вопрос по полномочию, которое группе предоставлено.",
    "Put a question under a power that the group has.",
)
DRAFTER = Text(
    "Поручите протокол секретарю.",
    "Let the secretary draft the minutes.",
)
LED_DRAFTER = Text(
    "Поручите протокол председательствующему.",
    "Let whoever presided draft the minutes.",
)
UNLED_SIGNER = Text(
    "Дайте протокол на подпись председательствующему.",
    "Let whoever presides sign the minutes.",
)
PRESENT_SIGNER = Text(
    "Дайте протокол на подпись остальным присутствовавшим.", "Let the others who were there sign the minutes."
)
LED_BY = Text(
    "Исправьте, кто вёл, если он записан неверно; если вёл он, решения подтвердите на заседании, которое ведёт "
    "тот, кто вправе.",
    "Correct who presided, if it is recorded wrongly; if not, have the decisions confirmed at a meeting led by "
    "whoever may lead it.",
)
APPROVER = Text(
    "Дайте повестку на утверждение председательствующему.", "Let whoever presides approve the agenda."
)
CHAIR_APPROVER = Text(
    "Дайте повестку на утверждение тому, кто возглавляет группу.",
    "Let whoever leads the group approve the agenda.",
)
COPY = Text("Направьте копию.", "Send the copy.")
ESTABLISHED = Text(
    "Проведите заседание не раньше дня постановления.",
    "Meet no sooner than the day of the decree.",
)
DAY = Text(
    "Откройте заседание в назначенный день или назначьте другой.",
    "Open the meeting on the day it is convened for, or convene it for another.",
)
UNHELD = Text(
    "Дождитесь дня, на который заседание назначено.",
    "Wait for the day for which the meeting is convened.",
)
NO_MEETING = Text(
    "Проведите заседание: есть и кворум, и председательствующий.",
    "Hold the meeting: there is a quorum and somebody presiding.",
)
PROXY = Text(
    "Исправьте запись о доверенности или исключите её.",
    "Correct the proxy, or leave it out.",
)
OPINION = Text(
    "Исправьте запись о письменном мнении или исключите её.",
    "Correct the written opinion, or leave it out.",
)
ENTERED = Text(
    "Исправьте опросный список: места с правом голоса, каждое один раз.",
    "Correct the list of the polled: seats with a vote, each once.",
)
POLL_QUORUM = Text(
    "Соберите недостающие ответы, пока опрос идёт, или вынесите вопросы на заседание.",
    "Gather the answers that are missing while the poll runs, or put the questions to a meeting.",
)
CLOSED = Text(
    "Дождитесь ответов всех опрошенных или последнего дня.",
    "Wait for everybody's answer, or for the last day.",
)
FAILED = Text(
    "Дождитесь последнего дня, в который принимают ответы.",
    "Wait for the last day on which answers are taken.",
)
IN_VAIN = Text(
    "Завершите опрос решением: кворум есть.",
    "Close the poll with a decision: there is a quorum.",
)
OFTEN = Text(
    "Проведите недостающие заседания.",
    "Hold the meetings that are missing.",
)
