"""Copies of the minutes: to every member, to the authorised body, to whoever is concerned, or to nobody."""

import pytest
from groups import IDS, asked, group, parts, profile
from pydantic import ValidationError

from law189.law import Text
from law189.profile.regulation import Minutes
from law189.rules.minutes.copies import copied
from law189.verdict import Outcome

HOLDS, BREACH, UNKNOWN = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN


def of(*to):
    return group(minutes={"copies_to": to[0] if len(to) == 1 else list(to)})


@pytest.mark.parametrize(
    ("to", "sent", "outcome", "rules"),
    [
        (("members",), IDS, HOLDS, {"minutes.copies"}),
        (("members",), IDS[:2], BREACH, {"minutes.copies"}),
        (("members",), None, UNKNOWN, {"minutes.copies"}),
        (("authorized",), ["education"], HOLDS, {"minutes.copy_authorized"}),
        (("authorized",), ["chair"], BREACH, {"minutes.copy_authorized"}),
        (("authorized",), None, UNKNOWN, {"minutes.copy_authorized"}),
        (("concerned",), ["education"], HOLDS, {"minutes.copies_concerned"}),
        (("concerned",), [], BREACH, {"minutes.copies_concerned"}),
        (("concerned",), None, UNKNOWN, {"minutes.copies_concerned"}),
        (("nobody",), [], HOLDS, {"minutes.copies"}),
        (("members", "authorized"), [*IDS, "education"], HOLDS, set()),
        (("members", "authorized"), IDS, BREACH, {"minutes.copy_authorized"}),
        (("members", "authorized"), ["education"], BREACH, {"minutes.copies"}),
    ],
)
def test_copies_go_to_whom_the_regulation_names(to, sent, outcome, rules):
    verdict = copied(sent, IDS, of(*to), authorized=("education",))
    assert verdict.outcome is outcome
    if rules:
        assert {one.rule for one in verdict.reasons(outcome)} == rules
    assert all(ask.path == "meeting.minutes.copies_to" for ask in verdict.asks)


def test_where_no_body_is_authorised_it_is_asked_for():
    verdict = copied(["chair"], IDS, of("authorized"))
    assert verdict.outcome is UNKNOWN
    assert [ask.path for ask in verdict.asks] == ["profile.authorized_body"]


def test_where_the_regulation_is_silent_nothing_is_asked():
    assert copied(None, IDS, group(minutes={"signed_by": "presiding"})) is None


@pytest.mark.parametrize("to", [["nobody", "members"], ["members", "members"], [], ["everybody"], "none"])
def test_what_cannot_be_together_is_refused(to):
    with pytest.raises(ValidationError):
        Minutes(copies_to=to)


def test_a_recorded_meeting_is_asked_about_the_authorised_body():
    said = {"signed_by": "presiding", "copies_to": ["members", "authorized"]}
    town = profile(minutes=said)
    body = town.latest.authorized()[0].value
    record = {"minutes": {"signed_by": "chair", "signed_on": "2024-03-12", "copies_to": [*IDS, body]}}
    for left, outcome in ((record["minutes"]["copies_to"], HOLDS), (list(IDS), BREACH)):
        minutes = record["minutes"] | {"copies_to": left}
        answer = asked(town, minutes=minutes)
        [verdict] = parts(answer.minutes, "minutes.copy_authorized")
        assert verdict.outcome is outcome


def test_the_authorised_bodies_are_called_by_their_titles_and_only_those_that_got_a_copy():
    titles = {
        "uo": Text("Управление образования", "the education department"),
        "sport": Text("Спорт", "sport"),
    }
    told = {"authorized": ("uo", "sport"), "titles": titles}
    sent = copied(["uo"], IDS, of("authorized"), **told)
    assert sent.text.ru.endswith("уполномоченному органу (Управление образования); направлена.")
    assert sent.text.en.endswith("the authorised body (the education department); sent: yes.")
    missing = copied([], IDS, of("authorized"), **told)
    assert missing.text.ru.endswith("(Управление образования и Спорт); не направлена.")
    concerned = copied(["uo"], IDS, of("concerned"), titles=titles)
    assert concerned.text.ru.endswith("направлены: Управление образования.")
