"""Attacks on the program, each once: what it is tried with comes from a seed.

An attack is a function that takes a ``Random`` and an empty folder, and returns what went wrong,
or an empty text. ``tests/faults`` runs a few of each, ``benchmarks/faults.py`` as many as asked.
"""
