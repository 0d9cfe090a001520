"""Why a finding is as it is, now and as known before."""
