import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Font } from 'fontkit'

/** A sign as it is drawn: in units of which `em` make the size of the type. */
export interface Sign {
  character: string
  width: number
  path: string
}

export interface ServedFont {
  em: number
  /** Signs of a text, in order. What the font doesn't have is left out: an emoji, a script of its own. */
  signs(text: string): Promise<Sign[]>
}

interface Part {
  file: string
  holds: (codePoint: number) => boolean
}

/**
 * The font that the pages are set in, read as browsers read it: cut into many files, each with the characters that its stylesheet names.
 * @throws when the stylesheet names no file
 */
export async function openServedFont(folder: string, stylesheet: string): Promise<ServedFont> {
  const parts = partsOf(await readFile(join(folder, stylesheet), 'utf8'))
  if (parts.length === 0) throw new Error(`${stylesheet} names no font`)
  const { create } = await import('fontkit')
  const opened = new Map<string, Promise<Font>>()
  const open = (file: string): Promise<Font> => {
    const font = opened.get(file) ?? readFile(join(folder, file)).then((bytes) => create(bytes) as Font)
    opened.set(file, font)
    return font
  }
  return {
    em: (await open(parts[0]?.file ?? '')).unitsPerEm,
    async signs(text) {
      const signs: Sign[] = []
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0
        const part = parts.find(({ holds }) => holds(codePoint))
        const font = part && (await open(part.file))
        if (!font?.hasGlyphForCodePoint(codePoint)) continue
        const glyph = font.glyphForCodePoint(codePoint)
        signs.push({ character, width: glyph.advanceWidth, path: glyph.path.toSVG() })
      }
      return signs
    },
  }
}

const partsOf = (css: string): Part[] =>
  [...css.matchAll(/url\(([\w.-]+\.woff2)\)[^}]*unicode-range:([^;}]+)/g)].map(([, file = '', ranges = '']) => ({
    file,
    holds: inRanges(ranges),
  }))

/** `U+d723-d728, U+ff0d` */
function inRanges(text: string): Part['holds'] {
  const ranges = [...text.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(([, from = '', to = from]) => [
    parseInt(from, 16),
    parseInt(to, 16),
  ])
  return (codePoint) => ranges.some(([from = 0, to = 0]) => codePoint >= from && codePoint <= to)
}
