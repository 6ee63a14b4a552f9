"""Номера и дни (numbers): under which number a document stands, and until when it holds."""

from typing import Annotated

from pydantic import StrictInt

from law189.extracts import YearNumber
from law189.law import About, Day
from law189.numbers import Number

__all__ = [
    "AgreementNumber",
    "AmendmentNumber",
    "CertificateNumber",
    "ContractNumber",
    "EndsOn",
    "OrderNumber",
    "OrderYear",
    "RegisterRecord",
    "StatusNumber",
]

OrderNumber = Annotated[
    Number,
    About.of(
        "номер заказа",
        "number of the order",
        "Номер, под которым заказ утверждают.",
        "The number under which the order is approved.",
        example="2024/1",
    ),
]
AgreementNumber = Annotated[
    Number,
    About.of(
        "номер соглашения",
        "number of the agreement",
        "Под каким номером заключают соглашение.",
        "The number under which the agreement is concluded.",
        example="7",
    ),
]
AmendmentNumber = Annotated[
    Number,
    About.of(
        "номер дополнительного соглашения",
        "number of the additional agreement",
        "Номер, которого в деле ещё нет ни у соглашения, ни у изменения.",
        "A number that neither the agreement nor an amendment has yet.",
        example="7/1",
    ),
]
CertificateNumber = Annotated[
    Number,
    About.of(
        "номер сертификата",
        "number of the certificate",
        "Номер, под которым он сформирован.",
        "The number under which it is formed.",
        example="100500",
    ),
]
ContractNumber = Annotated[
    Number,
    About.of(
        "номер договора",
        "number of the contract",
        "Номер, под которым договор заключают.",
        "The number under which it is concluded.",
        example="5",
    ),
]
RegisterRecord = Annotated[
    Number,
    About.of(
        "номер реестровой записи",
        "number of the register record",
        "Под каким номером внесено в реестр.",
        "The number of the entry in the register.",
        example="12",
    ),
]
StatusNumber = Annotated[
    StrictInt,
    About.of(
        "номер состояния",
        "status number",
        "Которая это редакция заказа, считая с 1.",
        "Which version of the order this is, counted from 1.",
        example="2",
    ),
]
OrderYear = Annotated[
    YearNumber,
    About.of(
        "год заказа",
        "year of the order",
        "На какой год заказ.",
        "The year that the order is for.",
        example="2024",
    ),
]
EndsOn = Annotated[
    Day,
    About.of(
        "последний день",
        "last day",
        "По какой день действует, включительно.",
        "The last day on which it holds.",
    ),
]
