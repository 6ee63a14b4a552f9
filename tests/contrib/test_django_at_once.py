"""What Django's tables keep when several write at once, a transaction breaks off, or a process is killed.

In a SQLite file and in PostgreSQL. What a store answers is in `tests/casebook/test_stores.py`.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date
from itertools import count
from threading import Barrier, Event, Timer

import django_books
import pytest
from books import PROFILE, contracted, published_elsewhere, taking, town
from django.core.management import call_command
from django.db import DataError, IntegrityError, connections, models, transaction
from night import size
from stored import agree, base, dumped, no_half_step, postgres, shelve

from law189.casebook import taking as steps
from law189.casebook.cycles import CYCLES
from law189.casebook.keys import By
from law189.casebook.postings import Stage
from law189.casebook.rows import SCHEMA, Busy, Damaged, OtherSchema
from law189.casebook.store.driver import BROKEN_OFF, WAITED
from law189.contrib.django.cases import CaseModel
from law189.contrib.django.fields import CaseField
from law189.contrib.django.models import Balance, Book, Case, DayCount, Finding, Key, Record
from law189.contrib.django.store import DjangoStore
from law189.errors import Conflict, Refused
from law189.measures import Unit
from law189.rules import RULES
from law189.verdict import Outcome
from law189.workflows.meeting import Convened

CONVENED = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
CLERKS = 6
names = count()


class DjangoSitting(CaseModel):
    case = CaseField("meeting")
    room = models.CharField(max_length=20, blank=True)

    class Meta:
        app_label = "law189"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url_of(request, tmp_path_factory):
    """What gives the URL of a new base there."""
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("at_once")
        yield lambda: f"sqlite:///{folder / f'{next(names)}.sqlite3'}"
    else:
        with postgres() as server:
            yield lambda: base(server, f"of_django_{next(names)}")


@pytest.fixture
def using(url_of):
    """The name of a new base with the tables of the book and of the model, which is the default one too."""
    url = url_of()
    with django_books.by_default(url), django_books.alias(url) as name:
        call_command("migrate", "law189", database=name, verbosity=0)
        with connections[name].schema_editor() as editor:
            editor.create_model(DjangoSitting)
        yield name


@pytest.fixture
def of_town(using):
    store = DjangoStore(PROFILE, using=using)
    shelve(store, taking(town()))
    return store


def at_once(*works):
    """Do all works at the same time, each in a thread with a connection of its own; what they answer or raise."""
    barrier = Barrier(len(works))

    def done(work):
        barrier.wait()
        try:
            return work()
        except (Conflict, Refused, Busy, IntegrityError) as error:
            return error
        finally:
            for name in connections:
                connections[name].close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [*pool.map(done, works)]


def taken_back(using, work):
    """Do the work in a transaction that is taken back after it."""
    with transaction.atomic(using=using):
        work()
        transaction.set_rollback(True, using=using)


def only_in_postgresql(using):
    if connections[using].vendor != "postgresql":
        pytest.skip("SQLite has no such lock")


# ─── Дело в своей таблице ────────────────────────────────────────────────────────────────────────────────


def test_of_several_who_take_a_step_of_one_row_one_takes_it(using):
    DjangoSitting(number="1").save(using=using)
    clerks = [DjangoSitting.objects.using(using).get(number="1") for _ in range(CLERKS)]
    told = at_once(*[lambda clerk=clerk: clerk.advance(CONVENED, PROFILE) for clerk in clerks])
    assert [type(one) for one in told].count(Conflict) == CLERKS - 1
    assert {(one.expected, one.found) for one in told if isinstance(one, Conflict)} == {(0, 1)}
    row = DjangoSitting.objects.using(using).get(number="1")
    assert (row.state, row.version, len(row.case.records)) == ("convened", 1, 1)
    assert sorted(clerk.version for clerk in clerks) == [0] * (CLERKS - 1) + [1]


def test_of_several_who_begin_one_number_one_begins_it(using):
    told = at_once(*[lambda: DjangoSitting(number="1").save(using=using)] * CLERKS)
    assert [type(one) for one in told].count(IntegrityError) == CLERKS - 1
    assert DjangoSitting.objects.using(using).count() == 1


def test_who_waits_for_a_row_is_told_of_the_conflict_when_it_is_free(using):
    only_in_postgresql(using)
    DjangoSitting(number="1").save(using=using)
    first, second = (DjangoSitting.objects.using(using).get(number="1") for _ in range(2))
    taken, go_on = Event(), Event()

    def slowly():
        with transaction.atomic(using=using):
            first.advance(CONVENED, PROFILE)
            taken.set()
            assert go_on.wait(30)

    def waits():
        assert taken.wait(30)
        Timer(0.3, go_on.set).start()
        try:
            return second.advance(CONVENED, PROFILE)
        finally:
            assert go_on.is_set()

    _, told = at_once(slowly, waits)
    assert isinstance(told, Conflict)
    assert (told.expected, told.found) == (0, 1)


def test_a_row_that_is_not_free_in_time_is_told(using):
    only_in_postgresql(using)
    DjangoSitting(number="1").save(using=using)
    first, second = (DjangoSitting.objects.using(using).get(number="1") for _ in range(2))
    held, told = Event(), Event()

    def holds():
        with transaction.atomic(using=using):
            first.advance(CONVENED, PROFILE)
            held.set()
            assert told.wait(30)

    def hurried():
        assert held.wait(30)
        with connections[using].cursor() as cursor:
            cursor.execute("SET lock_timeout = '50ms'")
        try:
            return second.advance(CONVENED, PROFILE)
        finally:
            told.set()

    _, refused = at_once(holds, hurried)
    assert isinstance(refused, Busy)
    assert second.version == 0


def test_what_a_transaction_takes_back_was_not_taken(using):
    DjangoSitting(number="1").save(using=using)
    row = DjangoSitting.objects.using(using).get(number="1")

    def work():
        row.room = "214"
        row.save(using=using)
        row.advance(CONVENED, PROFILE)

    taken_back(using, work)
    row.refresh_from_db()
    assert (row.state, row.version, row.room, row.case.records) == ("planned", 0, "", ())
    assert row.advance(CONVENED, PROFILE).version == 1


# ─── Книга ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_case_written_past_the_lock_is_a_conflict_and_nothing_is_written(of_town, monkeypatch):
    offered, concluded = contracted(amount=10)
    of_town.take(offered)
    take = steps.take

    def and_meanwhile(shelf, one, profile):
        taken = take(shelf, one, profile)
        Case.objects.using(of_town.using).filter(number="c1").update(version=7)
        return taken

    monkeypatch.setattr(steps, "take", and_meanwhile)
    with pytest.raises(Conflict) as conflict:
        of_town.take(concluded)
    assert (conflict.value.expected, conflict.value.found, conflict.value.history) == (3, 7, "c1")
    assert of_town.case("k1").version == 1


def test_a_case_begun_past_the_lock_is_a_conflict(of_town, monkeypatch):
    only_in_postgresql(of_town.using)
    take = steps.take

    def elsewhere():
        Case.objects.using(of_town.using).create(
            place=99, number="k1", lifecycle="contract", state="draft", version=1
        )

    def and_meanwhile(shelf, one, profile):
        taken = take(shelf, one, profile)
        at_once(elsewhere)
        return taken

    monkeypatch.setattr(steps, "take", and_meanwhile)
    with pytest.raises(Conflict) as conflict:
        of_town.take(next(iter(contracted())))
    assert (conflict.value.expected, conflict.value.found, conflict.value.history) == (0, 1, "k1")


def test_the_second_step_waits_for_the_first_and_sees_it(of_town, monkeypatch):
    """Two contracts want one certificate: the second is judged only when the first is committed."""
    offers = [[*contracted(f"k{n}", number=f"Д-{n}", amount=40)] for n in range(2)]
    for offered, _ in offers:
        of_town.take(offered)
    judging, go_on, take = Event(), Event(), steps.take

    def slowly(shelf, one, profile):
        taken = take(shelf, one, profile)
        if one.history == "k0":
            judging.set()
            assert go_on.wait(30)
        return taken

    def second():
        assert judging.wait(30)
        Timer(0.3, go_on.set).start()
        return DjangoStore(PROFILE, using=of_town.using).take(offers[1][1])

    monkeypatch.setattr(steps, "take", slowly)
    first, told = at_once(lambda: of_town.take(offers[0][1]), second)
    assert first.verdict.outcome is not Outcome.VOID
    assert "standing.formed" in {reason.rule for reason in told.verdict.reasons(told.verdict.outcome)}


def test_a_database_that_is_not_free_in_time_is_told(of_town):
    only_in_postgresql(of_town.using)
    hurried = DjangoStore(PROFILE, using=of_town.using, wait=0.05)

    def held(_):
        (told,) = at_once(lambda: hurried.take(next(iter(contracted()))))
        return told

    told = of_town.written(held)
    assert isinstance(told, Busy)
    assert "nothing was written" in str(told)
    assert of_town.case("k1") is None


@pytest.mark.parametrize("code", [*BROKEN_OFF, WAITED])
def test_a_transaction_that_the_database_breaks_off_is_told_as_busy(of_town, code):
    only_in_postgresql(of_town.using)
    before = dumped(of_town)

    def broken(shelf):
        shelf.put(CYCLES["meeting"].begin("2"), 0)
        with connections[of_town.using].cursor() as cursor:
            cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'broken off' USING ERRCODE = '{code}'; END $$")

    with pytest.raises(Busy):
        of_town.written(broken)
    assert dumped(of_town) == before


def test_in_a_transaction_of_ones_own_a_step_is_a_part_of_it(of_town):
    offered, concluded = contracted(amount=10)
    before = dumped(of_town)

    def work():
        of_town.take(offered)
        with pytest.raises(Conflict):
            of_town.take(concluded.model_copy(update={"expected_version": 7}))
        assert of_town.take(concluded).history.version == 2

    taken_back(of_town.using, work)
    assert dumped(of_town) == before
    agree(of_town, taking(town()).shelf)


def test_of_another_form_what_follows_is_written_anew_or_the_book_refused(of_town):
    books = Book.objects.using(of_town.using)
    for model in (Finding, DayCount, Key, Balance):
        model.objects.using(of_town.using).all().delete()
    books.update(form=SCHEMA - 1)
    assert [*of_town.cases()]
    agree(of_town, taking(town()).shelf)
    assert books.get().form == SCHEMA
    books.update(form=SCHEMA + 1)
    for asks in (lambda: of_town.case("c1"), lambda: of_town.take(next(iter(contracted())))):
        with pytest.raises(OtherSchema, match="install a newer law189"):
            asks()


@pytest.mark.parametrize("model", [Key, Balance, DayCount, Finding])
def test_rows_of_what_follows_that_are_gone_are_told_until_they_are_written_anew(of_town, model):
    """An emptied table by every door, a single row where every case is read."""
    for one in published_elsewhere():
        of_town.take(one)
    before, rows = dumped(of_town), model.objects.using(of_town.using)
    rows.filter(pk=rows.first().pk).delete()
    with pytest.raises(Damaged, match=r"store\.follow\(\)"):
        [*of_town.cases()]
    rows.all().delete()
    asked = (
        of_town.listed,
        of_town.versions,
        lambda: of_town.version("c1"),
        lambda: of_town.case("c1"),
        lambda: [*of_town.findings()],
        lambda: [*of_town.due(date(2024, 3, 1))],
        lambda: of_town.take(next(iter(contracted()))),
    )
    for door in asked:
        with pytest.raises(Damaged, match=r"store\.follow\(\)"):
            door()
    of_town.follow()
    assert rows.exists()
    assert dumped(of_town) == before


def test_a_book_whose_row_is_gone_is_told_until_what_follows_is_written_anew(of_town):
    Book.objects.using(of_town.using).all().delete()
    with pytest.raises(Damaged, match=r"store\.follow\(\)"):
        of_town.case("c1")
    of_town.follow()
    agree(of_town, taking(town()).shelf)


def test_every_code_of_the_library_fits_its_column(using):
    """PostgreSQL refuses what is longer than its column; SQLite takes it."""
    clauses = [clause for cycle in CYCLES.values() for clause in (*cycle.clauses, cycle.annulment)]
    states = [state for cycle in CYCLES.values() for state in cycle.words]
    longest = {
        (Case, "lifecycle"): [*CYCLES],
        (Case, "state"): states,
        (DjangoSitting, "state"): states,
        (Record, "kind"): [clause.kind for clause in clauses],
        (Record, "outcome"): [one.value for one in Outcome],
        (Finding, "outcome"): [one.value for one in Outcome],
        (Finding, "rule"): [rule.code for rule in RULES],
        (Key, "kind"): [one.value for one in By],
        (Balance, "stage"): [one.value for one in Stage],
        (Balance, "unit"): [one.value for one in Unit],
        (DayCount, "unit"): [one.value for one in Unit],
    }
    for (model, name), values in longest.items():
        assert values
        assert max(map(len, values)) <= model._meta.get_field(name).max_length, (model, name)
    if connections[using].vendor == "postgresql":
        with pytest.raises(DataError), transaction.atomic(using=using):
            Case.objects.using(using).create(place=1, number="1", lifecycle="x" * 33, state="", version=0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed where it can be forked")
def test_a_process_killed_between_two_writes_leaves_no_half_step(url_of):
    with ExitStack() as opened:
        made = []

        def store_of(*, fresh=False):
            if fresh or not made:
                made.append(opened.enter_context(django_books.by_django(url_of())))
            return made[-1]()

        no_half_step(store_of, PROFILE, size(10, 50))
