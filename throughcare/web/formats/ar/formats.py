"""Arabic dates with their hour; Django has only the day and would show US order beside it."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y، H:i"
YEAR_MONTH_FORMAT = "F Y"
SHORT_DATETIME_FORMAT = "Y/m/d H:i"
