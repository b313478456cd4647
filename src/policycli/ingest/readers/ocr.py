"""Recognises the text of pictures, with rapidocr; its models come with it and nothing is fetched.

Pages may lie on their side or upside down: the engine says how it had to turn their lines.
"""

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from policycli.ingest.readers import grid
from policycli.ingest.readers.columns import Piece
from policycli.ingest.readers.layout import Layout
from policycli.ingest.readers.print import Point, Printed, Turned, chars
from policycli.language import N_

__all__ = ["FROM_PICTURES", "add_picture"]

FROM_PICTURES = N_("the text was recognised in pictures (OCR): compare it with the paper")
_THREADS = 4  # at most; every one takes memory
_SAMPLE = 7  # lines that say whether a page is upside down
_LONG = 2.0  # times as long as high, a line says how the page lies
_LINES = 40  # a ruled line is at least as long as this part of the page


def add_picture(layout: Layout, image: Any) -> None:
    """Add a page to a document.

    Args:
        layout: Of the document.
        image: Of the page (PIL), as it was scanned.
    """
    import numpy as np

    pixels = np.asarray(image.convert("RGB"))[:, :, ::-1]
    lines = _lines(pixels)
    turns = _quarter_turns(pixels, lines)
    if turns:  # some lines that lie otherwise than they should are misread
        pixels = np.ascontiguousarray(np.rot90(pixels, turns))
        lines = _lines(pixels)
    height, width = pixels.shape[:2]
    turned = Turned(lines, width, height)
    found = list(chars(lines, turned))
    layout.add(found, _tables(pixels, turned, found), turned.height)


@cache
def _engine() -> Any:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from rapidocr import RapidOCR

    threads = min(_THREADS, os.cpu_count() or 1)
    settings = {"intra_op_num_threads": threads, "inter_op_num_threads": 1}
    named = {f"EngineConfig.onnxruntime.{name}": value for name, value in settings.items()}
    return RapidOCR(params={"Global.log_level": "critical", **named})


def _lines(pixels: Any) -> list[Printed]:
    found = _engine()(pixels, use_det=True, use_cls=True, use_rec=True)
    if found.boxes is None:
        return []
    boxes = ([(float(x), float(y)) for x, y in box] for box in found.boxes)
    return [
        Printed(text, (a, b, c, d)) for text, (a, b, c, d) in zip(found.txts, boxes, strict=True)
    ]


def _quarter_turns(pixels: Any, lines: Sequence[Printed]) -> int:
    """How often the page has to be turned to the left by a right angle, to be upright."""
    import numpy as np

    upright = [line for line in lines if _ratio(line) > _LONG]
    lying = [line for line in lines if _ratio(line) < 1 / _LONG]
    turns = int(len(lying) > len(upright))
    longest = sorted(lying if turns else upright, key=lambda line: len(line.text))[-_SAMPLE:]
    flipped = 0
    for line in longest:
        (left, top), (right, bottom) = _bounds(line)
        part = np.ascontiguousarray(
            np.rot90(pixels[int(top) : int(bottom), int(left) : int(right)], turns)
        )
        if part.size:
            said = _engine()(part, use_det=False, use_cls=True, use_rec=False).cls_res
            flipped += bool(said) and said[0][0] == "180"
    return turns + 2 * (2 * flipped > len(longest))


def _bounds(line: Printed) -> tuple[Point, Point]:
    xs, ys = [x for x, _y in line.corners], [y for _x, y in line.corners]
    return (max(min(xs), 0), max(min(ys), 0)), (max(xs), max(ys))


def _ratio(line: Printed) -> float:
    (left, top), (right, bottom) = _bounds(line)
    return (right - left) / max(bottom - top, 1)


def _tables(pixels: Any, turned: Turned, found: Sequence[Piece]) -> list[Piece]:
    """The tables that ruled lines make."""
    import cv2

    gray = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    dark = cv2.adaptiveThreshold(
        gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 12
    )
    height, width = gray.shape
    along = [
        grid.Rule((y0 + y1) / 2, x0, x1)
        for (x0, y0), (x1, y1) in _rules(dark, (width // _LINES, 1), turned)
    ]
    down = [
        grid.Rule((x0 + x1) / 2, y0, y1)
        for (x0, y0), (x1, y1) in _rules(dark, (1, height // _LINES), turned)
    ]
    return grid.tables(along, down, found)


def _rules(dark: Any, size: tuple[int, int], turned: Turned) -> list[tuple[Point, Point]]:
    """Dark strokes at least as long as ``size``, from end to end."""
    import cv2

    shape = cv2.getStructuringElement(cv2.MORPH_RECT, (max(size[0], 1), max(size[1], 1)))
    strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, shape)
    _count, _labels, stats, _middles = cv2.connectedComponentsWithStats(strokes)
    found: list[tuple[Point, Point]] = []
    for x, y, width, height, _area in stats[1:]:
        if size[1] == 1:
            middle = y + height / 2
            found.append((turned((x, middle)), turned((x + width, middle))))
        else:
            middle = x + width / 2
            found.append((turned((middle, y)), turned((middle, y + height))))
    return found
