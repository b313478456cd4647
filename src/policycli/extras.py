"""Optional libraries: the line that installs them beside this very program.

A name alone is of no use where the program did not come from an index of packages.
"""

import json
import os

from policycli.errors import UsageError

__all__ = ["install", "missing"]


def missing(sentence: str, extra: str, **words: str) -> UsageError:
    """The error of who needs a library that is not installed.

    Args:
        sentence: In the language of the screen, with ``{command}`` for what installs it.
        extra: That brings the library.
        **words: What else is in the sentence.
    """
    return UsageError(sentence.format(command=install(extra), **words))


def install(extra: str) -> str:
    """The command that installs an extra, from where this program was installed (PEP 610)."""
    option, target = _origin()
    return f"pip install {option}'{target}[{extra}]'"


def _origin() -> tuple[str, str]:
    """The option and the name that pip needs: of the clone, as far as one is known."""
    from importlib.metadata import PackageNotFoundError, distribution
    from urllib.parse import unquote, urlsplit

    try:
        text = distribution("policycli").read_text("direct_url.json") or "{}"
    except PackageNotFoundError:
        return "", "policycli"
    origin = json.loads(text)
    parts = urlsplit(origin.get("url", ""))
    folder = unquote(parts.path)
    if parts.scheme != "file" or not os.path.isdir(folder):
        return "", "policycli"
    return "-e " if origin.get("dir_info", {}).get("editable") else "", folder
