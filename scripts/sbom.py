"""Writes the bill of materials of an installation: the program, and all that it needs there.

    python scripts/sbom.py dist/policycli.cdx.json

CycloneDX 1.6 (ECMA-424), of the environment in which it runs: the package, and whatever it needs
there, extras included as far as they are installed.
"""

import json
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["bill"]

_ROOT = "policycli"


def main() -> int:
    """Write the file that is named."""
    (path,) = map(Path, sys.argv[1:])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(bill(), indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


def bill() -> dict[str, Any]:
    """The bill of materials, as plain data."""
    needs = {name: sorted(_needs(found)) for name, found in _installed().items()}
    parts = {name: _component(found) for name, found in _installed().items()}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": parts[_ROOT] | {"type": "application"}},
        "components": [part for name, part in parts.items() if name != _ROOT],
        "dependencies": [
            {"ref": parts[name]["bom-ref"], "dependsOn": [parts[n]["bom-ref"] for n in needed]}
            for name, needed in needs.items()
        ],
    }


def _installed() -> dict[str, Distribution]:
    """The package and all that it needs, by their names, as far as they are here."""
    found: dict[str, Distribution] = {}
    waiting = [_ROOT]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = distribution(name)
            waiting += _needs(found[name])
    return dict(sorted(found.items()))


def _needs(of: Distribution) -> Iterator[str]:
    """What a distribution needs, extras included, as far as it is here."""
    extras = ["", *(of.metadata.get_all("Provides-Extra") or ())] if of.name == _ROOT else [""]
    for requirement in map(Requirement, of.requires or ()):
        marker, name = requirement.marker, canonicalize_name(requirement.name)
        fits = marker is None or any(marker.evaluate({"extra": extra}) for extra in extras)
        if fits and name != _ROOT and _is_here(name):
            yield name


def _is_here(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _component(of: Distribution) -> dict[str, Any]:
    """One of them; its licence as it declares it."""
    name = canonicalize_name(of.name)
    url = f"pkg:pypi/{name}@{of.version}"
    declared = of.metadata.json
    licence = declared.get("license_expression")
    said: list[Any] = [{"expression": licence}] if licence else []
    if not licence and (named := str(declared.get("license", "")).split("\n")[0].strip()):
        said = [{"license": {"name": named}}]
    part = {"type": "library", "bom-ref": url, "name": name, "version": of.version, "purl": url}
    return {**part, "licenses": said} if said else part


if __name__ == "__main__":
    sys.exit(main())
