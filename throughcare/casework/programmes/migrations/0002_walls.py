"""Row-level security of the room, the steps between states, whose hands, places and order.

What is offered in a prison is about nobody, and read by whoever has a post. What is written of
progress and needs is read only while the person's word holds: by nobody of the staff once it is
withdrawn, whoever asks and however.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_FIELD_LOCK = "PERFORM pg_advisory_xact_lock(hashtextextended('programmes' || {0}::text, 0));"


def _refuse(constraint: str, words: str) -> str:
    return (
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = 'programmes_{constraint}';"
    )


_STEPS = f"""
CREATE TABLE programmes_step (
    kind text NOT NULL, state text NOT NULL, following text NOT NULL,
    PRIMARY KEY (kind, state, following)
);
REVOKE ALL ON programmes_step FROM PUBLIC, {APP};
GRANT SELECT ON programmes_step TO {APP};
CREATE FUNCTION programmes_need_step() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE before text := ''; begun uuid := NEW.id;
BEGIN
    IF NEW.replaces_id IS NOT NULL THEN
        EXECUTE format('SELECT state, first FROM %I WHERE id = $1', TG_TABLE_NAME)
            INTO before, begun USING NEW.replaces_id;
    END IF;
    IF NEW.first IS DISTINCT FROM begun THEN
        {_refuse("row_keeps_its_first", "this row does not belong to what it replaces")}
    END IF;
    IF NOT EXISTS (
        SELECT FROM programmes_step s
        WHERE s.kind = TG_ARGV[0] AND s.state = before AND s.following = NEW.state
    ) THEN
        {_refuse("step_is_of_the_table", "no such step")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programmes_step BEFORE INSERT ON programmes_referral
    FOR EACH ROW EXECUTE FUNCTION programmes_need_step('referral');
"""
_NO_STEPS = """
DROP TRIGGER programmes_step ON programmes_referral;
DROP FUNCTION programmes_need_step();
DROP TABLE programmes_step;
"""

# Whose hand it was: a human being may have several accounts.
_OF_STAFF = (
    "programmes_referral", "programmes_consent", "programmes_attendance",
    "programmes_attendanceconflict", "programmes_note", "programmes_measure",
    "programmes_certificate", "programmes_literacycheck", "programmes_refusalreview",
)  # fmt: skip
_HANDS = f"""
CREATE FUNCTION programmes_one_hand(one text, other text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT one = other OR EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = one AND b.id::text = other
    )
$$;
CREATE FUNCTION programmes_is_person(account text, whose uuid) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = account AND b.person IS NOT NULL
            AND people_whole(b.person) = people_whole(whose)
    )
$$;
REVOKE ALL ON FUNCTION programmes_one_hand(text, text), programmes_is_person(text, uuid)
    FROM PUBLIC;
CREATE FUNCTION programmes_need_staff() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF programmes_is_person(NEW.recorded_by, NEW.person_id) THEN
        {_refuse("nobody_writes_of_himself", "nobody writes this about himself or herself")}
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION programmes_need_desk() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM access_post p JOIN access_cell c ON c.role = p.role
        WHERE p.account_id::text = NEW.recorded_by AND p.establishment = NEW.place
            AND c.compartment = 'PRG' AND c.level = ANY (string_to_array(TG_ARGV[0], ','))
            AND c.role NOT IN ('prisoner', 'family') AND p.begins <= NEW.recorded_at
            AND (p.ends IS NULL OR p.ends > NEW.recorded_at)
    ) THEN
        {_refuse("written_by_its_house", "it is written by who holds programmes in that prison")}
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION programmes_need_house_row() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE begun uuid; house text;
BEGIN
    IF NEW.replaces_id IS NULL THEN RETURN NEW; END IF;
    EXECUTE format('SELECT first, place FROM %I WHERE id = $1', TG_TABLE_NAME)
        INTO begun, house USING NEW.replaces_id;
    IF (NEW.first, NEW.place) IS DISTINCT FROM (begun, house) THEN
        {_refuse("row_keeps_its_first", "this row does not belong to what it replaces")}
    END IF;
    IF TG_TABLE_NAME = 'programmes_programme' AND NOT EXISTS (
        SELECT FROM programmes_programme p WHERE p.id = NEW.replaces_id
            AND p.kind = to_jsonb(NEW) ->> 'kind'
            AND p.aims_at_beliefs = (to_jsonb(NEW) ->> 'aims_at_beliefs')::boolean
    ) THEN
        {_refuse("programme_keeps_its_kind", "a programme keeps its kind and aim")}
    END IF;
    RETURN NEW;
END $$;
"""
_NO_HANDS = """
DROP FUNCTION programmes_need_house_row(), programmes_need_desk(), programmes_need_staff(),
    programmes_is_person(text, uuid), programmes_one_hand(text, text);
"""
_STAFF = "".join(
    f"""
CREATE TRIGGER programmes_staff BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION programmes_need_staff();
"""
    for table in _OF_STAFF
)
_NO_STAFF = "".join(f"DROP TRIGGER programmes_staff ON {table};\n" for table in _OF_STAFF)
_OF_A_HOUSE = {
    "programmes_programme": "w", "programmes_worker": "w", "programmes_group": "w",
    "programmes_session": "w,a",
}  # fmt: skip
_DESK = "".join(
    f"""
CREATE TRIGGER programmes_desk BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION programmes_need_desk('{levels}');
"""
    for table, levels in _OF_A_HOUSE.items()
) + "".join(
    f"""
CREATE TRIGGER programmes_house_row BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION programmes_need_house_row();
"""
    for table in _OF_A_HOUSE
    if table != "programmes_session"
)
_NO_DESK = "".join(
    f"DROP TRIGGER programmes_house_row ON {table};\n"
    for table in _OF_A_HOUSE
    if table != "programmes_session"
) + "".join(f"DROP TRIGGER programmes_desk ON {table};\n" for table in _OF_A_HOUSE)

# What the person said, and who may read because of it.
_CONSENT = f"""
CREATE FUNCTION programmes_consents(whose uuid) RETURNS boolean LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM programmes_consent c WHERE c.referral_id = whose AND c.state = 'given'
            AND c.stood_until IS NULL
    ) AND NOT EXISTS (
        SELECT FROM programmes_withdrawal w WHERE w.referral_id = whose AND w.stood_until IS NULL
    )
$$;
CREATE FUNCTION programmes_withdrawn(whose uuid) RETURNS boolean LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM programmes_withdrawal w WHERE w.referral_id = whose AND w.stood_until IS NULL
    )
$$;
CREATE FUNCTION programmes_own(whose uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT strpos(current_setting('throughcare.reach', true),
        E'\\n~PRG.full/' || people_whole(whose) || E'\\n') > 0
$$;
"""
_NO_CONSENT = """
DROP FUNCTION programmes_own(uuid), programmes_withdrawn(uuid), programmes_consents(uuid);
"""

_REFERRED = f"""
CREATE FUNCTION programmes_parts(whole uuid) RETURNS SETOF uuid LANGUAGE sql STABLE {_OWN} AS $$
    SELECT whole UNION
    SELECT m.merged_id FROM people_merge m
    WHERE m.undone_at IS NULL AND people_whole(m.merged_id) = whole
$$;
REVOKE ALL ON FUNCTION programmes_parts(uuid) FROM PUBLIC;
CREATE FUNCTION programmes_taken(what uuid) RETURNS bigint LANGUAGE sql STABLE {_OWN} AS $$
    SELECT count(*) FROM programmes_referral r WHERE r.programme_id = what
        AND r.state = 'enrolled' AND r.stood_until IS NULL AND NOT programmes_withdrawn(r.first)
$$;
CREATE FUNCTION programmes_waits_longer(whose uuid) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM programmes_referral me JOIN programmes_referral r
            ON r.programme_id = me.programme_id AND r.first <> me.first
        JOIN people_person h ON h.id = people_whole(r.person_id)
        JOIN programmes_programme p ON p.id = r.programme_id
        WHERE me.first = whose AND me.stood_until IS NULL AND r.stood_until IS NULL
            AND r.state = 'waiting' AND NOT programmes_withdrawn(r.first) AND h.held_at = p.place
            AND (r.consented_at, r.first) < (me.consented_at, me.first)
    )
$$;
CREATE FUNCTION programmes_sentenced(whose uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT coalesce((
        SELECT s.value IN ('sentenced', 'appealing') FROM custody_legalstatus s
        WHERE s.person_id IN (SELECT programmes_parts(people_whole(whose)))
            AND s.stood_until IS NULL AND s.since <= moment
            AND (s.until IS NULL OR s.until > moment)
        ORDER BY s.since DESC, s.id DESC LIMIT 1
    ), false)
$$;
CREATE FUNCTION programmes_need_sound_referral() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was programmes_referral; what programmes_programme;
BEGIN
    SELECT * INTO what FROM programmes_programme p
        WHERE p.first = NEW.programme_id AND p.stood_until IS NULL;
    IF NEW.replaces_id IS NULL THEN
        IF NEW.referred_by <> NEW.recorded_by THEN
            {_refuse("referral_by_its_writer", "who refers writes it")}
        END IF;
        IF what.on_request AND NEW.asked_by <> 'self' THEN
            {_refuse("religious_only_asked_for", "this help is for whoever asks for it")}
        END IF;
        IF NEW.obliged_by <> '' AND (what.kind <> 'education'
            OR NOT programmes_sentenced(NEW.person_id, NEW.recorded_at)) THEN
            {_refuse("nobody_untried_is_obliged", "no law obliges this person to it")}
        END IF;
        IF EXISTS (
            SELECT FROM programmes_referral r WHERE r.programme_id = NEW.programme_id
                AND r.stood_until IS NULL AND r.first <> NEW.first
                AND r.state IN ('referred', 'offered', 'accepted', 'waiting', 'enrolled')
                AND NOT programmes_withdrawn(r.first)
                AND people_whole(r.person_id) = people_whole(NEW.person_id)
        ) THEN
            {_refuse("one_referral_is_open", "a referral to this programme is open already")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM programmes_referral r WHERE r.id = NEW.replaces_id;
    IF (NEW.programme_id, NEW.asked_by, NEW.why, NEW.obliged_by, NEW.referred_at, NEW.referred_by)
        IS DISTINCT FROM (was.programme_id, was.asked_by, was.why, was.obliged_by, was.referred_at,
        was.referred_by) OR (was.enrolled_by <> '' AND (NEW.enrolled_by, NEW.enrolled_at)
            IS DISTINCT FROM (was.enrolled_by, was.enrolled_at)) THEN
        {_refuse("referral_keeps_what_was_asked", "what was referred, and who enrolled, stays")}
    END IF;
    IF NEW.state = 'waiting' AND was.state = 'offered' AND NEW.obliged_by = '' THEN
        {_refuse("accepted_by_consent", "the person has not consented")}
    END IF;
    IF NEW.state = 'enrolled' THEN
        {_FIELD_LOCK.format("NEW.programme_id")}
        IF NEW.enrolled_by <> NEW.recorded_by THEN
            {_refuse("enrolled_by_its_writer", "who enrols writes it")}
        END IF;
        IF NOT EXISTS (
            SELECT FROM programmes_group g
            WHERE g.id = NEW.group_id AND g.programme_id = NEW.programme_id
        ) THEN
            {_refuse("group_of_the_programme", "the group is of another programme")}
        END IF;
        IF programmes_taken(NEW.programme_id) >= what.places THEN
            {_refuse("places_are_respected", "every place of this programme is taken")}
        END IF;
        IF NEW.before_others_why = '' AND programmes_waits_longer(NEW.first) THEN
            {_refuse("list_is_in_order", "others wait longer, and no reason is written")}
        END IF;
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION programmes_taken(uuid), programmes_sentenced(uuid, timestamptz) FROM PUBLIC;
CREATE TRIGGER programmes_sound BEFORE INSERT ON programmes_referral
    FOR EACH ROW EXECUTE FUNCTION programmes_need_sound_referral();
-- The word that was given by then. A constraint trigger: whoever loads a country in bulk may have it
-- looked at last, as the word points to the referral.
CREATE FUNCTION programmes_need_word() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE gone boolean := EXISTS (
        SELECT FROM programmes_withdrawal w WHERE w.referral_id = NEW.first
            AND w.recorded_at <= NEW.recorded_at
            AND (w.stood_until IS NULL OR w.stood_until > NEW.recorded_at)
    );
    given boolean := EXISTS (
        SELECT FROM programmes_consent c WHERE c.referral_id = NEW.first AND c.state = 'given'
            AND c.recorded_at <= NEW.recorded_at
            AND (c.stood_until IS NULL OR c.stood_until > NEW.recorded_at)
    );
BEGIN
    IF gone AND NEW.state NOT IN ('withdrawn', 'left') THEN
        {_refuse("who_withdrew_is_out", "the person has withdrawn")}
    END IF;
    IF NEW.state IN ('withdrawn', 'left') AND NOT gone THEN
        {_refuse("nobody_withdraws_for_another", "the person has not withdrawn")}
    END IF;
    IF NOT given AND (NEW.state = 'accepted'
        OR (NEW.state IN ('waiting', 'enrolled') AND NEW.obliged_by = '')) THEN
        {_refuse("accepted_by_consent", "the person has not consented")}
    END IF;
    RETURN NEW;
END $$;
CREATE CONSTRAINT TRIGGER programmes_word AFTER INSERT ON programmes_referral
    DEFERRABLE INITIALLY IMMEDIATE
    FOR EACH ROW EXECUTE FUNCTION programmes_need_word();
"""
_NO_REFERRED = """
DROP TRIGGER programmes_word ON programmes_referral;
DROP FUNCTION programmes_need_word();
DROP TRIGGER programmes_sound ON programmes_referral;
DROP FUNCTION programmes_need_sound_referral(), programmes_sentenced(uuid, timestamptz),
    programmes_waits_longer(uuid), programmes_taken(uuid), programmes_parts(uuid);
"""

# What is written about a referral is about its person; content needs consent, and no kind without.
_OF_A_REFERRAL = (
    "programmes_consent", "programmes_withdrawal", "programmes_attendance",
    "programmes_attendanceconflict", "programmes_note", "programmes_measure",
    "programmes_certificate", "programmes_refusalreview",
)  # fmt: skip
_CONTENT = ("programmes_note", "programmes_measure")
_ABOUT = f"""
CREATE FUNCTION programmes_need_referral() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM programmes_referral r WHERE r.first = NEW.referral_id
            AND people_whole(r.person_id) = people_whole(NEW.person_id)
    ) THEN
        {_refuse("it_is_of_its_person", "this referral is of somebody else")}
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION programmes_need_content() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT programmes_consents(NEW.referral_id) THEN
        {_refuse("content_needs_consent", "the person has not consented, or has withdrawn")}
    END IF;
    IF EXISTS (
        SELECT FROM programmes_referral r JOIN programmes_programme p ON p.id = r.programme_id
        WHERE r.id = NEW.referral_id AND p.kind IN ('religious', 'psychological')
    ) THEN
        {_refuse("no_content_of_this_kind", "nothing is written here of what is said there")}
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION programmes_need_session() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM programmes_session s JOIN programmes_referral r ON r.group_id = s.group_id
        JOIN programmes_programme p ON p.id = r.programme_id
        WHERE s.id = NEW.session_id AND r.first = NEW.referral_id AND p.kind <> 'religious'
    ) THEN
        {_refuse("attendance_of_the_group", "the person is not of the group that met")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programmes_session BEFORE INSERT ON programmes_attendance
    FOR EACH ROW EXECUTE FUNCTION programmes_need_session();
CREATE TRIGGER programmes_session BEFORE INSERT ON programmes_attendanceconflict
    FOR EACH ROW EXECUTE FUNCTION programmes_need_session();
CREATE FUNCTION programmes_need_hands_of_certificate() RETURNS trigger
LANGUAGE plpgsql {_OWN} AS $$
DECLARE said text;
BEGIN
    IF NEW.certified_by <> NEW.recorded_by OR EXISTS (
        SELECT FROM programmes_referral r WHERE r.first = NEW.referral_id AND r.enrolled_by <> ''
            AND programmes_one_hand(r.enrolled_by, NEW.certified_by)
    ) THEN
        {_refuse("two_hands_certify", "whoever enrolled somebody does not certify")}
    END IF;
    IF NOT EXISTS (
        SELECT FROM programmes_referral r WHERE r.first = NEW.referral_id
            AND r.stood_until IS NULL AND r.state = 'completed'
    ) THEN
        {_refuse("certified_when_completed", "it was not completed")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programmes_hands BEFORE INSERT ON programmes_certificate
    FOR EACH ROW EXECUTE FUNCTION programmes_need_hands_of_certificate();
CREATE FUNCTION programmes_need_hands_of_review() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.reviewed_by <> '' AND (
        NEW.reviewed_by <> NEW.recorded_by OR programmes_one_hand(NEW.reviewed_by, NEW.noted_by)
    ) THEN
        {_refuse("two_hands_review", "whoever wrote the measure down does not look at it")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER programmes_hands BEFORE INSERT ON programmes_refusalreview
    FOR EACH ROW EXECUTE FUNCTION programmes_need_hands_of_review();
"""
_ABOUT += "".join(
    f"""
CREATE TRIGGER programmes_about BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION programmes_need_referral();
"""
    for table in _OF_A_REFERRAL
) + "".join(
    f"""
CREATE TRIGGER programmes_content BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION programmes_need_content();
"""
    for table in _CONTENT
)
_NO_ABOUT = (
    "".join(f"DROP TRIGGER programmes_content ON {table};\n" for table in _CONTENT)
    + "".join(f"DROP TRIGGER programmes_about ON {table};\n" for table in _OF_A_REFERRAL)
    + """
DROP TRIGGER programmes_hands ON programmes_refusalreview;
DROP TRIGGER programmes_hands ON programmes_certificate;
DROP TRIGGER programmes_session ON programmes_attendanceconflict;
DROP TRIGGER programmes_session ON programmes_attendance;
DROP FUNCTION programmes_need_hands_of_review(), programmes_need_hands_of_certificate(),
    programmes_need_session(), programmes_need_content(), programmes_need_referral();
"""
)

_FULL, _ADD = "people_reached(person_id, 'PRG', 'full')", "people_reached(person_id, 'PRG', 'add')"
_SHARED = (
    f"{_FULL} AND (programmes_consents(referral_id) OR programmes_own(person_id) "
    "OR access_everywhere('PRG', 'full'))"
)
_WITHDRAWS = f"{_ADD} OR programmes_own(person_id)"
# What may be read, and what may be put down.
_FILES = {
    "programmes_referral": (_FULL, _ADD), "programmes_consent": (_FULL, _ADD),
    "programmes_withdrawal": (_FULL, _WITHDRAWS), "programmes_attendance": (_FULL, _ADD),
    "programmes_attendanceconflict": (_FULL, _ADD), "programmes_note": (_SHARED, _ADD),
    "programmes_measure": (_SHARED, _ADD), "programmes_certificate": (_FULL, _ADD),
    "programmes_literacycheck": (_FULL, _ADD), "programmes_refusalreview": (_FULL, _ADD),
}  # fmt: skip
# About nobody: behind the wall, and written by who holds a post for it there (programmes_need_desk).
_INSIDE = "coalesce(current_setting('throughcare.reach', true), '') <> ''"


def _wall(table: str, read: str, put: str, change: str) -> list[str]:
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


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0001_initial"), ("access", "0004_walls"), ("people", "0002_walls"),
        ("custody", "0013_open_when_locked"),
    ]  # fmt: skip

    operations = [
        migrations.RunSQL(_STEPS, _NO_STEPS),
        migrations.RunSQL(_HANDS, _NO_HANDS),
        migrations.RunSQL(_STAFF, _NO_STAFF),
        migrations.RunSQL(_DESK, _NO_DESK),
        migrations.RunSQL(_CONSENT, _NO_CONSENT),
        migrations.RunSQL(_REFERRED, _NO_REFERRED),
        migrations.RunSQL(_ABOUT, _NO_ABOUT),
        *(
            migrations.RunSQL([*_wall(table, read, put, _ADD)], [*_no_wall(table)])
            for table, (read, put) in _FILES.items()
        ),
        *(
            migrations.RunSQL([*_wall(table, _INSIDE, _INSIDE, _INSIDE)], [*_no_wall(table)])
            for table in _OF_A_HOUSE
        ),
    ]
