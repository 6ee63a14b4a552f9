"""Законы (laws): what must hold for every meeting under every profile, the shipped ones and your own.

A law takes a record and its profile and fails with AssertionError. `check_laws` tries them all on drawn
meetings.

>>> sorted(LAWS)[:2]
['cited_in_both_languages', 'json_there_and_back']
>>> from law189.profile.loader import load_profile
>>> check_laws(load_profile("kemerovo"), laws=["no_such_law"])
Traceback (most recent call last):
    ...
KeyError: 'no_such_law'
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from hypothesis import HealthCheck, given, settings

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.profile import Profile
from law189.testing.strategies import meeting_records
from law189.verdict import Outcome, Verdict, worst

__all__ = ["LAWS", "check_laws"]

Law = Callable[[MeetingRecord, Profile], None]


def pure(record: MeetingRecord, profile: Profile) -> None:
    """The same question has the same answer."""
    assert judge_record(record, profile).as_json() == judge_record(record, profile).as_json()


def cited_in_both_languages(record: MeetingRecord, profile: Profile) -> None:
    """Every verdict has an address and a sentence in Russian and in English."""
    for verdict in judge_record(record, profile).verdicts:
        for part in verdict.walk():
            assert part.cites, f"{part.rule} cites nothing"
            assert part.text.ru, f"{part.rule} is silent in Russian"
            assert part.text.en, f"{part.rule} is silent in English"


def json_there_and_back(record: MeetingRecord, profile: Profile) -> None:
    """A verdict that went to JSON and back says the same."""
    for verdict in judge_record(record, profile).verdicts:
        assert Verdict.from_json(verdict.as_json()) == verdict


def worst_part(record: MeetingRecord, profile: Profile) -> None:
    """The answer is as good as its worst part."""
    answer = judge_record(record, profile)
    assert answer.outcome is worst(verdict.outcome for verdict in answer.verdicts)


def monotone_quorum(record: MeetingRecord, profile: Profile) -> None:
    """One more member present never takes a quorum away."""
    everybody = tuple(seat.id for seat in profile.on(record.held_on).working_group.seats)
    more = record.model_copy(update={"present": (*record.present, *everybody)})
    if judge_record(record, profile).quorum.outcome is Outcome.HOLDS:
        assert judge_record(more, profile).quorum.outcome is Outcome.HOLDS


def nothing_adopted_without_competence(record: MeetingRecord, profile: Profile) -> None:
    """A meeting without a quorum, or without somebody to preside, adopts nothing."""
    answer = judge_record(record, profile)
    if answer.quorum.outcome is not Outcome.HOLDS or answer.presiding_seat is None:
        assert all(item.adopted is None for item in answer.items)


LAWS: Mapping[str, Law] = MappingProxyType(
    {
        law.__name__: law
        for law in (
            pure,
            cited_in_both_languages,
            json_there_and_back,
            worst_part,
            monotone_quorum,
            nothing_adopted_without_competence,
        )
    }
)
"""Every law by its name."""


def check_laws(profile: Profile, *, laws: Iterable[str] = LAWS, examples: int = 200) -> None:
    """Try the laws on `examples` drawn meetings of the profile's group.

    Raises AssertionError with the smallest meeting found that breaks one, KeyError on an unknown law.
    """
    chosen = [LAWS[name] for name in laws]

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(record=meeting_records(profile))
    def tried(record: MeetingRecord) -> None:
        for law in chosen:
            law(record, profile)

    tried()
