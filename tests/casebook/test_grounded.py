"""What a contract says was rendered beside its grounds: its end does not hide that they were gone."""

from datetime import date, timedelta
from itertools import accumulate

import pytest
from books import (
    FULL_TIME,
    PROFILE,
    agreed,
    certified,
    contracted,
    decided,
    fulfilled,
    included,
    line,
    ordered,
    taking,
    volume,
)
from cases_at_hand import IN_NAVIGATOR
from hypothesis import given, settings
from hypothesis.strategies import integers, lists, sets

from law189.audit.bulk import Audit
from law189.verdict import Outcome

RULE = "reconciliation.rendered_without"
TOWN = [*ordered(), *included(), *agreed(), *certified(), *contracted()]


def excluded(on="2024-03-01", entry=None):
    entry = entry or next(one.history for one in included())
    return line(entry, "selection", "excluded", on, "education", ground="own-request", because="заявление")


def broken_off(on="2024-03-04"):
    case = next(one.history for one in agreed())
    return line(case, "agreement", "terminated", on, "education", ground="исключение", because="исключён")


def terminated(on, rendered):
    return line("k1", "contract", "terminated", on, "provider", because="исключён", rendered=volume(rendered))


def amended(on, rendered):
    return line(
        "k1", "contract", "amended", on, "provider", agreed_by="representative", ends_on="2024-05-31",
        document={"form": "electronic", "system": "navigator"}, volume=volume(72), rendered=volume(rendered),
    )  # fmt: skip


def again(on="2024-03-20"):
    return included("entry2", record="2", on=on)


def annulled(on, case="entry", record=3):
    return line(case, "selection", "record_annulled", on, "education", record=record, reason="ошибка")


def shortened(ends_on, on="2024-03-04"):
    return line(
        "agreement", "agreement", "amended", on, "education", sums=[{"year": 2024, "roubles": "100000.00"}],
        number="1", ends_on=ends_on, reason="стороны согласились", document=IN_NAVIGATOR,
    )  # fmt: skip


def acted(number, since, until, amount, on=None):
    rendered = [{"service": FULL_TIME, **volume(amount)}]
    return line(
        "agreement", "agreement", "act_drawn", on or until, "provider", number=number, since=since, until=until,
        rendered=rendered,
    )  # fmt: skip


def found(*steps):
    """The grounds that are told of, each with what was rendered and the step that says so."""
    asked = Audit(PROFILE)
    told = [
        one for at, step in enumerate([*TOWN, *steps], 1) for one in asked.take(at, step) if one.rule == RULE
    ]
    assert all(one.outcome is Outcome.UNKNOWN for one in told)
    return [
        (one.kind, one.facts["ground"].en, one.facts["since"].isoformat(), one.facts["amount"])
        for one in told
    ]


ENTRY, AGREEMENT = "selection of providers", "agreement"
CASES = {
    "fulfilled long after both are gone": (
        [excluded(), broken_off(), *fulfilled(rendered=72)],
        [("fulfilled", ENTRY, "2024-03-01", 72), ("fulfilled", AGREEMENT, "2024-03-04", 72)],
    ),
    "excluded on the day of the conclusion, after it": (
        [excluded("2024-02-01"), *fulfilled(rendered=72)], [("fulfilled", ENTRY, "2024-02-01", 72)],
    ),
    "the agreement ended on the day of the conclusion, after it": (
        [broken_off("2024-02-01"), *fulfilled(rendered=72)], [("fulfilled", AGREEMENT, "2024-02-01", 72)],
    ),
    "excluded on the day of the conclusion, and there again on the next": (
        [excluded("2024-02-01"), *again("2024-02-02"), *fulfilled(rendered=72)], [],
    ),
    "recorded late": (
        [excluded(), *fulfilled(rendered=72, on="2024-06-03")], [("fulfilled", ENTRY, "2024-03-01", 72)],
    ),
    "terminated": ([broken_off(), terminated("2024-04-01", 20)], [("terminated", AGREEMENT, "2024-03-04", 20)]),
    "amended": ([broken_off(), amended("2024-04-01", 20)], [("amended", AGREEMENT, "2024-03-04", 20)]),
    "more than the amendment of the day of the loss": (
        [excluded(), amended("2024-03-01", 20), terminated("2024-04-01", 30)],
        [("terminated", ENTRY, "2024-03-01", 10)],
    ),
    "no more than that amendment": ([excluded(), amended("2024-03-01", 20), terminated("2024-04-01", 20)], []),
    "nothing was rendered": ([excluded(), terminated("2024-04-01", 0)], []),
    "ended on the day of the loss": ([excluded(), terminated("2024-03-01", 20)], []),
    "the ground is lost after the end": ([terminated("2024-02-20", 20), excluded()], []),
    "lost, regained by another record, and long in force again at the end": (
        [excluded(), *again(), *fulfilled(rendered=72)], [("fulfilled", ENTRY, "2024-03-01", 72)],
    ),
    "its loss was recorded in error: it never was lost": (
        [excluded(), annulled("2024-03-20"), *fulfilled(rendered=72)], [],
    ),
    "its inclusion was recorded in error, and another record stands for it": (
        [annulled("2024-03-01", record=2), *again(), *fulfilled(rendered=72)],
        [("fulfilled", ENTRY, "2024-03-01", 72)],
    ),
    "it ran out by an amendment that was recorded in error": (
        [
            shortened("2024-03-15"),
            line("agreement", "agreement", "record_annulled", "2024-04-01", "education", record=4, reason="ошибка"),
            *fulfilled(rendered=72),
        ],
        [],
    ),
    "regained on the next day: no day was without": (
        [excluded(), *again("2024-03-02"), *fulfilled(rendered=72)], [],
    ),
    "lost twice": (
        [excluded(), *again("2024-03-10"), excluded("2024-04-01", "entry2"), *fulfilled(rendered=72)],
        [("fulfilled", ENTRY, "2024-03-01", 72), ("fulfilled", ENTRY, "2024-04-01", 72)],
    ),
    "suspended on all the days without": (
        [
            excluded(), line("k1", "contract", "suspended", "2024-03-01", "provider", reason="исключён"),
            *again(), line("k1", "contract", "resumed", "2024-03-20", "provider", reason="включён"),
            *fulfilled(rendered=72),
        ],
        [],
    ),
    "regained before the amendment, and nothing since": (
        [excluded(), *again(), amended("2024-04-01", 20), *fulfilled(rendered=72)],
        [("amended", ENTRY, "2024-03-01", 20)],
    ),
    "the agreement is to end before the contract, and the contract ends before it": (
        [shortened("2024-05-15"), terminated("2024-05-10", 20)], [],
    ),
    "the agreement ran out before the contract ended": (
        [shortened("2024-05-15"), *fulfilled(rendered=72)], [("fulfilled", AGREEMENT, "2024-05-16", 72)],
    ),
    "the agreement ran out on the eve of the last day": (
        [shortened("2024-05-30"), *fulfilled(rendered=72)], [("fulfilled", AGREEMENT, "2024-05-31", 72)],
    ),
    "the agreement ran out on the eve of the last day, on which it is completed": (
        [
            shortened("2024-05-30"), line("agreement", "agreement", "completed", "2024-05-31", "education"),
            *fulfilled(rendered=72),
        ],
        [("fulfilled", AGREEMENT, "2024-05-31", 72)],
    ),
    "acts of the days with a ground bear out all": (
        [acted("1", "2024-02-01", "2024-02-29", 12), acted("2", "2024-03-01", "2024-03-04", 8), broken_off(),
         terminated("2024-04-01", 20)],
        [],
    ),
    "an act of days with and without bears out nothing of either": (
        [acted("1", "2024-02-01", "2024-03-31", 20, "2024-03-31"), excluded(), terminated("2024-04-01", 20)],
        [("terminated", ENTRY, "2024-03-01", 20)],
    ),
    "suspended until it is ended": (
        [
            excluded(), line("k1", "contract", "suspended", "2024-03-01", "provider", reason="исключён"),
            terminated("2024-04-01", 20),
        ],
        [],
    ),
}  # fmt: skip


def test_of_a_ground_that_was_gone_before_the_contract_its_conclusion_is_told():
    asked, told = Audit(PROFILE), []
    began = next(at for at, step in enumerate(TOWN) if step.lifecycle == "contract")
    first = TOWN[began].event.on.isoformat()
    for at, step in enumerate([*TOWN[:began], excluded(first), *TOWN[began:], *fulfilled(rendered=72)], 1):
        told += [(one.kind, one.rule) for one in asked.take(at, step) if one.lifecycle == "contract"]
    assert ("concluded", "standing.included") in told
    assert RULE not in {rule for _, rule in told}


@pytest.mark.parametrize("case", CASES)
def test_what_can_have_been_rendered_without_a_ground_is_told_at_the_step_that_says_how_much(case):
    steps, told = CASES[case]
    assert found(*steps) == told


BOUNDS = {
    "nothing says how much": ([], (0, 20)),
    "an act of days with a ground": ([acted("1", "2024-02-01", "2024-03-04", 12)], (0, 8)),
    "an act of days without one": ([acted("1", "2024-03-05", "2024-03-31", 5, "2024-03-31")], (5, 20)),
    "acts of both": (
        [acted("1", "2024-02-01", "2024-03-04", 12), acted("2", "2024-03-05", "2024-03-31", 8, "2024-03-31")],
        (8, 8),
    ),
    "acts that bear out more than was rendered": ([acted("1", "2024-02-01", "2024-03-04", 70)], (0, 20)),
}


@pytest.mark.parametrize("case", BOUNDS)
def test_acts_say_how_much_of_it_was_rendered_on_the_days_without(case):
    acts, bounds = BOUNDS[case]
    before = [one for one in acts if str(one.event.on) <= "2024-03-04"]
    asked, told = Audit(PROFILE), []
    for at, step in enumerate([*TOWN, *before, broken_off(), *(one for one in acts if one not in before),
                               terminated("2024-04-01", 20)], 1):  # fmt: skip
        told += [one for one in asked.take(at, step) if one.rule == RULE]
    (one,) = told
    assert (one.facts["least"], one.facts["most"]) == bounds
    assert (one.facts["since"].isoformat(), one.facts["regained"]) == ("2024-03-04", None)


def test_acts_of_another_contract_say_nothing_of_this_one():
    other = [*certified("c2", number="К-2", file="18"), *contracted("k2", number="Д-2", certificate="К-2")]
    acts = [acted("1", "2024-02-01", "2024-03-04", 20), broken_off()]
    told = found(*other, *acts, terminated("2024-04-01", 20))
    assert told == [("terminated", AGREEMENT, "2024-03-04", 20)]


def test_of_a_ground_that_was_regained_its_last_day_without_is_told():
    asked, told = Audit(PROFILE), []
    for at, step in enumerate([*TOWN, excluded(), *again(), *fulfilled(rendered=72)], 1):
        told += [one for one in asked.take(at, step) if one.rule == RULE]
    (one,) = told
    assert one.facts["regained"].isoformat() == "2024-03-20"
    assert "20.03.2024" in one.text.ru
    assert "2024-03-20" in one.text.en


@settings(max_examples=40, deadline=None)
@given(
    turns=sets(integers(2, 80), max_size=5), words=sets(integers(5, 110), max_size=3),
    gave=lists(integers(0, 20), min_size=4, max_size=4),
)  # fmt: skip
def test_a_day_without_the_entry_is_told_by_the_first_word_of_more_that_follows_it(turns, words, gave):
    """By an oracle of days: a word of more is asked of the days since the word before it, and of no other."""
    begun, last = date(2024, 2, 1), date(2024, 5, 31)
    days, entry, steps = [begun + timedelta(one) for one in sorted(turns)], 1, []
    for at, day in enumerate(days):
        if at % 2 == 0:
            steps.append(excluded(day.isoformat(), f"entry{entry}" if entry > 1 else None))
        else:
            entry += 1
            steps += included(f"entry{entry}", record=str(entry), on=day.isoformat())
    by_words = sorted(begun + timedelta(one) for one in words)
    amounts = [*accumulate(gave)]
    steps += [amended(day.isoformat(), much) for day, much in zip(by_words, amounts, strict=False)]
    steps.sort(key=lambda one: one.event.on)
    ended = fulfilled(rendered=amounts[len(by_words)])
    lost = [*zip(days[::2], [*days[1::2], date.max], strict=False)]
    expected, since, before = [], begun, 0
    for kind, until, much in [*(("amended", *one) for one in zip(by_words, amounts, strict=False)),
                              ("fulfilled", last, amounts[len(by_words)])]:  # fmt: skip
        own = {since + timedelta(one) for one in range((until - since).days + 1)}
        for gone, again_on in lost:
            if much > before and any(gone < day < again_on for day in own):
                expected.append((kind, ENTRY, gone.isoformat(), much - before))
        since, before = until + timedelta(1), max(before, much)
    assert found(*steps, *ended) == expected


@given(lists(integers(1, 7), min_size=1, max_size=3))
@settings(max_examples=15, deadline=None)
def test_that_no_entry_is_left_is_told_once_however_many_records_the_provider_had(gaps):
    """By hand: out of the register and in it again by another record, at last out of it; the last is the one."""
    days = [date(2024, 1, 12) + timedelta(days=one) for one in accumulate([*gaps, *gaps])]
    began = next(at for at, step in enumerate(TOWN) if step.lifecycle == "contract")
    town, entry = [*TOWN[:began]], "entry"
    for number, (out, back) in enumerate(zip(days[::2], days[1::2], strict=True), start=2):
        town.append(excluded(out.isoformat(), entry))
        entry = f"entry{number}"
        town += included(entry, record=str(number), on=back.isoformat())
    last = excluded("2024-04-10", entry)
    book = taking(town)
    for one in (*contracted(on="2024-03-01"), last):
        book = book.take(decided(one))
    told = [(one.history.id, one.ground.id) for one in book.dependants(date(2024, 4, 20))]
    assert sorted(told) == [("agreement", entry), ("k1", entry)]
