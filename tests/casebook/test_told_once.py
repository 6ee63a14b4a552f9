"""One fault is one finding of a line: what a case says of itself the book does not say again."""

import pytest
from books import (
    FULL_TIME,
    PROFILE,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    town,
    volume,
)

from law189.audit.bulk import audit


def said(*groups):
    """The first causes that the last line has."""
    lines = [(number, one) for number, one in enumerate((one for group in groups for one in group), start=1)]
    return [one.rule for one in audit(lines, PROFILE) if one.line == len(lines) and one.cause is None]


def acted(service, amount=20):
    act = {"service": service, "unit": "person-hours", "amount": amount}
    yield line("agreement", "agreement", "act_drawn", "2024-03-01", "provider", number="А-1", since="2024-02-02",
               until="2024-02-29", rendered=[act])  # fmt: skip


def amended_in_roubles():
    nominal = {"amount": 100, "unit": "roubles"}
    yield line("c1", "certificate", "amended", "2024-02-12", "education", document={"form": "electronic",
               "system": "navigator"}, nominal=nominal, valid_until="2024-12-31", reason="ошибка")  # fmt: skip


used = (*contracted(), *fulfilled(on="2024-04-30"))
beyond = certified("c9", number="К-9", file="9", nominal=601)
TOWN = tuple(town())
FAULTS = {
    "a nominal beyond the line alone": ([TOWN, tuple(beyond)], ["orders.within_line"]),
    "a nominal beyond what is left of the share": (
        [TOWN, tuple(certified("c9", number="К-9", file="9", nominal=529))],
        ["reconciliation.of_share"],
    ),
    "a contract under a certificate that is used up": (
        [TOWN, used, tuple(contracted("k2", number="Д-2", amount=1, on="2024-05-06"))],
        ["standing.formed"],
    ),
    "an act of a service that the agreement has not": (
        [TOWN, tuple(contracted()), tuple(acted(TECHNICAL))],
        ["services.among"],
    ),
    "an act of more than the contracts give": (
        [TOWN, tuple(contracted()), tuple(acted(FULL_TIME, 73))],
        ["reconciliation.of_contracts"],
    ),
    "a nominal in another unit": (
        [TOWN, tuple(contracted()), tuple(amended_in_roubles())],
        ["changes.covers"],
    ),
    "a number of no certificate": (
        [TOWN, tuple(contracted(certificate="К-9"))],
        ["reconciliation.case_named"],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_one_finding_of_its_line(name):
    lines, rules = FAULTS[name]
    assert said(*lines) == rules


def test_two_faults_are_two_findings():
    """A certificate of which something is left, held for the service, and a volume of more than is left."""
    both = tuple(certified("c2", number="К-2", file="18", services=(FULL_TIME, TECHNICAL)))
    shares = (
        *ordered(shares=((FULL_TIME, 600), (TECHNICAL, 600))),
        *included(services=(FULL_TIME, TECHNICAL)),
    )
    base = (*shares, *agreed(services=(FULL_TIME, TECHNICAL)), *both)
    first = contracted(certificate="К-2", amount=30)
    again = contracted("k2", number="Д-2", certificate="К-2", amount=43)
    assert said(base, tuple(first), tuple(again)) == ["standing.formed", "volumes.covered"]
    assert volume(43)["amount"] > 72 - 30
