// Redis keys. The braces keep them on one node of a cluster, where they can be renamed into each other.
export const PENDING_VIEWS = '{views}:pending'
/** Names of the batches that are being added to their posts. */
export const VIEW_BATCHES = '{views}:batches'
export const viewBatch = (batch: string): string => `{views}:batch:${batch}`
