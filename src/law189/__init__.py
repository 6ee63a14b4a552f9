"""law189: Федеральный закон 189-ФЗ о социальном заказе, as a library.

May this step be taken today, in this municipality, and where does the law say so? Import what you need from
here; each name is loaded when it is first used. The names stand in `__init__.pyi`.

>>> import law189
>>> law189.load_profile("kemerovo").latest.working_group.quorum.value.at_least
Fraction(1, 2)
>>> law189.load_profil
Traceback (most recent call last):
    ...
AttributeError: module 'law189' has no attribute 'load_profil'
"""

import re
from importlib import import_module, metadata, resources

_LIST = resources.files(__name__).joinpath("__init__.pyi").read_text(encoding="utf-8")
_FROM = {name: room for room, name in re.findall(r"^from (\S+) import \S+ as (\S+)$", _LIST, re.MULTILINE)}
__all__ = [*_FROM, "__version__"]  # noqa: PLE0604  # names, read once from where they stand


def __getattr__(name: str) -> object:
    if name == "__version__":
        return metadata.version(__name__)
    if name not in _FROM:
        raise AttributeError(f"module 'law189' has no attribute '{name}'")
    return getattr(import_module(_FROM[name]), name)


def __dir__() -> list[str]:
    return __all__
