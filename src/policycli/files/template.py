"""The catalogue that ``policy catalogue init`` begins: one record of every kind, explained."""

import os

from policycli.language import pick

__all__ = ["template"]


def template() -> bytes:
    """TOML that is a catalogue as it stands, with remarks in the language of the screen."""
    name = pick("template.zh.toml", "template.en.toml")
    with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
        return file.read()
