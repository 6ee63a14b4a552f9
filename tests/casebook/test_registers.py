"""The registers on a day: by hand, against the extracts of each case, and what changes between two days."""

from datetime import date, timedelta

import pytest
import stories
from drawn import decided, drawn
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.casebook.known import Made, on_day
from law189.casebook.registers import RegisterKind, difference, register
from law189.cases.history import RecordAnnulled
from law189.law import Law189Error
from law189.report.registers import register_drawing
from law189.rules import extracts
from law189.workflows import agreement, certificate, contract, selection

PROFILE = filled("kemerovo")
PROVIDERS, RECIPIENTS = RegisterKind
IN = stories.SELECTION.told()
AGREED = stories.AGREEMENT.told()
FORMED = stories.CERTIFICATE.told(5)
OTHER = PROFILE.latest.services[1].number


def step(cycle, history, kind, on, **facts):
    event = cycle.events.validate_python({"kind": kind, "on": on, **facts})
    return cycle.advance(history, event, PROFILE, decision=decided(event))


def changed(on="2023-11-01", services=(stories.SERVICE, OTHER)):
    told = {"provider": stories.SCHOOL, "services": list(services), "reason": "новая услуга"}
    return step(selection.lifecycle, IN, "changed", on, by="education", **told)


def excluded(on="2023-11-02"):
    return step(
        selection.lifecycle,
        changed(),
        "excluded",
        on,
        by="education",
        ground="own-request",
        because="заявление",
    )


def rows(kind, on, *histories):
    return register(kind, histories, PROFILE, date.fromisoformat(on)).rows


def test_a_provider_is_told_with_its_days_its_agreement_and_the_records_that_made_the_row():
    (row,) = rows(PROVIDERS, "2023-12-31", excluded(), AGREED, FORMED)
    assert row._asdict() | {"cites": None} == {
        "record": "12",
        "included_on": date(2023, 10, 4),
        "changed_on": date(2023, 11, 1),
        "excluded_on": date(2023, 11, 2),
        "inn": stories.INN,
        "ogrn": stories.SCHOOL["ogrn"],
        "kind": "legal-entity",
        "sector": None,
        "services": (stories.SERVICE, OTHER),
        "agreement": "7",
        "agreement_on": date(2023, 10, 11),
        "agreement_ended_on": None,
        "cites": None,
        "history": "12",
        "made_by": (Made("12", 4), Made("12", 5), Made("12", 6), Made("7", 5)),
    }
    assert [cite.address for cite in row.cites] == ["art9.part16"]
    assert not row.held


def test_a_day_sees_only_what_was_recorded_by_its_end():
    seen = [
        [(row.record, row.changed_on, row.excluded_on, row.agreement) for row in found]
        for found in (
            rows(PROVIDERS, on, excluded(), AGREED)
            for on in ("2023-10-03", "2023-10-04", "2023-10-11", "2023-11-01", "2023-11-02")
        )
    ]
    first, second = date(2023, 11, 1), date(2023, 11, 2)
    assert seen == [
        [],
        [("12", None, None, None)],
        [("12", None, None, "7")],
        [("12", first, None, "7")],
        [("12", first, second, "7")],
    ]


def test_a_record_annulled_later_still_stands_on_the_day():
    assert [row.record for row in rows(PROVIDERS, "2023-10-05", stories.SELECTION.told(3))] == ["21"]
    assert rows(PROVIDERS, "2023-10-06", stories.SELECTION.told(3)) == ()


def test_the_latest_agreement_with_that_inn_counts_and_none_of_another():
    later = [
        event.model_copy(update={"on": event.on + timedelta(10)}) for event, _ in stories.AGREEMENT.steps
    ]
    second = agreement.lifecycle.begin("1")
    for event in (later[0].model_copy(update={"number": "8"}), later[1], later[4]):
        second = agreement.lifecycle.advance(second, event, PROFILE, decision=decided(event))
    assert rows(PROVIDERS, "2023-12-31", second, IN, AGREED)[0].agreement == "8"
    assert rows(PROVIDERS, "2023-10-20", second, IN, AGREED)[0].agreement == "7"
    stranger = IN._replace(records=tuple(_of_stranger(one) for one in IN.records))
    (row,) = rows(PROVIDERS, "2023-12-31", stranger, AGREED)
    assert (row.agreement, row.agreement_on) == (None, None)


def _of_stranger(record):
    if not isinstance(record.event, selection.Applied):
        return record
    provider = record.event.provider.model_copy(update={"inn": "4205000016"})
    return record._replace(event=record.event.model_copy(update={"provider": provider}))


def test_an_agreement_that_names_no_provider_is_with_nobody():
    nameless = agreement.lifecycle.begin("7")
    for event in (
        stories.AGREEMENT.steps[0][0],
        stories.AGREEMENT.steps[1][0],
        stories.AGREEMENT.steps[4][0],
    ):
        bare = event.model_copy(update={"provider": None}) if hasattr(event, "provider") else event
        nameless = agreement.lifecycle.advance(nameless, bare, PROFILE, decision=decided(bare))
    assert rows(PROVIDERS, "2023-12-31", IN, nameless)[0].agreement is None


def test_an_applicant_and_cases_of_other_lifecycles_are_not_in_the_register():
    assert rows(PROVIDERS, "2024-12-31", stories.SELECTION.told(1), FORMED, stories.MEETING.told()) == ()
    assert rows(RECIPIENTS, "2024-12-31", stories.CERTIFICATE.told(1), IN, AGREED) == ()


def test_a_recipient_is_told_without_a_name_with_the_certificate_of_the_case():
    (row,) = rows(RECIPIENTS, "2024-12-31", stories.CERTIFICATE.told())
    assert row._asdict() | {"cites": None} == {
        "record": "17",
        "included_on": date(2024, 1, 11),
        "file": "17",
        "born": date(2014, 5, 1),
        "categories": (),
        "services": (stories.SERVICE,),
        "certificate": "17",
        "nominal": stories.CERTIFICATE.steps[4][0].nominal,
        "formed_on": date(2024, 1, 12),
        "valid_until": date(2024, 12, 31),
        "suspended_on": None,
        "ended_on": date(2024, 5, 31),
        "live": False,
        "cites": None,
        "history": "17",
        "made_by": tuple(Made("17", number) for number in (2, 5, 6, 7, 8, 9)),
    }
    assert [cite.address for cite in row.cites] == ["art20.part1"]
    assert (row.entered, row.held) == (True, False)
    (row,) = rows(RECIPIENTS, "2024-05-30", stories.CERTIFICATE.told())
    assert row.held


def test_a_recipient_is_in_the_register_before_the_certificate_is_formed():
    (row,) = rows(RECIPIENTS, "2024-01-11", stories.CERTIFICATE.told())
    assert (row.record, row.certificate, row.nominal, row.ended_on) == ("17", None, None, None)


def test_a_certificate_annulled_before_it_was_formed_has_ended():
    history = step(
        certificate.lifecycle,
        stories.CERTIFICATE.told(2),
        "annulled",
        "2024-01-12",
        by="education",
        reason="отказ получателя",
    )
    (row,) = rows(RECIPIENTS, "2024-01-12", history)
    assert (row.certificate, row.ended_on) == (None, date(2024, 1, 12))


def test_a_suspended_certificate_gives_no_right_and_the_row_says_since_when():
    """It stays in the register, and nobody can conclude a contract on it until it is resumed."""
    assert FORMED.state == "formed"
    paused = step(certificate.lifecycle, FORMED, "suspended", "2024-02-01", by="education", reason="болезнь")
    back = step(certificate.lifecycle, paused, "resumed", "2024-03-01", by="education", reason="выздоровела")
    days = ("2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01")
    found = [row for on in days for row in rows(RECIPIENTS, on, back)]
    assert [row.live for row in found] == [row.held for row in found] == [True, False, False, True]
    assert [row.suspended_on for row in found] == [None, date(2024, 2, 1), date(2024, 2, 1), None]
    assert all(row.entered and row.ended_on is None for row in found)
    (row,) = register(RECIPIENTS, [back], PROFILE, date(2024, 2, 10)).as_json()["rows"]
    assert (row["live"], row["suspended_on"]) == (False, "2024-02-01")
    changes = between(RECIPIENTS, "2024-01-31", "2024-02-10", back).changed
    assert [one.changed for one in changes] == [("suspended_on", "live")]


def test_a_suspended_certificate_past_its_last_day_is_over():
    paused = step(certificate.lifecycle, FORMED, "suspended", "2024-02-01", by="education", reason="болезнь")
    on = certificate.holding_of(FORMED).valid_until
    told = [register(RECIPIENTS, [paused], PROFILE, day) for day in (on, on + timedelta(1))]
    drawn = [" ".join(register_drawing(one, "en")) for one in told]
    assert ["certificate suspended" in one for one in drawn] == [True, False]
    assert ["certificate ended" in one for one in drawn] == [False, True]


def test_json_holds_plain_values():
    found = register(RECIPIENTS, [stories.CERTIFICATE.told()], PROFILE, date(2024, 12, 31)).as_json()
    (row,) = found["rows"]
    assert (found["register"], found["on"]) == ("recipients", "2024-12-31")
    assert row["nominal"] == {"amount": "72.50", "unit": "person-hours"}
    assert row["made_by"][0] == {"history": "17", "record": 2}
    (row,) = register(PROVIDERS, [IN], PROFILE, date(2024, 12, 31)).as_json()["rows"]
    assert (row["kind"], type(row["kind"])) == ("legal-entity", str)


def test_rows_stand_in_the_order_of_inclusion():
    late = changed()._replace(id="0", records=tuple(_later(one) for one in IN.records))
    assert [row.history for row in rows(PROVIDERS, "2024-12-31", late, IN)] == ["12", "0"]


def _later(record):
    return record._replace(event=record.event.model_copy(update={"on": record.event.on + timedelta(30)}))


def test_a_case_of_no_lifecycle_is_refused():
    with pytest.raises(Law189Error, match="there is no lifecycle «kontract»; did you mean «contract»"):
        rows(PROVIDERS, "2024-12-31", contract.lifecycle.begin("5")._replace(lifecycle="kontract"))


# ─── Two days ────────────────────────────────────────────────────────────────────────────────────────────


def between(kind, since, on, *histories):
    days = (date.fromisoformat(one) for one in (since, on))
    return difference(*(register(kind, histories, PROFILE, day) for day in days))


def told(found):
    changes = [change.changed for change in found.changed]
    return [row.record for row in found.added], changes, [row.record for row in found.gone]


@pytest.mark.parametrize(
    ("since", "on", "expected"),
    [
        ("2023-10-01", "2023-10-04", (["12"], [], [])),
        ("2023-10-04", "2023-10-05", ([], [], [])),
        ("2023-10-04", "2023-11-01", ([], [("changed_on", "services")], [])),
        ("2023-10-04", "2023-11-02", ([], [], ["12"])),
        ("2023-10-01", "2023-11-02", (["12"], [], ["12"])),
        ("2023-11-02", "2023-12-01", ([], [], [])),
    ],
)
def test_the_difference_tells_what_was_added_changed_and_gone(since, on, expected):
    assert told(between(PROVIDERS, since, on, excluded())) == expected


def test_a_row_made_in_error_is_gone():
    assert told(between(PROVIDERS, "2023-10-05", "2023-10-06", stories.SELECTION.told(3))) == ([], [], ["21"])


def test_an_agreement_changes_the_row_of_its_provider():
    found = between(PROVIDERS, "2023-10-10", "2023-10-11", IN, AGREED)
    assert told(found) == ([], [("agreement", "agreement_on")], [])
    (change,) = found.as_json()["changed"]
    assert (change["before"]["agreement"], change["after"]["agreement"]) == (None, "7")


def test_two_days_are_of_one_register_and_in_order():
    one, other = (register(kind, [IN], PROFILE, date(2024, 1, 1)) for kind in RegisterKind)
    with pytest.raises(ValueError, match="the second must be later"):
        difference(one, one)
    with pytest.raises(ValueError, match="have no difference"):
        difference(one, other)


# ─── Laws ────────────────────────────────────────────────────────────────────────────────────────────────

LATEST = {PROVIDERS: selection, RECIPIENTS: certificate}


def a_set(data, kind):
    """Some drawn cases of the lifecycle of the register and of agreements, each under an id of its own."""
    found = []
    for number in range(data.draw(st.integers(1, 3))):
        cycle = data.draw(st.sampled_from((LATEST[kind].lifecycle, agreement.lifecycle)))
        history = drawn(cycle, PROFILE, data, steps=5)[-1]
        if history.records and data.draw(st.booleans()):
            on = history.last_day + timedelta(1)
            event = RecordAnnulled(on=on, by="education", record=history.version, reason="ошибка")
            if not cycle.judge(history, event, PROFILE).stops:
                history = cycle.advance(history, event, PROFILE, decision=decided(event))
        found.append(history._replace(id=str(number)))
    return found


@pytest.mark.parametrize("kind", RegisterKind, ids=str)
@settings(max_examples=60)
@given(data=st.data())
def test_a_row_says_what_the_extract_of_its_case_says(kind, data):
    histories = a_set(data, kind)
    days = sorted({record.event.on for one in histories for record in one.records} | {date(2023, 1, 1)})
    on = data.draw(st.sampled_from(days))
    found = {row.history: row for row in register(kind, histories, PROFILE, on).rows}
    for history in histories:
        known = on_day(history, on).history
        try:
            shown = (
                LATEST[kind].extract(known, on) if history.lifecycle == LATEST[kind].lifecycle.name else None
            )
        except LookupError:
            shown = None
        row = found.get(history.id)
        if kind is PROVIDERS:
            assert (row is None) == (shown is None)
        if shown is None or row is None:
            assert shown is None
            continue
        mine = {"inn": "provider", "certificate": "number"}
        for name in set(row._fields) & ({*type(shown).model_fields} | set(mine)):
            if mine.get(name, name) in type(shown).model_fields:
                assert getattr(row, name) == getattr(shown, mine.get(name, name))
        if kind is RECIPIENTS:  # the register says of the right what a contract is told of it
            assert row.live is row.held is (extracts.live(shown, on) is True)
        for made in row.made_by:
            record = next(one for one in histories if one.id == made.history).records[made.record - 1]
            assert record.event.on <= on


@pytest.mark.parametrize("kind", RegisterKind, ids=str)
@settings(max_examples=60)
@given(data=st.data())
def test_the_earlier_register_and_the_difference_make_the_later_one(kind, data):
    histories = a_set(data, kind)
    days = sorted({record.event.on for one in histories for record in one.records} | {date(2023, 1, 1)})
    since = data.draw(st.sampled_from(days))
    later = data.draw(st.sampled_from([day + timedelta(1) for day in days if day >= since]))
    before, after = (register(kind, histories, PROFILE, day) for day in (since, later))
    found = difference(before, after)

    def held(rows):
        return {row.history: _said(row) for row in rows if row.entered}

    made = (
        held(before.rows) | held(found.added) | {one.after.history: _said(one.after) for one in found.changed}
    )
    gone = {row.history for row in found.gone}
    assert {history: said for history, said in made.items() if history not in gone} == held(after.rows)


def _said(row):
    return {name: value for name, value in row._asdict().items() if name not in ("cites", "made_by")}
