"""How good and how fast the chain is, each a command: `python -m benchmarks.quality`, `python -m benchmarks.speed`."""
