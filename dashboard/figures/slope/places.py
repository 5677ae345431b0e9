"""Where the labels of the slope chart stand: pushed apart, each as near to its value as can be."""

from __future__ import annotations

from collections.abc import Sequence


def pushed_apart(wanted: Sequence[float], pitch: float, top: float, bottom: float) -> list[float]:
    """Places in the order given, at least ``pitch`` apart, within ``top`` … ``bottom`` (room is needed).

    Neighbours that would overlap form a block around the mean of their wishes (least squares, as in
    isotonic regression by pooling adjacent violators).
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    blocks: list[tuple[float, int]] = []  # mean of wish minus offset, size
    for rank, index in enumerate(order):
        block = (wanted[index] - rank * pitch, 1)
        while blocks and blocks[-1][0] >= block[0]:
            block = merged(blocks.pop(), block)
        blocks.append(block)
    low, high = top, bottom - (len(wanted) - 1) * pitch
    starts = [min(max(mean, low), high) for mean, size in blocks for _ in range(size)]
    places = [0.0] * len(wanted)
    for rank, index in enumerate(order):
        places[index] = starts[rank] + rank * pitch
    return places


def merged(one: tuple[float, int], other: tuple[float, int]) -> tuple[float, int]:
    """Two blocks as one around their common mean."""
    size = one[1] + other[1]
    return (one[0] * one[1] + other[0] * other[1]) / size, size
