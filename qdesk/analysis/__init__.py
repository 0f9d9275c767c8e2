"""Floor 2: numbers for charts and reports. Arrays in, frozen tables out."""
