"""Row-level security of the room, its doors, and what the database holds whatever code asks.

Whoever writes (append) reads nothing back but that the own report was received. Whoever reads in
short reads statements alone, and never the person: live intelligence is not shown to whom it is
about. What has ended is read by no account from that very instant, before anything is destroyed.
The numbers are those of `policy.yaml` and `grades.yaml`; a test compares them.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_NO_INFORMANTS = (
    "physician_nurse", "psychologist", "chaplain", "case_manager", "teacher_instructor",
    "juvenile_specialist", "probation_officer", "civil_society_partner", "defence_lawyer",
)  # fmt: skip


def _refuse(constraint: str, words: str) -> str:
    return (
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = 'intelligence_{constraint}';"
    )


# Who reads in short by the own right is the person: such a line of the reach begins with `~`.
_READS = f"""
CREATE FUNCTION intelligence_in_short(whose uuid) RETURNS boolean
LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE reach text := coalesce(current_setting('throughcare.reach', true), '');
BEGIN
    RETURN strpos(reach, E'\\n~INT.redacted/' || people_whole(whose) || E'\\n') = 0
        AND (people_reached(whose, 'INT', 'redacted') OR people_reached(whose, 'INT', 'emergency'));
END $$;
"""
_FULL = "people_reached(person_id, 'INT', 'full')"
_ADD = "people_reached(person_id, 'INT', 'add')"
_BOTH = f"{_FULL} AND {_ADD}"
_LIVES = "expires_at > clock_timestamp()"
_SHORT = "intelligence_in_short(person_id)"
# Table: what may be read, put down, changed.
_POLICIES = {
    "intelligence_report": (f"{_LIVES} AND {_FULL}", _ADD, _BOTH),
    "intelligence_sealed": (
        f"{_LIVES} AND ({_FULL} OR (kind = 'statement' AND destroyed_at IS NULL AND {_SHORT}))",
        f"{_BOTH} OR (kind = 'report' AND {_ADD})", _BOTH,
    ),
    "intelligence_statement": (
        f"{_LIVES} AND ({_FULL} OR (ended_at IS NULL AND stood_until IS NULL AND {_SHORT}))",
        _BOTH, _BOTH,
    ),
    "intelligence_answer": (_FULL, _BOTH, _BOTH),
    "intelligence_leftopen": (f"{_FULL}", "false", "false"),
}  # fmt: skip


def _wall(table: str) -> list[str]:
    read, put, change = _POLICIES[table]
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({read})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({put})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({change}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


_OFFICERS = "intelligence_sharingofficer"
_OFFICER_WALL = f"""
ALTER TABLE {_OFFICERS} ENABLE ROW LEVEL SECURITY;
CREATE POLICY {_OFFICERS}_read ON {_OFFICERS} FOR SELECT TO {APP} USING (
    establishment = ANY ((SELECT access_places('INT', 'full'))::text[])
    OR establishment = ANY ((SELECT access_places('INT', 'redacted'))::text[]));
CREATE POLICY {_OFFICERS}_put ON {_OFFICERS} FOR INSERT TO {APP} WITH CHECK (
    establishment = ANY ((SELECT access_places('INT', 'redacted'))::text[]));
CREATE POLICY {_OFFICERS}_change ON {_OFFICERS} FOR UPDATE TO {APP} USING (
    establishment = ANY ((SELECT access_places('INT', 'redacted'))::text[])) WITH CHECK (true);
"""
_NO_OFFICER_WALL = f"""
DROP POLICY {_OFFICERS}_change ON {_OFFICERS};
DROP POLICY {_OFFICERS}_put ON {_OFFICERS};
DROP POLICY {_OFFICERS}_read ON {_OFFICERS};
ALTER TABLE {_OFFICERS} DISABLE ROW LEVEL SECURITY;
"""

# An item lives until it ends or somebody says that it is deleted.
_ITEMS = f"""
CREATE FUNCTION intelligence_lives(which uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM intelligence_report r WHERE r.first = which AND r.stood_until IS NULL
            AND r.state = 'live' AND r.expires_at > moment
    )
$$;
CREATE FUNCTION intelligence_called(whose uuid) RETURNS timestamptz
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT max(b.recorded_at) FROM assessment_board b
    WHERE b.state = 'convened' AND b.stood_until IS NULL
        AND people_whole(b.person_id) = people_whole(whose)
$$;
CREATE FUNCTION intelligence_waits(which uuid, whose uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT NOT EXISTS (
        SELECT FROM intelligence_answer a WHERE a.item = which AND a.stood_until IS NULL
            AND a.good_until > moment
            AND a.recorded_at >= coalesce(intelligence_called(whose), '-infinity')
    )
$$;
CREATE OR REPLACE FUNCTION people_items_waiting(person uuid) RETURNS integer
LANGUAGE plpgsql STABLE {_OWN} AS $$
DECLARE whole uuid := people_whole(person); waiting integer; moment timestamptz := clock_timestamp();
BEGIN
    SELECT count(*) INTO waiting FROM intelligence_report r
    WHERE r.stood_until IS NULL AND r.state = 'live' AND r.expires_at > moment
        AND people_whole(r.person_id) = whole
        AND intelligence_waits(r.first, whole, moment);
    RETURN waiting;
END $$;
"""
_NO_ITEMS = f"""
CREATE OR REPLACE FUNCTION people_items_waiting(person uuid) RETURNS integer
LANGUAGE plpgsql STABLE {_OWN} AS $$ BEGIN RETURN 0; END $$;
DROP FUNCTION intelligence_waits(uuid, uuid, timestamptz), intelligence_called(uuid),
    intelligence_lives(uuid, timestamptz);
"""

# Whoever wrote about somebody does not decide about that person, and the other way round.
_HANDS = f"""
CREATE FUNCTION people_wrote_intelligence(whose uuid, hand text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT hand <> '' AND EXISTS (
        SELECT FROM intelligence_report r
        WHERE r.id = r.first AND r.expires_at > clock_timestamp()
            AND people_whole(r.person_id) = people_whole(whose)
            AND assessment_one_hand(r.recorded_by, hand)
            AND NOT EXISTS (
                SELECT FROM intelligence_report d WHERE d.first = r.first AND d.state = 'deleted'
            )
    )
$$;
CREATE FUNCTION people_decides_about(whose uuid, hand text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM assessment_seat s WHERE s.stood_until IS NULL
            AND people_whole(s.person_id) = people_whole(whose)
            AND assessment_one_hand(s.account, hand)
    ) OR EXISTS (
        SELECT FROM assessment_classification c WHERE c.stood_until IS NULL
            AND people_whole(c.person_id) = people_whole(whose)
            AND (assessment_one_hand(c.minuted_by, hand)
                OR assessment_one_hand(c.looked_by, hand))
    ) OR EXISTS (
        SELECT FROM assessment_appeal a WHERE a.stood_until IS NULL
            AND people_whole(a.person_id) = people_whole(whose)
            AND assessment_one_hand(a.decided_by, hand)
    ) OR EXISTS (
        SELECT FROM safety_disciplinarycase d WHERE d.stood_until IS NULL
            AND people_whole(d.person_id) = people_whole(whose)
            AND (assessment_one_hand(d.decided_by, hand)
                OR assessment_one_hand(d.appeal_decided_by, hand))
    ) OR EXISTS (
        SELECT FROM team_meeting m JOIN team_case c ON c.meeting_id = m.first
        WHERE m.stood_until IS NULL AND m.state = 'closed' AND c.stood_until IS NULL
            AND c.state = 'minuted' AND people_whole(c.person_id) = people_whole(whose)
            AND assessment_one_hand(m.signed_by, hand)
    )
$$;
CREATE FUNCTION people_need_other_hand(whose uuid, account text, writer text, act text)
RETURNS void LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(
        hashtextextended('intelligence' || people_whole(whose)::text, 0));
    IF NOT people_wrote_intelligence(whose, account) THEN RETURN; END IF;
    -- Who is named by somebody else is not betrayed to that one: see ADR 0046.
    IF assessment_one_hand(account, writer) THEN
        RAISE EXCEPTION 'write_intelligence and % lie apart', act
            USING ERRCODE = 'check_violation', CONSTRAINT = 'people_acts_lie_apart';
    END IF;
    RAISE EXCEPTION 'somebody else does this: %', act
        USING ERRCODE = 'check_violation', CONSTRAINT = 'people_somebody_else_does_this';
END $$;
CREATE FUNCTION intelligence_bar_seat() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    PERFORM people_need_other_hand(NEW.person_id, NEW.account, NEW.recorded_by, 'sit_on_board');
    RETURN NEW;
END $$;
CREATE FUNCTION intelligence_bar_classification() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was assessment_classification;
BEGIN
    IF NEW.replaces_id IS NULL THEN
        PERFORM people_need_other_hand(
            NEW.person_id, NEW.minuted_by, NEW.recorded_by, 'minute_board');
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM assessment_classification c WHERE c.id = NEW.replaces_id;
    IF was.looked_by = '' AND NEW.looked_by <> '' THEN
        PERFORM people_need_other_hand(
            NEW.person_id, NEW.looked_by, NEW.recorded_by, 'sign_minutes');
    END IF;
    IF was.state = 'minuted' AND NEW.state = 'in_force'
        AND people_items_waiting(NEW.person_id) > 0 THEN
        RAISE EXCEPTION 'items about this person wait for an answer'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'people_items_wait';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION intelligence_bar_appeal() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.decided_by <> '' THEN
        PERFORM people_need_other_hand(
            NEW.person_id, NEW.decided_by, NEW.recorded_by, 'decide_appeal');
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION intelligence_bar_discipline() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was safety_disciplinarycase;
BEGIN
    IF NEW.replaces_id IS NOT NULL THEN
        SELECT * INTO was FROM safety_disciplinarycase d WHERE d.id = NEW.replaces_id;
    END IF;
    IF NEW.decided_by <> coalesce(was.decided_by, '') THEN
        PERFORM people_need_other_hand(
            NEW.person_id, NEW.decided_by, NEW.recorded_by, 'decide_discipline');
    END IF;
    IF NEW.appeal_decided_by <> coalesce(was.appeal_decided_by, '') THEN
        PERFORM people_need_other_hand(
            NEW.person_id, NEW.appeal_decided_by, NEW.recorded_by, 'decide_discipline');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER intelligence_hands BEFORE INSERT ON assessment_seat
    FOR EACH ROW EXECUTE FUNCTION intelligence_bar_seat();
CREATE TRIGGER intelligence_hands BEFORE INSERT ON assessment_classification
    FOR EACH ROW EXECUTE FUNCTION intelligence_bar_classification();
CREATE TRIGGER intelligence_hands BEFORE INSERT ON assessment_appeal
    FOR EACH ROW EXECUTE FUNCTION intelligence_bar_appeal();
CREATE TRIGGER intelligence_hands BEFORE INSERT ON safety_disciplinarycase
    FOR EACH ROW EXECUTE FUNCTION intelligence_bar_discipline();
"""
_NO_HANDS = """
DROP TRIGGER intelligence_hands ON safety_disciplinarycase;
DROP TRIGGER intelligence_hands ON assessment_appeal;
DROP TRIGGER intelligence_hands ON assessment_classification;
DROP TRIGGER intelligence_hands ON assessment_seat;
DROP FUNCTION intelligence_bar_discipline(), intelligence_bar_appeal(),
    intelligence_bar_classification(), intelligence_bar_seat(),
    people_need_other_hand(uuid, text, text, text), people_decides_about(uuid, text),
    people_wrote_intelligence(uuid, text);
"""

_SOUND = f"""
CREATE FUNCTION intelligence_need_sound_report() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was intelligence_report;
BEGIN
    IF NEW.review_at > NEW.recorded_at + interval '180 days' THEN
        {_refuse("report_is_looked_at_soon", "a report is looked at again after half a year")}
    END IF;
    IF NEW.replaces_id IS NOT NULL THEN
        SELECT * INTO was FROM intelligence_report r WHERE r.id = NEW.replaces_id;
        IF (NEW.first, NEW.expires_at, NEW.person_id)
            IS DISTINCT FROM (was.first, was.expires_at, was.person_id)
            OR was.state <> 'live' OR was.expires_at <= NEW.recorded_at THEN
            {_refuse("report_keeps_its_end", "nothing makes a report last longer")}
        END IF;
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(
        hashtextextended('intelligence' || people_whole(NEW.person_id)::text, 0));
    IF NEW.expires_at > NEW.recorded_at + interval '365 days' THEN
        {_refuse("report_ends", "a report ends after a year at the latest")}
    END IF;
    IF people_decides_about(NEW.person_id, NEW.recorded_by) THEN
        RAISE EXCEPTION 'write_intelligence lies apart from what was decided'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'people_acts_lie_apart';
    END IF;
    IF EXISTS (
        SELECT FROM access_account me JOIN access_account a ON a.holder = me.holder
        JOIN access_post p ON p.account_id = a.id
        WHERE me.id::text = NEW.recorded_by AND p.role = ANY ('{{{",".join(_NO_INFORMANTS)}}}')
            AND p.begins <= NEW.recorded_at AND (p.ends IS NULL OR p.ends > NEW.recorded_at)
    ) THEN
        {_refuse("makes_nobody_an_informant", "whoever holds such a post writes no report")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER intelligence_sound BEFORE INSERT ON intelligence_report
    FOR EACH ROW EXECUTE FUNCTION intelligence_need_sound_report();
CREATE TRIGGER intelligence_staff BEFORE INSERT ON intelligence_report
    FOR EACH ROW EXECUTE FUNCTION assessment_need_staff();
CREATE FUNCTION intelligence_need_sound_statement() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was intelligence_statement;
BEGIN
    IF NEW.replaces_id IS NOT NULL THEN
        SELECT * INTO was FROM intelligence_statement s WHERE s.id = NEW.replaces_id;
        IF (NEW.first, NEW.item, NEW.decided_at, NEW.expires_at) IS DISTINCT FROM
            (was.first, was.item, was.decided_at, was.expires_at) OR NEW.ended_at IS NULL THEN
            {_refuse("statement_stays_as_it_was_shared", "what was shared is only withdrawn")}
        END IF;
        RETURN NEW;
    END IF;
    IF NOT EXISTS (
        SELECT FROM intelligence_report r WHERE r.first = NEW.item AND r.stood_until IS NULL
            AND r.state = 'live' AND r.expires_at >= NEW.expires_at
            AND r.expires_at > NEW.recorded_at
            AND people_whole(r.person_id) = people_whole(NEW.person_id)
    ) THEN
        {_refuse("statement_is_of_a_live_report", "it is of a report that lives as long")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER intelligence_sound BEFORE INSERT ON intelligence_statement
    FOR EACH ROW EXECUTE FUNCTION intelligence_need_sound_statement();
CREATE FUNCTION intelligence_need_sound_answer() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM intelligence_report r WHERE r.first = NEW.item
            AND people_whole(r.person_id) = people_whole(NEW.person_id)
    ) OR NOT (intelligence_lives(NEW.item, NEW.recorded_at) OR EXISTS (
        SELECT FROM intelligence_leftopen o WHERE o.item = NEW.item
    )) THEN
        {_refuse("answer_is_on_a_live_item", "an item that has ended needs no answer")}
    END IF;
    IF NEW.good_until > NEW.recorded_at + interval '31 days' THEN
        {_refuse("answer_holds_a_month", "an answer holds for a month at the most")}
    END IF;
    IF NOT EXISTS (
        SELECT FROM intelligence_sharingofficer o
        JOIN people_person p ON p.id = people_whole(NEW.person_id)
        WHERE o.establishment = p.held_at AND assessment_one_hand(o.account, NEW.recorded_by)
            AND o.begins <= NEW.recorded_at AND (o.ends IS NULL OR o.ends > NEW.recorded_at)
    ) THEN
        {_refuse("answer_is_the_named_officers", "who was named for it answers")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER intelligence_sound BEFORE INSERT ON intelligence_answer
    FOR EACH ROW EXECUTE FUNCTION intelligence_need_sound_answer();
CREATE FUNCTION intelligence_need_sound_words() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF (NEW.id, NEW.person_id, NEW.item, NEW.kind, NEW.recorded_at, NEW.expires_at)
        IS DISTINCT FROM
        (OLD.id, OLD.person_id, OLD.item, OLD.kind, OLD.recorded_at, OLD.expires_at)
        OR OLD.destroyed_at IS NOT NULL
        OR (NEW.destroyed_at IS NULL AND NEW.source_kind <> OLD.source_kind) THEN
        {_refuse("words_are_destroyed_or_locked_anew", "only that may happen to them")}
    END IF;
    IF NEW.destroyed_at IS NULL OR OLD.expires_at <= clock_timestamp() THEN RETURN NEW; END IF;
    IF EXISTS (
        SELECT FROM intelligence_report r WHERE r.first = OLD.item AND r.state = 'deleted'
    ) OR (OLD.kind = 'statement' AND EXISTS (
        SELECT FROM intelligence_statement s WHERE s.first = OLD.id AND s.ended_at IS NOT NULL
    )) THEN
        RETURN NEW;
    END IF;
    {_refuse("words_stay_while_they_live", "what lives is destroyed by a review alone")}
END $$;
CREATE TRIGGER intelligence_sound BEFORE UPDATE ON intelligence_sealed
    FOR EACH ROW EXECUTE FUNCTION intelligence_need_sound_words();
"""
_NOT_SOUND = """
DROP TRIGGER intelligence_sound ON intelligence_sealed;
DROP TRIGGER intelligence_sound ON intelligence_answer;
DROP TRIGGER intelligence_sound ON intelligence_statement;
DROP TRIGGER intelligence_staff ON intelligence_report;
DROP TRIGGER intelligence_sound ON intelligence_report;
DROP FUNCTION intelligence_need_sound_words(), intelligence_need_sound_answer(),
    intelligence_need_sound_statement(), intelligence_need_sound_report();
"""

_DOORS = f"""
CREATE FUNCTION intelligence_received(asking bigint, moment timestamptz) RETURNS TABLE (
    report uuid, received_at timestamptz
) LANGUAGE sql STABLE {_OWN} AS $$
    SELECT r.id, r.recorded_at FROM intelligence_report r
    WHERE r.id = r.first AND r.recorded_by = asking::text AND r.recorded_at <= moment
        AND r.expires_at > greatest(moment, clock_timestamp())
        AND strpos(coalesce(current_setting('throughcare.reach', true), ''), E'INT.add/') > 0
    ORDER BY r.recorded_at DESC, r.id DESC
$$;
CREATE FUNCTION intelligence_boards(moment timestamptz) RETURNS TABLE (
    person uuid, board uuid, called_at timestamptz, meets_at timestamptz
) LANGUAGE sql STABLE {_OWN} AS $$
    SELECT people_whole(b.person_id), b.first, b.recorded_at, b.meets_at FROM assessment_board b
    WHERE b.state = 'convened' AND b.stood_until IS NULL AND b.recorded_at <= moment
        AND people_reached(b.person_id, 'INT', 'full')
$$;
CREATE FUNCTION intelligence_names(house text, whose uuid, keys text[]) RETURNS SETOF text
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT DISTINCT k.key FROM people_namekey k JOIN people_person p ON p.id = k.person_id
    WHERE k.key = ANY (keys) AND p.held_at = house AND people_whole(p.id) <> people_whole(whose)
        AND people_reached(whose, 'INT', 'add')
$$;
CREATE FUNCTION intelligence_destroy_ended(moment timestamptz) RETURNS SETOF intelligence_sealed
LANGUAGE sql {_OWN} AS $$
    UPDATE intelligence_sealed SET words = '', source_kind = '', destroyed_how = 'expired',
        destroyed_at = least(moment, clock_timestamp())
    WHERE destroyed_at IS NULL AND expires_at <= least(moment, clock_timestamp())
    RETURNING *
$$;
CREATE FUNCTION intelligence_note_left(moment timestamptz) RETURNS SETOF intelligence_leftopen
LANGUAGE sql {_OWN} AS $$
    INSERT INTO intelligence_leftopen (id, person_id, item, left_at, noted_at)
    SELECT gen_random_uuid(), r.person_id, r.first, s.left_at, moment
    FROM intelligence_report r JOIN custody_stay s
        ON people_whole(s.person_id) = people_whole(r.person_id)
    WHERE r.stood_until IS NULL AND r.state = 'live' AND r.expires_at > s.left_at
        AND s.stood_until IS NULL AND s.left_how = 'release' AND s.left_at <= moment
        AND EXISTS (
            SELECT FROM intelligence_report f WHERE f.id = r.first AND f.recorded_at <= s.left_at
        )
        AND NOT EXISTS (
            SELECT FROM intelligence_answer a WHERE a.item = r.first
                AND a.recorded_at <= s.left_at AND a.good_until > s.left_at
        )
    ON CONFLICT DO NOTHING RETURNING *
$$;
CREATE FUNCTION intelligence_left_waiting(house text, moment timestamptz) RETURNS integer
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT count(*)::integer FROM intelligence_leftopen o
    JOIN people_person p ON p.id = people_whole(o.person_id)
    WHERE p.held_at = house AND house = ANY (
        access_places('INT', 'redacted') || access_places('INT', 'full'))
        AND NOT EXISTS (
            SELECT FROM intelligence_answer a WHERE a.item = o.item AND a.recorded_at >= o.left_at
        )
$$;
"""
_OPEN = (
    "people_items_waiting(uuid)", "people_wrote_intelligence(uuid, text)",
    "people_decides_about(uuid, text)", "intelligence_received(bigint, timestamptz)",
    "intelligence_boards(timestamptz)", "intelligence_names(text, uuid, text[])",
    "intelligence_destroy_ended(timestamptz)", "intelligence_note_left(timestamptz)",
    "intelligence_left_waiting(text, timestamptz)", "intelligence_in_short(uuid)",
    "intelligence_waits(uuid, uuid, timestamptz)",
)  # fmt: skip
_CLOSED = (
    "intelligence_lives(uuid, timestamptz)", "intelligence_called(uuid)",
    "people_need_other_hand(uuid, text, text, text)",
)  # fmt: skip
_LOCKS = f"""
REVOKE ALL ON FUNCTION {", ".join((*_OPEN, *_CLOSED))} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {", ".join(_OPEN)} TO {APP};
"""
_NO_DOORS = """
DROP FUNCTION intelligence_left_waiting(text, timestamptz),
    intelligence_note_left(timestamptz), intelligence_destroy_ended(timestamptz),
    intelligence_names(text, uuid, text[]), intelligence_boards(timestamptz),
    intelligence_received(bigint, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("intelligence", "0001_initial"), ("assessment", "0014_sharing_walls"),
        ("safety", "0008_days_in_a_row"), ("people", "0006_reached_everywhere"),
        ("team", "0002_walls"),
    ]  # fmt: skip

    operations = [
        migrations.RunSQL(_READS, "DROP FUNCTION intelligence_in_short(uuid);"),
        migrations.RunSQL(_ITEMS, _NO_ITEMS),
        migrations.RunSQL(_HANDS, _NO_HANDS),
        migrations.RunSQL(_SOUND, _NOT_SOUND),
        migrations.RunSQL(_DOORS + _LOCKS, _NO_DOORS),
        migrations.RunSQL(_OFFICER_WALL, _NO_OFFICER_WALL),
        *(migrations.RunSQL([*_wall(table)], [*_no_wall(table)]) for table in _POLICIES),
    ]
