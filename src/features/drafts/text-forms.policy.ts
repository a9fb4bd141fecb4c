import { type DraftFields, type DraftKind, draftKeyOf } from './drafts.types.ts'

/** A form in which somebody writes a text, as its address says: what it sends is never let go. */
export interface TextForm {
  kind: DraftKind
  slug: string
  /** Of the post that is changed or commented on. */
  number: number | null
  /** Its page. */
  path: string
}

const shapes: readonly { pattern: RegExp; kind: DraftKind }[] = [
  { pattern: /^\/([a-z][a-z0-9_-]{0,19})\/write$/, kind: 'post' },
  { pattern: /^\/([a-z][a-z0-9_-]{0,19})\/([1-9]\d{0,8})\/edit$/, kind: 'edit' },
  { pattern: /^\/([a-z][a-z0-9_-]{0,19})\/([1-9]\d{0,8})\/comments(\/[1-9]\d{0,9}\/edit)?$/, kind: 'comment' },
]

/** null for forms that hold no text, and those that hold passwords: of them nothing is kept. */
export function textFormAt(path: string, fields: DraftFields): TextForm | null {
  for (const { pattern, kind } of shapes) {
    const found = pattern.exec(path)
    if (!found) continue
    const [, slug = '', number, edit] = found
    const page = kind === 'comment' && edit === undefined ? `${path}/write${answered(fields)}` : path
    return { kind, slug, number: number === undefined ? null : Number(number), path: page }
  }
  return null
}

/** New comments have a page for each comment that they answer. */
const answered = ({ parent = '' }: DraftFields): string => (/^[1-9]\d{0,9}$/.test(parent) ? `?parent=${parent}` : '')

export const commentDraftKey = ({ path }: Pick<TextForm, 'path'>): string => draftKeyOf(`comment:${path}`)
