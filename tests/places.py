"""Where the files are that several tests read."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
EXAMPLES = ROOT / "examples"
PROFILES = TESTS / "profiles"
LINTS = TESTS / "lints"
HISTORIES = TESTS / "histories"
