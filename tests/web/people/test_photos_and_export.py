"""A photo keeps nothing but the picture; a table that is taken away runs nothing."""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, transaction
from django.utils import timezone
from PIL import Image

from tests.staff import see_no_rows
from tests.web.people.made import Somebody, place, shown
from throughcare.access.terms import Role
from throughcare.access.walls.entering import behind
from throughcare.casework.people.doors import ENTER
from throughcare.casework.people.kinds import Kind
from throughcare.casework.people.models import Fact, Person, Photo
from throughcare.casework.people.pictures import LONGEST_EDGE, MOST_BYTES
from throughcare.register.models import Entry
from throughcare.web.people.export import cell_safe

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Somebody:
    place()
    return Somebody()


def picture(form: str = "JPEG", size: tuple[int, int] = (1200, 900)) -> bytes:
    """A picture that says where it was taken and by which camera."""
    about = Image.Exif()
    about[0x010F] = "SECRET CAMERA"
    about.get_ifd(0x8825)[1] = "N"
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, form, exif=about)
    return written.getvalue()


def upload(raw: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, raw, content_type="image/jpeg")


def keep(officer: Somebody, file: Person, raw: bytes) -> UUID:
    answer = officer.send(f"/people/{file.id}/photo", photo=upload(raw))
    assert answer.status_code == 302, shown(answer)
    return UUID(str(Fact.objects.filter(kind=Kind.PHOTO).latest("made_in").value["reference"]))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_written_anew_without_place_and_camera(officer: Somebody, form: str) -> None:
    file = officer.open("Aigerim")
    assert b"SECRET CAMERA" in picture(form)
    photo = keep(officer, file, picture(form))
    answer = officer.client.get(f"/people/{file.id}/photo/{photo}")
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "image/jpeg"
    assert b"SECRET CAMERA" not in answer.content and b"Exif" not in answer.content
    with Image.open(io.BytesIO(answer.content)) as shown_:
        assert max(shown_.size) == LONGEST_EDGE and not shown_.getexif()
    assert "no-store" in answer.headers["Cache-Control"]
    assert f"/photo/{photo}" in officer.page(f"/people/{file.id}")


def test_a_see_through_picture_and_a_grey_one_are_kept_too(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    for mode in ("RGBA", "LA", "L", "P", "1", "I;16"):
        written = io.BytesIO()
        Image.new(mode, (10, 10)).save(written, "PNG")
        keep(officer, file, written.getvalue())


def bomb() -> bytes:
    """A small file that unfolds to 400 million pixels."""
    written = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (lambda: b"", "cannot be read as a picture"),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot be read as a picture"),
        (lambda: picture()[:200], "cannot be read as a picture"),
        (lambda: picture("GIF"), "cannot be read as a picture"),
        (lambda: b"\xff\xd8\xff" + b"x" * 1000, "cannot be read as a picture"),
        (bomb, "cannot be read as a picture"),
        (lambda: picture("PNG", (8000, 7000)), "too many pixels"),
        (lambda: b"x" * (MOST_BYTES + 1), "too large"),
    ],
)
def test_what_is_no_picture_or_too_large_is_refused_in_words(
    officer: Somebody, raw: object, says: str
) -> None:
    file = officer.open("Aigerim")
    answer = officer.send(f"/people/{file.id}/photo", photo=upload(raw()))  # type: ignore[operator]
    assert answer.status_code == 422 and says in shown(answer) and not Photo.objects.exists()


def test_nothing_chosen_is_told_at_the_field(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    answer = officer.send(f"/people/{file.id}/photo")
    assert answer.status_code == 422 and "Choose a file" in shown(answer)


def test_a_new_photo_takes_the_place_of_the_one_before_which_is_no_longer_served(
    officer: Somebody,
) -> None:
    file = officer.open("Aigerim")
    first = keep(officer, file, picture())
    second = keep(officer, file, picture(size=(300, 300)))
    ways = [f"/people/{file.id}/photo/{one}" for one in (first, second)]
    assert [officer.status(way) for way in ways] == [404, 200]


def test_a_photo_is_shown_to_whoever_reads_the_file_if_only_in_short_and_leaves_an_entry(
    officer: Somebody,
) -> None:
    file = officer.open("Aigerim")
    photo = keep(officer, file, picture())
    way = f"/people/{file.id}/photo/{photo}"
    teacher = Somebody(Role.TEACHER_INSTRUCTOR, name="teacher", case=file.id)
    stranger = Somebody(Role.TEACHER_INSTRUCTOR, name="stranger")
    assert (teacher.status(way), stranger.status(way)) == (200, 404)
    entry = Entry.objects.get(event="read.photo")
    assert (entry.by, entry.about) == (str(teacher.account.pk), file.id)
    other = officer.open("Grace")
    assert officer.status(f"/people/{other.id}/photo/{photo}") == 404
    assert officer.status(f"/people/{file.id}/photo/{uuid4()}") == 404


def test_the_database_holds_a_photo_to_its_digest_and_lets_nobody_change_it(
    officer: Somebody,
) -> None:
    file = officer.open("Aigerim")
    said = {"person": file, "kept_at": timezone.now(), "kept_by": "1"}
    right = sha256(b"a").hexdigest()
    for content, digest, fits in (
        (b"a", right, True), (b"b", right, False), (b"", sha256(b"").hexdigest(), False),
    ):  # fmt: skip
        if fits:
            Photo.objects.create(id=uuid4(), content=content, digest=digest, **said)
            continue
        with pytest.raises(Error, match="people_photo"), transaction.atomic():
            Photo.objects.create(id=uuid4(), content=content, digest=digest, **said)
    with pytest.raises(Error), transaction.atomic():
        Photo.objects.update(kept_by="2")
    with pytest.raises(Error), transaction.atomic():
        Photo.objects.all().delete()


def test_the_wall_hides_a_photo_from_whoever_does_not_reach_the_file(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    photo = keep(officer, file, picture())
    teacher = Somebody(Role.TEACHER_INSTRUCTOR, name="teacher", case=file.id)
    elsewhere = Somebody(at="south", name="else")
    for who, seen in ((officer, True), (teacher, True), (elsewhere, False)):
        with transaction.atomic(), behind(who.viewer, at=timezone.now(), enter=ENTER):
            assert Photo.objects.filter(id=photo).exists() == seen
    see_no_rows()
    assert not Photo.objects.exists()


def rows(answer: object) -> list[list[str]]:
    text = answer.content.decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.reader(io.StringIO(text)))


def test_a_table_is_taken_away_for_a_reason_and_each_file_says_so(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    Somebody(at="south", name="else").open("Elsewhere")
    assert officer.send("/people/export", why=" ").status_code == 422
    assert not Entry.objects.filter(event="read.file").exists()
    answer = officer.send("/people/export", why="move of the archive")
    assert answer.status_code == 200 and "text/csv" in answer.headers["Content-Type"]
    told = rows(answer)
    assert [row[0] for row in told[1:]] == [str(file.id)] and "Aigerim" in told[1][3]
    entry = Entry.objects.get(event="read.file", about=file.id)
    assert entry.why == "move of the archive"


def test_a_table_of_short_readings_holds_no_hidden_fact(officer: Somebody) -> None:
    file = officer.open("Samir")
    officer.state(file, Kind.IDENTIFIER, {"system": "prison", "number": "N-12"})
    teacher = Somebody(Role.TEACHER_INSTRUCTOR, name="teacher", case=file.id)
    kinds = [
        {row[2] for row in rows(who.send("/people/export", why="w"))[1:]}
        for who in (officer, teacher)
    ]
    assert kinds == [{"name", "number"}, {"name"}]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\u2068=1", "＝1", "\r=1"]
)
def test_what_a_programme_would_run_is_made_text(text: str) -> None:
    assert cell_safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["1-1", "Aigerim", "a=b", "", "N-12", "محمد"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert cell_safe(text) == text


def test_a_formula_in_a_fact_comes_out_as_text(officer: Somebody) -> None:
    file = officer.open("Aigerim")
    officer.state(file, Kind.GENDER, {"words": "=HYPERLINK(1)"})
    cells = [cell for row in rows(officer.send("/people/export", why="w")) for cell in row]
    assert "'=HYPERLINK(1)" in cells and "=HYPERLINK(1)" not in cells
