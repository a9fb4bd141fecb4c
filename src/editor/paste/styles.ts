import { fill, rename } from './shape.ts'

const blocks = 'p, div, h1, h2, h3, h4, h5, h6, center, blockquote'

/** What was said by a style or an old tag is said by a tag of ours; all styles then go. */
export function saidByStyle(body: HTMLElement): void {
  for (const font of body.querySelectorAll<HTMLElement>('font[color]'))
    font.dataset['style'] = `color:${font.getAttribute('color')};${font.dataset['style'] ?? ''}`
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    if (element.closest('pre')) continue
    sayLetters(element)
    sayColours(element)
  }
  for (const element of body.querySelectorAll<HTMLElement>(blocks)) saySide(element)
  for (const element of body.querySelectorAll('[data-style]')) element.removeAttribute('data-style')
}

/** Read by the browser, on an element that stands nowhere. */
export function styleOf(element: HTMLElement): CSSStyleDeclaration {
  const { style } = document.createElement('span')
  style.cssText = element.dataset['style'] ?? ''
  return style
}

function sayLetters(element: HTMLElement): void {
  const { fontWeight, fontStyle, textDecorationLine, textDecoration, verticalAlign } = styleOf(element)
  const isHeading = element.closest('h1, h2, h3, h4, h5, h6, th') !== null
  const line = `${textDecorationLine} ${textDecoration}`
  const isWeighty = fontWeight === 'bold' || fontWeight === 'bolder' || Number(fontWeight) >= 600
  if (isWeighty && !isHeading) fill(element, 'strong')
  if (fontStyle === 'italic' || fontStyle === 'oblique') fill(element, 'em')
  if (line.includes('underline') && !element.closest('a') && !element.querySelector('a')) fill(element, 'u')
  if (line.includes('line-through')) fill(element, 's')
  if (verticalAlign === 'super' || verticalAlign === 'sub') fill(element, verticalAlign === 'super' ? 'sup' : 'sub')
  // An element that was bold by its name and is light by its style.
  if (/^(B|STRONG)$/.test(element.tagName) && (fontWeight === 'normal' || fontWeight === '400')) rename(element, 'span')
}

function sayColours(element: HTMLElement): void {
  if (element.closest('a') || element.querySelector('table, p, li, a')) return
  const { color, backgroundColor } = styleOf(element)
  const ink = inkOf(hslOf(color))
  const mark = markOf(hslOf(backgroundColor))
  if (ink) fill(element, 'span', `ink-${ink}`)
  if (mark && !element.matches('td, th, tr, table')) fill(element, 'mark', `mark-${mark}`)
}

/** Of a block that holds no other: what is justified is so by a program's habit. */
function saySide(element: HTMLElement): void {
  const side = element.tagName === 'CENTER' ? 'center' : styleOf(element).textAlign || (element.getAttribute('align') ?? '')
  if ((side !== 'center' && side !== 'right') || element.closest('td, th, li') || element.querySelector(`${blocks}, table, ul, ol`)) return
  const box = element.ownerDocument.createElement('div')
  box.className = `align-${side}`
  const previous = element.previousElementSibling
  if (previous?.className === box.className) previous.append(element)
  else {
    element.before(box)
    box.append(element)
  }
}

type Hsl = { hue: number; saturation: number; light: number } | null

function hslOf(colour: string): Hsl {
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]*)\)$/.exec(colour)?.[1] ?? '').split(/[\s,/]+/).map(Number)
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red) || alpha === 0) return null
  const [high, low] = [Math.max(red, green, blue) / 255, Math.min(red, green, blue) / 255]
  const spread = high - low
  const light = (high + low) / 2
  if (spread === 0) return { hue: 0, saturation: 0, light }
  const [r, g, b] = [red / 255, green / 255, blue / 255]
  const sixth = high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return { hue: sixth * 60, saturation: spread / (1 - Math.abs(2 * light - 1)), light }
}

/** The nearest of the palette; greys are how programs write black. */
function inkOf(colour: Hsl): string | null {
  if (!colour || colour.saturation < 0.35 || colour.light < 0.12 || colour.light > 0.8) return null
  const { hue } = colour
  return hue < 15 || hue >= 340 ? 'red' : hue < 55 ? 'orange' : hue < 170 ? 'green' : hue < 255 ? 'blue' : 'violet'
}

function markOf(colour: Hsl): string | null {
  if (!colour || colour.saturation < 0.3 || colour.light < 0.4 || colour.light > 0.97) return null
  const { hue } = colour
  return hue >= 35 && hue < 70
    ? 'yellow'
    : hue >= 70 && hue < 170
      ? 'green'
      : hue >= 170 && hue < 250
        ? 'blue'
        : hue >= 250 && hue < 295
          ? 'violet'
          : 'pink'
}
