/** What a page gives its browser, so that it hears of new comments. */
export interface LiveThread {
  key: string
  /** The newest comment when the page was made. */
  last: number
  /** The newest change of a comment by then. */
  changes: number
  /** Where what is newer is asked for. */
  path: string
  /** All who show the post ask in the same moment: milliseconds within which each of them does, by how many there are. */
  pace: number
}
