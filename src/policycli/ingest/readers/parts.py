"""What is inside archives and letters: papers, each with its bytes, and what is none."""

from typing import NamedTuple

from policycli.ingest.readers.blocks import clean
from policycli.ingest.readers.kinds import Reader, by_ending
from policycli.language import _

__all__ = ["Part", "is_hidden", "is_ledger", "named", "unwanted"]


class Part(NamedTuple):
    """A file inside another.

    Attributes:
        name: With the folders it is in.
        raw: What is in it.
        error: A clause that says why it cannot be read.
        skipped: Whether it is passed over since it is no paper by its name; no mistake then.
    """

    name: str
    raw: bytes = b""
    error: str = ""
    skipped: bool = False


def named(name: str) -> Part:
    """A part by its name alone: with an error where it need not be read."""
    why = unwanted(name)
    if is_ledger(name):
        why = _("is a ledger: unpack it, and name it itself")
    return Part(clean(name).replace("\n", ""), error=why, skipped=bool(why))


def unwanted(name: str) -> str:
    """Why a file is no document by its name; of a kind that is refused its reader says that."""
    return "" if by_ending(name) else _("is not a document, by its name")


def is_ledger(name: str) -> bool:
    """Whether a file is a ledger by its name, which nobody means who names a folder."""
    kind = by_ending(name)
    return isinstance(kind, Reader) and not kind.paper


def is_hidden(name: str) -> bool:
    """Whether a file is none that people put there: hidden, or a lock that Word leaves."""
    return any(part.startswith((".", "~$", "__MACOSX")) for part in name.split("/"))
