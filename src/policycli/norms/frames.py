"""Frames: each norm of a text with its subject, modal, action, conditions and quantities.

A sentence holds one frame for every modal (可以……，但应当…… are two), or one in all. What stands in
an item of a list (（一）…；) carries the words above the list as its lead.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from policycli.norms.modality import Modal, Modality, modals, ruling
from policycli.norms.quantities import Measured, quantities
from policycli.tuples import NamedTuple

__all__ = ["Frame", "frames"]

_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_SEGMENT = re.compile(r"[^，,：:]+[，,：:]?")
_ITEM = re.compile(r"\s*[（(][一二三四五六七八九十\d]+[)）]\s*|\s*\d+[.、．]\s*")
_CONDITION = re.compile(
    r"^(?:经|未经|在|除|因|自|依照|按照|根据|对于?|符合|违反|利用|使用|凡|如|当|逾期|情节|无正当理由|构成)|的[，,]?$|(?:时|后|前|之日起|期间|情况下)[，,]?$"
)
_AGENT = re.compile(  # who acts next: 由所在单位给予处分
    "^(?:并|但)?由(?!于|此)(?P<who>.{2,30}?)"
    "(?=会同|依法|依照|按照|根据|独立|共同|统一|责令|处(?!罚)|给予|予以|没收|吊销|追究|组织|负责|承担|实施|制定|规定|确定|审核|批准|决定|指定|$)"
)
_HANDS_ON = re.compile("(?:依照|按照|适用)《[^。；]{0,40}(?:执行|办理)")
_SANCTION = re.compile(
    "罚款(?!上缴|收缴|收入|缴纳|决定)|没收(?!的)|吊销(?!的)|拘留|取缔|警告(?!标|牌|信)|通报批评|滞纳金|责令"
    "|(?:给予|予以|政务|行政|纪律)[^，。；]{0,6}处分|追究(?!制度|机制|办法)|赔偿(?:损失|责任|$)|承担[^，。；]{0,12}责任"
)
_CIRCUMSTANCES = re.compile(
    "^(?:并|但|其中|对)*(?:情节|逾期|拒不|仍[不未]|经?责令|构成|尚[不未]|不构成|(?:给[^，]{1,12})?造成|产生|[没无]?有?违法|后果"
    "|货值|再次|明知|单位|个人|属于?(?:单位|个人)|直接负责|有(?:下列|以下|前款|前条|前项|上述)|违反[^，]{2,24}(?:规定|要求)(?:的|[^，]{0,4}造成.*)?$)"
)  # how bad an act is and who did it: that says nothing of what was done
_SHORTEST = 4
_LONGEST_ITEM = 60


class Frame(NamedTuple):
    """One norm.

    Attributes:
        words: The norm, as it is written.
        span: Where in the text it stands.
        lead: The words above the list whose item it is.
        subject: Who; the words before the modal in its segment, or those of the norm before.
        modal: What it does.
        modal_span: Of the modal's word; empty for a plain one.
        action: The words after the modal.
        conditions: The segments that say when or for whom.
        quantities: With spans in the text.
        sentence: The sentence that it stands in.
        violation: Of a sanction the acts that it is for, as far as they are described.
    """

    words: str
    span: tuple[int, int]
    lead: str
    subject: str
    modal: Modality
    modal_words: str
    modal_span: tuple[int, int]
    action: str
    conditions: tuple[str, ...]
    quantities: tuple[Measured, ...]
    sentence: str
    violation: str = ""

    @property
    def hands_on(self) -> bool:
        """Whether another paper says what holds: 依照《…》执行."""
        return bool(_HANDS_ON.search(self.words))

    @property
    def punishes(self) -> bool:
        """Whether it is a sanction or says who is liable."""
        return self.modal != "not" and bool(_SANCTION.search(self.action))


@lru_cache(8192)
def frames(text: str) -> tuple[Frame, ...]:
    """The frames of a text, in its order."""
    return tuple(_with_violations(text, list(_frames(text))))


def _with_violations(text: str, found: list[Frame]) -> Iterator[Frame]:
    """Frames with the acts that sanctions are for.

    These stand in its conditions, in the items of the list that its line opens, or with the
    sanction before it, where a condition only says how bad an act is.
    """
    lines = [text.count("\n", 0, frame.span[0]) for frame in found]
    headings = {frame.sentence: line for frame, line in zip(found, lines, strict=True)}
    items: dict[int, list[str]] = {}
    for frame in found:
        if frame.lead in headings:
            items.setdefault(headings[frame.lead], []).append(frame.words)
    before = ""
    for frame, line in zip(found, lines, strict=True):
        before = "，".join([*_acts(frame), *items.get(line, ())]) or before
        yield frame._replace(violation=before) if frame.punishes else frame


def _acts(frame: Frame) -> list[str]:
    """The conditions at the head of a norm (……的，) that say what is done."""
    head, mark, _rest = frame.words.replace(",", "，").rpartition("的，")
    parts = (head + mark).rstrip("，").split("，") if mark else []
    return [part for part in parts if not _CIRCUMSTANCES.match(part)]


def _frames(text: str) -> Iterator[Frame]:
    every = quantities(text)
    lead, subject = "", ""
    for found in _SENTENCE.finditer(text):
        start, end = _trimmed(text, *found.span())
        item = _ITEM.match(text, start, end)
        start = item.end() if item else start
        if end - start < _SHORTEST:
            continue
        sentence = text[start:end]
        opens = sentence.endswith(("：", ":"))
        for frame in _of_sentence(text, start, end, "" if opens else lead, subject):
            subject = frame.subject
            own = tuple(q for q in every if frame.span[0] <= q.span[0] < frame.span[1])
            yield frame._replace(quantities=own)
        if opens:
            lead = sentence
        elif found[0].endswith("。") and not _listed(text[found.end() :], lead):
            lead = ""


def _listed(rest: str, lead: str) -> bool:
    """Whether what follows still belongs to the list above; in some papers items have no mark."""
    line = rest.lstrip().partition("\n")[0]
    if _ITEM.match(line):
        return True
    short = 0 < len(line) <= _LONGEST_ITEM and rest.startswith("\n")
    return short and "下列" in lead and next(modals(line), None) is None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _of_sentence(text: str, start: int, end: int, lead: str, subject: str) -> Iterator[Frame]:
    """A frame for every modal of a sentence, with the segments before it that no other has."""
    sentence = text[start:end]
    parts: list[list[tuple[int, int]]] = [[]]
    found: list[Modal | None] = [None]
    for segment in _SEGMENT.finditer(sentence):
        modal = ruling(segment[0])
        if modal:
            modal = modal._replace(
                start=modal.start + segment.start(), end=modal.end + segment.start()
            )
            if found[-1] is not None:
                parts.append([])
                found.append(None)
            found[-1] = modal
        elif found[-1] is not None and _opens(segment[0], segment.end() == len(sentence)):
            parts.append([])
            found.append(None)
        parts[-1].append(segment.span())
    if found[-1] is None and len(parts) > 1 and not _AGENT.match(sentence[slice(*parts[-1][0])]):
        last = parts.pop()
        found.pop()
        parts[-1] += last
    for spans, modal in zip(parts, found, strict=True):
        frame = _frame(sentence, spans, modal, lead, subject, start)
        subject = frame.subject or subject
        yield frame


def _opens(segment: str, last: bool) -> bool:
    """Whether a segment without a modal begins another norm: a condition of it, or who acts."""
    condition = _CONDITION.search(segment.rstrip("，,。；;")) and not last
    return bool(condition or _AGENT.match(segment))


def _frame(
    sentence: str,
    spans: list[tuple[int, int]],
    modal: Modal | None,
    lead: str,
    subject: str,
    offset: int,
) -> Frame:
    first, last = spans[0][0], spans[-1][1]
    conditions = tuple(
        piece
        for a, b in spans
        if (piece := sentence[a:b].strip("，,。；;：:"))
        and _CONDITION.search(piece)
        and not (modal and a <= modal.start < b)
    )
    if modal is None:
        agent = _AGENT.match(sentence[first:last])
        own = agent["who"] if agent else ""
        action, at, kind, word = sentence[first:last], (0, 0), "plain", ""
    else:
        segment = next((a, b) for a, b in spans if a <= modal.start < b)
        own = sentence[segment[0] : modal.start]
        action = sentence[modal.end : last]
        at, kind, word = (modal.start + offset, modal.end + offset), modal.kind, modal.words
    words = sentence[first:last].rstrip("，,。；;：:")
    return Frame(
        words,
        (first + offset, first + offset + len(words)),
        lead,
        own.strip("，但并且也还") or subject,
        kind,  # type: ignore[arg-type]
        word,
        at,
        action.rstrip("，,。；;：:"),
        conditions,
        (),
        sentence,
    )
