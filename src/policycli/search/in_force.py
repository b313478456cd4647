"""What may have been in force on a day, as a query."""

from collections.abc import Iterable

import tantivy

from policycli.text.dates import days

__all__ = ["standing"]


def standing(schema: tantivy.Schema, day: str, ended: Iterable[str]) -> tantivy.Query:
    """The query that leaves out what certainly was not in force.

    Args:
        schema: Of the index.
        day: ``2022-06-01``; a month or year stands for all of its days.
        ended: Ids of policies that others had repealed by then.
    """
    first, last = (int(end.replace("-", "")) for end in days(day))
    integer = tantivy.FieldType.Integer
    before = tantivy.Query.range_query(schema, "begins", integer, last, None, False)
    after = tantivy.Query.range_query(schema, "ends", integer, None, first, True, False)
    repealed = tantivy.Query.term_set_query(schema, "policy", list(ended))
    return tantivy.Query.boolean_query(
        [
            (tantivy.Occur.Must, tantivy.Query.all_query()),
            *((tantivy.Occur.MustNot, out) for out in (before, after, repealed)),
        ]
    )
