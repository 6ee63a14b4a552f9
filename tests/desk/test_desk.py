"""The desk in Chromium: a case lives from its first step to its last, by hand and by keyboard alone."""

import pytest
from browser import NARROW, WIDE, overflow, serious
from clerk import SERVICE, Clerk, Typist, served

BODY = "education"
ELECTRONIC = {"document.form": "electronic", "document.system": "navigator"}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The desk on a book that the tests of this file share, so that each life rests on the one before."""
    with served(tmp_path_factory.mktemp("desk") / "book.sqlite3") as found:
        yield found


@pytest.fixture
def opened(chrome, place):
    """A page of the desk; what it asks of other hosts, and errors of the browser, are faults."""
    context = chrome.new_context(locale="ru-RU", viewport={"width": WIDE, "height": 900})
    context.set_default_timeout(5000)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    assert [url for url in asked if not url.startswith((place[0], "data:"))] == []
    context.close()


@pytest.fixture
def clerk(opened, place):
    return Clerk(opened, *place)


# ─── The life of an order ────────────────────────────────────────────────────────────────────────────────

LINE = {"lines[0].service": SERVICE, "lines[0].unit": "person-hours", "lines[0].total": "8720"}
DRAFTED = {
    "number": "2024/1",
    "year": "2024",
    "more": ["lines[0].parts"],
    **LINE,
    "lines[0].parts[0].way": "municipal-task",
    "lines[0].parts[0].amount": "8000",
    "lines[0].parts[1].way": "certificate",
}
REPORTED = {
    "more": ["achieved[0].parts"],
    "achieved[0].service": SERVICE,
    "achieved[0].unit": "person-hours",
    "achieved[0].amount": "8000",
    "achieved[0].parts[0].way": "municipal-task",
    "achieved[0].parts[0].amount": "8000",
    "achieved[0].parts[1].way": "certificate",
    "achieved[0].parts[1].amount": "0",
    "document.form": "electronic",
}


def order_lives(clerk, case, number):
    """Nested lists are filled in, a refusal stands beside its field, a record made in error is annulled."""
    clerk.begin("order", case, "2023-10-16")
    clerk.follow("проект заказа составлен")
    clerk.fill({**DRAFTED, "number": number})
    clerk.press("Записать шаг")
    wrong = clerk.page.locator('[id="f-lines-0-parts-1-amount"]')
    assert clerk.page.locator("#refusal").is_visible()
    assert wrong.get_attribute("aria-invalid") == "true"
    assert clerk.page.locator('[name="lines[0].total"]').input_value() == "8720"
    assert clerk.store.case(case).version == 0
    clerk.fill({"lines[0].parts[1].amount": "700"})
    clerk.press("Записать шаг")
    assert "не имеет силы" not in clerk.words or clerk.store.case(case).version == 0
    clerk.fill({"lines[0].parts[1].amount": "720"})
    clerk.press("Записать шаг")
    clerk.recorded(case, "drafted")
    approved = {"by": BODY, "document.form": "electronic", "enabling_act": "вымышленное решение № 7"}
    clerk.step(case, "approved", "2023-12-18", approved)
    clerk.recorded(case, "drafted", "approved")
    placed = {"place": "budget-portal", "evidence": "запись 1"}
    clerk.step(case, "published", "2023-12-20", placed)
    clerk.follow("Аннулировать запись 3")
    assert clerk.page.locator('main [name="record"]').input_value() == "3"
    clerk.fill({"by": BODY, "reason": "описка в записи"})
    clerk.press("Записать шаг")
    assert "аннулирована записью 4" in clerk.words
    clerk.step(case, "published", "2023-12-20", placed)
    clerk.recorded(case, "drafted", "approved", "published", "record_annulled", "published")
    clerk.step(case, "report_formed", "2025-01-27", REPORTED)
    clerk.step(case, "report_published", "2025-01-28", {"place": "budget-portal", "evidence": "запись 2"})
    clerk.step(case, "closed", "2025-01-29", {})
    assert [record.kind for record in clerk.store.case(case).records[5:]] == [
        "report_formed",
        "report_published",
        "closed",
    ]
    clerk.follow("Распечатать дело")
    assert "аннулирована записью 4" in clerk.page.locator("main").inner_text()


def test_an_order_lives_from_its_draft_to_its_report(clerk):
    order_lives(clerk, "заказ 1", "2024/1")


# ─── The life of a certificate ───────────────────────────────────────────────────────────────────────────


def certificate_lives(clerk, case, file, number):
    """From the application to the end of it; on the way something is left out and the refusal says what."""
    clerk.begin("certificate", case, "2024-01-10")
    clerk.follow("подано заявление")
    applied = {
        "by": "representative",
        "document.form": "electronic",
        "document.system": "",
        "recipient.file": file,
        "recipient.born": "2014-05-01",
        "services": [SERVICE],
        "asks": ["enrolment", "certificate"],
    }
    clerk.fill(applied)
    clerk.press("Записать шаг")
    refused = clerk.page.locator("#refusal").inner_text()
    assert "Шаг не записан" in refused
    system = clerk.page.locator('[id="f-document-system"]')
    assert system.get_attribute("aria-invalid") == "true"
    assert clerk.page.locator('[id="f-document-system-e1"]').inner_text() in refused
    clerk.fill({"document.system": "navigator"})
    clerk.press("Записать шаг")
    clerk.recorded(case, "applied_for")
    clerk.step(case, "recipient_registered", "2024-01-11", {"record": file})
    clerk.recorded(case, "applied_for", "recipient_registered")
    formed = {
        "number": number,
        "nominal.amount": "72",
        "nominal.unit": "person-hours",
        "valid_until": "2024-12-31",
        **ELECTRONIC,
    }
    clerk.step(case, "formed", "2024-01-12", formed)
    found = clerk.recorded(case, "applied_for", "recipient_registered", "formed")
    assert found.records[-1].event.order.number == "2024/1", "the order is taken from its own case"
    clerk.step(case, "annulled", "2024-02-01", {"reason": "own-request"})
    found = clerk.recorded(case, "applied_for", "recipient_registered", "formed", "annulled")
    assert found.state == "annulled"


def test_a_certificate_lives_to_its_end(clerk):
    certificate_lives(clerk, "сертификат 1", "17", "100500")


def test_a_certificate_lives_to_its_end_by_keyboard_alone(opened, place):
    certificate_lives(Typist(opened, *place), "сертификат 2", "18", "100501")


# ─── The life of a meeting ───────────────────────────────────────────────────────────────────────────────

SEATS = ["chair", "deputy", *(f"member-{number}" for number in range(1, 6))]


def meeting_lives(clerk, case):
    """Presence and votes are ticked, and the draft of the minutes is printed."""
    clerk.begin("meeting", case, "2023-10-06")
    clerk.step(case, "convened", "2023-10-06", {"by": "chair", "held_on": "2023-10-09"})
    clerk.step(case, "opened", "2023-10-09", {"by": "chair", "present": SEATS})
    clerk.recorded(case, "convened", "opened")
    votes = {f"votes.{seat}": "for" for seat in SEATS[:6]} | {"votes.member-5": "abstain"}
    asked = {"by": "chair", "question": "Предложения по заказу", "question_kind": "order-proposals", **votes}
    clerk.step(case, "item_voted", "2023-10-09", asked)
    found = clerk.recorded(case, "convened", "opened", "item_voted")
    assert dict(found.records[-1].event.votes) == dict.fromkeys(SEATS[:6], "for") | {"member-5": "abstain"}
    clerk.step(case, "closed", "2023-10-09", {"by": "chair"})
    clerk.follow("Проект протокола")
    paper = clerk.page.locator("body").inner_text()
    assert "ПРОТОКОЛ №" in paper
    assert "Предложения по заказу" in paper
    assert serious(clerk.page) == []
    clerk.step(case, "minutes_drafted", "2023-10-10", {"by": "member-1"})
    clerk.step(case, "minutes_signed", "2023-10-11", {"by": "chair"})
    seats = [one.id for one in clerk.store.profile.latest.working_group.seats]
    clerk.step(case, "copies_sent", "2023-10-12", {"by": "member-1", "copies_to": seats})
    assert clerk.store.case(case).state == "complete"


def test_a_meeting_is_recorded_by_ticks_and_its_draft_minutes_are_printed(clerk):
    meeting_lives(clerk, "заседание 1")


def test_a_meeting_is_recorded_by_keyboard_alone(opened, place):
    meeting_lives(Typist(opened, *place), "заседание 2")


# ─── What an office decides, what another has done ───────────────────────────────────────────────────────


def test_an_office_decides_what_nobody_can_give(clerk):
    case = "сертификат 3"
    clerk.begin("certificate", case, "2024-01-10")
    applied = {
        "by": "representative",
        "document.form": "electronic",
        "document.system": "",
        "recipient.file": "19",
        "recipient.born": "2014-05-01",
        "services": [SERVICE],
        "asks": ["enrolment", "certificate"],
    }
    clerk.step(case, "applied_for", "2024-01-10", applied)
    assert clerk.page.locator("#f-decision").is_visible()
    decided = {
        "decision.by": "заместитель главы",
        "decision.on": "2024-01-10",
        "decision.reason": "письмо № 7",
    }
    clerk.fill(decided)
    clerk.press("Записать шаг")
    found = clerk.recorded(case, "applied_for")
    assert found.records[0].decision.by == "заместитель главы"
    assert "решение: заместитель главы, 10.01.2024: письмо № 7" in clerk.words


def test_a_case_that_somebody_else_has_changed_is_told_and_nothing_is_lost(clerk, chrome, place):
    case = "сертификат 1, чужой"
    clerk.begin("meeting", case, "2023-10-06")
    facts = {"by": "chair", "held_on": "2023-10-09"}
    clerk.step(case, "convened", "2023-10-06", facts, send=False)
    context = chrome.new_context(locale="ru-RU")
    other = Clerk(context.new_page(), *place)
    other.step(case, "convened", "2023-10-06", {"by": "deputy", "held_on": "2023-10-10"})
    other.recorded(case, "convened")
    context.close()
    clerk.press("Записать шаг")
    assert "Пока форма была открыта, дело изменили: была версия 0, теперь 1" in clerk.words
    assert clerk.page.locator('[name="held_on"]').input_value() == "2023-10-09"
    assert clerk.store.case(case).version == 1


# ─── Every page ──────────────────────────────────────────────────────────────────────────────────────────

PAGES = {
    "cases": ("/", {}),
    "found by number": ("/", {"q": "100500"}),
    "a case": ("/case", {"id": "сертификат 1", "on": "2024-01-12"}),
    "a form": ("/step", {"id": "заказ 1", "kind": "amended", "on": "2024-06-01"}),
    "a form with votes": ("/step", {"id": "заседание 1", "kind": "item_voted"}),
    "an annulment": ("/step", {"id": "заказ 1", "kind": "record_annulled", "record": "5"}),
    "duties": ("/due", {"on": "2024-01-12"}),
    "providers": ("/report/register", {"which": "providers"}),
    "recipients": ("/report/register", {"which": "recipients"}),
    "ledger": ("/report/ledger", {}),
    "plan": ("/report/plan", {"on": "2023-12-05"}),
    "nothing": ("/case", {"id": "нет"}),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_aloud_fits_a_narrow_screen_and_has_one_heading(name, clerk):
    path, query = PAGES[name]
    clerk.go(path, **({"on": "2024-02-01"} | query))
    assert clerk.page.locator("h1").count() == 1
    assert clerk.page.locator("html").get_attribute("lang") == "ru"
    assert serious(clerk.page) == []
    clerk.page.emulate_media(color_scheme="dark")
    clerk.page.set_viewport_size({"width": NARROW, "height": 800})
    assert overflow(clerk.page) <= 0
    assert serious(clerk.page) == []


def test_a_case_is_found_by_its_numbers(clerk):
    for asked in ("2024/1", "100500", "заказ"):
        clerk.go("/", q=asked, on="2024-02-01")
        assert clerk.page.locator("tbody tr").count() >= 1, asked
    clerk.go("/", q="нет такого", on="2024-02-01")
    assert "Таких дел нет." in clerk.words


# ─── The life of an order by keyboard alone, last: the other tests have one order of the year ────────────


def test_an_order_lives_by_keyboard_alone(opened, place):
    order_lives(Typist(opened, *place), "заказ 2", "2024/2")
