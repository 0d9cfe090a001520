"""Prison intelligence: a world of its own, imported by no other room (roles.md, section 4).

grades, policy   the scales, kinds of source and numbers of `grades.yaml` and `policy.yaml`
keys             what is written is encrypted under the room's own key
naming           a text that may betray its source
hands            who wrote about somebody does not decide about that person
writing          rows and their entries, without content and without a name in the register
actions          to report, review, share, answer, appoint, destroy
queries          what each side of the wall reads
ruled            what the rules say of the room's own records, inside the wall alone
"""
