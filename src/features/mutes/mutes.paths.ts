import { memberPath } from '../members/members.paths.ts'

export const mutesPath = '/me/mutes'
/** `from`: the page on which it came to mind, to lead back to. */
export const mutePath = (nickname: string, from?: string): string =>
  `${memberPath(nickname)}/mute${from === undefined ? '' : `?returnTo=${encodeURIComponent(from)}`}`
