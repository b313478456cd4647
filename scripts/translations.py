"""Bring the Chinese wording up to date with the source: ``python scripts/translations.py``.

New messages join ``policycli.po`` untranslated, those no longer in the source leave it, and
``policycli.mo`` is compiled. With ``--check`` nothing is written, and the exit is 1 where a
message is untranslated or the files are behind.
"""

import sys
from gettext import GNUTranslations
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "policycli"
PO = SOURCE / "locale" / "zh" / "LC_MESSAGES" / "policycli.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

# click's own words that a user of this program can come across.
CLICK = (
    "Aborted!",
    "Choose from:\n\t{choices}",
    "Commands",
    "Invalid value for {param_hint}: {message}",
    "Missing argument",
    "No such command {name!r}.",
    "No such option {name!r}.",
    "Option {name!r} does not take a value.",
    "Options",
    "Usage:",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


# What the system says of files (strerror of the C library).
SYSTEM = (
    "Cannot allocate memory",
    "Device or resource busy",
    "Directory not empty",
    "Disk quota exceeded",
    "Exec format error",
    "File exists",
    "File name too long",
    "File too large",
    "Input/output error",
    "Invalid argument",
    "Invalid cross-device link",
    "Is a directory",
    "No space left on device",
    "No such file or directory",
    "Not a directory",
    "Operation not permitted",
    "Permission denied",
    "Read-only file system",
    "Too many levels of symbolic links",
    "Too many open files",
)


def template() -> Catalog:
    """Every message that may be shown, in the order of the source."""
    catalog = Catalog(project="policycli")
    for name, _line, message, _comments, _context in extract_from_dir(SOURCE, keywords=KEYWORDS):
        catalog.add(message, locations=[(name, 0)])
    for message in CLICK:
        catalog.add(message, locations=[("click", 0)])
    for message in SYSTEM:
        catalog.add(message, locations=[("system", 0)])
    return catalog


def updated() -> Catalog:
    """The translations there are, for exactly the messages of the source."""
    catalog = read_po(PO.open("rb"), locale="zh", domain="policycli")
    catalog.update(template(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def behind(catalog: Catalog) -> bool:
    """Whether one of the files says something else than ``catalog``, whatever its header says."""
    with PO.open("rb") as po, MO.open("rb") as mo:
        written, compiled = read_po(po), GNUTranslations(mo)
    if {message.id for message in written} != {message.id for message in catalog}:
        return True
    return any(_spoken(compiled, message) != message.string for message in catalog if message.id)


def _spoken(compiled: GNUTranslations, message: Message) -> str | tuple[str, ...]:
    """What the program says for a message; Chinese has no plural."""
    if isinstance(message.id, str):
        return compiled.gettext(message.id)
    return (compiled.ngettext(message.id[0], message.id[1], 1),)


def write(catalog: Catalog) -> None:
    """Write both files."""
    with PO.open("wb") as po, MO.open("wb") as mo:
        write_po(po, catalog, width=96, include_lineno=False)
        write_mo(mo, catalog)


def untranslated(catalog: Catalog) -> list[str]:
    """The messages without Chinese, or with some that was for another wording (fuzzy)."""
    return [str(m.id) for m in catalog if m.id and (m.fuzzy or not all(m.string or [""]))]


def main() -> int:
    """Update or check both files."""
    catalog = updated()
    missing = untranslated(catalog)
    sys.stdout.writelines(f"untranslated: {message}\n" for message in missing)
    if "--check" not in sys.argv:
        write(catalog)
        return 0
    return int(bool(missing) or behind(catalog))


if __name__ == "__main__":
    sys.exit(main())
