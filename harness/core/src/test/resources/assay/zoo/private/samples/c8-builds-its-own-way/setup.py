open("/tmp/assay-zoo-built", "w").write("1")
raise SystemExit(0)
