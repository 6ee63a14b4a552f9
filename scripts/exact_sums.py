"""What mypy refuses in the library besides types: arithmetic on exact numbers by the context of whoever embeds it.

`a + b` of two `Decimal` is rounded, or raises, as the context of the thread says, and so are `sum`, `abs`, `round`
and `quantize`. `law189.measures` has a context of its own: `EXACT` for two amounts, `total` for many.
"""

from collections.abc import Callable

from mypy.plugin import FunctionContext, MethodContext, Plugin
from mypy.types import Instance, Type, UnionType, get_proper_type

DECIMAL = "decimal.Decimal"
OPERATORS = ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow")
OTHERS = """
    quantize normalize scaleb sqrt ln log10 logb exp fma remainder_near next_minus next_plus next_toward
    max min max_mag min_mag rotate shift
"""
ROUNDED = frozenset(
    (
        *(f"__{side}{name}__" for name in OPERATORS for side in ("", "r")),
        *(f"__{name}__" for name in ("abs", "neg", "pos", "round")),
        *OTHERS.split(),
    )
)
"""The methods of a decimal that ask the context of the thread."""
BUILT_IN = frozenset(f"builtins.{name}" for name in ("sum", "abs", "round", "divmod", "pow"))


def _is_decimal(one: Type) -> bool:
    proper = get_proper_type(one)
    if isinstance(proper, UnionType):
        return any(map(_is_decimal, proper.items))
    return isinstance(proper, Instance) and (
        proper.type.has_base(DECIMAL) or any(map(_is_decimal, proper.args))
    )


def _refused(found: MethodContext | FunctionContext) -> None:
    found.api.fail(
        "the result depends on the decimal context of the embedder; use EXACT or total of measures",
        found.context,
    )


def _of_method(found: MethodContext) -> Type:
    _refused(found)
    return found.default_return_type


def _of_function(found: FunctionContext) -> Type:
    if any(_is_decimal(one) for given in found.arg_types for one in given):
        _refused(found)
    return found.default_return_type


class ExactSums(Plugin):
    """The hooks of mypy, which sees of what type each operand is."""

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """Refuse a method of a decimal that asks the context."""
        owner, _, name = fullname.rpartition(".")
        return _of_method if owner == DECIMAL and name in ROUNDED else None

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """Refuse a function of the language that calls such a method."""
        return _of_function if fullname in BUILT_IN else None


def plugin(version: str) -> type[Plugin]:  # noqa: ARG001  # mypy calls it so
    """What mypy asks of the file."""
    return ExactSums
