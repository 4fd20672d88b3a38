# übrig
WERT = 1
