"""Records that the tests of views share, and what a view says of them."""

from typing import Any

from policycli.records.model import Document, Entry, Figure, Measure, Policy, Region
from policycli.views.model import Cell, Column, Section, Text, View

EAST = Policy(
    "east",
    "东河市成果转化行动",
    "Donghe's transfer drive",
    region=Region("990200", "东河市", "Donghe"),
    issuers=("东河市科技局",),
    date="2023-03",
)
WEST = Policy("west", "西山市办法", region=Region("990300", "西山市", "Xishan"))
MONEY = Figure("基金规模", 2, "亿元", "~", "2023", "budget")
RULES = Document("东河市转化办法", "2023-02-01", "东河市政府", "issued", "in-force")
FUND = Measure(
    "fund",
    "东河转化基金",
    "基金投向中试。",
    title_en="Donghe transfer fund",
    end="service",
    instrument="PI013",
    themes=("科技金融",),
    figures=(MONEY,),
    documents=(RULES,),
)
LEDGER = Measure("ledger", "政策台账", "梳理政策。", end="environment", instrument="PI023")
FUND_ENTRY = Entry("east.fund", EAST, FUND)
LEDGER_ENTRY = Entry("west.ledger", WEST, LEDGER)


def plain(cell: Cell) -> Any:
    """A cell without its looks."""
    return cell.text if isinstance(cell, Text) else cell


def row(columns: tuple[Column[Any], ...], item: Any) -> dict[str, Any]:
    """What columns say of an item, by their keys."""
    return {column.key: plain(column.cell(item)) for column in columns}


def rows(view: View[Any] | Section[Any]) -> list[dict[str, Any]]:
    """What a view or a section says of all its items."""
    return [row(tuple(view.columns), item) for item in view.items]
