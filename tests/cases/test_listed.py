"""Where a decree lists its services: the item that organises them, the item that names the list, the annex."""

import pytest
from cases_at_hand import changed

from law189.cases.listed import on_list
from law189.profile.loader import load_profile
from law189.verdict import Outcome

LISTS = {"kemerovo": ["p1", "app1"], "novokuznetsk_district": ["p1", "p4", "app1"]}


@pytest.mark.parametrize("town", LISTS)
def test_a_service_that_is_not_listed_is_told_where_the_list_stands(town):
    edition = load_profile(town).latest
    assert [cite.address for cite in edition.listed_at] == LISTS[town]
    listed, other = on_list([edition.services[0].number, "804200О.99.0.ББ52АЕ99000"], edition)
    assert (listed.outcome, listed.cites) == (Outcome.HOLDS, (edition.services[0].cite,))
    assert (other.outcome, other.cites) == (Outcome.VOID, edition.listed_at)


def test_a_list_that_stands_in_no_annex_adds_no_address():
    service = {"number": "804200О.99.0.ББ52АЖ48000", "title": {"ru": "Программы"}, "cite": "p2"}
    edition = changed("kemerovo", services=[service]).latest
    assert [cite.address for cite in edition.listed_at] == ["p1"]
