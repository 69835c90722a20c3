"""The layers of the house, read from the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "crossread"

STEPS = {"reading", "annotating", "gathering", "comparing", "presenting"}
MAY_IMPORT: dict[str, set[str]] = {
    "records": set(),
    "errors": set(),
    "settings": {"records", "errors"},
    **{step: {"records", "errors", "settings"} for step in STEPS},
    "pipeline": {"records", "errors", "settings", *STEPS},
    "examples": set(),
    "serving": {"records", "errors", "settings", "pipeline", "examples", *STEPS},
    "__main__": {"serving"},
    "__init__": {"records", "errors", "settings", "pipeline", *STEPS},
}

HOMES = {  # third-party library: the one module, or folder, that may import it
    "lxml": "reading",
    "charset_normalizer": "reading",
    "py3langid": "reading",
    "feedparser": "reading/containers/feeds",
    "pypdf": "reading/containers/pdf",
    "fastwarc": "reading/containers/packing reading/containers/responses",
    "click": "serving/cli serving/commands_show",
    "jinja2": "presenting/html",
    "rich": "presenting/terminal presenting/articles",
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def own_imports(path: Path) -> set[str]:
    """The rooms that a module imports from, at its top or inside a function."""
    here = ("crossread", *path.relative_to(PACKAGE).parts[:-1])
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[tuple[str, ...]] = []
        if isinstance(node, ast.ImportFrom):
            stem = here[: len(here) - node.level + 1] if node.level else ()
            base = (*stem, *(node.module.split(".") if node.module else ()))
            names = [base] if len(base) > 1 else [(*base, alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        found |= {name[1] for name in names if name[0] == "crossread" and len(name) > 1}
    return found - {room(path), "__version__"}


def third_party(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.split(".")[0])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_from_the_layers_below(path: Path) -> None:
    assert own_imports(path) <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("library", HOMES)
def test_a_library_has_one_home(library: str) -> None:
    homes = HOMES[library].split()
    users = {path.relative_to(PACKAGE).with_suffix("").as_posix() for path in modules() if library in third_party(path)}
    assert all(any(user == home or user.startswith(home + "/") for home in homes) for user in users), users
