import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppContext } from '../../context.ts'
import { mayChange } from '../../lib/fetch/may-change.ts'
import { readPageFacts } from '../../lib/html/page-facts.ts'
import { ImageRefused, prepareStill } from '../../lib/images/prepare-image.ts'
import { QueueFull } from '../../lib/images/queue.ts'
import { cardStorageKey } from './link-cards.paths.ts'
import type { CardFacts, CardImage, LinkCardRow, NoImage } from './link-cards.types.ts'

/** Some pages say who they are after hundreds of kilobytes of script. */
const PAGE = { maxBytes: 1024 * 1024, cut: true, timeoutMs: 8_000 }
const PICTURE = { types: ['image/'], maxBytes: 2 * 1024 * 1024, timeoutMs: 8_000 }
/** More than twice as wide as a card shows it; all of one form, so that no tall picture makes a tall card. */
const SIZE = { width: 400, height: 300 }
/** The end of a host says whose it is. */
const LONGEST_HOST = 50
/** Smaller ones are dots that count readers. */
const SMALLEST = 40

const noImage: NoImage = { imageKey: null, imageWidth: null, imageHeight: null }

/** Asks for the page and the picture that it names. `never`: it will not be otherwise soon. `later`: whoever should have told could not. */
export async function makeCard(ctx: AppContext, { url, imageKey }: LinkCardRow): Promise<CardFacts | 'never' | 'later'> {
  const page = await ctx.fetch.fetchPage(url, PAGE)
  if (!page.ok) return mayChange(page) ? 'later' : 'never'
  const { imageUrl, ...words } = readPageFacts(page.text)
  if (words.title === '') return 'never'
  const image = URL.parse(imageUrl, page.url)
  return {
    ...words,
    siteName: signed(words.siteName, new URL(url).hostname),
    ...(imageUrl !== '' && image ? await takePicture(ctx, image.href, imageKey) : noImage),
  }
}

/** Any page may call itself by a bank's name, or send us on to the bank and readers elsewhere: beside the name stands where the link leads. */
function signed(siteName: string, hostname: string): string {
  const host = hostname.replace(/^www\./, '')
  const shown = host.length > LONGEST_HOST ? `…${host.slice(-LONGEST_HOST)}` : host
  return siteName === '' || siteName.toLowerCase() === host ? shown : `${siteName} · ${shown}`
}

/** A card without its picture is still a card. Whatever the picture was, what we keep is a small still of our own making. */
async function takePicture(ctx: AppContext, url: string, knownKey: string | null): Promise<CardImage | NoImage> {
  const fetched = await ctx.fetch.fetchBytes(url, PICTURE)
  if (!fetched.ok) return noImage
  const folder = join(ctx.config.varDir, 'tmp')
  const path = join(folder, `${randomUUID()}.upload`)
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(path, fetched.data)
    const still = await prepareStill(path, SIZE)
    if (Math.min(still.width, still.height) < SMALLEST) return noImage
    const imageKey = knownKey ?? randomBytes(16).toString('hex')
    await ctx.storage.put(cardStorageKey(imageKey), still.data)
    return { imageKey, imageWidth: still.width, imageHeight: still.height }
  } catch (error) {
    if (error instanceof ImageRefused || error instanceof QueueFull) return noImage
    throw error
  } finally {
    await rm(path, { force: true })
  }
}
