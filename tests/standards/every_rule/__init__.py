"""Every monitored rule of the rulebook, made to give each answer that its pattern allows."""
