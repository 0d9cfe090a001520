"""Who is of a group on a day, for whoever may write of them: names of states for readers alone.

Whoever may only add learns that something is written, never what (the matrix: append only).
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_DOOR = f"""
CREATE FUNCTION programmes_gone(whose uuid, house text, before timestamptz)
RETURNS TABLE (gone_at timestamptz, how text) LANGUAGE sql STABLE {_OWN} AS $$
    WITH stays AS (
        SELECT s.* FROM custody_stay s WHERE s.stood_until IS NULL
            AND s.person_id IN (SELECT programmes_parts(people_whole(whose)))
    )
    SELECT s.left_at, 'released' FROM stays s WHERE people_reached(whose, 'PRG', 'add')
        AND s.left_at <= before AND NOT EXISTS (
        SELECT FROM stays t WHERE t.admitted_at < before AND (t.left_at IS NULL
            OR t.left_at > before)
    )
    UNION ALL
    SELECT m.left_at, 'moved' FROM custody_movement m WHERE m.stood_until IS NULL
        AND people_reached(whose, 'PRG', 'add')
        AND m.person_id IN (SELECT programmes_parts(people_whole(whose)))
        AND m.kind = 'transfer' AND m.from_place = house AND m.left_at <= before AND NOT EXISTS (
            SELECT FROM custody_movement b WHERE b.stood_until IS NULL AND b.kind = 'transfer'
                AND b.person_id IN (SELECT programmes_parts(people_whole(whose)))
                AND b.to_place = house AND b.arrived_at > m.left_at AND b.arrived_at <= before
        )
    ORDER BY 1 DESC LIMIT 1
$$;
CREATE FUNCTION programmes_register(meets uuid, day date, moment timestamptz)
RETURNS TABLE (person uuid, referral uuid, enrolled_at timestamptz, over_at timestamptz,
    written uuid, came text, reason text, written_by text, withdrawn_at timestamptz,
    gone_at timestamptz, gone_how text)
LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT people_whole(r.person_id), r.first, r.enrolled_at, r.over_at, a.id,
        CASE WHEN people_reached(r.person_id, 'PRG', 'full') THEN a.came END,
        CASE WHEN people_reached(r.person_id, 'PRG', 'full') THEN a.reason END,
        a.recorded_by, w.withdrawn_at, g.gone_at, g.how
    FROM programmes_referral r
    LEFT JOIN programmes_session s ON s.group_id = r.group_id AND s.held_on = day
    LEFT JOIN programmes_attendance a ON a.session_id = s.id AND a.referral_id = r.first
        AND a.stood_until IS NULL
    LEFT JOIN programmes_withdrawal w ON w.referral_id = r.first AND w.stood_until IS NULL
    LEFT JOIN programmes_group k ON k.id = r.group_id
    LEFT JOIN LATERAL programmes_gone(r.person_id, k.place, moment) g ON true
    WHERE r.group_id = meets AND r.stood_until IS NULL AND r.recorded_at <= moment
        AND r.state IN ('enrolled', 'completed', 'left', 'ended')
        AND people_reached(r.person_id, 'PRG', 'add');
END $$;
CREATE FUNCTION programmes_said_before(keys uuid[])
RETURNS TABLE (entry_key uuid, id uuid, written_by text, waits boolean)
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT a.entry_key, a.id, a.recorded_by, false FROM programmes_attendance a
    WHERE a.entry_key = ANY (keys) AND people_reached(a.person_id, 'PRG', 'add')
    UNION ALL
    SELECT c.entry_key, c.id, c.written_by, true FROM programmes_attendanceconflict c
    WHERE c.entry_key = ANY (keys) AND c.replaces_id IS NULL
        AND people_reached(c.person_id, 'PRG', 'add')
$$;
CREATE FUNCTION programmes_says_the_same(entry uuid, come text, code text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM programmes_attendance a WHERE a.id = entry AND a.came = come
            AND a.reason = code AND people_reached(a.person_id, 'PRG', 'add')
    )
$$;
CREATE FUNCTION programmes_is_of(what uuid, whose uuid) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM programmes_referral r WHERE r.first = what
            AND people_whole(r.person_id) = people_whole(whose)
    ) AND (people_reached(whose, 'PRG', 'add') OR programmes_own(whose))
$$;
CREATE FUNCTION programmes_places_taken(what uuid) RETURNS bigint
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT programmes_taken(what)
$$;
REVOKE ALL ON FUNCTION programmes_register(uuid, date, timestamptz),
    programmes_said_before(uuid[]), programmes_says_the_same(uuid, text, text),
    programmes_places_taken(uuid), programmes_is_of(uuid, uuid),
    programmes_gone(uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION programmes_register(uuid, date, timestamptz),
    programmes_said_before(uuid[]), programmes_says_the_same(uuid, text, text),
    programmes_places_taken(uuid), programmes_is_of(uuid, uuid),
    programmes_gone(uuid, text, timestamptz) TO {APP};
"""
_NO_DOOR = """
DROP FUNCTION programmes_is_of(uuid, uuid), programmes_places_taken(uuid), programmes_says_the_same(uuid, text, text),
    programmes_said_before(uuid[]), programmes_register(uuid, date, timestamptz),
    programmes_gone(uuid, text, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0002_walls")]

    operations = [migrations.RunSQL(_DOOR, _NO_DOOR)]
