"""A meeting is closed over the words that the signer saw, and the signature keeps which they were.

Closed before this was written, a meeting has none: what its signer saw is not known.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.team.migrations.0002_walls")
_OWN, _refuse = _walls._OWN, _walls._refuse

# Rows are never changed, so that the ids of those that stand say which words stand. Also who is off
# the agenda and why: whoever comes and goes between two readings leaves such a row.
_STANDING = """(
    SELECT a.id, a.recorded_at, a.recorded_by, a.stood_until
    FROM team_attendance a WHERE a.meeting_id = met
    UNION ALL SELECT c.id, c.recorded_at, c.recorded_by, c.stood_until
    FROM team_case c WHERE c.meeting_id = met
    UNION ALL SELECT t.id, t.recorded_at, t.recorded_by, t.stood_until
    FROM team_contribution t JOIN team_case c ON c.id = t.case_id WHERE c.meeting_id = met
    UNION ALL SELECT d.id, d.recorded_at, d.recorded_by, d.stood_until
    FROM team_decision d JOIN team_case c ON c.id = d.case_id WHERE c.meeting_id = met
) w"""

_WORDS = f"""
CREATE FUNCTION team_words(met uuid, moment timestamptz) RETURNS text
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT encode(sha256(convert_to(
        met::text || coalesce(string_agg(w.id::text, ',' ORDER BY w.id), ''), 'UTF8')), 'hex')
    FROM {_STANDING}
    WHERE w.recorded_at <= moment AND (w.stood_until IS NULL OR w.stood_until > moment)
$$;
CREATE FUNCTION team_last_written(met uuid)
RETURNS TABLE (wrote_at timestamptz, wrote_by text)
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT w.recorded_at, w.recorded_by FROM {_STANDING} WHERE w.stood_until IS NULL
    ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1
$$;
CREATE FUNCTION team_need_seen() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
BEGIN
    IF NEW.signed_seen IS DISTINCT FROM
        (CASE WHEN NEW.state = 'closed' THEN team_words(NEW.first, 'infinity') ELSE '' END) THEN
        {_refuse("signed_as_seen", "whoever signs has seen the words that stand")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER team_words BEFORE INSERT ON team_meeting
    FOR EACH ROW EXECUTE FUNCTION team_need_seen();
"""
_NO_WORDS = """
DROP TRIGGER team_words ON team_meeting;
DROP FUNCTION team_need_seen(), team_last_written(uuid), team_words(uuid, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [("team", "0003_seen")]

    operations = [migrations.RunSQL(_WORDS, _NO_WORDS)]
