"""Что сделать с сертификатом (cures of certificates): what can be done about certificates and contracts."""

from law189.law import Text

__all__ = [
    "AHEAD",
    "ALL_HELD",
    "ANSWERED",
    "CAUSE_TOLD",
    "CERTIFICATE_LIVE",
    "CONTRACT_RUNS",
    "ENDED",
    "EXPIRED",
    "INTO_OFFER",
    "LAST_ONE",
    "NOT_OVER",
    "NOT_SUSPENDED",
    "NO_LATER",
    "NO_MORE",
    "OFFER_ANEW",
    "OF_CERTIFICATE",
    "ONE_APPLICATION",
    "REGISTERED",
    "RETURNED",
    "SOME_FREE",
    "SOME_LEFT",
    "SPENT",
    "TARGET",
    "VALUES",
]

ONE_APPLICATION = Text(
    "Примите одно заявление обо всём этом.",
    "Take one application for all of it.",
)
REGISTERED = Text(
    "Сделайте шаг не раньше дня включения в реестр.",
    "Take the step no sooner than the day of registration.",
)
AHEAD = Text(
    "Назначьте последний день не раньше дня шага.",
    "Set a last day no sooner than the day of the step.",
)
NO_LATER = Text(
    "Назначьте последний день не позднее допускаемого.",
    "Let it end no later than the act allows.",
)
INTO_OFFER = Text("Включите эти условия в предложение.", "Put these terms into the offer.")
OFFER_ANEW = Text(
    "Отклоните предложение; исполнитель предложит договор заново, с этими условиями.",
    "Decline the offer; the provider offers the contract anew, with these terms.",
)
NOT_OVER = Text(
    "Проверьте день шага; если срок истёк, сначала нужно новое: предложение, договор или продление сертификата.",
    "Check the day of the step; where the term is over, something new comes first: an offer, a contract or a "
    "renewal of the certificate.",
)
EXPIRED = Text(
    "Прекратите сертификат после его последнего дня.",
    "End the certificate after its last day.",
)
OF_CERTIFICATE = Text(
    "Приложите выписку о договоре по этому сертификату.",
    "Attach an extract of a contract under this certificate.",
)
ENDED = Text(
    "Дождитесь прекращения договора и приложите новую выписку.",
    "Wait for the end of the contract and attach a new extract.",
)
RETURNED = Text(
    "Возвращать нечего; отметьте сертификат использованным.",
    "There is nothing to return; record the certificate as used.",
)
SPENT = Text(
    "Верните остаток: сертификат использован не весь.",
    "Return the balance: the certificate is not used up.",
)
SOME_LEFT = Text(
    "Дождитесь, пока договор вернёт остаток, или выберите другой сертификат.",
    "Wait for a contract to return a balance, or choose another certificate.",
)
ALL_HELD = Text(
    "Займите остаток договором или дождитесь, когда срок сертификата истечёт.",
    "Hold the balance by a contract, or wait until the certificate has expired.",
)
NOT_SUSPENDED = Text(
    "Заключите договор после возобновления сертификата.",
    "Conclude the contract after the certificate is resumed.",
)
NO_MORE = Text(
    "Не увеличивайте объём, пока сертификат приостановлен, и оставьте его единицу.",
    "Raise no volume while the certificate is suspended, and keep its unit.",
)
CONTRACT_RUNS = Text(
    "Выберите действующий договор; если этот действует, приложите новую выписку.",
    "Choose a contract that runs; if this one does, attach a new extract.",
)
SOME_FREE = Text(
    "Дождитесь прекращения договора об одной из услуг.",
    "Wait for the end of a contract for one of the services.",
)
LAST_ONE = Text(
    "Сначала прекратите остальные договоры.",
    "End the other contracts first.",
)
CERTIFICATE_LIVE = Text(
    "Сделайте шаг, пока сертификат действует; если сведения изменились, приложите новую выписку.",
    "Take the step while the certificate is live; if things have changed, attach a new extract.",
)
CAUSE_TOLD = Text(
    "Назовите обстоятельства, по которым договор расторгают.",
    "Name the circumstances for which the contract is terminated.",
)
ANSWERED = Text(
    "Ответ не нужен: жалобы без ответа нет; если она была, сначала запишите её.",
    "No answer is needed: there is no complaint without one; where there was, record it first.",
)
TARGET = Text(
    "Проверьте сообщённое значение и исправьте его, если в нём ошибка; верное значение оставьте.",
    "Check the value reported and mend it if it is wrong; leave it if it is right.",
)
VALUES = Text(
    "Определите значения показателя и запишите их в профиль: base — базовое значение, target — целевой ориентир; "
    "пока их там нет, обязанность считают неисполненной.",
    "Determine the values of the indicator and write them in the profile: base and target; until they are there, "
    "the duty counts as not done.",
)
