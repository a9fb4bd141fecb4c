import { createHash } from 'node:crypto'

/** What is known of an address that stands alone in somebody's text. */
export interface LinkCardRow {
  /** SHA-256, in hex. */
  urlHash: string
  url: string
  /** `none`: asked, and there is nothing to show. */
  status: 'waiting' | 'ready' | 'none'
  title: string
  description: string
  siteName: string
  /** Names the picture's file and address; kept when the picture is fetched anew, so that texts that show it stay right. */
  imageKey: string | null
  imageWidth: number | null
  imageHeight: number | null
  /** When a job is to ask for it; null: nothing to do. */
  dueAt: Date | null
  triedAt: Date | null
  fetchedAt: Date | null
  /** In a row. */
  failures: number
  createdAt: Date
}

export type CardImage = { imageKey: string; imageWidth: number; imageHeight: number }
export type NoImage = { imageKey: null; imageWidth: null; imageHeight: null }

/** What a page says of itself, ready to be kept. */
export type CardFacts = Pick<LinkCardRow, 'title' | 'description' | 'siteName'> & (CardImage | NoImage)

/** The key of a card: addresses are longer than any index. */
export const urlHash = (url: string): string => createHash('sha256').update(url).digest('hex')

/** As long as an answer is taken for true. */
export const FRESH_MS = 30 * 86_400_000
