"""Contrast of two colours, by the formula of WCAG 2.2 (relative luminance)."""

from __future__ import annotations

INK = "#13222e"
WHITE = "#ffffff"


def rgb(colour: str) -> tuple[int, int, int]:
    """``#rrggbb`` as three numbers 0…255; anything else is a ``ValueError``."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"not a colour of the form #rrggbb: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def rgba(colour: str, alpha: float) -> str:
    """The colour with an opacity of 0…1, as CSS and Plotly write it."""
    red, green, blue = rgb(colour)
    return f"rgba({red},{green},{blue},{alpha:g})"


def linear(channel: int) -> float:
    """One sRGB channel 0…255 as linear light 0…1 (IEC 61966-2-1)."""
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Relative luminance 0 (black) … 1 (white), WCAG 2.2."""
    red, green, blue = (linear(channel) for channel in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio 1 … 21, WCAG 2.2; the order of the colours does not matter."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_on(background: str) -> str:
    """Ink or white, whichever is easier to read on the background."""
    return INK if ratio(INK, background) >= ratio(WHITE, background) else WHITE
