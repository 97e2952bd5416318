/** First key of every advisory lock of the indexer, so that those of other programs on the database stay apart: "SUBG". */
export const LOCK_SPACE = 0x53_55_42_47;

/** Second key of the lock under which deployments are registered and dropped; those of deployments are their site numbers. */
export const REGISTRY_LOCK = 0;
