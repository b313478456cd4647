"""Whatever a file holds, reading it gives policies or the faults, and nothing else."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policycli.errors import CatalogueError
from policycli.files.members import bundled
from policycli.files.read import read
from policycli.finding import Finding
from policycli.records.model import Policy, to_dict

CATALOGUE = Path(bundled()).read_bytes()
POLICIES = [to_dict(policy) for policy in read(bundled())]

ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["", "2023-02-30", "2023/2022", "/", "A", "\x1b[2J", "\ud800", "[red]"])
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=3,
)

lean = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def outcome(file: Path) -> list[Policy]:
    """The policies of a file, which can be written out again, or none where it has faults."""
    policies: list[Policy] = []
    faults: list[Finding] | None = None
    try:
        policies = list(read(str(file)))
    except CatalogueError as error:
        faults = error.faults
    assert faults is None or (faults and all(fault.message for fault in faults))
    json.dumps([to_dict(policy) for policy in policies], ensure_ascii=False).encode()
    return policies


def containers(value: Any) -> Iterator[Any]:
    """Every table and list of plain data that holds something."""
    if isinstance(value, dict | list) and value:
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


@st.composite
def mutants(draw: st.DrawFn) -> dict[str, Any]:
    """A right policy in which one thing was dropped, renamed, replaced or doubled."""
    policy: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(POLICIES)))
    place = draw(st.sampled_from(list(containers(policy))))
    key = draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
    match draw(st.sampled_from(["drop", "replace", "move"])):
        case "drop":
            del place[key]
        case "replace":
            place[key] = draw(ODD)
        case "move" if isinstance(place, dict):
            place[draw(st.text(max_size=8))] = place.pop(key)
        case "move":
            place.append(copy.deepcopy(place[key]))
    return policy


@lean
@given(policies=st.lists(mutants(), max_size=2))
def test_a_changed_record_is_a_policy_or_a_fault(
    tmp_path: Path, policies: list[dict[str, Any]]
) -> None:
    """One change anywhere in a record never breaks the reader."""
    file = tmp_path / "x.jsonl"
    file.write_text("\n".join(map(json.dumps, policies)), "utf-8")
    outcome(file)


@lean
@given(start=st.integers(0, len(CATALOGUE)), drop=st.integers(0, 40), noise=st.binary(max_size=6))
def test_damaged_bytes_are_policies_or_a_fault(
    tmp_path: Path, start: int, drop: int, noise: bytes
) -> None:
    """Bytes lost, added or changed in the bundled catalogue never break the reader."""
    file = tmp_path / "x.toml"
    file.write_bytes(CATALOGUE[:start] + noise + CATALOGUE[start + drop :])
    outcome(file)


@lean
@given(end=st.integers(0, len(CATALOGUE)), name=st.sampled_from(["x.toml", "x.jsonl"]))
def test_a_cut_off_file_is_policies_or_a_fault(tmp_path: Path, end: int, name: str) -> None:
    """A copy that stopped half-way never breaks the reader."""
    file = tmp_path / name
    file.write_bytes(CATALOGUE[:end])
    outcome(file)


@lean
@given(content=st.binary() | st.text().map(str.encode), name=st.sampled_from(["x.toml", "x.jsonl"]))
def test_any_bytes_are_policies_or_a_fault(tmp_path: Path, content: bytes, name: str) -> None:
    """What is not a catalogue at all never breaks the reader."""
    file = tmp_path / name
    file.write_bytes(content)
    outcome(file)


@pytest.mark.parametrize("policy", list(read(bundled())), ids=lambda policy: policy.id)
def test_a_record_survives_json_lines(tmp_path: Path, policy: Policy) -> None:
    """Written out as plain data and read again, a policy is the same to the last figure."""
    file = tmp_path / "x.jsonl"
    file.write_text(json.dumps(to_dict(policy), ensure_ascii=False), "utf-8")
    assert outcome(file) == [policy]
