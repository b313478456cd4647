"""The screen of the picker."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.timer import Timer
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from policycli import labels
from policycli.language import _, ngettext
from policycli.picker.finder import Finder
from policycli.records.model import Entry, Policy
from policycli.render.gbt7714 import reference
from policycli.render.layout import lines
from policycli.render.table import Screen
from policycli.search.answer import Hit
from policycli.text.sanitize import folded, is_page
from policycli.views import cards, citation

__all__ = ["Picker"]

_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # cells; classes that the style sheet knows
_LINES = 300  # of a preview; nobody scrolls through a law here
_REST = 0.1  # seconds without a key, after which the preview follows
_INTERRUPTED = 130
_LEAST = 20  # cells of a preview

_KEYS = {"end": "f2", "region": "f3", "theme": "f4"}


class Picker(App[str]):
    """Type to search; the record that is taken is what the app returns, by its full id.

    Args:
        finder: Where it looks.
        query: What is typed already.
    """

    CSS = """
    #hits, #preview { height: 1fr; border: none; padding: 0 1; scrollbar-size-vertical: 1; }
    #preview { border-top: solid $primary; }
    #state { color: $text-muted; padding: 0 1; }
    .-wide #body { layout: horizontal; }
    .-wide #hits { width: 2fr; height: 100%; }
    .-wide #preview { width: 3fr; height: 100%; border-top: none; border-left: solid $primary; }
    """
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[Any]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
    ]

    def __init__(self, finder: Finder, query: str = "") -> None:
        super().__init__()
        self._finder = finder
        self._begun = query
        self._chosen = dict.fromkeys(finder.choices, "")
        self._found: dict[str, Entry[Any] | Hit] = {}
        self._rest: Timer | None = None
        self._bind_keys()

    def _bind_keys(self) -> None:
        self.bind("enter", "take", description=_("take"))
        self.bind("ctrl+y", "copy", description=_("copy citation"))
        self.bind("c", "copy", description=_("copy citation"), show=False)
        self.bind("o", "source", description=_("open source"))
        self.bind("escape", "leave", description=_("leave"))
        for name, key in _KEYS.items():
            self.bind(key, f"filter('{name}')", description=_(name))

    def compose(self) -> ComposeResult:
        """The line to type on, the list, the preview beside or under it, and the keys."""
        yield Input(
            self._begun, placeholder=_("type to search"), compact=True, select_on_focus=False
        )
        yield Static(id="state", markup=False)
        with Container(id="body"):
            yield OptionList(id="hits", markup=False)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="card", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show what fits what is typed already."""
        self._look()

    def on_resize(self) -> None:
        """Fit the preview to its room."""
        self._preview_soon()

    @on(Input.Changed)
    def _look(self) -> None:
        """List what fits, the first of them chosen."""
        found, total = self._finder.found(self.query_one(Input).value, self._chosen)
        self._found = {entry.id: entry for entry in found}
        hits = self.query_one(OptionList)
        hits.clear_options()
        hits.add_options(Option(_listed(entry), id=entry.id) for entry in found)
        hits.highlighted = 0 if found else None
        self.query_one("#state", Static).update(self._state(total))
        self._preview_soon()

    def _state(self, total: int) -> str:
        """How many fit, and what narrows them."""
        narrowed = (
            _("{label}: {value}").format(label=_(name), value=self._finder.named(name, value))
            for name, value in self._chosen.items()
            if value
        )
        return "  ".join([ngettext("{n} record", "{n} records", total).format(n=total), *narrowed])

    @on(OptionList.OptionHighlighted)
    def _preview_soon(self) -> None:
        """Show the card once the keys rest, so that none has to wait for it."""
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._preview)

    def _preview(self) -> None:
        """Show the card of the one that is chosen."""
        card, here = self.query_one("#card", Static), self._here()
        if here is None:
            card.update(_("Nothing matches.") if self.query_one(Input).value else "")
            return
        room = self.query_one("#preview").scrollable_content_region.width
        whole = self._finder.whole(here.id)
        card.update(Text("\n").join(_card(whole, max(room - 1, _LEAST))))
        self.query_one("#preview").scroll_home(animate=False)

    def _here(self) -> Entry[Any] | Hit | None:
        option = self.query_one(OptionList).highlighted_option
        return self._found.get(option.id or "") if option else None

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """End with the one that is chosen, if any is."""
        here = self._here()
        if here:
            self.exit(here.id)

    def action_interrupt(self) -> None:
        """Leave as Ctrl-C ends any other command."""
        self.exit(return_code=_INTERRUPTED)

    def action_leave(self) -> None:
        """End without any."""
        self.exit(None)

    def action_step(self, by: int) -> None:
        """Choose the next one, or the one before, while typing goes on."""
        hits = self.query_one(OptionList)
        if hits.option_count:
            at = (hits.highlighted or 0) + by
            hits.highlighted = min(max(at, 0), hits.option_count - 1)

    def action_filter(self, name: str) -> None:
        """Go on to the next value of a filter; after the last there is none."""
        choices = self._finder.choices[name]
        self._chosen[name] = choices[(choices.index(self._chosen[name]) + 1) % len(choices)]
        self._look()

    def action_copy(self) -> None:
        """Put the citation on the clipboard of the terminal (OSC 52, which SSH lets through)."""
        here = self._here()
        cited = citation.of_record(here) if here else None
        if cited is None:
            self.notify(_("There is nothing to cite."), severity="warning")
            return
        self.copy_to_clipboard(reference(cited))
        self.notify(reference(cited), title=_("Copied"), markup=False)

    def action_source(self) -> None:
        """Open the address that the record was taken from."""
        here = self._here()
        url = here.head.source.url if here and here.head.source else ""
        if not is_page(url):
            self.notify(_("The record names no address."), severity="warning")
            return
        self.open_url(url)
        self.notify(url, title=_("Opened"), markup=False)


def _listed(entry: Entry[Any] | Hit) -> Text:
    """A record in two lines: what it is called, and where it belongs."""
    record, head = entry.record, entry.head
    how = labels.how(entry.how) if isinstance(entry, Hit) else ""
    below = "  ".join(filter(None, (entry.id, labels.region(head.region), how)))
    shown = Text(folded(labels.called(record, head)), "bold" if isinstance(record, Policy) else "")
    return Text("\n", no_wrap=True, overflow="ellipsis").join([shown, Text(folded(below), "dim")])


def _card(entry: Entry[Any], columns: int) -> Iterator[Text]:
    """The lines of a card, no wider than the preview."""
    for line in islice(lines(cards.view([entry], []), Screen(columns, unicode=True)), _LINES):
        yield Text.assemble(*line)
