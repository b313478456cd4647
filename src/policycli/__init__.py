"""Look up Chinese science-and-technology policy measures: ``policycli.open_catalogue()``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from policycli.analysis.states import diff
    from policycli.catalogue import Catalogue, open_catalogue
    from policycli.ethics.screen import screen
    from policycli.exchange.intake import read_document
    from policycli.review.front import check

__all__ = ["Catalogue", "__version__", "check", "diff", "open_catalogue", "read_document", "screen"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the API when it is first used: ``policy --version`` should not pay for it."""
    if name in ("Catalogue", "open_catalogue"):
        from policycli import catalogue

        return getattr(catalogue, name)
    if name == "diff":
        from policycli.analysis.states import diff

        return diff
    if name == "check":
        from policycli.review.front import check

        return check
    if name == "read_document":
        from policycli.exchange.intake import read_document

        return read_document
    if name == "screen":
        from policycli.ethics.screen import screen

        return screen
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
