"""The register only grows: UPDATE, DELETE and TRUNCATE are refused, to the owner as well."""

from django.db import migrations

from throughcare.cluster.roles import APP

_TABLES = ("register_entry", "register_sealed", "register_checkpoint")

_REFUSE = """
CREATE FUNCTION register_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The register only grows: % on % is refused. Record a new entry instead.',
    TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def _guard(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        [
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION register_refuse()",
            f"REVOKE ALL ON {table} FROM {APP}",
            f"GRANT SELECT, INSERT ON {table} TO {APP}",
        ],
        f"DROP TRIGGER {table}_only_grows ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]

    operations = [
        migrations.RunSQL(_REFUSE, "DROP FUNCTION register_refuse()"),
        *(_guard(table) for table in _TABLES),
    ]
