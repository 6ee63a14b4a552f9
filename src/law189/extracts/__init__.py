"""Выписки (extracts): what one case shows another, as a document that is put before it.

A contract is judged on the certificate, the register entry and the agreement that are put before it, never by
reaching into another case. Each extract says on which day it was taken (`as_of`). People are named by the
number of a file (`recipient`), never by their names.

One that contradicts itself is refused when it is read. A day after `as_of` alone is an intention, and no rule
takes it for more; more rendered than agreed, or approved again, is for rules to judge.

>>> extract = RegisterExtract(as_of="2023-10-02", provider="4205000009", record="12",
...                           services=("804200О.99.0.ББ52АЖ48000",), included_on="2023-09-25")
>>> extract.excluded_on is None
True
>>> RegisterExtract(as_of="2023-10-02", provider="4205000009", record="12", services=(), included_on="2023")
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 2 validation errors for RegisterExtract
services
  ...
"""

from law189.extracts.agreements import AgreementExtract, FundingMode, RegisterExtract, YearSum
from law189.extracts.certificates import CertificateExtract, ContractExtract
from law189.extracts.extract import Extract, Words, YearNumber
from law189.extracts.orders import AdviceExtract, CertificateLine, OrderExtract, OrderLine, Part, Way
from law189.extracts.parties import Licence, Provider, ProviderKind, Recipient, Sector
from law189.numbers import Services

__all__ = [
    "AdviceExtract",
    "AgreementExtract",
    "CertificateExtract",
    "CertificateLine",
    "ContractExtract",
    "Extract",
    "FundingMode",
    "Licence",
    "OrderExtract",
    "OrderLine",
    "Part",
    "Provider",
    "ProviderKind",
    "Recipient",
    "RegisterExtract",
    "Sector",
    "Services",
    "Way",
    "Words",
    "YearNumber",
    "YearSum",
]
