"""The bill of materials names everything that an installation runs."""

import re
import runpy
from itertools import chain
from pathlib import Path
from typing import Any

import tomli

SCRIPT = Path(__file__).parents[1] / "scripts" / "sbom.py"


def test_everything_that_is_needed_is_named() -> None:
    """The package, what it needs, and what that needs, each with what it depends on."""
    bill: dict[str, Any] = runpy.run_path(str(SCRIPT))["bill"]()
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    names = {part["name"] for part in bill["components"]}
    assert {"click", "rich", "tantivy", "markdown-it-py", "python-docx"} <= names
    assert "pytest" not in names
    assert bill["metadata"]["component"]["name"] == "policycli"
    known = {part["bom-ref"] for part in [bill["metadata"]["component"], *bill["components"]]}
    edges = {each["ref"]: each["dependsOn"] for each in bill["dependencies"]}
    assert edges.keys() == known
    assert all(set(needed) <= known for needed in edges.values())
    rich = next(ref for ref in known if ref.startswith("pkg:pypi/rich@"))
    assert any(ref.startswith("pkg:pypi/markdown-it-py@") for ref in edges[rich])


def test_every_dependency_is_weighed() -> None:
    """What pyproject.toml asks for has a row in docs/dependencies.md."""
    root = Path(__file__).parents[1]
    project = tomli.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    asked = list(chain(project["dependencies"], *project["optional-dependencies"].values()))
    names = {re.split(r"[\[<>=]", each)[0] for each in asked} - {"policycli"}
    table = (root / "docs" / "dependencies.md").read_text("utf-8")
    assert names == set(re.findall(r"^\| ([a-z][\w-]+?)(?: \(\w+\))? \| \d", table, re.MULTILINE))
