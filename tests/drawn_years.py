"""A drawn town and a year of its contracts, acts, claims and reports, as lines in the order of their days."""

from books import certified, contracted, fulfilled, included, line, ordered, town, volume
from cases_at_hand import FULL_TIME
from hypothesis import strategies as st


def agreed_step(kind, on, by="provider", **facts):
    return line("agreement", "agreement", kind, on, by, **facts)


def act(number, on, since, until, amount):
    rendered = [{"service": FULL_TIME, **volume(amount)}]
    return agreed_step("act_drawn", on, number=number, since=since, until=until, rendered=rendered)


def claim(number, on, since, until, roubles, **more):
    return agreed_step("claimed", on, number=number, since=since, until=until, roubles=roubles, **more)


def report(on, amount):
    told = {"service": FULL_TIME, **volume(amount), "parts": [{"way": "certificate", "amount": amount}]}
    return line(
        "order", "order", "report_formed", on, "education", achieved=[told], document={"form": "paper"}
    )


@st.composite
def years(draw):
    """A town and a year of contracts, acts, claims and reports, some wrong; a step now and then left out."""
    pick = lambda *of: draw(st.sampled_from(of))  # noqa: E731
    steps = [*town()]
    for at in range(pick(1, 2)):
        name, on = f"k{at}", f"2024-0{2 + at}-01"
        amount, number = pick(36, 72), f"К-{pick(at, 0) + 1}"
        steps += contracted(name, number=f"Д-{pick(at, 0)}", certificate=number, amount=amount, on=on)
        steps += [] if pick(True, False) else fulfilled(name, rendered=pick(amount, 20), on="2024-05-31")
    if pick(True, False):
        steps += certified("c2", number=pick("К-2", "К-1"), file=pick("17", "18"), on="2024-01-15")
    if pick(True, False, False):
        steps += included("e2", record=pick("1", "2"), on="2024-01-20")
    if pick(True, False, False):
        steps += ordered("o2", number=pick("2024/1", "2024/2"))
    steps += [act("А-1", "2024-03-01", "2024-02-01", "2024-02-29", pick(20, 72))]
    steps += [claim("Т-1", "2024-03-04", pick("2024-02-01", "2024-01-09"), "2024-02-29", "100.00")]
    steps += [agreed_step("claim_paid", "2024-03-05", "education", claim="Т-1", roubles="100.00")]
    if pick(True, False):
        steps += [act("А-2", "2024-06-03", "2024-03-01", "2024-05-31", pick(20, 72))]
    if pick(True, False, False):
        steps += [line("entry", "selection", "excluded", "2024-04-15", "education", ground="own-request",
                       because="заявление")]  # fmt: skip
    if pick(True, False, False):
        steps += [line("c1", "certificate", "annulled", "2024-08-01", "education", reason="переезд",
                       ground="own-request")]  # fmt: skip
    steps += [report("2025-01-20", pick(0, 36, 72))]
    left = [one for one in steps if draw(st.integers(0, 11)) or one.event.kind in ("drafted", "applied")]
    return sorted(left, key=lambda one: one.event.on)
