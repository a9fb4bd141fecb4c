import { arrangeRows } from './arrange-rows.js'
import { namedIn } from './order.js'
import { covered, described, referencesIn, without } from './references.js'
import { createRow } from './row.js'

/**
 * The files of a text, in the order in which it names them, and below them those on their way. The text is the truth: what a button does is written
 * into it, and whatever is written into it shows here.
 * @param {{ value: string, change(next: string): void }} text
 * @param say tells politely what was done
 */
export function createList(list, text, say) {
  /** By the key of a file that the text names. */
  const rows = new Map()
  /** By an upload that isn't in the text yet. */
  const coming = new Map()

  /** A file on its way gets its key at the end of it. */
  const actsOf = (keyOf, upload) => ({
    up: (row) => move(keyOf(), -1, row),
    down: (row) => move(keyOf(), 1, row),
    cover: () => text.change(covered(text.value, keyOf(), !referencesIn(text.value).find(({ key }) => key === keyOf())?.cover)),
    remove: (row) => {
      const next = row.nextElementSibling ?? row.previousElementSibling
      text.change(without(text.value, keyOf()))
      next?.querySelector('[data-act="remove"]')?.focus()
    },
    word: (word, said) => text.change(described(text.value, keyOf(), { [word]: said })),
    describe() {},
    retry: () => upload.retry(),
    cancel: () => upload.cancel(),
  })

  const { move, isDragging } = arrangeRows(list, text, { rows, say, read: () => read() })

  /** As the text has them now. */
  const read = () => {
    // What changes meanwhile shows when the line is let go.
    if (isDragging()) return
    const named = namedIn(text.value)
    for (const [key, { element }] of rows) {
      if (named.some((each) => each.key === key)) continue
      element.remove()
      rows.delete(key)
    }
    const standing = named.find(({ cover }) => cover) ?? named.find(({ isPicture }) => isPicture)
    for (const [index, each] of named.entries()) {
      const row =
        rows.get(each.key) ??
        createRow(
          list,
          actsOf(() => each.key),
        )
      rows.set(each.key, row)
      row.tell(each, { first: index === 0, last: index === named.length - 1, stands: each === standing })
      // Only what stands wrong is moved: a moved element loses the focus.
      if (list.children[index] !== row.element) list.insertBefore(row.element, list.children[index] ?? null)
    }
    list.hidden = rows.size + coming.size === 0
  }

  /** Once it is a file its line is the text's, which names it in the same moment. */
  const follow = (upload) => {
    const row =
      coming.get(upload) ??
      createRow(
        list,
        actsOf(() => upload.stored?.key, upload),
      )
    row.follow(upload)
    if (upload.state === 'done') rows.set(upload.stored.key, row)
    if (upload.state === 'cancelled') row.element.remove()
    if (upload.state === 'done' || upload.state === 'cancelled') coming.delete(upload)
    else if (!coming.has(upload)) {
      coming.set(upload, row)
      list.append(row.element)
    }
    list.hidden = rows.size + coming.size === 0
  }

  return { read, follow }
}
