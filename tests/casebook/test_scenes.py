"""Every finding of many cases in right, wrong and unknown inputs, through each door that tells of it.

A book says it before the step is taken, the audit of a file and that of a book after it, and `law189 audit` on the
command line; the order in which a file has its days changes nothing. What is wanted was written from the findings
in words, before it was known what the library says.
"""

import json
from datetime import date
from decimal import Decimal

import pytest
from books import TECHNICAL, with_parameters
from cases_at_hand import IN_NAVIGATOR
from scenes import (
    FULL_TIME,
    OTHER_PROVIDER,
    STANDING,
    Scene,
    act,
    act_of,
    agreed,
    annulled,
    certified,
    contracted,
    counted,
    cut,
    excluded,
    fulfilled,
    gone,
    included,
    line,
    ordered,
    out_of_time,
    provider_told,
    reported,
    said,
    terminated,
    town,
    volume,
)
from steps_files import files
from typer.testing import CliRunner

from law189.cases.history import Decision
from law189.cli.app import app

S = {}
"""Every scene by its name."""


def scene(name, *groups, stands=(), on=None, profile=None):
    assert name not in S, name
    steps = tuple(one for group in groups for one in (group if isinstance(group, list) else [group]))
    more = {} if profile is None else {"profile": profile}
    S[name] = Scene(steps, tuple(stands), on, **more)


def wrong(steps, *rules, at=-1):
    """The steps, of which one is wrong by those rules."""
    steps = [*steps]
    steps[at] = said(steps[at], *rules)
    return steps


def decided(step, on=None, by="education"):
    """The step with the decision of an office on it."""
    return step.model_copy(
        update={"decision": Decision(by=by, on=on or step.event.on, reason="подтверждено")}
    )


def _late(step, on="2023-12-15"):
    """The step on a later day."""
    return step.model_copy(update={"event": type(step.event).model_validate(
        {**step.event.model_dump(mode="json"), "on": on})})  # fmt: skip


def _told(step, **facts):
    """The step with other facts."""
    return step.model_copy(update={"event": type(step.event).model_validate(
        {**step.event.model_dump(mode="json"), **facts})})  # fmt: skip


def only(steps, many):
    return [*steps][:many]


TOWN, RUNS = [*town()], [*town(), *contracted()]
HELD = "contracts_held unknown"
BASE = [*ordered(), *included(), *agreed()]
SECOND = [*included("e2", inn=OTHER_PROVIDER, record="2"), *agreed("a2", number="С-2", record="2")]
CHILD = {"number": "К-2", "file": "18"}
DECLINED = line("k1", "contract", "declined", "2024-02-02", "provider")

# ─── Номера ──────────────────────────────────────────────────────────────────────────────────────────────

for which, first, other in (
    ("a certificate", TOWN, lambda n: [*certified("x", number=n, file="18")]),
    ("a contract", RUNS, lambda n: [*contracted("x", number=n)][:1]),
    ("an agreement", BASE, lambda n: [*agreed("x", number=n)][:1]),
    ("an order", [*ordered()], lambda n: [*ordered("x", number=n)][:1]),
):
    own = {"a certificate": "К-1", "a contract": "Д-1", "an agreement": "С-1", "an order": "2024/1"}[which]
    for how, number in (("the same", own), ("after a sign", f"№ {own}"), ("in small letters", own.lower())):
        scene(f"number of {which}: {how}", first, wrong(other(number), "number_once void"))
    scene(f"number of {which}: another", first, other(f"{own}0"))
scene("number of an order: of another year", [*ordered()], [*ordered("x", year=2025)])
scene("number of a contract: of a declined one", TOWN, only(contracted(), 1), DECLINED,
      [*contracted("x", on="2024-02-05")])  # fmt: skip
scene("number of a certificate: in a case that was withdrawn before", TOWN,
      only(certified("x", file="18"), 1), line("x", "certificate", "withdrawn", "2024-01-10", "representative"),
      [*certified("y", **CHILD)])  # fmt: skip
scene("number of a certificate: of an annulled one", TOWN, gone(),
      wrong(certified("x", file="18", on="2024-01-22"), "number_once void"))  # fmt: skip
scene("number of a certificate: its record was annulled", TOWN, annulled("c1", "certificate", 3, "2024-01-11"),
      [*certified("x", file="18", on="2024-01-12")])  # fmt: skip
scene("number of a certificate: its record was annulled, and that annulled again", TOWN,
      annulled("c1", "certificate", 3, "2024-01-11"), [*certified("x", file="18", on="2024-01-12")],
      said(annulled("c1", "certificate", 4, "2024-01-15"), "number_once void"))  # fmt: skip
scene("number of a certificate: a third time", TOWN, wrong(certified("x", file="18"), "number_once void"),
      wrong(certified("y", file="19"), "number_once void"))  # fmt: skip
scene("number of an agreement: of one that was terminated", BASE, terminated(on="2023-12-14"),
      wrong([_late(one) for one in only(agreed("x"), 1)], "number_once void"))  # fmt: skip
scene("number of a record: of another provider", [*included()],
      wrong(included("x", inn=OTHER_PROVIDER), "number_once void"))  # fmt: skip
scene("number of a record: the same provider again after it was excluded", [*included()], excluded(on="2023-11-01"),
      [*included("x", on="2023-11-02")])  # fmt: skip
scene("number of a contract: in two cases of two providers", RUNS, SECOND, [*certified("c2", **CHILD)],
      wrong([*contracted("x", inn=OTHER_PROVIDER, certificate="К-2")], "number_once void", at=0))  # fmt: skip

# ─── Одно и то же в разных делах ─────────────────────────────────────────────────────────────────────────

ALIKE, SAYS_OTHER = "number_alike unknown", "told_alike unknown"
scene(
    "number of a certificate: in Latin letters", TOWN, wrong(certified("x", number="K-1", file="18"), ALIKE)
)
scene("number of an agreement: in Latin letters", BASE, wrong([*agreed("x", number="C-1")][:1], ALIKE))
scene("number of a contract: of a Latin letter and a Cyrillic one", RUNS, [*contracted("x", number="АB-1")][:1],
      wrong([*contracted("y", number="АВ-1")][:1], ALIKE))  # fmt: skip
scene("number of an order: in Latin letters", [*ordered(number="А/1")],
      wrong([*ordered("x", number="A/1")], ALIKE, at=0))  # fmt: skip
scene("number of an order: in Latin letters, of another year", [*ordered(number="А/1")],
      [*ordered("x", number="A/1", year=2025)])  # fmt: skip
scene("number of a record: in Latin letters, of another provider", [*included(record="А-1")],
      wrong(included("x", inn=OTHER_PROVIDER, record="A-1"), ALIKE))  # fmt: skip
scene("file of a consumer: in Latin letters", TOWN, [*certified("c2", number="К-2", file="А-1")],
      wrong([*certified("c3", number="К-3", file="A-1")], ALIKE, at=0))  # fmt: skip
scene("file of a consumer: in Latin letters, of an application that was withdrawn", TOWN,
      only(certified("c2", number="К-2", file="А-1"), 1),
      line("c2", "certificate", "withdrawn", "2024-01-10", "representative"),
      [*certified("c3", number="К-3", file="A-1", on="2024-01-12")])  # fmt: skip
scene("a consumer born on another day in another case", TOWN,
      said(_told(next(certified("c2", services=(TECHNICAL,))), recipient={"file": "17", "born": "2015-05-01"}),
           SAYS_OTHER))  # fmt: skip
scene("number of recipients: of another child", TOWN,
      [*certified("c2", **CHILD)][:1],
      said(_told([*certified("c2", **CHILD)][1], record="П-c1"), "number_once void"))  # fmt: skip
scene("number of recipients: of the same child", TOWN,
      [*certified("c2", number="К-2", services=(TECHNICAL,))][:1],
      _told([*certified("c2", number="К-2", services=(TECHNICAL,))][1], record="П-c1"))  # fmt: skip
for which, more in (("INN", {"ogrn": "1234200000022"}), ("OGRN", {"inn": OTHER_PROVIDER})):
    told = {**provider_told(licence={"number": "Л-9"}), **more}
    steps = [*included("x", record="2", services=(TECHNICAL,))]
    scene(f"an entity of one {which} and two of the other", [*included()],
          wrong([_told(steps[0], provider=told), *steps[1:]], SAYS_OTHER, at=0))  # fmt: skip
AGAIN = [*included("x", record="2", services=(TECHNICAL,))]
SOLE = {**provider_told(), "kind": "sole-proprietor", "inn": "420500000059"}
scene("a sole proprietor who was registered anew",
      _told(next(included()), provider={**SOLE, "ogrn": "304420500000002"}), [*included()][1:],
      _told(AGAIN[0], provider={**SOLE, "ogrn": "304420500000013"}), AGAIN[1:])  # fmt: skip
scene("an entry changed to another OGRN", [*included()],
      said(line("entry", "selection", "changed", "2023-11-01", "education",
                provider={**provider_told(), "ogrn": "1234200000022"}, services=[FULL_TIME], reason="новые данные"),
           SAYS_OTHER))  # fmt: skip

ONE_LICENCE = {"licence": {"number": "Л-1"}}
scene("one licence of two providers", [*included()],
      wrong(included("x", inn=OTHER_PROVIDER, record="2", **ONE_LICENCE), SAYS_OTHER, at=0))  # fmt: skip
scene("one licence of two providers, written otherwise", [*included()],
      wrong(included("x", inn=OTHER_PROVIDER, record="2", licence={"number": "№ л-1"}), SAYS_OTHER,
            at=0))  # fmt: skip
scene("one licence in two records of one provider", [*included()],
      [*included("x", record="2", services=(TECHNICAL,))])  # fmt: skip
scene("a licence that the record has no more", [*included()],
      line("entry", "selection", "changed", "2023-11-01", "education",
           provider=provider_told(licence={"number": "Л-9"}), services=[FULL_TIME], reason="новая лицензия"),
      [*included("x", inn=OTHER_PROVIDER, record="2", **ONE_LICENCE, on="2023-11-02")])  # fmt: skip
scene("an entry changed to the licence of another", [*included()],
      [*included("x", inn=OTHER_PROVIDER, record="2")],
      said(line("x", "selection", "changed", "2023-11-01", "education",
                provider=provider_told(OTHER_PROVIDER, licence={"number": "Л-1"}), services=[FULL_TIME],
                reason="новые данные"), SAYS_OTHER))  # fmt: skip
scene("a successor with the licence of whom it succeeds, in one of two entries", [*included()],
      [*included("x", record="2", services=(TECHNICAL,))],
      line("entry", "selection", "succeeded", "2023-11-01", "education",
           provider=provider_told(OTHER_PROVIDER, licence={"number": "Л-1"}),
           succession="передаточный акт № 1"))  # fmt: skip

# ─── Реестр ──────────────────────────────────────────────────────────────────────────────────────────────

scene("a provider twice for a service", [*included()], wrong(included("x", record="2"), "record_once void"))
scene("a provider twice for two services", [*included()], [*included("x", record="2", services=(TECHNICAL,))])
scene("a provider twice, one service of two shared", [*included()],
      wrong(included("x", record="2", services=(TECHNICAL, FULL_TIME)), "record_once void"))  # fmt: skip
scene("a provider again after it was excluded", [*included()], excluded(on="2023-11-01"),
      [*included("x", record="2", on="2023-11-02")])  # fmt: skip
scene("two providers for a service", [*included()], [*included("x", inn=OTHER_PROVIDER, record="2")])
scene("a provider that applied twice and is in the register once", [*included()],
      only(included("x", record="2"), 1))  # fmt: skip
scene("a record changed to a service that another record has", [*included()],
      [*included("x", record="2", services=(TECHNICAL,))],
      said(line("x", "selection", "changed", "2023-11-01", "education", provider=provider_told(),
                services=[TECHNICAL, FULL_TIME], reason="новые данные"), "record_once void"))  # fmt: skip
scene("a record changed that keeps its service", [*included()],
      line("entry", "selection", "changed", "2023-11-01", "education", provider=provider_told(),
           services=[FULL_TIME], reason="новые данные"))  # fmt: skip
scene("a successor that is in the register already", [*included()],
      [*included("x", inn=OTHER_PROVIDER, record="2")],
      said(line("entry", "selection", "succeeded", "2023-11-01", "education",
                provider=provider_told(OTHER_PROVIDER), succession="передаточный акт № 1"),
           "record_once void"))  # fmt: skip
scene("a successor that is in the register for another service", [*included()],
      [*included("x", inn=OTHER_PROVIDER, record="2", services=(TECHNICAL,))],
      line("entry", "selection", "succeeded", "2023-11-01", "education",
           provider=provider_told(OTHER_PROVIDER), succession="передаточный акт № 1"))  # fmt: skip
scene("an exclusion annulled beside a new record", [*included()], excluded(on="2023-11-01"),
      [*included("x", record="2", on="2023-11-02")],
      said(annulled("entry", "selection", 3, "2023-11-03"), "record_once void"))  # fmt: skip

# ─── Один действующий сертификат ─────────────────────────────────────────────────────────────────────────

AGAIN = {"number": "К-2", "on": "2024-01-22"}
TWICE = "certificates_once void"
BOTH_ORDERED = [*ordered(shares=((FULL_TIME, 600), (TECHNICAL, 600)))]
scene("a second certificate for a service", TOWN, wrong(certified("x", **AGAIN), TWICE))
scene(
    "a second certificate, the file written otherwise",
    TOWN,
    wrong(certified("x", **AGAIN, file="№ 17"), TWICE),
)
scene("a certificate of another child", TOWN, [*certified("x", **CHILD)])
scene("a second certificate for another service", BOTH_ORDERED, [*certified()],
      [*certified("x", **AGAIN, services=(TECHNICAL,))])  # fmt: skip
scene("a second certificate that was only applied for", TOWN, only(certified("x", **AGAIN), 2))
scene("a second certificate after the first was annulled", TOWN, gone(), [*certified("x", **AGAIN)])
scene("a second certificate while the first is suspended", TOWN,
      line("c1", "certificate", "suspended", "2024-01-15", "education", reason="болезнь"),
      wrong(certified("x", **AGAIN), TWICE))  # fmt: skip
scene("a second certificate beside a contract that runs", RUNS,
      wrong(certified("x", number="К-2", on="2024-03-01"), TWICE))  # fmt: skip
scene("a second certificate after the first was used up", RUNS, [*fulfilled()],
      [*certified("x", number="К-2", on="2024-06-03")])  # fmt: skip
scene("a second certificate where something of the first is left", RUNS, [*fulfilled(rendered=71)],
      wrong(certified("x", number="К-2", on="2024-06-03"), TWICE))  # fmt: skip
scene("an annulment of the first annulled beside the second", TOWN, gone(), [*certified("x", **AGAIN)],
      said(annulled("c1", "certificate", 4, "2024-01-23"), TWICE))  # fmt: skip
scene("two where an act allows two", TOWN, [*certified("x", **AGAIN)],
      profile=with_parameters({"certificates": 2}))  # fmt: skip
scene("three where an act allows two", TOWN, [*certified("x", **AGAIN)],
      wrong(certified("y", number="К-3", on="2024-01-23"), TWICE),
      profile=with_parameters({"certificates": 2}))  # fmt: skip

# ─── Пределы акта ────────────────────────────────────────────────────────────────────────────────────────


def amended(case, nominal, on="2024-01-22"):
    return line(case, "certificate", "amended", on, "education", nominal=volume(nominal),
                valid_until="2024-12-31", reason="изменение", document=IN_NAVIGATOR)  # fmt: skip


def limited(**limit):
    return with_parameters({"limits": [{"since": "2024-01-01", "until": "2024-12-31", **limit}]})


BEYOND = "within_limit void"
scene("as many certificates as an act provides for", TOWN, [*certified("x", **CHILD)],
      profile=limited(certificates=2))  # fmt: skip
scene("more certificates than an act provides for", TOWN, wrong(certified("x", **CHILD), BEYOND),
      profile=limited(certificates=1))  # fmt: skip
scene("as much volume as an act provides for", TOWN, [*certified("x", **CHILD, nominal=28)],
      profile=limited(volume=volume(100)))  # fmt: skip
scene("more volume than an act provides for", TOWN, wrong(certified("x", **CHILD, nominal="28.01"), BEYOND),
      profile=limited(volume=volume(100)))  # fmt: skip
scene("an annulled certificate frees the limit", TOWN, gone(), [*certified("x", number="К-2", file="18",
      on="2024-01-22")],
      profile=limited(certificates=1))  # fmt: skip
scene("a certificate annulled after 20 of it were rendered leaves 80 of 100", TOWN, [*contracted()],
      only(fulfilled(rendered=20, on="2024-02-20"), 1), gone(on="2024-02-21"),
      [*certified("x", number="К-2", file="18", on="2024-02-22", nominal=80)],
      profile=limited(volume=volume(100), certificates=2))  # fmt: skip
scene("a certificate annulled after 20 of it were rendered does not leave 80.01", TOWN, [*contracted()],
      only(fulfilled(rendered=20, on="2024-02-20"), 1), gone(on="2024-02-21"),
      wrong(certified("x", number="К-2", file="18", on="2024-02-22", nominal="80.01"), BEYOND),
      profile=limited(volume=volume(100)))  # fmt: skip
scene("a certificate annulled after it gave something is one of the period", TOWN, [*contracted()],
      only(fulfilled(rendered=20, on="2024-02-20"), 1), gone(on="2024-02-21"),
      wrong(certified("x", number="К-2", file="18", on="2024-02-22", nominal=10), BEYOND),
      profile=limited(certificates=1))  # fmt: skip
scene("a certificate annulled after a contract that gave nothing frees the limit", TOWN, [*contracted()],
      line("k1", "contract", "terminated", "2024-02-20", "provider", because="переезд", rendered=volume(0)),
      gone(on="2024-02-21"), [*certified("x", number="К-2", file="18", on="2024-02-22", nominal=72)],
      profile=limited(volume=volume(72), certificates=1))  # fmt: skip
scene("an annulment annulled fills the limit twice", TOWN, gone(),
      [*certified("x", number="К-2", file="18", on="2024-01-22")],
      said(annulled("c1", "certificate", 4, "2024-01-23"), BEYOND), profile=limited(certificates=1))  # fmt: skip
scene("a certificate amended to more than an act provides for", TOWN, said(amended("c1", 101), BEYOND),
      profile=limited(volume=volume(100)))  # fmt: skip
scene("a certificate amended to as much as an act provides for", TOWN, amended("c1", 100),
      profile=limited(volume=volume(100)))  # fmt: skip
scene("a certificate amended where the number is reached", TOWN, amended("c1", 80),
      profile=limited(certificates=1))  # fmt: skip
scene("a certificate amended to less where the limit was exceeded", TOWN, wrong(certified("x", **CHILD), BEYOND),
      amended("x", 60), profile=limited(volume=volume(100)))  # fmt: skip
scene("an amendment annulled that had made it less", TOWN, amended("c1", 20), [*certified("x", number="К-2",
      file="18", on="2024-01-23")],
      said(annulled("c1", "certificate", 4, "2024-01-24"), BEYOND),
      profile=limited(volume=volume(100)))  # fmt: skip
scene("a limit of other days", TOWN, [*certified("x", **CHILD)],
      profile=with_parameters({"limits": [{"since": "2024-06-01", "certificates": 1}]}))  # fmt: skip
scene("a limit of another service", TOWN, [*certified("x", **CHILD)],
      profile=with_parameters({"services": [TECHNICAL],
                               "limits": [{"since": "2024-01-01", "certificates": 1}]}))  # fmt: skip

# ─── Доля заказа ─────────────────────────────────────────────────────────────────────────────────────────

SHARE, LINE = "of_share void", "orders.within_line void"


def share(much, *groups):
    return [*ordered(shares=((FULL_TIME, much),)), *groups]


scene("certificates of the whole share", share(144), [*certified()], [*certified("x", **CHILD)])
scene("certificates of a hundredth more than the share", share(Decimal("143.99")), [*certified()],
      wrong(certified("x", **CHILD), SHARE))  # fmt: skip
scene("one certificate of more than the share", share(71), wrong(certified(), LINE))
scene("a share that an annulled certificate gave back", share(72), [*certified()], gone(),
      [*certified("x", number="К-2", file="18", on="2024-01-22")])  # fmt: skip
scene("a share taken twice by an annulment annulled", share(72), [*certified()], gone(),
      [*certified("x", number="К-2", file="18", on="2024-01-22")],
      said(annulled("c1", "certificate", 4, "2024-01-23"), SHARE))  # fmt: skip
scene("a nominal amended within the share", share(80), [*certified()], amended("c1", 80))
scene("a nominal amended beyond the share", share(80), [*certified()], said(amended("c1", 81), LINE))
scene("a nominal amended to less frees the share", share(144), [*certified()], amended("c1", 60),
      [*certified("x", number="К-2", file="18", on="2024-01-23", nominal=84)])  # fmt: skip
scene("a wider order covers one more certificate", share(72), [*certified()], cut(144, "2024-01-15"),
      line("order", "order", "published", "2024-01-16", "education", place="budget-portal", evidence="2"),
      [*certified("x", number="К-2", file="18", on="2024-01-22")])  # fmt: skip
scene("what a contract gave back stays with the certificate", share(72, *included(), *agreed()), [*certified()],
      [*contracted()], [*fulfilled(rendered=10)],
      wrong(certified("x", number="К-2", file="18", on="2024-06-03"), SHARE))  # fmt: skip
scene("what has expired does not come back to the share", share(72), [*certified()],
      line("c1", "certificate", "expired", "2025-01-09", "education"))  # fmt: skip
scene("a single certificate that names no line", BOTH_ORDERED,
      wrong(certified(services=(FULL_TIME, TECHNICAL)), "line_named unknown"))  # fmt: skip
scene("a single certificate that names its line", BOTH_ORDERED,
      [*certified(services=(FULL_TIME, TECHNICAL), line=FULL_TIME)])  # fmt: skip
scene("a single certificate beyond the share of its line", [*ordered(shares=((FULL_TIME, 71), (TECHNICAL, 600)))],
      wrong(certified(services=(FULL_TIME, TECHNICAL), line=FULL_TIME), SHARE))  # fmt: skip

# ─── Заказ меньше сформированного ────────────────────────────────────────────────────────────────────────

CUT = "cut_below void"
scene("an order cut to what is certified", TOWN, cut(72))
scene("an order cut below what is certified", TOWN, said(cut(Decimal("71.99")), CUT))
scene("an order that loses its share by certificate", TOWN, said(cut(0), CUT),
      stands=[("c1", "breach"), ("agreement", "breach")])  # fmt: skip
scene("an order cut after the certificates were annulled", TOWN, gone(), cut(1))
scene("an amendment annulled that had widened the order", share(72), cut(144, "2024-01-09"),
      line("order", "order", "published", "2024-01-09", "education", place="budget-portal", evidence="2"),
      [*certified()], [*certified("x", **CHILD)], annulled("order", "order", 5, "2024-02-01"),
      said(annulled("order", "order", 4, "2024-02-01"), CUT),
      stands=[("c1", "breach"), ("x", "breach")])  # without force the order is not published again  # fmt: skip
CANCELLED = line("order", "order", "cancelled", "2024-03-01", "education", reason="бюджет", begun=False)
scene("an order cancelled on which nothing stands", [*ordered()], CANCELLED)
scene("an order cancelled under certificates", TOWN,
      said(CANCELLED, CUT), stands=[("c1", "breach"), ("agreement", "breach")])  # fmt: skip

# ─── Отказ из-за исчерпанного объёма ─────────────────────────────────────────────────────────────────────


def refused(case="x", ground="limit-exhausted", on="2024-01-12"):
    return [only(certified(case, file="19", on=on), 1)[0],
            line(case, "certificate", "recipient_refused", on, "education", ground=ground,
                 because="объём исчерпан")]  # fmt: skip


scene("a refusal where nothing is left", share(72), [*certified()], refused())
scene("a refusal where something is left", share(73), [*certified()], wrong(refused(), "exhausted void"))
scene("a refusal on another ground", share(73), [*certified()], refused(ground="no-right"))
scene("a refusal in a book without the order", refused())
scene("a refusal where the annulled certificate gave back", share(72), [*certified()], gone(on="2024-01-11"),
      wrong(refused(), "exhausted void"))  # fmt: skip

# ─── Остаток сертификата ─────────────────────────────────────────────────────────────────────────────────

TAKEN = ("standing.formed void",)
scene("one contract of the whole certificate", RUNS)
scene("two contracts of one service at once", TOWN, SECOND, [*contracted(amount=36)],
      wrong(contracted("k2", number="Д-2", inn=OTHER_PROVIDER, amount=36), "standing.formed void"))  # fmt: skip
scene("two contracts that spend one balance", TOWN, SECOND, [*contracted()],
      wrong(contracted("k2", number="Д-2", inn=OTHER_PROVIDER), *TAKEN))  # fmt: skip
scene("a second contract of what the first gave back", RUNS, [*fulfilled(rendered=50, on="2024-03-01")],
      [*contracted("k2", number="Д-2", amount=22, on="2024-03-04")])  # fmt: skip
scene("a second contract of more than the first gave back", RUNS, [*fulfilled(rendered=50, on="2024-03-01")],
      wrong(contracted("k2", number="Д-2", amount=23, on="2024-03-04"), "volumes.covered void"))  # fmt: skip
scene("a contract on the day on which the first ended", RUNS, [*fulfilled(rendered=50, on="2024-03-01")],
      [*contracted("k2", number="Д-2", amount=22, on="2024-03-01")])  # fmt: skip
scene("a contract under a used certificate", RUNS, [*fulfilled(on="2024-03-01")],
      wrong(contracted("k2", number="Д-2", amount=1, on="2024-03-04"), *TAKEN))  # fmt: skip
scene("a contract under an annulled certificate", TOWN, gone(),
      wrong(contracted(), "standing.formed void"))  # fmt: skip
OTHERS = {"as_of": "2024-02-01", "number": "К-7", "recipient": {"file": "17", "born": "2014-05-01"},
          "services": [FULL_TIME], "nominal": volume(72), "balance": volume(72), "formed_on": "2024-01-10",
          "valid_until": "2024-12-31"}  # fmt: skip
scene("a certificate of another book within its nominal", BASE, SECOND,
      [*contracted(amount=36, handed=OTHERS)],
      [*contracted("k2", number="Д-2", inn=OTHER_PROVIDER, amount=36, handed=OTHERS)])  # fmt: skip
scene("a certificate of another book spent twice", BASE, SECOND, [*contracted(amount=36, handed=OTHERS)],
      wrong(contracted("k2", number="Д-2", inn=OTHER_PROVIDER, amount=37, handed=OTHERS),
            "of_certificate void"))  # fmt: skip
scene("a certificate of another book after the first contract ended", BASE, SECOND,
      [*contracted(handed=OTHERS)], [*fulfilled(rendered=10, on="2024-03-01")],
      [*contracted("k2", number="Д-2", inn=OTHER_PROVIDER, amount=62, on="2024-03-04",
                   handed={**OTHERS, "as_of": "2024-03-04"})])  # fmt: skip


def contract_amended(amount, rendered, on="2024-03-01", ends_on="2024-05-31"):
    return line("k1", "contract", "amended", on, "provider", volume=volume(amount), ends_on=ends_on,
                rendered=volume(rendered), agreed_by="representative", document=IN_NAVIGATOR)  # fmt: skip


scene("a contract amended within the certificate", TOWN, [*contracted(amount=36)], contract_amended(72, 10))
scene("a contract amended beyond the certificate", TOWN, [*contracted(amount=36)],
      said(contract_amended(73, 10), "contract_changes.covers_more void"))  # fmt: skip

# ─── Акты и договоры ─────────────────────────────────────────────────────────────────────────────────────

ACTED, LESS = "of_contracts void", "acts_covered breach"
scene("acts of all that contracts give", RUNS, act_of(2, 40), act_of(3, 32))
scene("acts of more than contracts give", RUNS, act_of(2, 40), said(act_of(3, "32.01"), ACTED))
scene("an act of a contract that ended with less", RUNS, [*fulfilled(rendered=30, on="2024-02-29")],
      said(act_of(2, 31), ACTED))  # fmt: skip
scene("an act of two contracts", RUNS, [*certified("c2", **CHILD)],
      [*contracted("k2", number="Д-2", certificate="К-2")], act_of(2, 144))  # fmt: skip
scene("a contract ended with less than was acted", RUNS, act_of(2, 40),
      wrong(fulfilled(rendered=39, on="2024-03-05"), LESS))  # fmt: skip
scene("a contract ended with what was acted", RUNS, act_of(2, 40), [*fulfilled(rendered=40, on="2024-03-05")])
scene(
    "a contract amended to less than was acted",
    RUNS,
    act_of(2, 40),
    said(contract_amended(39, 39, "2024-03-05"), LESS),
)
scene("a conclusion annulled that acts bear out", RUNS, act_of(2, 40),
      said(annulled("k1", "contract", 2, "2024-03-05", "representative"), LESS))  # fmt: skip
LONGER = contract_amended(72, 10, ends_on="2024-06-30")
IN_JUNE = act("А-6", "2024-06-01", "2024-06-30", 20, "2024-07-01")
UNDONE = annulled("k1", "contract", 3, "2024-07-02", "provider")
scene("an amendment annulled that had lengthened a contract", RUNS, LONGER, UNDONE)
scene("an amendment annulled that had lengthened a contract, and acts of those days", RUNS, LONGER, IN_JUNE,
      said(UNDONE, LESS))  # fmt: skip
scene("an amendment annulled that had lengthened a contract, and acts of days before", RUNS, LONGER, act_of(5, 20),
      UNDONE)  # fmt: skip
scene("an amendment annulled, and a contract of another child in those days", RUNS, LONGER,
      [*certified("c2", **CHILD)],
      [_told(next(contracted("k2", number="Д-2", certificate="К-2")), ends_on="2024-06-30"),
       [*contracted("k2", number="Д-2", certificate="К-2")][1]], IN_JUNE, UNDONE)  # fmt: skip
scene("an amendment annulled that had raised a contract, and acts of more", TOWN, [*contracted(amount=36)],
      contract_amended(72, 10), act_of(3, 40),
      said(annulled("k1", "contract", 3, "2024-04-02", "provider"), LESS))  # fmt: skip
scene("a conclusion annulled, and a contract of later days that gives enough", RUNS, act_of(2, 40),
      [*certified("c2", **CHILD)], [*contracted("k2", number="Д-2", certificate="К-2", on="2024-03-04")],
      said(annulled("k1", "contract", 2, "2024-03-05", "representative"), LESS))  # fmt: skip
scene("an annulled amendment that holds again and makes a contract shorter", RUNS, LONGER,
      contract_amended(72, 20, "2024-04-01", "2024-05-31"), annulled("k1", "contract", 4, "2024-04-02", "provider"),
      IN_JUNE, said(annulled("k1", "contract", 5, "2024-07-02", "provider"), LESS))  # fmt: skip
scene("an act annulled leaves room for another", RUNS, act_of(2, 72), annulled("agreement", "agreement", 4,
      "2024-03-02", "provider"),
      act("А-3", "2024-02-01", "2024-02-29", 72, "2024-03-04"))  # fmt: skip
scene("an act of days after the last contract", [*town(), *contracted()], act_of(2, 20),
      said(act("А-6", "2024-06-01", "2024-06-30", 10, "2024-07-01"), ACTED))  # fmt: skip
scene("an act of days after a contract that ended early", RUNS, [*fulfilled(rendered=40, on="2024-03-05")],
      said(act("А-4", "2024-04-01", "2024-04-30", 10, "2024-05-02"), ACTED))  # fmt: skip
scene("an act of the days in which a contract ended early", RUNS, [*fulfilled(rendered=40, on="2024-03-05")],
      act("А-3", "2024-03-01", "2024-03-31", 40, "2024-04-01"))  # fmt: skip
scene("an act of days of a later contract only, which gives less", RUNS, [*fulfilled(rendered=40, on="2024-03-05")],
      [*certified("c2", **CHILD)], [*contracted("k2", number="Д-2", certificate="К-2", amount=8, on="2024-03-11")],
      said(act("А-4", "2024-04-01", "2024-04-30", 10, "2024-05-02"), ACTED))  # fmt: skip
scene("an act where the book holds no contract", BASE, said(act_of(1, 40), HELD))
scene("an act where a contract is only offered", BASE, [*certified()], next(iter(contracted(on="2024-01-15"))),
      said(act_of(1, 40), HELD))  # fmt: skip
scene("an act where another agreement alone has a contract", RUNS,
      [*included("e2", inn=OTHER_PROVIDER, record="2")], [*agreed("a2", number="С-2", record="2")],
      said(act("А-1", "2024-02-01", "2024-02-29", 40, "2024-03-01", case="a2"), HELD))  # fmt: skip
scene("acts where the book holds no contract are asked about once", BASE,
      said(decided(act_of(1, 40), by="deputy-head"), HELD), act_of(2, 40))  # fmt: skip
scene("an act of days before the first contract", BASE, [*certified()], said(decided(act("А-1", "2024-01-09",
      "2024-01-31", 40, "2024-01-31"), by="deputy-head"), HELD),
      wrong(contracted(), LESS))  # fmt: skip
scene("an act drawn late of days before the first contract", RUNS,
      said(act("А-1", "2024-01-09", "2024-01-31", 40, "2024-02-05"), ACTED))  # fmt: skip
scene("an act of a service that no contract has", BASE[:0], [*ordered(shares=((FULL_TIME, 600), (TECHNICAL, 600)))],
      [*included(services=(FULL_TIME, TECHNICAL))], [*agreed(services=(FULL_TIME, TECHNICAL))], [*certified()],
      [*contracted()], said(act("А-2", "2024-02-01", "2024-02-29", 1, "2024-03-01", service=TECHNICAL),
      ACTED))  # fmt: skip

# ─── Лицензия ────────────────────────────────────────────────────────────────────────────────────────────

RUN_OUT = "licence_runs void"


def licensed(ends_on):
    return [*ordered(), *included(licence={"ends_on": ends_on})]


scene("an agreement after the licence ended", licensed("2023-12-10"),
      said(next(iter(agreed())), RUN_OUT), [*agreed()][1], said([*agreed()][2], RUN_OUT),
      stands=[("entry", "breach")])  # fmt: skip
scene("an agreement concluded after the licence ended", licensed("2023-12-12"), [*agreed()][:2],
      said([*agreed()][2], RUN_OUT), stands=[("entry", "breach")])  # fmt: skip
scene("an agreement on the last day of the licence", licensed("2023-12-13"), [*agreed()])
scene("a contract after the licence ended", licensed("2024-01-31"), [*agreed()], [*certified()],
      wrong(contracted(), RUN_OUT), stands=[("entry", "breach")])  # fmt: skip
scene("a contract on the last day of the licence", licensed("2024-02-01"), [*agreed()], [*certified()],
      [*contracted()])  # fmt: skip
scene("a licence ended under a contract that runs", licensed("2024-02-28"), [*agreed()], [*certified()],
      [*contracted()], stands=[("entry", "breach")], on="2024-02-29")  # fmt: skip


def prolonged(on):
    return line("agreement", "agreement", "amended", on, "education", number="С-1/1",
                sums=[{"year": 2024, "roubles": "120000.00"}], ends_on="2024-12-31", reason="изменение",
                provider_signature="qualified", signature="qualified")  # fmt: skip


scene("an agreement amended after the licence ended", licensed("2024-01-31"), [*agreed()],
      said(prolonged("2024-02-01"), RUN_OUT), stands=[("entry", "breach")])  # fmt: skip
scene("an agreement amended on the last day of the licence", licensed("2024-01-31"), [*agreed()],
      prolonged("2024-01-31"))  # fmt: skip
scene("a new licence in the record", licensed("2024-01-31"), [*agreed()],
      line("entry", "selection", "changed", "2024-01-31", "education",
           provider=provider_told(licence={"number": "Л-2", "issued_on": "2024-01-30"}), services=[FULL_TIME],
           reason="новая лицензия"), [*certified(on="2024-02-01")], [*contracted()])  # fmt: skip

# ─── Выписки ─────────────────────────────────────────────────────────────────────────────────────────────

OWN = {**OTHERS, "number": "К-1"}
DIFFERS = "extract_agrees breach"
scene("an extract that says what the case says", TOWN, [*contracted(handed=OWN)])
for fact, value in (
    ("valid_until", "2024-11-30"),
    ("nominal", volume(80)),
    ("balance", volume(70)),
    ("formed_on", "2024-01-09"),
    ("services", [FULL_TIME, TECHNICAL]),
    ("recipient", {"file": "18", "born": "2014-05-01"}),
):
    scene(f"an extract with another {fact}", TOWN, wrong(contracted(handed={**OWN, fact: value}), DIFFERS))
scene("an extract of an earlier day that was true then", TOWN, [*contracted(amount=36)],
      [*fulfilled(rendered=36, on="2024-03-01")],
      [*contracted("k2", number="Д-2", amount=36, on="2024-03-04", handed={**OWN,
      "as_of": "2024-01-31"})])  # fmt: skip
scene("an extract of a certificate that was annulled", TOWN, gone(),
      wrong(contracted(handed=OWN), "standing.formed void", DIFFERS))  # fmt: skip
scene("an extract of a certificate whose record was annulled", TOWN, annulled("c1", "certificate", 3, "2024-01-20"),
      wrong(contracted(handed=OWN), "standing.formed void", DIFFERS))  # fmt: skip

# ─── Дело на том, чего нет ───────────────────────────────────────────────────────────────────────────────

IN_MAY = "2024-05-15"
scene("a provider excluded under a contract that runs", RUNS, excluded(),
      stands=[("k1", "breach"), ("agreement", "breach")], on=IN_MAY)  # fmt: skip
scene("a provider excluded after the contract ended", RUNS, [*fulfilled(on="2024-04-01")], excluded(),
      stands=[("agreement", "breach")], on=IN_MAY)  # fmt: skip
scene("a provider excluded after its agreement was terminated", TOWN, terminated(), excluded(), on=IN_MAY)
scene("a provider excluded, and included again", RUNS, excluded(), [*included("e2", record="2", on="2024-04-11")],
      on=IN_MAY)  # fmt: skip
scene("a provider excluded that has no agreement", [*included()], excluded())
scene(
    "an agreement terminated under a contract that runs",
    RUNS,
    terminated(),
    stands=[("k1", "breach")],
    on=IN_MAY,
)
scene("an agreement terminated, the day before", RUNS, terminated(), on="2024-04-09")
scene("an agreement terminated without contracts", TOWN, terminated(), on=IN_MAY)
scene("a contract on an inclusion that was annulled", RUNS, annulled("entry", "selection", 2, "2024-03-01"),
      stands=[("k1", "breach"), ("agreement", "breach")], on=IN_MAY)  # fmt: skip
scene("a contract on an agreement whose conclusion was annulled", RUNS, annulled("agreement", "agreement", 3,
      "2024-03-01"),
      stands=[("k1", "breach")], on=IN_MAY)  # fmt: skip
scene("a forming annulled under a contract", RUNS,
      said(annulled("c1", "certificate", 3, "2024-03-01"), "lifecycle.left_standing void"), on=IN_MAY)  # fmt: skip
scene("a certificate on an order that is published no more", TOWN, annulled("order", "order", 3, "2024-03-01"),
      stands=[("c1", "breach"), ("agreement", "breach")], on=IN_MAY)  # fmt: skip
scene("an agreement whose term was cut below its contract", RUNS,
      line("agreement", "agreement", "amended", "2024-03-01", "education", number="С-1/1",
           sums=[{"year": 2024, "roubles": "100000.00"}], ends_on="2024-04-30", reason="изменение",
           provider_signature="qualified", signature="qualified"),
      stands=[("k1", "breach")], on="2024-04-15")  # fmt: skip
scene("an agreement whose term was cut and is over", RUNS,
      line("agreement", "agreement", "amended", "2024-03-01", "education", number="С-1/1",
           sums=[{"year": 2024, "roubles": "100000.00"}], ends_on="2024-04-30", reason="изменение",
           provider_signature="qualified", signature="qualified"),
      stands=[("k1", "breach")], on=IN_MAY)  # fmt: skip
scene("a provider excluded after the last day of its contract", RUNS, excluded(on="2024-06-03"),
      stands=[("agreement", "breach")], on="2024-07-01")  # fmt: skip
scene("all over at the end of the year", RUNS, [*fulfilled()],
      line("agreement", "agreement", "completed", "2025-01-09", "education"), on="2025-01-31")  # fmt: skip
scene("a record changed without the service of a contract", [*ordered()],
      [*included(services=(FULL_TIME, TECHNICAL))], [*agreed()], [*certified()], [*contracted()],
      line("entry", "selection", "changed", "2024-03-01", "education", provider=provider_told(),
           services=[TECHNICAL], reason="отказ от услуги"),
      stands=[("k1", "breach"), ("agreement", "breach")], on=IN_MAY)  # fmt: skip
SUCCEEDED = line("entry", "selection", "succeeded", "2024-03-01", "education",
                 provider=provider_told(OTHER_PROVIDER), succession="передаточный акт № 1")  # fmt: skip

# ─── Отчёт ───────────────────────────────────────────────────────────────────────────────────────────────

ENDED = [*RUNS, *fulfilled(rendered=50)]
FALSE, ASKED = "report_agrees breach", "report_agrees unknown"
UNHELD = "report_contracts unknown"
scene("a report that says what was rendered", ENDED, reported(50, 50))
scene("a report of the ways apart", ENDED, reported(450, 50))
for told, of in ((49, 49), (51, 51), (450, 51), (400, 0)):
    scene(f"a report of {told} with {of} by certificate", ENDED, said(reported(told, of), FALSE))
scene("a report that does not tell the ways apart", ENDED, said(reported(450), ASKED))
scene("a report of less than was rendered, the ways together", ENDED, said(reported(49), FALSE))
scene("a report in a book without contracts", TOWN, said(reported(50, 50), UNHELD))
scene(
    "a report where a contract is only offered",
    TOWN,
    next(iter(contracted())),
    said(reported(50, 50), UNHELD),
)
scene("a report of the ways together in a book without contracts", TOWN, said(reported(450), UNHELD))
scene("a report of nothing by certificate in a book without contracts", TOWN, reported(400, 0))
scene("a report where nothing was rendered", RUNS,
      line("k1", "contract", "terminated", "2024-02-05", "provider", because="переезд", rendered=volume(0)),
      reported(400, 0))  # fmt: skip
scene("a quarter that its acts tell of", RUNS, act_of(2, 20), act_of(3, 20),
      reported(40, 40, on="2024-04-05", period=("2024-01-01", "2024-03-31")))  # fmt: skip
scene("a quarter of which no act tells", RUNS,
      said(reported(40, 40, on="2024-04-05", period=("2024-01-01", "2024-03-31")), ASKED))  # fmt: skip
scene("a quarter of more than the contract gives", RUNS,
      said(reported(73, 73, on="2024-04-05", period=("2024-01-01", "2024-03-31")), FALSE))  # fmt: skip

# ─── Связанные шаги ──────────────────────────────────────────────────────────────────────────────────────

scene("a conclusion annulled frees the certificate", RUNS, annulled("k1", "contract", 2, "2024-02-05",
      "representative"),
      [*contracted("k2", number="Д-2", on="2024-02-06")])  # fmt: skip
scene("a conclusion restored beside another contract", RUNS,
      annulled("k1", "contract", 2, "2024-02-05", "representative"),
      [*contracted("k2", number="Д-2", on="2024-02-06")],
      said(annulled("k1", "contract", 3, "2024-02-07", "representative"),
      "lifecycle.left_standing void"))  # fmt: skip
scene("a fulfilment annulled and done anew", ENDED, annulled("k1", "contract", 3, "2024-06-03", "provider"),
      wrong(fulfilled(rendered=72, on="2024-06-03"), "contracts.fulfilled_in_time breach"))  # fmt: skip
scene("a fulfilment annulled after a second certificate", RUNS, [*fulfilled()],
      [*certified("x", number="К-2", on="2024-06-03")],
      said(annulled("k1", "contract", 3, "2024-06-04", "provider"), TWICE))  # fmt: skip


# ─── Решение должностного лица ───────────────────────────────────────────────────────────────────────────


scene("a report confirmed by an office", ENDED, said(decided(reported(450)), ASKED))
scene("a decision does not let a wrong report be right", ENDED, said(decided(reported(49)), FALSE))
scene("a decision does not double a certificate", TOWN,
      wrong([*[*certified("x", **AGAIN)][:2], decided([*certified("x", **AGAIN)][2])], TWICE))  # fmt: skip
UNSERVED = [*ordered(), *included(), *certified(), next(iter(contracted()))]
scene("a contract without an agreement", UNSERVED, said([*contracted()][1], "standing.agreed unknown"))
scene("a contract without an agreement that an office let be concluded", UNSERVED,
      said(decided([*contracted()][1]), "standing.agreed unknown"), [*fulfilled()])  # fmt: skip
scene("a certificate formed without an order in the book", [*certified()][:2],
      said(decided([*certified()][2]), "standing.ordered unknown"))  # fmt: skip

# ─── Правопреемник ───────────────────────────────────────────────────────────────────────────────────────

PASSED_ON = [("k1", "unknown"), ("agreement", "unknown")]
scene("a record passed to a successor under a contract", RUNS, SUCCEEDED, stands=PASSED_ON, on=IN_MAY)
scene("a record passed to a successor after the contract ended", RUNS, [*fulfilled(on="2024-02-29")], SUCCEEDED,
      stands=PASSED_ON[1:], on=IN_MAY)  # fmt: skip
scene("a record passed to a successor, the day before", RUNS, SUCCEEDED, on="2024-02-29")
scene("a record passed to a successor and annulled", RUNS, SUCCEEDED,
      annulled("entry", "selection", 3, "2024-03-04"), on=IN_MAY)  # fmt: skip
scene("a record passed to a successor beside another one of the provider", [*ordered()],
      [*included(services=(TECHNICAL,))], [*included("e2", record="2")], [*agreed(record="2")], [*certified()],
      [*contracted()], SUCCEEDED, on=IN_MAY)  # fmt: skip
scene("a record passed to a successor that changed its data since", RUNS, SUCCEEDED,
      line("entry", "selection", "changed", "2024-04-01", "education", provider=provider_told(OTHER_PROVIDER),
           services=[FULL_TIME], reason="новый адрес"), stands=PASSED_ON, on=IN_MAY)  # fmt: skip
scene("a record passed to a successor and excluded", RUNS, SUCCEEDED, excluded(),
      stands=[("k1", "breach"), ("agreement", "breach")], on=IN_MAY)  # fmt: skip
scene("a record passed to a successor without agreements", [*included()], SUCCEEDED)
scene("a contract with the successor on the agreement of the other", TOWN, SUCCEEDED,
      next(iter(contracted(inn=OTHER_PROVIDER, on="2024-03-04"))),
      said([*contracted(inn=OTHER_PROVIDER, on="2024-03-04")][1], "standing.agreed unknown"),
      stands=PASSED_ON[1:], on=IN_MAY)  # fmt: skip
# one question, one answer: whatever was begun before the record passed, a step on it is asked of a person
BY_SUCCESSOR = [*contracted(inn=OTHER_PROVIDER, on="2024-03-04")]
BY_SUCCESSOR[1] = BY_SUCCESSOR[1].model_copy(update={"refers_to": {"certificate": "К-1", "agreement": "С-1"}})
BEGUN = "successors.begun_before unknown"
ON_IT = line("agreement", "agreement", "amended", "2024-03-04", "education", number="С-1/1", document=IN_NAVIGATOR,
             sums=[{"year": 2024, "roubles": "90000.00"}], ends_on="2024-12-31", reason="правопреемство",
             provider_signature="qualified", signature="qualified", refers_to={"provider": "1"})  # fmt: skip
RUNS_ON = line("k1", "contract", "amended", "2024-03-04", "representative", document=IN_NAVIGATOR,
              volume=volume(72), ends_on="2024-06-14", rendered=volume(0), agreed_by="provider",
              refers_to={"certificate": "К-1", "provider": "1", "agreement": "С-1"})  # fmt: skip
scene("a contract with the successor on the agreement that was begun before", TOWN, SUCCEEDED,
      BY_SUCCESSOR[0], said(BY_SUCCESSOR[1], BEGUN), stands=PASSED_ON[1:], on=IN_MAY)  # fmt: skip
scene(
    "an agreement changed by the successor",
    TOWN,
    SUCCEEDED,
    said(ON_IT, BEGUN),
    on=IN_MAY,
)
PASSES, PASSED = (
    said(decided(ON_IT, by="deputy-head"), BEGUN),
    "of which an office decided that it has passed on",
)
scene(
    f"an agreement {PASSED}",
    TOWN,
    SUCCEEDED,
    PASSES,
    BY_SUCCESSOR,
    on=IN_MAY,
)
scene("a contract changed by the successor", RUNS, SUCCEEDED, PASSES, said(RUNS_ON, BEGUN), on=IN_MAY)
scene(f"a contract {PASSED}", RUNS, SUCCEEDED, PASSES,
      said(decided(RUNS_ON, by="deputy-head"), BEGUN), on=IN_MAY)  # fmt: skip
scene("a contract with whom the record was passed from", TOWN, SUCCEEDED, next(iter(contracted(on="2024-03-04"))),
      said([*contracted(on="2024-03-04")][1], "certificates.same_provider void"),
      stands=PASSED_ON[1:], on=IN_MAY)  # fmt: skip

# whoever the record has passed on from is in the register by it no more, and may be included anew
ANEW = [*included("e2", record="7", on="2024-03-04")]
scene("a provider included anew after its record passed on", [*included()], SUCCEEDED, ANEW)
scene("a provider included anew before its record passed on", [*included()],
      wrong(included("e2", record="7", on="2024-02-28"), "record_once void"), SUCCEEDED)  # fmt: skip
scene("a provider whose record has passed on changes another one to its service", [*included()], SUCCEEDED,
      [*included("e2", record="7", services=(TECHNICAL,), on="2024-03-04")],
      line("e2", "selection", "changed", "2024-03-11", "education", provider=provider_told(),
           services=[FULL_TIME], reason="новые данные"))  # fmt: skip
scene("a successor that applies for the service of the record that has passed on to it", [*included()], SUCCEEDED,
      wrong(included("e2", inn=OTHER_PROVIDER, record="7", on="2024-03-04"), "record_once void"))  # fmt: skip
scene("a passing on annulled beside a new record of whom it passed on from", [*included()], SUCCEEDED, ANEW,
      said(annulled("entry", "selection", 3, "2024-03-05"), "record_once void"))  # fmt: skip
scene("a record that comes back beside a new one", [*included()], SUCCEEDED, ANEW,
      said(line("entry", "selection", "succeeded", "2024-03-11", "education", provider=provider_told(),
                succession="передаточный акт № 2"), "record_once void"))  # fmt: skip
AGREED_ANEW = [
    _late(one, on)
    for one, on in zip(
        agreed("a2", number="С-2", record="7"), ("2024-03-05", "2024-03-06", "2024-03-07"), strict=True
    )
]
SERVED_ANEW = [one.model_copy(update={"refers_to": {"certificate": "К-1", "agreement": "С-2"}}) if at else one
               for at, one in enumerate(contracted(on="2024-03-11"))]  # fmt: skip
BY_ANEW = [[*ordered()], [*included()], [*certified()], SUCCEEDED, ANEW, AGREED_ANEW, SERVED_ANEW]
scene("an agreement and a contract on the new record", *BY_ANEW, on=IN_MAY)
scene("the new record is excluded", *BY_ANEW, excluded("e2", on="2024-04-01"),
      stands=[("k1", "breach"), ("a2", "breach")], on=IN_MAY)  # fmt: skip
scene("the old record is excluded from whom it has passed on to", *BY_ANEW, excluded(on="2024-04-01"),
      on=IN_MAY)  # fmt: skip
scene("an act of days after the new record is excluded", *BY_ANEW, excluded("e2", on="2024-04-01"),
      said(act_of(4, 20, "a2"), "could_serve unknown"),
      stands=[("k1", "breach"), ("a2", "breach")], on=IN_MAY)  # fmt: skip

# ─── Год за годом ────────────────────────────────────────────────────────────────────────────────────────

NEXT = [one.model_copy(update={"event": type(one.event).model_validate(
    {**one.event.model_dump(mode="json"), "on": on})})
    for one, on in zip(ordered("o25", number="2025/1", year=2025), ("2024-11-01", "2024-12-02", "2024-12-04"),
                       strict=True)]  # fmt: skip
scene("an order of the next year takes nothing from this one", share(72), NEXT, [*certified()])
scene("a number of this year's order in the next year", TOWN,
      [one.model_copy(update={"history": "o25"}) for one in NEXT[:1]])  # fmt: skip

# ─── Единый сертификат ───────────────────────────────────────────────────────────────────────────────────

SINGLE = [*ordered(shares=((FULL_TIME, 600), (TECHNICAL, 600))), *included(services=(FULL_TIME, TECHNICAL)),
          *agreed(services=(FULL_TIME, TECHNICAL)),
          *certified(services=(FULL_TIME, TECHNICAL), line=FULL_TIME)]  # fmt: skip
scene("two contracts of two services of one certificate", SINGLE, [*contracted(amount=36)],
      [*contracted("k2", number="Д-2", service=TECHNICAL, amount=36)])  # fmt: skip
scene("two contracts of two services beyond one certificate", SINGLE, [*contracted(amount=36)],
      wrong(contracted("k2", number="Д-2", service=TECHNICAL, amount=37), "volumes.covered void"))  # fmt: skip
scene("a certificate for one of the services beside a single one", SINGLE,
      wrong(certified("x", **AGAIN, services=(TECHNICAL,)), TWICE))  # fmt: skip
scene("a single certificate used up by two contracts", SINGLE, [*contracted(amount=36)],
      [*contracted("k2", number="Д-2", service=TECHNICAL, amount=36)], [*fulfilled(rendered=36)],
      [*fulfilled("k2", rendered=36)], [*certified("x", number="К-2", on="2024-06-03")])  # fmt: skip

# ─── Приостановление, изменение ──────────────────────────────────────────────────────────────────────────

PAUSED = line("c1", "certificate", "suspended", "2024-01-15", "education", reason="болезнь")
scene("a contract under a suspended certificate", TOWN, PAUSED, wrong(contracted(), "standing.formed void"))
scene("a second certificate beside a suspended one", TOWN, PAUSED, wrong(certified("x", **AGAIN), TWICE))
scene("a contract under a resumed certificate", TOWN, PAUSED,
      line("c1", "certificate", "resumed", "2024-01-22", "education", reason="выздоровление"),
      [*contracted()])  # fmt: skip
scene(
    "a certificate annulled that a contract holds", RUNS, said(gone(on="2024-03-01"), "lifecycle.state void")
)
scene("a contract that ends after its certificate", TOWN,
      [one.model_copy(update={"event": one.event.model_copy(update={"ends_on": date(2025, 1, 31)})})
       if i == 0 else said(one, "certificates.contract_within breach", "contracts.within_agreement breach")
       for i, one in enumerate(contracted())])  # fmt: skip

# ─── Деньги соглашения ───────────────────────────────────────────────────────────────────────────────────


def paying(kind, on, by="education", **facts):
    return line("agreement", "agreement", kind, on, by, **facts)


ADVANCE = paying("advance_paid", "2024-01-15", roubles="60000")
CLAIM = paying("claimed", "2024-03-01", "provider", number="Т-1", since="2024-02-01", until="2024-02-29",
               roubles="40000")  # fmt: skip
scene("an advance and a claim within the sum of the year", RUNS[:-2], ADVANCE, [*contracted()], CLAIM,
      paying("claim_paid", "2024-03-04", claim="Т-1", roubles="40000"))  # fmt: skip
scene("an advance and a claim beyond the sum of the year", RUNS[:-2], ADVANCE, [*contracted()],
      said(paying("claimed", "2024-03-01", "provider", number="Т-1", since="2024-02-01", until="2024-02-29",
                  roubles="40001"), "debts.claim_covered breach"),
      said(paying("claim_paid", "2024-03-04", claim="Т-1", roubles="40001"), "payments.in_year void"))  # fmt: skip
scene("a remainder kept by a provider that kept the conditions", TOWN, ADVANCE,
      paying("remainder_kept", "2025-01-15", year=2024, roubles="500", conditions_kept=True))  # fmt: skip
scene("a remainder returned by a provider that kept the conditions", TOWN, ADVANCE,
      said(paying("remainder_returned", "2025-01-15", year=2024, roubles="500", conditions_kept=True),
           "remainders.goes_back void"))  # fmt: skip
scene("more left over than was paid", TOWN, ADVANCE,
      said(paying("remainder_kept", "2025-01-15", year=2024, roubles="60000.01", conditions_kept=True),
           "remainders.left_over void"))  # fmt: skip

# ─── Несвязанное ─────────────────────────────────────────────────────────────────────────────────────────

scene("a wrong line after another wrong one of another case", TOWN, wrong(certified("x", **AGAIN), TWICE),
      wrong(included("e9", record="9", on="2024-01-25"), "record_once void"))  # fmt: skip
scene("one fault told at each of two steps", BOTH_ORDERED, [*certified()], wrong(certified("x", **AGAIN), TWICE),
      wrong(certified("y", number="К-3", on="2024-01-23"), TWICE))  # fmt: skip


# ─── Двери ───────────────────────────────────────────────────────────────────────────────────────────────

S = {name: one for name, one in S.items() if one.steps}
scenes = pytest.mark.parametrize("name", S)


@scenes
def test_the_audit_of_a_file_tells_exactly_that(name):
    one = S[name]
    steps, standing = counted(one.of_audit())
    assert (dict(steps), dict(standing)) == (dict(one.wanted()), dict(one.standing()))


@scenes
def test_the_book_tells_it_before_the_step(name):
    one = S[name]
    assert dict(one.before()) == dict(one.wanted())


NOT_KEPT = ("lifecycle.left_standing", "lifecycle.state")
"""What leads nowhere from its state is no record."""


@scenes
def test_a_book_that_holds_the_cases_tells_it_afterwards(name):
    one = S[name]
    kinds = {at: (step.history, step.event.kind) for at, step in enumerate(one.lines, 1)}
    wanted = sorted(
        (*kinds[at], rule, outcome) for (at, rule, outcome) in one.wanted() if rule not in NOT_KEPT
    )
    found = [each for each in one.of_book() if each.rule not in (*NOT_KEPT, *STANDING.values())]
    assert sorted((each.history, each.kind, each.rule, each.outcome.value) for each in found) == wanted


@scenes
def test_a_file_whose_days_stand_in_another_order_has_the_same_findings(name):
    one = S[name]
    steps, standing = counted(one.of_audit(out_of_time(one.lines)))
    assert (dict(steps), dict(standing)) == (dict(one.wanted()), dict(one.standing()))


@scenes
def test_a_cause_is_an_earlier_line_against_which_something_is_found_or_that_was_rested_on(name):
    one = S[name]
    found = one.of_audit()
    lines = {each.line for each in found if each.rule not in STANDING.values()}
    for each in found:
        if each.cause is not None and each.rule not in STANDING.values():
            assert each.cause in lines
            assert each.cause < each.line


def test_the_command_tells_the_same(tmp_path):
    """By the profile that most scenes have; a file for each would take too long, so one is asked of each rule."""
    asked = {}
    for name, one in S.items():
        rules = frozenset(rule for _, rule, _ in one.wanted()) | {rule for _, rule, _ in one.standing()}
        if one.profile is Scene(()).profile:
            asked.setdefault(rules, name)
    for name in asked.values():
        one = S[name]
        steps, profile = files(tmp_path, one.lines)
        words = ["audit", steps, "--profile", profile, "--json", *(["--on", one.on] if one.on else [])]
        result = CliRunner().invoke(app, [str(word) for word in words])
        rows = [json.loads(row) for row in result.stdout.splitlines()]
        told = counted(row for row in rows if "rule" in row)
        assert (dict(told[0]), dict(told[1])) == (dict(one.wanted()), dict(one.standing())), name
        bad = any(outcome in ("void", "breach") for *_, outcome in (*told[0], *told[1]))
        assert result.exit_code == int(bad), name


def test_there_are_as_many_scenes_as_were_asked_for():
    assert len(S) >= 120
