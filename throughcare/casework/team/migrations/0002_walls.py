"""Row-level security of the team, the lock of what is closed, its quorum, its hands, its door.

The numbers are those of `team.yaml` as they stood when this was written; a test compares the two.
Rows about a meeting are of a house and say nothing of anybody in it (ADR 0044): they have no
policy. `people_items_waiting` answers nothing until the room that knows replaces it, and brings
`people_need_other_hand`.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"


def _refuse(constraint: str, words: str) -> str:
    return (
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = 'team_{constraint}';"
    )


_LOCKED = _refuse("locked", "what a closed meeting wrote is not changed: write a correction")

_DOORS = f"""
CREATE OR REPLACE FUNCTION people_items_waiting(person uuid) RETURNS integer
LANGUAGE plpgsql STABLE {_OWN} AS $$ BEGIN RETURN 0; END $$;
CREATE FUNCTION team_state(meeting uuid) RETURNS text LANGUAGE plpgsql {_OWN} AS $$
DECLARE found text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('team_meeting' || meeting::text, 0));
    SELECT m.state INTO found FROM team_meeting m
    WHERE m.first = meeting AND m.stood_until IS NULL;
    RETURN coalesce(found, '');
END $$;
CREATE FUNCTION team_wrote(met uuid, whom text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM team_meeting m WHERE m.first = met AND m.minuted_by <> ''
            AND assessment_one_hand(m.minuted_by, whom)
    ) OR EXISTS (
        SELECT FROM team_case c WHERE c.meeting_id = met AND c.state = 'minuted'
            AND assessment_one_hand(c.recorded_by, whom)
    ) OR EXISTS (
        SELECT FROM team_contribution t JOIN team_case c ON c.id = t.case_id
        WHERE c.meeting_id = met AND assessment_one_hand(t.recorded_by, whom)
    ) OR EXISTS (
        SELECT FROM team_decision d JOIN team_case c ON c.id = d.case_id
        WHERE c.meeting_id = met AND assessment_one_hand(d.recorded_by, whom)
    )
$$;
CREATE FUNCTION team_was_there(met uuid, whom text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM team_attendance a WHERE a.meeting_id = met AND a.present
            AND a.stood_until IS NULL AND assessment_one_hand(a.account, whom)
    )
$$;
CREATE FUNCTION team_held_here(met uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM team_meeting m JOIN people_person p ON p.held_at = m.establishment
        WHERE m.first = met AND m.stood_until IS NULL AND p.id = people_whole(person)
    )
$$;
CREATE FUNCTION team_agenda(met uuid)
RETURNS TABLE (item uuid, person uuid, state text, here boolean)
LANGUAGE sql STABLE {_OWN} AS $$
    -- Whom the viewer does not reach is not in it.
    SELECT c.first, people_whole(c.person_id), c.state, team_held_here(met, c.person_id)
    FROM team_case c
    WHERE c.meeting_id = met AND c.stood_until IS NULL
        AND (people_reached(c.person_id, 'PLN', 'full')
            OR people_reached(c.person_id, 'PLN', 'redacted'))
    ORDER BY c.first
$$;
CREATE FUNCTION team_all_reached(met uuid) RETURNS boolean LANGUAGE sql STABLE {_OWN} AS $$
    SELECT NOT EXISTS (
        SELECT FROM team_case c WHERE c.meeting_id = met AND c.stood_until IS NULL
            AND c.state <> 'off' AND team_held_here(met, c.person_id)
            AND NOT people_reached(c.person_id, 'PLN', 'add')
    )
$$;
CREATE FUNCTION team_tasks(asking bigint)
RETURNS TABLE (decision uuid, person uuid, met uuid, establishment text, words text,
    due_at timestamptz, decided_at timestamptz, came text, ended_at timestamptz)
LANGUAGE sql STABLE {_OWN} AS $$
    -- A task is its owner's to read, whatever else of the plan is closed to the owner.
    SELECT d.id, people_whole(d.person_id), m.first, m.establishment, d.words, d.due_at,
        m.held_at, o.came, o.ended_at
    FROM team_decision d JOIN team_case c ON c.id = d.case_id
    JOIN team_meeting m ON m.first = c.meeting_id AND m.stood_until IS NULL AND m.state = 'closed'
    LEFT JOIN team_outcome o ON o.decision_id = d.id AND o.stood_until IS NULL
    WHERE d.stood_until IS NULL AND assessment_one_hand(d.owner, asking::text)
        AND (people_reached(d.person_id, 'PLN', 'full')
            OR people_reached(d.person_id, 'PLN', 'redacted'))
$$;
CREATE FUNCTION team_owned(task uuid, whom text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM team_decision d
        WHERE d.id = task AND assessment_one_hand(d.owner, whom)
    )
$$;
"""
_NO_DOORS = """
DROP FUNCTION team_owned(uuid, text), team_tasks(bigint), team_all_reached(uuid),
    team_agenda(uuid), team_held_here(uuid, uuid), team_was_there(uuid, text),
    team_wrote(uuid, text), team_state(uuid), people_items_waiting(uuid);
"""

_MEETINGS = f"""
CREATE FUNCTION team_need_sound_meeting() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was team_meeting; people bigint; whose uuid;
BEGIN
    PERFORM team_state(NEW.first);
    IF NEW.replaces_id IS NULL THEN
        IF NEW.state <> 'called' OR NEW.called_by <> NEW.recorded_by THEN
            {_refuse("meeting_begins_called", "a meeting begins with a call, by its writer")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM team_meeting m WHERE m.id = NEW.replaces_id;
    IF (was.state, NEW.state) NOT IN (
        ('called', 'held'), ('called', 'cancelled'), ('held', 'closed')
    ) OR was.first <> NEW.first THEN
        {_refuse("meeting_goes_its_way", "a meeting does not go this way")}
    END IF;
    IF (NEW.establishment, NEW.kind, NEW.meets_at, NEW.chair, NEW.called_by) IS DISTINCT FROM
        (was.establishment, was.kind, was.meets_at, was.chair, was.called_by)
        OR (was.state = 'held' AND (NEW.held_at, NEW.minuted_by) IS DISTINCT FROM
            (was.held_at, was.minuted_by)) THEN
        {_LOCKED}
    END IF;
    IF NEW.state = 'held' AND NEW.minuted_by <> NEW.recorded_by THEN
        {_refuse("minutes_by_their_writer", "who writes the minutes says so")}
    END IF;
    IF NEW.state <> 'closed' THEN RETURN NEW; END IF;
    IF NEW.signed_by <> NEW.recorded_by OR team_wrote(NEW.first, NEW.signed_by) THEN
        {_refuse("two_hands_close", "whoever writes the minutes does not sign them")}
    END IF;
    IF NOT team_was_there(NEW.first, NEW.signed_by) THEN
        {_refuse("a_member_signs", "whoever signs the minutes was there")}
    END IF;
    SELECT count(DISTINCT coalesce(a.holder::text, t.account)) INTO people
    FROM team_attendance t LEFT JOIN access_account a ON a.id::text = t.account
    WHERE t.meeting_id = NEW.first AND t.present AND t.stood_until IS NULL;
    IF people < 3 OR NOT EXISTS (
        SELECT FROM team_attendance t WHERE t.meeting_id = NEW.first AND t.present
            AND t.stood_until IS NULL AND t.office = 'case_manager'
    ) OR (NEW.kind = 'before_release' AND NOT EXISTS (
        SELECT FROM team_attendance t WHERE t.meeting_id = NEW.first AND t.present
            AND t.stood_until IS NULL AND t.office = 'probation'
    )) THEN
        {_refuse("meeting_has_a_quorum", "three are a team, a case manager among them")}
    END IF;
    IF NOT EXISTS (
        SELECT FROM team_case c WHERE c.meeting_id = NEW.first AND c.stood_until IS NULL
            AND c.state = 'minuted'
    ) OR EXISTS (
        SELECT FROM team_case c WHERE c.meeting_id = NEW.first AND c.stood_until IS NULL
            AND c.state = 'agenda' AND team_held_here(NEW.first, c.person_id)
    ) THEN
        {_refuse("everybody_is_spoken_about", "somebody on the agenda has no minutes")}
    END IF;
    FOR whose IN
        SELECT people_whole(c.person_id) FROM team_case c
        WHERE c.meeting_id = NEW.first AND c.stood_until IS NULL AND c.state = 'minuted'
        ORDER BY 1
    LOOP
        PERFORM people_need_other_hand(whose, NEW.signed_by, NEW.recorded_by, 'close_meeting');
        IF people_items_waiting(whose) > 0 THEN
            RAISE EXCEPTION 'items about this person wait for an answer'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'people_items_wait';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER team_sound BEFORE INSERT ON team_meeting
    FOR EACH ROW EXECUTE FUNCTION team_need_sound_meeting();
CREATE FUNCTION team_keep_meeting() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF OLD.state IN ('closed', 'cancelled') THEN {_LOCKED} END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_keep BEFORE UPDATE ON team_meeting
    FOR EACH ROW EXECUTE FUNCTION team_keep_meeting();
"""
_NO_MEETINGS = """
DROP TRIGGER team_keep ON team_meeting;
DROP TRIGGER team_sound ON team_meeting;
DROP FUNCTION team_keep_meeting(), team_need_sound_meeting();
"""

# Who is invited is written with the call, and who was there once it is held.
_HOUSE = f"""
CREATE FUNCTION team_need_open_house() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF team_state(NEW.meeting_id) <> TG_ARGV[0] OR (TG_OP = 'UPDATE' AND TG_ARGV[0] = 'called') THEN
        {_LOCKED}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_open BEFORE INSERT OR UPDATE ON team_invited
    FOR EACH ROW EXECUTE FUNCTION team_need_open_house('called');
CREATE TRIGGER team_open BEFORE INSERT OR UPDATE ON team_attendance
    FOR EACH ROW EXECUTE FUNCTION team_need_open_house('held');
"""
_NO_HOUSE = """
DROP TRIGGER team_open ON team_attendance;
DROP TRIGGER team_open ON team_invited;
DROP FUNCTION team_need_open_house();
"""

_CASES = f"""
CREATE FUNCTION team_need_sound_case() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was team_case; stands text := team_state(NEW.meeting_id);
BEGIN
    IF stands NOT IN ('called', 'held') OR (NEW.state = 'minuted' AND stands <> 'held') THEN
        {_LOCKED}
    END IF;
    IF NEW.replaces_id IS NULL THEN
        IF NEW.state <> 'agenda' THEN
            {_refuse("case_begins_on_the_agenda", "somebody is brought on the agenda first")}
        END IF;
        IF NOT team_held_here(NEW.meeting_id, NEW.person_id) THEN
            {_refuse("case_is_held_here", "this person is not held in this prison")}
        END IF;
        IF EXISTS (
            SELECT FROM team_case c WHERE c.meeting_id = NEW.meeting_id AND c.stood_until IS NULL
                AND c.state <> 'off' AND people_whole(c.person_id) = people_whole(NEW.person_id)
        ) THEN
            {_refuse("case_is_on_it_once", "this person is on the agenda already")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM team_case c WHERE c.id = NEW.replaces_id;
    IF (was.first, was.meeting_id, was.because) IS DISTINCT FROM
        (NEW.first, NEW.meeting_id, NEW.because)
        OR (was.state, NEW.state) NOT IN (
            ('agenda', 'minuted'), ('agenda', 'off'), ('minuted', 'minuted')
        ) THEN
        {_refuse("case_goes_its_way", "a case of a meeting does not go this way")}
    END IF;
    IF NEW.state = 'minuted' AND NOT team_held_here(NEW.meeting_id, NEW.person_id) THEN
        {_refuse("case_is_held_here", "this person is not held in this prison any more")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_sound BEFORE INSERT ON team_case
    FOR EACH ROW EXECUTE FUNCTION team_need_sound_case();
CREATE FUNCTION team_keep_case() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF team_state(OLD.meeting_id) NOT IN ('called', 'held') OR OLD.state = 'off' THEN
        {_LOCKED}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_keep BEFORE UPDATE ON team_case
    FOR EACH ROW EXECUTE FUNCTION team_keep_case();
"""
_NO_CASES = """
DROP TRIGGER team_keep ON team_case;
DROP TRIGGER team_sound ON team_case;
DROP FUNCTION team_keep_case(), team_need_sound_case();
"""

# What is part of the minutes: written while they are open, by nobody afterwards.
_PARTS = f"""
CREATE FUNCTION team_need_open_minutes() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whose team_case; met team_meeting;
BEGIN
    SELECT * INTO whose FROM team_case c WHERE c.first = NEW.case_id AND c.stood_until IS NULL;
    IF whose.id IS NULL OR team_state(whose.meeting_id) <> 'held' OR whose.state <> 'minuted' THEN
        {_LOCKED}
    END IF;
    IF TG_OP = 'UPDATE' THEN RETURN NEW; END IF;
    IF people_whole(whose.person_id) <> people_whole(NEW.person_id) THEN
        {_refuse("part_is_of_the_person", "it is about another person")}
    END IF;
    SELECT * INTO met FROM team_meeting m
    WHERE m.first = whose.meeting_id AND m.stood_until IS NULL;
    IF TG_TABLE_NAME = 'team_contribution' THEN
        IF NOT team_was_there(met.first, to_jsonb(NEW) ->> 'account') THEN
            {_refuse("member_was_there", "whoever says something was there")}
        END IF;
    ELSIF (to_jsonb(NEW) ->> 'due_at')::timestamptz <= met.held_at OR NOT EXISTS (
        SELECT FROM access_post p JOIN access_account a ON a.id = p.account_id
        WHERE a.id::text = to_jsonb(NEW) ->> 'owner' AND a.is_active
            AND p.establishment = met.establishment AND p.role NOT IN ('prisoner', 'family')
            AND p.begins <= NEW.recorded_at AND (p.ends IS NULL OR p.ends > NEW.recorded_at)
    ) THEN
        {_refuse("decision_has_an_owner_here", "the owner holds a post here, the day is to come")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_sound BEFORE INSERT OR UPDATE ON team_contribution
    FOR EACH ROW EXECUTE FUNCTION team_need_open_minutes();
CREATE TRIGGER team_sound BEFORE INSERT OR UPDATE ON team_decision
    FOR EACH ROW EXECUTE FUNCTION team_need_open_minutes();
"""
_NO_PARTS = """
DROP TRIGGER team_sound ON team_decision;
DROP TRIGGER team_sound ON team_contribution;
DROP FUNCTION team_need_open_minutes();
"""

# What follows a closed meeting: told, contested, answered, done, corrected. Never changed either.
_AFTER = f"""
CREATE FUNCTION team_need_closed() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whose team_case; item uuid;
BEGIN
    IF TG_OP = 'UPDATE' THEN {_LOCKED} END IF;
    IF TG_TABLE_NAME = 'team_outcome' THEN
        SELECT d.case_id INTO item FROM team_decision d
        WHERE d.id = (to_jsonb(NEW) ->> 'decision_id')::uuid AND d.stood_until IS NULL;
    ELSE
        item := (to_jsonb(NEW) ->> 'case_id')::uuid;
    END IF;
    SELECT * INTO whose FROM team_case c WHERE c.first = item AND c.stood_until IS NULL;
    IF whose.id IS NULL OR whose.state <> 'minuted' OR team_state(whose.meeting_id) <> 'closed'
        OR people_whole(whose.person_id) <> people_whole(NEW.person_id) THEN
        {_refuse("after_it_is_closed", "this follows the minutes of a closed meeting")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_sound BEFORE INSERT OR UPDATE ON team_telling
    FOR EACH ROW EXECUTE FUNCTION team_need_closed();
CREATE TRIGGER team_sound BEFORE INSERT OR UPDATE ON team_correction
    FOR EACH ROW EXECUTE FUNCTION team_need_closed();
CREATE TRIGGER team_sound BEFORE INSERT OR UPDATE ON team_outcome
    FOR EACH ROW EXECUTE FUNCTION team_need_closed();
CREATE TRIGGER team_closed BEFORE INSERT ON team_contest
    FOR EACH ROW EXECUTE FUNCTION team_need_closed();
CREATE FUNCTION team_need_sound_contest() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was team_contest; met team_meeting; own boolean;
BEGIN
    SELECT m.* INTO met FROM team_meeting m JOIN team_case c ON c.meeting_id = m.first
    WHERE c.id = NEW.case_id AND m.stood_until IS NULL;
    IF NEW.replaces_id IS NULL THEN
        own := EXISTS (
            SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
            WHERE a.id::text = NEW.recorded_by AND b.person IS NOT NULL
                AND people_whole(b.person) = people_whole(NEW.person_id)
        );
        IF NEW.own_hand <> own OR NEW.state <> 'waiting' THEN
            {_refuse("contest_says_whose_hand", "it says whether the person wrote it")}
        END IF;
        IF EXISTS (
            SELECT FROM team_contest t WHERE t.case_id = NEW.case_id AND t.stood_until IS NULL
                AND t.state = 'waiting'
        ) THEN
            {_refuse("one_contest_waits", "an answer to this is to come already")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM team_contest t WHERE t.id = NEW.replaces_id;
    IF was.state <> 'waiting' OR NEW.state = 'waiting' OR (NEW.first, NEW.case_id, NEW.words,
        NEW.language, NEW.own_hand, NEW.contested_at) IS DISTINCT FROM (was.first, was.case_id,
        was.words, was.language, was.own_hand, was.contested_at) THEN
        {_refuse("contest_keeps_its_words", "the words of the person are not changed")}
    END IF;
    IF NEW.decided_by <> NEW.recorded_by OR assessment_one_hand(NEW.decided_by, met.chair)
        OR assessment_one_hand(NEW.decided_by, met.signed_by)
        OR team_wrote(met.first, NEW.decided_by) THEN
        {_refuse("another_answers_the_contest", "who chaired, wrote or signed does not answer")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_sound BEFORE INSERT ON team_contest
    FOR EACH ROW EXECUTE FUNCTION team_need_sound_contest();
CREATE FUNCTION team_keep_contest() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF OLD.state <> 'waiting' THEN {_LOCKED} END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_keep BEFORE UPDATE ON team_contest
    FOR EACH ROW EXECUTE FUNCTION team_keep_contest();
"""
_NO_AFTER = """
DROP TRIGGER team_keep ON team_contest;
DROP TRIGGER team_sound ON team_contest;
DROP TRIGGER team_closed ON team_contest;
DROP TRIGGER team_sound ON team_outcome;
DROP TRIGGER team_sound ON team_correction;
DROP TRIGGER team_sound ON team_telling;
DROP FUNCTION team_keep_contest(), team_need_sound_contest(), team_need_closed();
"""

# Nobody writes a judgement about himself or herself; own words are the person's to write.
_STAFF = {
    **dict.fromkeys(
        ("team_case", "team_contribution", "team_decision", "team_outcome", "team_telling",
         "team_correction"), "",
    ),
    "team_contest": "WHEN (NEW.state <> 'waiting')",
}  # fmt: skip
_HANDS = "".join(
    f"CREATE TRIGGER team_staff BEFORE INSERT ON {table} FOR EACH ROW {when} "
    "EXECUTE FUNCTION assessment_need_staff();\n"
    for table, when in _STAFF.items()
)
_NO_HANDS = "".join(f"DROP TRIGGER team_staff ON {table};\n" for table in _STAFF)

_READ = "people_reached(person_id, 'PLN', 'full')"
_ADD = "people_reached(person_id, 'PLN', 'add')"
# Whoever a task was given to writes what came of it, and need not read the plan.
_PUT = {
    "team_outcome": f"{_ADD} OR ((people_reached(person_id, 'PLN', 'redacted') OR {_READ}) "
    "AND team_owned(decision_id, recorded_by))",
}


def _wall(table: str) -> list[str]:
    put = _PUT.get(table, _ADD)
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({_READ})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({put})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({_ADD}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [
        ("team", "0001_team"),
        ("assessment", "0012_classification_walls"),
        ("people", "0006_reached_everywhere"),
    ]

    operations = [
        migrations.RunSQL(_DOORS, _NO_DOORS),
        migrations.RunSQL(_MEETINGS, _NO_MEETINGS),
        migrations.RunSQL(_HOUSE, _NO_HOUSE),
        migrations.RunSQL(_CASES, _NO_CASES),
        migrations.RunSQL(_PARTS, _NO_PARTS),
        migrations.RunSQL(_AFTER, _NO_AFTER),
        migrations.RunSQL(_HANDS, _NO_HANDS),
        *(migrations.RunSQL([*_wall(table)], [*_no_wall(table)]) for table in _STAFF),
    ]
