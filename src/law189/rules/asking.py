"""Что спросить (asking): the things that rules ask for where a fact is missing, each with who can give it.

A field of a step is asked for by the title under which it is described, an extract by the words of the case that
gives it. Which rule asks for which of them stands at the rule.

>>> SYSTEM.told.ru, days_off(2028)[0].title.en
('система (document.system)', 'the calendar for 2028')
"""

from collections.abc import Iterable

from pydantic import BaseModel

from law189.extracts import ContractExtract, Provider, Recipient
from law189.law import Source, Text, about
from law189.profile.conditions import LocalCondition
from law189.profile.documents import Handed, LocalAct
from law189.verdict import Ask

__all__ = [
    "ACTS",
    "ACT_DATE",
    "AGREED_BY",
    "AGREEMENT",
    "AUTHORIZED_BODY",
    "BECAUSE",
    "BEGUN",
    "BORN",
    "CATEGORIES",
    "CERTIFICATE",
    "CONDITIONS_KEPT",
    "ENABLING_ACT",
    "FORM",
    "GROUND",
    "INN",
    "LAPSE",
    "ORDER",
    "PAPER_ENDED",
    "PROVIDERS",
    "PUBLICATION",
    "PUBLISHED_ON",
    "REGISTER",
    "RENDERED",
    "SIGNATURE",
    "SUCCESSION",
    "SYSTEM",
    "act",
    "alone",
    "ballot",
    "days_off",
    "elected",
    "extract",
    "kind",
    "local",
    "norm",
    "numbers",
    "occasion",
    "ogrn",
    "presided",
    "unsaid",
    "votes",
    "written",
]


def _title(entry: type[BaseModel], field: str) -> Text:
    """The words of a described field."""
    said = about(entry, field)
    assert said is not None, f"{entry.__name__}.{field} is described"
    return said.title


# ─── Факты шага ──────────────────────────────────────────────────────────────────────────────────────────

TAKER = Text("тот, кто совершает шаг", "whoever takes the step")
PROVIDER = Text("исполнитель", "the provider")
SIGNER = Text("подписавший", "whoever signed")
FORM = Ask("event.document.form", _title(Handed, "form"), TAKER)
SYSTEM = Ask("event.document.system", _title(Handed, "system"), TAKER)
SIGNATURE = Ask("event.signature", Text("подпись", "signature"), SIGNER)
_SIGNED = Text("подпись исполнителя", "signature of the provider")
PROVIDERS = Ask("event.provider_signature", _SIGNED, PROVIDER)
BEGUN = Ask("event.begun", Text("начато ли исполнение", "execution begun"), TAKER)
ENABLING_ACT = Ask("event.enabling_act", Text("акт о сертификате", "act on certificates"), TAKER)
AGREED_BY = Ask("event.agreed_by", Text("кто согласен", "who agrees"), TAKER)
BECAUSE = Ask("event.because", Text("обстоятельства", "circumstances"), TAKER)
BORN = Ask("event.recipient.born", _title(Recipient, "born"), TAKER)
CATEGORIES = Ask("event.recipient.categories", _title(Recipient, "categories"), TAKER)
ACTS = Ask("event.acts", Text("акты", "acts"), PROVIDER)
_KEPT = Text("соблюдены ли условия соглашения", "conditions of the agreement kept")
_KEEPER = Text("тот, кто ведёт дело о соглашении", "whoever keeps the case of the agreement")
CONDITIONS_KEPT = Ask("event.conditions_kept", _KEPT, _KEEPER)
SUCCESSION = Ask("event.succession", Text("документ о правопреемстве", "document of succession"), TAKER)
GROUND = Ask("event.ground", Text("основание", "ground"), TAKER)
INN = Ask("event.provider", Text("ИНН исполнителя", "INN of the provider"), TAKER)


def ogrn(at: str) -> Ask:
    """The OGRN of the provider that stands at that path."""
    return Ask(f"{at}.ogrn", _title(Provider, "ogrn"), PROVIDER)


def alone(at: str) -> Ask:
    """Whether the sole proprietor who stands at that path teaches alone."""
    return Ask(f"{at}.alone", _title(Provider, "alone"), PROVIDER)


def local(condition: LocalCondition) -> Ask:
    """The answer to a condition that the municipality adds to the step."""
    return Ask(f"event.local[{condition.id}]", condition.title, TAKER)


# ─── Выписки из других дел ───────────────────────────────────────────────────────────────────────────────

REGISTER = Ask(
    "event.provider",
    Source.REGISTER.text,
    Text("тот, кто ведёт реестр исполнителей", "whoever keeps the register of providers"),
)
ORDER = Ask(
    "event.order",
    Source.ORDER.text,
    Text("тот, кто ведёт дело о социальном заказе", "whoever keeps the case of the social order"),
)
AGREEMENT = Ask(
    "event.agreement",
    Source.AGREEMENT.text,
    _KEEPER,
)
CERTIFICATE = Ask(
    "event.certificate",
    Source.CERTIFICATE.text,
    Text("тот, кто ведёт дело о сертификате", "whoever keeps the case of the certificate"),
)
_CONTRACT_KEEPER = Text("тот, кто ведёт дело о договоре", "whoever keeps the case of the contract")
RENDERED = Ask("event.contract.rendered", _title(ContractExtract, "rendered"), _CONTRACT_KEEPER)
_EXTRACTS = {
    **{ask.path: ask for ask in (REGISTER, ORDER, AGREEMENT, CERTIFICATE)},
    "event.contract": Ask("event.contract", Source.CONTRACT.text, _CONTRACT_KEEPER),
    "event.advice": Ask(
        "event.advice",
        Source.MEETING.text,
        Text("тот, кто ведёт протокол рабочей группы", "whoever keeps the minutes of the working group"),
    ),
}


def extract(name: str) -> Ask:
    """The extract put before a step in the field of that name; another lifecycle may have fields of its own."""
    path = f"event.{name}"
    return _EXTRACTS.get(path) or Ask(path, Text(f"выписка ({name})", f"the extract ({name})"))


# ─── Заседание рабочей группы ────────────────────────────────────────────────────────────────────────────

SECRETARY = Text("секретарь или председательствующий", "the secretary, or whoever presided")


def elected(at: str) -> Ask:
    """Whom those present chose to preside."""
    return Ask(at, Text("избранный председательствующий", "elected to preside"), SECRETARY)


def presided(at: str) -> Ask:
    """Who of several that may preside did."""
    return Ask(at, Text("кто вёл заседание", "who presided"), SECRETARY)


def kind(at: str) -> Ask:
    """The kind of a question."""
    return Ask(at, Text("вид вопроса", "kind of question"), SECRETARY)


def votes(at: str) -> Ask:
    """The votes on a question."""
    return Ask(at, Text("голоса", "votes"), SECRETARY)


def ballot(at: str) -> Ask:
    """Whether votes were cast openly or secretly."""
    return Ask(at, Text("как голосовали", "how it was voted"), SECRETARY)


def written(field: str, ru: str, en: str) -> Ask:
    """A fact of a meeting that is written down as a whole."""
    return Ask(f"meeting.{field}", Text(ru, en), SECRETARY)


# ─── Профиль, местные акты, календарь, перечень, показатели ──────────────────────────────────────────────

KEEPER = Text("тот, кто ведёт профиль муниципалитета", "whoever maintains the profile of the municipality")
ACT_DATE = Ask("profile.act.date", Text("дата акта", "the day of the act"), KEEPER)
PUBLISHED_ON = Ask(
    "profile.act.published_on",
    Text("дата официального опубликования", "the day of official publication"),
    KEEPER,
)
PAPER_ENDED = Ask(
    "profile.paper.ended_on",
    Text("день события, до которого допускается бумага", "the day of the event until which paper is allowed"),
    KEEPER,
)
LAPSE = Ask(
    "profile.lapses",
    Text(
        "день, которым прекращено или приостановлено действие", "the day on which it ended or was suspended"
    ),
    KEEPER,
)
AUTHORIZED_BODY = Ask(
    "profile.authorized_body",
    Text(
        "уполномоченный орган с актом, который его определяет",
        "the authorised body, with the act that names it",
    ),
    KEEPER,
)
PUBLICATION = Ask(
    "profile.publication[law-documents]",
    Text("где размещают документы, о которых говорит закон", "where the documents of the law are published"),
    KEEPER,
)


def norm(path: str) -> Ask:
    """The norm that held on the day, at that path of the profile."""
    return Ask(
        f"profile.{path}",
        Text("норма, которая действовала в этот день", "the norm that held on that day"),
        KEEPER,
    )


def unsaid(path: str, what: Text) -> Ask:
    """The norm of which the decree says nothing, at that path of the profile."""
    return Ask(f"profile.{path}", what, KEEPER)


def act(adopts: LocalAct) -> Ask:
    """The act that is to be adopted."""
    return Ask(
        f"profile.adopted[{adopts.value}]",
        Text(f"акт {adopts.text.ru}", f"the act {adopts.text.en}"),
        Text(
            "тот, кто ведёт профиль муниципалитета, когда акт принят",
            "whoever maintains the profile of the municipality, when the act is adopted",
        ),
    )


def days_off(year: int | None) -> tuple[Ask, ...]:
    """The days off of the year that a calendar lacks; nothing where no year is lacking."""
    if year is None:
        return ()
    return (
        Ask(
            f"calendar {year}",
            Text(f"календарь на {year} год", f"the calendar for {year}"),
            Text(
                "тот, кто ведёт календарь, по постановлению Правительства Российской Федерации о переносе "
                "выходных дней",
                "whoever keeps the calendar, by the decree of the Government of the Russian Federation on moving "
                "days off",
            ),
        ),
    )


def occasion(of: Text, item: str | None = None) -> tuple[Ask, ...]:
    """The day of the event from which a term is counted: of an item of the plan, or of a step of the case."""
    return (
        Ask(
            "event.event_on" if item is None else f"done {item}",
            Text(f"день {of.ru}", f"the day of {of.en}"),
            Text("тот, кто отвечает за исполнение", "whoever answers for what is due"),
        ),
    )


def numbers(unread: Iterable[str]) -> tuple[Ask, ...]:
    """The numbers of services that do not read, each to be checked against the list."""
    return tuple(
        Ask(
            f"service {number}",
            Text(
                f"номер услуги по перечню вместо «{number}»", f"the number as listed in place of «{number}»"
            ),
            Text("тот, кто записал номер", "whoever wrote the number down"),
        )
        for number in dict.fromkeys(unread)
    )
