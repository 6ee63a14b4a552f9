"""What an agreement stands on: the register, the order, the services of both; and whether it is electronic."""

from datetime import date

import pytest

from law189.extracts import OrderExtract, RegisterExtract
from law189.profile.documents import DocumentKind, Form, Handed
from law189.profile.loader import load_profile
from law189.rules.agreements import electronic, grounds, party
from law189.rules.step.roles import Signature
from law189.verdict import Outcome

ONE, TWO = "804200О.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЕ11000"
ON, CITE = date(2023, 10, 2), load_profile("kemerovo").latest.cite("189-fz/art9.part16")
HOLDS, UNKNOWN, VOID = Outcome.HOLDS, Outcome.UNKNOWN, Outcome.VOID
ASKED = load_profile("novokuznetsk_district").latest.form_of(DocumentKind.AGREEMENT)


def entry(*services, inn="4205000009"):
    return RegisterExtract(as_of=ON, provider=inn, record="1", services=services, included_on="2023-09-25")


def order(*services):
    return OrderExtract(
        as_of=ON, number="1", year=2023, status=1, services=services, approved_on=ON, published_on=ON
    )


def told(verdicts):
    return [(one.rule, one.outcome) for one in verdicts]


def test_a_draft_stands_on_the_register_and_the_order_with_each_of_its_services():
    assert told(grounds(entry(ONE), order(ONE, TWO), (ONE, TWO), ON, CITE)) == [
        ("standing.included", HOLDS),
        ("standing.ordered", HOLDS),
        ("standing.order_year", HOLDS),
        ("services.among", HOLDS),
        ("services.among", HOLDS),
        ("services.among", HOLDS),
        ("services.among", VOID),
    ]


def test_where_nothing_is_shown_only_that_is_told():
    missing = [("standing.included", UNKNOWN), ("standing.ordered", UNKNOWN)]
    assert told(grounds(None, None, (ONE,), ON, CITE)) == missing
    assert told(party(None, None, (ONE,), ON, CITE)) == missing[:1]


@pytest.mark.parametrize(
    ("inn", "same"), [("4205000009", HOLDS), ("4205 000 009", HOLDS), ("4205000016", VOID)]
)
def test_it_is_concluded_with_the_provider_of_the_draft_and_for_its_services(inn, same):
    assert told(party(entry(ONE, inn=inn), entry(ONE), (ONE, TWO), ON, CITE)) == [
        ("standing.included", HOLDS),
        ("funding.provider", same),
        ("services.among", HOLDS),
        ("services.among", VOID),
    ]


@pytest.mark.parametrize(
    ("document", "asked", "first", "answer"),
    [
        ("electronic", None, Signature.HANDWRITTEN, True),
        ("paper", ASKED, Signature.QUALIFIED, False),
        (None, ASKED, Signature.HANDWRITTEN, True),
        (None, None, Signature.HANDWRITTEN, False),
        (None, None, Signature.QUALIFIED, True),
        (None, None, None, True),
    ],
)
def test_it_is_electronic_as_handed_in_else_as_asked_else_by_its_first_signature(
    document, asked, first, answer
):
    handed = None if document is None else Handed(form=Form(document))
    assert electronic(handed, asked, first) is answer
