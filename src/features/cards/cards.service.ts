import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { AppContext } from '../../context.ts'
import type { CardText } from '../../lib/cards/draw-card.ts'
import { openServedFont } from '../../lib/cards/served-font.ts'
import { Unavailable } from '../../lib/http/errors.ts'
import { createQueue, QueueFull } from '../../lib/images/queue.ts'
import { cardStorageKey } from './cards.paths.ts'

const FONT = join(import.meta.dirname, '../../../public/fonts/pretendard')

// Each takes a quarter of a second of a processor: what comes in a flood waits or is sent away.
const inTurn = createQueue({ slots: 2, waiting: 50 })

/** The card of these words: drawn when it is first asked for, and kept. */
export async function loadCard(ctx: AppContext, text: CardText): Promise<Buffer> {
  const key = cardStorageKey(text)
  const kept = await readKept(ctx, key)
  if (kept) return kept
  const drawing = ctx.memory.own('cards:drawing', () => new Map<string, Promise<Buffer>>())
  const asked = drawing.get(key)
  if (asked !== undefined) return asked
  const drawn = inTurn(() => drawAndKeep(ctx, key, text)).finally(() => drawing.delete(key))
  drawing.set(key, drawn)
  return drawn.catch((error: unknown) => {
    throw error instanceof QueueFull ? new Unavailable('too many cards are being drawn', error) : error
  })
}

async function drawAndKeep(ctx: AppContext, key: string, text: CardText): Promise<Buffer> {
  const { drawCard } = await import('../../lib/cards/draw-card.ts')
  // Opened for each card and let go of: its parts would hold more memory than all that they draw is worth.
  const card = await drawCard(await openServedFont(FONT, 'pretendard.css'), text)
  await ctx.storage.put(key, card).catch((error: unknown) => ctx.log.warn({ err: error }, 'a card could not be kept'))
  return card
}

const readKept = (ctx: AppContext, key: string): Promise<Buffer | null> =>
  ctx.storage
    .read(key)
    .then(buffer)
    .catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 'ENOENT') ctx.log.warn({ err: error, key }, 'a card can not be read')
      return null
    })
