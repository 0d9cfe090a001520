"""Published tables of ratings, typed in from their sources."""

from __future__ import annotations

from tests.casework.assessment.reliability.made import rows_of

# Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76:378-382,
# 1971, table 1: 30 patients, six psychiatrists each, five diagnoses. For each patient how many gave
# depression, personality disorder, schizophrenia, neurosis, other. Kappa 0.430.
DIAGNOSES = (
    "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006",
    "10050 11040 03300 10050 02031 00501 30012 51000 02040 10203",
    "00006 01050 02013 20040 10041 05010 40002 02040 10500 00006",
)


def diagnoses() -> list[list[str]]:
    """Each patient with the six diagnoses given: D, P, S, N, O."""
    return [
        [code for code, times in zip("DPSNO", row, strict=True) for _ in range(int(times))]
        for ten in DIAGNOSES
        for row in ten.split()
    ]


# Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, sections C and D (also Content
# Analysis, 2nd edition, 2004): four observers, twelve units, missing data. Alpha: nominal 0.743,
# ordinal 0.815, interval 0.849, ratio 0.797.
FOUR_OBSERVERS = rows_of(["123321412...", "1233224125.3", ".3332342251.", "12332441251."])

# Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014, page 120 (cac.raw4raters of his R
# package irrCAC 1.0): almost the same data. AC1 0.77544, standard error 0.14295, interval from
# 0.461 to 1; with quadratic weights AC2 0.914, from 0.685 to 1.
FOUR_RATERS = rows_of(["123321412...", "1233224125..", ".33323422513", "12332441251."])

# Shrout and Fleiss, "Intraclass correlations", Psychological Bulletin 86:420-428, 1979, table 2:
# six targets, four judges. Mean squares 11.24 between targets, 32.49 between judges, rest 1.02;
# ICC(2,1) 0.29. The ICC of the R package psych gives the interval from 0.019 to 0.761.
SIX_TARGETS = [["9", "2", "5", "8"], ["6", "1", "3", "2"], ["8", "4", "6", "8"]]
SIX_TARGETS += [["7", "1", "2", "6"], ["10", "5", "6", "9"], ["6", "2", "4", "7"]]

# Gwet 2014 (cont3x3abstractors of irrCAC 1.0, its overview and weighting vignettes): two reviewers
# read the records of 100 women: ectopic, abnormal or normal pregnancy. Cohen's kappa 0.796 (0.680
# to 0.913), AC1 0.849 (0.764 to 0.935), agreement 89 percent; with quadratic weights kappa 0.892
# (0.822 to 0.962) and AC2 0.940 (0.905 to 0.976).
REVIEWERS = {"EE": 13, "AA": 20, "AN": 7, "NA": 4, "NN": 56}

# The table with which the kappa paradox is told (after Feinstein and Cicchetti, Journal of Clinical
# Epidemiology 43:543-549, 1990; Gwet 2008): 125 cases, both raters say almost always "yes".
#   agreement 118/125 = 0.944; chance by kappa (123 * 120 + 2 * 5) / 125^2 = 0.94528: kappa -0.0234
#   share of "yes" 243/250 = 0.972; chance by AC1 2 * 0.972 * 0.028 = 0.054432: AC1 0.9408
PARADOX = {"yy": 118, "yn": 5, "ny": 2}


def pairs(table: dict[str, int]) -> list[list[str]]:
    """One row for each case of a cross table."""
    return [list(codes) for codes, times in table.items() for _ in range(times)]
