"""Names on the command line: what each was taken as, and what it may be."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from policycli import labels
from policycli.catalogue import Catalogue
from policycli.cli.notes import say
from policycli.errors import NotFoundError
from policycli.language import _, pick
from policycli.records.model import Entry, Measure, R, Record
from policycli.views.cells import official_title

if TYPE_CHECKING:
    from policycli.analysis.meaning import Meant

__all__ = ["meant"]


def meant(find: "Callable[[str], Meant[R]]", name: str, catalogue: Catalogue) -> "Meant[R]":
    """What a name means; guesses and other editions are told beside the answer.

    Raises:
        NotFoundError: As from ``find``, with the title of every candidate under the sentence.
    """
    try:
        found = find(name)
    except NotFoundError as error:
        raise NotFoundError(_with_titles(catalogue, error), error.candidates) from error
    taken = found.taken or found.entries[0].id
    if found.others:
        others = labels.join(f"{other.id} ({other.date or '?'})" for other in found.others)
        sentence = _("{name}: taken as {taken}; other editions: {others}")
        say(sentence.format(name=name, taken=taken, others=others))
    elif found.taken:
        say(_("{name}: taken as {taken}").format(name=name, taken=taken))
    return found


def _with_titles(catalogue: Catalogue, error: NotFoundError) -> str:
    """The sentence, and under it the candidates, each with its title and the official one."""
    records = [(full_id, catalogue.get(full_id)) for full_id in error.candidates]
    titles = Counter(entry.record.title for _id, entry in records)
    column = max((len(full_id) for full_id, _entry in records), default=0)
    lines = [str(error)]
    for at, entry in records:
        lines.append(f"  {at:{column}}  {_title(entry, titles)}")
        cited = official_title(entry)
        lines += [f"  {'':{column}}  {cited}"] if cited else []
    return "\n".join(lines)


def _title(entry: Entry[Record], titles: Counter[str]) -> str:
    """A title; of several that are the same with the date or the policy of each."""
    title = labels.called(entry.record, entry.head)
    if titles[entry.record.title] == 1:
        return title
    head = entry.head
    other = pick(head.title, head.title_en) if isinstance(entry.record, Measure) else head.date
    return f"{title} ({other})" if other else title
