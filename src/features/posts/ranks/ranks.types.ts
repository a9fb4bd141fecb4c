/** The orders that change by themselves, each a column of `post_ranks`. */
export const rankedSorts = ['active', 'votes', 'views', 'comments'] as const
export type RankedSort = (typeof rankedSorts)[number]

/** Ranks are 64-bit: the value above, the number of the post below, so that no two posts of a board share one. */
export interface PostRanks extends Record<RankedSort, bigint> {
  postId: number
  boardId: number
  categoryId: number | null
}

export const rankedListName = (sort: RankedSort, categoryId: number | null): string =>
  categoryId === null ? sort : `category:${categoryId}:${sort}`

/** The ranked lists in which a post stands, and where. */
export const rankedPlaces = (ranks: PostRanks): { list: string; rank: bigint }[] =>
  rankedSorts.flatMap((sort) => [
    { list: rankedListName(sort, null), rank: ranks[sort] },
    ...(ranks.categoryId === null ? [] : [{ list: rankedListName(sort, ranks.categoryId), rank: ranks[sort] }]),
  ])

// Redis keys. The braces keep them on one node of a cluster, where they can be renamed into each other.
export const STALE_RANKS = '{ranks}:stale'
/** Names of the batches that are being ranked. */
export const RANK_BATCHES = '{ranks}:batches'
export const rankBatch = (batch: string): string => `{ranks}:batch:${batch}`
/** Up to which post the slow sweep has come. */
export const SWEPT_TO = '{ranks}:swept'
