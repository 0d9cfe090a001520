"""All rules, how things stand under each at an establishment, and for whom."""
