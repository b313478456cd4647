"""``python -m policycli`` is ``policy``."""

from policycli.cli.main import main

main()
