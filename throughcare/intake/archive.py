"""From files to an archive: the one door through which records come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from standards.instants import Instant
from standards.places import zone_of
from standards.records import Archive, Record
from throughcare.errors import BadInput
from throughcare.intake.how_read import check_zone
from throughcare.intake.mapping import KNOWN_ASSUMPTIONS, read_mapping
from throughcare.intake.model import SourceMap, TableMap
from throughcare.intake.notices import Duplicates, overlaps
from throughcare.intake.outcome import UNKNOWN, Assumption, Damage, Intake, Notice
from throughcare.intake.reading import FileReader
from throughcare.intake.schema import plain_table, unknown_column
from throughcare.intake.tables import Progress, Table, open_table

SEPARATION, CONTACT_LOG = "separation", "contact_log"

__all__ = ["UNKNOWN", "Assumption", "Damage", "Intake", "Notice", "read_archive"]


def read_archive(
    files: list[Path],
    mapping: Path | None,
    *,
    progress: Progress | None = None,
    zone: str | None = None,
    known_assumptions: Collection[str] = KNOWN_ASSUMPTIONS,
) -> Intake:
    """Read the files, through the mapping if there is one. Raises BadInput.

    Without a mapping the files must be in the record schema. `zone` is the zone of local times
    where neither the mapping nor a row states one; `progress` hears rows read and rows expected,
    over all files.
    """
    _check_files(files)
    source = SourceMap(name="") if mapping is None else read_mapping(mapping, known_assumptions)
    default = _default_zone(source, zone)
    intake = Intake(
        archive=Archive(
            zone=default or "UTC", kept=source.kept, assumptions=frozenset(source.assumptions)
        )
    )
    duplicates = Duplicates()
    names = _names(files)
    for file in files:
        reader = FileReader(
            intake,
            duplicates,
            mapping=mapping,
            zone=default,
            name=names[file],
            row_prefix=f"{names[file]} " if len(files) > 1 else "",
        )
        table_map = None if mapping is None else _table_for(source, file)
        with open_table(file, table_map.options if table_map else None) as table:
            share = _share(progress, files, file, intake.read)
            reader.read(table, table_map or _plain(table), share)
    if default is None:
        _check_zones(intake)
    intake.notices += overlaps(intake.archive.records, intake.source_rows)
    intake.assumptions = _touched(source.assumptions, intake.archive)
    return intake


def _check_files(files: list[Path]) -> None:
    if not files:
        raise BadInput("no file of records was given", remedy="name at least one file")
    for number, file in enumerate(files):
        if file.resolve() in [other.resolve() for other in files[:number]]:
            raise BadInput("the file is given twice", where=str(file), remedy="name it once")


def _share(
    progress: Progress | None, files: list[Path], file: Path, before: int
) -> Progress | None:
    """Progress over all files: those still to come are taken to be like this one."""
    if progress is None:
        return None
    rest = sum(later.stat().st_size for later in files[files.index(file) + 1 :] if later.exists())
    growth = 1 + rest / max(file.stat().st_size, 1)
    return lambda done, expected: progress(before + done, before + round(expected * growth))


def _names(files: list[Path]) -> dict[Path, str]:
    """Short names that stay distinct: the file's own, or the path where two are called alike."""
    plain = [file.name for file in files]
    return {f: f.name if plain.count(f.name) == 1 else str(f) for f in files}


def _default_zone(source: SourceMap, zone: str | None) -> str | None:
    """What --zone says, else the mapping, else its first section."""
    if zone is not None:
        return check_zone(zone, "--zone")
    if source.zone is not None:
        return source.zone
    zones = [table.zone for table in source.tables]
    if source.tables and None in zones:
        raise BadInput(
            "the mapping does not say in which time zone the dates are",
            where=str(source.path),
            remedy="write for example `zone: Africa/Tunis` (or give --zone)",
        )
    return zones[0] if zones else None


def _table_for(source: SourceMap, file: Path) -> TableMap:
    found = source.table_for(file)
    if found is None:
        globs = ", ".join(table.glob for table in source.tables)
        raise BadInput(
            "no section of the mapping is for this file",
            where=str(file),
            remedy=f"`files` in {source.path} has: {globs}; add one, or rename the file",
        )
    return found


def _plain(table: Table) -> TableMap:
    odd = unknown_column(table.columns)
    if "type" not in table.columns or odd is not None:
        name, near = odd or ("type", "")
        what = (
            f"the column '{name}' is not in the record schema"
            if odd
            else ("there is no column 'type', so this file is not in the record schema")
        )
        raise BadInput(
            what,
            where=str(table.path),
            remedy=f"{near + '; or ' if near else ''}turn the file into records with a mapping "
            "(--map FILE); `throughcare records schema` shows the columns",
        )
    return plain_table(table.columns)


def _check_zones(intake: Intake) -> None:
    """Without a default zone each record must lie in a zone of its own or of its place."""
    archive = intake.archive
    for record in archive.records:
        if not zone_of(record, archive.places, ""):
            file, row = intake.source_rows[record.id]
            raise BadInput(
                "no time zone is stated, so days and months cannot be counted",
                where=f"{file} row {row}",
                remedy="give --zone, for example --zone Africa/Tunis, or fill the column zone",
            )


def _touched(assumptions: Mapping[str, str], archive: Archive) -> list[Assumption]:
    return [
        Assumption(name, text, _COUNTS[name](archive) if name in _COUNTS else 0)
        for name, text in assumptions.items()
    ]


def _separations(archive: Archive) -> int:
    """Separations during which no contact was logged: those that the assumption decides."""
    logged: dict[str | None, list[Instant]] = defaultdict(list)
    for record in archive.records:
        if record.type == CONTACT_LOG and record.time is not None:
            logged[record.who].append(record.time)
    return sum(
        record.type == SEPARATION and not any(_within(t, record) for t in logged[record.who])
        for record in archive.records
    )


def _within(moment: Instant, record: Record) -> bool:
    since, until = record.since, record.until
    return since is not None and since <= moment and (until is None or moment < until)


def _of_unknown_age(archive: Archive) -> int:
    persons = archive.persons
    return sum(
        record.who is not None
        and ((person := persons.get(record.who)) is None or person.birth_date is None)
        for record in archive.records
    )


# What each assumption changes; the engine acts on it by the same name.
_COUNTS: Mapping[str, Callable[[Archive], int]] = {
    "segregation_is_solitary": _separations,
    "persons_are_adults": _of_unknown_age,
}
