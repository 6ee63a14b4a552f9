"""A clerk at the desk: the desk served on a book of its own, and what a hand or a keyboard does with its pages."""

import sys
import threading
import time
from contextlib import contextmanager
from urllib.parse import parse_qs, urlencode, urlsplit

import places
import uvicorn

sys.path.insert(0, str(places.ROOT / "examples"))

from a_year_in_kemerovo import the_profile
from desk.app import desk

from law189.casebook.stores.sql import SqlStore

PROFILE = the_profile()
UNFOLD = """
one => { for (let at = one; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true }
"""
SERVICE = "804200О.99.0.ББ52АЕ83000"


@contextmanager
def served(file):
    """The address of the desk, and its book."""
    with SqlStore(f"sqlite:///{file}", PROFILE) as store:
        config = uvicorn.Config(desk(store, PROFILE), port=0, log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            port = server.servers[0].sockets[0].getsockname()[1]
            yield f"http://127.0.0.1:{port}", store
        finally:
            server.should_exit = True
            thread.join()


class Clerk:
    """A clerk with a mouse: fills a form by the paths of its fields and sends it."""

    def __init__(self, page, address, store):
        self.page, self.address, self.store = page, address, store

    def go(self, path, **query):
        """Open a page by its address."""
        self.page.goto(f"{self.address}{path}?{urlencode(query)}")

    def begin(self, cycle, case, on):
        """Begin a case from the list."""
        self.go("/", on=on)
        self.set("lifecycle", cycle)
        self.set("id", case)
        self.press("Начать")
        assert self.query["id"] == [case]

    @property
    def query(self):
        """What the address of the page asks for."""
        return parse_qs(urlsplit(self.page.url).query)

    def step(self, case, kind, on, facts, send=True):
        """Open the form of a step and fill it in; send it where nothing else is asked."""
        self.go("/step", id=case, kind=kind, on=on)
        self.fill(facts)
        if send:
            self.press("Записать шаг")

    def fill(self, facts):
        """Each field by its path: words, or the values of what is ticked; a number of rows is asked for first."""
        for path, value in facts.items():
            if path == "more":
                for one in value:
                    self.press_more(one)
            elif isinstance(value, list):
                for one in value:
                    self.tick(path, one)
            else:
                self.set(path, value)

    def set(self, path, value):
        """Words into a field, a choice of a list, or one of a few ways."""
        field = self.page.locator(f'main [name="{path}"]').first
        self.unfold(field)
        kind = field.evaluate("one => one.type")
        if kind == "radio":
            self.page.locator(f'main [name="{path}"][value="{value}"]').check()
        elif kind == "select-one":
            field.select_option(value)
        else:
            field.fill(value)

    def unfold(self, field):
        """Open what the field is folded into."""
        field.evaluate(
            "one => { for (let at = one; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true }"
        )

    def tick(self, path, value):
        """Tick one of the boxes."""
        field = self.page.locator(f'main [name="{path}"][value="{value}"]')
        self.unfold(field)
        field.check()

    def press(self, words):
        """Press a button by its words; the page that answers is read."""
        with self.page.expect_navigation():
            self.page.locator("main button:visible", has_text=words).last.click()

    def press_more(self, path):
        """Ask for one more row of a list."""
        with self.page.expect_navigation():
            self.page.locator(f'button[name="more"][value="{path}"]').click()

    def follow(self, words):
        """Follow a link by its words, to the page it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=words, exact=True).first.click()

    @property
    def words(self):
        """All that the page says."""
        return self.page.locator("main").inner_text()

    def recorded(self, case, *kinds):
        """That the step was recorded and the case is shown; which records the case has by then."""
        assert self.page.locator(".done").count() == 1, self.words
        found = self.store.case(case)
        assert [record.kind for record in found.records] == [*kinds]
        return found


class Typist(Clerk):
    """A clerk without a mouse: every field is reached by Tab, and every key is pressed."""

    def go(self, path, **query):
        """Open a page by its address; what the pages link to is followed by keys."""
        super().go(path, **query)
        self.page.keyboard.press("Tab")
        assert self.focused() == "skip"
        self.page.keyboard.press("Enter")

    def focused(self):
        """What has the focus: the path of the field, the words of the button, or the class of the link."""
        return self.page.evaluate(
            "() => { const at = document.activeElement; return at.name || at.className || at.textContent.trim() }"
        )

    def reach(self, test, what):
        """Press Tab until what is asked for has the focus."""
        for _ in range(150):
            if self.page.evaluate(f"() => {{ const at = document.activeElement; return {test} }}"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no key leads to {what}")

    def set(self, path, value):
        """Words into the field that Tab leads to, a choice by its arrows, one of a few ways by them too."""
        self.reach_field(path)
        kind = self.page.evaluate("() => document.activeElement.type")
        keys = self.page.keyboard
        if kind == "select-one":
            keys.press("Home")
        if kind in ("radio", "select-one"):
            for _ in range(100):
                if (
                    self.page.evaluate(
                        "() => { const at = document.activeElement; return at.type === 'radio' ? "
                        'document.querySelector(`[name="${at.name}"]:checked`).value : at.value }'
                    )
                    == value
                ):
                    return
                keys.press("ArrowDown" if kind == "select-one" else "ArrowUp")
            raise AssertionError(f"no key chooses {value} of {path}")
        if kind == "date":
            self.type_day(value)
        else:
            keys.press("Control+a")
            keys.type(value)

    def type_day(self, value):
        """A day as the browser asks for it: the day or the month first, by the language of the system."""
        year, month, day = value.split("-")
        for told in (f"{month}{day}{year}", f"{day}{month}{year}"):
            self.page.keyboard.type(told)
            if self.page.evaluate("() => document.activeElement.value") == value:
                return
            for _ in range(3):
                self.page.keyboard.press("ArrowLeft")
        raise AssertionError(f"no keys give the day {value}")

    def reach_field(self, path):
        """The field of that path; what is folded is opened on the way."""
        for _ in range(150):
            if self.focused() == path:
                return
            if self.page.evaluate(
                f"() => document.activeElement.tagName === 'SUMMARY' && "
                f"document.activeElement.parentElement.querySelector('[name=\"{path}\"]') && "
                "!document.activeElement.parentElement.open"
            ):
                self.page.keyboard.press("Enter")
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no key leads to {path}")

    def tick(self, path, value):
        """Tick the box that Tab leads to."""
        self.reach(f"at.name === '{path}' && at.value === '{value}'", f"{path} {value}")
        self.page.keyboard.press("Space")

    def press(self, words):
        """Press the button that Tab leads to."""
        self.reach(f"at.tagName === 'BUTTON' && at.textContent.includes('{words}')", words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follow(self, words):
        """Follow the link that Tab leads to."""
        self.reach(f"at.tagName === 'A' && at.textContent.trim() === '{words}'", words)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
