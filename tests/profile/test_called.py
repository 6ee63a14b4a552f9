"""A row of the plan or of the indicators keeps its name whatever its address becomes, and no two have one name."""

import copy
from datetime import date

import pytest

from law189.audit.indicators import indicators_on
from law189.audit.plan import plan_on
from law189.errors import ProfileError
from law189.law import UnknownProvision
from law189.profile.called import called, found_by
from law189.profile.loader import load_profile

YEAR = {"kind": "year", "year": 2023}
TOWN = {
    "profile": "town",
    "title": {"ru": "Городок"},
    "act": {"id": "town-1", "number": "1", "date": "2023-06-01", "title": {"ru": "О заказе"}},
    "bodies": [{"id": "office", "title": {"ru": "Отдел"}, "cite": "p2"}],
    "plan": [
        {"title": {"ru": "Первая"}, "term": YEAR, "responsible": "office", "cite": "app4.1.а"},
        {"title": {"ru": "Вторая"}, "term": YEAR, "responsible": "office", "cite": "app4.2"},
    ],
    "goals": [{"id": 1, "title": {"ru": "Цель"}, "cite": "app5.1"}],
    "indicators": [
        {
            "goal": 1,
            "type": "final",
            "title": {"ru": f"Доля {row}"},
            "unit": "percent",
            "target": {"value": 20, "year": 2024},
            "responsible": "office",
            "cite": f"app5.1.{row}",
        }
        for row in (1, 2)
    ],
}


def amended(*changes, number=2, base=TOWN, since="2024-01-01"):
    """The town with one amending act more."""
    town = copy.deepcopy(base)
    act = {
        "id": f"town-{number}",
        "number": str(number),
        "date": since,
        "title": {"ru": "О внесении изменений"},
    }
    town.setdefault("amendments", []).append({"act": act, "since": since, "changes": list(changes)})
    return town


def term_of_year(row, cite, year=2024):
    return {"do": "set", "at": ["plan", row, "term"], "to": {"kind": "year", "year": year}, "cite": cite}


BOTH = amended(
    term_of_year("app4.2", "town-3/p1.4"),
    number=3,
    since="2024-06-10",
    base=amended(term_of_year("app4.1.а", "town-2/p1.4")),
)


def test_two_acts_with_one_number_leave_two_rows_their_names():
    profile = load_profile(BOTH)
    for _, edition in profile.editions:
        assert [item.id for item in edition.plan] == ["app4.1.a", "app4.2"]
    assert [item.cite.id for item in profile.latest.plan] == ["town-2/p1.4", "town-3/p1.4"]


@pytest.mark.parametrize(
    ("at", "to"),
    [
        (["plan", "app4.2", "cite"], "town-2/p1.4"),
        (["plan", "app4.2"], {"title": {"ru": "Вторая"}, "term": YEAR, "cite": "town-2/p1.4"}),
    ],
)
def test_a_row_keeps_its_name_in_every_way_to_give_it_another_address(at, to):
    profile = load_profile(amended({"do": "set", "at": at, "to": to}))
    assert [item.id for item in profile.latest.plan] == ["app4.1.a", "app4.2"]
    assert profile.latest.plan[1].cite.id == "town-2/p1.4"


def test_a_row_that_an_amendment_adds_is_called_by_the_act_too():
    new = {"title": {"ru": "Третья"}, "term": YEAR, "cite": "town-2/p1.4"}
    profile = load_profile(amended({"do": "add", "at": ["plan"], "to": new}))
    assert profile.latest.plan[-1].id == "town-2/p1.4"


def test_an_indicator_keeps_its_name_too():
    change = {"do": "set", "at": ["indicators", "app5.1.2", "unit"], "to": "units", "cite": "town-2/p1"}
    profile = load_profile(amended(change))
    assert [row.id for row in profile.latest.indicators] == ["app5.1.1", "app5.1.2"]
    judged = indicators_on(profile, {"app5.1.2": 3, "app5.1.1": 5})
    assert [one.reported for one in judged] == [5, 3]


def test_a_name_that_the_file_gives_stays_when_the_whole_plan_is_worded_anew():
    new = [{"id": "app4.2", "title": {"ru": "Вторая"}, "term": YEAR, "cite": "town-2/p1.1"}]
    profile = load_profile(amended({"do": "set", "at": ["plan"], "to": new}))
    assert [item.id for item in profile.latest.plan] == ["app4.2"]


@pytest.mark.parametrize("cite", ["app4.2", "town-1/app4.2"])
def test_two_rows_of_one_name_are_refused_however_it_is_written(cite):
    town = copy.deepcopy(TOWN)
    town["plan"][0]["cite"] = cite
    with pytest.raises(ProfileError, match="listed twice"):
        load_profile(town)
    town["plan"][0] |= {"cite": "app4.9", "id": cite}
    with pytest.raises(ProfileError, match="listed twice"):
        load_profile(town)


@pytest.mark.parametrize("said", ["app4.1.a", "app4.1.а", "town-1/app4.1.a", "town-2/p1.4"])
@pytest.mark.parametrize("on", [date(2023, 12, 1), date(2024, 2, 1), date(2024, 7, 1)])
def test_a_row_is_found_by_its_name_and_by_its_full_addresses_on_every_day(said, on):
    profile = load_profile(BOTH)
    others = [item for _, edition in profile.editions for item in edition.plan]
    row = found_by(said, profile.on(on).plan, "town-1", others)
    assert row is not None
    assert row.title.ru == "Первая"


def test_an_address_that_two_rows_have_names_neither():
    profile = load_profile(BOTH)
    assert found_by("p1.4", profile.latest.plan, "town-1") is None
    with pytest.raises(UnknownProvision, match=r"no item «p1.4»"):
        plan_on(profile, date(2024, 7, 1), {"p1.4": [date(2024, 5, 1)]})


def test_what_was_done_stays_done_of_the_row_that_did_it():
    done = {"app4.1.a": [date(2024, 5, 1)]}
    on = plan_on(load_profile(BOTH), date(2024, 7, 1), done)
    assert [bool(one.done) for one in on] == [True, False]


def test_an_address_is_read_as_a_document_writes_it():
    assert called("п. 4 прил. 4", "town") == "app4.4"
    assert called("order-2024", "town") == "order-2024"
