"""Law: an audit in parts, whatever the parts, the processes and the memory, has the findings of one book."""

import gc
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import pytest
from book_worlds import PARAMETERS, worlds
from books import (
    OTHER_PROVIDER,
    PROFILE,
    PROVIDER,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    ordered,
    town,
    volume,
    with_parameters,
)
from books import line as a_line
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from places import EXAMPLES
from planted import example, table, year
from steps_files import files

from law189.audit import parts
from law189.audit.bulk import audit
from law189.audit.finding import Finding
from law189.audit.parts import audit_parts, parting
from law189.audit.parts.spill import PickledFile, read_pickled
from law189.audit.parts.workers import seldom_collected
from law189.casebook.line import LINE
from law189.errors import FaultyInput
from law189.files.parser import read_tree
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile

sys.path.insert(0, str(EXAMPLES))
ACTS = read_tree((EXAMPLES / "adopted_acts.yaml").read_text(encoding="utf-8"), "adopted_acts.yaml").plain()[
    "adopted"
]
CITED = [{**one, "cite": "invented-3/p9"} for one in PARAMETERS]
KEMEROVO = {**shipped_data()["municipalities"]["kemerovo"], "adopted": ACTS}
WORLD = load_profile({**KEMEROVO, "parameters": CITED})


@pytest.fixture(autouse=True)
def however_few(monkeypatch):
    monkeypatch.setattr(parts, "FEW", 1)


def told(answers):
    """Each answer in full, in their order."""
    return [
        json.dumps(one.as_json(), ensure_ascii=False) if isinstance(one, Finding) else one.told("en")
        for one in answers
    ]


def numbered(lines):
    return [(at, LINE.validate_python(line)) for at, line in enumerate(lines, 1)]


def is_the_same(steps, profile, *, on=None, jobs=1, memory=1, whole=None):
    whole = told(audit(steps, profile, on=on)) if whole is None else whole
    assert told(audit_parts(steps, profile, on=on, jobs=jobs, memory=memory)) == whole
    return whole


# ─── Законы на вытянутых строках ─────────────────────────────────────────────────────────────────────────


@given(lines=worlds(PARAMETERS), many=st.sampled_from([1, 20_000, 1_000_000]))
@settings(max_examples=size(40, 3000))
def test_drawn_books_are_audited_alike_in_parts(lines, many):
    is_the_same(numbered(lines), WORLD, memory=many)


@given(lines=worlds(PARAMETERS), data=st.data())
@settings(max_examples=size(60, 3000))
def test_spoilt_lines_are_audited_alike_in_parts(lines, data):
    """Days that run backwards, steps left out, told twice, under the id of another case, of a later day."""
    picked = data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=40))
    days = st.sampled_from(sorted({line["on"] for line in lines}))
    ids = st.sampled_from(sorted({line["history"] for line in lines}))
    spoilt = []
    for line in picked:
        otherwise = {"on": days, "history": ids, "expected_version": st.just(3)}
        facts = [name for name in otherwise if data.draw(st.integers(0, 9)) < (5 if name == "on" else 1)]
        spoilt.append({**line, **{name: data.draw(otherwise[name]) for name in facts}})
    until = data.draw(st.none() | days)
    on = None if until is None else LINE.validate_python({**lines[0], "on": until}).event.on
    is_the_same(numbered([*lines, *spoilt]), WORLD, on=on)


# ─── Год, и год с посаженными ошибками ───────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    path = tmp_path_factory.mktemp("parts") / "kemerovo.yaml"
    path.write_text(example.profile_text(), "utf-8")
    return load_profile(path)


@pytest.fixture(scope="module")
def planted_rows(profile):
    rows = year(profile)
    return [*rows, *(line for one in table(rows) for line in one.lines)]


@pytest.fixture(scope="module")
def planted_found(profile, planted_rows):
    """The answers of one book, made once and compared with those of many parts."""
    return told(audit(numbered(planted_rows), profile))


@pytest.mark.parametrize(("jobs", "memory"), [(1, 1), (1, 1 << 20), (2, 1 << 20)])
def test_the_planted_year_is_audited_alike_in_parts(profile, planted_rows, planted_found, jobs, memory):
    assert len(planted_found) > 60
    is_the_same(numbered(planted_rows), profile, jobs=jobs, memory=memory, whole=planted_found)


def test_cases_go_together_however_few_of_their_names_are_held_in_memory(
    monkeypatch, profile, planted_rows, planted_found
):
    """What names which case is kept on the disk until every line has its part."""
    monkeypatch.setattr(parting, "HELD", 1)
    is_the_same(numbered(planted_rows), profile, memory=1_000_000, whole=planted_found)


def test_the_year_of_the_example_is_audited_alike_in_two_processes():
    from a_year_in_kemerovo import the_profile
    from year.played import steps
    from year.town import Town

    lines = numbered(one.line for one in steps(Town(6, 80), the_profile()))
    assert len(is_the_same(lines, the_profile(), jobs=2)) > 30


def test_lines_in_any_order_are_audited_alike(profile, planted_rows):
    rows = [*planted_rows]
    random.Random(189).shuffle(rows)  # noqa: S311  # no secret
    is_the_same(numbered(rows), profile)


# ─── Суммы: вопрос части, ответ всех ─────────────────────────────────────────────────────────────────────


def many(count, **facts):
    """Certificates of as many consumers, each a part of its own."""
    return [line for n in range(count) for line in certified(f"c{n}", number=f"К-{n}", file=str(n), **facts)]


def test_a_share_that_many_parts_use_up_is_told_of_the_same_certificates():
    steps = list(enumerate([*ordered(), *many(12)], start=1))
    found = [one for one in audit_parts(steps, PROFILE, memory=1) if isinstance(one, Finding)]
    assert [one.rule for one in found].count("reconciliation.of_share") == 4
    is_the_same(steps, PROFILE)


def test_a_certificate_refused_for_the_share_and_formed_anew_is_counted_once():
    """What a part is answered changes what it adds, and so what the next one is answered."""
    last = [*certified("again", number="К-Я", file="я")]
    steps = [*ordered(shares=((example_service(), 80),)), *many(2), *last, last[-1], *many(3)[6:]]
    is_the_same(list(enumerate(steps, start=1)), PROFILE)


@pytest.mark.parametrize(("last", "times"), [((), 1), (("again", "К-Я", "я"), 2)])
def test_sums_are_added_up_again_only_where_a_part_told_otherwise_than_before(monkeypatch, last, times):
    """A certificate for which the share has no room is told so; no other part is told otherwise by that."""
    summed, settled = parts._Settling._summed, []
    monkeypatch.setattr(parts._Settling, "_summed", lambda one: settled.append(one) or summed(one))
    steps = [*ordered(shares=((example_service(), 80),)), *many(2)]
    if last:  # it is formed anew, so that it is counted once
        again = [*certified(last[0], number=last[1], file=last[2])]
        steps += [*again, again[-1]]
    assert [*audit_parts(list(enumerate(steps, start=1)), PROFILE, memory=1)]
    assert len(settled) == times


def example_service():
    from books import FULL_TIME

    return FULL_TIME


def test_limits_of_an_act_over_many_parts():
    limits = [{"since": "2024-01-01", "until": "2024-12-31", "certificates": 3}]
    steps = list(enumerate([*ordered(), *many(6)], start=1))
    whole = is_the_same(steps, with_parameters({"limits": limits}))
    assert len([one for one in whole if "within_limit" in one]) == 3


# ─── Отчёты и акты: что договоры всех частей дали вместе ─────────────────────────────────────────────────

AGREED = {PROVIDER: ("agreement", "С-1", "1"), OTHER_PROVIDER: ("agreement2", "С-2", "2")}
AMOUNTS = ["0", "9", "20", "20.0", "31.50", "72", "72.00"]
DAYS = ["2024-02-15", "2024-03-10", "2024-03-31", "2024-05-31", "2024-07-01"]


@st.composite
def acted_and_reported(draw):
    """Contracts of two orders under two agreements, acts of both, reports of periods; some records annulled."""
    both = (example_service(), TECHNICAL)
    shares = tuple((one, 600) for one in both)
    steps = [*ordered("o1", number="2024/1", shares=shares), *ordered("o2", number="2024/2", shares=shares)]
    for inn, (history, number, record) in AGREED.items():
        steps += [
            *included(f"e{record}", inn=inn, record=record, services=both),
            *agreed(history, number=number, record=record, services=both),
        ]
    for n in range(draw(st.integers(1, 6))):
        order = draw(st.sampled_from(["2024/1", "2024/2"]))
        shown = {"refers_to": {"order": order}} if draw(st.integers(0, 5)) else {}
        formed, begun = draw(st.sampled_from(["2024-01-10", "2024-02-20"])), draw(st.sampled_from(DAYS[:3]))
        services = draw(st.sampled_from([both[:1], both[1:], both, both]))
        if len(services) > 1 and draw(st.integers(0, 3)):
            shown["line"] = draw(st.sampled_from(both))
        steps += [*certified(f"c{n}", number=f"К-{n}", file=str(n), services=services, on=formed, **shown)]
        inn, service = draw(st.sampled_from([*AGREED])), draw(st.sampled_from(services))
        steps += [
            *contracted(f"k{n}", number=f"Д-{n}", inn=inn, certificate=f"К-{n}", service=service, on=begun)
        ]
        if draw(st.booleans()):
            terms = {"volume": volume(draw(st.sampled_from(AMOUNTS[1:]))), "ends_on": "2024-05-31"}
            terms["rendered"] = volume(draw(st.sampled_from(AMOUNTS[:3])))
            steps += [
                a_line(f"k{n}", "contract", "amended", draw(st.sampled_from(DAYS)), "provider", **terms)
            ]
        if draw(st.booleans()):
            steps += fulfilled(f"k{n}", draw(st.sampled_from(AMOUNTS)), draw(st.sampled_from(DAYS)))
        if draw(st.booleans()):
            undone = {"record": draw(st.integers(1, 4)), "reason": "ошибка"}
            on, by = draw(st.sampled_from(DAYS)), draw(st.sampled_from(["provider", "education"]))
            case = draw(st.sampled_from([f"k{n}", f"c{n}"]))
            cycle = "contract" if case.startswith("k") else "certificate"
            steps += [a_line(case, cycle, "record_annulled", on, by, **undone)]
    for n in range(draw(st.integers(0, 4))):
        rendered = [{"service": draw(st.sampled_from(both)), **volume(draw(st.sampled_from(AMOUNTS)))}]
        facts = {"number": f"А-{n}", "since": "2024-02-01", "until": "2024-02-29", "rendered": rendered}
        history = draw(st.sampled_from([history for history, *_ in AGREED.values()]))
        steps += [a_line(history, "agreement", "act_drawn", draw(st.sampled_from(DAYS)), "provider", **facts)]
    for _ in range(draw(st.integers(1, 3))):
        ways = (
            [{"way": "certificate", "amount": draw(st.sampled_from(AMOUNTS))}] if draw(st.booleans()) else []
        )
        service = example_service() if draw(st.integers(0, 3)) else TECHNICAL
        row = {"service": service, **volume(ways[0]["amount"] if ways else "51.5"), "parts": ways}
        facts = {"achieved": [row], "document": {"form": "paper"}, "since": "2024-01-01"}
        facts["until"] = draw(st.sampled_from(["2024-03-31", "2024-06-30"]))
        history, on = draw(st.sampled_from(["o1", "o2"])), draw(st.sampled_from(DAYS[2:]))
        steps += [a_line(history, "order", "period_reported", on, "education", **facts)]
    return draw(st.permutations(steps)) if draw(st.booleans()) else steps


@given(steps=acted_and_reported(), until=st.none() | st.sampled_from(DAYS))
@settings(max_examples=size(60, 3000))
def test_acts_and_reports_over_many_parts_are_compared_as_in_one_book(steps, until):
    is_the_same([*enumerate(steps, 1)], PROFILE, on=None if until is None else date.fromisoformat(until))


def act(amount, on="2024-03-01"):
    rendered = [{"service": example_service(), **volume(amount)}]
    facts = {"number": "А-1", "since": "2024-02-01", "until": "2024-02-29", "rendered": rendered}
    return a_line("agreement", "agreement", "act_drawn", on, "provider", **facts)


def contracts(count):
    for n in range(count):
        yield from contracted(f"k{n}", number=f"Д-{n}", certificate=f"К-{n}")


def test_acts_beyond_the_contracts_of_all_parts_are_told_and_so_is_a_contract_that_gives_less_after_them():
    begun = [*ordered(), *included(), *agreed(), *many(3), *contracts(3)]
    beyond = is_the_same(list(enumerate([*begun, act("216.5")], 1)), PROFILE)
    assert [
        one for one in beyond if "sufficiency.of_contracts" in one or "reconciliation.of_contracts" in one
    ]
    less = [*begun, act(200), *fulfilled("k1", 70, "2024-03-10"), *fulfilled("k2", 50, "2024-03-11")]
    found = [one for one in is_the_same(list(enumerate(less, 1)), PROFILE) if "acts_covered" in one]
    assert len(found) == 1


def test_a_number_that_no_case_has_is_told_with_the_case_like_it_in_parts_too():
    begun = [*ordered(), *included(), *agreed(), *many(3)]
    offered, concluded = contracted("k1", number="Д-1", certificate="К-1")
    names = {"certificate": "K-1", "provider": "4205000009", "agreement": "С-11"}
    steps = [*begun, offered, concluded.model_copy(update={"refers_to": names})]
    found = "".join(is_the_same(list(enumerate(steps, 1)), PROFILE, memory=1))
    for like in ("К-1 (социальный", "1 (отбор", "С-1 (соглашение"):
        assert f"похожее дело есть: {like}" in found


def test_a_line_of_a_later_day_that_was_annulled_by_the_day_counts_in_parts_too():
    steps = [*ordered(), *included(), *agreed(), *many(3), *contracts(3)]
    steps += [*fulfilled("k1", on="2024-05-31")]
    steps += [
        a_line("k1", "contract", "record_annulled", "2024-04-01", "provider", record=3, reason="ошибка")
    ]
    numbers, on, told_later = list(enumerate(steps, 1)), date(2024, 4, 2), []
    whole, counted = told(audit(numbers, PROFILE, on=on, later=lambda *one: told_later.append(one))), []
    found = audit_parts(numbers, PROFILE, on=on, memory=1, later=lambda *one: counted.append(one))
    assert told(found) == whole
    assert counted == told_later
    assert [number for number, _ in counted] == [len(steps) - 1]


def test_a_case_whose_days_run_backwards_is_asked_what_was_annulled_by_a_day_between():
    """The order is published anew before the day on which it was amended: on a day between it stood so nowhere."""
    lines = [*ordered()]
    published = lines[-1]
    assert published.event.kind == "published"
    amended = {
        "history": published.history,
        "lifecycle": "order",
        "kind": "amended",
        "on": "2024-04-11",
        "by": "education",
        "status": 2,
        "reason": "изменение",
        "enabling_act": "решение № 2",
        "lines": [one.model_dump(mode="json") for one in lines[0].event.lines],
    }
    annulled = {
        "kind": "record_annulled",
        "on": "2024-01-09",
        "by": "education",
        "record": 99,
        "reason": "ошибка",
    }
    more = [amended, {"history": published.history, "lifecycle": "order", **annulled}]
    steps = list(
        enumerate([*lines, LINE.validate_python(more[0]), published, LINE.validate_python(more[1])], 1)
    )
    is_the_same(steps, PROFILE, on=date(2024, 1, 10))


def test_few_lines_are_audited_at_once(monkeypatch):
    monkeypatch.setattr(parts, "FEW", 2000)
    monkeypatch.setattr(tempfile, "TemporaryDirectory", None)
    steps = list(enumerate([*town(), *contracted(), *fulfilled()], start=1))
    assert list(audit_parts(steps, PROFILE)) == []


def test_no_lines_have_no_findings():
    assert list(audit_parts([], PROFILE, jobs=2)) == []


# ─── Что мешает ──────────────────────────────────────────────────────────────────────────────────────────


def test_temporary_files_are_removed_also_where_the_audit_is_broken_off(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    steps = list(enumerate([*ordered(), *many(12)], start=1))
    first = next(audit_parts(steps, PROFILE, memory=1))
    assert isinstance(first, Finding)
    assert list(audit_parts(steps, PROFILE, memory=1))
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_is_told_after_what_was_found(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(parts.Spill, "put", full)
    [answer] = audit_parts(list(enumerate(town(), start=1)), PROFILE, memory=1)
    assert isinstance(answer, FaultyInput)
    assert "No space left" in answer.told("en")
    assert list(tmp_path.iterdir()) == []


def full(*_):
    raise OSError(28, "No space left on device")


def test_a_broken_off_audit_tells_what_its_parts_have_found(monkeypatch):
    steps = list(enumerate([*ordered(), *certified(), *certified("c2", number="К-2"), *many(3)], start=1))
    whole = told(audit(steps, PROFILE))

    def broken(self, workers):
        settle(self, workers)
        raise KeyboardInterrupt

    settle = parts._Settling._settle
    monkeypatch.setattr(parts._Settling, "_settle", broken)
    found = []
    with pytest.raises(KeyboardInterrupt):
        found.extend(one for one in audit_parts(steps, PROFILE, memory=1))
    assert set(told(found)) == set(whole)


def auditing(tmp_path, how=signal.SIGINT):
    """A process that audits with two others, once it has written what they need."""
    steps, profile = files(tmp_path, *(many(400) for _ in range(3)))
    (tmp_path / "tmp").mkdir()
    words = ["-m", "law189.cli", "audit", str(steps), "--profile", str(profile), "--jobs", "2"]
    env = {**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    ran = subprocess.Popen(  # noqa: S603
        [sys.executable, *words],
        env=env,
        preexec_fn=lambda: signal.signal(how, signal.SIG_DFL),  # noqa: PLW1509
        **pipes,
    )
    while not list((tmp_path / "tmp").glob("*/core.0")) and ran.poll() is None:
        time.sleep(0.05)
    return ran


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_whatever_asks_an_audit_to_end_ends_its_processes_and_leaves_nothing_behind(tmp_path, how):
    ran = auditing(tmp_path, how)
    ran.send_signal(how)
    _, said = ran.communicate(timeout=60)
    assert ran.returncode == 130, said
    assert "Traceback" not in said
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="the children of a process are read from /proc"
)
def test_the_processes_of_an_audit_that_was_killed_end_too(tmp_path):
    with auditing(tmp_path) as ran:
        children = Path(f"/proc/{ran.pid}/task/{ran.pid}/children")
        while len(begun := children.read_text().split()) < 3:  # two judge, one keeps count of resources
            time.sleep(0.05)
        ran.kill()
    deadline = time.monotonic() + 60
    while any(Path(f"/proc/{one}/exe").exists() for one in begun):
        assert time.monotonic() < deadline, begun
        time.sleep(0.05)


# ─── Что нужно частям ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("many", [0, 1, 3])
def test_what_is_put_into_a_pickled_file_is_read_back_in_its_order(tmp_path, many):
    with PickledFile(tmp_path / "some") as file:
        for one in range(many):
            file.put((one, str(one)))
    assert [*read_pickled(tmp_path / "some")] == [(one, str(one)) for one in range(many)]


def test_a_process_collects_as_before_once_it_has_judged():
    before = gc.get_threshold(), gc.get_freeze_count()
    with seldom_collected():
        assert gc.get_threshold()[0] > before[0][0]
        assert gc.get_freeze_count() > before[1]
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
