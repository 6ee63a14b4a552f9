"""What an indicator counts of the cases: an oracle that counts apart from the code, over drawn books."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import pytest
from books import PROFILE, line
from cases_at_hand import FULL_TIME, TECHNICAL
from filled import edited
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.indicators import Reported, indicators_on
from law189.casebook.cycles import CYCLES
from law189.casebook.known import Made, on_day
from law189.casebook.tallies import tallied
from law189.cases.history import RecordAnnulled
from law189.law import Text
from law189.profile.tallies import OF_SOME, Counts, Tally
from law189.rules.indicators.tallies import ENDS, HOLDER, SECTOR
from law189.verdict import Outcome

END = date(2024, 12, 31)
INNS = ("4205000009", "4205000016", "4205 000 023")
FILES = ("17", "№ 17", "18", "19")
KINDS = ("legal-entity", "sole-proprietor", "natural-person")
SECTORS = ("state", "municipal", "non-state")
UNIT = "person-hours"


def taken(name, cycle, *steps):
    """The case with what happened, whatever is wrong with it: a count asks only what happened."""
    history = CYCLES[cycle].begin(name)
    for kind, on, facts in steps:
        event = line(name, cycle, kind, str(on), "education", **facts).event
        history, _ = CYCLES[cycle].happened(history, event, PROFILE)
    return history


def selected(
    name, inn, kind="legal-entity", sector=None, on="2024-01-09", included=None, excluded=None, passed=None
):
    """A case of a selection; days are days or their texts."""
    told = {"kind": kind, "inn": inn, **({} if sector is None else {"sector": sector})}
    steps = [("applied", on, {"provider": told, "services": [FULL_TIME]})]
    steps += [("included", included, {"record": name})] if included else []
    if passed:
        day, successor, of_kind = passed
        told = {"kind": of_kind, "inn": successor}
        steps += [("succeeded", day, {"provider": told, "succession": "акт"})]
    steps += [("excluded", excluded, {"ground": "own-request", "because": "сам"})] if excluded else []
    return taken(name, "selection", *steps)


def formed(name, file, on="2024-01-10", valid_until="2024-12-31", annulled=None, paused=None):
    """A certificate; `paused` is the day of its suspension and the day on which it was resumed, or None."""
    asked = {
        "recipient": {"file": file, "born": "2014-05-01"},
        "services": [FULL_TIME],
        "asks": ["enrolment"],
    }
    nominal = {"amount": 72, "unit": UNIT}
    steps = [
        ("applied_for", on, asked),
        ("recipient_registered", on, {"record": name}),
        ("formed", on, {"number": name, "nominal": nominal, "valid_until": valid_until}),
    ]
    for kind, day in zip(("suspended", "resumed"), paused or (), strict=False):
        steps += [(kind, day, {"reason": "болезнь"})] if day else []
    steps += [("annulled", annulled, {"reason": "переезд", "ground": "own-request"})] if annulled else []
    return taken(name, "certificate", *steps)


def served(name, inn, file, rendered, on, kind="fulfilled"):
    extract = None if file is None else {
        "as_of": "2024-01-11", "number": name, "recipient": {"file": file, "born": "2014-05-01"},
        "services": [FULL_TIME], "nominal": {"amount": 72, "unit": UNIT},
        "balance": {"amount": 72, "unit": UNIT}, "formed_on": "2024-01-10", "valid_until": "2024-12-31",
    }  # fmt: skip
    offered = {
        "number": name, "provider": inn, "service": FULL_TIME, "volume": {"amount": 72, "unit": UNIT},
        "ends_on": "2024-05-31",
    }  # fmt: skip
    more = {
        "fulfilled": {"act": "А-1"},
        "terminated": {"because": "переезд"},
        "amended": {"volume": {"amount": 72, "unit": UNIT}, "ends_on": "2024-05-31", "agreed_by": "consumer"},
    }
    told = {"rendered": {"amount": rendered, "unit": UNIT}, **more.get(kind, {})}
    return taken(
        name,
        "contract",
        ("offered", on, offered),
        ("concluded", on, {} if extract is None else {"certificate": extract}),
        *([] if kind == "runs" else [(kind, on, told)]),
    )


def ordered(name, lines, year=2024, approved="2023-12-01", amended=None, cancelled=None):
    def written(some):
        return [
            {
                "service": service,
                "unit": unit,
                "total": sum(amount for _, amount in parts),
                "parts": [{"way": way, "amount": amount} for way, amount in parts],
            }
            for service, unit, parts in some
        ]

    steps = [("drafted", "2023-11-01", {"number": name, "year": year, "lines": written(lines)})]
    steps += [("approved", approved, {"enabling_act": "решение № 7"})] if approved else []
    if amended:
        more = {"status": 2, "reason": "изменение", "enabling_act": "решение № 8"}
        steps += [("amended", "2024-02-01", {"lines": written(amended), **more})]
    steps += [("cancelled", cancelled, {"reason": "отмена", "begun": False})] if cancelled else []
    return taken(name, "order", *steps)


def counted(histories, on=END, profile=PROFILE, **counts):
    return tallied(Counts(**counts), [on_day(one, on) for one in histories], profile.on(on), on)


def ends(histories, on=END, **counts):
    found = counted(histories, on, **counts).found
    return found.ru if isinstance(found, Text) else (found.least, found.most)


# ─── The oracle ──────────────────────────────────────────────────────────────────────────────────────────

DAYS = st.integers(0, 60).map(lambda plus: date(2024, 1, 10) + timedelta(plus))


@st.composite
def selections(draw):
    found = []
    for number in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(KINDS))
        sector = draw(st.sampled_from((None, *SECTORS))) if kind == "legal-entity" else None
        on = draw(DAYS)
        included = draw(st.none() | st.integers(0, 20).map(lambda plus, on=on: on + timedelta(plus)))
        excluded = included and draw(
            st.none() | st.integers(0, 20).map(lambda plus, included=included: included + timedelta(plus))
        )
        inn, passed = draw(st.sampled_from(INNS)), None
        if included and draw(st.booleans()):
            day = min(included + timedelta(draw(st.integers(0, 20))), excluded or date.max)
            successor = draw(st.sampled_from([one for one in INNS if one != inn]))
            passed = (day, successor, draw(st.sampled_from(KINDS)))
        found.append((f"s{number}", inn, kind, sector, on, included, excluded, passed))
    return found


@st.composite
def contracts(draw):
    return [
        (
            f"k{number}",
            draw(st.sampled_from(INNS)),
            draw(st.sampled_from((*FILES, *FILES, None))),
            draw(st.sampled_from((0, 36, 72))),
            draw(DAYS) - timedelta(draw(st.sampled_from((0, 0, 366)))),
            draw(st.sampled_from(("fulfilled", "terminated", "amended", "runs"))),
        )
        for number in range(draw(st.integers(0, 5)))
    ]


FILTERS = st.tuples(
    st.sets(st.sampled_from(KINDS)).map(sorted), st.sets(st.sampled_from(SECTORS)).map(sorted)
)


def of_provider(drawn, on):
    """What is known of each provider on the day: the kind of the latest case, the latest sector that is told."""
    latest = {}
    told = [one for one in drawn if one[4] <= on]

    def last(one):
        days = (*one[4:7], one[7] and one[7][0])
        return max(day for day in days if day and day <= on)

    for _, inn, kind, sector, *_, passed in sorted(told, key=last):
        holders = [(inn, kind, sector)]
        if passed and passed[0] <= on:
            holders.append((*passed[1:], None))
        for one, of_kind, of_sector in holders:
            own = of_sector if of_kind == "legal-entity" else "non-state"
            latest[one.replace(" ", "")] = (of_kind, own or latest.get(one.replace(" ", ""), (None, None))[1])
    return latest


def holder(one, on):
    """The INN of whoever the record is by the day."""
    passed = one[7]
    return (passed[1] if passed and passed[0] <= on else one[1]).replace(" ", "")


def worlds_of(known, inns, kinds, sectors):
    """For each way in which what is not told could be: the providers who are counted."""
    worlds = [set()]
    for inn in sorted(inns):
        kind, sector = known.get(inn, (None, None))
        may = set()
        for one in [kind] if kind else KINDS:
            for other in [sector] if sector else SECTORS if one == "legal-entity" else ["non-state"]:
                may.add((not kinds or one in kinds) and (not sectors or other in sectors))
        worlds = [world | ({inn} if yes else set()) for world in worlds for yes in may]
    return worlds


@given(selections(), DAYS, FILTERS)
@settings(max_examples=size(60, 3000))
def test_providers_and_applicants_are_those_of_every_way_in_which_the_untold_could_be(drawn, on, filters):
    kinds, sectors = filters
    histories = [selected(*one) for one in drawn]
    applied = {one[1].replace(" ", "") for one in drawn if one[4] <= on}
    inside = {holder(one, on) for one in drawn if one[5] and one[5] <= on and not (one[6] and one[6] <= on)}
    known = of_provider(drawn, on)
    for kind, who in (("applicants", applied), ("providers", inside), ("providers-share", inside)):
        if kind == "providers-share" and not (kinds or sectors):
            continue
        found = ends(histories, on, kind=kind, kinds=kinds, sectors=sectors)
        if not applied:
            assert found == "отбора исполнителей в делах нет"
            continue
        many = [len(world) for world in worlds_of(known, who, kinds, sectors)]
        if kind == "providers-share":
            if not who:
                assert found == "исполнителей в реестре нет"
                continue
            many = [Fraction(one * 100, len(who)) for one in many]
        assert found == (min(many), max(many))


def given_in(one, day):
    """Whether the contract gave something in the year of the day by then: it did, it did not, or it may have."""
    _, _, _, rendered, on, kind = one
    if kind == "runs":
        return (True, False)  # to its last day in May 2024
    if on == day or (on.year == day.year and (rendered or kind != "amended")):
        return (bool(rendered),)
    return (True, False) if kind == "amended" and rendered < 72 else (False,)


@given(selections(), contracts(), DAYS, FILTERS)
@settings(max_examples=size(60, 3000))
def test_whoever_was_served_is_counted_within_what_the_untold_could_be(drawn, signed, on, filters):
    kinds, sectors = filters
    histories = [selected(*one) for one in drawn]
    histories += [served(*one) for one in signed]
    known, begun = of_provider(drawn, on), [one for one in signed if one[4] <= on]
    found = counted(histories, on, kind="served", kinds=kinds, sectors=sectors).found
    if not begun:
        assert isinstance(found, Text)
        return
    files = {file: file.lstrip("№ ") for file in FILES}
    every, shares = [], []
    worlds = worlds_of(known, {one[1].replace(" ", "") for one in begun}, kinds, sectors)
    for gave in product(*(given_in(one, on) for one in begun)):
        mine = [one for one, yes in zip(begun, gave, strict=True) if yes]
        whole = {files[one[2]] for one in mine if one[2] is not None}
        for world in worlds:
            sure = {files[one[2]] for one in mine if one[2] is not None and one[1].replace(" ", "") in world}
            strange = [one[1].replace(" ", "") in world for one in mine if one[2] is None]
            every += [max(len(sure), 1 if any(strange) else 0), len(sure) + sum(strange)]
            shares += [Fraction(len(sure) * 100, len(whole))] if whole else []
    assert (found.least, found.most) == (min(every), max(every))
    assert found.least == found.most or found.lacks
    may = [one for one in begun if True in given_in(one, on)]
    untold = found.least < found.most and any(False in given_in(one, on) for one in may)
    assert (ENDS in found.lacks) == untold
    if all(one[2] for one in may):
        assert HOLDER not in found.lacks
        if (kinds or sectors) and may:
            share = counted(histories, on, kind="served-share", kinds=kinds, sectors=sectors).found
            assert (share.least, share.most) == (min(shares), max(shares))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(FILES),
            DAYS,
            st.integers(-5, 40),
            st.none() | st.integers(0, 40),
            st.none() | st.tuples(st.integers(0, 20), st.none() | st.integers(0, 20)),
        ),
        max_size=6,
    ),
    DAYS,
)
@settings(max_examples=size(40, 2000))
def test_certificates_are_live_from_their_day_to_their_last_but_while_they_are_suspended(drawn, on):
    def days(day, pause):
        """From which day it is suspended, and from which day no more."""
        if pause is None:
            return None
        since = day + timedelta(pause[0])
        return since, None if pause[1] is None else since + timedelta(pause[1])

    def suspended(day, pause):
        since, until = days(day, pause) or (date.max, None)
        return since <= on and (until is None or on < until)

    histories = [
        formed(
            f"c{number}",
            file,
            str(day),
            str(day + timedelta(max(lasts, 0))),
            None if ends_in is None else str(day + timedelta(ends_in)),
            days(day, pause) if ends_in is None else None,
        )
        for number, (file, day, lasts, ends_in, pause) in enumerate(drawn)
    ]
    live = [
        file.lstrip("№ ")
        for file, day, lasts, ends_in, pause in drawn
        if day <= on <= day + timedelta(max(lasts, 0))
        and not (suspended(day, pause) if ends_in is None else on >= day + timedelta(ends_in))
    ]
    if any(day <= on for _, day, *_ in drawn):
        assert ends(histories, on, kind="certificates") == (len(live), len(live))
        assert ends(histories, on, kind="holders") == (len(set(live)), len(set(live)))
        assert len(counted(histories, on, kind="holders").made_by) == len(live)
    else:
        assert ends(histories, on, kind="certificates") == "сертификатов в делах нет"


def test_whoever_applied_is_counted_and_not_the_successor_of_a_record():
    """One applied twice; the other has the first record by succession and never applied."""
    one, other = INNS[:2]
    first = selected(
        "s1", one, sector="non-state", included="2024-01-11", passed=("2024-02-01", other, "legal-entity")
    )
    both = [first, selected("s2", one, on="2024-03-01", included="2024-03-04")]
    assert [ends(both, kind=kind) for kind in ("applicants", "providers")] == [(1, 1), (2, 2)]
    assert [made.record for made in counted(both, kind="applicants").made_by] == [1]
    assert [ends([first], kind=kind) for kind in ("applicants", "providers")] == [(1, 1), (1, 1)]
    served_by = [first, served("k1", one, "17", 36, date(2024, 1, 31))]
    assert ends(served_by, kind="served", sectors=("non-state",)) == (1, 1), "its sector was told of it"
    assert ends(served_by, kind="providers", sectors=("non-state",)) == (0, 1), "of the successor nobody told"


# ─── Orders and acts ─────────────────────────────────────────────────────────────────────────────────────

BOTH = (
    (FULL_TIME, UNIT, (("certificate", 600), ("municipal-task", 400))),
    (TECHNICAL, UNIT, (("municipal-task", 500),)),
)


def test_shares_of_the_order_are_exact_and_of_the_year_of_the_day():
    book = [ordered("1", BOTH), ordered("2", BOTH[:1], year=2025)]
    assert ends(book, kind="services-share") == (50, 50)
    assert ends(book, kind="volume-share") == (40, 40)
    assert ends(book, date(2025, 3, 1), kind="services-share") == (100, 100)
    assert ends(book, date(2026, 3, 1), kind="volume-share") == "утверждённого заказа на этот год в делах нет"
    assert ends(book, date(2026, 3, 1), kind="services-share") == ends(
        book, date(2026, 3, 1), kind="volume-share"
    )
    assert counted(book, kind="volume-share").made_by == (Made("1", 1),)


def test_an_amended_order_counts_as_it_is_on_the_day():
    book = [ordered("1", BOTH, amended=BOTH[:1])]
    assert ends(book, date(2024, 1, 31), kind="volume-share") == (40, 40)
    assert ends(book, date(2024, 2, 1), kind="volume-share") == (60, 60)
    assert counted(book, kind="services-share").made_by == (Made("1", 3),)


def test_units_are_not_added_and_nothing_is_no_whole():
    mixed = (BOTH[0], (TECHNICAL, "roubles", (("certificate", 5),)))
    assert ends([ordered("1", mixed)], kind="volume-share") == "у строк заказа разные единицы"
    empty = ((FULL_TIME, UNIT, (("certificate", 0),)),)
    assert ends([ordered("1", empty)], kind="volume-share") == "в заказе нет объёма"
    assert ends([ordered("1", empty)], kind="services-share") == (0, 0)


def test_orders_count_once_approved_and_no_more_once_cancelled():
    book = [ordered("1", BOTH), ordered("2", BOTH, approved=None), ordered("3", BOTH, cancelled="2024-03-01")]
    assert ends(book, date(2023, 11, 30), kind="orders") == (0, 0)
    assert ends(book, date(2024, 2, 29), kind="orders") == (2, 2)
    assert ends(book, date(2024, 3, 1), kind="orders") == (1, 1)
    assert ends([], kind="orders") == "заказов в делах нет"


def test_acts_are_those_of_the_profile_that_are_in_force():
    acts = PROFILE.on(END).adopted
    assert ends([], kind="acts") == (len(acts), len(acts))
    assert ends([], kind="acts", acts=["subsidy"]) == (1, 1)
    assert ends([], date(2023, 9, 24), kind="acts") == (0, 0)
    bare = edited(PROFILE, {"adopted": ()})
    assert counted([], profile=bare, kind="acts").found.ru == "принятых актов в профиле нет"


@pytest.mark.parametrize("kind", [one for one in Tally if one is not Tally.ACTS])
def test_nothing_is_counted_where_the_cases_hold_nothing_of_the_kind(kind):
    more = {"sectors": ["non-state"]} if kind in OF_SOME else {}
    assert isinstance(ends([], kind=kind, **more), str)


def test_a_record_that_was_annulled_counts_until_its_annulment():
    case = selected("s", INNS[0], included="2024-01-11")
    annulled = RecordAnnulled(on="2024-02-01", by="education", record=2, reason="ошибка")
    case, _ = CYCLES["selection"].happened(case, annulled, PROFILE)
    assert ends([case], date(2024, 1, 31), kind="providers") == (1, 1)
    assert ends([case], date(2024, 2, 1), kind="providers") == (0, 0)


def test_nobody_served_has_no_share_and_what_is_missing_is_said():
    book = [served("k1", INNS[0], None, 0, "2024-03-01")]
    assert ends(book, kind="served") == (0, 0)
    assert ends(book, kind="served-share", sectors=["state"]) == "по договорам этого года никому не оказано"
    book = [served("k1", INNS[0], None, 5, "2024-03-01"), served("k2", INNS[0], "17", 5, "2024-03-01")]
    found = counted(book, kind="served-share", sectors=["state"]).found
    assert (found.least, found.most, found.lacks) == (0, 100, (SECTOR, HOLDER))


def agreed_by(one, agreement="С-1"):
    """The contract under an agreement."""
    places = [place for place, record in enumerate(one.records) if record.kind == "concluded"]
    extract = {
        "as_of": "2024-02-01", "number": agreement, "provider": INNS[0], "services": [FULL_TIME],
        "mode": "provision", "concluded_on": "2023-12-27", "ends_on": "2024-12-31",
    }  # fmt: skip
    (place,) = places
    record = one.records[place]
    event = type(record.event).model_validate({**record.event.model_dump(), "agreement": extract})
    records = [*one.records]
    records[place] = record._replace(event=event)
    return one._replace(records=tuple(records))


def acted(amount, since="2024-02-01", until="2024-03-31"):
    """The case of the agreement, with an act of a period."""
    draft = {
        "number": "С-1", "mode": "provision", "sums": [{"year": 2024, "roubles": "100.00"}],
        "services": [FULL_TIME], "ends_on": "2024-12-31",
    }  # fmt: skip
    rendered = [{"service": FULL_TIME, "amount": amount, "unit": UNIT}]
    act = {"number": "А-1", "since": since, "until": until, "rendered": rendered}
    return taken("a", "agreement", ("drafted", "2023-12-11", draft), ("signed_by_provider", "2023-12-12", {}),
                 ("concluded", "2023-12-13", {}), ("act_drawn", until, act))  # fmt: skip


RUNS = served("k1", INNS[0], "17", 0, "2024-02-01", "runs")
BESIDE = served("k2", INNS[0], "18", 0, "2024-02-01", "runs")
OVER = served("k2", INNS[0], "18", 20, "2024-02-29", "terminated")
SERVED_BY = {
    # what the cases hold, the day, and how many consumers were served at least and at most
    "it runs and nothing is told": ([RUNS], "2024-04-01", (0, 1)),
    "its last day is past": ([RUNS], "2024-12-31", (0, 1)),
    "before it began": ([RUNS], "2024-01-31", "договоров в делах нет"),
    "the year after": ([RUNS], "2025-12-31", (0, 0)),
    "an amendment tells that something was rendered": (
        [served("k1", INNS[0], "17", 30, "2024-03-31", "amended")], "2024-12-31", (1, 1)
    ),
    "an amendment tells that nothing was yet": (
        [served("k1", INNS[0], "17", 0, "2024-03-31", "amended")], "2024-12-31", (0, 1)
    ),
    "an act tells": ([agreed_by(RUNS), acted(30)], "2024-12-31", (1, 1)),
    "an act of another agreement tells": ([agreed_by(RUNS, "С-2"), acted(30)], "2024-12-31", (0, 1)),
    "an act tells of two, each of which may have given it all": (
        [agreed_by(RUNS), agreed_by(BESIDE), acted(30)], "2024-12-31", (0, 2)
    ),
    "an act tells of more than one of the two can have given": (
        [agreed_by(RUNS), agreed_by(BESIDE), acted(80)], "2024-12-31", (2, 2)
    ),
    "an act tells of more than the one that has ended gave": (
        [agreed_by(RUNS), agreed_by(OVER), acted(30)], "2024-12-31", (2, 2)
    ),
    "it ended with nothing": ([served("k1", INNS[0], "17", 0, "2024-02-29")], "2024-12-31", (0, 0)),
    "one consumer under two contracts": (
        [RUNS, served("k2", INNS[0], "17", 36, "2024-02-29")], "2024-12-31", (1, 1)
    ),
}  # fmt: skip


@pytest.mark.parametrize("why", SERVED_BY)
def test_whoever_was_served_is_counted_by_what_is_told_of_the_year(why):
    book, on, many = SERVED_BY[why]
    assert ends(book, date.fromisoformat(on), kind="served") == many
    found = counted(book, date.fromisoformat(on), kind="served").found
    if isinstance(many, tuple):
        assert (ENDS in found.lacks) == (many[0] < many[1])


# ─── Beside what was reported ────────────────────────────────────────────────────────────────────────────


def judged(value, histories, until=END, **record):
    reported = {} if value is None else {"app5.2.3": Reported(id="app5.2.3", value=value, **record)}
    found = {one.indicator.id: one for one in indicators_on(PROFILE, reported, until, histories=histories)}
    return found["app5.2.3"]


def part(entry):
    return next(one for one in entry.verdict.walk() if one.rule == "indicators.counted")


BOOK = [
    selected("s1", INNS[0], included="2024-01-11"),
    selected("s2", INNS[1], included="2024-11-01"),
    selected("s3", INNS[2], included="2025-01-09"),
]


@pytest.mark.parametrize(
    ("value", "record", "on", "day", "outcome"),
    [
        (2, {}, "2024-12-31", "2024-12-31", Outcome.HOLDS),
        (3, {}, "2025-02-01", "2025-02-01", Outcome.HOLDS),
        (2, {"year": 2024}, "2025-02-01", "2024-12-31", Outcome.HOLDS),
        (3, {"year": 2024}, "2025-02-01", "2024-12-31", Outcome.BREACH),
        (1, {"on": "2024-10-01", "year": 2024}, "2025-02-01", "2024-10-01", Outcome.HOLDS),
        (1, {"on": "2024-10-01"}, "2025-02-01", "2024-10-01", Outcome.HOLDS),
        (2, {"on": "2025-01-15", "year": 2024}, "2025-02-01", "2024-12-31", Outcome.HOLDS),
        (3, {"year": 2030}, "2025-02-01", "2025-02-01", Outcome.HOLDS),
        (None, {}, "2025-02-01", "2025-02-01", Outcome.UNKNOWN),
    ],
)
def test_a_value_is_compared_on_its_day_and_no_later_than_its_year_ends(value, record, on, day, outcome):
    entry = judged(value, BOOK, date.fromisoformat(on), **record)
    assert part(entry).outcome is outcome
    assert entry.counted.on == date.fromisoformat(day)
    assert part(entry).facts["on"] == entry.counted.on


def test_the_count_is_told_as_json_with_its_records():
    told = judged(1, BOOK).as_json()
    assert told["counts"] == {"kind": "providers", "kinds": [], "sectors": [], "acts": []}
    assert told["counted"] == {
        "on": "2024-12-31",
        "least": "2",
        "most": "2",
        "why": None,
        "made_by": [{"history": "s1", "record": 2}, {"history": "s2", "record": 2}],
    }
    empty = judged(1, [])
    assert empty.as_json()["counted"]["why"]["ru"] == "отбора исполнителей в делах нет"
    assert part(empty).outcome is Outcome.UNKNOWN


def test_without_cases_nothing_is_counted_and_cases_need_a_day():
    for entry in indicators_on(PROFILE, {"app5.2.3": 5}, END):
        assert entry.counted is None
        assert all(one.rule != "indicators.counted" for one in entry.verdict.walk())
    with pytest.raises(ValueError, match="give the day"):
        indicators_on(PROFILE, {}, histories=[])


def test_an_indicator_that_counts_nothing_is_judged_as_without_cases():
    with_cases = {one.indicator.id: one.verdict for one in indicators_on(PROFILE, {}, END, histories=BOOK)}
    without = {one.indicator.id: one.verdict for one in indicators_on(PROFILE, {}, END)}
    assert {item for item in without if with_cases[item] != without[item]} == {"app5.2.2", "app5.2.3"}
