"""Progress bars, one per step; silent where nobody watches (no terminal)."""

from __future__ import annotations

from typing import Any

from tqdm import tqdm

_FORMAT = "{desc:<22} {percentage:3.0f} % {bar}"


class Bars:
    """A :data:`dashboard.store.contents.Progress` that draws on the terminal."""

    def __init__(self) -> None:
        self._step = ""
        self._bar: tqdm[Any] | None = None

    def __enter__(self) -> Bars:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Draw ``done`` of ``total`` in the bar of this step."""
        bar = self._bar
        if bar is None or step != self._step:
            self.__exit__()
            bar = tqdm(total=total, desc=step, disable=None, bar_format=_FORMAT)
            self._step, self._bar = step, bar
        bar.update(done - bar.n)
