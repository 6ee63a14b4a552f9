"""The federal layer: acts, delegations and unfilled slots, each with an address and none with a value."""

import pytest

from law189.law import Grade, UnknownProvision
from law189.profile.federal import Slot, federal_acts, load_calendar, load_federal


def test_every_federal_act_is_called_by_its_own_id() -> None:
    acts = federal_acts()
    assert {"189-fz", "rf-1678", "minfin-243n", "budget-code"} <= acts.keys()
    assert all(act.id == name for name, act in acts.items())


def test_a_slot_has_a_bound_a_body_and_an_address_but_no_value() -> None:
    for slot in load_federal().slots:
        assert load_federal().slot(slot.id) is slot
        assert slot.at_least >= (0 if slot.type == "number" else 1)
        assert slot.competent.ru
        assert slot.cite.act in federal_acts()
    assert {"value", "default"}.isdisjoint(Slot.model_fields)


def test_an_unknown_slot_says_which_was_meant() -> None:
    with pytest.raises(UnknownProvision, match=r"did you mean «certificate\.forming_term»"):
        load_federal().slot("certificate.forming_terms")


def test_what_nobody_has_read_in_full_is_not_graded_as_if_somebody_had() -> None:
    assert all(found.grade is not Grade.FULL_TEXT for found in load_federal().delegations)
    assert all(slot.grade is not Grade.FULL_TEXT for slot in load_federal().slots)


def test_each_calendar_year_has_its_address() -> None:
    assert load_calendar() is load_calendar()


def test_an_unknown_value_says_which_was_meant() -> None:
    assert load_federal().value("consumer.own_age").value == 14
    with pytest.raises(UnknownProvision, match=r"did you mean «consumer\.own_age»"):
        load_federal().value("consumer.own_aje")
