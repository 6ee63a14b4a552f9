"""What the desk refuses and escapes: forms of others, forms that are none, words that would mark up."""

import re

import httpx
import pytest
from clerk import PROFILE, served

from law189.casebook.stores.sql import SqlStore

EVIL = "<script>alert('1')</script>&\"'"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with served(tmp_path_factory.mktemp("guard") / "book.sqlite3") as found:
        yield found


@pytest.fixture
def visitor(desk):
    with httpx.Client(base_url=desk[0], follow_redirects=False) as client:
        yield client


def token(visitor):
    return re.search(r'name="token" value="(\w+)"', visitor.get("/", params={"on": "2024-01-10"}).text)[1]


def begin(visitor, case, **more):
    sent = {"token": token(visitor), "lifecycle": "meeting", "id": case, **more}
    return visitor.post("/begin", params={"on": "2023-10-06"}, data=sent)


def test_a_form_without_the_token_of_its_visitor_is_refused(visitor, desk):
    given = token(visitor)
    for sent in ({}, {"token": "0" * 64}, {"token": ""}, {"token": "ы"}):
        answer = visitor.post("/begin", data={**sent, "lifecycle": "meeting", "id": "x"})
        assert answer.status_code == 403
        assert "Откройте страницу заново" in answer.text
    visitor.cookies.clear()
    assert visitor.post("/begin", data={"token": given, "lifecycle": "meeting", "id": "x"}).status_code == 403
    assert desk[1].case("x") is None


def test_what_is_no_form_is_told_so(visitor):
    assert visitor.post("/begin", json={}).status_code == 400
    assert visitor.post("/begin", content=b"a=" + b"x" * 1_000_001, headers=FORM).status_code == 400
    assert visitor.post("/begin", content=b"a=%ff", headers=FORM).status_code == 400
    assert visitor.post("/begin", content=b"&".join([b"a=1"] * 6000), headers=FORM).status_code == 400
    assert visitor.get("/begin").status_code == 405


def test_after_a_form_the_page_is_another_request(visitor, desk):
    answer = begin(visitor, "прг")
    assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/case")
    assert desk[1].case("прг").version == 0
    assert begin(visitor, "прг").status_code == 422
    assert "Дело «прг» уже есть." in begin(visitor, "прг").text
    assert "Выберите, о чём дело." in begin(visitor, "x", lifecycle="").text
    assert "Номер дела — слова на одной строке" in begin(visitor, "  ").text
    assert "Номер дела — слова на одной строке" in begin(visitor, "x" * 401).text


def test_whatever_a_person_writes_is_text_on_every_page(visitor, desk):
    assert begin(visitor, EVIL).status_code == 303
    sent = {"token": token(visitor), "on": "2023-10-06", "by": EVIL, "held_on": EVIL, "subgroup": EVIL}
    answer = visitor.post("/step", params={"id": EVIL, "kind": "convened", "on": "2023-10-06"}, data=sent)
    assert answer.status_code == 422
    pages = [
        answer.text,
        visitor.get("/", params={"q": EVIL, "cycle": EVIL}).text,
        visitor.get("/case", params={"id": EVIL, "on": "2023-10-06"}).text,
        visitor.get("/case", params={"id": f"{EVIL}2"}).text,
        visitor.get("/print/case", params={"id": EVIL, "on": "2023-10-06"}).text,
        visitor.get("/report/register", params={"which": EVIL}).text,
        visitor.get(f"/{EVIL}").text,
    ]
    for page in pages:
        assert "<script" not in page
        assert "alert('1')" not in page
    assert desk[1].case(EVIL).version == 0


def test_every_answer_forbids_scripts_other_hosts_and_frames(visitor):
    begin(visitor, "политика")
    for path in (
        "/",
        "/case?id=политика",
        "/due",
        "/report/plan?on=2023-12-05",
        "/print/plan",
        "/desk.css",
        "/нет",
    ):
        headers = visitor.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'"), path
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy
        assert headers["x-content-type-options"] == "nosniff"
    cookie = httpx.get(str(visitor.base_url)).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_what_there_is_not_is_told_in_words(visitor):
    begin(visitor, "слова")
    for path, words in {
        "/case": "В адресе страницы чего-то не хватает.",
        "/case?id=никто": "Дела «никто» нет.",
        "/step?id=слова&kind=formed": "Шага «formed» у этого дела нет.",
        "/report/debts": "Такого отчёта нет.",
        "/report/register?which=debts": "Такого реестра нет.",
        "/print/minutes?id=слова": "Протокол составляют о заседании, которое созвано.",
        "/print/case?id=никто": "Такого дела нет.",
        "/?on=2025-02-30": "дня 30.02.2025 нет в календаре",
        "/?on=0001-01-01": "укажите день с 1900 года",
        "/due?on=9999-12-31": "укажите день до 2101 года",
        "/нет": "Такой страницы нет.",
    }.items():
        answer = visitor.get(path)
        assert 400 <= answer.status_code < 500, path
        assert words in answer.text, path


def test_a_number_that_is_none_is_told_beside_its_field(visitor):
    begin(visitor, "заказ")
    visitor.post("/begin", data={"token": token(visitor), "lifecycle": "order", "id": "з-1"})
    query = {"id": "з-1", "kind": "drafted", "on": "2023-10-16"}
    sent = {
        "token": token(visitor),
        "on": "2023-10-16",
        "by": "education",
        "number": "1",
        "year": "две тысячи",
        "lines[0].total": "1 000,5",
        "rows lines": "1",
    }
    page = visitor.post("/step", params=query, data=sent).text
    assert re.search(r'id="f-year" name="year" value="две тысячи" aria-describedby="f-year-e1', page)
    assert 'name="lines[0].total" value="1 000,5"' in page
    assert 'id="f-lines-0-total-e1"' not in page, "a space and a comma are how an office writes a number"
    assert 'id="f-lines-0-service-e1"' in page


@pytest.mark.parametrize("more", [{}, {"more": "lines"}])
@pytest.mark.parametrize("told", ["", "abc", "-1", "1.5", "²", "9" * 400])
@pytest.mark.parametrize("name", ["rows lines", "rows lines[0].parts", "version"])
def test_a_hidden_field_that_holds_no_number_is_refused_in_words(visitor, name, told, more):
    visitor.post("/begin", data={"token": token(visitor), "lifecycle": "order", "id": "з-2"})
    query = {"id": "з-2", "kind": "drafted", "on": "2023-10-16"}
    sent = {"token": token(visitor), "on": "2023-10-16", "rows lines": "2", **more, name: told}
    answer = visitor.post("/step", params=query, data=sent)
    assert answer.status_code == 400
    assert f"«{name}»" in answer.text


@pytest.mark.parametrize(("rows", "shown"), [("2", 3), ("49", 50), ("50", 50), ("999", 50)])
def test_one_more_row_is_shown_as_long_as_there_is_room(visitor, rows, shown):
    visitor.post("/begin", data={"token": token(visitor), "lifecycle": "order", "id": "з-3"})
    query = {"id": "з-3", "kind": "drafted", "on": "2023-10-16"}
    sent = {"token": token(visitor), "more": "lines", "rows lines": rows}
    page = visitor.post("/step", params=query, data=sent)
    assert page.status_code == 200
    assert len(set(re.findall(r'name="lines\[(\d+)\]', page.text))) == shown
    assert ("не больше 50 строк" in page.text) == (int(rows) >= 50)


@pytest.mark.parametrize("name", ["ledger", "plan", "register", "case"])
def test_the_tables_are_handed_over_as_a_workbook(name, visitor):
    pytest.importorskip("xlsxwriter")
    begin(visitor, "книга")
    answer = visitor.get(f"/xlsx/{name}", params={"id": "книга", "on": "2023-12-05"})
    assert answer.content.startswith(b"PK")
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.xlsx"'


def test_a_busy_book_is_told_and_nothing_is_written(visitor, desk, monkeypatch):
    from law189.casebook.stores.sql import Busy

    def busy(*_):
        raise Busy("busy")

    given = token(visitor)
    monkeypatch.setattr(SqlStore, "begin", busy)
    answer = visitor.post("/begin", data={"token": given, "lifecycle": "meeting", "id": "занято"})
    assert (answer.status_code, "База занята" in answer.text) == (503, True)
    assert desk[1].case("занято") is None


def test_the_year_of_the_examples_makes_a_new_book_whole_or_not_at_all(tmp_path, capsys, monkeypatch):
    """`make desk` takes the steps of the year one by one, says how far it is, and leaves an old book alone."""
    from desk import serve

    lines = serve.steps(serve.TOWN, PROFILE)
    first = [one for one, _ in zip(lines, range(60), strict=False)]
    monkeypatch.setattr(serve, "steps", lambda *_: first)
    file = tmp_path / "year.sqlite3"
    (tmp_path / "year.sqlite3.new").write_text("half of a book", "utf-8")
    serve.made(f"sqlite:///{file}", PROFILE)
    assert "шаги года записываются: 60 из 60; отказано: " in capsys.readouterr().err
    with SqlStore(f"sqlite:///{file}", PROFILE) as store:
        taken = sum(case.version for case in store.cases())
    assert 50 <= taken <= 70
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
    serve.made(f"sqlite:///{file}", PROFILE)
    assert capsys.readouterr().err == ""
