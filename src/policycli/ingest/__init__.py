"""Documents (docx, pdf, html, txt, md) → draft records.

The way of a document: ``read`` brings it into blocks (``blocks``), ``split`` parts a bulletin,
``head``, ``outline``, ``figures`` and ``papers`` find what is in a paper, ``drafting`` makes
records of it; what an export wrote comes back by ``exported``. ``toml`` writes them, ``merge``
takes them into a catalogue that is there already (``threeway``), and ``catalogue`` saves it.
Nothing of this is loaded by a command that only reads.
"""

from policycli.model import Policy

__all__ = ["read_document"]


def read_document(path: str) -> list[Policy]:
    """The policies of a document, as drafts: what is uncertain in them, people have to check.

    Args:
        path: A .docx, .pdf, .html, .txt or .md file, or a ledger (.xlsx), whose records come
            under the ids they have. ``policy import`` marks what is uncertain.

    Raises:
        DocumentError: It cannot be read; the sentence says why and what to do.
        OSError: The system does not let it be read.
    """
    import os

    from policycli.ingest.drafting import drafts
    from policycli.ingest.read import read

    name = os.fspath(path)
    return [draft.policy for draft in drafts(read(name), name)]
