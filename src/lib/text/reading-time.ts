/** How much a practised reader takes in a minute: signs of Hangul, Han and kana, or words of an alphabet. */
const SIGNS_A_MINUTE = 500
const WORDS_A_MINUTE = 220

/** Whole minutes; 0 for what is read at a glance. */
export function readingMinutes(text: string): number {
  const signs = text.match(/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+/gu)?.length ?? 0
  const minutes = signs / SIGNS_A_MINUTE + words / WORDS_A_MINUTE
  return minutes < 1 ? 0 : Math.round(minutes)
}
