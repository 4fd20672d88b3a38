# übrig
WERT = 1
