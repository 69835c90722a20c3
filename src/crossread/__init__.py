"""crossread reads one event across many reports and lays them side by side."""

from __future__ import annotations

__version__ = "0.1.0"
