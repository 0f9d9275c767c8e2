"""How QDesk looks: tokens, type, colours of codes, icons, the one style sheet."""
