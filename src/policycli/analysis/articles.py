"""The articles of a law, found by their addresses."""

from policycli.analysis.documents import Paper
from policycli.errors import NotFoundError
from policycli.language import _
from policycli.records.model import Measure, Policy
from policycli.text.addresses import Address, article_of, part, parts_of

__all__ = ["article", "articles_of", "check"]


def articles_of(law: Policy | Measure) -> dict[tuple[int, int], Measure]:
    """The measures of a policy that are articles, by number and what stands after 之."""
    measures = law.measures if isinstance(law, Policy) else ()
    numbered = ((article_of(measure.title), measure) for measure in measures)
    return {number: measure for number, measure in numbered if number}


def article(law: Policy | Measure, address: Address) -> Measure:
    """The article of a law.

    Raises:
        NotFoundError: It has none of this number, or the article has no such part.
    """
    articles = articles_of(law)
    found = articles.get(address.number)
    if found is None:
        sentence = _("{title} has {n} articles; there is no {article}")
        sentence = sentence.format(title=law.title, n=len(articles), article=address.whole)
        raise NotFoundError(sentence)
    check(found, address)
    return found


def check(record: Policy | Measure | Paper, address: Address) -> None:
    """Make sure that an article has the part that an address names.

    Raises:
        NotFoundError: It has not.
    """
    text = record.text if isinstance(record, Measure) else ""
    if address.within and not part(text, address):
        sentence = _("{article} has {n} paragraphs (款); there is no {part}")
        count = len(parts_of(text))
        raise NotFoundError(sentence.format(article=address.whole, n=count, part=address.inner))
