import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { memberPath } from '../members/members.paths.ts'
import type { OnlinePeople } from './online.read-models.ts'
import { onlineChoicePath } from './visits.paths.ts'

export interface OnlinePage {
  about: string
  tiles: { label: string; figure: string }[]
  /** In place of figures and names, where there are none. */
  none: string | null
  names: { nickname: string; initial: string; path: string }[]
  unnamed: string | null
  /** For a member: whether they are named, and where they choose. */
  own: null | { text: string; path: string }
}

export function onlinePage(reader: Reader, { online, names, ownName }: OnlinePeople, staffCounts: boolean): Reply {
  const { t, number } = reader
  const { guests, members } = online ?? { guests: 0, members: 0 }
  const unnamed = members - names.length
  const nobody = guests + members === 0 ? t('online.nobody') : null
  const tile = (name: 'all' | 'members' | 'guests', figure: number) => ({ label: t(`online.${name}`), figure: number(figure) })
  const model: OnlinePage = {
    about: t(staffCounts ? 'online.about' : 'online.about.withoutStaff'),
    tiles: online ? [tile('all', guests + members), tile('members', members), tile('guests', guests)] : [],
    none: online ? nobody : t('online.unknown'),
    names: names.map((nickname) => ({ nickname, initial: [...nickname][0] ?? '', path: memberPath(nickname) })),
    unnamed: unnamed > 0 ? t(names.length > 0 ? 'online.unnamed.more' : 'online.unnamed', { count: number(unnamed) }) : null,
    own: ownName === null ? null : { text: t(ownName ? 'online.own.named' : 'online.own.unnamed'), path: onlineChoicePath },
  }
  return page('visits/online', model, { titles: [t('online.title')], robots: 'noindex' })
}
