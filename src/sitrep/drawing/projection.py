"""Lambert's conformal conic projection of a region onto a picture."""

import math

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

Region = tuple[float, float, float, float]


class Projection:
    """Maps degrees to pixels: the region fills the width, and the height follows.

    Spherical form with two standard parallels a sixth from the region's edges (Snyder 1987, USGS
    Professional Paper 1395, equations 15-1 to 15-5). Regions that reach a pole are cut at 80°.
    """

    def __init__(self, region: Region, width: float) -> None:
        west, south, east, north = region
        south, north = max(south, -80.0), min(north, 80.0)
        self._middle = math.radians((west + east) / 2)
        first, second = (math.radians(south + (north - south) * part) for part in (1 / 6, 5 / 6))
        self._n = _cone(first, second)
        self._f = math.cos(first) * _tangent(first) ** self._n / self._n
        edge = shapely.segmentize(box(west, south, east, north), 0.5)
        raw = self._raw(shapely.get_coordinates(edge))
        left, top = raw[:, 0].min(), raw[:, 1].max()
        self._scale = width / float(raw[:, 0].max() - left)
        self._left, self._top = float(left), float(top)
        self.size = (width, float(top - raw[:, 1].min()) * self._scale)

    @property
    def frame(self) -> BaseGeometry:
        """The picture's rectangle, in pixels."""
        return box(0, 0, *self.size)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return the pixel of a place."""
        x, y = self._pixels(np.array([[lon, lat]]))[0]
        return float(x), float(y)

    def geometry(self, degrees: BaseGeometry) -> BaseGeometry:
        """Return a geometry in pixels, cut at the frame."""
        pixels = shapely.transform(shapely.segmentize(degrees, 2), self._pixels)
        whole = pixels if pixels.is_valid else shapely.make_valid(pixels)
        return whole.intersection(self.frame)

    def _pixels(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        raw = self._raw(points)
        return np.column_stack(
            ((raw[:, 0] - self._left) * self._scale, (self._top - raw[:, 1]) * self._scale)
        )

    def _raw(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        lat = np.radians(np.clip(points[:, 1], -89.0, 89.0))
        radius = self._f / np.tan(np.pi / 4 + lat / 2) ** self._n
        angle = self._n * (np.radians(points[:, 0]) - self._middle)
        return np.column_stack((radius * np.sin(angle), -radius * np.cos(angle)))


def _cone(first: float, second: float) -> float:
    """Return the constant of the cone; near the equator, where it has none, a small one."""
    if abs(first - second) < 1e-9:
        found = math.sin(first)
    else:
        found = math.log(math.cos(first) / math.cos(second)) / math.log(
            _tangent(second) / _tangent(first)
        )
    return found if abs(found) > 1e-4 else 1e-4


def _tangent(lat: float) -> float:
    return math.tan(math.pi / 4 + lat / 2)
