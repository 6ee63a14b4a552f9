"""Выписки в шагах (shown): what another case shows to a step, each described once."""

from typing import Annotated

from law189.extracts import (
    AdviceExtract,
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    OrderExtract,
    RegisterExtract,
)
from law189.law import About, Source

__all__ = [
    "AGREEMENT",
    "CERTIFICATE",
    "REGISTER",
    "AdviceShown",
    "AgreementShown",
    "CertificateShown",
    "ContractShown",
    "OrderShown",
    "RegisterShown",
]

REGISTER = About.of(
    "запись реестра исполнителей",
    "entry of the register of providers",
    "Выписка из реестра исполнителей не старше дня шага.",
    "An extract of the register of providers, no older than the step.",
    needed=True,
    source=Source.REGISTER,
)
RegisterShown = Annotated[RegisterExtract | None, REGISTER]
OrderShown = Annotated[
    OrderExtract | None,
    About.of(
        "социальный заказ",
        "social order",
        "Выписка о заказе, на котором держится шаг.",
        "An extract of the order on which the step rests.",
        needed=True,
        source=Source.ORDER,
    ),
]
CERTIFICATE = About.of(
    "социальный сертификат",
    "social certificate",
    "Выписка о сертификате потребителя.",
    "An extract of the consumer's certificate.",
    needed=True,
    source=Source.CERTIFICATE,
)
CertificateShown = Annotated[CertificateExtract | None, CERTIFICATE]
AGREEMENT = About.of(
    "соглашение с исполнителем",
    "agreement with the provider",
    "Выписка о соглашении, по которому финансируют услугу.",
    "An extract of the agreement that pays for the service.",
    needed=True,
    source=Source.AGREEMENT,
)
AgreementShown = Annotated[AgreementExtract | None, AGREEMENT]
ContractShown = Annotated[
    ContractExtract,
    About.of(
        "договор",
        "contract",
        "Выписка о договоре по этому сертификату.",
        "An extract of the contract under this certificate.",
        source=Source.CONTRACT,
    ),
]
AdviceShown = Annotated[
    AdviceExtract,
    About.of(
        "рекомендация рабочей группы",
        "advice of the working group",
        "Выписка из протокола заседания.",
        "An extract of the minutes of the meeting.",
        source=Source.MEETING,
    ),
]
