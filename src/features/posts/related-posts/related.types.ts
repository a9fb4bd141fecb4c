/** A post that shares words with another of its board. */
export interface Related {
  postId: number
  score: number
}

/** Shown under a post; some more are kept, for some will be hidden or deleted. */
export const RELATED_SHOWN = 5
export const RELATED_KEPT = 8

/** A word on so many posts of a board tells nothing of any of them. */
export const COMMON = 200
/** As many words of a post are looked up, the rare ones first. */
export const LOOKED_UP = 10

export interface WordCount {
  word: string
  /** On how many posts of the board, `COMMON` at most. */
  posts: number
}

/** The words worth looking up: those that others have too, but few. */
export const rareWords = (counts: readonly WordCount[]): WordCount[] =>
  counts
    .filter(({ posts }) => posts > 1 && posts < COMMON)
    .sort((a, b) => a.posts - b.posts)
    .slice(0, LOOKED_UP)

/**
 * The more words two posts share, and the rarer those are, the nearer they stand. One pair of syllables in common is chance; a tag is not.
 * Of two that are as near, the newer.
 */
export function nearest(rare: readonly WordCount[], found: readonly { word: string; postId: number }[], own: number): Related[] {
  const weights = new Map(rare.map(({ word, posts }) => [word, Math.round(100 * Math.log2((2 * COMMON) / posts))]))
  const shared = new Map<number, string[]>()
  for (const { word, postId } of found) if (postId !== own) shared.set(postId, [...(shared.get(postId) ?? []), word])
  return [...shared]
    .filter(([, words]) => words.length > 1 || words.some((word) => word.startsWith('#')))
    .map(([postId, words]) => ({ postId, score: words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0) }))
    .sort((a, b) => b.score - a.score || b.postId - a.postId)
    .slice(0, RELATED_KEPT)
}
