"""The closed lists of the room, in the officer's words. The database holds each value as it is."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from throughcare.access.terms import Compartment


class OrderKind(models.TextChoices):
    """What an order of an authority does."""

    COMMITMENT = "commitment", _("commitment")
    REMAND = "remand", _("remand")
    EXTENSION = "extension", _("extension of remand")
    SENTENCE = "sentence", _("sentence")
    TRANSFER = "transfer", _("transfer")
    RELEASE = "release", _("release")


# The orders on which a person may be held (Nelson Mandela Rule 7).
HOLDING: Final = (
    OrderKind.COMMITMENT, OrderKind.REMAND, OrderKind.EXTENSION, OrderKind.SENTENCE,
)  # fmt: skip


class Status(models.TextChoices):
    """On what legal footing a person is held."""

    UNTRIED = "untried", _("untried")
    SENTENCED = "sentenced", _("sentenced")
    APPEALING = "appealing", _("sentenced, appeal pending")
    CIVIL = "civil", _("civil prisoner")
    WITHOUT_CHARGE = "without_charge", _("held without charge")


class LeftHow(models.TextChoices):
    """How a stay in custody ended."""

    RELEASE = "release", _("released")
    DEATH = "death", _("died")
    ABROAD = "abroad", _("transferred abroad")


class MovementKind(models.TextChoices):
    """Why a person left a place for a time, or for good."""

    TRANSFER = "transfer", _("transfer")
    COURT = "court", _("court")
    HOSPITAL = "hospital", _("hospital")
    ABSENCE = "absence", _("temporary absence")
    ESCAPE = "escape", _("escape")


class SentenceKind(models.TextChoices):
    """How a sentence is measured."""

    FIXED = "fixed", _("fixed term")
    LIFE = "life", _("life")
    FINE_DEFAULT = "fine_default", _("in default of a fine")
    OTHER = "other", _("of another kind")


class AdjustmentKind(models.TextChoices):
    """What shortens or lengthens a sentence."""

    REMAND = "remand", _("credited remand")
    REMISSION = "remission", _("remission")
    REMISSION_LOST = "remission_lost", _("remission lost")
    AT_LARGE = "at_large", _("unlawfully at large")
    PARDON = "pardon", _("pardon or amnesty")


class DateKind(models.TextChoices):
    """Which date a manual date takes the place of."""

    FINAL = "final", _("end of sentence")
    CONDITIONAL = "conditional", _("earliest conditional release")


class DecreeKind(models.TextChoices):
    """What a decree of pardon or amnesty does for each person it concerns."""

    DAYS = "days", _("takes off a number of days")
    SHARE = "share", _("takes off a share of what is left to serve")
    RELEASE = "release", _("orders release")


class Stage(models.TextChoices):
    """Which walk a step belongs to."""

    RECEPTION = "reception", _("reception")
    TRANSFER = "transfer", _("transfer")
    RELEASE = "release", _("release")
    STAY = "stay", _("during the stay")
    DEATH = "death", _("death")


class StepKind(models.TextChoices):
    """One step of a walk."""

    LEGALITY = "legality", _("legality check")
    IDENTITY = "identity", _("identity")
    SEARCH = "search", _("search")
    INJURIES = "injuries", _("visible injuries")
    COMPLAINT = "complaint", _("complaint of prior ill-treatment")
    PROPERTY = "property", _("property")
    INFORMATION = "information", _("information given")
    LAWYER = "lawyer", _("lawyer")
    CONSUL = "consul", _("consul")
    FAMILY = "family", _("family told")
    DEPENDANTS = "dependants", _("dependants")
    NEEDS = "needs", _("immediate needs")
    PLACE = "place", _("first place")
    FITNESS = "fitness", _("fit to travel")
    HANDOVER = "handover", _("file handed over")
    MONEY = "money", _("money")
    PAPERS = "papers", _("papers")
    CLOTHING = "clothing", _("clothing")
    TRANSPORT = "transport", _("transport")
    HOME = "home", _("home")
    MEDICATION = "medication", _("medication")
    FILE_COPY = "file_copy", _("copy of the file")
    APPOINTMENT = "appointment", _("first appointment")
    ARREST = "arrest", _("arrest")
    CHARGES_TOLD = "charges_told", _("reasons and charges told")
    HEARING = "hearing", _("hearing")
    ALLOCATION = "allocation", _("choice of the establishment")
    SHARING = "sharing", _("who may share a cell")
    BEDDING = "bedding", _("bedding")
    AGE = "age", _("age disputed or decided")
    AUTHORITY = "authority", _("outside authority told")


_BY_KIND: Final = {
    StepKind.LEGALITY: Compartment.SEN,
    StepKind.ARREST: Compartment.SEN,
    StepKind.CHARGES_TOLD: Compartment.SEN,
    StepKind.HEARING: Compartment.SEN,
    StepKind.SEARCH: Compartment.INC,
    StepKind.INJURIES: Compartment.HLT,
    StepKind.COMPLAINT: Compartment.HLT,
    StepKind.FITNESS: Compartment.HLT,
    StepKind.MEDICATION: Compartment.HLT,
    StepKind.LAWYER: Compartment.CON,
    StepKind.CONSUL: Compartment.CON,
    StepKind.FAMILY: Compartment.CON,
}


def compartment_of(kind: str) -> Compartment:
    """Where a step is kept. What nobody but health may read is put down and not read back."""
    return _BY_KIND.get(StepKind(kind), Compartment.ID)


# The steps of each walk, in the order in which a person walks through it.
WALK: Final = {
    Stage.RECEPTION: (
        StepKind.LEGALITY, StepKind.IDENTITY, StepKind.SEARCH, StepKind.INJURIES,
        StepKind.COMPLAINT, StepKind.PROPERTY, StepKind.INFORMATION, StepKind.LAWYER,
        StepKind.CONSUL, StepKind.FAMILY, StepKind.DEPENDANTS, StepKind.NEEDS, StepKind.PLACE,
    ),
    Stage.TRANSFER: (
        StepKind.FITNESS, StepKind.PROPERTY, StepKind.HANDOVER, StepKind.FAMILY, StepKind.LAWYER,
    ),
    Stage.RELEASE: (
        StepKind.PROPERTY, StepKind.MONEY, StepKind.PAPERS, StepKind.CLOTHING, StepKind.HOME,
        StepKind.TRANSPORT, StepKind.MEDICATION, StepKind.FILE_COPY, StepKind.APPOINTMENT,
    ),
    # The next of kin at once (Nelson Mandela Rule 69), a judge or another authority (Rule 71).
    Stage.DEATH: (StepKind.FAMILY, StepKind.AUTHORITY, StepKind.PROPERTY),
}  # fmt: skip


class ProposedAct(models.TextChoices):
    """What one person alone may not do (`access/duties.yaml`)."""

    RELEASE = "release", _("release by the officer who received the person")
    CORRECT = "correct", _("correction of a stay")
    STRIKE_OUT = "strike_out", _("striking out of a stay")


# The walks whose steps are also taken after the stay: what was missing, who was told.
AFTERWARDS: Final = (Stage.RELEASE, Stage.DEATH)
