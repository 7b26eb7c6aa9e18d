"""Five hundred random layouts, framed by us, by Wagtail and by libvips: ``pytest -s`` prints."""

import sys
from collections.abc import Callable
from statistics import mean
from types import SimpleNamespace

import pytest
import pyvips
from wagtail.images.image_operations import FillOperation, ImageTransform
from wagtail.images.rect import Rect

from omnicontent.media.framing.frames import frame_picture
from omnicontent.media.framing.report import Framing, report_framing
from omnicontent.media.recipes import Frame
from tests.media.layouts import Layout, layouts

COUNT = 500


@pytest.fixture(scope="module")
def reports() -> dict[str, list[Framing]]:
    ways: dict[str, Callable[[Layout], Frame]] = {
        "frame_picture": _ours,
        "Wagtail fill": _wagtail_fill,
        "libvips attention": _vips_attention,
    }
    drawn = list(layouts(COUNT))
    return {name: [_report(one, way(one)) for one in drawn] for name, way in ways.items()}


def test_everything_is_kept_or_the_padding_is_declared(
    reports: dict[str, list[Framing]],
) -> None:
    assert all(not one.cut for one in reports["frame_picture"])
    padded = [one for one in reports["frame_picture"] if one.padded]
    assert 0 < len(padded) < COUNT / 2


def test_no_picture_is_padded_that_a_window_could_hold(reports: dict[str, list[Framing]]) -> None:
    for ours, fill in zip(reports["frame_picture"], reports["Wagtail fill"], strict=True):
        assert not (ours.padded and not fill.cut)


def test_more_is_kept_than_by_wagtail_and_libvips(reports: dict[str, list[Framing]]) -> None:
    figures = {name: _figures(found) for name, found in reports.items()}
    _print(figures)
    ours = figures.pop("frame_picture")

    assert ours[0] == 1
    for other in figures.values():
        assert other[0] < ours[0]
        assert other[2] > ours[2]
        assert other[3] > ours[3]


def _ours(layout: Layout) -> Frame:
    return frame_picture(layout.marks, layout.source, layout.target, layout.covered)


def _wagtail_fill(layout: Layout) -> Frame:
    width, height = layout.source
    keep = layout.marks.keep
    focal = Rect(
        round(min(box.left for box in keep) * width),
        round(min(box.top for box in keep) * height),
        round(max(box.right for box in keep) * width),
        round(max(box.bottom for box in keep) * height),
    )
    transform = ImageTransform(layout.source)
    fill = FillOperation("fill", "{}x{}".format(*layout.target))
    found = fill.run(transform, SimpleNamespace(get_focal_point=lambda: focal)).get_rect()
    left, top, right, bottom = (round(edge) for edge in found)
    return Frame(left=left, top=top, right=right, bottom=bottom)


def _vips_attention(layout: Layout) -> Frame:
    width, height = layout.source
    scale = min(width / layout.target[0], height / layout.target[1])
    image = pyvips.Image.new_from_array(layout.pixels, interpretation="srgb")
    size = round(layout.target[0] * scale), round(layout.target[1] * scale)
    found = image.smartcrop(*size, interesting="attention")
    left, top = -found.xoffset, -found.yoffset
    return Frame(left=left, top=top, right=left + size[0], bottom=top + size[1])


def _report(layout: Layout, frame: Frame) -> Framing:
    return report_framing(layout.marks, layout.source, layout.target, frame, layout.covered)


def _print(figures: dict[str, tuple[float, float, float, float]]) -> None:
    rows = [("", "all kept", "padded", "avoid seen", "hidden")]
    rows += [(name, *(f"{share:.1%}" for share in shares)) for name, shares in figures.items()]
    table = "".join(f"\n{row[0]:<20}" + "".join(f"{cell:>12}" for cell in row[1:]) for row in rows)
    sys.stdout.write(f"{table}\n")


def _figures(found: list[Framing]) -> tuple[float, float, float, float]:
    return (
        mean(not one.cut for one in found),
        mean(bool(one.padded) for one in found),
        mean(one.avoid_shown for one in found),
        mean(one.under_buttons for one in found),
    )
