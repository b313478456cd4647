"""Names on the command line: what each was taken as, and what it may be."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from policycli.catalogue import Catalogue
from policycli.cli.output import say
from policycli.errors import NotFoundError
from policycli.language import _, pick
from policycli.records.model import Entry, R

if TYPE_CHECKING:
    from policycli.analysis.meaning import Meant

__all__ = ["meant"]


def meant(
    find: "Callable[[str], Meant[R]]", name: str, catalogue: Catalogue
) -> tuple[Entry[R], ...]:
    """What a name means; guesses and other editions are told beside the answer.

    Raises:
        NotFoundError: As from ``find``, with the title of every candidate under the sentence.
    """
    try:
        found = find(name)
    except NotFoundError as error:
        raise NotFoundError(_with_titles(catalogue, error), error.candidates) from error
    if found.taken:
        say(_("{name}: taken as {taken}").format(name=name, taken=found.taken))
    if found.others:
        others = ", ".join(found.others)
        sentence = _("{name}: taken as {taken}; other editions: {others}")
        say(sentence.format(name=name, taken=found.entries[0].id, others=others))
    return found.entries


def _with_titles(catalogue: Catalogue, error: NotFoundError) -> str:
    """The sentence, and under it the candidates, each with its title."""
    records = [(full_id, catalogue.get(full_id).record) for full_id in error.candidates]
    column = max((len(full_id) for full_id, _record in records), default=0)
    titles = (f"  {at:{column}}  {pick(r.title, r.title_en)}" for at, r in records)
    return "\n".join([str(error), *titles])
