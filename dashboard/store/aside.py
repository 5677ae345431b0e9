"""Changing a SQLite file as a whole: one writer, a copy beside it, and one step that puts it in place."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.store.errors import WriteRefused


@contextmanager
def only_writer(file: Path) -> Iterator[None]:
    """One writer per database file; the lock ends with the process that holds it."""
    with open(file.with_name(f".{file.name}.lock"), "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WriteRefused(f"An {file} schreibt gerade ein anderer Vorgang.") from error
        yield


@contextmanager
def aside(file: Path) -> Iterator[Path]:
    """A new file beside the database; what earlier, killed runs left behind is removed."""
    folder = Path(tempfile.mkdtemp(prefix=f".{file.name}.neu-", dir=file.parent))
    for left_over in file.parent.glob(f".{file.name}.neu-*"):
        if left_over != folder:
            shutil.rmtree(left_over)
    try:
        yield folder / file.name
    finally:
        shutil.rmtree(folder)


def to_disk(path: Path) -> None:
    """Make sure that a file or a folder's list of files has reached the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
