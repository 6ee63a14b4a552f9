"""The figures of a day, of the cases of a file or of a book: registers, the ledger, counts, the plan, duties."""

from law189.audit.bulk import in_time
from law189.audit.replay import Replay
from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.known import on_day
from law189.casebook.ledger import ledger
from law189.casebook.milestones import done_by_cases
from law189.casebook.registers import RegisterKind, register
from law189.casebook.report import NoOrder, report_of
from law189.casebook.tallies import tallied
from law189.errors import FaultyInput, Refused
from law189.profile.tallies import OF_SOME, Counts, Tally

COUNTS = [Counts(kind=one, **({"sectors": ["non-state"]} if one in OF_SOME else {})) for one in Tally]


def bare(told):
    """What is told, without the records that it comes from."""
    if isinstance(told, dict):
        return {key: bare(one) for key, one in told.items() if key != "made_by"}
    return [bare(one) for one in told] if isinstance(told, list) else told


def figures(cases, day, profile):
    """Every figure of the day, of those cases."""
    edition, known = profile.on(day), [on_day(one, day) for one in cases]
    return {
        **{kind.value: bare(register(kind, cases, profile, day).as_json()) for kind in RegisterKind},
        "ledger": bare(ledger(cases, profile, day).as_json()),
        "counts": [tallied(one, known, edition, day).found for one in COUNTS],
        "orders": bare([*executed(cases, day, profile)]),
        "plan": {
            item: [(one.milestone, one.year, one.on) for one in some]
            for item, some in done_by_cases(cases, profile, day).items()
        },
    }


def executed(cases, day, profile):
    for one in cases:
        if one.lifecycle == "order" and one.records:
            try:
                yield report_of(cases, profile, one.id, day).as_json()
            except NoOrder:
                continue


def due(cases, day, profile):
    """What is due of the cases that have begun by the day."""
    known = [CYCLES[one.lifecycle].as_of(one, day) for one in cases]
    return {one.id: CYCLES[one.lifecycle].due(one, profile, day) for one in known if one.version}


def filed(lines, profile):
    """The lines taken as one file, in the order of their days."""
    replayed = Replay(profile, "steps.jsonl", together=True)
    for number, one in in_time([*enumerate(lines, 1)]):
        try:
            replayed.take(number, one)
        except FaultyInput:
            continue
    return replayed


def book_of(lines, profile):
    book = Casebook(profile)
    for one in lines:
        try:
            book = book.take(one)
        except Refused:
            continue
    return book
