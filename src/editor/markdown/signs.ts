/** What Markdown asks of the sign on either side of a mark. */

/** '' is the edge of a line. */
export const isSpace = (sign: string): boolean => sign === '' || /^\s$/u.test(sign)

/** As the parser has it: signs that are no letter, symbols included. */
export const isPunctuation = (sign: string): boolean => /^[\p{P}\p{S}]$/u.test(sign)

const isCjk = (sign: string): boolean => /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(sign)

export const isWord = (sign: string): boolean => /^[A-Za-z0-9]$/.test(sign)

export const firstSign = (text: string): string => (text === '' ? '' : String.fromCodePoint(text.codePointAt(0) ?? 0))
export const lastSign = (text: string): string => [...text.slice(-2)].at(-1) ?? ''

/**
 * May a run of stars open or close here? A sign of punctuation within asks for a space, punctuation or Hangul without. Where parsers count halves of
 * an emoji, it is nothing to rely on.
 */
export const mayStand = (within: string, without: string): boolean =>
  !isSpace(within) && (!isPunctuation(within) || isSpace(without) || isCjk(without) || (without.length === 1 && isPunctuation(without)))
