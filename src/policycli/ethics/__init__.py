"""Which research projects need an ethics review, and of which kind.

What the rules look for is data (``data/ethics.toml``); how Chinese denies, doubts and looks back is
grammar, and stands in ``polarity``.
"""
