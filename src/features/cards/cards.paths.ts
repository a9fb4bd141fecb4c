import { createHash } from 'node:crypto'

/** Where drawn cards stand in the storage, apart from what members send. */
export const CARDS_FOLDER = 'cards/'
/** Goes up when cards come to look otherwise. */
const DRAWING = 1

interface OfBoard {
  slug: string
  nameKo: string
}

interface OfPost {
  number: number
  title: string
}

/** Messengers keep a picture by its address: with what stands on it, the address changes. */
export const cardPath = (board: OfBoard, post: OfPost): string => `/cards/${board.slug}/${post.number}.png?v=${cardVersion(board, post)}`

export const cardVersion = ({ nameKo }: OfBoard, { title }: OfPost): string => hash([nameKo, title]).slice(0, 10)

/** Named by what is drawn: whoever asks for the same gets the same. */
export function cardStorageKey(text: { site: string; board: string; title: string }): string {
  const name = hash([text.site, text.board, text.title])
  return `${CARDS_FOLDER}${name.slice(0, 2)}/${name}.png`
}

const hash = (parts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([DRAWING, ...parts]))
    .digest('hex')
    .slice(0, 40)
