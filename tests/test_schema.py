"""``docs/records.schema.json`` says what the reader of catalogues says."""

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policycli.errors import CatalogueError
from policycli.files.members import bundled
from policycli.files.read import read
from policycli.records.model import to_dict

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "records.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
POLICIES = [to_dict(policy) for policy in read(bundled())]
BEYOND = ("already the id", "needs one of", "ends before it begins", "not in the calendar")
VALUES: list[Any] = [" ", "x", "a-b", "2023", "2023-05", "2022/", "/2023", "2022/2023", "PI033"]
VALUES += ["120000", "supply", "in-force", "=", "budget", "issued", "amends", 0, 1.5, 10**15, True]
VALUES += [None, [], ["x"], [""], {}, {"title": "x"}]


def test_the_schema_is_made_from_the_model() -> None:
    """The file is up to date; ``scripts/json_schema.py`` writes it."""
    script = ROOT / "scripts" / "json_schema.py"
    done = subprocess.run([sys.executable, script, "--check"], check=False)
    assert done.returncode == 0


def test_the_bundled_catalogue_fits_the_schema() -> None:
    """An editor that checks by the schema finds nothing wrong with what is right."""
    VALIDATOR.validate({"policies": POLICIES})


@st.composite
def changed(draw: st.DrawFn) -> dict[str, Any]:
    """A right policy in which one value of one record is another one, new or gone."""
    policy: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(POLICIES)))
    policy["measures"] = policy["measures"][:2]
    inner = [policy, *policy["measures"]]
    inner += [item for record in list(inner) for items in record.values() for item in tables(items)]
    record = draw(st.sampled_from(inner))
    key = draw(st.sampled_from([*record, "period", "deadline", "status", "nonsense"]))
    record[key] = draw(st.sampled_from(VALUES))
    if draw(st.integers(0, 5)) == 0:
        del record[key]
    return policy


def tables(value: Any) -> list[dict[str, Any]]:
    """The tables that a value of a record is or has."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(policy=changed())
def test_schema_and_reader_agree(tmp_path: Path, policy: dict[str, Any]) -> None:
    """What the one takes the other takes, apart from what a schema cannot say."""
    faults = faults_of(tmp_path / "x.jsonl", policy)
    if VALIDATOR.is_valid({"policies": [policy]}):
        assert [what for what in faults if not any(word in what for word in BEYOND)] == []
    else:
        assert faults


def faults_of(file: Path, policy: dict[str, Any]) -> list[str]:
    """What the reader says of a policy."""
    file.write_text(json.dumps(policy), "utf-8")
    try:
        list(read(str(file)))
    except CatalogueError as error:
        return [fault.message for fault in error.faults]
    return []


@pytest.mark.parametrize("key", ["summery", "Title"])
def test_an_unknown_key_does_not_fit(key: str) -> None:
    """A slip of the keyboard is seen in the editor."""
    assert not VALIDATOR.is_valid({"policies": [{"id": "a", "title": "甲", key: "x"}]})
