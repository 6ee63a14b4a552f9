"""Every `sh` block of every page is run, by its page or here, or is named with the reason why it is not."""

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

import places
import pytest
import shell_blocks

ROOT = places.ROOT
OF_THE_SITE = sorted((ROOT / "docs").rglob("*.md"))
BESIDE = sorted([*ROOT.glob("*.md"), *(ROOT / "examples").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])
BLOCKS = {
    page.relative_to(ROOT): shell_blocks.found_in(page.read_text(encoding="utf-8"))
    for page in (*OF_THE_SITE, *BESIDE)
}
TO_RUN = [
    (str(page.relative_to(ROOT)), block)
    for page in BESIDE
    for block in BLOCKS[page.relative_to(ROOT)]
    if not shell_blocks.left_out(block)
]


@pytest.mark.parametrize(("page", "block"), TO_RUN)
def test_a_block_beside_the_site_runs(page, block, tmp_path, monkeypatch):
    """Those of the site run among the other blocks of their page, in `test_docs_site.py`."""
    monkeypatch.chdir(tmp_path)
    shell_blocks.run(block, page)


def test_every_block_that_is_not_run_stands_on_some_page():
    every = [block for found in BLOCKS.values() for block in found]
    for named, reason in shell_blocks.NOT_RUN.items():
        assert reason
        assert any(block == named or block.startswith(f"{named} ") for block in every), named


def test_some_blocks_are_run():
    of_the_site = [block for page in OF_THE_SITE for block in BLOCKS[page.relative_to(ROOT)]]
    assert [block for block in of_the_site if not shell_blocks.left_out(block)]


def test_the_desk_of_the_page_is_served(tmp_path):
    """The second command of the page of the desk, in its own folder, with a profile of one's own."""
    page = (ROOT / "docs/howto/desk.md").read_text(encoding="utf-8")
    (command,) = [block for block in shell_blocks.found_in(page) if block.startswith("python ")]
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    environment = shell_blocks.environment()
    subprocess.run(["law189", "copy", "kemerovo", "my.yaml"], cwd=tmp_path, env=environment, check=True)  # noqa: S607  # as a reader does
    log, address = tmp_path / "log", f"127.0.0.1:{_free_port()}"
    with log.open("wb") as out:
        ran = subprocess.Popen(  # noqa: S603  # as a reader does
            ["bash", "-c", f"exec {command} --port {address.partition(':')[2]}"],  # noqa: S607
            cwd=tmp_path,
            env=environment,
            stdout=out,
            stderr=out,
        )
        try:
            assert "Город Кемерово" in _answer(ran, log, f"http://{address}")
        finally:
            ran.send_signal(signal.SIGINT)
            ran.wait(30)
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert (tmp_path / "mine.sqlite3").is_file()


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _answer(ran, log, address):
    """The first page, as soon as the desk stands."""
    until = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310  # it is this machine
                return answer.read().decode()
        except urllib.error.URLError:
            assert ran.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < until, "the desk does not stand in time"
            time.sleep(0.05)
