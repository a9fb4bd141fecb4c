import type { Reader } from '../../../context.ts'
import { categoryName } from '../../boards/board-categories.types.ts'
import type { ExtraField } from '../../boards/board-settings.types.ts'
import { categoriesFor } from '../../boards/boards.policy.ts'
import type { Board } from '../../boards/boards.types.ts'
import { linkFieldName } from '../post-extras.types.ts'
import { waitsForApproval } from '../posts.policy.ts'
import { type PollFields, pollFields } from './poll-fields.view-models.ts'

/** What this board asks for beside title and text, as `views/posts/_more.ejs` prints it. */
export interface PostFields {
  /** What the writer should know before they begin: names are not shown, posts wait. */
  notes: string[]
  category: { options: { value: string; label: string; selected: boolean }[]; required: boolean } | null
  /** Where the board leaves it to the author. */
  secret: { ticked: boolean } | null
  /** Where the board has comments. */
  commentsClosed: { ticked: boolean } | null
  tags: string
  links: { name: string; label: string; value: string }[]
  extras: ExtraInput[]
  /** Where a poll may be put in, or is. */
  poll: PollFields | null
}

interface ExtraInput {
  name: string
  label: string
  type: 'text' | 'date' | 'url'
  inputmode: 'text' | 'decimal' | 'url'
  value: string
  required: boolean
  /** Of a choice; empty for all others. */
  options: { value: string; label: string; selected: boolean }[]
}

export function postFields(reader: Reader, board: Board, draft: Record<string, string>, isNew: boolean): PostFields {
  const { t } = reader
  return {
    notes: [
      ...(board.anonymous && isNew ? [t('posts.note.anonymous')] : []),
      ...(board.secret === 'always' ? [t('posts.note.secret')] : []),
      ...(isNew && waitsForApproval(reader.viewer, board) ? [t('posts.note.approval')] : []),
    ],
    category: categoryChoice(reader, board, draft['category'] ?? ''),
    secret: board.secret === 'choice' && reader.viewer.memberId !== null ? { ticked: draft['secret'] === 'yes' } : null,
    commentsClosed: board.commentsEnabled ? { ticked: draft['comments'] === 'closed' } : null,
    tags: draft['tags'] ?? '',
    links: Array.from({ length: board.linkCount }, (_, index) => {
      const name = linkFieldName(index + 1)
      return { name, label: t('posts.link', { position: index + 1 }), value: draft[name] ?? '' }
    }),
    extras: board.extraFields.map((field) => extraInput(reader, field, draft[field.key] ?? '')),
    poll: pollFields(reader, board, draft),
  }
}

function categoryChoice(reader: Reader, board: Board, chosen: string): PostFields['category'] {
  if (board.categories.length === 0) return null
  const offered = new Set(categoriesFor(reader.viewer, board).map(({ id }) => id))
  const shown = board.categories.filter(({ id }) => offered.has(id) || String(id) === chosen)
  const options = shown.map((category) => ({
    value: String(category.id),
    label: categoryName(category, reader.locale),
    selected: String(category.id) === chosen,
  }))
  return {
    options: [
      { value: '', label: reader.t(board.categoryRequired ? 'posts.category.choose' : 'posts.category.none'), selected: false },
      ...options,
    ],
    required: board.categoryRequired,
  }
}

const inputs = {
  text: { type: 'text', inputmode: 'text' },
  number: { type: 'text', inputmode: 'decimal' },
  date: { type: 'date', inputmode: 'text' },
  choice: { type: 'text', inputmode: 'text' },
  url: { type: 'url', inputmode: 'url' },
} as const

function extraInput(reader: Reader, field: ExtraField, value: string): ExtraInput {
  const choices = field.kind === 'choice' ? field.choices : []
  return {
    name: field.key,
    label: fieldName(field, reader),
    ...inputs[field.kind],
    value,
    required: field.required,
    options:
      choices.length === 0
        ? []
        : [
            { value: '', label: reader.t('posts.field.none'), selected: value === '' },
            ...choices.map((choice) => ({ value: choice, label: choice, selected: choice === value })),
          ],
  }
}

export const fieldName = (field: Pick<ExtraField, 'nameKo' | 'nameEn'>, { locale }: Pick<Reader, 'locale'>): string =>
  locale === 'ko' ? field.nameKo : field.nameEn || field.nameKo
