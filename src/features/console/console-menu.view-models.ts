import type { Reader } from '../../context.ts'
import type { FormState } from '../../lib/http/form.ts'
import type { Reply } from '../../lib/http/reply.ts'
import { type Board, type BoardGroup, boardName } from '../boards/boards.types.ts'
import type { MenuItem } from '../menu/menu.types.ts'
import { type OwnPage, pageTitle } from '../pages/pages.types.ts'
import type { ArrangedPage } from './arranged.types.ts'
import { actsOf, removeAct } from './arranged.view-models.ts'
import { consoleMenuPath, menuItemPath, newMenuItemPath } from './console.paths.ts'
import { consolePage, type SettingsPage, settingsForm, statusOf } from './setting-fields.view-models.ts'

export interface MenuTargets {
  items: readonly MenuItem[]
  boards: readonly Board[]
  groups: readonly BoardGroup[]
  pages: readonly OwnPage[]
}

export function menuPage(reader: Reader, targets: MenuTargets): Reply {
  const { t } = reader
  const levelOf = (item: MenuItem) => targets.items.filter(({ parentId }) => parentId === item.parentId)
  const inOrder = targets.items
    .filter(({ parentId }) => parentId === null)
    .flatMap((item) => [item, ...targets.items.filter(({ parentId }) => parentId === item.id)])
  const model: ArrangedPage = {
    heading: t('console.menuItems'),
    about: t('console.menuItems.about'),
    none: t('console.menuItems.none'),
    newPath: newMenuItemPath,
    newLabel: t('console.menuItem.new'),
    rows: inOrder.map((item) => {
      const name = itemName(reader, targets, item)
      const path = menuItemPath(item)
      return {
        name,
        facts: [t(`console.menuItem.kind.${item.kind}`), ...(item.kind === 'link' ? [item.url] : [])],
        isBelow: item.parentId !== null,
        editPath: path,
        acts: [...actsOf(reader, path, name, { id: item.id, level: levelOf(item) }), removeAct(reader, path, name)],
      }
    }),
  }
  return consolePage(reader, 'arranged', model, { title: model.heading })
}

const itemName = (reader: Reader, targets: MenuTargets, item: MenuItem): string =>
  (reader.locale === 'ko' ? item.nameKo || item.nameEn : item.nameEn || item.nameKo) ||
  (targetsOf(reader, targets).find(({ value }) => value === targetOf(item))?.label ?? reader.t('console.menuItem.gone'))

const targetOf = ({ kind, targetId }: Pick<MenuItem, 'kind' | 'targetId'>): string => (targetId === null ? kind : `${kind}:${targetId}`)

const targetsOf = ({ t, locale }: Reader, { boards, groups, pages }: MenuTargets) => [
  ...boards.map((board) => ({ value: `board:${board.id}`, label: boardName(board, locale) })),
  ...groups.map((group) => ({ value: `group:${group.id}`, label: t('console.menuItem.groupOf', { name: boardName(group, locale) }) })),
  ...pages.map((own) => ({ value: `page:${own.id}`, label: t('console.menuItem.pageOf', { name: pageTitle(own, locale) }) })),
  { value: 'new', label: t('streams.new') },
  { value: 'popular', label: t('streams.popular') },
  { value: 'link', label: t('console.menuItem.kind.link') },
]

export const draftOfItem = (item: MenuItem | null): Record<string, string> =>
  item === null
    ? { target: '', url: '', nameKo: '', nameEn: '', parent: '' }
    : { target: targetOf(item), url: item.url, nameKo: item.nameKo, nameEn: item.nameEn, parent: String(item.parentId ?? '') }

/** Two levels: whoever has something below stays in the row. */
export const parentsFor = ({ items }: MenuTargets, item: MenuItem | null): MenuItem[] =>
  item !== null && items.some(({ parentId }) => parentId === item.id)
    ? []
    : items.filter(({ id, parentId }) => parentId === null && id !== item?.id)

export function menuItemPage(reader: Reader, targets: MenuTargets, item: MenuItem | null, state: FormState): Reply {
  const { t } = reader
  const parents = parentsFor(targets, item).map((each) => ({ value: String(each.id), label: itemName(reader, targets, each) }))
  const form = settingsForm(reader, state, {
    id: 'menu-form',
    action: item === null ? newMenuItemPath : menuItemPath(item),
    submit: 'console.save',
    cancelPath: consoleMenuPath,
    parts: [
      {
        heading: 'console.menuItem.part',
        fields: [
          {
            name: 'target',
            label: 'console.menuItem.target',
            help: 'console.menuItem.target.help',
            kind: 'choice',
            choices: targetsOf(reader, targets),
          },
          { name: 'url', label: 'console.menuItem.url', help: 'console.menuItem.url.help', max: 500 },
          { name: 'nameKo', label: 'console.board.nameKo', help: 'console.menuItem.name.help', max: 60, lang: 'ko' },
          { name: 'nameEn', label: 'console.board.nameEn', help: 'console.menuItem.name.help', max: 60, lang: 'en' },
          {
            name: 'parent',
            label: 'console.menuItem.parent',
            help: 'console.menuItem.parent.help',
            kind: 'choice',
            choices: [{ value: '', label: t('console.menuItem.parent.none') }, ...parents],
          },
        ],
      },
    ],
  })
  const model: SettingsPage = { heading: item === null ? t('console.menuItem.new') : itemName(reader, targets, item), about: null, form }
  return consolePage(reader, 'settings', model, { title: model.heading, status: statusOf(state) })
}
