"""The admin: room for what a list may have, a damaged case told in words, the language of the settings."""

import html
import re
from datetime import date

import pytest
from books import PROFILE, taking, town
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, models, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django_urls import in_admin
from stored import shelve

from law189.contrib.django.admin import CaseAdmin
from law189.contrib.django.cases import CaseModel
from law189.contrib.django.fields import DAMAGED, CaseField
from law189.contrib.django.forms import step_form
from law189.contrib.django.models import Case, Record
from law189.contrib.django.store import DjangoStore

RUSSIAN = re.compile("[А-Яа-яЁё]")
SERVICES = PROFILE.latest.services


class DjangoOrder(CaseModel):
    case = CaseField("order")
    note = models.CharField(max_length=20, blank=True)

    class Meta:
        app_label = "law189"


@pytest.fixture(scope="module", autouse=True)
def tables():
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(DjangoOrder)
    with in_admin(DjangoOrder, CaseAdmin):
        yield
    connection.close()


@pytest.fixture
def clerk():
    with transaction.atomic(), override_settings(LAW189_PROFILE=PROFILE):
        http = Client(raise_request_exception=False)
        http.force_login(User.objects.create_superuser("clerk"))
        yield http
        transaction.set_rollback(True)


@pytest.fixture
def rows(clerk):  # noqa: ARG001  # in its transaction
    for number in ("1", "2", "3"):
        DjangoOrder(number=number).save()
    return DjangoOrder.objects


def page(row, name="change", *more, on="2023-11-01"):
    return reverse(f"admin:law189_{row._meta.model_name}_{name}", args=[row.pk, *more]) + f"?on={on}"


def text(answer):
    assert answer.status_code == 200, answer.status_code
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


# ─── Строки списков ──────────────────────────────────────────────────────────────────────────────────────


def lines(services):
    """An order of those services, as the form sends it."""
    sent = {"version": "0", "on": "2023-11-01", "by": "education", "number": "2024/1", "year": "2024"}
    for place, service in enumerate(services):
        one = f"lines__{place}__"
        sent |= {f"{one}service": service, f"{one}unit": "person-hours", f"{one}total": "100"}
        sent |= {f"{one}parts__0__way": "municipal-task", f"{one}parts__0__amount": "100"}
    return sent


def places(answer):
    return {int(one) for one in re.findall(r'name="lines__(\d+)__service"', answer.content.decode())}


def test_an_order_of_every_service_of_the_list_is_recorded_whole(clerk, rows):
    row = rows.get(number="1")
    assert len(places(clerk.get(page(row, "step", "drafted")))) >= len(SERVICES)
    sent = lines([one.number for one in SERVICES])
    assert clerk.post(page(row, "step", "drafted"), sent).status_code == 302
    [record] = rows.get(number="1").history.records
    assert len(record.event.lines) == len(SERVICES) > 3


def test_the_button_gives_more_rows_and_keeps_what_was_filled_in(clerk, rows):
    row = rows.get(number="1")
    first = places(clerk.get(page(row, "step", "drafted")))
    sent = {**lines([SERVICES[0].number]), "number": "как было", "more": "Ещё", "more_rows": "3"}
    again = clerk.post(page(row, "step", "drafted"), sent)
    assert len(places(again)) == len(first) + 6
    assert 'value="как было"' in again.content.decode()
    assert "errorlist" not in again.content.decode()
    assert 'name="more_rows" value="6"' in again.content.decode()
    assert rows.get(number="1").version == 0


@pytest.mark.parametrize("place", ["lines__60__service", "lines__0__parts__60__way"])
def test_a_row_for_which_there_is_no_room_is_an_error_of_the_form(clerk, rows, place):
    row = rows.get(number="1")
    sent = {**lines([SERVICES[0].number]), place: "municipal-task"}
    assert "прислано больше строк" in text(clerk.post(page(row, "step", "drafted"), sent))
    assert rows.get(number="1").version == 0
    assert clerk.post(page(row, "step", "drafted"), {**sent, place: ""}).status_code == 302


def test_a_form_of_ones_own_has_the_rows_that_it_is_asked_for():
    [drafted] = [one for one in DjangoOrder(number="1").options(date(2023, 11, 1), PROFILE)
                 if one.kind == "drafted"]  # fmt: skip
    first = step_form(DjangoOrder.cycle(), drafted, profile=PROFILE)
    more = step_form(DjangoOrder.cycle(), drafted, profile=PROFILE, more=2)
    count = [len({one.path[1] for one in of.asked if one.path[0] == "lines"}) for of in (first, more)]
    assert count[1] == count[0] + 2 >= len(SERVICES)


# ─── Испорченное дело ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("broken", ["{}", "x", "[]"])
@pytest.mark.usefixtures("rows")
def test_one_damaged_case_keeps_no_other_from_being_seen(clerk, broken, language):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE law189_djangoorder SET \"case\" = %s WHERE number = '2'", [broken])
    whole, damaged = (DjangoOrder.objects.only("number").get(number=one) for one in ("1", "2"))
    with override_settings(LAW189_LANGUAGE=language):
        for number in ("1", "2", "3"):
            assert f" {number} " in text(clerk.get(reverse("admin:law189_djangoorder_changelist")))
        assert DAMAGED[language] not in text(clerk.get(page(whole)))
        assert DAMAGED[language] in text(clerk.get(page(damaged)))
        assert DAMAGED[language] in text(clerk.get(page(damaged, "step", "drafted"), follow=True))
        assert DAMAGED[language] in text(clerk.post(page(damaged), {"note": "иное"}))


def test_a_damaged_case_of_the_book_is_told_in_words(clerk):
    shelve(DjangoStore(PROFILE), taking(town()))
    row = Case.objects.get(number="c1")
    Record.objects.filter(case=row, number=1).update(row="{}")
    assert "c1" in text(clerk.get(reverse("admin:law189_case_changelist")))
    assert DAMAGED.ru in text(clerk.get(page(row)))
    assert DAMAGED.ru in text(clerk.get(page(row, "step", "suspended"), follow=True))
    assert DAMAGED.ru not in text(clerk.get(page(Case.objects.get(number="order"), on="2025-12-31")))


# ─── Язык ────────────────────────────────────────────────────────────────────────────────────────────────


def told(answer):
    """The labels of a page, the heads of its columns, and the words of its filters."""
    page = answer.content.decode()
    found = re.findall(
        r'<label[^>]*>.*?</label>|<details.*?</details>|class="text">.*?</div>', page, re.DOTALL
    )
    return [html.unescape(re.sub(r"<[^>]+>", " ", one)).strip() for one in found]


def test_no_label_of_the_library_is_russian_on_an_english_page_and_no_code_is_on_a_russian_one(clerk, rows):
    shelve(DjangoStore(PROFILE), taking(town()))
    row, case = rows.get(number="1"), Case.objects.get(number="c1")
    listed = reverse("admin:law189_case_changelist")
    with override_settings(LAW189_LANGUAGE="en", LANGUAGE_CODE="en"):
        for address in (listed, page(case)):
            assert [one for one in told(clerk.get(address)) if RUSSIAN.search(one)] == []
        shown = text(clerk.get(page(row)))
        assert "Number of the case" in shown
        assert "Номер дела" not in shown
        assert "Record the step" in clerk.get(page(row, "step", "drafted")).content.decode()
        assert "social certificate: " in text(clerk.get(listed))
    shown = text(clerk.get(page(case, on="2024-02-01")))
    assert "consumer" not in shown
    assert "представитель потребителя" in shown
    assert "социальный сертификат: " in text(clerk.get(listed))


def test_a_filter_by_words_leaves_the_cases_of_that_state(clerk):
    shelve(DjangoStore(PROFILE), taking(town()))
    listed = reverse("admin:law189_case_changelist")
    state = Case.objects.get(number="c1").state
    only = clerk.get(listed, {"state": f"certificate:{state}"}).context_data["cl"].queryset
    assert [one.number for one in only] == ["c1"]
    only = clerk.get(listed, {"lifecycle": "order"}).context_data["cl"].queryset
    assert [one.number for one in only] == ["order"]
