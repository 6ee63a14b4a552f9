"""Amendments: what a later act sets, adds and repeals, and which edition holds on which day."""

from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import places
import pytest

from law189.errors import ProfileError
from law189.files.disk import read_file
from law189.files.nodes import tree_of
from law189.profile.amendments import Change, apply
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.profile.profile import Profile

SMALL: dict[str, Any] = read_file(places.PROFILES / "small.yaml").plain()
DAY = timedelta(days=1)


def amendment(number: int, since: str, *changes: dict[str, Any]) -> dict[str, Any]:
    """A change by an invented decree of that number."""
    words = {"ru": f"постановление № {number}", "of": f"постановления № {number}"}
    words |= {"to": f"постановлению № {number}", "en": f"decree No {number}"}
    title = {"ru": "Об изменении", "en": "On an amendment"}
    act = {"id": f"small-{number}", "number": str(number), "date": since, "title": title, "label": words}
    return {"act": act, "since": since, "changes": list(changes)}


def amended(*amendments: dict[str, Any]) -> Profile:
    return load_profile(deepcopy(SMALL) | {"amendments": list(amendments)})


def refusal(*changes: dict[str, Any]) -> str:
    """The one fault of an amendment with these changes."""
    with pytest.raises(ProfileError) as caught:
        amended(amendment(2, "2024-03-01", *changes))
    (fault,) = caught.value.faults
    return f"{fault.key}: {fault.text.ru}"


QUORUM = {
    "do": "set",
    "at": ["working_group", "quorum"],
    "to": {"value": {"at_least": "2/3"}, "cite": "small-2/p1.1"},
}


def test_an_edition_begins_on_its_day_and_the_base_stays_as_it_was() -> None:
    profile = amended(amendment(2, "2024-03-01", QUORUM))
    since = date(2024, 3, 1)
    assert profile.latest.amended == (since,)
    assert profile.on(since - DAY) is profile.first
    assert profile.first.working_group.quorum.value.at_least == Fraction(1, 2)
    for day in (since, since + DAY, since + 3_650 * DAY):
        assert profile.on(day).working_group.quorum.value.at_least == Fraction(2, 3)


def test_an_amended_quorum_is_cited_to_the_amending_act() -> None:
    edition = amended(amendment(2, "2024-03-01", QUORUM)).on(date(2024, 3, 1))
    assert edition.working_group.quorum.basis.id == "small-2/p1.1"
    assert edition.working_group.quorum.basis.label.ru == "п. 1.1 постановления № 2"
    assert edition.working_group.adoption.basis.id == "small-1/app2.8"


def test_several_amendments_build_on_one_another_in_order() -> None:
    new = {"number": "103", "title": {"ru": "студия", "en": "studio"}, "cite": "small-2/p1"}
    profile = amended(
        amendment(2, "2024-03-01", {"do": "add", "at": ["services"], "to": new}),
        amendment(3, "2024-06-01", {"do": "repeal", "at": ["services", "app1.1"]}),
        amendment(
            4,
            "2024-06-01",
            {"do": "set", "at": ["services", "small-2/p1", "number"], "to": "104", "cite": "small-2/p1"},
        ),
    )
    numbers = {day: [service.number for service in edition.services] for day, edition in profile.editions[1:]}
    assert [service.number for service in profile.first.services] == ["101", "102"]
    assert numbers == {
        date(2024, 3, 1): ["101", "102", "103"],
        date(2024, 6, 1): ["102", "104"],
    }


def test_one_act_may_change_the_profile_on_two_days() -> None:
    first, second = (amendment(2, since, QUORUM) for since in ("2024-03-01", "2024-06-01"))
    second["act"] = first["act"]
    assert len(amended(first, second).latest.amended) == 2


@pytest.mark.parametrize(
    ("change", "value"),
    [
        (
            {
                "do": "set",
                "at": ["working_group", "seats", "deputy", "office"],
                "to": {"ru": "к", "en": "k"},
                "cite": "app3",
            },
            "k",
        ),
        (
            {
                "do": "set",
                "at": ["working_group", "seats", "deputy"],
                "to": {
                    "id": "deputy",
                    "role": "deputy",
                    "office": {"ru": "к", "en": "k"},
                    "cite": "small-2/p1",
                },
            },
            "k",
        ),
    ],
)
def test_an_entry_is_changed_by_its_id_as_a_whole_or_in_part(change: dict[str, Any], value: str) -> None:
    seats = amended(amendment(2, "2024-03-01", change)).on(date(2024, 3, 1)).working_group.seats
    assert [seat.office.en for seat in seats] == ["chief", value, "lawyer"]


def test_a_key_a_word_of_a_list_and_a_value_can_be_repealed() -> None:
    edition = amended(
        amendment(
            2,
            "2024-03-01",
            {"do": "repeal", "at": ["authorized_body"]},
            {"do": "repeal", "at": ["systems", "navigator", "forms", "contract"], "cite": "p7"},
            {"do": "set", "at": ["plan", "app4.1.1", "responsible"], "to": None, "cite": "app4.1.1"},
        )
    ).on(date(2024, 3, 1))
    assert edition.authorized_body is None
    assert edition.systems[0].forms == ("certificate",)
    assert edition.plan[0].responsible == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"do": "set", "at": ["plan"]}, "changes[0].at: не указано новое значение; добавьте to"),
        ({"do": "add", "at": ["plan"]}, "changes[0].at: не указано новое значение; добавьте to"),
        (
            {"do": "repeal", "at": ["plan"], "to": 1},
            "changes[0].at: при repeal нового значения нет; уберите to",
        ),
        ({"do": "add", "at": ["title"], "to": 1}, "changes[0].at: «title» — не список; укажите do: set"),
        (
            {"do": "set", "at": ["working_grup", "head"], "to": 1},
            "changes[0].at: «working_grup» здесь нет; возможно, вы имели в виду «working_group»",
        ),
        (
            {"do": "repeal", "at": ["services", "app1.3"]},
            "changes[0].at: «app1.3» здесь нет; возможно, вы имели в виду «app1.2»",
        ),
        (
            {"do": "set", "at": ["profile", "name"], "to": "x"},
            "changes[0].at: «name» здесь нет; здесь не перечислено ни одного",
        ),
        (
            {"do": "repeal", "at": ["working_group", "seats", "app3"]},
            "changes[0].at: под именем «app3» записей: 3; назовите одну по id или kind",
        ),
        (
            {"do": "set", "at": ["amendments"], "to": []},
            "amendments: такого ключа нет",
        ),
    ],
)
def test_a_change_that_cannot_be_made_is_a_fault(change: dict[str, Any], words: str) -> None:
    assert words in refusal(change)


def test_every_fault_of_a_profile_and_of_its_amendments_is_told_at_once() -> None:
    plain = deepcopy(SMALL) | {"profile": "Small Town"}
    wrong = {
        "do": "set",
        "at": ["working_group", "quorum", "value", "at_least"],
        "to": "3/2",
        "cite": "app2.7",
    }
    plain["amendments"] = [
        amendment(2, "2024-03-01", {"do": "repeal", "at": ["seats"]}),
        amendment(3, "2024-02-01", wrong),
        amendment(4, "2024-04-31", wrong),
        amendment(5, "2024-05-01", wrong),
        "постановление № 6",
    ]
    with pytest.raises(ProfileError) as caught:
        load_profile(plain)
    assert [fault.key for fault in caught.value.faults] == [
        "profile",
        "amendments[0].changes[0].at",
        "amendments[1].since",
        "amendments[2].act.date",
        "amendments[2].since",
        "working_group.quorum.value.at_least",
        "amendments[4]",
    ]


def test_a_profile_whose_own_act_is_faulty_still_has_its_amendments_checked() -> None:
    plain = deepcopy(SMALL) | {
        "act": None,
        "amendments": [amendment(2, "2024-03-01", {"do": "repeal", "at": ["x"]})],
    }
    with pytest.raises(ProfileError) as caught:
        load_profile(plain)
    assert [fault.key for fault in caught.value.faults] == ["act", "amendments[0].changes[0].at"]


def test_a_list_within_a_list_has_no_name() -> None:
    tree = tree_of({"rows": [["a"], "b"]})
    assert apply(tree, Change(do="repeal", at=("rows", "b"))) is None
    assert tree.plain() == {"rows": [["a"]]}
    wrong = apply(tree, Change(do="set", at=("rows", "a"), to=1))
    assert wrong is not None
    assert wrong.en == "there is no «a» here; none is listed here"


def test_two_loads_of_an_amended_profile_are_equal_and_another_amendment_is_not() -> None:
    base = shipped_data()["municipalities"]["kemerovo"]
    act = {**base["act"], "id": "kemerovo-100", "number": "100", "date": "2024-01-09"}

    def amended(share: str) -> dict[str, object]:
        change = {
            "do": "set",
            "at": ["working_group", "quorum", "value"],
            "to": {"at_least": share},
            "cite": "app3.5.5",
        }
        return {**base, "amendments": [{"act": act, "since": "2024-01-10", "changes": [change]}]}

    assert load_profile(amended("2/3")) == load_profile(amended("2/3"))
    assert load_profile(amended("2/3")) != load_profile(amended("3/4"))
    assert load_profile(amended("2/3")) != load_profile("kemerovo")


# ─── Принятые акты и адрес изменённой нормы ──────────────────────────────────────────────────────────────

TERM = {"slot": "certificate.forming_term", "term": {"kind": "after", "days": 5, "unit": "working_days"}}
ADOPTED = {
    "act": {"number": 9, "date": "2024-01-15"},
    "adopts": ["certificate-forming"],
    "since": "2024-02-01",
    "fills": [{**TERM, "cite": "decree-9/p1"}],
}


def with_adopted(*changes: dict[str, Any]) -> Profile:
    act = {"number": 12, "date": "2024-03-01"}
    amendments = [{"act": act, "since": "2024-03-10", "changes": list(changes)}]
    return load_profile(deepcopy(SMALL) | {"adopted": [ADOPTED], "amendments": amendments})


def test_an_amending_act_without_an_id_changes_an_adopted_act_that_has_none_either() -> None:
    days = ["adopted", "decree-9", "fills", "certificate.forming_term", "term", "days"]
    profile = with_adopted({"do": "set", "at": days, "to": 7, "cite": "decree-12/p1"})
    for day, expected, cite in ((9, 5, "decree-9/p1"), (10, 7, "decree-12/p1")):
        fill = profile.on(date(2024, 3, day)).fill_on("certificate.forming_term", date(2024, 3, day))
        assert fill is not None
        assert fill.term is not None
        assert (fill.term.days, fill.cite.id) == (expected, cite)


def test_an_amending_act_ends_an_adopted_act() -> None:
    profile = with_adopted({"do": "set", "at": ["adopted", "decree-9", "until"], "to": "2024-03-09"})
    assert profile.latest.adopted[0].until == date(2024, 3, 9)


def test_a_value_of_an_act_that_amends_nothing_is_still_a_fault() -> None:
    plain = deepcopy(SMALL) | {"adopted": [ADOPTED, deepcopy(ADOPTED)]}
    plain["adopted"][1] |= {"act": {"number": 10}, "fills": [{**TERM, "cite": "decree-9/p1"}]}
    with pytest.raises(ProfileError, match="is set by the act «decree-10», but its address is in «decree-9»"):
        load_profile(plain)


@pytest.mark.parametrize(
    ("change", "cite"),
    [
        (
            {"at": ["working_group", "quorum", "value"], "to": {"at_least": "2/3"}, "cite": "small-2/p1"},
            "small-2/p1",
        ),
        (
            {"at": ["working_group", "quorum", "value"], "to": {"at_least": "2/3"}, "cite": "app2.7"},
            "small-1/app2.7",
        ),
        (
            {"at": ["working_group", "quorum"], "to": {"value": {"at_least": "2/3"}, "cite": "app2.7.1"}},
            "small-1/app2.7.1",
        ),
    ],
)
def test_a_changed_norm_takes_the_address_that_the_change_gives(change: dict[str, Any], cite: str) -> None:
    profile = amended(amendment(2, "2024-03-01", {"do": "set", **change}))
    assert profile.first.working_group.quorum.basis.id == "small-1/app2.7"
    assert profile.latest.working_group.quorum.basis.id == cite
    assert profile.latest.working_group.quorum.value.at_least == Fraction(2, 3)


def test_the_address_may_be_a_change_of_its_own() -> None:
    quorum = ["working_group", "quorum"]
    value = {"do": "set", "at": [*quorum, "value", "at_least"], "to": "2/3"}
    cite = {"do": "set", "at": [*quorum, "cite"], "to": "small-2/p1"}
    for changes in ((value, cite), (cite, value)):
        assert (
            amended(amendment(2, "2024-03-01", *changes)).latest.working_group.quorum.basis.id == "small-2/p1"
        )
    assert "значение по адресу «app2.7» меняется, а адреса новой нормы нет" in refusal(value)


@pytest.mark.parametrize(
    "change",
    [
        {"do": "set", "at": ["title", "ru"], "to": "город", "cite": "small-2/p1"},
        {**QUORUM, "cite": "small-2/p1"},
        {"do": "repeal", "at": ["services", "app1.1"], "cite": "small-2/p1"},
    ],
)
def test_an_address_where_none_is_needed_is_a_fault(change: dict[str, Any]) -> None:
    assert "уберите cite" in refusal(change)


@pytest.mark.parametrize(
    "change",
    [
        {"do": "set", "at": ["services", "app1.1", "number"], "to": "104"},
        {"do": "add", "at": ["systems", "navigator", "forms"], "to": "agreement"},
        {"do": "repeal", "at": ["systems", "navigator", "forms", "contract"]},
        {"do": "repeal", "at": ["plan", "app4.1.1", "adopts", "order-forming"]},
    ],
)
def test_a_part_of_a_norm_changes_only_with_an_address(change: dict[str, Any]) -> None:
    assert "добавьте к изменению cite" in refusal(change)
    assert amended(amendment(2, "2024-03-01", {**change, "cite": "small-2/p1"})).latest
