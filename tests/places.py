"""Where the files are that several tests read."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
EXAMPLES = ROOT / "examples"
PROFILES = TESTS / "profiles"
DECREES = TESTS / "decrees"
HISTORIES = TESTS / "histories"
