"""Assessment: what a trained person found out about needs and risk, and what would help.

It is structured professional judgement: a fixed list of questions, each answered with evidence or
with "not enough information", and a final judgement that a person gives, reasons, dates and lets be
contested. No number comes of it: ratings are words with a short code, and nobody adds them up.

instruments   the lists of questions, as files that a service can bring; pure, without Django
"""
