// Redis keys. The braces keep both on one node of a cluster, where they can be renamed into each other.
export const PENDING_VIEWS = '{views}:pending'
export const FLUSHING_VIEWS = '{views}:flushing'
