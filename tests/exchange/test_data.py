"""Files for databases, data frames and programs."""

import asyncio
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
from datasette.app import Datasette

from policycli.exchange import content
from policycli.files.read import read
from policycli.records.model import (
    Document,
    Figure,
    Measure,
    Policy,
    Region,
    Source,
    Step,
    from_dict,
    to_dict,
)

FUND = Measure(
    "fund",
    "科技成果转化基金",
    summary="设立基金。",
    themes=("科技金融", "人才"),
    steps=(Step("申报", "企业"), Step("评审")),
    figures=(Figure("规模", 0.5, "亿元", ">="), Figure("支持企业", 50, "家")),
)
POLICY = Policy(
    "qingshan",
    "青山行动",
    region=Region("990100", "青山市"),
    documents=(Document("青山办法"),),
    source=Source("青山日报", url="https://example.org/qs"),
    measures=(FUND, Measure("ledger", "政策台账", text="梳理。")),
)
BARE = Policy("bare", "空文件")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database of two policies."""
    path = tmp_path / "policies.sqlite"
    path.write_bytes(content(".sqlite", [POLICY, BARE], "题"))
    return path


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    """What a query finds."""
    with sqlite3.connect(database) as opened:
        return opened.execute(query).fetchall()


def test_every_record_has_its_row(database: Path) -> None:
    """One row a policy, measure and part, joined by ids; what is not given is null."""
    assert rows(database, "SELECT id, region_name, source_url, level FROM policies") == [
        ("qingshan", "青山市", "https://example.org/qs", None),
        ("bare", None, None, None),
    ]
    assert rows(database, "SELECT id, policy, json_array_length(themes) FROM measures") == [
        ("qingshan.fund", "qingshan", 2),
        ("qingshan.ledger", "qingshan", None),
    ]
    assert rows(database, "SELECT measure, position, value, op FROM figures") == [
        ("qingshan.fund", 1, 0.5, ">="),
        ("qingshan.fund", 2, 50.0, "="),
    ]
    assert rows(database, "SELECT action, actor FROM steps ORDER BY position") == [
        ("申报", "企业"),
        ("评审", None),
    ]
    assert rows(database, "SELECT policy, measure, title FROM documents") == [
        ("qingshan", None, "青山办法")
    ]
    assert rows(database, "PRAGMA foreign_key_check") == []


def test_datasette_opens_and_searches_it(database: Path) -> None:
    """Datasette lists the tables, finds Chinese in the index, and follows the ids."""

    async def asked(path: str) -> Any:
        answer = await Datasette([str(database)]).client.get(path)
        assert answer.status_code == 200
        return answer.json()

    found = asyncio.run(asked("/policies/measures.json?_search=成果转化&_shape=array"))
    assert [row["id"] for row in found] == ["qingshan.fund"]
    listed = {table["name"]: table for table in asyncio.run(asked("/policies.json"))["tables"]}
    assert listed["measures"]["fts_table"] == "measures_fts"
    assert listed["figures"]["foreign_keys"]["outgoing"]


def test_parquet_has_a_measure_a_row() -> None:
    """Columns have types, lists stay lists, and a policy without measures is a row."""
    raw = io.BytesIO(content(".parquet", [POLICY, BARE], "题"))
    frame = pd.read_parquet(raw)
    assert list(frame["id"].fillna("")) == ["qingshan.fund", "qingshan.ledger", ""]
    assert list(frame["policy_id"]) == ["qingshan", "qingshan", "bare"]
    assert list(frame["themes"][0]) == ["科技金融", "人才"]
    assert frame["figures"][0][0]["value"] == 0.5
    assert frame["policy_region"][0]["name"] == "青山市"
    assert pq.read_schema(raw).field("themes").type.value_type == "string"


def test_json_has_the_records_as_they_are() -> None:
    """One object, from which the same policies can be made again."""
    data = json.loads(content(".json", [POLICY, BARE], "题"))
    assert (data["schema"], data["title"]) == (1, "题")
    assert [from_dict(Policy, policy) for policy in data["policies"]] == [POLICY, BARE]


@pytest.mark.parametrize("ending", [".sqlite", ".parquet", ".json"])
def test_nothing_of_the_bundled_catalogue_is_left_out(ending: str) -> None:
    """Every word of every record stands somewhere in the file's data."""
    path = Path(__file__).parents[2] / "data" / "policies.toml"
    policies = [policy for policy in read(str(path)) if isinstance(policy, Policy)]
    said = words(ending, content(ending, policies, "题"))
    missing = {word for policy in policies for word in leaves(to_dict(policy)) if word not in said}
    assert missing == set()


def leaves(value: Any) -> list[str]:
    """Every text and number in plain data; ids of measures are full ones in tables."""
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() if key != "id" for leaf in leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [f"{value:g}" if isinstance(value, int | float) else value]


def words(ending: str, raw: bytes) -> set[str]:
    """Every text and number in a file."""
    if ending == ".json":
        return {*leaves(json.loads(raw))}
    if ending == ".parquet":
        return {leaf for row in pq.read_table(io.BytesIO(raw)).to_pylist() for leaf in leaves(row)}
    found: set[str] = set()
    opened = sqlite3.connect(":memory:")
    opened.deserialize(raw)
    for table in ("policies", "measures", "documents", "relations", "steps", "figures"):
        for row in opened.execute(f"SELECT * FROM {table}"):  # noqa: S608 - named above
            for cell in filter(None, row):
                listed = isinstance(cell, str) and cell.startswith("[")
                found |= {*leaves(json.loads(cell) if listed else cell)}
    opened.close()
    return found
