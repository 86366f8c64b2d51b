"""The pictures of a brief as SVG within its page."""

from markupsafe import Markup

from sitrep.drawing import series, tallies
from sitrep.drawing.svg import DARK, LIGHT, VARIABLES, stylesheet
from sitrep.model.brief import Brief
from sitrep.model.pictures import StrikePlot, StrikeSeries, TheatreMap


class Drawn:
    """Draws what the template asks for; the drawing code escapes every string."""

    def __init__(self, brief: Brief) -> None:
        self.pictures = brief.pictures

    @property
    def style(self) -> Markup:
        """The rules of all pictures, over the page's colours, and those for light and dark."""
        light, dark = (
            "; ".join(f"--p-{name}: {colour}" for name, colour in palette.items())
            for palette in (LIGHT, DARK)
        )
        return Markup(  # noqa: S704 - constants of ours
            f":root {{ {light}; }}\n"
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark}; }} }}\n"
            f"{stylesheet(VARIABLES)}"
        )

    def map(self, given: TheatreMap) -> Markup:
        """Return the map of the theatre."""
        # shapely takes a fifth of a second to load, and a brief in Markdown has no map
        from sitrep.drawing.map import draw  # noqa: PLC0415

        return Markup(draw(given, "map"))  # noqa: S704 - escaped where it is drawn

    def plot(self, given: StrikePlot) -> Markup:
        """Return the bars of what claimants count."""
        return Markup(tallies.draw(given, "fire"))  # noqa: S704 - escaped where it is drawn

    def series(self, given: StrikeSeries, number: int) -> Markup:
        """Return the columns of a published series."""
        return Markup(series.draw(given, f"series-{number}"))  # noqa: S704 - escaped
