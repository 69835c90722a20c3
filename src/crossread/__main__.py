"""`python -m crossread` is the command `crossread`."""

from .serving.cli import main

main()
