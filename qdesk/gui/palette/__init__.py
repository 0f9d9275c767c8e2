"""The command palette: every act, document and code by a few typed letters."""
