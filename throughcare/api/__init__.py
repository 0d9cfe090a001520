"""The same questions and actions for machines: OpenAPI 3.1, tokens, problem+json."""
