"""A picture as it is kept: decoded, bounded, and written anew with nothing but the picture in it.

A photo from a telephone carries where and when it was taken, and by whose device. Only the pixels
are read here, and a new file is made of them.
"""

from __future__ import annotations

import io
import warnings
from typing import Final

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from throughcare.casework.people.errors import BadPicture

# What we read: what telephones, cameras and scanners write. Each decoder more is a door more.
FORMATS: Final = ("JPEG", "PNG", "WEBP")
MOST_BYTES: Final = 8 * 1024 * 1024  # our own choice: a telephone's photo is 2 to 5 MB
MOST_PIXELS: Final = 50_000_000  # a small file can unfold to far more than memory holds
LONGEST_EDGE: Final = 800  # pixels of what is kept: a face on a screen and on a card
QUALITY: Final = 85


def cleaned(raw: bytes) -> bytes:
    """The picture as a JPEG of at most LONGEST_EDGE pixels, upright, with no metadata.

    Raises BadPicture.
    """
    if len(raw) > MOST_BYTES:
        raise BadPicture(
            _("this file is too large for a photo"),
            remedy=_("choose a file of at most 8 megabytes"),
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _written_anew(raw)
    except BadPicture:
        raise
    # Pillow raises whatever its decoders meet; for the person at the screen it is one thing.
    except Exception as error:
        raise BadPicture(
            _("this file cannot be read as a picture"),
            remedy=_("choose a photo as JPEG, PNG or WebP; take it again if the file is broken"),
        ) from error


def _written_anew(raw: bytes) -> bytes:
    with Image.open(io.BytesIO(raw), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise BadPicture(
                _("this picture has too many pixels"),
                remedy=_("choose a smaller picture, of at most 50 million pixels"),
            )
        upright = ImageOps.exif_transpose(picture)
        small = Image.new("RGB", upright.size, "white")
        with_alpha = upright.convert("RGBA")
        small.paste(with_alpha, mask=with_alpha.getchannel("A"))
        small.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    written = io.BytesIO()
    small.save(written, "JPEG", quality=QUALITY, exif=b"", icc_profile=None)
    return written.getvalue()
