"""Damage, errors of the system, and other processes, at the index: the answer stays right."""

import json
import os
import resource
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from zlib import crc32

from benchmarks.attacks.programs import Ended, finished, has_begun, promises_broken, run, started

__all__ = ["build_injected", "build_killed", "build_stopped", "damaged", "disk_full", "first_run"]
__all__ += ["odd_seal", "rebuilt_under_readers", "sealed_again"]

_RECORD = """
[[policies]]
id = "{id}"
title = "第{n}项政策"
[[policies.measures]]
id = "one"
title = "{title}"
summary = "为了测试而写的第{n}句话。"
[[policies.measures.figures]]
indicator = "资金"
value = {n}
unit = "亿元"
"""
_QUESTIONS = (
    ("search", "种子基金"),
    ("search", "zhongzijijin"),
    ("list", "--measures"),
    ("figures",),
    ("show", "p3.one"),
)
_SEALS = (
    "{}",
    "null",
    "[]",
    "",
    "{",
    '{"version": null}',
    '{"version": "99", "new": 1}',
    "\0" * 99,
)
_CALLS = (
    *("write", "openat", "fdatasync", "fsync", "mkdir", "rename", "unlink", "flock", "read"),
    *("statx", "newfstatat", "getdents64", "ftruncate", "lseek", "rmdir", "unlinkat"),
)
_ERRORS = ("ENOSPC", "EIO", "EROFS", "EACCES", "EMFILE")
_COMMON = ("--no-bundled", "--catalogue", "own")


def _laid_out(home: Path, policies: int = 5) -> None:
    (home / "own").mkdir()
    for name, first in (("a.toml", 0), ("b.toml", policies)):
        texts = (
            _RECORD.format(id=f"p{n}", n=n + 1, title="设立种子基金" if n % 3 == 0 else "培训人员")
            for n in range(first, first + policies)
        )
        (home / "own" / name).write_text("".join(texts), "utf-8")


def _asked(question: Sequence[str], home: Path) -> Ended:
    return run([question[0], *_COMMON, *question[1:]], home)


def _index_files(home: Path) -> list[Path]:
    return sorted(path for path in (home / "cache").rglob("*") if path.is_file())


def _difference(right: Ended, now: Ended) -> str:
    if (now.code, now.out) == (right.code, right.out):
        return ""
    return promises_broken(now) or f"another answer, exit {now.code}: {now.out[:200]!r}"


def _same_after(harm: Callable[[], None], home: Path, random: Random) -> str:
    """Ask, do harm, ask the same again."""
    question = random.choice(_QUESTIONS)
    right = _asked(question, home)
    if right.code:
        return promises_broken(right) or f"exit {right.code} before any harm"
    harm()
    return _difference(right, _asked(question, home))


def damaged(random: Random, home: Path) -> str:
    """Flip some bits of a file of the index, its size and time staying as they were."""
    from policycli.index import seal

    _laid_out(home)
    seal._AT_ONCE = random.choice((0, 4_000_000))  # as a large one is, where runs are forked
    is_known = random.random() < 0.5  # as a disk does it: the system has seen no change

    def harm() -> None:
        path = random.choice([path for path in _index_files(home) if path.stat().st_size])
        before, raw = path.stat(), bytearray(path.read_bytes())
        for _ in range(random.choice((1, 1, 1, 8))):
            raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)
        path.write_bytes(raw)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        if is_known and path.name != "seal.json":
            sealed_again(path)

    return _same_after(harm, home, random)


def sealed_again(path: Path) -> None:
    """Let the seal take a file for unchanged, as if the system had not seen the change."""
    from policycli.index import seal

    whole = path.with_name(seal.SEAL)
    said = json.loads(whole.read_bytes().split(b"\n")[0])
    for file in said["files"]:
        if file[0] == path.name:
            file[1] = seal.stamp(str(path))
    sealed = json.dumps(said)
    whole.write_text(f"{sealed}\n{crc32(sealed.encode()):08x}\n", "ascii")


def odd_seal(random: Random, home: Path) -> str:
    """Put something else in the place of the seal."""
    _laid_out(home)

    def harm() -> None:
        (path,) = (home / "cache").rglob("seal.json")
        path.write_text(random.choice(_SEALS), "utf-8")

    return _same_after(harm, home, random)


def disk_full(random: Random, home: Path) -> str:
    """Let no file become larger than some bytes while the index is built."""
    _laid_out(home)
    question = random.choice(_QUESTIONS)
    right = _asked(question, home)
    shutil.rmtree(home / "cache")
    most = random.choice((0, 1, 100, random.randrange(5_000), random.randrange(400_000)))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        now = _asked(question, home)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    wrong = _difference(right, now)
    if not wrong and most < 1000 and now.err.count(b"\n") != 1:
        return f"not one line on stderr: {now.err!r}"
    return wrong or _difference(right, _asked(question, home))


def build_injected(random: Random, home: Path) -> str:
    """Let a system call of a build fail (needs strace)."""
    _laid_out(home)
    question = random.choice(_QUESTIONS)
    right = _asked(question, home)
    shutil.rmtree(home / "cache")
    call, error = random.choice(_CALLS), random.choice(_ERRORS)
    when = random.randrange(1, 60)
    traced = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}"]
    traced += ["-e", f"inject={call}:error={error}:when={when}"]
    command = [question[0], *_COMMON, *question[1:]]
    now = finished(started(command, home, prefix=traced))
    if not has_begun(now):
        return ""
    wrong = _difference(right, now) if now.code != 2 else promises_broken(now)
    return f"{call} {error} {when}: {wrong}" if wrong else ""


def build_killed(random: Random, home: Path) -> str:
    """Kill a build at some moment; the next one answers right."""
    _laid_out(home, 200)
    longest, is_killed = 0.8, False
    while not is_killed:
        shutil.rmtree(home / "cache", ignore_errors=True)
        building = started(["search", *_COMMON, "种子基金"], home)
        time.sleep(random.uniform(0.01, longest))
        building.kill()
        building.communicate()
        is_killed = building.returncode == -signal.SIGKILL
        longest /= 2  # it had ended by itself
    now = _asked(("list", "--measures"), home)
    if now.code or now.out.count(b"\n") != 400:
        return promises_broken(now) or f"{now.out.count(10)} of 400 measures"
    return ""


def build_stopped(random: Random, home: Path) -> str:
    """Stop a build at some moment; others say so and answer all the same."""
    _laid_out(home, 400)
    building = started(["search", *_COMMON, "种子基金"], home)
    time.sleep(random.uniform(0.2, 0.9))
    building.send_signal(signal.SIGSTOP)
    try:
        begin = time.monotonic()
        now = _asked(("list", "--measures"), home)
        spent = time.monotonic() - begin
    finally:
        building.kill()
        building.communicate()
    if now.code or now.out.count(b"\n") != 800:
        return promises_broken(now) or f"{now.out.count(10)} of 800 measures"
    return f"took {spent:.0f} s" if spent > 30 else ""


def first_run(random: Random, home: Path) -> str:
    """Twenty processes that find no index all answer the same."""
    _laid_out(home, random.randrange(1, 50))
    running = [started(["search", *_COMMON, "种子基金"], home) for _ in range(20)]
    ends = [finished(process) for process in running]
    right = _asked(("search", "种子基金"), home)
    return "; ".join(filter(None, (_difference(right, end) for end in ends)))


def rebuilt_under_readers(random: Random, home: Path) -> str:
    """A catalogue changes while it is read: every answer is that of before or of after."""
    _laid_out(home)
    question = ("search", "种子基金")
    before = _asked(question, home)
    path = home / "own" / "b.toml"
    text = path.read_text("utf-8")
    running = [started([question[0], *_COMMON, question[1]], home) for _ in range(3)]
    time.sleep(random.uniform(0, 0.2))
    fresh = path.with_name("fresh")
    fresh.write_text(text.replace("培训人员", "另设种子基金"), "utf-8")
    fresh.replace(path)
    running += [started([question[0], *_COMMON, question[1]], home) for _ in range(3)]
    ends = [finished(process) for process in running]
    after = _asked(question, home)
    wrong = [_difference(after, end) for end in ends if _difference(before, end)]
    return "; ".join(filter(None, wrong))
