"""The command `new` through a real terminal: asked, mistaken, cut off, and taken up again."""

import os
import select
import subprocess
import sys
from pathlib import Path

import places
import pytest
from answers import SELDOM, VILLAGE, told
from typer.testing import CliRunner

from law189.cli.app import app
from law189.office.interview.interview import Interview
from law189.profile.loader import load_profile

pty = pytest.importorskip("pty", reason="no terminals of this kind on Windows")
TOWNS = places.PROFILES / "towns"


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.stdout, result.stderr


OF_ITS_OWN = (
    "import fcntl, runpy, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "runpy.run_module('law189.cli', run_name='__main__')"
)
"""Makes the terminal that of the process, so that Ctrl-C and a hang-up reach it, and then runs the command."""


class Terminal:
    """The command behind a pseudo-terminal, as a person sees it."""

    def __init__(self, path: Path, lang: str = "ru") -> None:
        self.main, side = pty.openpty()
        env = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
        self.process = subprocess.Popen(  # noqa: S603  # ours
            [sys.executable, "-c", OF_ITS_OWN, "new", str(path), "--lang", lang],
            stdin=side,
            stdout=side,
            stderr=side,
            env=env,
            start_new_session=True,
        )
        os.close(side)
        self.seen = ""

    def until_asked(self) -> str:
        """What comes out up to the next place for an answer, or to the end."""
        found = b""
        while not found.endswith(b"\n> "):
            ready, _, _ = select.select([self.main], [], [], 60)
            assert ready, f"it says nothing more after: {found.decode('utf-8', 'replace')}"
            try:
                data = os.read(self.main, 65536)
            except OSError:  # the other side is closed
                break
            if not data:
                break
            found += data.replace(b"\r\n", b"\n")
        told = found.decode("utf-8", "replace")
        self.seen += told
        return told

    def types(self, said: str) -> None:
        os.write(self.main, f"{said}\n".encode())

    def interrupts(self) -> None:
        os.write(self.main, b"\x03")

    def ends(self) -> int:
        code = self.process.wait(timeout=60)
        os.close(self.main)
        return code


@pytest.fixture
def sitting():
    """Begins a terminal; whatever becomes of the test, none of them is left."""
    begun = []

    def begin(*words):
        begun.append(Terminal(*words))
        return begun[-1]

    yield begin
    for terminal in begun:
        terminal.process.kill()
        terminal.process.wait(timeout=60)


def test_a_lawyer_makes_a_village_through_a_terminal_cut_off_twice_and_mistaken(tmp_path, sitting):
    path, lines = tmp_path / "selo.yaml", told(VILLAGE)
    mistakes = {
        "15 января 2024 года": ("31.02.2024", "дня 31.02.2024 нет в календаре"),
        "пункт 5": ("пятый пункт", "не той формы"),
        "не менее половины членов группы": ("не менее 5/2 членов группы", "вне пределов"),
    }

    def sits(terminal, answers):
        for said in answers:
            if said in mistakes:
                wrong, words = mistakes[said]
                terminal.types(wrong)
                assert words in terminal.until_asked()
            terminal.types(said)
            terminal.until_asked()

    first = sitting(path)
    first.until_asked()
    sits(first, lines[:12])
    first.interrupts()
    first.until_asked()
    assert first.ends() == 130
    assert "продолжить: law189 new" in first.seen

    second = sitting(path)
    shown = second.until_asked()
    asked = Interview(path.read_text(encoding="utf-8"), "ru")
    assert asked.told(asked.question)[0] in shown
    sits(second, lines[12:41])
    held = path.read_text(encoding="utf-8")
    os.close(second.main)  # the window is closed
    second.process.wait(timeout=60)
    assert path.read_text(encoding="utf-8") == held

    third = sitting(path)
    third.until_asked()
    sits(third, lines[41:])
    assert third.ends() == 0
    assert "вопросов без ответа нет" in third.seen
    assert not [one for one in tmp_path.iterdir() if one != path]
    assert load_profile(path).latest == load_profile(TOWNS / "village.yaml").latest
    code, out, _ = run("check", path)
    assert (code, "ошибок в файле: 0" in out) == (0, True)


def test_what_few_decrees_say_is_asked_for_in_words_in_a_terminal(tmp_path, sitting):
    path = tmp_path / "selo.yaml"
    terminal = sitting(path)
    terminal.until_asked()
    for said in told(SELDOM):
        terminal.types(said)
        terminal.until_asked()
    assert terminal.ends() == 0
    assert "вопросов без ответа нет" in terminal.seen
    for words in (
        "утрачивает силу, день не известен",
        "замещающее лицо",
        "до утверждения порядка",
        "начало работы информационной системы",
        "выбрать, как читать места, которые можно понять двояко?",
        "«До 1 октября»: входит ли в срок сам этот день?",
        "перечень: ",
    ):
        assert words in terminal.seen, words
    told_of = load_profile(path).latest
    assert (len(told_of.lapses), len(told_of.values), dict(told_of.readings)) == (
        3,
        4,
        {"D1": "included", "D9": "stays"},
    )
    code, out, _ = run("check", path)
    assert (code, "ошибок в файле: 0" in out) == (0, True)


def test_a_terminal_asks_in_english_too(tmp_path, sitting):
    terminal = sitting(tmp_path / "a.yaml", "en")
    assert "[municipality]" in terminal.until_asked()
    terminal.types("Town")
    assert "[name of the profile]" in terminal.until_asked()
    terminal.types("quit")
    terminal.until_asked()
    assert terminal.ends() == 0
    assert "questions left: " in terminal.seen
