"""Row-level security of restrictions, restraints and discipline, and what the database refuses.

The lists of lawful instruments and sanctions are those of `instruments.yaml` and `sanctions.yaml`
as they stood when this was written; a test compares the two. Whoever may only add to the register
learns through two doors what is needed to add rightly: which restraints are on, and whether
somebody must not be restrained, never why.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

_CATALOGUES = """
CREATE FUNCTION safety_instruments() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['bed_straps', 'handcuffs', 'holding_blanket', 'soft_cuffs', 'waist_belt']
$$;
CREATE FUNCTION safety_sanctions() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['change_of_unit', 'compensation', 'contact_limited', 'loss_of_activity',
        'loss_of_privilege', 'separation', 'warning']
$$;
"""
_NO_CATALOGUES = "DROP FUNCTION safety_sanctions(), safety_instruments();"

# A row that names another names its first version, and that of the same person.
_FIRST = f"""
CREATE FUNCTION safety_need_first_version() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE named uuid; there boolean;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[1]) INTO named USING NEW;
    IF named IS NULL THEN RETURN NEW; END IF;
    EXECUTE format(
        'SELECT EXISTS (SELECT FROM %I p WHERE p.id = $1 AND p.%I = p.id
            AND people_whole(p.person_id) = people_whole($2))', TG_ARGV[0], TG_ARGV[2]
    ) INTO there USING named, NEW.person_id;
    IF NOT there THEN
        RAISE EXCEPTION 'this is no entry of this person to which others may point'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_row_is_of_the_same_person';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_own_restriction BEFORE INSERT ON safety_restrictionreview FOR EACH ROW
    EXECUTE FUNCTION safety_need_first_version('safety_restriction', 'restriction_id', 'first');
CREATE TRIGGER safety_own_restraint BEFORE INSERT ON safety_restraintcheck FOR EACH ROW
    EXECUTE FUNCTION safety_need_first_version('safety_restraint', 'restraint_id', 'first');
CREATE TRIGGER safety_own_case BEFORE INSERT ON safety_sanction FOR EACH ROW
    EXECUTE FUNCTION safety_need_first_version('safety_disciplinarycase', 'case_id', 'first');
CREATE TRIGGER safety_own_spell BEFORE INSERT ON safety_sanction FOR EACH ROW
    EXECUTE FUNCTION safety_need_first_version('safety_separation', 'separation_id', 'spell');
"""
_NOT_FIRST = """
DROP TRIGGER safety_own_spell ON safety_sanction;
DROP TRIGGER safety_own_case ON safety_sanction;
DROP TRIGGER safety_own_restraint ON safety_restraintcheck;
DROP TRIGGER safety_own_restriction ON safety_restrictionreview;
DROP FUNCTION safety_need_first_version();
"""

# Files share a bounded number of locks: a lock for each would fill the memory of the database where
# one transaction writes about a whole country, and two files that share one only wait in turn.
_ALONE = f"""
CREATE FUNCTION safety_alone(matter text, whole uuid) RETURNS void LANGUAGE sql VOLATILE {_OWN} AS $$
    SELECT pg_advisory_xact_lock(hashtext(matter), hashtext(whole::text) & 511)
$$;
REVOKE ALL ON FUNCTION safety_alone(text, uuid) FROM PUBLIC;
"""
_NOT_ALONE = "DROP FUNCTION safety_alone(text, uuid);"

_RESTRICTED = f"""
CREATE FUNCTION safety_need_some_contact() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE means text[] := ARRAY['calls_barred', 'letters_barred', 'visits_barred'];
    runs tstzrange := tstzrange(NEW.since, least(NEW.ended_at, NEW.end_at));
    whole uuid := people_whole(NEW.person_id);
BEGIN
    IF NEW.found <> '' OR NOT NEW.scope = ANY (means) THEN RETURN NEW; END IF;
    -- Two rows of one file wait for one another: neither may miss what the other bars.
    PERFORM safety_alone('safety_restriction', whole);
    IF EXISTS (
        SELECT FROM safety_restriction a JOIN safety_restriction b ON a.scope < b.scope
        WHERE a.stood_until IS NULL AND b.stood_until IS NULL
            AND a.scope = ANY (means) AND b.scope = ANY (means)
            AND NEW.scope NOT IN (a.scope, b.scope)
            AND NOT isempty(runs * tstzrange(a.since, least(a.ended_at, a.end_at))
                * tstzrange(b.since, least(b.ended_at, b.end_at)))
            AND people_whole(a.person_id) = whole AND people_whole(b.person_id) = whole
    ) THEN
        RAISE EXCEPTION 'visits, calls and letters are not all barred at once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_some_contact_is_left';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_some_contact_is_left BEFORE INSERT ON safety_restriction
    FOR EACH ROW EXECUTE FUNCTION safety_need_some_contact();
CREATE FUNCTION safety_need_another_look() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF EXISTS (
        SELECT FROM safety_restriction r WHERE r.first = NEW.restriction_id
            AND (
                r.ordered_by = NEW.recorded_by
                OR lower(btrim(r.authority)) = lower(btrim(NEW.reviewer))
            )
    ) THEN
        RAISE EXCEPTION 'whoever ordered a restriction does not review it' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'safety_restriction_reviewer_did_not_order';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_another_look BEFORE INSERT ON safety_restrictionreview
    FOR EACH ROW EXECUTE FUNCTION safety_need_another_look();
"""
_NOT_RESTRICTED = """
DROP TRIGGER safety_another_look ON safety_restrictionreview;
DROP TRIGGER safety_some_contact_is_left ON safety_restriction;
DROP FUNCTION safety_need_another_look(), safety_need_some_contact();
"""

_RESTRAINED = f"""
CREATE FUNCTION safety_no_restraints(whose uuid, begins timestamptz, ends timestamptz)
RETURNS boolean LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM safety_healthstate h
        WHERE h.stood_until IS NULL AND h.kind IN ('labour', 'birth_and_after')
            AND tstzrange(h.since, h.until) && tstzrange(begins, ends, '[]')
            AND people_whole(h.person_id) = people_whole(whose)
    )
$$;
REVOKE ALL ON FUNCTION safety_no_restraints(uuid, timestamptz, timestamptz) FROM PUBLIC;
CREATE FUNCTION safety_must_not_be_restrained(
    whose uuid, begins timestamptz, ends timestamptz
) RETURNS boolean LANGUAGE plpgsql STABLE {_OWN} AS $$
BEGIN
    IF NOT (people_reached(whose, 'DIS', 'add') OR people_reached(whose, 'DIS', 'full')) THEN
        RETURN NULL;
    END IF;
    RETURN safety_no_restraints(whose, begins, ends);
END $$;
CREATE FUNCTION safety_need_lawful_restraint() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.found <> '' THEN RETURN NEW; END IF;
    IF NOT NEW.instrument = ANY (safety_instruments()) THEN
        RAISE EXCEPTION 'this is no instrument that may be used'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_instrument_is_lawful';
    END IF;
    IF NEW.replaces_id IS NULL
        AND safety_no_restraints(NEW.person_id, NEW.since, coalesce(NEW.until, NEW.since)) THEN
        RAISE EXCEPTION 'this person must not be restrained'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_nobody_barred_is_restrained';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_restraint_is_lawful BEFORE INSERT ON safety_restraint
    FOR EACH ROW EXECUTE FUNCTION safety_need_lawful_restraint();
CREATE FUNCTION safety_restraints_on(asked uuid[], moment timestamptz) RETURNS TABLE (
    person uuid, restraint uuid, since timestamptz, last_look timestamptz
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    -- Which restraints are on; what they are and why they were put on is not told.
    RETURN QUERY
    SELECT people_whole(r.person_id), r.first, r.since, (
        SELECT max(c.at) FROM safety_restraintcheck c
        WHERE c.restraint_id = r.first AND c.stood_until IS NULL AND c.what = 'checked'
    )
    FROM safety_restraint r
    WHERE r.stood_until IS NULL AND r.since <= moment AND (r.until IS NULL OR r.until > moment)
        AND people_whole(r.person_id) IN (SELECT people_whole(a.one) FROM unnest(asked) a(one))
        AND (
            people_reached(r.person_id, 'DIS', 'add') OR people_reached(r.person_id, 'DIS', 'full')
        )
        AND NOT EXISTS (
            SELECT FROM safety_restraintcheck c WHERE c.restraint_id = r.first
                AND c.stood_until IS NULL AND c.what = 'taken_off' AND c.at <= moment
        )
    ORDER BY r.since, r.first;
END $$;
"""
_NOT_RESTRAINED = """
DROP TRIGGER safety_restraint_is_lawful ON safety_restraint;
DROP FUNCTION safety_restraints_on(uuid[], timestamptz), safety_need_lawful_restraint(),
    safety_must_not_be_restrained(uuid, timestamptz, timestamptz),
    safety_no_restraints(uuid, timestamptz, timestamptz);
"""

# A sanction is of the list, for an act that was found proven, once, and not by who reported it.
_SANCTIONED = f"""
CREATE FUNCTION safety_need_lawful_sanction() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole uuid := people_whole(NEW.person_id); tried safety_disciplinarycase;
BEGIN
    IF NEW.found <> '' THEN RETURN NEW; END IF;
    IF NOT NEW.kind = ANY (safety_sanctions()) THEN
        RAISE EXCEPTION 'this is no sanction that may be imposed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_sanction_is_lawful';
    END IF;
    IF NEW.replaces_id IS NOT NULL THEN RETURN NEW; END IF;
    SELECT * INTO tried FROM safety_disciplinarycase c
    WHERE c.first = NEW.case_id AND c.stood_until IS NULL;
    IF tried.id IS NULL OR tried.outcome <> 'proven' OR tried.incident <> NEW.incident
        OR tried.mind_finding = 'direct_cause' THEN
        RAISE EXCEPTION 'no act of this person was found proven for which this is a sanction'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_sanction_is_for_a_proven_act';
    END IF;
    IF NEW.decided_by = tried.reported_by
        OR lower(btrim(NEW.decider)) = lower(btrim(tried.reporter)) THEN
        RAISE EXCEPTION 'whoever reported an act does not decide on its sanction' USING
            ERRCODE = 'check_violation', CONSTRAINT = 'safety_who_reports_imposes_no_sanction';
    END IF;
    PERFORM safety_alone('safety_sanction', whole);
    IF EXISTS (
        SELECT FROM safety_sanction s
        WHERE s.incident = NEW.incident AND s.stood_until IS NULL AND s.set_aside_at IS NULL
            AND s.imposed_at <> NEW.imposed_at AND people_whole(s.person_id) = whole
    ) THEN
        RAISE EXCEPTION 'nobody is sanctioned twice for one act'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_one_sanction_for_one_act';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER safety_sanction_is_lawful BEFORE INSERT ON safety_sanction
    FOR EACH ROW EXECUTE FUNCTION safety_need_lawful_sanction();
"""
_NOT_SANCTIONED = """
DROP TRIGGER safety_sanction_is_lawful ON safety_sanction;
DROP FUNCTION safety_need_lawful_sanction();
"""

_DISCIPLINE = (
    "safety_restriction", "safety_restrictionreview", "safety_restraint", "safety_restraintcheck",
    "safety_disciplinarycase", "safety_sanction",
)  # fmt: skip
_WALLS = {"safety_mentalcondition": "HLT", **dict.fromkeys(_DISCIPLINE, "DIS")}


def _wall(table: str, code: str) -> list[str]:
    read, put = (f"people_reached(person_id, '{code}', '{how}')" for how in ("full", "add"))
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({read})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({put})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({put}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [("safety", "0003_measures"), ("custody", "0012_release_days")]

    operations = [
        migrations.RunSQL(_CATALOGUES, _NO_CATALOGUES),
        migrations.RunSQL(_FIRST, _NOT_FIRST),
        migrations.RunSQL(_ALONE, _NOT_ALONE),
        migrations.RunSQL(_RESTRICTED, _NOT_RESTRICTED),
        migrations.RunSQL(_RESTRAINED, _NOT_RESTRAINED),
        migrations.RunSQL(_SANCTIONED, _NOT_SANCTIONED),
        *(
            migrations.RunSQL([*_wall(table, code)], [*_no_wall(table)])
            for table, code in _WALLS.items()
        ),
    ]
