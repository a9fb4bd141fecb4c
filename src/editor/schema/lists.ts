import { Node, wrappingInputRule } from '@tiptap/core'
import type { Node as PmNode } from '@tiptap/pm/model'
import { taskView } from './task-view.ts'

/** Without paragraphs in its items, as Markdown sets a list that has no empty lines. */
const tight = {
  default: true,
  rendered: false,
  // Said by our own server; in what is pasted, nobody means it.
  parseHTML: (list: HTMLElement) => list.dataset['tight'] === 'true' || list.querySelector(':scope > li > p:not([data-added])') === null,
}

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block inCell list',
  content: 'listItem+',
  addAttributes: () => ({ tight }),
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-8': () => this.editor.commands.toggleList(this.name, 'listItem') }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*([-+*])\s$/, type: this.type })]
  },
})

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block inCell list',
  content: 'listItem+',
  addAttributes: () => ({ tight, start: { default: 1, parseHTML: (list: HTMLElement) => Number(list.getAttribute('start') ?? 1) } }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ node }) => ['ol', node.attrs['start'] === 1 ? {} : { start: node.attrs['start'] }, 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList(this.name, 'listItem') }
  },
  addInputRules() {
    // Of 1 alone: "2026. 11. 26." is a date.
    return [wrappingInputRule({ find: /^1\.\s$/, type: this.type })]
  },
})

export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph block*',
  defining: true,
  addAttributes: () => ({
    /** null: no task. */
    checked: { default: null, keepOnSplit: true, rendered: false, parseHTML: taskOf },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ node }) => ['li', node.attrs['checked'] === null ? {} : { 'data-checked': String(node.attrs['checked']) }, 0],
  addNodeView: () => taskView,
  addKeyboardShortcuts() {
    const { name } = this
    return {
      Enter: ({ editor }) => editor.commands.splitListItem(name, { checked: taskAt(editor.state.selection.$from) === null ? null : false }),
      Tab: ({ editor }) => editor.commands.sinkListItem(name),
      'Shift-Tab': ({ editor }) => editor.commands.liftListItem(name),
      Backspace: ({ editor }) => {
        const { empty, $from } = editor.state.selection
        const atStart = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.node(-1).type.name === name && $from.index(-1) === 0
        return atStart && editor.commands.liftListItem(name)
      },
    }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\[([ xX])\]\s$/, type: this.type, getAttributes: (match) => ({ checked: match[1] !== ' ' }) })]
  },
})

const taskOf = ({ dataset }: HTMLElement): boolean | null => (dataset['checked'] === undefined ? null : dataset['checked'] === 'true')

export function taskAt($at: { depth: number; node(depth: number): PmNode }): boolean | null {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const node = $at.node(depth)
    if (node.type.name === 'listItem') return node.attrs['checked'] as boolean | null
  }
  return null
}
