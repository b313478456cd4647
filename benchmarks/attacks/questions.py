"""Anything may be typed or stand in a catalogue: it ends with an answer or a reason."""

import json
import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.attacks.programs import promises_broken, run

if TYPE_CHECKING:
    from policycli.catalogue import Catalogue

__all__ = ["QUERIES", "catalogue", "piped", "query", "repeated"]

QUERIES = 100  # of one run of the program
_SLOW = 1.0  # seconds
_SIGNS = "\"“”《》-:：*?[](){}\\/|&!^~'`,，。、；; \t\u3000\u202e\u200b\x9b"
_SIGNS += "\x00%$#@+=<>0123456789０１〇零一"
_SLIPS = ("", "\n", '"', "[", "]", "=", "\x00", "，", "9" * 400, "{", "'''")
_OWN = ("--no-bundled", "--catalogue", "own.toml")
_WORDS = (
    *(
        "政策",
        "贵州",
        "guizhou",
        "成果转化",
        "cgzh",
        "region:",
        "doc:",
        "year:2023",
        "theme:",
        "end:",
    ),
    *(
        "第一条",
        "3694万元",
        "科技",
        "talent",
        "《科学技术进步法》",
        "不",
        "的",
        "𠮷",
        "é",
        "ｇｚ",
        "zhengce",
    ),
)


@cache
def _catalogue() -> "Catalogue":
    from policycli import open_catalogue

    return open_catalogue()


def _query(random: Random) -> str:
    parts = []
    for _ in range(random.randrange(1, 9)):
        match random.randrange(4):
            case 0:
                parts.append(random.choice(_SIGNS) * random.choice((1, 1, 1, 2, 50)))
            case 1:
                parts.append(
                    chr(
                        random.choice((random.randrange(0x4E00, 0x9FFF), 65 + random.randrange(58)))
                    )
                )
            case 2:
                parts.append(chr(random.randrange(0xD7FF)))
            case _:
                parts.append(random.choice(_WORDS))
    return "".join(parts) * random.choice((1, 1, 1, 1, 1, 200))


def query(random: Random, home: Path) -> str:  # noqa: ARG001 - needs no folder
    """Search, resolve or select in this process."""
    typed = _query(random)
    ask = random.choice((_catalogue().search, _catalogue().resolve, _catalogue().select))
    return _too_slow(ask, typed)


def _too_slow(ask: Callable[[str], object], typed: str) -> str:
    """What is wrong with how a query ends; that it takes too long is, too."""
    from policycli.errors import PolicyError

    begin = time.process_time()
    try:
        ask(typed)
    except PolicyError:
        pass
    except BaseException as error:  # noqa: BLE001 - that is what is looked for
        return f"{typed[:500]!r}: {type(error).__name__}: {error}"
    spent = time.process_time() - begin
    return f"{typed[:500]!r}: {spent:.1f} s" if spent > _SLOW else ""


def repeated(random: Random, home: Path) -> str:
    """Search, in this process, records that say something over and over for that."""
    from policycli import open_catalogue

    units = ["".join(random.choices("ab的科1甲 年", k=random.randrange(1, 5))) for _ in range(3)]
    texts = [unit * (random.choice((1_000, 100_000)) // len(unit)) for unit in units]
    measures = (
        f'[[policies.measures]]\nid = "m{n}"\ntitle = "第{n}条"\nsummary = "{text}。"\n'
        for n, text in enumerate(texts)
    )
    path = home / "own.toml"
    path.write_text('[[policies]]\nid = "own"\ntitle = "甲"\n' + "".join(measures), "utf-8")
    os.environ["XDG_CACHE_HOME"] = str(home / "cache")
    opened = open_catalogue(path, bundled=False)
    typed = random.choice(units) * random.choice((1, 5, 50, 2_000))
    typed = typed[: random.choice((9_999, len(typed) - 1))]
    return _too_slow(random.choice((opened.search, opened.nearest, opened.resolve)), typed)


def piped(random: Random, home: Path) -> str:
    """Many queries on standard input; some lines are no text at all."""
    lines = [_query(random).replace("\n", " ").encode("utf-8", "replace") for _ in range(QUERIES)]
    lines += [bytes(random.randrange(256) for _ in range(20)).replace(b"\n", b"") for _ in range(5)]
    ended = run(("search", "-"), home, b"\n".join(lines))
    wrong = promises_broken(ended)
    for line in ended.out.splitlines() if not wrong else ():
        json.loads(line)
    return wrong


def catalogue(random: Random, home: Path) -> str:
    """Validate and search a catalogue of which some characters are others."""
    from policycli.files.members import bundled

    text = Path(bundled()).read_text("utf-8")
    start = random.randrange(len(text) - 4000)
    at = text.index("[[policies]]", start) if "[[policies]]" in text[start:] else 0
    changed = list(text[at : at + 12_000])
    for _ in range(random.choice((1, 1, 2, 20))):
        where = random.randrange(len(changed))
        changed[where] = random.choice(
            ("", "\n", '"', "[", "]", "=", "\x00", "，", "9" * 400, "{", "'''")
        )
    (home / "own.toml").write_bytes("".join(changed).encode("utf-8", "replace"))
    words = random.choice((("validate", "own.toml"), ("search", *_OWN, "科技")))
    return promises_broken(run(words, home))
