"""How many single changes of a module its tests notice.

``python benchmarks/mutations.py MODULE --tests WORDS [--seed N] [--most N]`` changes one thing
at a time in a module of the package (a comparison, a number, a condition, an operator, a call that
is left out, what is returned), runs the tests in a process that has loaded everything else, and
prints every change that no test noticed. (mutmut and cosmic-ray start a process for each change,
which here takes longer than the tests.)
"""

import argparse
import ast
import copy
import importlib
import os
import shlex
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.attacks.forked import reading_forked

_LONGEST = 120  # seconds of a run of the tests; a change that makes them hang is noticed
_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.BitOr: ast.BitAnd,
}


def main() -> None:
    """Change, test, and print what was not noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module", help="such as policycli.files.write")
    parser.add_argument("--tests", type=shlex.split, required=True, help="what pytest is given")
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--most", type=int, default=40)
    asked = parser.parse_args()
    module = importlib.import_module(asked.module)
    assert module.__file__  # noqa: S101 - it is a file of the package
    source = Path(module.__file__).read_text("utf-8")
    places = list(_places(ast.parse(source)))
    chosen = Random(asked.seed).sample(places, min(asked.most, len(places)))
    if not _passes(asked.module, source, asked.tests):
        sys.exit("the tests fail without any change")
    left = 0
    for place in sorted(chosen):
        tree = ast.parse(source)
        node = list(ast.walk(tree))[place]
        line = getattr(node, "lineno", 0)
        _change(tree, node)
        if _passes(asked.module, ast.unparse(ast.fix_missing_locations(tree)), asked.tests):
            left += 1
            was = source.splitlines()[line - 1].strip() if line else ""
            print(f"not noticed: {type(node).__name__} in line {line}: {was}", flush=True)
    print(f"{asked.module}: {len(chosen) - left} of {len(chosen)} noticed, {len(places)} possible")


def _places(tree: ast.AST) -> Iterator[int]:
    """The numbers of the nodes that can be changed; what annotations say does not run."""
    nodes = list(ast.walk(tree))
    notes = [getattr(node, name, None) for node in nodes for name in ("annotation", "returns")]
    annotated = {one for note in notes for one in _under(note)}
    return (at for at, one in enumerate(nodes) if one not in annotated and _is_changeable(one))


def _under(node: ast.AST | None) -> set[ast.AST]:
    return set(ast.walk(node)) if node is not None else set()


def _is_changeable(node: ast.AST) -> bool:
    match node:
        case ast.Compare(ops=[operator, *_]) | ast.BoolOp(op=operator) | ast.BinOp(op=operator):
            return type(operator) in _OTHER
        case ast.Return(value=None | ast.Constant(value=None)):
            return False
        case ast.Return() | ast.If() | ast.IfExp() | ast.While():
            return True
        case ast.Constant(value=bool() | int() | float()) | ast.UnaryOp(op=ast.Not()):
            return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)


def _change(tree: ast.AST, node: ast.AST) -> None:
    """Change one node of a tree in the one way that there is for it."""
    match node:
        case ast.Compare():
            node.ops[0] = _OTHER[type(node.ops[0])]()  # type: ignore[call-overload]
        case ast.BoolOp() | ast.BinOp():
            node.op = _OTHER[type(node.op)]()  # type: ignore[assignment]
        case ast.Constant():
            value = node.value
            node.value = not value if isinstance(value, bool) else value + 1  # type: ignore[operator]
        case ast.UnaryOp():
            _replace(tree, node, node.operand)
        case ast.Return():
            node.value = ast.Constant(None)
        case ast.Expr():
            _replace(tree, node, ast.Pass())
        case ast.If() | ast.IfExp() | ast.While():
            node.test = ast.UnaryOp(ast.Not(), node.test)


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    ast.copy_location(new, old)
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and old in value:
                value[value.index(old)] = new


def _passes(name: str, source: str, tests: list[str]) -> bool:
    """Whether the tests pass with a module of this source, in a process of their own."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        for number in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
        os._exit(_tested(name, source, tests))
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _tested(name: str, source: str, tests: list[str]) -> int:
    import pytest

    reading_forked()  # a process that is started would load the module as it is in its file
    module = sys.modules[name]
    before = copy.copy(vars(module))
    try:
        exec(compile(source, str(module.__file__), "exec"), vars(module))  # noqa: S102 - our own
    except Exception:  # noqa: BLE001 - it is noticed at once
        return 1
    for other in list(sys.modules.values()):  # what was imported from it
        for key, value in list(vars(other).items()) if hasattr(other, "__dict__") else ():
            if before.get(key) is value and key in before and not key.startswith("__"):
                setattr(other, key, vars(module)[key])
    return int(pytest.main(["-q", "-x", "-n", "0", "-p", "no:cacheprovider", *tests]))


if __name__ == "__main__":
    main()
