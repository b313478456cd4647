"""Parquet: a measure a row with typed columns, what its policy says in columns ``policy_…``."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from policycli.exchange.shapes import Held, shape
from policycli.records.ids import full_id
from policycli.records.model import Measure, Policy, to_dict

__all__ = ["content"]

_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64()}


def content(policies: Sequence[Policy], title: str) -> bytes:
    """The bytes of a file; a policy without measures is a row without an ``id``."""
    schema = pa.schema([*_columns()], {"title": title})
    file = BytesIO()
    pq.write_table(pa.Table.from_pylist([*_rows(policies)], schema), file)
    return file.getvalue()


def _rows(policies: Sequence[Policy]) -> Iterator[dict[str, Any]]:
    for policy in policies:
        said = to_dict(policy._replace(measures=()))
        head = {f"policy_{key}": value for key, value in said.items()}
        for measure in policy.measures:
            yield head | to_dict(measure) | {"id": full_id(policy.id, measure.id)}
        if not policy.measures:
            yield head


def _columns() -> Iterator[Any]:
    yield from (_column(held, "") for held in shape(Measure))
    yield from (_column(held, "policy_") for held in shape(Policy) if held.key != "measures")


def _column(held: Held, prefix: str) -> Any:
    return pa.field(prefix + held.key, _type(held))


def _type(held: Held) -> Any:
    if held.how in ("record", "records"):
        inner = pa.struct([_column(each, "") for each in shape(held.kind)])
        return inner if held.how == "record" else pa.list_(inner)
    return pa.list_(pa.string()) if held.how == "words" else _TYPES[held.kind]
