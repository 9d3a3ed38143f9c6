### lineage
