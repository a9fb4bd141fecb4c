import { Node, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { alignments } from '../../lib/html/palette.ts'

export const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' })

export const Text = Node.create({ name: 'text', group: 'inline' })

export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block inCell',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode(this.name) }
  },
})

const headingLevels = [1, 2, 3, 4, 5, 6] as const

export const Heading = Node.create({
  name: 'heading',
  group: 'block inCell',
  content: 'inline*',
  defining: true,
  /** By the number of its signs in Markdown. */
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [
    { tag: '[data-level]', getAttrs: (heading) => ({ level: Number(heading.dataset['level']) }) },
    ...headingLevels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  ],
  // As readers see it: the h1 of their page is the title of the post.
  renderHTML: ({ node: { attrs } }) => [`h${Math.min(Number(attrs['level']) + 1, 6)}`, { 'data-level': attrs['level'] }, 0],
  addKeyboardShortcuts() {
    const set = (level: number) => () => this.editor.commands.toggleNode(this.name, 'paragraph', { level })
    return { 'Mod-Alt-1': set(1), 'Mod-Alt-2': set(2), 'Mod-Alt-3': set(3) }
  },
  addInputRules() {
    return headingLevels.map((level) =>
      textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: this.type, getAttributes: { level } }),
    )
  },
})

export const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block inCell',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap(this.name) }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
  },
})

/** What stands in the middle or at the right: as in the Markdown, a box around blocks. */
export const Aligned = Node.create({
  name: 'aligned',
  group: 'block inCell',
  content: 'block+',
  addAttributes: () => ({ side: { default: 'center', rendered: false } }),
  parseHTML: () => alignments.map((side) => ({ tag: `div.align-${side}`, attrs: { side } })),
  renderHTML: ({ node }) => ['div', { class: `align-${node.attrs['side']}` }, 0],
})

export const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block inCell',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
})

export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const add = () =>
      this.editor.commands.first([({ commands }) => commands.exitCode(), ({ commands }) => commands.insertContent({ type: this.name })])
    return { 'Shift-Enter': add, 'Mod-Enter': add }
  },
})
