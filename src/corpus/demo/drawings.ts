import sharp from 'sharp'
import { createRandom, type Random } from '../random.ts'

const WIDTH = 1_280
const HEIGHT = 853

/** Pictures for the demo, drawn here: nobody else's rights, no file to carry along. */
export const drawings: Record<string, (random: Random) => string> = {
  sunset: (random) => land(random, { sky: ['#2b2a5a', '#e4677a', '#ffd08a'], sun: '#fff1c9', hills: ['#6b4a73', '#45365d', '#251f3f'] }),
  dawn: (random) => sea(random, { sky: ['#f7c9b6', '#fde9d9', '#dfeaf2'], sun: '#fff6dd', water: ['#9db9c9', '#54778f'] }),
  sea: (random) => sea(random, { sky: ['#6d7fb3', '#e8b7a2', '#f6dfc3'], sun: '#fff0d0', water: ['#5f7fa3', '#23405f'] }),
  sea2: (random) => sea(random, { sky: ['#5aa9dd', '#a9d8ef', '#e9f6fb'], sun: '#ffffff', water: ['#4fa3b8', '#1d5f7a'] }),
  snow: (random) => land(random, { sky: ['#8fb0cc', '#cfe0ec', '#f1f5f8'], sun: '#ffffff', hills: ['#b9cbd9', '#e6eef4', '#ffffff'] }),
  night: (random) => stars(random) + hills(random, ['#16203c', '#0c1228']),
  cat: () => cat(),
  bowl: (random) => bowl(random),
  plant: (random) => plant(random),
  chart: (random) => chart(random),
}

export function draw(name: string, seed: number): Promise<Buffer> {
  const drawing = drawings[name]
  if (!drawing) throw new Error(`nobody can draw ${name}`)
  // Uploads may not be SVG, and those come as files: this opens memory alone, in the one process that draws.
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawing(createRandom(seed))}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

const rect = (fill: string, y = 0, height = HEIGHT) => `<rect x="0" y="${y}" width="${WIDTH}" height="${height}" fill="${fill}"/>`
const circle = (x: number, y: number, r: number, fill: string, opacity = 1) =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="${fill}" opacity="${opacity}"/>`
const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`

function shaded(id: string, colours: readonly string[], y = 0, height = HEIGHT): string {
  const stops = colours.map((colour, index) => `<stop offset="${index / (colours.length - 1)}" stop-color="${colour}"/>`)
  return `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient></defs>${rect(`url(#${id})`, y, height)}`
}

interface Land {
  sky: readonly string[]
  sun: string
  hills: readonly string[]
}

const land = (random: Random, { sky, sun, hills: colours }: Land): string =>
  shaded('sky', sky) + circle(300 + random.below(680), 380 + random.below(90), 62, sun, 0.95) + hills(random, colours)

/** Ridges, each nearer, lower and of its own roughness. */
function hills(random: Random, colours: readonly string[]): string {
  return colours
    .map((colour, index) => {
      const base = HEIGHT * (0.58 + index * (0.32 / colours.length))
      const phase = random.next() * 6
      const points = Array.from({ length: 41 }, (_, at) => {
        const x = (WIDTH / 40) * at
        const y = base - Math.sin(at / (4 - index * 0.6) + phase) * 46 - Math.sin(at / 1.3 + phase * 2) * 16 - random.below(9)
        return `${x.toFixed(0)},${y.toFixed(0)}`
      })
      return path(`M0,${HEIGHT} L${points.join(' L')} L${WIDTH},${HEIGHT} Z`, colour)
    })
    .join('')
}

function sea(random: Random, { sky, sun, water }: { sky: readonly string[]; sun: string; water: readonly string[] }): string {
  const horizon = 460
  const x = 380 + random.below(520)
  const glints = Array.from({ length: 46 }, (_, index) => {
    const spread = 20 + index * 7
    const left = x - spread / 2 + random.below(spread) - spread / 2
    return `<rect x="${left}" y="${horizon + 8 + index * 8}" width="${spread * (0.5 + random.next())}" height="3" rx="1.5" fill="${sun}" opacity="${(0.75 - index * 0.013).toFixed(2)}"/>`
  })
  return (
    shaded('sky', sky, 0, horizon) + circle(x, horizon - 74, 48, sun) + shaded('water', water, horizon, HEIGHT - horizon) + glints.join('')
  )
}

function stars(random: Random): string {
  const dots = Array.from({ length: 340 }, () =>
    circle(random.below(WIDTH), random.below(640), 0.6 + random.next() ** 4 * 3, '#fff', 0.4 + random.next() * 0.6),
  )
  return (
    shaded('sky', ['#0a1030', '#1c2a58', '#4a4a78']) + dots.join('') + circle(930, 210, 54, '#fdf6dc') + circle(1052, 268, 7, '#ffe9b0')
  )
}

const cat = (): string =>
  shaded('wall', ['#f3e6d4', '#e9d4b8']) +
  rect('#a9794f', 690, HEIGHT - 690) +
  path('M430,700 C400,520 480,420 640,420 C800,420 880,520 850,700 Z', '#4a4a52') +
  path('M505,330 L520,200 L610,285 Z M775,330 L760,200 L670,285 Z', '#4a4a52') +
  circle(640, 360, 145, '#4a4a52') +
  circle(585, 345, 30, '#ffe27a') +
  circle(695, 345, 30, '#ffe27a') +
  `<ellipse cx="585" cy="345" rx="9" ry="26" fill="#222"/><ellipse cx="695" cy="345" rx="9" ry="26" fill="#222"/>` +
  path('M628,398 L652,398 L640,412 Z', '#f0a0a0') +
  path('M640,412 q-16,22 -36,12 M640,412 q16,22 36,12', 'none', 'stroke="#222" stroke-width="4"') +
  path('M560,395 l-110,-16 M560,407 l-110,10 M720,395 l110,-16 M720,407 l110,10', 'none', 'stroke="#ddd" stroke-width="3"') +
  path('M960,690 l18,-92 h110 l18,92 Z', '#d9e7ee') +
  path('M1092,620 q60,6 52,44 q-10,24 -46,16', 'none', 'stroke="#d9e7ee" stroke-width="14"')

function bowl(random: Random): string {
  const noodles = Array.from({ length: 60 }, () => {
    const [x, y] = [470 + random.below(340), 330 + random.below(120)]
    return path(
      `M${x},${y} q${random.below(120) - 60},${random.below(60) - 30} ${random.below(160) - 80},${random.below(50)}`,
      'none',
      'stroke="#f6e3b4" stroke-width="9" stroke-linecap="round"',
    )
  })
  const scallions = Array.from({ length: 26 }, () =>
    circle(480 + random.below(320), 330 + random.below(130), 8 + random.below(6), '#6fa84f', 0.9),
  )
  return (
    shaded('table', ['#8c5f3d', '#6d4529']) +
    `<ellipse cx="640" cy="640" rx="400" ry="60" fill="#000" opacity=".25"/>` +
    path('M290,400 C300,640 460,690 640,690 C820,690 980,640 990,400 Z', '#f4f1ea') +
    `<ellipse cx="640" cy="400" rx="350" ry="120" fill="#fbf8f1"/><ellipse cx="640" cy="402" rx="318" ry="102" fill="#e7c98a"/>` +
    noodles.join('') +
    scallions.join('') +
    path('M900,180 L1180,330 M930,160 L1210,310', 'none', 'stroke="#3b2416" stroke-width="14" stroke-linecap="round"')
  )
}

function plant(random: Random): string {
  const leaves = Array.from({ length: 13 }, (_, index) => {
    const angle = -2.6 + (index / 12) * 2.1
    const length = 240 + random.below(130)
    const [x, y] = [640 + Math.cos(angle) * length, 560 + Math.sin(angle) * length]
    const [a, b] = [640 + Math.cos(angle - 0.35) * length * 0.6, 560 + Math.sin(angle - 0.35) * length * 0.6]
    const [c, d] = [640 + Math.cos(angle + 0.35) * length * 0.6, 560 + Math.sin(angle + 0.35) * length * 0.6]
    return path(
      `M640,570 Q${a.toFixed(0)},${b.toFixed(0)} ${x.toFixed(0)},${y.toFixed(0)} Q${c.toFixed(0)},${d.toFixed(0)} 640,570 Z`,
      random.pick(['#3f8a57', '#58a56b', '#2f6f4a', '#74b97c']),
    )
  })
  return (
    shaded('room', ['#eef3ea', '#dbe5d6']) +
    rect('#c9b28f', 720, HEIGHT - 720) +
    leaves.join('') +
    path('M520,560 H760 L726,740 H554 Z', '#c66b4a') +
    rect('#000', 0, 0)
  )
}

function chart(random: Random): string {
  const bars = Array.from({ length: 24 }, (_, hour) => {
    const light = Math.max(0, Math.sin(((hour - 5.5) / 13.5) * Math.PI)) * (0.82 + random.next() * 0.18)
    const height = 14 + light * 470
    return `<rect x="${120 + hour * 44}" y="${700 - height}" width="30" height="${height.toFixed(0)}" rx="5" fill="${light > 0.6 ? '#e9a13b' : '#7fb3c8'}"/>`
  })
  const lines = [700, 580, 460, 340, 220].map((y) => `<line x1="100" x2="1190" y1="${y}" y2="${y}" stroke="#cfd8de" stroke-width="2"/>`)
  return rect('#fbfcfd') + lines.join('') + bars.join('')
}
