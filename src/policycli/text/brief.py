"""The beginning of what is too long for its place."""

__all__ = ["brief"]


def brief(text: str, most: int) -> str:
    """``text``, or how it begins, with ``…``, in no more than ``most`` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"
