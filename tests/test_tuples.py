"""Named tuples of ``policycli.tuples`` are those of ``typing``, at a smaller price."""

import copy
import pickle
import re
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any, Generic, TypeVar

import pytest

from policycli import tuples

T = TypeVar("T")


class Ours(tuples.NamedTuple):
    """A class of each kind of field."""

    name: str
    size: "int" = 3
    parts: tuple[str, ...] = ()

    @property
    def double(self) -> int:
        """Twice its size."""
        return 2 * self.size


class Theirs(typing.NamedTuple):
    """The same."""

    name: str
    size: "int" = 3
    parts: tuple[str, ...] = ()


class Holder(tuples.NamedTuple, Generic[T]):
    """A class with a type of its own."""

    held: T


def test_objects_are_the_same() -> None:
    """Fields, defaults, order, equality, replacement and copies."""
    ours: Any = Ours("a", parts=("b",))
    theirs: Any = Theirs("a", parts=("b",))
    assert ours == theirs == ("a", 3, ("b",))
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert ours._replace(size=5) == theirs._replace(size=5)
    with pytest.raises(ValueError, match="colour"):
        ours._replace(colour=1)
    assert tuple(Ours._make(["a", 1, ()])) == ("a", 1, ())
    assert (Ours._fields, Ours._field_defaults) == (Theirs._fields, Theirs._field_defaults)
    assert (ours.name, ours.size, ours.double) == ("a", 3, 6)
    assert isinstance(ours, Ours)
    for same in (copy.copy(ours), pickle.loads(pickle.dumps(ours))):  # noqa: S301 - our own
        assert type(same) is Ours
        assert same == ours
    match ours:
        case Ours(name, size, parts):
            assert (name, size, parts) == ("a", 3, ("b",))


@pytest.mark.parametrize("wrong", [{}, {"name": "a", "colour": 1}, {"colour": 1}])
def test_mistakes_are_the_same(wrong: dict[str, Any]) -> None:
    """What is missing or unknown is refused, by the first object and by those after it."""

    class New(tuples.NamedTuple):
        name: str

    for _ in range(2 * tuples.SOME):
        with pytest.raises(TypeError):
            New(**wrong)
        assert New("a") == New(name="a") == ("a",)


def test_objects_are_the_same_before_and_after_compiling() -> None:
    """Positions, names and defaults give what they give the class of ``typing``."""

    class New(tuples.NamedTuple):
        name: str
        size: int = 3
        parts: tuple[str, ...] = ()

    for _ in range(tuples.SOME):
        assert New("a") == New(name="a", size=3) == ("a", 3, ())
        assert New("a", parts=("b",)) == New("a", 3, ("b",)) == ("a", 3, ("b",))


def test_a_generic_class_holds_anything() -> None:
    """Generic classes can be named with and without what they hold."""
    assert Holder[int](3).held == 3
    assert Holder("a") == ("a",)


def test_whatever_a_look_loads_defines_its_tuples_here() -> None:
    """No module on the way of a command that looks up compiles constructors it may not need."""
    code = (
        "import os, sys\n"
        "from policycli.cli.main import run\n"
        "run(['search', '台账', '--json'])\n"
        "run(['compare', 'tongling', 'qianjiang'])\n"
        "for name in ('figures', 'matrix', 'timeline', 'documents', 'list', 'info'):\n"
        "    run([name])\n"
        "found = [m for name, m in sys.modules.items() if name.startswith('policycli')]\n"
        "print('\\n'.join(m.__file__ for m in found), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    files = [Path(line) for line in done.stderr.splitlines() if line.endswith(".py")]
    dear = re.compile(r"^from typing import .*\bNamedTuple\b", re.MULTILINE)
    assert len(files) > 20
    assert [file.name for file in files if dear.search(file.read_text("utf-8"))] == []
