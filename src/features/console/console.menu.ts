import type { Reader, Viewer } from '../../context.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { canSeeLog } from '../moderation/moderation.policy.ts'
import { canRunSite, canSeeConsole } from './console.policy.ts'

export interface ConsoleLink {
  label: string
  path: string
  /** A symbol of public/img/icons.svg. */
  icon: string
  current: boolean
  /** What waits there; null for nothing. */
  count: string | null
}

/** `also`: where more of its pages are. */
const sections: { path: string; also?: string; label: MessageKey; icon: string; for: typeof canRunSite }[] = [
  { path: '/console', label: 'console.overview', icon: 'home', for: canSeeConsole },
  { path: '/console/boards', also: '/console/groups', label: 'console.boards', icon: 'list', for: canSeeConsole },
  { path: '/console/menu', label: 'console.menuItems', icon: 'menu', for: canSeeConsole },
  { path: '/console/front', label: 'console.front', icon: 'image', for: canRunSite },
  { path: '/console/pages', label: 'console.ownPages', icon: 'file', for: canSeeConsole },
  { path: '/console/stickers', label: 'stickers.title', icon: 'message', for: canSeeConsole },
  { path: '/console/members', label: 'console.members', icon: 'users', for: canSeeConsole },
  { path: '/console/moderation', label: 'console.moderation', icon: 'shield', for: canSeeLog },
  { path: '/console/waiting', label: 'moderation.waiting', icon: 'calendar', for: canSeeLog },
  { path: '/console/reports', label: 'reports.title', icon: 'flag', for: canSeeLog },
  { path: '/console/visitors', label: 'console.visitors', icon: 'chart', for: canSeeConsole },
  { path: '/console/settings', label: 'console.settings', icon: 'settings', for: canRunSite },
  { path: '/console/site-information', label: 'console.siteInformation', icon: 'building', for: canRunSite },
]

/** Where the console begins for this viewer: a board's moderators have their log. */
export const consoleStart = (viewer: Viewer): string | null => sections.find((section) => section.for(viewer))?.path ?? null

/** The console's way around: what this viewer may open, and where they are. */
export const consoleMenu = (reader: Reader, path: string, waiting: Readonly<Record<string, number>>): ConsoleLink[] =>
  sections
    .filter((section) => section.for(reader.viewer))
    .map((section) => ({
      label: reader.t(section.label),
      path: section.path,
      icon: section.icon,
      current:
        section.path === '/console'
          ? path === section.path
          : path.startsWith(section.path) || (section.also !== undefined && path.startsWith(section.also)),
      count: waiting[section.path] ? reader.number(waiting[section.path] ?? 0) : null,
    }))
