import type { Reader } from '../../context.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { memberPath } from '../members/members.paths.ts'
import type { OnlinePeople } from './online.read-models.ts'
import { onlineChoicePath } from './visits.paths.ts'

export interface OnlinePage {
  about: string
  tiles: { label: string; figure: string }[]
  /** null: nobody is here, as far as is known. */
  members: null | { names: { nickname: string; initial: string; path: string }[]; unnamed: string | null }
  /** For a member: whether they are named, and where they choose. */
  own: null | { text: string; path: string }
}

export function onlinePage(reader: Reader, { guests, members, names, ownName }: OnlinePeople, staffCounts: boolean): Reply {
  const { t, number } = reader
  const unnamed = members - names.length
  const model: OnlinePage = {
    about: t(staffCounts ? 'online.about' : 'online.about.withoutStaff'),
    tiles: [
      { label: t('online.all'), figure: number(guests + members) },
      { label: t('online.members'), figure: number(members) },
      { label: t('online.guests'), figure: number(guests) },
    ],
    members:
      guests + members === 0
        ? null
        : {
            names: names.map((nickname) => ({ nickname, initial: [...nickname][0] ?? '', path: memberPath(nickname) })),
            unnamed: unnamed > 0 ? t(names.length > 0 ? 'online.unnamed.more' : 'online.unnamed', { count: number(unnamed) }) : null,
          },
    own: ownName === null ? null : { text: t(ownName ? 'online.own.named' : 'online.own.unnamed'), path: onlineChoicePath },
  }
  return page('visits/online', model, { titles: [t('online.title')], robots: 'noindex' })
}
