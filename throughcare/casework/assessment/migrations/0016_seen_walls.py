"""Minutes of a board are signed, or sent back, over the words that the second member saw.

What was looked at before this was written keeps no digest: what was seen then is not known.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.assessment.migrations.0002_walls")
_status = import_module("throughcare.casework.assessment.migrations.0006_status_walls")
_OWN, _refuse = _walls._OWN, _status._refuse

_WORDS = f"""
CREATE FUNCTION assessment_minutes_words(minuted uuid, moment timestamptz) RETURNS text
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT encode(sha256(convert_to(
        minuted::text || coalesce(string_agg(w.id::text, ',' ORDER BY w.id), ''), 'UTF8')), 'hex')
    FROM assessment_classification c JOIN LATERAL (
        SELECT s.id, s.recorded_at, s.stood_until FROM assessment_seat s WHERE s.minutes = c.first
        UNION ALL SELECT f.id, f.recorded_at, f.stood_until
        FROM assessment_factor f WHERE f.classification_id = c.first
    ) w ON w.recorded_at <= moment AND (w.stood_until IS NULL OR w.stood_until > moment)
    WHERE c.id = minuted
$$;
CREATE FUNCTION assessment_need_seen() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was assessment_classification; seen text := '';
BEGIN
    SELECT * INTO was FROM assessment_classification c WHERE c.id = NEW.replaces_id;
    IF was.state = 'minuted' THEN
        seen := assessment_minutes_words(was.id, 'infinity');
    ELSIF was.id IS NOT NULL THEN
        seen := was.looked_seen;
    END IF;
    IF NEW.looked_seen IS DISTINCT FROM seen THEN
        {_refuse("looked_at_as_seen", "whoever signs has seen the words that stand")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_words BEFORE INSERT ON assessment_classification
    FOR EACH ROW EXECUTE FUNCTION assessment_need_seen();
"""
_NO_WORDS = """
DROP TRIGGER assessment_words ON assessment_classification;
DROP FUNCTION assessment_need_seen(), assessment_minutes_words(uuid, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [("assessment", "0015_seen")]

    operations = [migrations.RunSQL(_WORDS, _NO_WORDS)]
