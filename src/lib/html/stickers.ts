import type { MarkdownIt as Engine, StateInline } from 'markdown-it'
import type { MessageKey } from '../../messages/messages.ts'
import type { Translate } from '../i18n/translate.ts'
import { escapeHtml } from './escape.ts'

/** What `:set/name:` stands for. Without a picture it was removed: its words stay. */
export interface KnownSticker {
  alt: string
  picture: { path: string; width: number; height: number } | null
}

/** By "set/name". */
export type Stickers = ReadonlyMap<string, KnownSticker>

/** A comment as it was written, and what it and others with it name. */
export interface TextWithStickers {
  body: string
  stickers: Stickers
}

export interface StickerEnv {
  stickers?: Stickers
}

const WRITTEN = /:([a-z0-9][a-z0-9-]{0,29}\/[a-z0-9][a-z0-9-]{0,29}):/y
const everyWritten = new RegExp(WRITTEN.source, 'g')
/** More of them is a wall, and each would be looked up. */
const MOST = 30

/** `:set/name:` becomes the picture that `env.stickers` knows. What is unknown stays what was typed. */
export function stickers(engine: Engine): void {
  engine.inline.ruler.push('stickers', readSticker)
  engine.renderer.rules['sticker'] = (tokens, index) => {
    const { content = '', meta } = tokens[index] ?? {}
    const picture = meta as KnownSticker['picture']
    if (!picture) return escapeHtml(content)
    const { path, width, height } = picture
    return `<img src="${escapeHtml(path)}" alt="${escapeHtml(content)}" width="${width}" height="${height}" loading="lazy" decoding="async">`
  }
}

function readSticker(state: StateInline, silent: boolean): boolean {
  if (state.src.charAt(state.pos) !== ':') return false
  WRITTEN.lastIndex = state.pos
  const found = WRITTEN.exec(state.src)
  const known = found && (state.env as StickerEnv).stickers?.get(found[1] ?? '')
  if (!found || !known) return false
  if (!silent) {
    const token = state.push('sticker', '', 0)
    token.content = known.alt
    token.meta = known.picture
  }
  state.pos += found[0].length
  return true
}

/** A text that is shown without pictures, as a line of words. What is unknown stays what was typed. */
export const spokenStickers = (t: Translate<MessageKey>, { body, stickers }: TextWithStickers): string =>
  stickers.size === 0
    ? body
    : body.replace(everyWritten, (code, name: string) => {
        const known = stickers.get(name)
        return known ? t('stickers.spoken', { name: known.alt }) : code
      })

/** Those that a text may hold, each once. */
export const stickersNamedIn = (source: string): string[] => [
  ...new Set(Array.from(source.matchAll(everyWritten), ([, name]) => name ?? '').slice(0, MOST)),
]
