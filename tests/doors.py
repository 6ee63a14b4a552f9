"""A small lifecycle for tests of the engine: a door that is opened, closed and left ajar."""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from law189.cases.history import Decision, Event, RecordAnnulled
from law189.cases.lifecycle import Assumed, Heading, Lifecycle
from law189.law import Text
from law189.profile.loader import load_profile
from law189.verdict import Outcome, Rule

KEMEROVO = load_profile("kemerovo")
ARTICLE = "189-fz/art28.part3"


class DoorState(StrEnum):
    SHUT = "shut"
    AJAR = "ajar"
    OPEN = "open"


class Pushed(Event):
    """With a strength that is too little, unknown or enough, and a noise that may break the peace."""

    kind: Literal["pushed"] = "pushed"
    strength: int | None
    noise: int = Field(default=0)


class Pulled(Event):
    kind: Literal["pulled"] = "pulled"


STRONG = Rule(
    "door.strong",
    Text("Сила: {strength}.", "Strength: {strength}."),
    unknown=Text("Сила не известна.", "The strength is not known."),
)
QUIET = Rule("door.quiet", Text("Шум: {noise}.", "Noise: {noise}."), missed=Outcome.BREACH)


def door():
    new = Lifecycle("door", Text("дверь", "door"), DoorState, DoorState.SHUT)

    @new.on(
        Pushed,
        Heading(
            title=Text("толкнули", "pushed"),
            source=(DoorState.SHUT, DoorState.AJAR),
            target=DoorState.OPEN,
            basis=ARTICLE,
            by=("host",),
            duty=Text("открыть дверь", "open the door"),
            until=lambda history: date(2023, 10, 31) if history.version else None,
        ),
    )
    def push(m):
        strength = m.event.strength
        yield STRONG.judge(
            None if strength is None else strength > 1, m.edition.cite("p1"), strength=strength
        )
        yield QUIET.judge(m.event.noise < 5, m.edition.cite("p1"), noise=m.event.noise)

    @new.on(
        Pulled,
        Heading(
            title=Text("потянули", "pulled"),
            source=DoorState.OPEN,
            target=DoorState.AJAR,
            basis=Assumed(Text("двери тянут", "doors are pulled")),
        ),
    )
    def pull(_):
        yield from ()

    return new


DOOR = door()


def pushed(day="2023-10-02", by="host", **facts):
    return Pushed(on=day, by=by, **{"strength": 2, **facts})


def pulled(day="2023-10-02"):
    return Pulled(on=day, by="anybody")


def annulled(record, day="2023-10-09", reason="recorded by mistake", by="host"):
    return RecordAnnulled(on=day, by=by, record=record, reason=reason)


def decided(reason="no way to tell"):
    return Decision(by="head of department", on="2023-10-02", reason=reason)


def walk(*events, decision=None):
    history = DOOR.begin("front")
    for event in events:
        history = DOOR.advance(history, event, KEMEROVO, decision=decision)
    return history
