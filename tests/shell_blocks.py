"""The `sh` blocks of the pages: each is run in the folder of its page, or named here with the reason why not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import places

LENT = ("examples", "scripts", "pyproject.toml")
"""What of the project the commands of a page speak of; the folder of the page has it too."""

INSTALLS = "it installs, which needs a network; `tests/test_installation.py` and `.ci/run` install the wheel"
SERVES = "it serves until somebody ends it"
NOT_RUN = {
    "make demo\nmake test": "it runs the whole suite, of which this is a part; `.ci/run` runs both",
    'python -m pytest --hypothesis-profile=night -m "" tests/test_oracle.py': "it takes hours",
    "python3 -m venv .venv\n. .venv/bin/activate\npip install --editable '.[cli,fast,ics]'": INSTALLS,
    "pip install '.[cli,fast]'": INSTALLS,
    "pip install '.[testing]'": INSTALLS,
    "pip wheel --no-deps --wheel-dir dist .\npip install 'dist/law189-0.1.0-py3-none-any.whl[cli,fast]'": INSTALLS,
    "make desk": f"{SERVES}; `tests/desk` opens its pages",
    "python examples/desk/serve.py --profile my.yaml --database sqlite:///mine.sqlite3 --empty": (
        f"{SERVES}; `test_the_desk_of_the_page_is_served` serves it"
    ),
    "cd examples/fastapi_app\npip install '../..[fast,fastapi,store]' uvicorn\nuvicorn app:app": (
        f"{SERVES}, and installs; `tests/test_example_app.py` serves it"
    ),
    "curl -i localhost:8000/cases": "it needs the server; `tests/test_example_app.py` sends the same requests",
    "cp src/law189/data/schemas/v1/*.json tests/schemas/released/v1/": "it changes the project, at a release",
}
"""The blocks that are not run, each by all of its text or by what it begins with, and why."""


def found_in(text: str) -> list[str]:
    """The `sh` blocks of a page."""
    return [
        found.strip() for found in re.findall(r"^```(?:sh|shell|bash)\n((?:.*\n)*?)```$", text, re.MULTILINE)
    ]


def left_out(block: str) -> bool:
    """Whether the block is one of those that are not run."""
    return block.strip() in NOT_RUN or block.startswith("curl -i localhost:8000/cases ")


def environment() -> dict[str, str]:
    """What a reader has after installing: the commands of this Python first, and the library."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "PYTHONPATH": str(places.ROOT / "src"), "PYTHONUTF8": "1"}


def run(block: str, page: str) -> str:
    """Run the block in the current folder, and end with an error where a command of it does."""
    for name in LENT:
        if not Path(name).exists():
            Path(name).symlink_to(places.ROOT / name)
    ran = subprocess.run(  # noqa: S603  # a block of our own page
        ["bash", "-euo", "pipefail", "-c", block],  # noqa: S607  # the bash of whoever reads it
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    ended = re.search(r"  # (?:exit code|код) (\d+)", block)
    assert ran.returncode == (int(ended[1]) if ended else 0), f"{page}: {block}\n{ran.stdout}{ran.stderr}"
    return ran.stdout
