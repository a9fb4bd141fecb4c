import type { Random } from './random.ts'
import { words } from './texts/words.ts'

/** Makes one sentence: slots filled with words, each followed by the particle that fits it. */
export type Sentence = (random: Random) => string

type Piece = string | { choices: readonly string[] }

const slot = /\{(\w+)(?::([가-힣]+\/[가-힣]+))?\}/g

/** Read once, filled millions of times: every word has its particle already. */
export function compile(template: string): Sentence {
  const pieces: Piece[] = []
  let end = 0
  for (const found of template.matchAll(slot)) {
    if (found.index > end) pieces.push(template.slice(end, found.index))
    pieces.push({ choices: wordsWith(found[1] ?? '', found[2]) })
    end = found.index + found[0].length
  }
  if (end < template.length) pieces.push(template.slice(end))
  return (random) => {
    let text = ''
    for (const piece of pieces) text += typeof piece === 'string' ? piece : random.pick(piece.choices)
    return text
  }
}

export const compileAll = (templates: readonly string[]): Sentence[] => templates.map(compile)

function wordsWith(name: string, particle: string | undefined): readonly string[] {
  const list = (words as Record<string, readonly string[]>)[name]
  if (!list) throw new Error(`no words for {${name}}`)
  const [closed = '', open = ''] = particle?.split('/') ?? []
  return particle === undefined ? list : list.map((word) => word + (endsClosed(word, closed) ? closed : open))
}

const HANGUL_START = 0xac00
const FINALS = 28
const RIEUL = 8
/** Letters and digits whose Korean names end in a consonant: 엘, 엠, 엔, 알; 영, 일, 삼, 육, 칠, 팔. */
const closedLetters = /[lmnr013678]$/i

/** 이/가 written as pairs "이/가", "을/를", "은/는", "으로/로"; "와/과" is the one that begins with the open form. */
function endsClosed(word: string, first: string): boolean {
  const code = word.charCodeAt(word.length - 1) - HANGUL_START
  const isHangul = code >= 0 && code < 11_172
  const final = isHangul ? code % FINALS : closedLetters.test(word) ? 1 : 0
  if (first === '으로' && (final === RIEUL || /[lr]$/i.test(word))) return false
  return first === '와' ? final === 0 : final !== 0
}
