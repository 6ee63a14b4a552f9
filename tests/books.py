"""A small town for the tests of the casebook: its acts, and the lines of right steps that differ in a few facts."""

from cases_at_hand import FULL_TIME, IN_NAVIGATOR, TECHNICAL, changed
from filled import filled

from law189.casebook.book import Casebook
from law189.casebook.line import LINE
from law189.cases.history import Decision
from law189.errors import Refused
from law189.profile.acts import Place

PROFILE = filled("kemerovo")
PROVIDER, OTHER_PROVIDER = "4205000009", "4205000016"
OGRN = {PROVIDER: "1024200000000", OTHER_PROVIDER: "1234200000011"}
LICENCE = {PROVIDER: "Л-1", OTHER_PROVIDER: "Л-2"}
UNIT = "person-hours"


def line(history, lifecycle, kind, on, by, **facts):
    """A line of a file of steps."""
    return LINE.validate_python(
        {"history": history, "lifecycle": lifecycle, "kind": kind, "on": on, "by": by, **facts}
    )


def volume(amount):
    return {"amount": amount, "unit": UNIT}


def ordered(history="order", *, number="2024/1", shares=((FULL_TIME, 600),), task=400, year=2024):
    """The steps to a published order: so much of each service by certificate, and a municipal task beside."""
    lines = [
        {
            "service": service,
            "unit": UNIT,
            "total": share + task,
            "parts": [
                {"way": "municipal-task", "amount": task},
                *([{"way": "certificate", "amount": share}] if share else []),
            ],
        }
        for service, share in shares
    ]
    yield line(history, "order", "drafted", "2023-11-01", "education", number=number, year=year, lines=lines)
    yield line(
        history,
        "order",
        "approved",
        "2023-12-01",
        "education",
        enabling_act="решение № 7",
        document={"form": "paper"},
    )
    yield line(
        history, "order", "published", "2023-12-05", "education", place="budget-portal", evidence="запись 1"
    )


def published_elsewhere(history="order2", *, number="2024/2"):
    """The steps to an order that is published in another place: that breaks a norm, and stands."""
    *steps, published = ordered(history, number=number)
    event = published.event.model_copy(update={"place": Place.OWN_SITE})
    yield from (*steps, published.model_copy(update={"event": event}))


def included(
    history="entry", *, inn=PROVIDER, record="1", services=(FULL_TIME,), licence=None, on="2023-10-16"
):
    """The steps to an entry of the register."""
    own = {"number": LICENCE[inn], "issued_on": "2019-09-02", **(licence or {})}
    told = {"kind": "legal-entity", "inn": inn, "ogrn": OGRN[inn], "licence": own}
    yield line(
        history,
        "selection",
        "applied",
        on,
        "provider",
        provider=told,
        services=list(services),
        document=IN_NAVIGATOR,
    )
    yield line(history, "selection", "included", on, "education", record=record)


def agreed(
    history="agreement",
    *,
    number="С-1",
    services=(FULL_TIME,),
    record="1",
    sums="100000.00",
    ends_on="2024-12-31",
):
    """The steps to an agreement in force, on extracts of the book's own cases."""
    yield line(
        history,
        "agreement",
        "drafted",
        "2023-12-11",
        "education",
        number=number,
        mode="provision",
        sums=[{"year": 2024, "roubles": sums}],
        services=list(services),
        ends_on=ends_on,
        document=IN_NAVIGATOR,
        refers_to={"provider": record},
    )
    yield line(history, "agreement", "signed_by_provider", "2023-12-12", "provider", signature="qualified")
    yield line(history, "agreement", "concluded", "2023-12-13", "education", signature="qualified")


def certified(
    history="c1", *, number="К-1", file="17", services=(FULL_TIME,), nominal=72, on="2024-01-10", **more
):
    """The steps to a certificate, on the order of the book."""
    yield line(
        history,
        "certificate",
        "applied_for",
        on,
        "representative",
        document=IN_NAVIGATOR,
        recipient={"file": file, "born": "2014-05-01"},
        services=list(services),
        asks=["enrolment", "certificate"],
    )
    yield line(history, "certificate", "recipient_registered", on, "education", record=f"П-{history}")
    yield line(
        history,
        "certificate",
        "formed",
        on,
        "education",
        document=IN_NAVIGATOR,
        number=number,
        nominal=volume(nominal),
        valid_until="2024-12-31",
        **more,
    )


def contracted(
    history="k1",
    *,
    number="Д-1",
    inn=PROVIDER,
    certificate="К-1",
    service=FULL_TIME,
    amount=72,
    on="2024-02-01",
    handed=None,
):
    """The steps to a contract, on extracts of the book's own cases."""
    yield line(
        history,
        "contract",
        "offered",
        on,
        "provider",
        number=number,
        provider=inn,
        service=service,
        volume=volume(amount),
        ends_on="2024-05-31",
        terms=["schedule", "place"],
    )
    yield line(
        history,
        "contract",
        "concluded",
        on,
        "representative",
        document=IN_NAVIGATOR,
        **({"refers_to": {"certificate": certificate}} if handed is None else {"certificate": handed}),
    )


def fulfilled(history="k1", rendered=72, on="2024-05-31"):
    yield line(
        history, "contract", "fulfilled", on, "provider", act=f"А-{history}", rendered=volume(rendered)
    )


def decided(step):
    """The step with the decision of an office on it."""
    decision = Decision(by="deputy-head", on=step.event.on, reason="подтверждено")
    return step.model_copy(update={"decision": decision})


def town():
    """An order of 600 hours, an entry, an agreement, one certificate of 72 hours."""
    yield from ordered()
    yield from included()
    yield from agreed()
    yield from certified()


def taking(*groups, profile=PROFILE):
    """The book after the steps. Raises `Refused` where one of them is."""
    book = Casebook(profile)
    for group in groups:
        for one in group:
            book = book.take(one)
    return book


def refusal(book, *steps):
    """Why the last of the steps is refused; the ones before it are taken."""
    *first, last = steps
    for one in first:
        book = book.take(one)
    try:
        book.take(last)
    except Refused as refused:
        return {part.rule for part in refused.verdict.walk() if not part.parts and part.stops}
    return set()


def with_parameters(*parameters):
    """Kemerovo with its acts and these parameters of services."""
    return changed("kemerovo", parameters=[{"cite": "p1", **one} for one in parameters])


__all__ = ["FULL_TIME", "TECHNICAL"]
