"""The main window: one project, its panels, and the table of actions that feeds menus, tool row and palette."""
