import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** What a member is writing and has not sent off, as its form held it when it was saved last. */
export interface Draft {
  id: number
  memberId: number
  /** Goes with the form, so that a first save that is sent twice makes one draft. */
  draftKey: Buffer
  kind: DraftKind
  boardId: number
  /** The page of its form. */
  path: string
  /** Counted at each save: who began from an older one is told, and overwrites nothing. */
  sequence: number
  /** The open page that saved it last; '' without script. */
  tab: string
  title: string
  excerpt: string
  letters: number
  /** What was typed, by field, as JSON; '' once it has ended. */
  fields: string
  /** Why it was not taken when it was sent off. */
  refused: Refusal | null
  createdAt: Date
  savedAt: Date
  /** Sent off, or thrown away: a page that is still open somewhere must not bring it back. */
  endedAt: Date | null
}

/** An earlier state of a draft. */
export interface DraftVersion extends Pick<Draft, 'letters' | 'fields' | 'savedAt'> {
  id: number
  draftId: number
}

/** A new post, an existing one that is changed, a comment. */
export const draftKinds = ['post', 'edit', 'comment'] as const
export type DraftKind = (typeof draftKinds)[number]

export const refusals = ['invalid', 'session', 'stale', 'flood', 'conflict', 'closed', 'failed'] as const
export type Refusal = (typeof refusals)[number]

export type DraftFields = Record<string, string>

/** Where a draft belongs. */
export interface DraftPlace {
  kind: DraftKind
  boardId: number
  path: string
}

/** Of one member. */
export const MOST_DRAFTS = 50
/** All fields together, as they are stored: the longest text that any board takes, and half as much again. */
export const DRAFT_BYTES = 400_000
/** Earlier states that are kept beside the present one. */
export const MOST_VERSIONS = 3

const KEY = /^[0-9a-f]{32}$/

/** 32 hex digits; one that was tampered with is as good as none. */
export const DraftKey = z.string().regex(KEY).optional().catch(undefined)

const KEY_BYTES = 16

export const newDraftKey = (): string => randomBytes(KEY_BYTES).toString('hex')

/** Of a form that is there once for each member, like the one of a post that is changed: all of its pages are about one draft. */
export const draftKeyOf = (place: string): string =>
  createHash('sha256')
    .update(place)
    .digest('hex')
    .slice(0, KEY_BYTES * 2)

export const editDraftKey = (postId: number): string => draftKeyOf(`edit:${postId}`)

export const keyBytes = (key: string): Buffer => Buffer.from(key, 'hex')

/** Names of fields that say how a form is sent, not what was written. */
const notTyped = new Set([
  'action',
  'submissionKey',
  'draft',
  'draftBase',
  'draftSequence',
  'draftTab',
  'draftOf',
  'draftOwner',
  'merged',
  'aside',
])
const MOST_FIELDS = 60

/** Of what a form sent, that which somebody wrote; as typed, but for line ends, which browsers change on their way. */
export const typedFields = (sent: Readonly<Record<string, string>>): DraftFields =>
  Object.fromEntries(
    Object.entries(sent)
      .filter(([name]) => /^[a-z][\w-]{0,40}$/i.test(name) && !notTyped.has(name) && !/password/i.test(name))
      .slice(0, MOST_FIELDS)
      .map(([name, value]) => [name, value.toWellFormed().replace(/\r\n?/g, '\n')]),
  )

const DraftJson = z.record(z.string(), z.string()).catch({})

export const fieldsOf = ({ fields }: Pick<Draft, 'fields'>): DraftFields => (fields === '' ? {} : DraftJson.parse(JSON.parse(fields)))

export const isEmptyDraft = ({ title = '', body = '' }: DraftFields): boolean => title.trim() === '' && body.trim() === ''

const LISTED = 200

/** What the list of drafts says of one. */
export function listedAs(fields: DraftFields): Pick<Draft, 'title' | 'excerpt' | 'letters'> {
  const { title = '', body = '' } = fields
  const line = (text: string) => text.replace(/\s+/g, ' ').trim()
  const first = (text: string) => [...line(text)].slice(0, LISTED).join('')
  return { title: first(title), excerpt: first(body.slice(0, 2_000)), letters: [...body].length }
}
