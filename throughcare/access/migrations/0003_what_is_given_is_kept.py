# ruff: noqa: E501  (as Django and pgtrigger write them)

import datetime

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import throughcare.access.owners
import throughcare.access.terms


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_constraints"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("office", models.CharField(max_length=20)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("prison_director", "prison_director"),
                            ("admissions_officer", "admissions_officer"),
                            ("case_manager", "case_manager"),
                            ("psychologist", "psychologist"),
                            ("physician_nurse", "physician_nurse"),
                            ("chaplain", "chaplain"),
                            ("security_officer", "security_officer"),
                            ("intelligence_officer", "intelligence_officer"),
                            ("womens_unit_officer", "womens_unit_officer"),
                            ("juvenile_specialist", "juvenile_specialist"),
                            ("teacher_instructor", "teacher_instructor"),
                            ("probation_officer", "probation_officer"),
                            ("law_enforcement_liaison", "law_enforcement_liaison"),
                            ("judge_prosecutor", "judge_prosecutor"),
                            ("defence_lawyer", "defence_lawyer"),
                            ("civil_society_partner", "civil_society_partner"),
                            ("npm_inspector", "npm_inspector"),
                            ("hq_analyst", "hq_analyst"),
                            ("un_programme_officer", "un_programme_officer"),
                            ("prisoner", "prisoner"),
                            ("family", "family"),
                            ("system_administrator", "system_administrator"),
                        ],
                        max_length=40,
                    ),
                ),
                ("establishment", models.CharField(max_length=250)),
                ("made_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="breakglass",
            name="emergency_review_has_finding",
        ),
        migrations.RemoveConstraint(
            model_name="caseassignment",
            name="assignment_ends_after_it_begins",
        ),
        migrations.RemoveConstraint(
            model_name="kinship",
            name="kinship_ends_after_it_begins",
        ),
        migrations.RemoveConstraint(
            model_name="post",
            name="post_has_a_place",
        ),
        migrations.RemoveConstraint(
            model_name="post",
            name="post_ends_after_it_begins",
        ),
        migrations.AddField(
            model_name="account",
            name="must_change_password",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="breakglass",
            name="finding",
            field=models.TextField(blank=True, default=""),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="account_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="83da5631d6e9534ca1e38af307e1ef2fa11304bd",
                    operation="DELETE",
                    pgid="pgtrigger_account_stays_e6cd2",
                    table="access_account",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="account_holder_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."holder" IS DISTINCT FROM (NEW."holder"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0051577d1f01e05a7ecaa66f1a832cad83912020",
                    operation="UPDATE",
                    pgid="pgtrigger_account_holder_stays_48d7d",
                    table="access_account",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breakglass",
            trigger=pgtrigger.compiler.Trigger(
                name="emergency_as_given",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."person" IS DISTINCT FROM (NEW."person") OR OLD."compartment" IS DISTINCT FROM (NEW."compartment") OR OLD."ground" IS DISTINCT FROM (NEW."ground") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."begins" IS DISTINCT FROM (NEW."begins") OR OLD."confirm_by" IS DISTINCT FROM (NEW."confirm_by") OR OLD."review_by" IS DISTINCT FROM (NEW."review_by"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2e37139ec020b5bb03e202f7e84807b359550beb",
                    operation="UPDATE",
                    pgid="pgtrigger_emergency_as_given_86f11",
                    table="access_breakglass",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breakglass",
            trigger=pgtrigger.compiler.Trigger(
                name="emergency_only_shorter",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ends" IS NOT NULL AND (NEW."ends" IS NULL OR NEW."ends" > (OLD."ends")))',
                    func="RAISE EXCEPTION 'emergency_only_shorter: an end that was set is never moved later' USING ERRCODE = '23514', CONSTRAINT = 'emergency_only_shorter';",
                    hash="3d25b92790899d886a7d730b312c4ed5e05f83ae",
                    operation="UPDATE",
                    pgid="pgtrigger_emergency_only_shorter_c1d97",
                    table="access_breakglass",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breakglass",
            trigger=pgtrigger.compiler.Trigger(
                name="emergency_confirmed_by_another",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."confirmed_by_id" IS NOT NULL)',
                    func="\n            IF (SELECT holder FROM access_account WHERE id = NEW.confirmed_by_id) =\n               (SELECT holder FROM access_account WHERE id = NEW.account_id) THEN\n                RAISE EXCEPTION 'emergency_confirmed_by_another: whoever took the emergency access is not the second person' USING ERRCODE = '23514', CONSTRAINT = 'emergency_confirmed_by_another';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="711ae4e33979ee0031558469f9bc20b9708cac91",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_emergency_confirmed_by_another_f4618",
                    table="access_breakglass",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="breakglass",
            trigger=pgtrigger.compiler.Trigger(
                name="emergency_reviewed_by_another",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."reviewed_by_id" IS NOT NULL)',
                    func="\n            IF (SELECT holder FROM access_account WHERE id = NEW.reviewed_by_id) =\n               (SELECT holder FROM access_account WHERE id = NEW.account_id) THEN\n                RAISE EXCEPTION 'emergency_reviewed_by_another: whoever took the emergency access is not the second person' USING ERRCODE = '23514', CONSTRAINT = 'emergency_reviewed_by_another';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="f316696088ffa3463a90c8bbd8b73a1444f5699b",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_emergency_reviewed_by_another_ba647",
                    table="access_breakglass",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseassignment",
            trigger=pgtrigger.compiler.Trigger(
                name="assignment_as_given",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id") OR OLD."person" IS DISTINCT FROM (NEW."person") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."begins" IS DISTINCT FROM (NEW."begins"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f0d11346e12818413ec80771a3a71f262a8e91b5",
                    operation="UPDATE",
                    pgid="pgtrigger_assignment_as_given_3dc00",
                    table="access_caseassignment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseassignment",
            trigger=pgtrigger.compiler.Trigger(
                name="assignment_only_shorter",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ends" IS NOT NULL AND (NEW."ends" IS NULL OR NEW."ends" > (OLD."ends")))',
                    func="RAISE EXCEPTION 'assignment_only_shorter: an end that was set is never moved later' USING ERRCODE = '23514', CONSTRAINT = 'assignment_only_shorter';",
                    hash="9398bcac1177cc8656897980e2f4b154adc20a22",
                    operation="UPDATE",
                    pgid="pgtrigger_assignment_only_shorter_86562",
                    table="access_caseassignment",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="kinship",
            trigger=pgtrigger.compiler.Trigger(
                name="kinship_as_given",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id") OR OLD."person" IS DISTINCT FROM (NEW."person") OR OLD."begins" IS DISTINCT FROM (NEW."begins"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f8a362ab17e4fb0c85f8a73cfcb7f11d210994de",
                    operation="UPDATE",
                    pgid="pgtrigger_kinship_as_given_179aa",
                    table="access_kinship",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="kinship",
            trigger=pgtrigger.compiler.Trigger(
                name="kinship_only_shorter",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ends" IS NOT NULL AND (NEW."ends" IS NULL OR NEW."ends" > (OLD."ends")))',
                    func="RAISE EXCEPTION 'kinship_only_shorter: an end that was set is never moved later' USING ERRCODE = '23514', CONSTRAINT = 'kinship_only_shorter';",
                    hash="d53eb5dcf7bd3b9d7cc9667fded5e5d8f40268e7",
                    operation="UPDATE",
                    pgid="pgtrigger_kinship_only_shorter_845f1",
                    table="access_kinship",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="post_as_given",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."account_id" IS DISTINCT FROM (NEW."account_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."establishment" IS DISTINCT FROM (NEW."establishment") OR OLD."begins" IS DISTINCT FROM (NEW."begins"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7dab82e76d527d63e79d24cb028431abf974089a",
                    operation="UPDATE",
                    pgid="pgtrigger_post_as_given_d063e",
                    table="access_post",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="post_only_shorter",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ends" IS NOT NULL AND (NEW."ends" IS NULL OR NEW."ends" > (OLD."ends")))',
                    func="RAISE EXCEPTION 'post_only_shorter: an end that was set is never moved later' USING ERRCODE = '23514', CONSTRAINT = 'post_only_shorter';",
                    hash="c714b947b7dab13f811df56c0bc10118a1388807",
                    operation="UPDATE",
                    pgid="pgtrigger_post_only_shorter_d32db",
                    table="access_post",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="post_administers_accounts_or_reads_files",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE human uuid;",
                    func="\n    SELECT holder INTO human FROM access_account WHERE id = NEW.account_id;\n    PERFORM pg_advisory_xact_lock(7202, hashtext(human::text));\n    IF EXISTS (\n        SELECT 1 FROM access_post p JOIN access_account a ON a.id = p.account_id\n        WHERE a.holder = human AND p.id <> NEW.id\n        AND tstzrange(p.begins, p.ends) && tstzrange(NEW.begins, NEW.ends)\n        AND ((NEW.role IN ('system_administrator') AND p.role IN ('admissions_officer', 'case_manager', 'chaplain', 'civil_society_partner', 'defence_lawyer', 'family', 'intelligence_officer', 'judge_prosecutor', 'juvenile_specialist', 'law_enforcement_liaison', 'npm_inspector', 'physician_nurse', 'prison_director', 'prisoner', 'probation_officer', 'psychologist', 'security_officer', 'teacher_instructor', 'womens_unit_officer'))\n          OR (p.role IN ('system_administrator') AND NEW.role IN ('admissions_officer', 'case_manager', 'chaplain', 'civil_society_partner', 'defence_lawyer', 'family', 'intelligence_officer', 'judge_prosecutor', 'juvenile_specialist', 'law_enforcement_liaison', 'npm_inspector', 'physician_nurse', 'prison_director', 'prisoner', 'probation_officer', 'psychologist', 'security_officer', 'teacher_instructor', 'womens_unit_officer')))\n    ) THEN\n        RAISE EXCEPTION 'post_administers_accounts_or_reads_files: nobody administers accounts and reads files at one time' USING ERRCODE = '23514', CONSTRAINT = 'post_administers_accounts_or_reads_files';\n    END IF;\n    RETURN NULL;\n",
                    hash="a878a25b4222f8960e7778fd9802df065d9fdbc7",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_post_administers_accounts_or_reads_files_019c8",
                    table="access_post",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("person", "="), ("holder", "<>")], name="account_file_has_one_holder"
            ),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("holder", "="), ("person", "<>")], name="account_holder_has_one_file"
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("compartment", "CON"), _negated=True),
                        (
                            "ends__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("begins"),
                                "+",
                                models.Value(datetime.timedelta(seconds=14400)),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("compartment", "HLT"), _negated=True),
                        (
                            "ends__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("begins"),
                                "+",
                                models.Value(datetime.timedelta(seconds=14400)),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("compartment", "INT"), _negated=True),
                        (
                            "ends__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("begins"),
                                "+",
                                models.Value(datetime.timedelta(seconds=43200)),
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("compartment", "PSY"), _negated=True),
                        (
                            "ends__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("begins"),
                                "+",
                                models.Value(datetime.timedelta(seconds=14400)),
                            ),
                        ),
                        _connector="OR",
                    ),
                ),
                name="emergency_ends_within_its_hours",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("compartment", "CON"), _negated=True),
                        models.Q(
                            ("ground", "missing person or emergency notice"),
                            ("role__in", ["prison_director", "security_officer"]),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("compartment", "HLT"), _negated=True),
                        models.Q(
                            ("ground", "imminent danger to life"),
                            (
                                "role__in",
                                ["prison_director", "security_officer", "womens_unit_officer"],
                            ),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("compartment", "INT"), _negated=True),
                        models.Q(
                            ("ground", "imminent attack, escape or hostage taking"),
                            ("role__in", ["prison_director"]),
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("compartment", "PSY"), _negated=True),
                        models.Q(
                            ("ground", "imminent serious violence or suicide"),
                            ("role__in", ["prison_director"]),
                        ),
                        _connector="OR",
                    ),
                ),
                name="emergency_ground_and_role_fit",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("confirm_by", None),
                        (
                            "confirm_by__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("begins"),
                                "+",
                                models.Value(datetime.timedelta(seconds=3600)),
                            ),
                        ),
                        _connector="OR",
                    ),
                    (
                        "review_by__lte",
                        django.db.models.expressions.CombinedExpression(
                            models.F("begins"), "+", models.Value(datetime.timedelta(days=3))
                        ),
                    ),
                ),
                name="emergency_waits_for_others_within_its_hours",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("finding", ""),
                        ("justified", None),
                        ("reviewed_at", None),
                        ("reviewed_by", None),
                    ),
                    models.Q(
                        models.Q(("finding", ""), _negated=True),
                        ("justified__isnull", False),
                        ("reviewed_at__gte", models.F("begins")),
                        ("reviewed_at__isnull", False),
                        ("reviewed_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="emergency_review_has_finding",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseassignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends", None), ("ends__gte", models.F("begins")), _connector="OR"
                ),
                name="assignment_ends_no_earlier_than_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends", None), ("ends__gte", models.F("begins")), _connector="OR"
                ),
                name="kinship_ends_no_earlier_than_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(("establishment__regex", "^[a-z0-9][a-z0-9-]*$")),
                name="post_is_at_an_establishment",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends", None), ("ends__gte", models.F("begins")), _connector="OR"
                ),
                name="post_ends_no_earlier_than_it_begins",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="emergency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notices",
                to="access.breakglass",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="seen_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seen_notices",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            throughcare.access.terms.Role["PRISON_DIRECTOR"],
                            throughcare.access.terms.Role["ADMISSIONS_OFFICER"],
                            throughcare.access.terms.Role["CASE_MANAGER"],
                            throughcare.access.terms.Role["PSYCHOLOGIST"],
                            throughcare.access.terms.Role["PHYSICIAN_NURSE"],
                            throughcare.access.terms.Role["CHAPLAIN"],
                            throughcare.access.terms.Role["SECURITY_OFFICER"],
                            throughcare.access.terms.Role["INTELLIGENCE_OFFICER"],
                            throughcare.access.terms.Role["WOMENS_UNIT_OFFICER"],
                            throughcare.access.terms.Role["JUVENILE_SPECIALIST"],
                            throughcare.access.terms.Role["TEACHER_INSTRUCTOR"],
                            throughcare.access.terms.Role["PROBATION_OFFICER"],
                            throughcare.access.terms.Role["LAW_ENFORCEMENT_LIAISON"],
                            throughcare.access.terms.Role["JUDGE_PROSECUTOR"],
                            throughcare.access.terms.Role["DEFENCE_LAWYER"],
                            throughcare.access.terms.Role["CIVIL_SOCIETY_PARTNER"],
                            throughcare.access.terms.Role["NPM_INSPECTOR"],
                            throughcare.access.terms.Role["HQ_ANALYST"],
                            throughcare.access.terms.Role["UN_PROGRAMME_OFFICER"],
                            throughcare.access.terms.Role["PRISONER"],
                            throughcare.access.terms.Role["FAMILY"],
                            throughcare.access.terms.Role["SYSTEM_ADMINISTRATOR"],
                        ],
                    )
                ),
                name="notice_role_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("establishment__regex", "^[a-z0-9][a-z0-9-]*$")),
                name="notice_is_to_an_establishment",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "office__in",
                        [
                            throughcare.access.owners.Office["OWNER"],
                            throughcare.access.owners.Office["DATA_PROTECTION"],
                        ],
                    )
                ),
                name="notice_office_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                fields=("emergency", "office"), name="notice_once_to_an_office"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("seen_at", None), ("seen_by", None)),
                    models.Q(
                        ("seen_at__gte", models.F("made_at")),
                        ("seen_at__isnull", False),
                        ("seen_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="notice_seen_by_somebody_once_made",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notice",
            trigger=pgtrigger.compiler.Trigger(
                name="notice_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="01ea1d1ef5163711abfc2c13861c674cbf5c3ff8",
                    operation="DELETE",
                    pgid="pgtrigger_notice_stays_1a447",
                    table="access_notice",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notice",
            trigger=pgtrigger.compiler.Trigger(
                name="notice_as_given",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."emergency_id" IS DISTINCT FROM (NEW."emergency_id") OR OLD."office" IS DISTINCT FROM (NEW."office") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."establishment" IS DISTINCT FROM (NEW."establishment") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c076a179df2045f923dc6f82ce60d6e95a11b65e",
                    operation="UPDATE",
                    pgid="pgtrigger_notice_as_given_18236",
                    table="access_notice",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="notice",
            trigger=pgtrigger.compiler.Trigger(
                name="notice_seen_by_another",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."seen_by_id" IS NOT NULL)',
                    func="\n            IF (SELECT holder FROM access_account WHERE id = NEW.seen_by_id) =\n               (SELECT holder FROM access_account WHERE id = (SELECT account_id FROM access_breakglass WHERE id = NEW.emergency_id)) THEN\n                RAISE EXCEPTION 'notice_seen_by_another: whoever took the emergency access is not the second person' USING ERRCODE = '23514', CONSTRAINT = 'notice_seen_by_another';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="0af2764a3ca5701cb144a1f0c35c1fbea4e830a5",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_notice_seen_by_another_084f5",
                    table="access_notice",
                    when="AFTER",
                ),
            ),
        ),
    ]
