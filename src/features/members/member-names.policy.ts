import { canonicalName } from '../../lib/text/canonical-name.ts'
import { graphemesOf } from '../../lib/text/graphemes.ts'

/** Which names a member may take. Who may take reserved ones (the owner) is asked elsewhere. */

const LOGIN = /^[a-z][a-z0-9_]{3,19}$/
const NICKNAME_GRAPHEMES = { min: 2, max: 20 }
/** As wide as the columns: one grapheme may be many code points, and one code point (U+FDFA) eighteen when it is unfolded. */
const NICKNAME_COLUMN = 60
const CANONICAL_COLUMN = 120

type Problem<Reason extends string> = Reason | null

export function loginProblem(login: string): Problem<'members.login.required' | 'members.login.form'> {
  if (login === '') return 'members.login.required'
  return LOGIN.test(login) ? null : 'members.login.form'
}

/** Fillers and zero-width marks are refused and not taken away: who put them there meant to look like somebody else. */
export function nicknameProblem(
  nickname: string,
): Problem<'members.nickname.required' | 'members.nickname.length' | 'members.nickname.form' | 'members.nickname.scripts'> {
  if (nickname === '') return 'members.nickname.required'
  const graphemes = graphemesOf(nickname)
  if (!graphemes.every((grapheme) => sign.test(grapheme))) return 'members.nickname.form'
  // Not the dots alone: "/members/.." would be another page.
  if (!graphemes.some((grapheme) => !mark.test(grapheme))) return 'members.nickname.form'
  if (graphemes.length < NICKNAME_GRAPHEMES.min || graphemes.length > NICKNAME_GRAPHEMES.max) return 'members.nickname.length'
  if ([...nickname].length > NICKNAME_COLUMN || [...canonicalName(nickname)].length > CANONICAL_COLUMN) return 'members.nickname.length'
  return mixesScripts(nickname) ? 'members.nickname.scripts' : null
}

const mark = /^[._-]$/
/** One grapheme of a nickname: a letter with at most two marks on it (a cluster of them in Indic scripts), a digit, an emoji, a dot or dash. */
const sign = /^(?:(?:(?!\p{Default_Ignorable_Code_Point})\p{L}\p{M}{0,2}){1,4}|[0-9._\-]|[♡♥☆★]|\p{RGI_Emoji})$/v

/** Scripts that are at home in one name together: Korean, Japanese and Chinese with Latin. */
const east = /^[\p{Script=Latin}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]$/u
const others = ['Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Mongolian', 'Tibetan']
  .concat(['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Ethiopic'])
  .map((script) => new RegExp(`^\\p{Script=${script}}$`, 'u'))

/** One script, or the eastern ones together: no language needs more, deception does. */
function mixesScripts(nickname: string): boolean {
  const letters = [...nickname].filter((char) => /[\p{L}--[\p{Script=Common}\p{Script=Inherited}]]/v.test(char))
  return ![east, ...others].some((script) => letters.every((letter) => script.test(letter)))
}

const reservedWords = `admin administrator adm sysadmin siteadmin webadmin superadmin root system sysop owner moderator mod staff operator
  webmaster postmaster hostmaster master madang guest anonymous anon nobody null undefined support help info official security abuse noreply
  collector bot 관리자 운영자 운영진 운영팀 관리인 관리팀 최고관리자 부운영자 시스템 마당 마당지기 주인장 손님 익명 비회원 탈퇴회원 탈퇴한회원 수집기 공식 고객센터`
/** Anywhere in a name these speak for the site. */
const spokesmen = ['관리자', '운영자', '운영진', '관리팀', '운영팀'].map(canonicalName)

/** "adm1n", "Admin_" and "a.d.m.i.n" are read as one word. */
const asRead = (name: string): string =>
  canonicalName(name)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[01l345]/g, (char) => ({ 0: 'o', 1: 'i', l: 'i', 3: 'e', 4: 'a', 5: 's' })[char] ?? char)

const reserved = new Set(reservedWords.split(/\s+/).map(asRead))

export function isReservedName(name: string): boolean {
  const read = asRead(name)
  if (reserved.has(read) || reserved.has(asRead(name.replace(/[0-9]+$/, '')))) return true
  return (
    read.startsWith('admin') ||
    spokesmen.some((word) =>
      canonicalName(name)
        .replace(/[^\p{L}]/gu, '')
        .includes(word),
    )
  )
}
