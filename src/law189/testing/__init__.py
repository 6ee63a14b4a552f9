"""Проверки в поставке (tests that ship): laws, machines and what they draw, for a profile of one's own.

The extra `testing` brings what they need. Each name is loaded when it is first used, so that the plugin of pytest
which stands here costs nothing to whoever does not use it. The names stand in `__init__.pyi`.

>>> from law189.profile.loader import load_profile
>>> from law189.testing import check_cases, check_laws
>>> from law189.workflows.contract import lifecycle as contract
>>> check_laws(load_profile("kemerovo"), examples=5)
>>> seen = check_cases(load_profile("kemerovo"), lifecycles=[contract], examples=5, steps=3)
>>> seen["contract", "expected"] > 0
True
>>> from law189 import testing
>>> testing.check_casse
Traceback (most recent call last):
    ...
AttributeError: module 'law189.testing' has no attribute 'check_casse'
"""

import re
from importlib import import_module, resources

_LIST = resources.files(__name__).joinpath("__init__.pyi").read_text(encoding="utf-8")
_FROM = {
    name: module for module, name in re.findall(r"^from (\S+) import \S+ as (\S+)$", _LIST, re.MULTILINE)
}
__all__ = [*_FROM]  # noqa: PLE0604  # names, read once from where they stand


def __getattr__(name: str) -> object:
    if name not in _FROM:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(_FROM[name]), name)


def __dir__() -> list[str]:
    return __all__
