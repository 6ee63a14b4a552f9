"""Записи о заседаниях из файла (records of meetings out of a file): each read, its names checked, then judged.

A record names its profile: one that is shipped, or a file beside it.

>>> next(iter(Meetings(Path("no-such.jsonl"))))
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: no-such.jsonl: the file does not open: there is no such file; check its name
"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter

from law189.audit.meeting import MeetingAnswer, MeetingRecord, judge_record
from law189.audit.names import Named, Names
from law189.errors import Fault, FaultyInput
from law189.files.disk import read_records
from law189.files.given import Source
from law189.files.wording import did_you_mean, word
from law189.law import Text
from law189.profile.loader import load_profile, shipped_profiles
from law189.profile.profile import Profile

__all__ = ["Meetings"]


class Meetings:
    """Заседания из файла: iterate for each record's line and answer; `profiles` are those named so far.

    `kind` is what a record may be: one of a meeting that was held, or one that may leave more out.
    """

    def __init__(self, file: Source, kind: type[MeetingRecord] = MeetingRecord) -> None:
        self.file = file
        self._record: TypeAdapter[MeetingRecord] = TypeAdapter(kind)
        self.profiles: dict[str, Profile] = {}
        self._names: dict[str, Names] = {}
        self._refused: dict[str, FaultyInput] = {}
        self._more: tuple[Fault, ...] = ()

    def __iter__(self) -> Iterator[tuple[int, MeetingAnswer | FaultyInput]]:
        """Each record's line with its answer, or what is wrong with the record or with its profile.

        Raises `FaultyInput` where the file cannot be read.
        """
        for line, record in read_records(self.file, self._record, self._wrong):
            if isinstance(record, FaultyInput):
                more, self._more = self._more, ()
                yield line, _of_steps(record) or FaultyInput([*record.faults, *more])
            else:
                yield line, judge_record(record, self.profiles[record.profile])

    def _wrong(self, record: MeetingRecord) -> Named:
        """What is wrong with the names in the record, or with the name of its profile."""
        try:
            self._read(record.profile)
        except FaultyInput as error:
            first = error.faults[0]
            if first.file == str(self.file):
                return ((("profile",), first.text),)
            shown = word(record.profile)
            if len(error.faults) == 1 and first.line is None:
                told = Text(f"профиль «{shown}»: {first.text.ru}", f"the profile «{shown}»: {first.text.en}")
                return ((("profile",), told),)
            self._more = error.faults
            words = Text(
                f"профиль «{shown}» нельзя использовать; что с ним не так, сказано следом",
                f"the profile «{shown}» cannot be used; what is wrong with it is told next",
            )
            return ((("profile",), words),)
        return self._names[record.profile].of_meeting(record)

    def _read(self, name: str) -> None:
        """Read the profile of that name once. Raises `FaultyInput` where it is none that may be read."""
        if name in self._refused:
            raise self._refused[name]
        if name in self.profiles:
            return
        try:
            profile = load_profile(name if name in shipped_profiles() else self._beside(name))
        except FaultyInput as error:
            self._refused[name] = error
            raise
        self.profiles[name], self._names[name] = profile, Names(profile)

    def _beside(self, name: str) -> Path:
        beside = self.file.parent / name
        if beside.suffix.lower() not in (".yaml", ".yml", ".json"):
            hint, shown = did_you_mean(name, shipped_profiles()), word(name)
            words = Text(
                f"«{shown}» — не профиль из поставки и не файл .yaml, .yml или .json; {hint.ru}",
                f"«{shown}» is neither a shipped profile nor a .yaml, .yml or .json file; {hint.en}",
            )
            raise FaultyInput([Fault(str(self.file), None, None, "profile", words)])
        try:
            return beside if beside.exists() else Path(name)
        except OSError:  # such as a name that is too long
            return beside


_STEPS = Text(
    "это строка шагов дела, а не запись заседания; шаги проверяет law189 replay ФАЙЛ --profile ПРОФИЛЬ",
    "this is a step of a case and no record of a meeting; law189 replay FILE --profile PROFILE checks steps",
)


def _of_steps(record: FaultyInput) -> FaultyInput | None:
    """That a step was given where a record of a meeting is needed; None where the faults are of something else."""
    told = {fault.key: fault for fault in record.faults}
    step = told.get("lifecycle")
    if step is None or "history" not in told:
        return None
    return FaultyInput([Fault(step.file, step.line, step.column, "", _STEPS)])
