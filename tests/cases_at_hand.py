"""What the tests of the lifecycles share: decrees with their acts, numbers, makers of right steps, what fails.

A test file of one lifecycle says which step is right and which fact of it is wrong; how a case is taken through its
steps is said here once.
"""

import pytest
from filled import acts, filled

from law189.extracts import OrderExtract, Recipient
from law189.measures import Volume
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows import certificate as c

KEMEROVO, DISTRICT = filled("kemerovo"), filled("novokuznetsk_district")
PROFILES = {"kemerovo": KEMEROVO, "novokuznetsk_district": DISTRICT}
HOLDS, BREACH, UNKNOWN, VOID = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID

AROUND_THE_FIRST_DAY = pytest.mark.parametrize(
    ("name", "on", "outcome"),
    [
        ("kemerovo", "2019-09-02", VOID),
        ("kemerovo", "2023-09-21", VOID),
        ("kemerovo", "2023-09-22", HOLDS),
        ("novokuznetsk_district", "2019-09-02", VOID),
        ("novokuznetsk_district", "2023-09-22", VOID),  # it holds from the day after its publication
        ("novokuznetsk_district", "2023-09-23", HOLDS),
    ],
)
"""A step long before a decree, on the last day before it holds, and on the first on which it does."""

FULL_TIME, FULL_TIME_BY_DIGIT = "804200О.99.0.ББ52АЖ48000", "8042000.99.0.ББ52АЖ48000"
TECHNICAL = "804200О.99.0.ББ52АЕ11000"
"""Services of the list; sources print the seventh sign of a number as a letter or as a digit."""

IN_NAVIGATOR = {"form": "electronic", "system": "navigator"}
ON_PAPER_FOR_A_REASON = {"form": "paper", "impossibility": "акт о сбое № 4"}


def hours(amount, unit="person-hours"):
    return Volume(amount=amount, unit=unit)


def right(kind, /, **facts):
    """A maker of right steps, or of extracts: called with facts it gives one that differs in them."""
    return lambda **changed: kind(**{**facts, **changed})


def taking(cycle, history_id, profile=KEMEROVO):
    """What takes a case of the lifecycle through steps: `after(*events)` gives its history."""

    def after(*events, profile=profile, decision=None):
        history = cycle.begin(history_id)
        for event in events:
            history = cycle.advance(history, event, profile, decision=decision)
        return history

    return after


def named(facts):
    """The names of the facts."""
    return tuple(fact.name for fact in facts)


def failing(verdict):
    """The codes of everything that does not hold."""
    return {part.rule for part in verdict.walk() if not part.parts and part.outcome is not HOLDS}


def changed(name, **sections):
    """A shipped decree with invented acts and some sections of the file changed; None leaves a section out."""
    data = {**shipped_data()["municipalities"][name], "adopted": list(acts()), **sections}
    return load_profile({key: value for key, value in data.items() if value is not None})


FORMED_CERTIFICATE = (
    c.AppliedFor(
        on="2024-01-10",
        by="representative",
        asks=("enrolment", "certificate"),
        document=IN_NAVIGATOR,
        recipient=Recipient(file="17", born="2014-05-01"),
        services=(FULL_TIME,),
    ),
    c.RecipientRegistered(on="2024-01-11", by="education", record="17"),
    c.Formed(
        on="2024-01-12",
        by="education",
        document=IN_NAVIGATOR,
        number="C-17",
        nominal=hours(144),
        valid_until="2024-12-31",
        order=OrderExtract(
            as_of="2024-01-12",
            number="1",
            year=2024,
            status=1,
            services=(FULL_TIME,),
            approved_on="2023-12-20",
            published_on="2023-12-25",
        ),
    ),
)
"""The steps to a certificate of 144 person-hours for one service, right under both decrees with their acts."""
