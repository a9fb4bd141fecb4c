import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import type { DateText } from '../../lib/time/date-text.ts'
import { memberPath } from '../members/members.paths.ts'
import { mutePath } from './mutes.paths.ts'
import type { MutedMember } from './mutes.types.ts'

export interface MutePage {
  nickname: string
  path: string
  action: string
  /** What a press asks for. */
  wish: 'yes' | 'no'
  returnTo: string
}

export function mutePage({ t }: Reader, nickname: string, state: { muted: boolean; returnTo: string }): Reply {
  const model: MutePage = {
    nickname,
    path: memberPath(nickname),
    action: mutePath(nickname),
    wish: state.muted ? 'no' : 'yes',
    returnTo: state.returnTo,
  }
  return page('mutes/ask', model, { titles: [t('mutes.mute'), nickname], robots: 'noindex', side: false })
}

export interface MutesPage {
  members: { nickname: string; path: string; action: string; since: DateText }[]
}

export function mutesPage({ t, date }: Reader, muted: readonly MutedMember[]): Reply {
  const model: MutesPage = {
    members: muted.map(({ nickname, createdAt }) => ({
      nickname,
      path: memberPath(nickname),
      action: mutePath(nickname),
      since: date(createdAt),
    })),
  }
  return page('mutes/list', model, { titles: [t('mutes.title')], robots: 'noindex' })
}
