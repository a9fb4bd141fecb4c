import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inks, marks } from '../../../src/lib/html/palette.ts'

const css = ['tokens', 'palette'].map((name) => readFileSync(`public/css/${name}.css`, 'utf8')).join('\n')

/** The values that a theme gives: the last block of its own, with what it leaves to the base. */
function theme(selector: string): Map<string, string> {
  const blocks = Array.from(css.matchAll(/(:root[^{]*)\{([^}]*)\}/g), ([, name = '', body = '']) => ({ name: name.trim(), body }))
  const own = blocks.filter(({ name }) => name === ':root' || name === selector).map(({ body }) => body)
  return new Map(Array.from(own.join('\n').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g), ([, name = '', value = '']) => [name, value]))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test('the measure is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test.each([':root', ':root:not([data-theme="light"])', ':root[data-theme="dark"]'])(
  'under %s every colour that a writer may choose can be read on every ground, and everything on every mark',
  (selector) => {
    const colours = theme(selector)
    const colourOf = (name: string) => colours.get(name) ?? expect.fail(`no --${name}`)
    const grounds = ['paper', 'raised', 'sunken', 'notice-tint']
    const words = [...inks.map((ink) => `ink-${ink}`), 'ink', 'ink-soft', 'accent']
    const pairs = words.flatMap((word) =>
      [...marks.map((mark) => `mark-${mark}`), ...(word.startsWith('ink-') ? grounds : [])].map((ground) => ({ word, ground })),
    )
    const unreadable = pairs
      .map(({ word, ground }) => ({ word, ground, ratio: contrast(colourOf(word), colourOf(ground)) }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(unreadable).toEqual([])
  },
)

test('every colour of the palette has a rule of its own', () => {
  for (const ink of inks) expect(css).toContain(`.text .ink-${ink} {\n    color: var(--ink-${ink});`)
  for (const mark of marks) expect(css).toContain(`.text .mark-${mark} {\n    background: var(--mark-${mark});`)
})
