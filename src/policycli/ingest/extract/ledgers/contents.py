"""What columns are by their cells, where their headings are not known."""

import re
from collections.abc import Callable, Iterator, Sequence

from policycli.ingest.extract.doc_numbers import NUMBER
from policycli.ingest.extract.ledgers.cells import bodies, code, deadline, paper
from policycli.ingest.extract.ledgers.column import WORDED, Column, has
from policycli.ingest.extract.ledgers.grid import Table, distinct
from policycli.ingest.extract.ledgers.headings import BESIDE, SERIAL, Heading, plain
from policycli.ingest.extract.split import KIND_OF_PAPER

__all__ = ["by_content", "is_title", "named_first", "some_deadline", "some_lead", "unknown"]

_SENTENCE = 8  # characters of the shortest wording, and of a paper's title
_SHORTEST_NAME = 4  # characters of a paper's title beside its 发文字号
_LONGEST_NAME = 20  # characters of what names a measure
_ASIDE = re.compile(
    r"地址|网址|链接|联系|电话|邮箱|理由|原因|备注|说明|渠道|材料|流程|来源|情况|附件"
)
"""What columns say that are not about the policy itself."""
_ONLY_WRITES = (
    r"(?!.{0,4}(?:主送|抄送|来文|填报|报送|上报|审核|审批|解释|监督|督办|督查|指导|考核|评价|申报|申请|推荐"
    r"|承接企业|起草|联系|交办|批准|下发|签发|会签|备案|登记|领导))"
)
_BODIES = re.compile(_ONLY_WRITES + r".{2,6}(?:单位|部门|机构|处室|科室|股室)")
"""Who does it, but for those who only write, check or apply."""
_DOES = re.compile(_ONLY_WRITES + r".{1,8}")
_BODY = re.compile(
    r".{1,18}(?:局|委|委员会|办|办公室|厅|部|部门|院|会|中心|政府|股|科|处|室|所|站|街道|镇|乡|县|市|区|公司|集团|学院|大学"
    r"|银行|支行|分局|管委会|专班|领导小组|单位)(?:等)?"
)
_WORDS = re.compile(r"[\u4e00-\u9fff]")
_COUNT = re.compile(r"[\d.\-—]+|[一二三四五六七八九十]+|(?:合|总|小)\s*计")
_WHEN = re.compile(r"时|期|日|节点|进度|年|月")
_ANY_YEAR = "2000"  # for days without one
_NOT_UNTIL = re.compile(r"交办|登记|填报|起|开始|启动|更新|来文|下达|成立|发布|印发")


def unknown(table: Table, used: set[int]) -> Iterator[Column]:
    """Columns without a key that say something; those that only count rows say nothing."""
    for at, title in enumerate(table.titles):
        if at in used or not title:
            continue
        filled = (line.cells for line in table.body if len(distinct(line.cells)) > 1)
        cells = [row[at] for row in filled if row[at]]
        counts = plain(title) in SERIAL and all(map(_COUNT.fullmatch, cells))
        alone = at == 0 or table.titles[at - 1] != title
        if set(cells) - {title} and not counts and alone:
            yield Column(at, title, Heading(""))


def by_content(found: Sequence[Column], table: Table) -> list[Column]:
    """What columns with other headings are by their cells, as far as no column says that yet."""
    guessed: list[Column] = []
    known = {column.at for column in found if column.key != "source.title"}
    for column in unknown(table, known):
        if plain(column.title) in BESIDE or plain(column.title) in SERIAL:
            continue
        cells = table.said(column.at)
        key = next((key for key, fits in _CONTENTS if all(map(fits, cells))), "")
        if key and not has((*found, *guessed), key, *_SAME.get(key, ())):
            guessed.append(column._replace(known=Heading(key, guessed=True)))
    return [*guessed, *_longest([*found, *guessed], table)]


def _longest(found: Sequence[Column], table: Table) -> Iterator[Column]:
    """Where nothing has a wording but names, it is the column that says most, if one says much."""
    if has(found, "policy.title"):
        open_ = not has(found, *WORDED)
    else:
        open_ = has(found, *WORDED) and not _is_worded(found, table)
    if not open_:
        return
    best, most = None, float(_SENTENCE)
    for column in unknown(table, {column.at for column in found}):
        cells = table.said(column.at)
        mean = sum(len(_WORDS.findall(cell)) for cell in cells) / len(cells)
        if mean >= most and plain(column.title) not in BESIDE and not _ASIDE.search(column.title):
            best, most = column, mean
    if best:
        yield best._replace(known=Heading("measure.text", guessed=True))


def _is_worded(found: Sequence[Column], table: Table) -> bool:
    """Whether a column says more than what things are called."""
    keys = ("measure.text", "measure.title", "measure.summary")
    columns = [column for column in found if column.key in keys and not column.known.adds]
    return any(len(cell) > _LONGEST_NAME for each in columns for cell in table.said(each.at))


def _is_wording(cell: str) -> bool:
    return len(cell) >= _SENTENCE and cell.endswith(("。", "；"))


def is_title(cell: str) -> bool:
    """Whether a cell is called as papers are, or names one with its 发文字号."""
    title, number = paper(cell)
    if number:
        return len(title) >= _SHORTEST_NAME
    return len(cell) >= _SENTENCE and KIND_OF_PAPER.search(title) is not None


def _is_status(cell: str) -> bool:
    return len(cell) > 1 and not code("status", cell).check


_CONTENTS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("policy.doc_number", NUMBER.fullmatch),
    ("policy.title", is_title),
    ("policy.status", _is_status),
    ("measure.text", _is_wording),
)
"""Keys whose values look like nothing else."""
_SAME = {"measure.text": ("measure.summary", "measure.title")}


def named_first(found: list[Column], table: Table) -> list[Column]:
    """Where numbers or issuers of papers stand and no titles, the first column of names has them.

    It is the first that nothing is known of, and says something else in most rows.
    """
    has_papers = has(found, "policy.doc_number") or (
        has(found, "policy.issuers") and has(found, "policy.date")
    )
    if not has_papers or has(found, "policy.title", *WORDED):
        return found
    for column in unknown(table, {column.at for column in found}):
        cells = set(table.said(column.at))
        if plain(column.title) in BESIDE or plain(column.title) in SERIAL:
            continue
        if min(map(len, cells)) >= _SENTENCE and 2 * len(cells) > len(table.body):
            return [*found, column._replace(known=Heading("policy.title", guessed=True))]
    return found


def some_lead(found: list[Column], table: Table) -> list[Column]:
    """Where nobody is said to lead, a column of bodies with another heading says who does it."""
    if has(found, "measure.lead") or not has(found, "measure.text", "measure.title"):
        return found
    issued = not has(found, "policy.title") or has(found, "policy.issuers")
    for column in unknown(table, {column.at for column in found}):
        word, cells = plain(column.title), table.said(column.at)
        bodied = sum(map(_are_bodies, cells))
        bare = issued and _DOES.fullmatch(word) and bodied == len(cells)
        named = _BODIES.fullmatch(word) and 2 * bodied >= len(cells)
        if (bare or named) and word not in BESIDE:
            return [*found, column._replace(known=Heading("measure.lead", guessed=True))]
    return found


def some_deadline(found: list[Column], table: Table) -> list[Column]:
    """Where tasks have no deadline, a column of days with another heading says by when."""
    tasks = has(found, "measure.text", "measure.title") and not has(found, "policy.title")
    if not tasks or has(found, "measure.deadline", "policy.date"):
        return found
    for column in unknown(table, {column.at for column in found}):
        word, cells = plain(column.title), table.said(column.at)
        days = [cell for cell in cells if deadline(cell, _ANY_YEAR).value[:4].isdecimal()]
        if _WHEN.search(word) and not _NOT_UNTIL.search(word) and 2 * len(days) >= len(cells):
            return [*found, column._replace(known=Heading("measure.deadline", guessed=True))]
    return found


def _are_bodies(cell: str) -> bool:
    return all(map(_BODY.fullmatch, bodies(cell)))
