"""SVG files to PNG images, by resvg (an extra: `pip install sitrep-brief[pictures]`)."""

from sitrep.model.errors import UsageError


def png(svg: str, *, zoom: float = 2) -> bytes:
    """Return a standalone SVG as a PNG, `zoom` pixels to its unit.

    Raises UsageError that says what to install where resvg is missing.
    """
    try:
        import resvg_py  # noqa: PLC0415 - an extra, wanted only for PNG
    except ModuleNotFoundError as fault:
        raise UsageError(
            "PNG needs the extra 'pictures': pip install 'sitrep-brief[pictures]', or take svg"
        ) from fault
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom))
