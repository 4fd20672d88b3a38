raise SystemExit("not the worker's")
