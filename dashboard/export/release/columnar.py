"""The values of a release as Parquet, with types and the meaning of every column."""

from __future__ import annotations

import csv
import io
from typing import Any, Final

from dashboard.answers.daten.tables import Cell, DataTable, Whole

_TYPES: Final = {"string": "string", "integer": "int32", "number": "float64"}


def write(whole: Whole) -> bytes:
    """One row group; numbers that are not there are null, texts that are not there empty.

    The table goes through Arrow's own CSV reader: from Python objects Arrow would load pandas.
    """
    import pyarrow as arrow  # 80 MB of memory that only a process needs which is asked for this file
    from pyarrow import csv as arrow_csv
    from pyarrow import parquet

    values = whole.table("werte")
    schema = _schema(arrow, values, whole)
    read = arrow_csv.read_csv(
        io.BytesIO(_plain(values)),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            column_types={field.name: field.type for field in schema}, null_values=[""]
        ),
    )
    target = io.BytesIO()
    parquet.write_table(read.cast(schema).combine_chunks(), target, compression="zstd")
    return target.getvalue()


def _schema(arrow: Any, values: DataTable, whole: Whole) -> Any:
    fields = [
        arrow.field(
            column.name,
            getattr(arrow, _TYPES[column.kind])(),
            nullable=column.kind != "string" and not column.required,
            metadata={"titel": column.title, "beschreibung": column.description},
        )
        for column in values.columns
    ]
    return arrow.schema(fields, metadata=dict((*whole.about, *whole.signs)))


def _plain(values: DataTable) -> bytes:
    """Nothing is put before what looks like a formula: no spreadsheet opens this."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(values.names)
    writer.writerows([_text(cell) for cell in row] for row in values.rows)
    return target.getvalue().encode()


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return repr(cell)
    return "" if cell is None else str(cell)
