"""Every page in a real browser: axe, the keyboard, a narrow screen, three languages."""
