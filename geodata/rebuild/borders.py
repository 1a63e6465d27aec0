"""Lines between neighbouring provinces, led a little way into Fujian."""
import math

import arcs
import gmt

REACH = 0.04  # degrees, about 4 km
SIGHT = 0.05  # how far back a line's direction is taken from


def _bearing(points):
    """Direction in which a line leaves its last point."""
    x, y = points[-1]
    for px, py in reversed(points):
        if math.hypot(x - px, y - py) >= SIGHT:
            break
    return math.atan2(y - py, x - px)


def _led_on(points, fujian):
    """One more point, straight on or with the least turn that keeps within Fujian."""
    x, y = points[-1]
    ahead = _bearing(points)
    for step in range(0, 120, 5):
        for turn in (step, -step):
            angle = ahead + math.radians(turn)
            inner, tip = ([x + r * math.cos(angle), y + r * math.sin(angle)] for r in (REACH / 20, REACH))
            if gmt.line([inner, tip]).Within(fujian):
                return points + [tuple(tip)]
    return points


def lines(found, shapes):
    """(sides, points) of every border that is not Fujian's own."""
    fujian = shapes[arcs.FUJIAN]
    rim = {p for sides, points in found if arcs.FUJIAN in sides for p in (points[0], points[-1])}
    for sides, points in found:
        if len(sides) == 2 and arcs.FUJIAN not in sides:
            if points[-1] in rim:
                points = _led_on(points, fujian)
            if points[0] in rim:
                points = _led_on(points[::-1], fujian)
            yield sides, points
