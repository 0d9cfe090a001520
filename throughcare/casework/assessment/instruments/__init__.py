"""Instruments: the questions of an assessment, their ratings and their rules, each in one file.

An instrument is a plug-in. Ours (`generic.yaml`) comes with the package; whoever holds a licence
puts others into a folder of the house. Pure: no Django, no clock, and no setting is read here.

model, standing, scale   what an instrument is; `wording` keeps licensed text unwritten
opening, guard, reading  a file is read; a dangerous one is refused before it is unfolded
head, use, requires, scales, domains, items, judgements   each part, every problem at its line
sheet, overlay, translating   a file as it stands; words in another language, laid over the original
texts, groups   finding words in a text, whatever their form (kernel: folding, phrases)
protected, counting      what may be no indicator, and that no number is made of a person
demands                  what each instrument must have, how far its numbers may go (`lists/`)
catalogue, leaving       those at hand; the little of one that may leave the house
"""
