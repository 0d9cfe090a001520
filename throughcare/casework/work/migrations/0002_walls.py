"""Row-level security of work, whose work hours and wages are of, and two hands for a wage."""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_TABLES = (
    "work_fitness", "work_offer", "work_placement", "work_workday", "work_wage", "work_injury",
)  # fmt: skip
_REACHED = "people_reached(person_id, 'PRG', '{0}')"


def _refuse(constraint: str, words: str) -> str:
    return (
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = 'work_{constraint}';"
    )


_HELD = {"work_fitness": "at", "work_offer": "at", "work_placement": "since", "work_injury": "at"}
_SOUND = f"""
CREATE FUNCTION work_one_hand(one text, other text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT one = other OR EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = one AND b.id::text = other
    )
$$;
CREATE FUNCTION work_need_custody() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE moment timestamptz;
BEGIN
    EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO moment USING NEW;
    IF NEW.replaces_id IS NULL AND NOT EXISTS (
        SELECT FROM custody_stay s
        WHERE people_whole(s.person_id) = people_whole(NEW.person_id) AND s.stood_until IS NULL
            AND s.admitted_at <= moment AND (s.left_at IS NULL OR s.left_at > moment)
    ) THEN
        {_refuse("in_custody", "the person was not in custody then")}
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION work_need_hours_of_work() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM work_placement p WHERE p.first = NEW.placement_id AND p.stood_until IS NULL
            AND people_whole(p.person_id) = people_whole(NEW.person_id)
            AND (NEW.rest OR p.since <= NEW.since)
            AND (NEW.rest OR p.until IS NULL OR p.until >= NEW.until)
    ) THEN
        {_refuse("hours_are_of_a_work", "the person had no such work then")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER work_sound BEFORE INSERT ON work_workday
    FOR EACH ROW EXECUTE FUNCTION work_need_hours_of_work();
CREATE FUNCTION work_need_sound_wage() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM work_placement p JOIN work_workday d ON d.placement_id = p.first
        WHERE p.first = NEW.placement_id AND p.stood_until IS NULL AND d.stood_until IS NULL
            AND people_whole(p.person_id) = people_whole(NEW.person_id)
            AND NOT d.rest AND d.day BETWEEN NEW.first_day AND NEW.last_day
    ) THEN
        {_refuse("wage_is_of_a_work", "no hours of such a work are written for these days")}
    END IF;
    IF EXISTS (
        SELECT FROM work_workday d WHERE d.placement_id = NEW.placement_id
            AND d.stood_until IS NULL AND d.day BETWEEN NEW.first_day AND NEW.last_day
            AND work_one_hand(d.recorded_by, NEW.recorded_by)
    ) THEN
        {_refuse("two_hands_pay", "whoever wrote the hours does not approve the wage")}
    END IF;
    IF EXISTS (
        SELECT FROM work_wage w WHERE w.placement_id = NEW.placement_id AND w.stood_until IS NULL
            AND w.id <> NEW.id AND daterange(w.first_day, w.last_day, '[]')
                && daterange(NEW.first_day, NEW.last_day, '[]')
    ) THEN
        {_refuse("wage_is_paid_once", "some of these days are paid already")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER work_sound BEFORE INSERT ON work_wage
    FOR EACH ROW EXECUTE FUNCTION work_need_sound_wage();
CREATE FUNCTION work_need_other_hand_for_hours() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF EXISTS (
        SELECT FROM work_wage w WHERE w.placement_id = NEW.placement_id AND w.stood_until IS NULL
            AND NEW.day BETWEEN w.first_day AND w.last_day
            AND work_one_hand(w.recorded_by, NEW.recorded_by)
    ) THEN
        {_refuse("two_hands_pay", "whoever approved the wage does not write the hours")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER work_two_hands BEFORE INSERT ON work_workday
    FOR EACH ROW EXECUTE FUNCTION work_need_other_hand_for_hours();
REVOKE ALL ON FUNCTION work_one_hand(text, text) FROM PUBLIC;
""" + "".join(
    f"CREATE TRIGGER work_custody BEFORE INSERT ON {table} "
    f"FOR EACH ROW EXECUTE FUNCTION work_need_custody('{column}');\n"
    for table, column in _HELD.items()
)
_NOT_SOUND = "".join(
    [
        *(f"DROP TRIGGER work_custody ON {table};\n" for table in _HELD),
        "DROP TRIGGER work_two_hands ON work_workday; DROP TRIGGER work_sound ON work_workday; ",
        "DROP TRIGGER work_sound ON work_wage;\n",
        "DROP FUNCTION work_need_other_hand_for_hours(), work_need_sound_wage(), ",
        "work_need_hours_of_work(), work_need_custody(), work_one_hand(text, text);",
    ]
)


def _wall(table: str) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} "
        f"USING ({_REACHED.format('full')})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} "
        f"WITH CHECK ({_REACHED.format('add')})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({_REACHED.format('add')}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0001_initial"),
        ("access", "0004_walls"),
        ("custody", "0012_release_days"),
    ]

    operations = [
        migrations.RunSQL(_SOUND, _NOT_SOUND),
        *(migrations.RunSQL([*_wall(table)], [*_no_wall(table)]) for table in _TABLES),
    ]
