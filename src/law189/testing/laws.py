"""Законы (laws): what must hold for every meeting under every profile, the shipped ones and your own.

A law takes a record and its profile and raises AssertionError, under `python -O` too. `check_laws` tries them all
on drawn meetings.

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
from law189.testing.case_laws import told
from law189.testing.strategies import meeting_records
from law189.verdict import Outcome, Verdict, worst

__all__ = ["LAWS", "check_laws"]

Law = Callable[[MeetingRecord, Profile], None]


def pure(record: MeetingRecord, profile: Profile) -> None:
    """The same question has the same answer."""
    if judge_record(record, profile).as_json() != judge_record(record, profile).as_json():
        raise AssertionError("the same meeting has another answer")


def cited_in_both_languages(record: MeetingRecord, profile: Profile) -> None:
    """Every verdict has an address and a sentence in Russian and in English."""
    for verdict in judge_record(record, profile).verdicts:
        for part in verdict.walk():
            if not part.cites:
                raise AssertionError(f"{part.rule} cites nothing")
            told(part)


def json_there_and_back(record: MeetingRecord, profile: Profile) -> None:
    """A verdict that went to JSON and back says the same."""
    for verdict in judge_record(record, profile).verdicts:
        if Verdict.from_json(verdict.as_json()) != verdict:
            raise AssertionError(f"{verdict.rule} says something else after JSON")


def worst_part(record: MeetingRecord, profile: Profile) -> None:
    """The answer is as good as its worst part."""
    answer = judge_record(record, profile)
    of_parts = worst(verdict.outcome for verdict in answer.verdicts)
    if answer.outcome is not of_parts:
        raise AssertionError(f"the answer is {answer.outcome}, its worst part {of_parts}")


def monotone_quorum(record: MeetingRecord, profile: Profile) -> None:
    """One more member present never takes a quorum away."""
    group = profile.on(record.held_on).working_group
    everybody = () if group is None else tuple(group.by_id)
    more = record.model_copy(update={"present": (*record.present, *everybody)})
    fewer, full = judge_record(record, profile).quorum, judge_record(more, profile).quorum
    if fewer.outcome is Outcome.HOLDS and full.outcome is not Outcome.HOLDS:
        raise AssertionError(f"with everybody present the quorum is {full.outcome}, with fewer it held")


def nothing_adopted_without_competence(record: MeetingRecord, profile: Profile) -> None:
    """A meeting without a quorum, or without somebody to preside, adopts nothing."""
    answer = judge_record(record, profile)
    competent = answer.quorum.outcome is Outcome.HOLDS and answer.presiding_seat is not None
    if not competent and any(item.adopted is not None for item in answer.items):
        raise AssertionError("a meeting that is not competent adopted something")


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
