"""Build the wheel, install it alone into a new virtual environment, and count what came with it.

`python benchmarks/wheel.py` prints the distributions; it fails where there are more than twelve, or where
the installed library cannot load a profile.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

MOST = 12
ROOT = Path(__file__).parent.parent
TRY = (
    "from datetime import date; from law189 import load_profile; from law189.audit.plan import plan_on; "
    "profile = load_profile('kemerovo'); print(profile.latest.working_group.quorum.basis.label.en); "
    "print(next(s.due for s in plan_on(profile, date(2023, 10, 5)) if s.item.id == 'app4.4'))"
)
LIST = "from importlib.metadata import distributions as d; print(*sorted(x.name for x in d()), sep='\\n')"


def main() -> int:
    """Build, install, count, try."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT))
        venv.create(place / "venv", with_pip=True)
        python = str(place / "venv" / "bin" / "python")
        before = set(_run(python, "-c", LIST).split())
        _run(python, "-m", "pip", "install", "--quiet", str(next(place.glob("law189-*.whl"))))
        found = sorted(set(_run(python, "-c", LIST).split()) - before)
        print(f"distributions without extras: {len(found)} (at most {MOST}): {', '.join(found)}")
        print(_run(python, "-c", TRY).strip())
    return 0 if len(found) <= MOST else 1


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout  # noqa: S603  # our own commands


if __name__ == "__main__":
    sys.exit(main())
