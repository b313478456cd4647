"""What is known about a key of a record: its names, the kind of its value, how it is searched."""

from typing import Literal

from policycli.tuples import NamedTuple

__all__ = ["Field", "Kind", "Search", "Shown"]

Kind = Literal[
    "id",
    "text",
    "date",
    "code",  # one of a closed list, or of a list with names
    "number",
    "amount",  # a number with its operator before it and its unit behind
    "paper",  # a title that stands in 《》
    "list",  # texts in one line
    "lines",  # texts that stand on a line each
    "region",
    "source",
    "steps",
    "figures",
    "documents",
    "relations",
    "measures",
    "asker",
    "events",
    "rating",
    "copies",
]
Shown = Literal["title", "fact", "prose", "table", "part"]


class Search(NamedTuple):
    """How a field is searched.

    Attributes:
        code: The letter by which the index calls it; unlike all others.
        weight: 0-1, what a perfect match in this field is worth beside one in the title.
        kind: Whether it names the record (short, indexed in every way), names the policy that
            the record belongs to, or describes it.
    """

    code: str
    weight: float
    kind: Literal["name", "inherited", "text"]


class Field(NamedTuple):
    """A key of a record.

    Attributes:
        key: As catalogues and JSON have it.
        en: Its name on an English screen.
        zh: Its name on a Chinese one.
        kind: What its value is, which says how it is written.
        meaning: In ``docs/records.md``.
        shown: Where readers find it: ``title``; among the labelled ``fact``s; as ``prose``; as a
            ``table`` of its own, where the format has those; or as ``part`` of another key.
        search: ``None`` where it is not searched.
        inherited: How the measures of a policy are found by it too.
        heading: Of its column in a ledger, English and Chinese, where that is not its name.
        also: Headings that offices give its column, the surest first, parted by spaces; ``*``
            stands for the endings of such headings (发文单位, 发文部门; 发文日期, 发文时间), and
            what follows ``|`` only adds to what another column says.
        written: How it is written, where the kind does not say it.
        example: In ``docs/records.md``, as TOML.
        codes: The list in ``codes.CODES`` that its codes are of, where that is not its key's.
    """

    key: str
    en: str
    zh: str
    kind: Kind
    meaning: str
    shown: Shown = "fact"
    search: Search | None = None
    inherited: Search | None = None
    heading: tuple[str, str] | None = None
    also: str = ""
    written: str = ""
    example: str = ""
    codes: str = ""

    @property
    def translates(self) -> str:
        """The key whose English wording this is; empty for all that is no translation."""
        return self.key.removesuffix("_en") if self.key.endswith("_en") else ""
