import { compileAll, type Sentence } from './grammar.ts'
import { type Random, zipf } from './random.ts'
import { replies } from './texts/replies.ts'
import { sentences } from './texts/sentences.ts'
import { type Kind, kinds, tails, titles } from './texts/titles.ts'

const titlesOf = compiled(titles)
const sentencesOf = compiled(sentences)
const titleTails = compileAll(tails)
const replySentences = compileAll(replies)

const MOST_PARAGRAPHS = 8
const LONG_TITLE = 100

export interface Draft {
  title: string
  body: string
}

export function writePost(random: Random): Draft {
  const kind = random.pick(kinds)
  return { title: writeTitle(random, kind), body: writeBody(random, kind) }
}

/** One to three sentences. */
export function writeReply(random: Random): string {
  const say = speaker(random)
  return Array.from({ length: zipf(random, 3) }, () => say(replySentences)).join(' ')
}

/** Says nothing twice, as long as there is something else to say. */
function speaker(random: Random): (sentences: readonly Sentence[]) => string {
  const said = new Set<Sentence>()
  return (sentences) => {
    let sentence = random.pick(sentences)
    for (let again = 0; again < 4 && said.has(sentence); again += 1) sentence = random.pick(sentences)
    said.add(sentence)
    return sentence(random)
  }
}

function writeTitle(random: Random, kind: Kind): string {
  const title = random.pick(titlesOf[kind])(random) + (random.chance(0.4) ? random.pick(titleTails)(random) : '')
  // Somebody always writes one: a hundred letters, some of them without a single space.
  if (random.chance(0.0005)) return [...title.replaceAll(' ', '').repeat(12)].slice(0, LONG_TITLE).join('')
  return random.chance(0.001)
    ? [...`${title} / ${random.pick(titlesOf[kind])(random)} `.repeat(5)].slice(0, LONG_TITLE).join('').trim()
    : title
}

function writeBody(random: Random, kind: Kind): string {
  const speak = speaker(random)
  const say = () => speak(random.chance(0.2) ? sentencesOf.common : sentencesOf[kind])
  const several = (least: number, most: number) => Array.from({ length: least + random.below(most - least + 1) }, say)
  const paragraphs = Array.from({ length: zipf(random, MOST_PARAGRAPHS) }, () => several(1, 4).join(' '))
  if (random.chance(0.04))
    paragraphs.splice(
      1,
      0,
      several(3, 6)
        .map((item) => `- ${item}`)
        .join('\n'),
    )
  if (random.chance(0.02)) paragraphs.unshift(`> ${several(1, 2).join(' ')}`)
  if (random.chance(0.01)) paragraphs.push('R&D, <ⓒ 마당>, a < b && b > c: 이런 글자도 그대로 보입니다.')
  return paragraphs.join('\n\n')
}

function compiled<K extends string>(templates: Record<K, readonly string[]>): Record<K, Sentence[]> {
  return Object.fromEntries(Object.entries<readonly string[]>(templates).map(([kind, list]) => [kind, compileAll(list)])) as Record<
    K,
    Sentence[]
  >
}
