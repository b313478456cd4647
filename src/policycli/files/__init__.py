"""Catalogue files: from TOML and JSON Lines to records, with every fault named."""
