"""The rules of the house, run with everything else."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports", "--no-cache"]],
    ids=lambda command: command[0] + command[1:2].__str__(),
)
def test_the_tools_are_content(command: list[str]) -> None:
    result = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, f"{result.stdout}\n{result.stderr}"


def python_files() -> list[Path]:
    return [ROOT / "app.py", *sorted((ROOT / "dashboard").rglob("*.py"))]


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def is_callback(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any("callback" in ast.unparse(decorator) for decorator in node.decorator_list)


def test_callbacks_are_wiring_of_at_most_fifteen_lines() -> None:
    found = [node for path in python_files() for node in functions(path) if is_callback(node)]
    assert found, "no callback was found: the test looks in the wrong place"
    assert [node.name for node in found if length(node) > 15] == []


def test_files_and_functions_are_short() -> None:
    long_files = [str(path) for path in python_files() if path.read_text(encoding="utf-8").count("\n") > 200]
    long_functions = [
        f"{path.name}:{node.name}" for path in python_files() for node in functions(path) if length(node) > 40
    ]
    assert (long_files, long_functions) == ([], [])


def test_no_exception_is_swallowed() -> None:
    broad = []
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler) and (
                node.type is None or ast.unparse(node.type) in ("Exception", "BaseException")
            ):
                broad.append(f"{path}:{node.lineno}")
    assert broad == []


def test_no_component_id_is_written_outside_the_list_of_ids() -> None:
    callbacks = [*(ROOT / "dashboard" / "callbacks").glob("*.py")]
    literal = [
        f"{path.name}:{node.lineno}"
        for path in callbacks
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("Input", "Output", "State")
        and isinstance(node.args[0], ast.Constant)
    ]
    assert literal == []


def test_importing_the_serving_process_needs_no_heavy_package() -> None:
    code = (
        "import sys, dashboard.factory;"
        "print(sorted({'pandas', 'geopandas', 'shapely', 'scipy', 'statsmodels'}"
        " & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
