"""The regions of the body, front and back: a list of words, and where each is drawn.

Right and left are those of the person, in every direction of writing. The picture is drawn for
nobody in particular; it is no photo and takes none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Box = tuple[int, int, int, int]  # x, y, width, height in a picture of 200 by 400

_FRONT: Final[Sequence[tuple[str, StrOrPromise, Box]]] = (
    ("face", _("Front: face"), (78, 6, 44, 50)),
    ("neck_front", _("Front: neck"), (88, 58, 24, 14)),
    ("chest", _("Front: chest"), (72, 74, 56, 50)),
    ("belly", _("Front: belly"), (74, 126, 52, 44)),
    ("groin", _("Front: groin"), (72, 172, 56, 28)),
    ("right_shoulder", _("Front: right shoulder"), (44, 74, 26, 26)),
    ("right_upper_arm", _("Front: right upper arm"), (38, 102, 24, 42)),
    ("right_forearm", _("Front: right forearm"), (32, 146, 22, 44)),
    ("right_hand", _("Front: right hand"), (26, 192, 24, 26)),
    ("left_shoulder", _("Front: left shoulder"), (130, 74, 26, 26)),
    ("left_upper_arm", _("Front: left upper arm"), (138, 102, 24, 42)),
    ("left_forearm", _("Front: left forearm"), (146, 146, 22, 44)),
    ("left_hand", _("Front: left hand"), (150, 192, 24, 26)),
    ("right_thigh", _("Front: right thigh"), (70, 202, 28, 64)),
    ("right_knee", _("Front: right knee"), (72, 268, 25, 24)),
    ("right_shin", _("Front: right lower leg"), (73, 294, 23, 68)),
    ("right_foot", _("Front: right foot"), (66, 364, 30, 22)),
    ("left_thigh", _("Front: left thigh"), (102, 202, 28, 64)),
    ("left_knee", _("Front: left knee"), (103, 268, 25, 24)),
    ("left_shin", _("Front: left lower leg"), (104, 294, 23, 68)),
    ("left_foot", _("Front: left foot"), (104, 364, 30, 22)),
)
_BACK: Final[Sequence[tuple[str, StrOrPromise, Box]]] = (
    ("head_back", _("Back: head"), (78, 6, 44, 50)),
    ("neck_back", _("Back: neck"), (88, 58, 24, 14)),
    ("upper_back", _("Back: upper back"), (72, 74, 56, 50)),
    ("lower_back", _("Back: lower back"), (74, 126, 52, 44)),
    ("buttocks", _("Back: buttocks"), (70, 172, 60, 34)),
    ("left_arm_back", _("Back: left arm"), (38, 74, 30, 58)),
    ("left_elbow", _("Back: left elbow and forearm"), (32, 134, 24, 56)),
    ("left_hand_back", _("Back: left hand"), (26, 192, 24, 26)),
    ("right_arm_back", _("Back: right arm"), (132, 74, 30, 58)),
    ("right_elbow", _("Back: right elbow and forearm"), (144, 134, 24, 56)),
    ("right_hand_back", _("Back: right hand"), (150, 192, 24, 26)),
    ("left_thigh_back", _("Back: left thigh"), (70, 208, 28, 72)),
    ("left_calf", _("Back: left lower leg"), (73, 282, 23, 80)),
    ("left_sole", _("Back: left heel and sole"), (66, 364, 30, 22)),
    ("right_thigh_back", _("Back: right thigh"), (102, 208, 28, 72)),
    ("right_calf", _("Back: right lower leg"), (104, 282, 23, 80)),
    ("right_sole", _("Back: right heel and sole"), (104, 364, 30, 22)),
)
REGIONS: Final = tuple((code, label) for code, label, _box in (*_FRONT, *_BACK))
_LABELS: Final = dict(REGIONS)


@dataclass(frozen=True, slots=True)
class Region:
    """One region as it is drawn. `number` is its place in the list, from 1."""

    code: str
    label: StrOrPromise
    number: int
    box: Box
    middle: tuple[int, int]
    chosen: bool

    @property
    def field(self) -> str:
        """The id of its box in the list."""
        return f"id_marks_{self.number - 1}"


@dataclass(frozen=True, slots=True)
class Side:
    """The front or the back."""

    label: StrOrPromise
    regions: Sequence[Region]


def body_map(chosen: Collection[str] = ()) -> list[Side]:
    """Both sides, with the regions that are chosen."""
    front = [_region(i, one, chosen) for i, one in enumerate(_FRONT, 1)]
    back = [_region(i, one, chosen) for i, one in enumerate(_BACK, 1 + len(_FRONT))]
    return [Side(_("Front"), front), Side(_("Back"), back)]


def region_called(code: str) -> StrOrPromise:
    """A region in words; what is not in the list as it was written."""
    return _LABELS.get(code, code)


def _region(number: int, one: tuple[str, StrOrPromise, Box], chosen: Collection[str]) -> Region:
    code, label, box = one
    x, y, wide, high = box
    return Region(code, label, number, box, (x + wide // 2, y + high // 2 + 4), code in chosen)
