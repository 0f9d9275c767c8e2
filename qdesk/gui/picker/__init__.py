"""The letters picker: typed search over the codes at the selection, and the parts it shares with the palette."""
