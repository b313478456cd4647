"""The command line: one module a command, each parse → catalogue → view → render."""
