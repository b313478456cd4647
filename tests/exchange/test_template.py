"""An empty ledger to fill in, and how it comes back filled in."""

from io import BytesIO

import openpyxl
import pytest

from policycli.errors import DocumentError
from policycli.exchange import empty_ledger
from policycli.exchange.intake import take
from policycli.exchange.template import _KEYS, _field, title
from policycli.ingest.extract.ledgers.headings import heading
from policycli.ingest.readers import xlsx
from policycli.language import use

ROW = {
    "政策名称": "转化办法",
    "发文字号": "青政〔2024〕3号",
    "发文单位": "青河市政府、市科技局",
    "成文日期": "2024年3月15日",
    "政策级别": "市级",
    "效力状态": "现行有效",
    "原文链接": "https://a.example/1",
    "主要内容": "设立5亿元的基金。",
    "四端": "服务端",
    "政策工具": "PI013 股权融资",
    "牵头单位": "市财政局",
    "配合单位": "市科技局、市金融办",
    "完成时限": "2025年底前",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_heading_is_known_again(language: str) -> None:
    """In both languages, as the key it was made of."""
    use(language)
    for record, key in _KEYS:
        name = record.__name__.lower()
        known = heading(title(_field(record, key)))
        assert known is not None
        assert known.key in (f"{name}.{key}", "policy.region" if name == "region" else "")


def test_codes_are_chosen_from_lists() -> None:
    """Of levels, states, ends and instruments, which stand on the sheet of explanations."""
    use("zh")
    ledger, explained = openpyxl.load_workbook(BytesIO(empty_ledger())).worksheets
    assert [sheet.title for sheet in (ledger, explained)] == ["台账", "填写说明"]
    lists = {}
    for rule in ledger.data_validations.dataValidation:
        cells = str(rule.formula1).partition("!")[2].replace("$", "")
        column = str(rule.sqref).partition(":")[0].rstrip("0123456789")
        lists[ledger[f"{column}1"].value] = [cell.value for (cell,) in explained[cells]]
    assert list(lists) == ["政策级别", "效力状态", "四端", "政策工具"]
    assert lists["四端"] == ["供给端", "服务端", "需求端", "环境端"]
    assert lists["政策工具"][6] == "PI013 股权融资"
    meanings = {row[0].value: row[1].value for row in explained.iter_rows(min_row=2)}
    assert meanings["牵头单位"] == "牵头或负责的单位"


def test_it_comes_back_filled_in() -> None:
    """Nothing of it is left, and the sheet of explanations is no table of policies."""
    use("zh")
    book = openpyxl.load_workbook(BytesIO(empty_ledger()))
    ledger = book.worksheets[0]
    ledger.append([ROW.get(str(cell.value)) for cell in ledger[1]])
    file = BytesIO()
    book.save(file)
    use("en")
    done = take(list(xlsx.read(file.getvalue())), "台账.xlsx")
    policy = done.drafts[0].policy
    assert (done.left, done.guessed) == ([], [])
    assert (policy.title, policy.issuers) == ("转化办法", ("青河市政府", "市科技局"))
    assert (policy.date, policy.level, policy.status) == ("2024-03-15", "市级", "in-force")
    assert policy.source is not None
    assert policy.source.url == "https://a.example/1"
    (measure,) = policy.measures
    assert (measure.end, measure.instrument) == ("service", "PI013")
    assert (measure.lead, measure.partners) == ("市财政局", ("市科技局", "市金融办"))
    assert measure.deadline == "2025-12-31"
    assert [(f.value, f.unit) for f in measure.figures] == [(5, "亿元")]


def test_an_empty_ledger_says_so() -> None:
    """It is a ledger, only without rows."""
    with pytest.raises(DocumentError, match="has no rows yet"):
        take(list(xlsx.read(empty_ledger())), "台账.xlsx")
