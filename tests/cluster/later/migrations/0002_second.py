import os

from django.db import migrations

# Half of the step is done before the step fails.
_END = "SELECT 1 / 0" if os.environ.get("LATER_FAILS") else "SELECT 1"


class Migration(migrations.Migration):
    dependencies = [("later", "0001_first")]
    operations = [migrations.RunSQL("CREATE TABLE later_second (id int)"), migrations.RunSQL(_END)]
