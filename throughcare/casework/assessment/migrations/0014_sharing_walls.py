"""Row-level security of what is handed to other agencies, the steps of it, and whose hands.

Two human beings, by any account, stand behind what leaves the prison; what they saw is what goes,
and what went out or was told is never taken back.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.assessment.migrations.0002_walls")
_status = import_module("throughcare.casework.assessment.migrations.0006_status_walls")
_OWN, _refuse = _walls._OWN, _status._refuse
_TABLE = "assessment_sharing"

_HANDS = f"""
CREATE TRIGGER assessment_step BEFORE INSERT ON {_TABLE}
    FOR EACH ROW EXECUTE FUNCTION assessment_need_step('sharing');
CREATE TRIGGER assessment_staff BEFORE INSERT ON {_TABLE}
    FOR EACH ROW EXECUTE FUNCTION assessment_need_staff();
CREATE FUNCTION assessment_need_sound_sharing() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was assessment_sharing;
BEGIN
    IF NEW.replaces_id IS NULL THEN
        IF NEW.proposed_by <> NEW.recorded_by THEN
            {_refuse("sharing_by_its_writer", "a sharing is proposed by who writes it")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM assessment_sharing s WHERE s.id = NEW.replaces_id;
    IF (NEW.recipient, NEW.requested_at, NEW.legal_ground, NEW.purpose, NEW.content, NEW.besides,
        NEW.proposed_by) IS DISTINCT FROM (was.recipient, was.requested_at, was.legal_ground,
        was.purpose, was.content, was.besides, was.proposed_by)
        OR (was.looked_by <> '' AND (NEW.looked_by, NEW.looked_at, NEW.looked_why)
            IS DISTINCT FROM (was.looked_by, was.looked_at, was.looked_why))
        OR (was.given_at IS NOT NULL AND (NEW.given_at, NEW.receipt)
            IS DISTINCT FROM (was.given_at, was.receipt)) THEN
        {_refuse("sharing_keeps_what_was_seen", "what two people saw and gave is not changed")}
    END IF;
    IF was.looked_by = '' AND (
        NEW.looked_by <> NEW.recorded_by OR assessment_one_hand(NEW.looked_by, NEW.proposed_by)
    ) THEN
        {_refuse("two_hands_share", "whoever proposes does not approve it")}
    END IF;
    IF was.state = 'proposed' AND NEW.given_at IS NOT NULL THEN
        {_refuse("sharing_is_approved_before_it_is_given", "an approval comes before it, alone")}
    END IF;
    IF was.told_at IS NOT NULL AND NEW.told_at IS NULL THEN
        {_refuse("sharing_that_was_told_stays_told", "who was told knows")}
    END IF;
    IF NEW.told_by <> NEW.recorded_by AND (NEW.told_by, NEW.told_at, NEW.told_how,
        NEW.told_language) IS DISTINCT FROM (was.told_by, was.told_at, was.told_how,
        was.told_language) THEN
        {_refuse("sharing_told_by_its_writer", "who told the person writes it")}
    END IF;
    IF NEW.not_told_until <= NEW.recorded_at
        AND NEW.not_told_until IS DISTINCT FROM was.not_told_until THEN
        {_refuse("sharing_is_kept_back_for_days_to_come", "a decision ends on a day to come")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_sound BEFORE INSERT ON {_TABLE}
    FOR EACH ROW EXECUTE FUNCTION assessment_need_sound_sharing();
"""
_NO_HANDS = f"""
DROP TRIGGER assessment_sound ON {_TABLE};
DROP FUNCTION assessment_need_sound_sharing();
DROP TRIGGER assessment_staff ON {_TABLE};
DROP TRIGGER assessment_step ON {_TABLE};
"""


class Migration(migrations.Migration):
    dependencies = [("assessment", "0013_sharing")]

    operations = [
        migrations.RunSQL(_HANDS, _NO_HANDS),
        migrations.RunSQL([*_walls._wall(_TABLE, _walls._ADD)], [*_walls._no_wall(_TABLE)]),
    ]
