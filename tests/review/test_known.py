"""What the review asks an index."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policycli.catalogue import open_catalogue
from policycli.norms.wording import Weights, grams
from policycli.review.known import Known

PAIRS = [chr(0x4E00 + 2 * at) + chr(0x4E01 + 2 * at) for at in range(60)]  # 一丁, 丂七 …


class Backwards(frozenset[str]):
    """A set that is gone through the other way round, as another run may do."""

    def __iter__(self) -> Iterator[str]:
        return reversed(list(super().__iter__()))


def test_candidates_are_the_same_in_every_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more pairs than are looked for, all as rare, the same ones are always taken."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = tmp_path / "laws.toml"
    articles = "".join(
        f'[[policies.measures]]\nid = "a{at}"\ntitle = "第{at}条"\ntext = "{pair}"\n'
        for at, pair in enumerate(PAIRS)
    )
    path.write_text(f'[[policies]]\nid = "law"\ntitle = "法"\n{articles}', "utf-8")
    known = Known(open_catalogue(path, bundled=False).store)
    found = grams("，".join(PAIRS))

    once, again = (known.candidates(each, (), "", 80) for each in (found, Backwards(found)))

    assert 0 < len(once) < len(PAIRS)
    assert {article.id for article in once} == {article.id for article in again}


def test_weights_add_up_to_the_same_in_every_run() -> None:
    """A sum of rare and common pairs does not depend on which is added first."""
    found = frozenset(PAIRS)
    one, other = (Weights(lambda pair: ord(pair[0]) % 97, 10**6) for _run in range(2))

    assert one.sum(found) == other.sum(Backwards(found))
