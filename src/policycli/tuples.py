"""Named tuples that cost little to define.

``typing.NamedTuple`` compiles a constructor for every class at once. A short call defines sixty
classes, a tenth of its time, and makes a handful of objects of most of them; so here a
constructor is compiled when a class has made some. Whatever a search loads takes its
``NamedTuple`` from here. Type checkers, and Python 3.14, see the one of ``typing``; the objects
are the same.
"""

import sys
from typing import TYPE_CHECKING, Any

__all__ = ["SOME", "NamedTuple"]

SOME = 12  # objects of a class after which compiling pays

if TYPE_CHECKING or sys.version_info >= (3, 14):  # where annotations are not there to be read
    from typing import NamedTuple
else:
    from _collections import _tuplegetter  # what collections.namedtuple reads fields with
    from collections import Counter, namedtuple
    from collections.abc import Iterable

    _made: Counter[Any] = Counter()

    def _new(cls: Any, /, *values: Any, **named: Any) -> Any:
        """An object of a class that has made few."""
        _made[cls] += 1
        left = cls._fields[len(values) :]
        if _made[cls] <= SOME and named.keys() <= set(left) and len(values) <= len(cls._fields):
            given = cls._field_defaults | named
            if given.keys() >= set(left):
                return tuple.__new__(cls, (*values, *map(given.__getitem__, left)))
        return _compiled(cls, *values, **named)

    def _compiled(cls: Any, /, *values: Any, **named: Any) -> Any:
        """An object of a class that gets its own constructor, which says what is wrong as well."""
        plain = namedtuple(cls.__name__, cls._fields, defaults=cls._field_defaults.values())
        owner = next(base for base in cls.__mro__ if "_fields" in vars(base))
        owner.__new__ = staticmethod(plain.__new__)
        return plain.__new__(cls, *values, **named)

    def _make(cls: Any, values: Iterable[Any]) -> Any:
        return cls(*values)

    def _replace(self: Any, /, **others: Any) -> Any:
        made = tuple.__new__(type(self), map(others.pop, self._fields, self))
        if others:
            raise ValueError(f"no such fields: {list(others)}")
        return made

    def _asdict(self: Any) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def _values(self: Any) -> tuple[Any, ...]:
        """What a copy is made of."""
        return tuple(self)

    def _shown(self: Any) -> str:
        fields = (f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({', '.join(fields)})"

    _METHODS = {
        "__slots__": (),
        "__new__": _new,
        "__repr__": _shown,
        "__getnewargs__": _values,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
    }

    class _Definition(type):
        """Makes a tuple of every class that names it as its base."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            said = {"_fields": fields, "__match_args__": fields, "_field_defaults": defaults}
            said |= {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            others = (base for base in bases if base is not NamedTuple)
            return type(name, (tuple, *others), _METHODS | namespace | said)

    class NamedTuple(metaclass=_Definition):
        """The base that a class of named fields is written with."""
