"""Norms as they are written, and where two of one matter differ."""
