"""Row-level security of statuses and contests, how long one lasts, and whose hands.

A status ends by itself (ADR 0038): the database holds that it says when, at most six months after
it begins, that nothing makes it longer, and that whoever renews it was neither of the two before.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.assessment.migrations.0002_walls")
_OWN = _walls._OWN
_HELD = "('in_force', 'ended', 'lifted')"


def _refuse(constraint: str, words: str) -> str:
    return (
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', "
        f"CONSTRAINT = 'assessment_{constraint}';"
    )


_TIMES = f"""
CREATE FUNCTION assessment_last_moment(whose uuid, since timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE {_OWN} AS $$
    SELECT ((since AT TIME ZONE z.zone) + interval '6 months') AT TIME ZONE z.zone
    FROM (SELECT coalesce((
        SELECT k.time_zone FROM people_person p JOIN kernel_place k ON k.path = p.held_at
        WHERE p.id = people_whole(whose)
    ), 'UTC') AS zone) z
$$;
CREATE FUNCTION assessment_bare(said text) RETURNS text LANGUAGE sql IMMUTABLE {_OWN} AS $$
    SELECT lower(regexp_replace(said, '[^[:alnum:]]+', '', 'g'))
$$;
REVOKE ALL ON FUNCTION assessment_last_moment(uuid, timestamptz), assessment_bare(text) FROM PUBLIC;
CREATE FUNCTION assessment_need_times_of_status() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was assessment_status; latest timestamptz := NEW.recorded_at;
BEGIN
    IF NEW.replaces_id IS NULL THEN
        IF NEW.expires_at > assessment_last_moment(NEW.person_id, NEW.since) THEN
            {_refuse("status_lasts_six_months", "a status ends after six months or before")}
        END IF;
        SELECT greatest(latest, least(s.expires_at, s.ended_at)) INTO latest
        FROM assessment_status s WHERE s.first = NEW.renews AND s.stood_until IS NULL;
        IF NEW.since > coalesce(latest, NEW.recorded_at) THEN
            {_refuse("status_begins_no_later", "it begins now, or where the one before ends")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM assessment_status s WHERE s.id = NEW.replaces_id;
    IF (NEW.kind, NEW.legal_basis, NEW.evidence, NEW.besides, NEW.reasons, NEW.owner,
        NEW.owner_office, NEW.since, NEW.renews, NEW.new_evidence, NEW.proposed_by)
        IS DISTINCT FROM (was.kind, was.legal_basis, was.evidence, was.besides, was.reasons,
        was.owner, was.owner_office, was.since, was.renews, was.new_evidence, was.proposed_by)
        OR (was.looked_by <> '' AND (NEW.looked_by, NEW.looked_at, NEW.looked_why)
            IS DISTINCT FROM (was.looked_by, was.looked_at, was.looked_why)) THEN
        {_refuse("status_keeps_what_was_proposed", "what two people saw is not changed")}
    END IF;
    IF (NEW.expires_at, NEW.review_at) IS DISTINCT FROM (was.expires_at, was.review_at)
        AND NOT (NEW.expires_at < was.expires_at AND EXISTS (
            SELECT FROM assessment_statuscontest c
            WHERE c.status_id = NEW.first AND c.state = 'shortened' AND c.until = NEW.expires_at
        )) THEN
        {_refuse("status_is_only_shortened", "a contest makes it shorter, and nothing longer")}
    END IF;
    IF NEW.state = 'lifted' AND NOT EXISTS (
        SELECT FROM assessment_statuscontest c
        WHERE c.status_id = NEW.first AND c.state = 'lifted'
    ) THEN
        {_refuse("status_is_lifted_by_a_contest", "a contest lifts it; otherwise it is ended")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_times BEFORE INSERT ON assessment_status
    FOR EACH ROW EXECUTE FUNCTION assessment_need_times_of_status();
"""
_NO_TIMES = """
DROP TRIGGER assessment_times ON assessment_status;
DROP FUNCTION assessment_need_times_of_status(), assessment_bare(text),
    assessment_last_moment(uuid, timestamptz);
"""

_HANDS = f"""
CREATE TRIGGER assessment_step BEFORE INSERT ON assessment_status
    FOR EACH ROW EXECUTE FUNCTION assessment_need_step('status');
CREATE TRIGGER assessment_step BEFORE INSERT ON assessment_statuscontest
    FOR EACH ROW EXECUTE FUNCTION assessment_need_step('status_contest');
CREATE TRIGGER assessment_staff BEFORE INSERT ON assessment_status
    FOR EACH ROW EXECUTE FUNCTION assessment_need_staff();
CREATE TRIGGER assessment_staff BEFORE INSERT ON assessment_statuscontest
    FOR EACH ROW WHEN (NEW.state <> 'waiting') EXECUTE FUNCTION assessment_need_staff();
CREATE FUNCTION assessment_need_hands_of_status() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was assessment_status; old assessment_status; whole uuid := people_whole(NEW.person_id);
BEGIN
    SELECT * INTO was FROM assessment_status s WHERE s.id = NEW.replaces_id;
    IF (NEW.replaces_id IS NULL AND NEW.proposed_by <> NEW.recorded_by)
        OR (NEW.ended_by NOT IN ('', NEW.recorded_by))
        OR (NEW.told_by <> NEW.recorded_by
            AND (NEW.told_by, NEW.told_at, NEW.told_how, NEW.told_language, NEW.withheld_why,
                NEW.withheld_until) IS DISTINCT FROM (coalesce(was.told_by, ''), was.told_at,
                coalesce(was.told_how, ''), coalesce(was.told_language, ''),
                coalesce(was.withheld_why, ''), was.withheld_until)) THEN
        {_refuse("status_by_its_writer", "each step is written by who takes it")}
    END IF;
    IF NEW.looked_by <> '' AND was.looked_by = '' AND (
        NEW.looked_by <> NEW.recorded_by OR assessment_one_hand(NEW.looked_by, NEW.proposed_by)
    ) THEN
        {_refuse("two_hands_make_a_status", "whoever proposes does not confirm it")}
    END IF;
    IF NEW.renews IS NULL OR (NEW.state <> 'proposed' AND was.state <> 'proposed') THEN
        RETURN NEW;
    END IF;
    SELECT * INTO old FROM assessment_status s
    WHERE s.first = NEW.renews AND s.stood_until IS NULL AND s.state IN {_HELD}
        AND s.kind = NEW.kind AND people_whole(s.person_id) = whole;
    IF old.id IS NULL OR EXISTS (
        SELECT FROM assessment_status s WHERE s.renews = NEW.renews AND s.first <> NEW.first
            AND s.stood_until IS NULL AND s.state IN {_HELD}
    ) THEN
        {_refuse("status_renews_the_last_of_its_kind", "the last one of the person is renewed")}
    END IF;
    IF assessment_one_hand(NEW.proposed_by, old.proposed_by)
        OR assessment_one_hand(NEW.proposed_by, old.looked_by)
        OR (NEW.looked_by <> '' AND assessment_one_hand(NEW.looked_by, old.proposed_by)) THEN
        {_refuse("other_hands_renew_a_status", "whoever made the one before does not renew it")}
    END IF;
    IF NEW.state = 'proposed' AND (assessment_bare(NEW.new_evidence) = '' OR EXISTS (
        SELECT FROM assessment_status s
        WHERE s.kind = NEW.kind AND s.first <> NEW.first AND s.state IN {_HELD}
            AND people_whole(s.person_id) = whole AND assessment_bare(NEW.new_evidence)
                IN (assessment_bare(s.evidence), assessment_bare(s.new_evidence))
    )) THEN
        {_refuse("new_evidence_is_new", "what was known already renews nothing")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_hands BEFORE INSERT ON assessment_status
    FOR EACH ROW EXECUTE FUNCTION assessment_need_hands_of_status();
CREATE FUNCTION assessment_need_one_status() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole uuid := people_whole(NEW.person_id); was text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(
        'assessment_status' || NEW.kind || whole::text, 0));
    SELECT s.state INTO was FROM assessment_status s WHERE s.id = NEW.replaces_id;
    IF NEW.state = 'proposed' AND EXISTS (
        SELECT FROM assessment_status s WHERE s.stood_until IS NULL AND s.first <> NEW.first
            AND s.kind = NEW.kind AND s.state = 'proposed' AND people_whole(s.person_id) = whole
    ) THEN
        {_refuse("one_status_waits", "a status of this kind waits already")}
    END IF;
    IF NEW.state = 'proposed' AND NEW.renews IS NULL AND EXISTS (
        SELECT FROM assessment_status s WHERE s.stood_until IS NULL AND s.kind = NEW.kind
            AND s.state IN {_HELD} AND people_whole(s.person_id) = whole
    ) THEN
        {_refuse("status_again_is_a_renewal", "there was one of this kind: it is renewed")}
    END IF;
    IF NEW.state = 'in_force' AND was = 'proposed' AND EXISTS (
        SELECT FROM assessment_status s WHERE s.stood_until IS NULL AND s.first <> NEW.first
            AND s.kind = NEW.kind AND s.state IN {_HELD} AND people_whole(s.person_id) = whole
            AND greatest(s.since, s.looked_at) < NEW.expires_at
            AND greatest(NEW.since, NEW.looked_at) < least(s.expires_at, s.ended_at)
            AND greatest(s.since, s.looked_at) < least(s.expires_at, s.ended_at)
    ) THEN
        {_refuse("one_status_holds", "one status of a kind holds at a time")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_one_of_a_kind BEFORE INSERT ON assessment_status
    FOR EACH ROW EXECUTE FUNCTION assessment_need_one_status();
"""
_NO_HANDS = """
DROP TRIGGER assessment_one_of_a_kind ON assessment_status;
DROP TRIGGER assessment_hands ON assessment_status;
DROP TRIGGER assessment_staff ON assessment_statuscontest;
DROP TRIGGER assessment_staff ON assessment_status;
DROP TRIGGER assessment_step ON assessment_statuscontest;
DROP TRIGGER assessment_step ON assessment_status;
DROP FUNCTION assessment_need_one_status(), assessment_need_hands_of_status();
"""

_CONTESTS = f"""
CREATE FUNCTION assessment_need_sound_contest() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was assessment_statuscontest; of assessment_status; running boolean; own boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(
        'assessment_contest' || NEW.status_id::text, 0));
    SELECT * INTO of FROM assessment_status s
    WHERE s.first = NEW.status_id AND s.stood_until IS NULL
        AND people_whole(s.person_id) = people_whole(NEW.person_id);
    running := of.state = 'in_force' AND NEW.recorded_at < of.expires_at;
    IF of.id IS NULL THEN
        {_refuse("contest_is_of_a_status_of_the_person", "there is no such status in this file")}
    END IF;
    IF NEW.replaces_id IS NULL THEN
        IF running IS NOT TRUE THEN
            {_refuse("contest_while_it_lasts", "a status that is over is not contested")}
        END IF;
        own := EXISTS (
            SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
            WHERE a.id::text = NEW.recorded_by AND b.person IS NOT NULL
                AND people_whole(b.person) = people_whole(NEW.person_id)
        );
        IF NEW.own_hand <> own THEN
            {_refuse("contest_says_whose_hand", "it says whether the person wrote it")}
        END IF;
        IF EXISTS (
            SELECT FROM assessment_statuscontest c WHERE c.status_id = NEW.status_id
                AND c.stood_until IS NULL AND c.state = 'waiting' AND c.id <> NEW.id
        ) THEN
            {_refuse("one_contest_waits", "a contest of this status waits already")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM assessment_statuscontest c WHERE c.id = NEW.replaces_id;
    IF (NEW.status_id, NEW.words, NEW.language, NEW.own_hand, NEW.contested_at) IS DISTINCT FROM
        (was.status_id, was.words, was.language, was.own_hand, was.contested_at) THEN
        {_refuse("contest_keeps_its_words", "the words of the person are not changed")}
    END IF;
    IF NEW.decided_by <> NEW.recorded_by OR assessment_one_hand(NEW.decided_by, of.proposed_by)
        OR assessment_one_hand(NEW.decided_by, of.looked_by) THEN
        {_refuse("another_decides_the_contest", "whoever made the status does not decide")}
    END IF;
    IF (NEW.state = 'over') = coalesce(running, false)
        OR (NEW.state = 'shortened' AND (NEW.until <= NEW.recorded_at
            OR NEW.until <= of.since OR NEW.until >= of.expires_at)) THEN
        {_refuse("contest_is_decided_as_it_stands", "decided while it lasts, or said to be over")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_sound BEFORE INSERT ON assessment_statuscontest
    FOR EACH ROW EXECUTE FUNCTION assessment_need_sound_contest();
"""
_NO_CONTESTS = """
DROP TRIGGER assessment_sound ON assessment_statuscontest;
DROP FUNCTION assessment_need_sound_contest();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("assessment", "0005_status"), ("access", "0004_walls"), ("kernel", "0001_initial"),
    ]  # fmt: skip

    operations = [
        migrations.RunSQL(_TIMES, _NO_TIMES),
        migrations.RunSQL(_HANDS, _NO_HANDS),
        migrations.RunSQL(_CONTESTS, _NO_CONTESTS),
        *(
            migrations.RunSQL([*_walls._wall(table, _walls._ADD)], [*_walls._no_wall(table)])
            for table in ("assessment_status", "assessment_statuscontest")
        ),
    ]
