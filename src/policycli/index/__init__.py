"""The compiled index: what it holds, how it is built, where it is kept."""
