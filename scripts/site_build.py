"""The documentation site (site build): what mkdocs asks while it builds the pages (`hooks` of mkdocs.yml).

A reader chooses the language once: a page shows the navigation of its own language and a link to its twin. The
drawing of a lifecycle is put into the page as a picture, whose text can be selected.
"""

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from law189.report.drawing import as_svg
from law189.workflows import LIFECYCLES

RUSSIAN = ".ru.md"
DRAWING = re.compile(r"<!-- drawing: (\w+) (ru|en) -->\n```mermaid\n.*?^```$", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"^!\[[^]]*\]\(([\w./]+\.svg)\)$", re.MULTILINE)
DOCS = Path(__file__).parent.parent / "docs"
CYCLES = {cycle.name: cycle for cycle in LIFECYCLES}
WORDS = {
    "> Search": "> Поиск",
    "> Previous": "> Назад",
    "Next <i": "Дальше <i",
    ">Light<": ">Светлая<",
    ">Dark<": ">Тёмная<",
    ">Auto<": ">Как в системе<",
    "Toggle theme": "Светлая или тёмная",
    "Toggle navigation": "Меню",
    ">Table of Contents<": ">На этой странице<",
    "Permanent link": "Постоянная ссылка",
    ">Search</h": ">Поиск</h",
    'placeholder="Search..."': 'placeholder="Что найти"',
    "From here you can search these documents. Enter your search terms below.": "Введите слова.",
    "No results found": "Ничего не найдено",
    'aria-label="Close"': 'aria-label="Закрыть"',
    ">Keyboard Shortcuts<": ">Клавиши<",
}
"""Words of the theme, on the pages in Russian."""


def twin(path: str) -> str:
    """The file of the same page in the other language."""
    return (
        path.removesuffix(RUSSIAN) + ".md" if path.endswith(RUSSIAN) else path.removesuffix(".md") + RUSSIAN
    )


def on_config(config: Any) -> Any:
    """Let a reference to a name lead to the page of the interface in the language of the page that it stands on.

    Every name stands on two such pages; the plugin of references would take the first and warn of the other.
    """
    references = config.plugins["autorefs"]
    references.config.resolve_closest = True
    references._get_closest_url = of_one_language  # noqa: SLF001  # it has no other way to be told
    return config


def of_one_language(from_url: str, urls: list[str], _: str) -> str:
    """The address on a page of the same language as the page that refers to it."""
    russian = ".ru." in from_url
    return next((url for url in urls if (".ru.html" in url) is russian), urls[0])


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Put pictures into the page: of a lifecycle in the place of its text for Mermaid, others from their file."""
    folder = (DOCS / page.file.src_uri).parent

    def drawn(found: re.Match[str]) -> str:
        return _placed(as_svg(CYCLES[found[1]], "ru" if found[2] == "ru" else "en"))

    def read(found: re.Match[str]) -> str:
        return _placed((folder / found[1]).read_text(encoding="utf-8"))

    return PICTURE.sub(read, DRAWING.sub(drawn, markdown))


def _placed(svg: str) -> str:
    return '<div class="drawing">\n' + svg.strip() + "\n</div>"


def on_page_context(context: Any, page: Page, nav: Navigation, **_: Any) -> Any:
    """Show the navigation of the page's language, and the link to its twin."""
    russian = page.file.src_uri.endswith(RUSSIAN)
    english, other = (item for item in nav.items if isinstance(item, Section))
    chosen = other if russian else english
    home = next(one for one in _pages(chosen))
    there = {one.file.src_uri: one for one in nav.pages}
    found = there.get(twin(page.file.src_uri)) or there["index.md" if russian else "index.ru.md"]
    link = Link("In English" if russian else "По-русски", found.url)
    context["nav"] = Navigation([*chosen.children, link], list(_pages(chosen)))
    context["nav"].homepage = home
    for side in ("previous_page", "next_page"):
        beside = getattr(page, side)
        if beside is not None and beside.file.src_uri.endswith(RUSSIAN) is not russian:
            setattr(page, side, None)
    return context


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Say the language of the page, and the words of the theme in it."""
    if page.file.src_uri.endswith(RUSSIAN):
        output = output.replace('<html lang="en"', '<html lang="ru"', 1)
        for english, russian in WORDS.items():
            output = output.replace(english, russian)
    return output


def _pages(section: Section) -> Any:
    for item in section.children:
        if isinstance(item, Section):
            yield from _pages(item)
        elif isinstance(item, Page):
            yield item
