"""A model of Django holds a case: steps write it with its version, nothing else does, and the admin takes steps.

In SQLite and in PostgreSQL; what happens at once is in `test_django_at_once.py`.
"""

import json
import re
import subprocess
import sys
from contextlib import contextmanager, suppress

import pytest
from asgiref.sync import async_to_sync
from books import PROFILE, contracted, taking, town
from days_asked import WRITTEN, is_day
from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from django_books import by_default
from django_urls import in_admin
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from night import size
from stored import base, postgres, shelve

from law189.casebook.cycles import CYCLES
from law189.casebook.rows import Damaged
from law189.contrib.django.admin import CaseAdmin
from law189.contrib.django.cases import CaseModel
from law189.contrib.django.fields import CaseField
from law189.contrib.django.forms import day_asked
from law189.contrib.django.models import Case
from law189.contrib.django.store import DjangoStore
from law189.errors import Conflict, Refused, needs_extra
from law189.law import Law189Error
from law189.workflows.meeting import Convened, Opened

CONVENED = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
TOO_FEW = Opened(on="2023-10-02", by="chair", present=("chair", "deputy"))
FIVE = Opened(on="2023-10-02", by="chair", present=("chair", "deputy", "member-1", "member-2", "member-3"))
MEETING = CYCLES["meeting"]


class DjangoMeeting(CaseModel):
    case = CaseField("meeting")
    room = models.CharField(max_length=20, blank=True)

    class Meta:
        app_label = "law189"


class Plain(forms.ModelForm):
    class Meta:
        model = DjangoMeeting
        fields = ("number", "room")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request):
    """The default database of Django: SQLite in the memory of the tests, or one of a PostgreSQL of their own."""
    if request.param == "sqlite":
        yield
    else:
        with postgres() as server, by_default(base(server, "of_cases")):
            yield


@pytest.fixture(scope="module")
def tables(database):  # noqa: ARG001  # it is there
    """The tables of the admin, of the book and of the model."""
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(DjangoMeeting)
    with in_admin(DjangoMeeting, CaseAdmin):
        yield
    connection.close()


@pytest.fixture
def row(tables):  # noqa: ARG001  # they are there
    with transaction.atomic():
        made = DjangoMeeting(number="1", room="214")
        made.full_clean()
        made.save()
        yield made
        transaction.set_rollback(True)


def found():
    return DjangoMeeting.objects.get(number="1")


# ─── Поле и модель ───────────────────────────────────────────────────────────────────────────────────────


def test_a_step_writes_the_case_its_state_and_its_version(row):
    assert (row.state, row.version, row.case) == ("planned", 0, MEETING.begin("1"))
    after = row.advance(CONVENED)
    again = found()
    assert (again.case, again.state, again.version) == (after, "convened", 1)
    assert [option.kind for option in again.options(CONVENED.on)] == [
        option.kind for option in MEETING.options(after, PROFILE, CONVENED.on)
    ]
    assert again.judge(TOO_FEW).outcome.value == "void"
    assert [duty.kind for duty in again.due(TOO_FEW.on)] == ["opened"]


def test_a_refused_step_writes_nothing(row):
    row.advance(CONVENED)
    with pytest.raises(Refused):
        row.advance(TOO_FEW)
    assert (row.version, found().version) == (1, 1)


def test_of_two_objects_the_second_is_told_of_the_conflict(row):
    other = found()
    row.advance(CONVENED)
    with pytest.raises(Conflict) as conflict:
        other.advance(CONVENED.model_copy(update={"by": "deputy"}))
    assert (conflict.value.expected, conflict.value.found, conflict.value.history) == (0, 1, "1")
    assert other.version == 0
    assert found().case.records[0].event == CONVENED


def test_saving_an_old_object_writes_the_other_fields_alone(row):
    old = found()
    row.advance(CONVENED)
    old.room = "300"
    old.save()
    old.save(update_fields=["room", "state", "case"])
    assert (found().version, found().state, found().room) == (1, "convened", "300")


def test_the_number_of_a_case_that_is_begun_does_not_change(row):
    row.number = "2"
    with pytest.raises(ValidationError, match="номер начатого дела не меняют"):
        row.full_clean()
    row.save()
    assert found().case.id == "1"


@pytest.mark.usefixtures("tables")
def test_a_number_that_is_no_id_is_told_in_russian():
    with pytest.raises(ValidationError, match="одна строка без пробелов по краям"):
        DjangoMeeting(number="1\n").full_clean(exclude=["case"])


@pytest.mark.parametrize("given", ["{}", "not JSON", "[]", 7, {}, CYCLES["order"].begin("1")])
def test_what_is_no_case_of_the_lifecycle_is_a_validation_error_in_russian(given):
    with pytest.raises(ValidationError) as told:
        CaseField("meeting").to_python(given)
    assert re.search("[а-я]", told.value.messages[0])


def test_a_faulty_history_is_told_by_its_key():
    with pytest.raises(ValidationError, match="records"):
        CaseField("meeting").to_python(
            {"schema": 2, "lifecycle": "meeting", "id": "1", "keys": [], "shared": []}
        )


def test_the_field_reads_what_it_writes_and_a_migration_writes_the_lifecycle(row):
    field = DjangoMeeting.case_field()
    assert field.to_python(field.value_to_string(row)) == row.case
    assert field.to_python(json.loads(field.value_to_string(row))) == row.case
    _, path, args, kwargs = field.deconstruct()
    assert path == "law189.contrib.django.fields.CaseField"
    assert CaseField(*args, **kwargs).lifecycle == "meeting"
    assert field.to_python(None) is None


@pytest.mark.usefixtures("row")
def test_a_column_that_is_no_case_is_told():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE law189_djangomeeting SET \"case\" = '{}'")
    with pytest.raises(Damaged, match=r"DjangoMeeting\.case"):
        found()


def test_a_lifecycle_that_there_is_not_is_told():
    with pytest.raises(Law189Error, match="did you mean «meeting»"):
        CaseField("meating")


def test_the_migrations_say_what_the_models_say():
    """But for those of the tests, all models are as the migrations made them."""
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    now = ProjectState.from_apps(apps)
    for model in apps.get_app_config("law189").get_models():
        if not model.__module__.startswith("law189."):
            now.remove_model("law189", model._meta.model_name)
    changes = MigrationAutodetector(MigrationLoader(None).project_state(), now).changes(
        graph=MigrationLoader(None).graph
    )
    assert "law189" not in changes


# ─── Новая строка, чем бы её ни писали ───────────────────────────────────────────────────────────────────


def saved(number, **more):
    DjangoMeeting(number=number, **more).save()


WAYS = {
    "save": saved,
    "asave": lambda number, **more: async_to_sync(DjangoMeeting(number=number, **more).asave)(),
    "create": lambda number, **more: DjangoMeeting.objects.create(number=number, **more),
    "get_or_create": lambda number, **more: DjangoMeeting.objects.get_or_create(number=number, **more),
    "update_or_create": lambda number, **more: DjangoMeeting.objects.update_or_create(number=number, **more),
    "bulk_create": lambda number, **more: DjangoMeeting.objects.bulk_create(
        [DjangoMeeting(number=number, **more), DjangoMeeting(number=f"{number}-2")]
    ),
    "with a key": lambda number, **more: saved(number, pk=700, **more),
    "of a form": lambda number, **more: Plain({"number": number}, instance=DjangoMeeting(**more)).save(),
    "the base of the model": lambda number, **more: DjangoMeeting(number=number, **more).save_base(
        force_insert=True
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("number", "stored"), [("2", "2"), ("meeting/1", "meeting/1"), ("дело-и\u0306", "дело-й")]
)
@pytest.mark.usefixtures("row")
def test_every_way_to_write_a_new_row_begins_its_case(way, number, stored):
    WAYS[way](number)
    made = DjangoMeeting.objects.get(number=stored)
    assert (made.case, made.state, made.version) == (MEETING.begin(stored), "planned", 0)


@pytest.mark.parametrize("way", [one for one in WAYS if one != "get_or_create"])
@pytest.mark.usefixtures("row")
def test_every_way_to_write_a_new_row_keeps_the_case_that_it_was_given(way):
    moved = MEETING.advance(MEETING.begin("2"), CONVENED, PROFILE)
    WAYS[way]("2", case=moved)
    made = DjangoMeeting.objects.get(number="2")
    assert (made.case, made.state, made.version) == (moved, "convened", 1)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("more", [{"number": ""}, {"number": "2", "case": MEETING.begin("9")}], ids=repr)
@pytest.mark.usefixtures("row")
def test_no_way_writes_a_row_without_a_number_or_with_that_of_another_case(way, more):
    with pytest.raises((Law189Error, ValueError)), transaction.atomic():
        WAYS[way](**more)
    assert DjangoMeeting.objects.count() == 1


NO_CASES = ["x", "[]", 5, b"x", {}, {"schema": 2}, [1], object(), CYCLES["certificate"].begin("2")]
"""What is no case of a meeting."""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("given", NO_CASES, ids=repr)
@pytest.mark.usefixtures("row")
def test_every_way_to_write_a_new_row_refuses_what_is_no_case_of_the_lifecycle(way, given):
    with pytest.raises(ValidationError), transaction.atomic():
        WAYS[way]("2", case=given)
    assert DjangoMeeting.objects.count() == 1


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("written", [MEETING.dump, lambda case: json.dumps(MEETING.dump(case))])
@pytest.mark.usefixtures("row")
def test_every_way_to_write_a_new_row_takes_a_case_as_it_is_written(way, written):
    moved = MEETING.advance(MEETING.begin("2"), CONVENED, PROFILE)
    WAYS[way]("2", case=written(moved))
    made = DjangoMeeting.objects.get(number="2")
    assert (made.case, made.state, made.version) == (moved, "convened", 1)


ASKED = {
    "full_clean": lambda row: row.full_clean(),
    "history": lambda row: row.history,
    "judge": lambda row: row.judge(CONVENED),
    "options": lambda row: row.options(CONVENED.on),
    "due": lambda row: row.due(CONVENED.on),
    "advance": lambda row: row.advance(CONVENED),
    "filter": lambda row: DjangoMeeting.objects.filter(case=row.case).count(),
    "update": lambda row: DjangoMeeting.objects.filter(pk=row.pk).update(case=row.case),
    "bulk_update": lambda row: DjangoMeeting.objects.bulk_update([row], ["case"]),
}


@pytest.mark.parametrize("way", ASKED)
@pytest.mark.parametrize("given", NO_CASES, ids=repr)
def test_whatever_reads_the_case_of_a_row_refuses_what_is_none(row, way, given):
    row.case = given
    with pytest.raises(ValidationError), transaction.atomic():
        ASKED[way](row)
    assert found().case == MEETING.begin("1")


@pytest.mark.parametrize("given", NO_CASES, ids=repr)
def test_a_row_tells_once_that_its_case_is_none(row, given):
    row.case = given
    with pytest.raises(ValidationError) as told:
        row.full_clean()
    assert [*told.value.message_dict] == ["case"]


def test_a_new_row_takes_the_place_of_none_that_is_there(row):
    row.advance(CONVENED)
    for number in ("1", "2"):
        with pytest.raises(IntegrityError), transaction.atomic():
            DjangoMeeting(pk=row.pk, number=number).save()
    DjangoMeeting(pk=row.pk, room="7").save(update_fields=["room", "number", "state"])
    assert (found().state, found().version, found().room) == ("convened", 1, "7")


def test_a_step_is_written_over_no_other_case(row):
    row.advance(CONVENED)
    row.case = MEETING.advance(MEETING.begin("9"), CONVENED, PROFILE)
    with pytest.raises(Law189Error, match="the number of a case that is begun does not change"):
        row.advance(FIVE)
    row.case = MEETING.begin("1")
    with pytest.raises(Conflict):
        row.advance(CONVENED)
    row.save()
    assert (found().state, found().version, found().case.version) == ("convened", 1, 1)


def moved(number, *steps):
    """The case of that number after the steps."""
    history = MEETING.begin(number)
    for step in steps:
        history = MEETING.advance(history, step, PROFILE)
    return history


CASES = [moved(number, *steps) for number in ("1", "9") for steps in ((), (CONVENED,), (CONVENED, FIVE))]
DONE = st.one_of(
    st.tuples(st.just("case"), st.sampled_from([*CASES, None])),
    st.tuples(st.just("number"), st.sampled_from(["1", "9", "", None])),
    st.tuples(st.just("state"), st.sampled_from(["planned", "open", "x"])),
    st.tuples(st.just("version"), st.sampled_from([0, 1, 2, 9])),
    st.tuples(st.just("advance"), st.sampled_from([CONVENED, FIVE])),
    st.tuples(st.sampled_from(["save", "refresh_from_db", "full_clean"]), st.none()),
)


@given(st.lists(DONE, max_size=8), st.sampled_from([(), (CONVENED,), (CONVENED, FIVE)]))
@settings(max_examples=size(60, 600), suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("tables")
def test_no_order_of_assignments_and_writings_parts_a_row_from_its_case(done, steps):
    with transaction.atomic():
        row = DjangoMeeting.objects.create(number="1")
        for step in steps:
            row.advance(step)
        for what, value in done:
            with suppress(Refused, Law189Error, ValidationError), transaction.atomic():
                if what == "advance":
                    row.advance(value)
                elif value is None and what in ("save", "refresh_from_db", "full_clean"):
                    getattr(row, what)()
                else:
                    setattr(row, what, value)
        kept = found()
        assert (kept.number, kept.state, kept.version) == (kept.case.id, kept.case.state, kept.case.version)
        assert kept.case.records[: len(steps)] == moved("1", *steps).records
        transaction.set_rollback(True)


@pytest.mark.usefixtures("tables")
def test_a_row_without_a_number_is_a_validation_error():
    for number in (None, "", 5 * "\n"):
        with pytest.raises(ValidationError) as told:
            DjangoMeeting(number=number).full_clean()
        assert [*told.value.message_dict] == ["number"]


def test_a_migration_writes_the_fields_of_a_row_as_those_of_django():
    for name, kind in (("number", "CharField"), ("state", "CharField"), ("version", "PositiveIntegerField")):
        assert DjangoMeeting._meta.get_field(name).deconstruct()[1] == f"django.db.models.{kind}"


# ─── Админка ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def clerk(row):  # noqa: ARG001  # it is there
    http = Client()
    http.force_login(User.objects.create_superuser("clerk"))
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        yield http


def test_the_admin_tells_the_history_and_the_options_in_russian(clerk, row):
    row.advance(CONVENED)
    page = clerk.get(reverse("admin:law189_djangomeeting_change", args=[row.pk])).content.decode()
    assert "29.09.2023 — повестка утверждена" in page
    assert "п. 5.5 прил. 3" in page or "прил. 3 к постановлению" in page
    assert "/step/opened/?on=" in page or "заседание открыто" in page
    assert "созвано" in clerk.get(reverse("admin:law189_djangomeeting_changelist")).content.decode()


def test_a_step_is_taken_by_its_form_and_a_refusal_is_told(clerk, row):
    where = reverse("admin:law189_djangomeeting_step", args=[row.pk, "convened"]) + "?on=2023-09-29"
    assert "Нужно: без него событие не читается." in clerk.get(where).content.decode()
    said = {"on": "2023-09-29", "by": "chair", "held_on": "2023-10-02", "version": "0"}
    assert clerk.post(where, said).status_code == 302
    assert found().state == "convened"
    late = clerk.post(where, said).content.decode()
    assert "ожидалась версия" in late
    step = reverse("admin:law189_djangomeeting_step", args=[row.pk, "opened"]) + "?on=2023-10-02"
    page = clerk.post(step, {"on": "2023-10-02", "by": "chair", "present": ["chair"], "version": "1"})
    assert "Присутствуют: 1 из 10" in page.content.decode()
    assert found().version == 1


def test_a_day_that_is_none_in_the_address_of_a_page_is_refused_and_is_not_today(clerk, row):
    """As at every other door: `files/test_asked_day.py`."""
    shelve(DjangoStore(PROFILE), taking(town()))
    place = Case.objects.get(number="c1").pk
    for page in (
        reverse("admin:law189_djangomeeting_change", args=[row.pk]),
        reverse("admin:law189_djangomeeting_step", args=[row.pk, "convened"]),
        reverse("admin:law189_case_change", args=[place]),
        reverse("admin:law189_case_step", args=[place, "record_annulled"]),
    ):
        assert clerk.get(page).status_code == 200
        found = {one: clerk.get(page, {"on": one}).status_code for one in WRITTEN}
        assert found == {one: 200 if is_day(one) else 400 for one in WRITTEN}, page


def test_a_day_that_is_none_is_told_in_the_language_of_the_settings():
    with pytest.raises(BadRequest, match=r"on: 31\.12\.9999 — дата без конца"):
        day_asked("9999-12-31")
    with override_settings(LAW189_LANGUAGE="en"), pytest.raises(BadRequest, match="give a day before 2101"):
        day_asked("9999-12-31")
    assert day_asked("") == timezone.localdate()


def test_a_page_tells_the_steps_of_the_day_in_its_address(clerk, row):
    page = reverse("admin:law189_djangomeeting_change", args=[row.pk])
    assert "/step/convened/?on=2023-09-29" in clerk.get(page, {"on": "2023-09-29"}).content.decode()
    shelve(DjangoStore(PROFILE), taking(town()))
    book = reverse("admin:law189_case_change", args=[Case.objects.get(number="c1").pk])
    assert "?on=2024-02-01" in clerk.get(book, {"on": "2024-02-01"}).content.decode()


def test_the_version_of_a_form_that_is_none_is_no_fault_of_the_server(clerk, row):
    where = reverse("admin:law189_djangomeeting_step", args=[row.pk, "convened"])
    for version in ("9" * 5000, "²", "-1", "x"):
        assert clerk.post(where, {"version": version}).status_code == 200


# ─── Новая строка ────────────────────────────────────────────────────────────────────────────────────────

NUMBERS = (
    *("", " ", "a\nb", "a\u200bb", "A\x00", "\u00a0", "\t", "x" * 201, "\u0301", "1"),
    *("2023-10-02", "meeting/1", "№ 7", "🙂", "дело-и\u0306", "a b", " 2 ", "x" * 200),
)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_page_of_a_new_row_answers_as_a_plain_form_of_the_model(clerk, language):
    page = reverse("admin:law189_djangomeeting_add")
    with override_settings(LAW189_LANGUAGE=language):
        assert clerk.get(page).status_code == 200
        for number in NUMBERS:
            plain = Plain({"number": number, "room": "2"})
            faults = plain.errors.get("number", [])
            with transaction.atomic():
                answer = clerk.post(page, {"number": number, "room": "2"})
                transaction.set_rollback(True)
            told = answer.status_code == 200
            assert told == bool(faults), number
            if told:
                assert answer.context_data["adminform"].form.errors.get("number", []) == faults, number


@pytest.mark.usefixtures("tables")
def test_a_row_with_a_key_of_its_own_has_no_case_before_it_is_saved():
    """A key that is there before the row is, such as a UUID, makes no case."""
    shown = CaseAdmin(DjangoMeeting, admin.site)
    for row in (DjangoMeeting(), DjangoMeeting(pk=7), DjangoMeeting(pk=7, number="1")):
        assert {shown.state_told(row), shown.history_told(row), shown.options_told(row)} == {"—"}


def test_an_action_of_the_list_leads_to_the_form_of_one_case(clerk, row):
    where = reverse("admin:law189_djangomeeting_changelist")
    sent = clerk.post(where, {"action": "step_convened", "_selected_action": [row.pk]})
    assert sent["Location"] == reverse("admin:law189_djangomeeting_step", args=[row.pk, "convened"])
    DjangoMeeting(number="2").save()
    both = [*DjangoMeeting.objects.values_list("pk", flat=True)]
    told = clerk.post(where, {"action": "step_convened", "_selected_action": both}, follow=True)
    assert "Выберите одно дело." in told.content.decode()


def test_a_step_that_there_is_not_and_a_user_who_may_not(clerk, row):
    assert clerk.get(reverse("admin:law189_djangomeeting_step", args=[row.pk, "flown"])).status_code == 404
    assert clerk.get(reverse("admin:law189_djangomeeting_step", args=[999, "convened"])).status_code == 404
    other = Client()
    other.force_login(User.objects.create_user("guest", is_staff=True))
    assert other.get(reverse("admin:law189_djangomeeting_step", args=[row.pk, "convened"])).status_code == 403


def test_the_admin_of_the_book_tells_its_cases_and_adds_none(clerk):
    shelve(DjangoStore(PROFILE), taking(town()))
    page = clerk.get(reverse("admin:law189_case_changelist")).content.decode()
    assert "c1" in page
    place = Case.objects.get(number="c1").pk
    shown = clerk.get(reverse("admin:law189_case_change", args=[place])).content.decode()
    assert "сертификат сформирован" in shown
    assert clerk.get(reverse("admin:law189_case_add")).status_code == 403


def going_on(monkeypatch, step):
    """Let somebody take the step as soon as the book has been looked at for the first time."""
    looked, left = DjangoStore.moment, [step]

    @contextmanager
    def moment(store):
        with looked(store) as shelf:
            yield shelf
        for one in (left.pop(),) if left else ():
            store.take(one)

    monkeypatch.setattr(DjangoStore, "moment", moment)


def test_a_page_of_the_book_tells_a_case_of_one_moment(clerk, monkeypatch):
    """The steps, the records and the version that a form sends back are those that were read together."""
    *before, concluded = contracted()
    shelve(DjangoStore(PROFILE), taking(town(), before))
    where = Case.objects.get(number="k1").pk
    for page, mark in (
        (reverse("admin:law189_case_step", args=[where, "concluded"]) + "?on=2024-02-01", 'value="1"'),
        (reverse("admin:law189_case_change", args=[where]), ">1<"),
    ):
        with transaction.atomic():
            with monkeypatch.context() as patched:
                going_on(patched, concluded)
                shown = clerk.get(page).content.decode()
            assert DjangoStore(PROFILE).version("k1") == 2
            transaction.set_rollback(True)
        assert mark in shown
        assert "договор заключен" not in shown.split("<table")[0]


def test_saving_the_page_of_a_case_writes_nothing_over_its_steps(clerk, monkeypatch):
    *before, concluded = contracted()
    shelve(DjangoStore(PROFILE), taking(town(), before))
    page = reverse("admin:law189_case_change", args=[Case.objects.get(number="k1").pk])
    going_on(monkeypatch, concluded)
    assert clerk.post(page, {"_save": "1"}).status_code == 302
    row = Case.objects.get(number="k1")
    assert (row.version, row.state) == (2, "concluded")


# ─── Без добавки ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("package", "module", "extra"),
    [
        ("django", "law189.contrib.django", "django"),
        ("fastapi", "law189.contrib.fastapi", "fastapi"),
        ("sqlalchemy", "law189.contrib.sqlalchemy", "store"),
    ],
)
def test_without_the_extra_the_error_says_which_is_needed(package, module, extra):
    script = f"import sys; sys.modules['{package}'] = None; import law189.contrib; import {module}"
    ran = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ran.stderr.splitlines()[-1] == f"law189.errors.NeedsExtra: {needs_extra(extra).en}"


def test_the_library_imports_no_framework_of_its_own_accord():
    frameworks = "{'django', 'fastapi', 'sqlalchemy'}"
    script = f"import sys, law189, law189.casebook.store; print({frameworks} & {{*sys.modules}})"
    ran = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert ran.stdout.strip() == "set()"


def test_the_page_of_django_is_short():
    """Model, admin, form, settings, refusal and concurrency, in under 120 lines of the user's own code."""
    import places

    for name in ("django.md", "django.ru.md"):
        page = (places.ROOT / "docs/howto" / name).read_text(encoding="utf-8")
        files = re.findall(r"^<!-- (\S+) -->\n```py\n((?:.*\n)*?)```$", page, re.MULTILINE)
        assert {file for file, _ in files} >= {"office.py", "meetings/models.py", "meetings/admin.py"}
        assert sum(len(text.splitlines()) for _, text in files) < 120, name
