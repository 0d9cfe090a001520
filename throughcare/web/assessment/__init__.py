"""The section Judgement of a file: referral, screening, assessment, and what colleagues read."""
