"""A row of the embedder's own follows a meeting, step by step; a refused step moves nothing.

`python examples/embed_a_meeting.py` prints each step and what was said.
"""

from dataclasses import dataclass
from datetime import date

from law189 import Refused, load_profile, meeting
from law189.workflows.meeting import Convened, Opened


@dataclass
class MeetingRow:
    """What an embedder stores: only the state is followed."""

    title: str
    status: str | None = None


def main() -> None:
    """Convene, fail to open, open."""
    kemerovo = load_profile("kemerovo")
    row = MeetingRow("Заседание 02.10.2023")
    followed = meeting.lifecycle.attach(row, "status", meeting.lifecycle.begin("2023-10-02"))
    day = date(2023, 10, 2)
    followed.advance(Convened(on=date(2023, 9, 29), by="chair", held_on=day), kemerovo)
    print(row.status)
    try:
        followed.advance(Opened(on=day, by="chair", present=("chair", "deputy")), kemerovo)
    except Refused as refused:
        print(row.status)
        print(refused.told("ru"))
    present = ("chair", "deputy", "member-1", "member-2", "member-3")
    followed.advance(Opened(on=day, by="chair", present=present), kemerovo)
    print(row.status)


if __name__ == "__main__":
    main()
