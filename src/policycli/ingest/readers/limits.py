"""How much a document may hold, in one place.

Documents come from outside. Whatever one does, reading it ends, within the time and memory named
here; what is larger is refused with a sentence that gives the number. The numbers are far above
real papers: a statute book of a thousand pages has 2 MB of text.
"""

__all__ = [
    "ARCHIVES",
    "FILE",
    "FILES",
    "MEMORY",
    "NESTING",
    "PAGES",
    "PAGE_SIGNS",
    "PARTS",
    "PICTURES",
    "PICTURES_MEMORY",
    "PICTURES_SECONDS",
    "PIXELS",
    "RATIO",
    "SECONDS",
    "TEXT",
    "UNPACKED",
    "megabytes",
]

FILE = 64 * 2**20  # bytes of one document
FILES = 10_000  # documents of one call
TEXT = 10_000_000  # characters of one document
SECONDS = 120  # to read one document
MEMORY = 5 * 2**28  # bytes of address space for the process that reads it (where the system can)
UNPACKED = 256 * 2**20  # bytes of all parts of a .docx or .zip, unpacked, also of those inside
RATIO = 200  # of unpacked to packed bytes; the XML of real documents packs 5 to 20 times
PARTS = 5_000  # files inside a .docx or .zip
ARCHIVES = 3  # archives inside each other
NESTING = 200  # elements inside each other
PICTURES = 100  # pages of a document that are pictures
PICTURES_SECONDS = 1_800  # to recognise their text
PICTURES_MEMORY = 4 * 2**30  # bytes of address space for that
PIXELS = 100_000_000  # dots of a picture; A4 in 600 dots an inch has 35 million
PAGES = 1_000  # of a PDF
PAGE_SIGNS = 100_000  # characters, lines and boxes of one page of a PDF


def megabytes(size: int) -> int:
    """Bytes as whole megabytes, for sentences."""
    return size // 2**20
