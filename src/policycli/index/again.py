"""Objects that stand on an index, and ask once more where it fails."""

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar

from policycli.errors import PolicyError
from policycli.index.opening import open_store
from policycli.index.progress import silent
from policycli.index.store import Store
from policycli.index.trust import asked_twice, is_trusted

__all__ = ["AskedTwice", "answered"]


T = TypeVar("T")


def answered(ask: Callable[[], T]) -> T:
    """What ``ask`` gives, if it has to be from an index made anew (see ``trust.asked_twice``)."""
    return asked_twice(ask, lambda error: isinstance(error, PolicyError))


class AskedTwice:
    """Has an index; whatever public method fails unforeseen is called again on one made anew."""

    _store: Store

    @property
    def store(self) -> Store:
        """The index, for what looks at wordings rather than records."""
        return self._answered(lambda: self._store)

    def __init_subclass__(cls) -> None:
        for name, method in list(vars(cls).items()):
            if isinstance(method, FunctionType) and _is_asked(name):
                setattr(cls, name, _twice(method))

    def _stand_on(self, store: Store) -> None:
        """Forget everything read so far, and stand on another index of the same files."""
        raise NotImplementedError

    def _answered(self, ask: Callable[[], T]) -> T:
        """What ``ask`` gives, if it has to be from an index made anew."""

        def on_index() -> T:
            _renew(self)
            try:
                return ask()
            finally:  # also where nothing was found
                self._store.settle()

        return answered(on_index)


def _is_asked(name: str) -> bool:
    """Whether a method is public; ``len``, ``in`` and loops ask as well."""
    return not name.startswith("_") or (name.startswith("__") and name != "__init__")


def _twice(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def asked(self: AskedTwice, *args: Any, **named: Any) -> Any:
        return self._answered(lambda: method(self, *args, **named))

    return asked


def _renew(one: AskedTwice) -> None:
    """Let it stand on an index made anew, if the one it found is no longer trusted."""
    store = one._store
    if not store.built and store.folder and not is_trusted(store.folder):
        one._stand_on(open_store([source.path for source in store.sources], silent))
