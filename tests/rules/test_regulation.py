"""What a regulation does not say: the answer that all its values share, else UNKNOWN that asks for the norm."""

import pytest
from groups import asked, group, groupless, parts, profile, seat

from law189.profile.group import WorkingGroup
from law189.report.text import sections, shown, summary, tell_meeting
from law189.rules.group.regulation import lacking
from law189.testing.laws import check_laws
from law189.verdict import Outcome

FOR = {"chair": "for", "deputy": "for", "member-1": "for"}
TIE = {"chair": "for", "deputy": "against"}
SAYABLE = [name for name in WorkingGroup.model_fields if name not in ("head", "seats")]


def paths(verdict):
    return {ask.path.removeprefix("profile.working_group.") for ask in verdict.asks}


def test_a_group_is_its_seats_and_may_be_silent_on_everything_else():
    bare = group(presiding=None, quorum=None, adoption=None, casting_vote=None)
    assert bare.head.ru == "председатель"
    assert not any(getattr(bare, name) for name in SAYABLE)
    assert bare.silence.label.ru == "постановление № 1"
    assert bare.basis("quorum") == bare.silence


@pytest.mark.parametrize("name", ["quorum", "adoption", "presiding", "minutes", "proxies", "decisions"])
def test_silence_is_told_with_the_norm_that_is_asked_for(name):
    verdict = lacking(group(**{name: None}), name)
    assert verdict.outcome is Outcome.UNKNOWN
    assert paths(verdict) == {name}
    assert "молчит" in verdict.text.ru


def test_a_norm_that_is_said_is_not_lacking():
    assert lacking(group(), "quorum") is None


@pytest.mark.parametrize("name", ["quorum", "adoption"])
def test_without_a_quorum_or_a_threshold_nothing_is_known_to_be_adopted(name):
    answer = asked(profile(**{name: None}), votes=FOR)
    assert answer.items[0].adopted is None
    assert name in paths(answer.items[0].verdict)
    assert (answer.quorum.outcome is Outcome.UNKNOWN) is (name == "quorum")


def test_who_presides_is_unknown_until_somebody_is_elected():
    municipality = profile(presiding=None)
    answer = asked(municipality, votes=FOR)
    assert (answer.presiding.outcome, answer.items[0].adopted) == (Outcome.UNKNOWN, None)
    elected = asked(municipality, votes=FOR, elected="deputy")
    assert (elected.presiding_seat, elected.items[0].adopted) == ("deputy", True)
    assert asked(municipality, votes=FOR, elected="member-3").presiding.outcome is Outcome.VOID


def test_a_casting_vote_of_which_nothing_is_said_matters_only_at_a_tie_that_it_would_turn():
    municipality = profile(casting_vote=None)
    assert asked(municipality, votes=FOR).items[0].adopted is True
    tie = asked(municipality, votes=TIE).items[0]
    assert (tie.adopted, tie.verdict.outcome) == (None, Outcome.UNKNOWN)
    assert "casting_vote" in paths(tie.verdict)
    assert asked(municipality, votes={"member-1": "against", "deputy": "abstain"}).items[0].adopted is False


def test_a_casting_vote_whose_every_holder_says_the_same_turns_nothing():
    votes = {"chair": "against", "deputy": "against", "member-1": "for", "member-2": "for"}
    answer = asked(profile(casting_vote=None), present=votes, votes=votes)
    assert answer.items[0].adopted is False


@pytest.mark.parametrize(
    ("name", "record", "where"),
    [
        ("agenda", {"agenda": {"approved_by": "chair", "approved_on": "2024-03-01"}}, "agenda"),
        ("minutes", {"minutes": {"signed_by": "chair"}}, "minutes"),
        ("invited", {"guests": ["эксперт"]}, "attendance"),
    ],
)
def test_silence_is_told_where_the_matter_is_asked(name, record, where):
    answer = asked(profile(), **record)
    assert getattr(answer, where).outcome is Outcome.UNKNOWN
    assert name in paths(getattr(answer, where))


def test_of_notice_ballot_proxies_and_guests_nothing_is_told_where_nothing_is_recorded():
    answer = asked(profile(), votes=FOR)
    assert answer.notice is None
    assert answer.attendance.outcome is Outcome.HOLDS
    assert "notice" not in answer.as_json()
    assert answer.items[0].verdict.outcome is Outcome.HOLDS


def test_where_nothing_is_listed_any_question_may_be_put():
    verdict = asked(profile(), votes=FOR).items[0].verdict
    assert parts(verdict, "agenda.any")[0].outcome is Outcome.HOLDS
    listed = {"tasks": [{"kind": "plan", "title": {"ru": "план", "en": "plan"}, "cite": "app2.6"}]}
    verdict = asked(profile(other=listed), votes=FOR, item={"kind": "festival"}).items[0].verdict
    assert parts(verdict, "agenda.within")[0].outcome is Outcome.BREACH


def test_where_the_decree_sets_up_no_group_every_question_of_a_meeting_is_unknown_and_says_so():
    answer = asked(groupless(), votes=FOR, minutes={"signed_by": "chair"})
    assert {verdict.outcome for verdict in answer.verdicts} == {Outcome.UNKNOWN}
    assert {verdict.rule for verdict in answer.verdicts} == {"force.no_group"}
    assert answer.items[0].adopted is None
    assert "рабочую группу не создаёт" in answer.quorum.text.ru
    assert [ask.path for ask in answer.quorum.asks] == ["profile.working_group"]


@pytest.mark.parametrize(
    "municipality", [groupless(), profile(presiding=None, quorum=None, casting_vote=None)]
)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_group_that_is_silent_or_missing_is_told_and_shown(municipality, lang):
    answer = asked(municipality, votes=FOR)
    assert tell_meeting(answer, municipality, lang)
    edition = municipality.latest
    assert list(summary(edition, lang))
    assert dict(sections(shown(edition), lang))


@pytest.mark.parametrize(
    "municipality",
    [
        groupless(),
        profile(presiding=None, quorum=None, adoption=None, casting_vote=None),
        profile(proxies="counted", opinions="counted", casting_vote="chair"),
        profile(
            seats=[seat("chair", votes=False), seat("co-chair-1"), seat("member-1")], presiding=["co-chair"]
        ),
    ],
    ids=["no group", "silent", "counted", "a chair without a vote"],
)
def test_the_laws_of_meetings_hold_whatever_a_regulation_says(municipality):
    check_laws(municipality, examples=30)
