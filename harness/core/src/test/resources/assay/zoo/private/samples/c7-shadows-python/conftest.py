raise SystemExit("loaded in the wrong place")
