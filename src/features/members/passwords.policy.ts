import { commonPasswords } from '../../lib/security/common-passwords.ts'
import { canonicalName } from '../../lib/text/canonical-name.ts'
import { graphemesOf } from '../../lib/text/graphemes.ts'

const SHORTEST = 8
const LONGEST = 1_000

type Problem = 'members.password.required' | 'members.password.short' | 'members.password.long' | 'members.password.common'

/** Length and no rules of composition: those make people write `Password1!`. What everybody tries first is refused. */
export function passwordProblem(password: string): Problem | null {
  if (password === '') return 'members.password.required'
  // Before the graphemes are counted, which takes a while.
  if (password.length > LONGEST) return 'members.password.long'
  if (!password.isWellFormed() || graphemesOf(password).length < SHORTEST) return 'members.password.short'
  return isCommonPassword(password) ? 'members.password.common' : null
}

/** A password that says the name it protects is guessed first. */
export const saysName = (password: string, names: readonly string[]): boolean => {
  const said = canonicalName(password)
  return names.some((name) => {
    const whole = canonicalName(name)
    const bare = whole.replace(fewSigns, '')
    return [whole, bare].some((start) => start !== '' && said.startsWith(start) && said.slice(start.length).replace(fewSigns, '') === '')
  })
}

/** What people put behind a name so that it passes for a password. */
const fewSigns = /[0-9!]{0,2}$/

function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  return commonPasswords.has(plain) || commonPasswords.has(plain.replace(/[!1.]$/, '')) || repeats(plain) || runs(plain)
}

/** "aaaaaaaa", "abcabcabc". */
const repeats = (password: string): boolean => /^(.{1,4})\1+$/su.test(password)

/** "12345678", "87654321", "abcdefgh", "가각갂갃…": each code point is the last one's neighbour, always on the same side. */
function runs(password: string): boolean {
  const points = [...password].map((char) => char.codePointAt(0) ?? 0)
  return [1, -1].some((step) => points.every((point, index) => index === 0 || isNext(points[index - 1] ?? 0, point, step)))
}

const isNext = (before: number, point: number, step: number): boolean =>
  point - before === step || (step === 1 ? before === 0x39 && point === 0x30 : before === 0x30 && point === 0x39)
