import { sharp } from '../images/guarded-sharp.ts'
import type { ServedFont, Sign } from './served-font.ts'
import { setLines } from './set-lines.ts'

/** What a card says of a post. */
export interface CardText {
  site: string
  board: string
  title: string
}

const WIDTH = 1200
const HEIGHT = 630
const MARGIN = 90
/** The light theme's paper, ink and accent (`tokens.css`): messengers have no theme to ask for. */
const PAPER = '#fbfaf7'
const INK = '#1f1d1a'
const SOFT = '#5d5850'
const ACCENT = '#b0431c'

/** A picture for messengers: the board, the title, the site, set in the font of the pages. */
export async function drawCard(font: ServedFont, { site, board, title }: CardText): Promise<Buffer> {
  const ellipsis = await font.signs('…')
  const set = async (text: string, size: number, lines: number, width = WIDTH - 2 * MARGIN) =>
    setLines(await font.signs(text), { width: (width / size) * font.em, lines, ellipsis })
  const large = await set(title, 80, 4)
  // A title that the font has no sign of says nothing here: the board's name stands for it.
  const [size, lines] = large.length === 0 ? [80, await set(board, 80, 3)] : large.length <= 3 ? [80, large] : [60, await set(title, 60, 4)]
  const top = 315 - ((lines.length - 1) * size * 1.35) / 2
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/><rect y="${HEIGHT - 18}" width="${WIDTH}" height="18" fill="${ACCENT}"/>`,
    ...(large.length === 0
      ? []
      : (await set(board, 38, 1)).map((line) => draw(font, line, { y: 130, size: 38, fill: ACCENT, bold: true }))),
    ...lines.map((line, index) => draw(font, line, { y: top + index * size * 1.35 + size * 0.3, size, fill: INK, bold: true })),
    HOUSE,
    ...(await set(site, 34, 1, 900)).map((line) => draw(font, line, { x: MARGIN + 54, y: 555, size: 34, fill: SOFT, bold: false })),
    '</svg>',
  ].join('')
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer()
}

/** The mark of the site's icon. */
const HOUSE = `<g fill="none" stroke="${ACCENT}" stroke-width="2.4" stroke-linejoin="round" transform="translate(${MARGIN - 4} 521) scale(1.75)"><path d="M3 10.5 12 4l9 6.5"/><path d="M5.5 9.5V20h13V9.5"/><path d="M9 20v-5.5h6V20"/></g>`

interface Place {
  x?: number
  y: number
  size: number
  fill: string
  /** The served font is one of variable weight, which no library here reads: its regular, with a line around it, is as dark as its bold. */
  bold: boolean
}

function draw({ em }: ServedFont, line: readonly Sign[], { x = MARGIN, y, size, fill, bold }: Place): string {
  const scale = size / em
  const stroke = bold ? ` stroke="${fill}" stroke-width="${Math.round(em * 0.035)}" stroke-linejoin="round"` : ''
  let at = 0
  const paths = line.map(({ width, path }) => {
    const placed = path === '' ? '' : `<path transform="translate(${at} 0)" d="${path}"/>`
    at += width
    return placed
  })
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})" fill="${fill}"${stroke}>${paths.join('')}</g>`
}
