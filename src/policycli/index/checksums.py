"""Checksums of what an index holds, so that damage that nobody notices gives no wrong answer."""

import os
import zlib

__all__ = ["checksum", "protected", "verified"]

_BLOCK = 1 << 18  # bytes that are read at a time, into one place: new memory costs more than they
_BYTES = 4  # of a CRC-32


def protected(raw: bytes) -> bytes:
    """``raw`` with its checksum, as it is stored."""
    return zlib.crc32(raw).to_bytes(_BYTES, "big") + raw


def verified(stored: bytes) -> bytes:
    """What was protected.

    Raises:
        ValueError: It is not as it was stored.
    """
    raw = stored[_BYTES:]
    if zlib.crc32(raw) != int.from_bytes(stored[:_BYTES], "big"):
        raise ValueError("a stored record is damaged")
    return raw


def checksum(path: str | os.PathLike[str]) -> int:
    """The checksum of a file.

    Raises:
        OSError: It cannot be read.
    """
    found, block = 0, memoryview(bytearray(_BLOCK))
    with open(path, "rb", buffering=0) as file:
        while size := file.readinto(block):
            found = zlib.crc32(block[:size], found)
    return found
