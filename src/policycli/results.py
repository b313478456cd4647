"""What the API answers with: a list of entries that notebooks and pandas can show as a table."""

from typing import Any, TypeVar

__all__ = ["Results"]

T = TypeVar("T")


class Results(list[T]):
    """Entries or hits, best or first first; it is a list, and shows itself as a table."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Plain data, with the keys that ``--json`` has under ``results`` (see ``docs/cli.md``)."""
        view = self._view()
        return [view.data(item) for item in view.items]

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame``: a row an entry, what is inside a key as ``region.code``.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            from policycli.extras import missing
            from policycli.language import _

            sentence = _("to_pandas needs pandas, which is not installed: {command}")
            raise missing(sentence, "data") from error
        return pd.json_normalize(self.to_dicts())

    def _repr_html_(self) -> str:
        from policycli.render.notebook import table

        return table(self._view())

    def _view(self) -> Any:
        from policycli.views.kinds import view

        return view(self)
