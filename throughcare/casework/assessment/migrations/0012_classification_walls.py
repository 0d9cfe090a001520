"""Row-level security of boards, classifications and appeals, their quorum, hands and days.

The numbers are those of `board.yaml` as they stood when this was written; a test compares the two.
"""

from importlib import import_module

from django.db import migrations

_walls = import_module("throughcare.casework.assessment.migrations.0002_walls")
_status = import_module("throughcare.casework.assessment.migrations.0006_status_walls")
_OWN, _refuse = _walls._OWN, _status._refuse

_TABLES = {
    "assessment_board": "board", "assessment_classification": "classification",
    "assessment_appeal": "appeal",
}  # fmt: skip
_STAFF = {**dict.fromkeys(_TABLES, ""), "assessment_seat": "", "assessment_factor": ""}
# Own words are the person's to write; what comes of them is not.
_STAFF["assessment_appeal"] = "WHEN (NEW.state <> 'waiting')"

_STEPS = "".join(
    f"""
CREATE TRIGGER assessment_step BEFORE INSERT ON {table}
    FOR EACH ROW EXECUTE FUNCTION assessment_need_step('{kind}');
"""
    for table, kind in _TABLES.items()
) + "".join(
    f"""
CREATE TRIGGER assessment_staff BEFORE INSERT ON {table}
    FOR EACH ROW {when} EXECUTE FUNCTION assessment_need_staff();
"""
    for table, when in _STAFF.items()
)
_NO_STEPS = "".join(f"DROP TRIGGER assessment_staff ON {table};\n" for table in _STAFF) + "".join(
    f"DROP TRIGGER assessment_step ON {table};\n" for table in _TABLES
)

_BOARDS = f"""
CREATE FUNCTION assessment_need_one_board() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE whole uuid := people_whole(NEW.person_id); was assessment_board;
BEGIN
    IF NEW.replaces_id IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('assessment_board' || whole::text, 0));
        IF NEW.called_by <> NEW.recorded_by THEN
            {_refuse("board_by_its_writer", "a board is called by who writes it")}
        END IF;
        IF EXISTS (
            SELECT FROM assessment_board b WHERE b.state = 'convened' AND b.stood_until IS NULL
                AND b.first <> NEW.first AND people_whole(b.person_id) = whole
        ) THEN
            {_refuse("one_board_meets", "a board about this person is called already")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM assessment_board b WHERE b.id = NEW.replaces_id;
    IF (NEW.trigger, NEW.why, NEW.called_by, NEW.meets_at)
        IS DISTINCT FROM (was.trigger, was.why, was.called_by, was.meets_at) THEN
        {_refuse("board_keeps_what_it_was_called_for", "what a board was called for stays")}
    END IF;
    IF NEW.state = 'decided' AND NOT EXISTS (
        SELECT FROM assessment_classification c WHERE c.board_id = NEW.first
            AND c.stood_until IS NULL AND c.state = 'in_force'
    ) THEN
        {_refuse("board_decides_by_its_minutes", "a board has decided once minutes are signed")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_sound BEFORE INSERT ON assessment_board
    FOR EACH ROW EXECUTE FUNCTION assessment_need_one_board();
"""
_NO_BOARDS = """
DROP TRIGGER assessment_sound ON assessment_board;
DROP FUNCTION assessment_need_one_board();
"""

# Who sat there is written after the minutes, and before anybody signs them.
_SEATS = f"""
CREATE FUNCTION assessment_need_open_minutes() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE minutes uuid; board uuid;
BEGIN
    IF TG_TABLE_NAME = 'assessment_seat' THEN
        minutes := (to_jsonb(NEW) ->> 'minutes')::uuid;
        board := (to_jsonb(NEW) ->> 'board_id')::uuid;
    ELSE
        minutes := (to_jsonb(NEW) ->> 'classification_id')::uuid;
    END IF;
    IF NOT EXISTS (
        SELECT FROM assessment_classification c WHERE c.first = minutes AND c.state = 'minuted'
            AND c.stood_until IS NULL AND (board IS NULL OR c.board_id = board)
            AND c.minuted_by = NEW.recorded_by
            AND people_whole(c.person_id) = people_whole(NEW.person_id)
    ) THEN
        {_refuse("minutes_are_open", "it is written with the minutes, by who writes them")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_sound BEFORE INSERT ON assessment_seat
    FOR EACH ROW EXECUTE FUNCTION assessment_need_open_minutes();
CREATE TRIGGER assessment_sound BEFORE INSERT ON assessment_factor
    FOR EACH ROW EXECUTE FUNCTION assessment_need_open_minutes();
"""
_NO_SEATS = """
DROP TRIGGER assessment_sound ON assessment_factor;
DROP TRIGGER assessment_sound ON assessment_seat;
DROP FUNCTION assessment_need_open_minutes();
"""

_CLASSIFIED = f"""
CREATE FUNCTION assessment_need_sound_classification() RETURNS trigger
LANGUAGE plpgsql {_OWN} AS $$
DECLARE was assessment_classification; whole uuid := people_whole(NEW.person_id); people bigint;
BEGIN
    IF NEW.replaces_id IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('assessment_board' || whole::text, 0));
        IF NEW.minuted_by <> NEW.recorded_by OR NOT EXISTS (
            SELECT FROM assessment_board b WHERE b.first = NEW.board_id AND b.state = 'convened'
                AND b.stood_until IS NULL AND people_whole(b.person_id) = whole
        ) THEN
            {_refuse("minutes_of_an_open_board", "minutes are of an open board of the person")}
        END IF;
        IF EXISTS (
            SELECT FROM assessment_classification c WHERE c.board_id = NEW.board_id
                AND c.stood_until IS NULL AND c.state = 'minuted' AND c.first <> NEW.first
        ) THEN
            {_refuse("one_minutes_wait", "minutes of this board wait for a signature already")}
        END IF;
        IF NEW.review_at > assessment_last_moment(NEW.person_id, NEW.decided_at) THEN
            {_refuse("level_lasts_six_months", "a level is looked at again after six months")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM assessment_classification c WHERE c.id = NEW.replaces_id;
    IF (NEW.board_id, NEW.level, NEW.place, NEW.reasons, NEW.besides, NEW.lower_why,
        NEW.departs_from, NEW.departs_why, NEW.model, NEW.model_why, NEW.wish, NEW.care,
        NEW.violence, NEW.mind, NEW.dependency, NEW.decided_at, NEW.review_at, NEW.minuted_by)
        IS DISTINCT FROM (was.board_id, was.level, was.place, was.reasons, was.besides,
        was.lower_why, was.departs_from, was.departs_why, was.model, was.model_why, was.wish,
        was.care, was.violence, was.mind, was.dependency, was.decided_at, was.review_at,
        was.minuted_by)
        OR (was.looked_by <> '' AND (NEW.looked_by, NEW.looked_at, NEW.looked_why)
            IS DISTINCT FROM (was.looked_by, was.looked_at, was.looked_why)) THEN
        {_refuse("minutes_keep_what_was_decided", "what a board decided is not changed")}
    END IF;
    IF NEW.told_by <> NEW.recorded_by AND (NEW.told_by, NEW.told_at, NEW.told_how,
        NEW.told_language) IS DISTINCT FROM (was.told_by, was.told_at, was.told_how,
        was.told_language) THEN
        {_refuse("classification_told_by_its_writer", "who told the person writes it")}
    END IF;
    IF was.state = 'minuted' THEN
        IF NEW.looked_by <> NEW.recorded_by
            OR assessment_one_hand(NEW.looked_by, NEW.minuted_by) THEN
            {_refuse("two_hands_make_minutes", "whoever writes the minutes does not sign them")}
        END IF;
        IF NOT EXISTS (
            SELECT FROM assessment_seat s WHERE s.minutes = NEW.first AND s.stood_until IS NULL
                AND assessment_one_hand(s.account, NEW.looked_by)
        ) THEN
            {_refuse("a_member_signs", "whoever signs the minutes sat on the board")}
        END IF;
        SELECT count(DISTINCT coalesce(a.holder::text, s.account)) INTO people
        FROM assessment_seat s LEFT JOIN access_account a ON a.id::text = s.account
        WHERE s.minutes = NEW.first AND s.stood_until IS NULL;
        IF NEW.state = 'in_force' AND (people < 3 OR NOT EXISTS (
            SELECT FROM assessment_seat s WHERE s.minutes = NEW.first AND s.stood_until IS NULL
                AND s.office = 'director'
        )) THEN
            {_refuse("board_has_a_quorum", "three sit on a board, the director among them")}
        END IF;
        IF NEW.state = 'in_force' AND NOT EXISTS (
            SELECT FROM assessment_factor f
            WHERE f.classification_id = NEW.first AND f.stood_until IS NULL
        ) THEN
            {_refuse("board_weighs_something", "a level rests on what was weighed")}
        END IF;
        IF NEW.state = 'in_force' AND NEW.level = 'high' AND NOT EXISTS (
            SELECT FROM assessment_factor f WHERE f.classification_id = NEW.first
                AND f.stood_until IS NULL AND f.weighs = 'more' AND f.kind <> 'offence'
        ) THEN
            {_refuse("offence_alone_is_no_ground", "the offence alone asks for no high level")}
        END IF;
    END IF;
    IF NEW.state = 'set_aside' AND NOT EXISTS (
        SELECT FROM assessment_appeal a WHERE a.classification_id = NEW.first
            AND a.stood_until IS NULL AND a.state = 'granted'
    ) THEN
        {_refuse("classification_is_set_aside_by_an_appeal", "an appeal sets it aside")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_sound BEFORE INSERT ON assessment_classification
    FOR EACH ROW EXECUTE FUNCTION assessment_need_sound_classification();
"""
_NOT_CLASSIFIED = """
DROP TRIGGER assessment_sound ON assessment_classification;
DROP FUNCTION assessment_need_sound_classification();
"""

_APPEALS = f"""
CREATE FUNCTION assessment_need_sound_appeal() RETURNS trigger LANGUAGE plpgsql {_OWN} AS $$
DECLARE was assessment_appeal; of assessment_classification; running boolean; own boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(
        'assessment_appeal' || NEW.classification_id::text, 0));
    SELECT * INTO of FROM assessment_classification c
    WHERE c.first = NEW.classification_id AND c.stood_until IS NULL
        AND people_whole(c.person_id) = people_whole(NEW.person_id);
    running := of.state = 'in_force' AND NEW.recorded_at < of.review_at;
    IF of.id IS NULL THEN
        {_refuse("appeal_is_of_the_person", "there is no such classification in this file")}
    END IF;
    IF NEW.replaces_id IS NULL THEN
        IF running IS NOT TRUE THEN
            {_refuse("appeal_while_it_lasts", "what is over is not appealed against")}
        END IF;
        own := EXISTS (
            SELECT FROM access_account a JOIN access_account b ON a.holder = b.holder
            WHERE a.id::text = NEW.recorded_by AND b.person IS NOT NULL
                AND people_whole(b.person) = people_whole(NEW.person_id)
        );
        IF NEW.own_hand <> own THEN
            {_refuse("appeal_says_whose_hand", "it says whether the person wrote it")}
        END IF;
        IF EXISTS (
            SELECT FROM assessment_appeal a WHERE a.classification_id = NEW.classification_id
                AND a.stood_until IS NULL AND a.state = 'waiting' AND a.id <> NEW.id
        ) THEN
            {_refuse("one_appeal_waits", "an appeal against it waits already")}
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO was FROM assessment_appeal a WHERE a.id = NEW.replaces_id;
    IF (NEW.classification_id, NEW.words, NEW.language, NEW.own_hand, NEW.appealed_at)
        IS DISTINCT FROM
        (was.classification_id, was.words, was.language, was.own_hand, was.appealed_at) THEN
        {_refuse("appeal_keeps_its_words", "the words of the person are not changed")}
    END IF;
    IF NEW.decided_by <> NEW.recorded_by OR assessment_one_hand(NEW.decided_by, of.minuted_by)
        OR assessment_one_hand(NEW.decided_by, of.looked_by) OR EXISTS (
            SELECT FROM assessment_seat s WHERE s.minutes = of.first AND s.stood_until IS NULL
                AND assessment_one_hand(s.account, NEW.decided_by)
        ) THEN
        {_refuse("another_decides_the_appeal", "whoever sat on the board does not decide")}
    END IF;
    IF (NEW.state = 'over') = coalesce(running, false) THEN
        {_refuse("appeal_is_decided_as_it_stands", "decided while it lasts, or said to be over")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER assessment_sound BEFORE INSERT ON assessment_appeal
    FOR EACH ROW EXECUTE FUNCTION assessment_need_sound_appeal();
"""
_NO_APPEALS = """
DROP TRIGGER assessment_sound ON assessment_appeal;
DROP FUNCTION assessment_need_sound_appeal();
"""


class Migration(migrations.Migration):
    dependencies = [("assessment", "0011_classification")]

    operations = [
        migrations.RunSQL(_STEPS, _NO_STEPS),
        migrations.RunSQL(_BOARDS, _NO_BOARDS),
        migrations.RunSQL(_SEATS, _NO_SEATS),
        migrations.RunSQL(_CLASSIFIED, _NOT_CLASSIFIED),
        migrations.RunSQL(_APPEALS, _NO_APPEALS),
        *(
            migrations.RunSQL([*_walls._wall(table, _walls._ADD)], [*_walls._no_wall(table)])
            for table in _STAFF
        ),
    ]
