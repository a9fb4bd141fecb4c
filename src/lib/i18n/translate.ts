import { josa } from 'es-hangul'
import { IntlMessageFormat } from 'intl-messageformat'
import { createMemo } from '../cache/remember.ts'
import type { Catalogue, Locale } from './catalogue.ts'

export type MessageArguments = Record<string, string | number | Date>
export type Translate<Key extends string = string> = (key: Key, args?: MessageArguments) => string

/** `{name}[을/를]`: the particle that fits the word before it. */
const particle = /\[(이\/가|을\/를|은\/는|과\/와|와\/과|으로\/로|이에요\/예요|아\/야)\]/g
/** Stands for "[" of a particle from parsing on, so that a member's text with brackets in it is left alone. Private use: never stored text's business. */
const MARK = '\uE000'
const marked = new RegExp(`(.?)${MARK}([^\\]]+)\\]`, 'gsu')

/** Counts and names come again with each row and each page. */
const SENTENCES_KEPT = 5_000

/** One translator per locale; each message is parsed once, on first use. */
export function createTranslator<C extends Catalogue>(catalogue: C, locale: Locale): Translate<Extract<keyof C, string>> {
  const parsed = new Map<string, IntlMessageFormat>()
  const sentences = createMemo<string>(SENTENCES_KEPT)
  return (key, args) =>
    args === undefined ? sentences(key, () => worded(key)) : sentences(`${key} ${JSON.stringify(args)}`, () => worded(key, args))

  function worded(key: Extract<keyof C, string>, args?: MessageArguments): string {
    let message = parsed.get(key)
    if (!message) {
      const text = catalogue[key]?.[locale]
      if (text === undefined) throw new Error(`no message ${key}`)
      message = new IntlMessageFormat(text.replace(particle, `${MARK}$1]`), locale, undefined, { ignoreTag: true })
      parsed.set(key, message)
    }
    return withParticles(String(message.format(args)))
  }
}

type Particle = Parameters<typeof josa.pick>[1]

const withParticles = (text: string): string =>
  text.includes(MARK) ? text.replace(marked, (_, before: string, kind: Particle) => before + josa.pick(before, kind)) : text
