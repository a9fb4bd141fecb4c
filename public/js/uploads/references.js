/**
 * Files of ours as a post's Markdown names them: `![alt](/files/…/바다.webp "caption")`, `[report.pdf](/files/…)`. The picture that stands for the
 * post in lists is the first, unless an address ends in `#cover` (docs/decisions/022). Pure: text in, text out.
 */
const pattern = /(!?)\[((?:\\.|[^[\]\\\n])*)\]\((\/files\/([0-9a-f]{32})\/[^\s()#]+)(#cover)?(?:[ \t]+"((?:\\.|[^"\\\n])*)")?\)/g

/** @returns {{ start: number, end: number, key: string, path: string, isPicture: boolean, label: string, caption: string, cover: boolean }[]} */
export const referencesIn = (text) =>
  Array.from(text.matchAll(pattern), ({ index, 0: { length }, 1: mark, 2: label, 3: path, 4: key, 5: cover, 6: caption = '' }) => ({
    start: index,
    end: index + length,
    key,
    path,
    shown: mark === '!',
    // Whatever else we take keeps an ending of its own.
    isPicture: mark === '!' && path.endsWith('.webp'),
    label: unescaped(label),
    caption: unescaped(caption),
    cover: cover !== undefined,
  }))

const unescaped = (said) => said.replace(/\\([\\[\]"*_`<>!&])/g, '$1')
const escaped = (said, signs) => said.replace(/\s+/g, ' ').trim().replace(signs, '\\$&')

function written({ shown, label, path, cover, caption }) {
  const title = caption.trim() === '' ? '' : ` "${escaped(caption, /[\\"]/g)}"`
  return `${shown ? '!' : ''}[${escaped(label, /[\\[\]*_`<>]/g)}](${path}${cover ? '#cover' : ''}${title})`
}

const replaced = (text, { start, end }, by) => text.slice(0, start) + by + text.slice(end)
const find = (text, key) => referencesIn(text).find((each) => each.key === key)

/** Other words for a picture: `{ label }`, `{ caption }`. */
export function described(text, key, words) {
  const found = find(text, key)
  return found ? replaced(text, found, written({ ...found, ...words })) : text
}

/** One stands for the post, or none does and the first one will. */
export function covered(text, key, on) {
  const others = referencesIn(text).filter(({ cover, key: other }) => cover && other !== key)
  const without = others.reduceRight((left, each) => replaced(left, each, written({ ...each, cover: false })), text)
  const found = find(without, key)
  return found ? replaced(without, found, written({ ...found, cover: on })) : without
}

/** Taken out wherever it is named, and the blank lines with it that stood only for its sake. */
export function without(text, key) {
  const found = find(text, key)
  if (!found) return text
  const [before, behind] = [text.slice(0, found.start), text.slice(found.end)]
  const alone = /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(behind)
  return without(alone ? joined(before, behind) : before + behind, key)
}

function joined(before, behind) {
  const [head, tail] = [before.trimEnd(), behind.trimStart()]
  return head === '' || tail === '' ? head + tail : `${head}\n\n${tail}`
}

/**
 * A block of its own beside its neighbours of the same batch that are there already, whichever came first; else where the cursor is.
 * @returns {{ text: string, at: number }} and where the text was parted
 */
export function placed(text, markdown, { cursor, after = [], before = [] }) {
  const all = referencesIn(text)
  const last = all.findLast(({ key }) => after.includes(key))
  const next = all.find(({ key }) => before.includes(key))
  const at = last ? last.end : next ? next.start : cursor
  const [head, tail] = [text.slice(0, at), text.slice(at)]
  const above = head === '' || head.endsWith('\n\n') ? '' : head.endsWith('\n') ? '\n' : '\n\n'
  const below = tail.startsWith('\n\n') ? '' : tail.startsWith('\n') ? '\n' : '\n\n'
  return { text: head + above + markdown + below + tail, at }
}
