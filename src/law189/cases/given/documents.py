"""Документы и подписи (documents): in what form a step is taken, how it is signed and published."""

from typing import Annotated

from pydantic import AfterValidator

from law189.extracts import Words
from law189.law import About, Text, When, flaw
from law189.profile.acts import Place
from law189.profile.documents import Asks, Handed
from law189.rules.step.roles import Signature

__all__ = [
    "ENABLING",
    "ActOfRendering",
    "AskedFor",
    "Document",
    "Evidence",
    "ProviderSigned",
    "PublishedIn",
    "Signed",
    "Succession",
]

Document = Annotated[
    Handed | None,
    About.of(
        "документ",
        "document",
        "В какой форме и какой системой он сделан.",
        "Its form and the system that made it.",
        needed=When(
            Text(
                "постановление говорит, в какой форме составляют документ этого шага",
                "the decree says in which form the document of this step is made",
            ),
            lambda _: False,  # which document it is the heading of the step says (`law189.cases.fact.needs`)
        ),
    ),
]
Signed = Annotated[
    Signature | None,
    About.of(
        "подпись",
        "signature",
        "Какой подписью подписано.",
        "With which kind of signature it is signed.",
        needed=True,
    ),
]
ProviderSigned = Annotated[
    Signature | None,
    About.of(
        "подпись исполнителя",
        "signature of the provider",
        "Какой подписью подписал исполнитель.",
        "With which kind of signature the provider signed.",
        needed=True,
    ),
]
PublishedIn = Annotated[
    Place, About.of("место размещения", "place of publication", "Где размещено.", "Where it was published.")
]
Evidence = Annotated[
    Words,
    About.of(
        "подтверждение",
        "evidence",
        "Ссылка или номер, по которому размещение видно.",
        "The link or number that shows it.",
        example="bus.gov.ru, запись 17",
    ),
]
ActOfRendering = Annotated[
    Words,
    About.of(
        "акт об оказании",
        "act of rendering",
        "Документ, который подтверждает оказанное.",
        "The document that bears out what was rendered.",
        example="акт от 31.05.2024 № 5",
    ),
]
Succession = Annotated[
    Words | None,
    About.of(
        "документ о правопреемстве",
        "document of succession",
        "Документ, по которому права реорганизованного исполнителя перешли к правопреемнику.",
        "The document by which the rights of the reorganised provider passed to the successor.",
        needed=True,
        example="передаточный акт от 01.03.2024",
    ),
]


def _each_once(asks: tuple[Asks, ...]) -> tuple[Asks, ...]:
    twice = [one for one in Asks if asks.count(one) > 1]
    if twice:
        raise flaw(
            "doubled_asks",
            f"названо более одного раза: {', '.join(twice)}; оставьте одну запись",
            f"named more than once: {', '.join(twice)}; leave one",
        )
    return asks


AskedFor = Annotated[
    tuple[Asks, ...],
    AfterValidator(_each_once),
    About.of(
        "о чём просят",
        "what is asked for",
        "О чём просят в заявлении: о сертификате, о зачислении, о предоставлении услуги.",
        "What the application asks for: a certificate, enrolment, the service.",
    ),
]
ENABLING = About.of(
    "акт о сертификате",
    "act on certificates",
    "Акт, который предусматривает сертификат для услуг заказа.",
    "The act that provides for a certificate for the services.",
    needed=True,
    example="постановление от 01.09.2023 № 1",
)
