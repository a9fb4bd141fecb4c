import type { Reader } from '../../../context.ts'
import { localTime } from '../../../lib/time/zone.ts'
import type { PublishWish } from './scheduled-posts.types.ts'

/** What a form lets its writer choose. */
export interface PublishOffers {
  later: boolean
  private: boolean
}

/** As `views/posts/_publishing.ejs` prints it. */
export interface Publishing {
  choices: { value: PublishWish; label: string; checked: boolean }[]
  /** '' where that is not to be chosen. */
  privateHelp: string
  /** null: not to be planned. */
  at: { value: string; help: string } | null
}

export function publishingOf({ t, now, zone }: Reader, draft: Record<string, string>, offers: PublishOffers): Publishing | null {
  // What was wished and is not to be had stands there with what is said of it.
  const offersPrivate = offers.private || draft['publish'] === 'private'
  if (!offers.later && !offersPrivate) return null
  const values: PublishWish[] = ['now', ...(offers.later ? (['later'] as const) : []), ...(offersPrivate ? (['private'] as const) : [])]
  const wish = values.find((value) => value === draft['publish']) ?? 'now'
  return {
    choices: values.map((value) => ({
      value,
      label: t(value === 'now' && !offers.later ? 'posts.publish.open' : `posts.publish.${value}`),
      checked: value === wish,
    })),
    privateHelp: offersPrivate ? t('posts.publish.privateHelp') : '',
    at: offers.later
      ? {
          value: draft['publishAt'] ?? '',
          help: t('posts.publish.atHelp', { zone, now: localTime(now, zone).replace('T', ' ') }),
        }
      : null,
  }
}
