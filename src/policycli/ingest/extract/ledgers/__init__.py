"""Ledgers and task tables as offices keep them → drafts.

``headings`` knows what the headings of columns mean, ``grid`` finds the tables of a sheet and
``columns`` what each column of one is; ``cells`` and ``values`` read cells, ``rows`` and ``cards``
put what they say into a ``book``, and ``drafts`` makes policies of that. ``read`` is the way in.
"""
