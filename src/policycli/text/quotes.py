"""Titles as Chinese text quotes them."""

__all__ = ["quoted"]

_INNER = str.maketrans("《》", "〈〉")


def quoted(title: str) -> str:
    """A title in 《》, those inside it in 〈〉, as GB/T 15834 (4.12) has it."""
    return f"《{title.translate(_INNER)}》"
