"""Row-level security of plans, the steps of a plan, both signatures, and five goals at most.

The numbers are those of `plan.yaml` as they stood when this was written; a test compares the two.
Two doors look further than the room: whether a status of the person holds (three months instead of
six until a review), and what a role that reads in short sees of the plan in force.
"""

from django.db import migrations

from throughcare.cluster.roles import APP

_OWN = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"


def _refuse(constraint: str, words: str) -> str:
    return (
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = 'plans_{constraint}';"
    )


_STAFF = ("goal", "step", "progress", "releaseplan", "handover", "report", "caring")
_VERSIONED = ("plan", "goal", "step", "releaseplan", "handover", "report", "caring")
_EVERY = (*_STAFF, "plan", "said")

_HANDS = (
    f"""
CREATE FUNCTION plans_one_hand(one text, other text) RETURNS boolean LANGUAGE sql STABLE {_OWN} AS $$
    SELECT one = other OR EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = one AND b.id::text = other
    )
$$;
CREATE FUNCTION plans_is_the_person(account text, person uuid) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
        WHERE a.id::text = account AND b.person IS NOT NULL
            AND people_whole(b.person) = people_whole($2)
    )
$$;
CREATE FUNCTION plans_holds_post(account text, moment timestamptz, wanted text) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM access_post p JOIN access_account a ON a.id = p.account_id
        WHERE a.id::text = account AND a.is_active AND a.person IS NULL AND p.begins <= moment
            AND (p.ends IS NULL OR p.ends > moment) AND (wanted = '' OR p.role = wanted)
    )
$$;
CREATE FUNCTION plans_is_marked(whose uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT EXISTS (
        SELECT FROM assessment_status s
        WHERE people_whole(s.person_id) = people_whole(whose) AND s.stood_until IS NULL
            AND s.kind IN ('charged_or_convicted', 'assessed')
            AND s.state IN ('in_force', 'ended', 'lifted')
            AND s.since <= moment AND s.looked_at <= moment AND s.expires_at > moment
            AND (s.ended_at IS NULL OR s.ended_at > moment)
    )
$$;
CREATE FUNCTION plans_marked(whose uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT people_reached(whose, 'PLN', 'full') AND plans_is_marked(whose, moment)
$$;
CREATE FUNCTION plans_last_moment(whose uuid, since timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT ((since AT TIME ZONE z.zone)
        + CASE WHEN plans_is_marked(whose, since) THEN interval '3 months' ELSE interval '6 months' END)
        AT TIME ZONE z.zone
    FROM (SELECT coalesce((
        SELECT k.time_zone FROM people_person p JOIN kernel_place k ON k.path = p.held_at
        WHERE p.id = people_whole(whose)
    ), 'UTC') AS zone) z
$$;
REVOKE ALL ON FUNCTION plans_one_hand(text, text), plans_is_the_person(text, uuid),
    plans_holds_post(text, timestamptz, text), plans_is_marked(uuid, timestamptz),
    plans_marked(uuid, timestamptz), plans_last_moment(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plans_marked(uuid, timestamptz) TO {APP};

CREATE FUNCTION plans_need_staff() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF plans_is_the_person(NEW.recorded_by, NEW.person_id) THEN
        {_refuse("staff_fields_are_for_staff", "the person writes own words, and nothing of staff")}
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION plans_need_first() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE begun uuid := NEW.id;
BEGIN
    IF NEW.replaces_id IS NOT NULL THEN
        EXECUTE format('SELECT first FROM %I WHERE id = $1', TG_TABLE_NAME)
            INTO begun USING NEW.replaces_id;
    END IF;
    IF NEW.first IS DISTINCT FROM begun THEN
        {_refuse("row_keeps_its_first", "this row does not belong to what it replaces")}
    END IF;
    RETURN NEW;
END $$;
"""
    + "".join(
        f"""
CREATE TRIGGER plans_a_staff BEFORE INSERT ON plans_{table}
    FOR EACH ROW EXECUTE FUNCTION plans_need_staff();
"""
        for table in _STAFF
    )
    + "".join(
        f"""
CREATE TRIGGER plans_b_first BEFORE INSERT ON plans_{table}
    FOR EACH ROW EXECUTE FUNCTION plans_need_first();
"""
        for table in _VERSIONED
    )
)
_NO_HANDS = (
    "".join(f"DROP TRIGGER plans_b_first ON plans_{table};\n" for table in _VERSIONED)
    + "".join(f"DROP TRIGGER plans_a_staff ON plans_{table};\n" for table in _STAFF)
    + """
DROP FUNCTION plans_need_first(), plans_need_staff(), plans_last_moment(uuid, timestamptz),
    plans_marked(uuid, timestamptz), plans_is_marked(uuid, timestamptz),
    plans_holds_post(text, timestamptz, text), plans_is_the_person(text, uuid), plans_one_hand(text, text);
"""
)

_WRITTEN = [
    "kind",
    "version",
    "goes_on",
    "nothing_new",
    "changed",
    "begun_by",
    "staff",
    "family",
    "release",
    "conditions",
    "care",
    "children",
    "programmes",
    "choice",
    "violence",
    "school",
    "guardian",
    "adjustments",
    "review_at",
]
_SIGNS = ["person_how", "person_why", "person_by", "person_at"]
_SAYS = ["agreement", "agreement_why", "agreement_by"]


def _row(of: str, names: list[str]) -> str:
    return "(" + ", ".join(f"{of}.{name}" for name in names) + ")"


def _changes(*names: list[str]) -> str:
    every = [name for some in names for name in some]
    return f"{_row('NEW', every)} IS DISTINCT FROM {_row('was', every)}"


_PLAN = f"""
CREATE FUNCTION plans_need_sound_plan() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was plans_plan; whole uuid := people_whole(NEW.person_id); own boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('plans_plan' || whole::text, 0));
    own := plans_is_the_person(NEW.recorded_by, NEW.person_id);
    SELECT * INTO was FROM plans_plan p WHERE p.id = NEW.replaces_id;
    IF NEW.replaces_id IS NULL THEN
        IF own THEN
            {_refuse("staff_fields_are_for_staff", "a plan is begun by staff, with the person")}
        END IF;
        IF NEW.state <> 'draft' OR NEW.person_how <> '' OR NEW.agreement <> ''
            OR NEW.begun_by <> NEW.recorded_by THEN
            {_refuse("plan_begins_as_a_draft", "a plan begins as a draft, by who writes it")}
        END IF;
        IF NEW.goes_on IS NOT NULL AND NOT EXISTS (
            SELECT FROM plans_plan p WHERE p.first = NEW.goes_on AND p.stood_until IS NULL
                AND p.state = 'signed' AND p.version = NEW.version - 1
                AND people_whole(p.person_id) = whole
        ) THEN
            {_refuse("review_goes_on_from_the_plan", "a review goes on from the plan in force")}
        END IF;
    ELSIF NOT (
        (was.state = 'draft' AND NEW.state IN ('draft', 'signed', 'ended'))
        OR (was.state = 'signed' AND NEW.state IN ('replaced', 'ended'))
    ) THEN
        {_refuse("step_of_a_plan", "a plan does not go that way")}
    END IF;
    IF NEW.state IN ('draft', 'signed') AND EXISTS (
        SELECT FROM plans_plan p WHERE p.state = NEW.state AND p.stood_until IS NULL
            AND p.first <> NEW.first AND people_whole(p.person_id) = whole
    ) THEN
        {_refuse("one_plan_at_a_time", "there is a draft, or a plan in force, already")}
    END IF;
    IF NEW.state = 'draft' AND NEW.review_at IS DISTINCT FROM was.review_at
        AND NEW.review_at > plans_last_moment(NEW.person_id, NEW.recorded_at) THEN
        {_refuse("plan_is_reviewed_in_time", "a plan is looked at again in time")}
    END IF;
    IF was.id IS NULL THEN RETURN NEW; END IF;
    IF own AND (NEW.state <> 'draft' OR {_changes(_WRITTEN)}
        OR {_changes(_SAYS)} OR NEW.person_how <> 'account') THEN
        {_refuse("staff_fields_are_for_staff", "the person signs, and changes nothing of staff")}
    END IF;
    IF (NEW.person_how = 'account' AND was.person_how <> 'account'
        AND NOT (own AND NEW.person_by = NEW.recorded_by)) THEN
        {_refuse("own_signature_is_own", "an account signs for its owner alone")}
    END IF;
    IF NEW.person_how NOT IN ('', 'account') AND {_changes(_SIGNS)}
        AND NEW.person_by <> NEW.recorded_by THEN
        {_refuse("signature_by_its_writer", "who saw it writes it down")}
    END IF;
    IF (NEW.state <> 'draft' AND ({_changes(_WRITTEN, _SAYS)}
            OR (NEW.state <> 'ended' AND {_changes(_SIGNS)})))
        OR (was.state <> 'draft'
            AND (NEW.signed_by, NEW.signed_at) IS DISTINCT FROM (was.signed_by, was.signed_at)) THEN
        {_refuse("signed_plan_stays_as_signed", "what both signed is not changed")}
    END IF;
    IF NEW.state = 'draft' AND was.person_how <> '' AND NEW.person_how <> ''
        AND {_changes(_WRITTEN, _SAYS)} THEN
        {_refuse("change_ends_the_signature", "who signed, signed something else")}
    END IF;
    IF NEW.state = 'signed' THEN
        IF NEW.signed_by <> NEW.recorded_by OR own
            OR (NEW.person_how = 'account' AND plans_one_hand(NEW.signed_by, NEW.person_by)) THEN
            {_refuse("two_people_sign", "staff and the person sign, two human beings")}
        END IF;
        IF NEW.review_at > plans_last_moment(NEW.person_id, NEW.signed_at) THEN
            {_refuse("plan_is_reviewed_in_time", "a plan is looked at again in time")}
        END IF;
        IF NOT EXISTS (
            SELECT FROM plans_goal g WHERE g.plan_id = NEW.first AND g.stood_until IS NULL
                AND g.state = 'live'
        ) OR EXISTS (
            SELECT FROM plans_goal g WHERE g.plan_id = NEW.first AND g.stood_until IS NULL
                AND g.state = 'live' AND NOT EXISTS (
                    SELECT FROM plans_step s WHERE s.goal_id = g.first AND s.stood_until IS NULL
                        AND s.state <> 'given_up'
                )
        ) THEN
            {_refuse("plan_has_goals_and_steps", "a plan has a goal, and each goal a step")}
        END IF;
    END IF;
    IF NEW.ended_by NOT IN ('', NEW.recorded_by) THEN
        {_refuse("plan_is_ended_by_its_writer", "who ends it writes it")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_sound BEFORE INSERT ON plans_plan
    FOR EACH ROW EXECUTE FUNCTION plans_need_sound_plan();
"""
_NO_PLAN = "DROP TRIGGER plans_sound ON plans_plan; DROP FUNCTION plans_need_sound_plan();"

# What belongs to a draft is written while it is one that nobody has signed.
_OPEN = """EXISTS (
            SELECT FROM plans_plan p WHERE p.first = {plan} AND p.stood_until IS NULL
                AND p.state = 'draft' AND p.person_how = ''
                AND people_whole(p.person_id) = people_whole(NEW.person_id)
        )"""
_GOALS = f"""
CREATE FUNCTION plans_need_sound_goal() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('plans_goal' || NEW.plan_id::text, 0));
    IF NOT {_OPEN.format(plan="NEW.plan_id")} THEN
        {_refuse("goal_is_written_in_a_draft", "goals are written in a draft that nobody signed")}
    END IF;
    IF NEW.state = 'live' AND (
        SELECT count(*) FROM plans_goal g WHERE g.plan_id = NEW.plan_id AND g.stood_until IS NULL
            AND g.state = 'live' AND g.first <> NEW.first
    ) >= 5 THEN
        {_refuse("five_goals_at_most", "five goals may be live, and no more")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_sound BEFORE INSERT ON plans_goal
    FOR EACH ROW EXECUTE FUNCTION plans_need_sound_goal();
CREATE FUNCTION plans_need_sound_step() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was plans_step; plan uuid;
BEGIN
    SELECT g.plan_id INTO plan FROM plans_goal g WHERE g.first = NEW.goal_id
        AND g.stood_until IS NULL AND g.state = 'live'
        AND people_whole(g.person_id) = people_whole(NEW.person_id);
    IF plan IS NULL THEN
        {_refuse("step_leads_to_a_goal", "a step leads to a live goal of the person")}
    END IF;
    SELECT * INTO was FROM plans_step s WHERE s.id = NEW.replaces_id;
    IF was.id IS NULL AND NOT {_OPEN.format(plan="plan")} THEN
        {_refuse("step_is_written_in_a_draft", "steps are written in a draft that nobody signed")}
    END IF;
    IF was.id IS NOT NULL AND (was.state <> 'open'
        OR (NEW.goal_id, NEW.words, NEW.due) IS DISTINCT FROM (was.goal_id, was.words, was.due)
    ) THEN
        {_refuse("step_stays_what_it_is", "what is to be done, and until when, stays")}
    END IF;
    IF NEW.state = 'open' AND NEW.actor = 'staff' AND NEW.account IS DISTINCT FROM was.account
        AND NOT plans_holds_post(NEW.account, NEW.recorded_at, NEW.role) THEN
        {_refuse("step_has_somebody_who_is_there", "whoever does it holds a post")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_sound BEFORE INSERT ON plans_step
    FOR EACH ROW EXECUTE FUNCTION plans_need_sound_step();
CREATE FUNCTION plans_need_sound_progress() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NOT {_OPEN.format(plan="NEW.plan_id")} OR NOT EXISTS (
        SELECT FROM plans_plan p JOIN plans_goal g ON g.plan_id = p.goes_on
        WHERE p.first = NEW.plan_id AND p.stood_until IS NULL AND g.first = NEW.goal_id
    ) THEN
        {_refuse("progress_is_of_the_plan_before", "a review looks at goals of the plan before")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_sound BEFORE INSERT ON plans_progress
    FOR EACH ROW EXECUTE FUNCTION plans_need_sound_progress();
CREATE FUNCTION plans_need_sound_words() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.own_hand <> plans_is_the_person(NEW.recorded_by, NEW.person_id) THEN
        {_refuse("said_by_whose_hand", "it says whether the person wrote it")}
    END IF;
    IF NEW.plan_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM plans_plan p WHERE p.first = NEW.plan_id
            AND people_whole(p.person_id) = people_whole(NEW.person_id)
    ) THEN
        {_refuse("said_about_the_own_plan", "there is no such plan in this file")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_sound BEFORE INSERT ON plans_said
    FOR EACH ROW EXECUTE FUNCTION plans_need_sound_words();
CREATE FUNCTION plans_need_sound_handover() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was plans_handover;
BEGIN
    SELECT * INTO was FROM plans_handover h WHERE h.id = NEW.replaces_id;
    IF (was.id IS NULL AND NEW.state <> 'asked') OR (was.id IS NOT NULL AND (
        was.state <> 'asked' OR NEW.state = 'asked' OR NEW.answered_by <> NEW.recorded_by
        OR (NEW."to", NEW.agency, NEW.handed, NEW.asked_at)
            IS DISTINCT FROM (was."to", was.agency, was.handed, was.asked_at)
    )) THEN
        {_refuse("handover_is_asked_then_answered", "it is asked first, and answered once")}
    END IF;
    IF NEW.state = 'received' AND (
        NOT plans_holds_post(NEW.answered_by, NEW.recorded_at, 'probation_officer')
        OR plans_one_hand(NEW.answered_by, was.recorded_by)
    ) THEN
        {_refuse("probation_receives_itself", "a probation officer says that it was received")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_sound BEFORE INSERT ON plans_handover
    FOR EACH ROW EXECUTE FUNCTION plans_need_sound_handover();
CREATE FUNCTION plans_need_sound_caring() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was plans_caring;
BEGIN
    SELECT * INTO was FROM plans_caring c WHERE c.id = NEW.replaces_id;
    IF was.id IS NULL THEN
        IF NOT plans_holds_post(NEW.account, NEW.recorded_at, '')
            OR plans_is_the_person(NEW.account, NEW.person_id) THEN
            {_refuse("who_cares_is_there", "whoever cares holds a post")}
        END IF;
    ELSIF was.until IS NOT NULL OR NEW.until IS NULL
        OR (NEW.account, NEW.since) IS DISTINCT FROM (was.account, was.since) THEN
        {_refuse("care_is_only_ended", "an assignment is ended, and nothing else of it changed")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_sound BEFORE INSERT ON plans_caring
    FOR EACH ROW EXECUTE FUNCTION plans_need_sound_caring();
"""
_WITH_SOUND = ("goal", "step", "progress", "said", "handover", "caring")
_NO_GOALS = (
    "".join(f"DROP TRIGGER plans_sound ON plans_{one};\n" for one in _WITH_SOUND)
    + """
DROP FUNCTION plans_need_sound_goal(), plans_need_sound_step(), plans_need_sound_progress(),
    plans_need_sound_words(), plans_need_sound_handover(), plans_need_sound_caring();
"""
)

# Goals and times that concern the role or the reader, and the conditions of release: no more.
_SHORT = f"""
CREATE FUNCTION plans_in_short(whose uuid, moment timestamptz, as_role text, reader text)
RETURNS TABLE (
    version integer, signed_at timestamptz, review_at timestamptz, conditions text, goal uuid,
    goal_words text, step_words text, due date, state text
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
DECLARE whole uuid := people_whole(whose);
BEGIN
    IF NOT people_reached(whole, 'PLN', 'redacted') THEN RETURN; END IF;
    RETURN QUERY
    WITH plan AS (
        SELECT p.* FROM plans_plan p WHERE people_whole(p.person_id) = whole AND p.state = 'signed'
            AND p.recorded_at <= moment AND (p.stood_until IS NULL OR p.stood_until > moment)
        ORDER BY p.signed_at DESC LIMIT 1
    ), mine AS (
        SELECT g.plan_id, g.first, g.words AS goal_words, s.words AS step_words, s.due, s.state,
            s.id
        FROM plans_goal g JOIN plans_step s ON s.goal_id = g.first
        WHERE g.recorded_at <= moment AND (g.stood_until IS NULL OR g.stood_until > moment)
            AND s.recorded_at <= moment AND (s.stood_until IS NULL OR s.stood_until > moment)
            AND g.state = 'live' AND g.plan_id = (SELECT p.first FROM plan p) AND (
                s.account = reader OR (s.role <> '' AND s.role = as_role)
                OR (s.actor = 'relative' AND as_role = 'family')
            )
    )
    SELECT p.version, p.signed_at, p.review_at, p.conditions, m.first, m.goal_words, m.step_words,
        m.due, m.state
    FROM plan p LEFT JOIN mine m ON m.plan_id = p.first ORDER BY m.due, m.id;
END $$;
CREATE FUNCTION plans_own_steps(reader text, moment timestamptz, until date) RETURNS TABLE (
    step uuid, goal uuid, person uuid, words text, due date
) LANGUAGE plpgsql STABLE {_OWN} AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT s.first, s.goal_id, people_whole(s.person_id), s.words, s.due
    FROM plans_step s JOIN plans_goal g ON g.first = s.goal_id AND g.stood_until IS NULL
    JOIN plans_plan p ON p.first = g.plan_id AND p.stood_until IS NULL
    WHERE s.account = reader AND s.state = 'open' AND s.stood_until IS NULL AND s.due <= until
        AND s.recorded_at <= moment AND g.state = 'live' AND p.state = 'signed'
        AND people_reached(s.person_id, 'PLN', 'redacted')
    ORDER BY s.due, s.id;
END $$;
REVOKE ALL ON FUNCTION plans_in_short(uuid, timestamptz, text, text),
    plans_own_steps(text, timestamptz, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plans_in_short(uuid, timestamptz, text, text),
    plans_own_steps(text, timestamptz, date) TO {APP};
"""
_NO_SHORT = """
DROP FUNCTION plans_own_steps(text, timestamptz, date),
    plans_in_short(uuid, timestamptz, text, text);
"""

_READ, _ADD = (f"people_reached(person_id, 'PLN', '{how}')" for how in ("full", "add"))


def _wall(table: str) -> list[str]:
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_read ON {table} FOR SELECT TO {APP} USING ({_READ})",
        f"CREATE POLICY {table}_put ON {table} FOR INSERT TO {APP} WITH CHECK ({_ADD})",
        f"CREATE POLICY {table}_change ON {table} FOR UPDATE TO {APP} "
        f"USING ({_ADD}) WITH CHECK (true)",
    ]


def _no_wall(table: str) -> list[str]:
    drops = [f"DROP POLICY {table}_{name} ON {table}" for name in ("read", "put", "change")]
    return [*drops, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_initial"),
        ("access", "0004_walls"),
        ("assessment", "0006_status_walls"),
    ]

    operations = [
        migrations.RunSQL(_HANDS, _NO_HANDS),
        migrations.RunSQL(_PLAN, _NO_PLAN),
        migrations.RunSQL(_GOALS, _NO_GOALS),
        migrations.RunSQL(_SHORT, _NO_SHORT),
        *(
            migrations.RunSQL([*_wall(f"plans_{one}")], [*_no_wall(f"plans_{one}")])
            for one in _EVERY
        ),
    ]
