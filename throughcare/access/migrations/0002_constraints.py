# Made by Django 5.2; kept apart from the tables of 0001.

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import throughcare.access.terms


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]

    operations = [
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends", None), ("ends__gt", models.F("begins")), _connector="OR"
                ),
                name="emergency_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(("compartment__in", ["CON", "HLT", "INT", "PSY"])),
                name="emergency_only_where_listed",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.GreaterThanOrEqual(
                        django.db.models.functions.text.Length(
                            django.db.models.functions.text.Trim("reason")
                        ),
                        20,
                    )
                ),
                name="emergency_reason_long_enough",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("confirmed_by", None),
                    models.Q(("confirmed_by", models.F("account")), _negated=True),
                    _connector="OR",
                ),
                name="emergency_not_confirmed_by_oneself",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at", None), ("confirmed_by", None)),
                    models.Q(
                        ("confirm_by__isnull", False),
                        ("confirmed_at__gte", models.F("begins")),
                        ("confirmed_at__isnull", False),
                        ("confirmed_at__lt", models.F("confirm_by")),
                        ("confirmed_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="emergency_confirmed_in_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reviewed_by", None),
                    models.Q(("reviewed_by", models.F("account")), _negated=True),
                    _connector="OR",
                ),
                name="emergency_not_reviewed_by_oneself",
            ),
        ),
        migrations.AddConstraint(
            model_name="breakglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("justified", None), ("reviewed_at", None), ("reviewed_by", None)),
                    models.Q(
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
        pgtrigger.migrations.AddTrigger(
            model_name="breakglass",
            trigger=pgtrigger.compiler.Trigger(
                name="emergency_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="36025782e9007ca0ac6fae7b5fff3279485e0f31",
                    operation="DELETE",
                    pgid="pgtrigger_emergency_stays_b3dc2",
                    table="access_breakglass",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="caseassignment",
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
                name="assignment_role_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseassignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends", None), ("ends__gt", models.F("begins")), _connector="OR"
                ),
                name="assignment_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseassignment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("account", "="),
                    ("person", "="),
                    ("role", "="),
                    (
                        models.Func(
                            models.F("begins"),
                            models.F("ends"),
                            models.Value("[)"),
                            function="TSTZRANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="assignment_once_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseassignment",
            trigger=pgtrigger.compiler.Trigger(
                name="assignment_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="49d8545c1afc8546e4cb46840fe292e422cf44a3",
                    operation="DELETE",
                    pgid="pgtrigger_assignment_stays_8bd09",
                    table="access_caseassignment",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends", None), ("ends__gt", models.F("begins")), _connector="OR"
                ),
                name="kinship_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("account", "="),
                    ("person", "="),
                    (
                        models.Func(
                            models.F("begins"),
                            models.F("ends"),
                            models.Value("[)"),
                            function="TSTZRANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="kinship_once_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="kinship",
            trigger=pgtrigger.compiler.Trigger(
                name="kinship_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="6d7c0a0a95fc152ea338f433a360822681d17dfe",
                    operation="DELETE",
                    pgid="pgtrigger_kinship_stays_43012",
                    table="access_kinship",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
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
                name="post_role_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(("establishment", ""), _negated=True), name="post_has_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends", None), ("ends__gt", models.F("begins")), _connector="OR"
                ),
                name="post_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("account", "="),
                    ("role", "="),
                    ("establishment", "="),
                    (
                        models.Func(
                            models.F("begins"),
                            models.F("ends"),
                            models.Value("[)"),
                            function="TSTZRANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="post_once_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="post_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="09ca87e6bb1b49c196044aace2637e150b54b2ee",
                    operation="DELETE",
                    pgid="pgtrigger_post_stays_d2db8",
                    table="access_post",
                    when="BEFORE",
                ),
            ),
        ),
    ]
