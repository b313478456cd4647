"""Look up Chinese science-and-technology policy measures: ``policycli.open_catalogue()``."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from policycli.analysis.states import diff
    from policycli.catalogue import Catalogue, open_catalogue
    from policycli.errors import (
        CatalogueError,
        ConflictError,
        DocumentError,
        NotFoundError,
        PolicyError,
        UsageError,
    )
    from policycli.ethics.screen import screen
    from policycli.exchange.intake import read_document
    from policycli.records.model import Document, Entry, Figure, Measure, Policy, Problem, Region
    from policycli.results import Results
    from policycli.review.front import check
    from policycli.search.answer import Hit

__version__ = "0.1.0"

_HOMES = {
    "policycli.analysis.states": ("diff",),
    "policycli.catalogue": ("Catalogue", "open_catalogue"),
    "policycli.errors": (
        "CatalogueError",
        "ConflictError",
        "DocumentError",
        "NotFoundError",
        "PolicyError",
        "UsageError",
    ),
    "policycli.ethics.screen": ("screen",),
    "policycli.exchange.intake": ("read_document",),
    "policycli.records.model": (
        "Document",
        "Entry",
        "Figure",
        "Measure",
        "Policy",
        "Problem",
        "Region",
    ),
    "policycli.results": ("Results",),
    "policycli.review.front": ("check",),
    "policycli.search.answer": ("Hit",),
}
"""Where the API lives; a module is loaded when one of its names is first used."""

_FOUND = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Catalogue",
    "CatalogueError",
    "ConflictError",
    "Document",
    "DocumentError",
    "Entry",
    "Figure",
    "Hit",
    "Measure",
    "NotFoundError",
    "Policy",
    "PolicyError",
    "Problem",
    "Region",
    "Results",
    "UsageError",
    "__version__",
    "check",
    "diff",
    "open_catalogue",
    "read_document",
    "screen",
]


def __getattr__(name: str) -> Any:
    """Load the API when it is first used: ``policy --version`` should not pay for it."""
    if name not in _FOUND:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FOUND[name]), name)


def __dir__() -> list[str]:
    return __all__
