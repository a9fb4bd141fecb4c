import type { Reader } from '../../context.ts'
import type { ArrangedRow } from './arranged.types.ts'

/** Up, down and away. `level` are those among which it moves. */
export function actsOf(
  { t }: Reader,
  path: string,
  name: string,
  { id, level }: { id: number; level: readonly { id: number }[] },
): ArrangedRow['acts'] {
  const at = level.findIndex((each) => each.id === id)
  return [
    { path: `${path}/up`, label: t('console.boards.up', { name }), icon: 'up', possible: at > 0 },
    { path: `${path}/down`, label: t('console.boards.down', { name }), icon: 'down', possible: at < level.length - 1 },
  ]
}

export const removeAct = ({ t }: Reader, path: string, name: string): ArrangedRow['acts'][number] => ({
  path: `${path}/remove`,
  label: t('console.arranged.remove', { name }),
  icon: 'trash',
  possible: true,
})
