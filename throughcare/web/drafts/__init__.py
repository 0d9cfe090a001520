"""Forms not finished, and forms already sent: a form is neither lost nor done twice.

Each form that is shown carries a key. A draft keeps what was typed under this key, for its own
account alone, until the form is sent or the days of `settings.DRAFT_DAYS` are over. Once the form
is sent the key is spent: the same form, sent again, does nothing and leads to where the first led.

    models     drafts and spent keys
    actions    keep, forget, and to do something once
    queries    the drafts of an account
    pages      the list of one's drafts, and the way to keep one
"""
