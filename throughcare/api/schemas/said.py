"""A fact as it is stated: its kind, and the value in the form of that kind."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from throughcare.api.fields import Form, PartialDay, Word
from throughcare.casework.people.kinds import Kind, Use
from throughcare.kernel.names import PartKind


class NamePartForm(Form):
    """One part of a name, with further spellings."""

    text: Word
    kind: PartKind = PartKind.UNSPECIFIED
    spellings: Annotated[list[Word], Field(max_length=20, default_factory=list)]


class NameForm(Form):
    """A name: parts in the order in which the person gives them."""

    use: Use
    parts: Annotated[list[NamePartForm], Field(min_length=1, max_length=20)]


class BirthDateForm(Form):
    """A birth date, as far as it is known."""

    date: PartialDay


class SexForm(Form):
    """Sex as recorded."""

    sex: Literal["female", "male", "other", "unknown"]


class GenderForm(Form):
    """Gender, in the person's own words."""

    words: Word


class NationalityForm(Form):
    """Two capital letters (ISO 3166-1), `stateless` or `unknown`."""

    country: Word


class LanguageForm(Form):
    """A language, and how far it reaches; null is unknown."""

    code: Word
    speaks: bool | None = None
    understands: bool | None = None
    reads: bool | None = None


class DocumentForm(Form):
    """A document that was seen or named."""

    type: Word
    number: Word | None = None
    country: Word | None = None
    valid_to: PartialDay | None = None


class IdentifierForm(Form):
    """A number, and the system that it comes from."""

    system: Word
    number: Word


class AdjustmentForm(Form):
    """A disability or another need, and what is done for it."""

    need: Word
    adjustment: Word | None = None


class DependantForm(Form):
    """Somebody whom the person cares for."""

    name: Word
    born: PartialDay | None = None
    cared_for_by: Word | None = None


class EmergencyContactForm(Form):
    """Whom to reach in an emergency."""

    name: Word
    relation: Word | None = None
    reached_by: Word


class PhotoForm(Form):
    """Where a photo is kept."""

    reference: Word
    taken: PartialDay | None = None


class SaidName(Form):
    kind: Literal[Kind.NAME]
    value: NameForm


class SaidBirthDate(Form):
    kind: Literal[Kind.BIRTH_DATE]
    value: BirthDateForm


class SaidSex(Form):
    kind: Literal[Kind.SEX]
    value: SexForm


class SaidGender(Form):
    kind: Literal[Kind.GENDER]
    value: GenderForm


class SaidNationality(Form):
    kind: Literal[Kind.NATIONALITY]
    value: NationalityForm


class SaidLanguage(Form):
    kind: Literal[Kind.LANGUAGE]
    value: LanguageForm


class SaidDocument(Form):
    kind: Literal[Kind.DOCUMENT]
    value: DocumentForm


class SaidIdentifier(Form):
    kind: Literal[Kind.IDENTIFIER]
    value: IdentifierForm


class SaidAdjustment(Form):
    kind: Literal[Kind.ADJUSTMENT]
    value: AdjustmentForm


class SaidDependant(Form):
    kind: Literal[Kind.DEPENDANT]
    value: DependantForm


class SaidEmergencyContact(Form):
    kind: Literal[Kind.EMERGENCY_CONTACT]
    value: EmergencyContactForm


class SaidPhoto(Form):
    kind: Literal[Kind.PHOTO]
    value: PhotoForm


Said: TypeAlias = Annotated[
    SaidName
    | SaidBirthDate
    | SaidSex
    | SaidGender
    | SaidNationality
    | SaidLanguage
    | SaidDocument
    | SaidIdentifier
    | SaidAdjustment
    | SaidDependant
    | SaidEmergencyContact
    | SaidPhoto,
    Field(discriminator="kind"),
]


def value_of(said: Said) -> dict[str, object]:
    """The value as the room of people takes it."""
    return said.value.model_dump(mode="json")
