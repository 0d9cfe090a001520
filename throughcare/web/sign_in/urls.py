"""Which address leads to which page of the door and of one's own account."""

from __future__ import annotations

from django.urls import path

from throughcare.web.sign_in.pages import (
    account,
    again,
    code_app,
    door,
    kept,
    outside,
    passkey_alone,
    passkeys,
    password,
    second,
    sessions,
)

_OWN = "my-account"
urlpatterns = [
    path("sign-in", door.sign_in, name="sign_in"),
    path("sign-in/second", second.second, name="second"),
    path("sign-in/second/passkey", second.second_passkey, name="second_passkey"),
    path("sign-in/passkey", passkey_alone.passkey_alone, name="passkey_alone"),
    path("sign-in/outside", outside.leave, name="outside"),
    path("sign-in/outside/back", outside.back, name="outside_back"),
    path("sign-out", door.sign_out, name="sign_out"),
    path("again", again.again, name="again"),
    path("again/passkey", again.again_passkey, name="again_passkey"),
    path("kept", kept.kept, name="kept"),
    path("kept/forget", kept.forget, name="forget_kept"),
    path(_OWN, account.my_account, name="my_account"),
    path(f"{_OWN}/password", password.password, name="password"),
    path(f"{_OWN}/code-app/begin", code_app.begin, name="begin_code_app"),
    path(f"{_OWN}/code-app", code_app.code_app, name="code_app"),
    path(f"{_OWN}/code-app/remove", code_app.remove, name="remove_code_app"),
    path(f"{_OWN}/recovery-codes", code_app.recovery_codes, name="recovery_codes"),
    path(f"{_OWN}/recovery-codes/new", code_app.new_recovery_codes, name="new_recovery_codes"),
    path(f"{_OWN}/passkeys", passkeys.passkeys, name="passkeys"),
    path(f"{_OWN}/passkeys/<int:number>/name", passkeys.rename, name="rename_passkey"),
    path(f"{_OWN}/passkeys/<int:number>/remove", passkeys.remove, name="remove_passkey"),
    path(f"{_OWN}/sessions", sessions.sessions, name="sessions"),
    path(f"{_OWN}/sessions/<int:number>/end", sessions.end, name="end_session"),
    path(f"{_OWN}/sessions/end-others", sessions.end_all_others, name="end_other_sessions"),
]
