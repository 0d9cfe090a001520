"""What the person answers and both signatures are each given over the words that were shown.

Each keeps the digest of the row that it was given to, and of the goals, steps and progress that
stood then. So the three are a chain: who signs later signs what the other side was shown. An answer
that was written before this has no digest, and is asked for once more before anybody signs.
"""

from importlib import import_module

from django.db import migrations

from throughcare.cluster.roles import APP

_walls = import_module("throughcare.casework.plans.migrations.0002_walls")
_OWN, _refuse, _row = _walls._OWN, _walls._refuse, _walls._row

_STANDING = """(
    SELECT g.id, g.recorded_at, g.recorded_by, g.stood_until
    FROM plans_goal g WHERE g.plan_id = p.first
    UNION ALL SELECT s.id, s.recorded_at, s.recorded_by, s.stood_until
    FROM plans_step s JOIN plans_goal g ON g.id = s.goal_id WHERE g.plan_id = p.first
    UNION ALL SELECT r.id, r.recorded_at, r.recorded_by, r.stood_until
    FROM plans_progress r WHERE r.plan_id = p.first
)"""


def _given(name: str, columns: list[str]) -> str:
    """Newly given, it has the digest of what stands; else the one that it had."""
    given = f"NEW.{columns[0]} <> ''"
    kept = (
        f"{_row('NEW', [*columns, f'{name}_seen'])} IS NOT DISTINCT FROM "
        f"{_row('was', [*columns, f'{name}_seen'])}"
    )
    return f"""
    IF NEW.{name}_seen IS DISTINCT FROM (CASE
        WHEN ({given}) IS NOT TRUE THEN '' WHEN {kept} THEN NEW.{name}_seen ELSE words END) THEN
        {_refuse("signed_as_seen", "whoever signs has seen the words that stand")}
    END IF;
"""


_WORDS = f"""
CREATE FUNCTION plans_words(of_row uuid, moment timestamptz) RETURNS text
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT encode(sha256(convert_to(
        of_row::text || coalesce(string_agg(w.id::text, ',' ORDER BY w.id), ''), 'UTF8')), 'hex')
    FROM plans_plan p JOIN LATERAL {_STANDING} w
        ON w.recorded_at <= moment AND (w.stood_until IS NULL OR w.stood_until > moment)
    WHERE p.id = of_row
$$;
CREATE FUNCTION plans_last_written(of_row uuid) RETURNS TABLE (wrote_at timestamptz, wrote_by text)
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT l.at, l.by FROM (
        SELECT p.recorded_at AS at, p.recorded_by AS by, p.id FROM plans_plan p WHERE p.id = of_row
        UNION ALL SELECT w.recorded_at, w.recorded_by, w.id
        FROM plans_plan p JOIN LATERAL {_STANDING} w ON w.stood_until IS NULL WHERE p.id = of_row
    ) l ORDER BY l.at DESC, l.id DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION plans_words(uuid, timestamptz), plans_last_written(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plans_words(uuid, timestamptz), plans_last_written(uuid) TO {APP};

CREATE FUNCTION plans_need_seen() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was plans_plan; words text := '';
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('plans_goal' || NEW.first::text, 0));
    SELECT * INTO was FROM plans_plan p WHERE p.id = NEW.replaces_id;
    IF was.id IS NOT NULL THEN words := plans_words(was.id, 'infinity'); END IF;
    {_given("agreement", ["agreement", "agreement_why", "agreement_by"])}
    {_given("person", ["person_how", "person_why", "person_by", "person_at"])}
    {_given("signed", ["signed_by", "signed_at"])}
    -- Whoever signs after another signs the goals and steps that the other was shown.
    IF was.state = 'draft' AND was.agreement <> '' AND (NEW.state = 'signed' OR (NEW.state = 'draft'
        AND NEW.person_how <> '' AND NEW.person_at IS DISTINCT FROM was.person_at)) AND
        (CASE WHEN was.person_how <> '' THEN was.person_seen ELSE was.agreement_seen END)
            IS DISTINCT FROM plans_words(was.replaces_id, 'infinity') THEN
        {_refuse("both_sign_the_same", "it changed since the person answered: the person is asked")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_words BEFORE INSERT ON plans_plan
    FOR EACH ROW EXECUTE FUNCTION plans_need_seen();

CREATE FUNCTION plans_need_unsigned() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE plan uuid;
BEGIN
    SELECT g.plan_id INTO plan FROM plans_goal g WHERE g.id = NEW.goal_id;
    PERFORM pg_advisory_xact_lock(hashtextextended('plans_goal' || plan::text, 0));
    IF EXISTS (
        SELECT FROM plans_plan p WHERE p.first = plan AND p.stood_until IS NULL
            AND p.state = 'draft' AND p.agreement <> ''
    ) THEN
        {_refuse("change_ends_the_signature", "who answered, answered to other steps")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER plans_words BEFORE INSERT ON plans_step
    FOR EACH ROW EXECUTE FUNCTION plans_need_unsigned();
"""
_NO_WORDS = """
DROP TRIGGER plans_words ON plans_step;
DROP TRIGGER plans_words ON plans_plan;
DROP FUNCTION plans_need_unsigned(), plans_need_seen(), plans_last_written(uuid),
    plans_words(uuid, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_seen")]

    operations = [migrations.RunSQL(_WORDS, _NO_WORDS)]
