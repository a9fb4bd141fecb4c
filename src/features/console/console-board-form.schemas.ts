import { z } from 'zod'
import { cleanText, type Form, readForm, refuseForm } from '../../lib/http/form.ts'
import { BoardForm } from '../boards/board-form.types.ts'
import { EXTRA_FIELDS, type ExtraField, listColumns, sorts, uploadKinds } from '../boards/board-settings.types.ts'
import type { Board, BoardGroup } from '../boards/boards.types.ts'

/**
 * The settings of a board as its form names them. What a form doesn't send keeps its value: a form of another age, or a script that knows one
 * setting alone, resets none.
 */

/** What a board has when nobody says otherwise. */
export const standards: BoardForm = BoardForm.parse({ slug: 'standard', nameKo: '-', nameEn: '-' })

type Settings = BoardForm & { groupId?: number | undefined }

/** Ticks of a list, by the value that each stands for. */
export const sortTick = (sort: string): string => `sort_${sort}`
export const kindTick = (kind: string): string => `kind_${kind}`
export const columnField = (place: number): string => `column${place}`
export const COLUMNS = listColumns.length

/** Every row of the extra fields has a key of its own, which it keeps wherever it stands. */
export const extraFieldKeys: readonly string[] = Array.from({ length: EXTRA_FIELDS }, (_, index) => `f${index + 1}`)
const extraParts = ['kind', 'nameKo', 'nameEn', 'choices', 'required', 'onPage', 'inList', 'place'] as const
export const extraName = (key: string, part: (typeof extraParts)[number]): string => `${key}_${part}`

const word = (on: boolean) => (on ? 'yes' : 'no')

/** A board as its form shows it, before anyone typed; without one, what a new board begins with. */
export function draftOfBoard(board: Board | BoardForm | null): Record<string, string> {
  const settings: Settings = board ?? { ...standards, slug: '', nameKo: '', nameEn: '' }
  const draft: Record<string, string> = {}
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'boolean') draft[name] = word(value)
    else if (typeof value === 'string' || typeof value === 'number') draft[name] = String(value)
  }
  for (const sort of sorts) draft[sortTick(sort)] = word(settings.sorts.includes(sort))
  for (const kind of uploadKinds) draft[kindTick(kind)] = word(settings.uploadKinds.includes(kind))
  for (let place = 1; place <= COLUMNS; place += 1) draft[columnField(place)] = settings.listColumns[place - 1] ?? ''
  const order = [...settings.extraFields.map(({ key }) => key), ...keysToOffer(settings.extraFields)]
  for (const [index, key] of order.entries()) {
    const field = settings.extraFields.find((each) => each.key === key)
    draft[extraName(key, 'place')] = String(index + 1)
    draft[extraName(key, 'kind')] = field?.kind ?? ''
    draft[extraName(key, 'nameKo')] = field?.nameKo ?? ''
    draft[extraName(key, 'nameEn')] = field?.nameEn ?? ''
    draft[extraName(key, 'choices')] = field?.choices.join('\n') ?? ''
    draft[extraName(key, 'required')] = word(field?.required ?? false)
    draft[extraName(key, 'onPage')] = word(field?.onPage ?? true)
    draft[extraName(key, 'inList')] = word(field?.inList ?? false)
  }
  return draft
}

/** For a new board, perhaps with the settings of another: its names are its own. */
export const draftOfNew = (like: Board | null): Record<string, string> =>
  draftOfBoard(like && { ...like, slug: '', nameKo: '', nameEn: '', descriptionKo: '', descriptionEn: '' })

/** Keys that were never used come first: under one that was, posts still hold what was typed then. */
function keysToOffer(fields: readonly ExtraField[]): string[] {
  const used = fields.map(({ key }) => extraFieldKeys.indexOf(key))
  const last = Math.max(-1, ...used)
  const free = extraFieldKeys.filter((_, index) => !used.includes(index))
  return [...free.filter((key) => extraFieldKeys.indexOf(key) > last), ...free.filter((key) => extraFieldKeys.indexOf(key) < last)]
}

export const extraPlace = (draft: Record<string, string>, key: string): number => Number(draft[extraName(key, 'place')]) || EXTRA_FIELDS

/** Rows in the order that their places say; of two at one place the earlier key is first. */
export const extraRows = (draft: Record<string, string>): string[] =>
  [...extraFieldKeys].sort((a, b) => extraPlace(draft, a) - extraPlace(draft, b))

/** `before`: the board as it stands, or what a new one begins with. */
export function readBoardForm(body: unknown, before: Board | BoardForm | null, groups: readonly BoardGroup[]): Form<BoardForm> {
  const draft = mergeDrafts(draftOfBoard(before), readForm(z.looseObject({}), body).draft)
  const rows = extraRows(draft).filter((key) => draft[extraName(key, 'kind')] !== '')
  const parsed = BoardForm.safeParse({
    ...draft,
    groupId: draft['groupId'] || undefined,
    sorts: sorts.filter((sort) => draft[sortTick(sort)] === 'yes'),
    uploadKinds: uploadKinds.filter((kind) => draft[kindTick(kind)] === 'yes'),
    listColumns: Array.from({ length: COLUMNS }, (_, index) => draft[columnField(index + 1)] ?? '').filter((column) => column !== ''),
    extraFields: rows.map((key) => extraField(draft, key)),
  })
  if (parsed.success) {
    const { groupId } = parsed.data
    if (groupId !== undefined && !groups.some(({ id }) => id === groupId))
      return refuseForm(draft, 'groupId', 'console.board.group.invalid')
    return { ok: true, data: parsed.data, draft }
  }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) {
    const [name, row, part] = path
    const key = name === 'extraFields' ? rows[Number(row)] : undefined
    errors[key === undefined ? String(name ?? '') : `${key}_${String(part ?? 'kind')}`] ??= message
  }
  return { ok: false, draft, errors }
}

/** A box that isn't ticked is not sent: the form says in `ticks` which boxes it shows. */
function mergeDrafts(before: Record<string, string>, typed: Record<string, string>): Record<string, string> {
  const draft = { ...before, ...typed }
  for (const name of (typed['ticks'] ?? '').split(' ')) {
    if (typed[name] === undefined && (before[name] === 'yes' || before[name] === 'no')) draft[name] = 'no'
  }
  return draft
}

const extraField = (draft: Record<string, string>, key: string) => {
  const of = (part: (typeof extraParts)[number]) => draft[extraName(key, part)] ?? ''
  return {
    key,
    kind: of('kind'),
    nameKo: of('nameKo'),
    nameEn: of('nameEn'),
    choices: cleanText(of('choices'))
      .split('\n')
      .map((choice) => choice.replace(/\s+/g, ' ').trim())
      .filter((choice) => choice !== ''),
    required: of('required') === 'yes',
    onPage: of('onPage') === 'yes',
    inList: of('inList') === 'yes',
  }
}
