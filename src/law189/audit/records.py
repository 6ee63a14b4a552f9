"""Записанные заседания (records): meetings out of a file, each judged by the profile that it names.

A profile is named as a shipped one, or as a file beside that of the meeting. No other file is opened.

>>> next(Records(Path("no-such.yaml")).read())
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: no-such.yaml: the file does not open: there is no such file; check its name
"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter

from law189.audit.meeting import MeetingAnswer, MeetingRecord, judge_record
from law189.audit.names import misnamed_in_record
from law189.errors import Fault, FaultyInput
from law189.files.disk import is_lines, read_lines, read_one
from law189.files.nodes import Loc
from law189.files.wording import did_you_mean, word
from law189.law import Text
from law189.profile.loader import load_profile, shipped_profiles
from law189.profile.profile import Profile

__all__ = ["Records"]

_RECORD: TypeAdapter[MeetingRecord] = TypeAdapter(MeetingRecord)
_PROFILE_FILES = (".yaml", ".yml", ".json")


class Records:
    """Заседания одного файла: one in YAML or JSON, or one a line in JSON Lines."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.profiles: dict[str, Profile] = {}

    def read(self) -> Iterator[tuple[int, MeetingAnswer | FaultyInput]]:
        """Each meeting with its line: the answer, or what is wrong with it.

        Raises `FaultyInput` where the file does not open.
        """
        for number, record in (read_lines if is_lines(self.file) else read_one)(
            self.file, _RECORD, self._misnamed
        ):
            if isinstance(record, FaultyInput):
                yield number, record
                continue
            try:
                yield number, judge_record(record, self.profile(record.profile))
            except FaultyInput as error:
                first = error.faults[0]
                at_line = Fault(str(self.file), number, 1, "profile", first.text)
                yield number, FaultyInput([at_line, *error.faults[1:]])

    def profile(self, name: str) -> Profile:
        """The profile that a meeting names. Raises `FaultyInput` where it cannot be used."""
        if name not in self.profiles:
            self.profiles[name] = load_profile(self._source(name))
        return self.profiles[name]

    def _source(self, name: str) -> str | Path:
        if name in shipped_profiles():
            return name
        if Path(name).suffix.lower() not in _PROFILE_FILES:
            hint = did_you_mean(name, shipped_profiles())
            words = Text(
                f"«{word(name)}» — не профиль из поставки и не файл .yaml, .yml или .json; {hint.ru}",
                f"«{word(name)}» is no shipped profile and no file .yaml, .yml or .json; {hint.en}",
            )
            raise FaultyInput([Fault(str(self.file), None, None, "profile", words)])
        beside = self.file.parent / name
        return beside if beside.exists() else Path(name)

    def _misnamed(self, record: MeetingRecord) -> Iterator[tuple[Loc, Text]]:
        """The names in a record that name nobody; a profile that cannot be used is told when it is judged."""
        try:
            profile = self.profile(record.profile)
        except FaultyInput:
            return
        yield from misnamed_in_record(record, profile)
