import type { Reader } from '../../context.ts'
import { wordedHtml } from '../../lib/html/body-words.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { type Board, boardName } from '../boards/boards.types.ts'
import { continueDraftPath, discardDraftPath, draftPath, draftsPath, restoreDraftPath } from './drafts.paths.ts'
import type { ListedDraft } from './drafts.read-models.ts'
import { type Draft, type DraftVersion, MOST_DRAFTS } from './drafts.types.ts'

/** 임시저장 글, and above it what was sent off and not taken (보낸 글함). */
export interface DraftsPage {
  refused: DraftItem[]
  items: DraftItem[]
  /** How many of how many. */
  room: string
}

interface DraftItem {
  title: string
  excerpt: string
  board: string
  kind: string
  /** Why it was not taken. */
  refused: string | null
  date: DateText
  letters: string
  continuePath: string
  previewPath: string
  discardPath: string
}

export interface DraftPage {
  title: string
  board: string
  kind: string
  /** Which state is shown: the present one, or an earlier one. */
  shown: { date: DateText; letters: string; isVersion: boolean }
  textHtml: string
  continuePath: string
  discardPath: string
  /** Puts the state that is shown in place of the present one. */
  restore: { action: string; version: number } | null
  states: { label: string; date: DateText; letters: string; path: string; current: boolean }[]
  listPath: string
}

export function draftsPage(reader: Reader, boards: readonly Board[], drafts: readonly ListedDraft[]): Reply {
  const { t } = reader
  const items = (chosen: ListedDraft[]) => chosen.map((draft) => draftItem(reader, boards, draft))
  const model: DraftsPage = {
    refused: items(drafts.filter(({ refused }) => refused !== null)),
    items: items(drafts.filter(({ refused }) => refused === null)),
    room: t('drafts.room', { count: drafts.length, max: MOST_DRAFTS }),
  }
  return page('drafts/list', model, { titles: [t('drafts.title')], robots: 'noindex' })
}

function draftItem(reader: Reader, boards: readonly Board[], draft: ListedDraft): DraftItem {
  const { t, date } = reader
  const key = draft.draftKey.toString('hex')
  return {
    title: draft.title || (draft.kind === 'comment' ? t('drafts.kind.comment') : t('drafts.untitled')),
    excerpt: draft.excerpt,
    board: nameOf(reader, boards, draft),
    kind: t(`drafts.kind.${draft.kind}`),
    refused: draft.refused && t(`drafts.refused.${draft.refused}`),
    date: date(draft.savedAt),
    letters: t('drafts.letters', { count: draft.letters }),
    continuePath: continueDraftPath(draft, key),
    previewPath: draftPath(key),
    discardPath: discardDraftPath(key),
  }
}

export function draftPage(
  reader: Reader,
  boards: readonly Board[],
  shown: { draft: Draft; versions: DraftVersion[]; version: DraftVersion | null; title: string; html: string },
): Reply {
  const { t, date } = reader
  const { draft, versions, version } = shown
  const key = draft.draftKey.toString('hex')
  const letters = (state: { letters: number }) => t('drafts.letters', { count: state.letters })
  const model: DraftPage = {
    title: shown.title.trim() || t('drafts.untitled'),
    board: nameOf(reader, boards, draft),
    kind: t(`drafts.kind.${draft.kind}`),
    shown: { date: date((version ?? draft).savedAt), letters: letters(version ?? draft), isVersion: version !== null },
    textHtml: wordedHtml(shown.html, t),
    continuePath: continueDraftPath(draft, key),
    discardPath: discardDraftPath(key),
    restore: version && { action: restoreDraftPath(key), version: version.id },
    states: [
      { label: t('drafts.now'), date: date(draft.savedAt), letters: letters(draft), path: draftPath(key), current: version === null },
      ...versions.map((each) => ({
        label: t('drafts.earlier'),
        date: date(each.savedAt),
        letters: letters(each),
        path: draftPath(key, each.id),
        current: each === version,
      })),
    ],
    listPath: draftsPath,
  }
  return page('drafts/show', model, { titles: [t('drafts.preview'), t('drafts.title')], robots: 'noindex' })
}

const nameOf = ({ locale }: Reader, boards: readonly Board[], { boardId }: { boardId: number }): string => {
  const board = boards.find(({ id }) => id === boardId)
  return board ? boardName(board, locale) : ''
}
