"""Where a person is held, on which ground, since when and until when (Mandela Rules 6 to 13).

terms      the closed lists: kinds of orders, states, movements, steps
models     stays, orders, charges, sentences, placements, movements, steps
writing    how a row is put down, replaced or struck out: it stays readable with its time
actions    every change; queries every reading; facts what the engine is told
"""
