import { type Editor, Node, textblockTypeInputRule } from '@tiptap/core'
import { Fragment, type Schema } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'

export const CodeBlock = Node.create({
  name: 'codeBlock',
  group: 'block inCell',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => ({
    language: {
      default: '',
      rendered: false,
      parseHTML: (pre: HTMLElement) =>
        pre.dataset['language'] ?? /language-([\w-]+)/.exec(pre.querySelector('code')?.className ?? '')?.[1] ?? '',
    },
  }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full', getContent: codeOf }],
  renderHTML: ({ node }) => ['pre', { 'data-language': node.attrs['language'] || null, spellcheck: 'false' }, ['code', 0]],
  addKeyboardShortcuts() {
    const inCode = () => this.editor.isActive(this.name)
    return {
      'Mod-Alt-c': () => this.editor.commands.toggleNode(this.name, 'paragraph'),
      Backspace: () => {
        const { empty, $anchor } = this.editor.state.selection
        return empty && inCode() && $anchor.parent.content.size === 0 && this.editor.commands.clearNodes()
      },
      Enter: () => {
        const { $from } = this.editor.state.selection
        if (!inCode() || !$from.parent.textContent.endsWith('\n\n') || $from.parentOffset !== $from.parent.content.size) return false
        // A third Enter at the end leaves it.
        return this.editor
          .chain()
          .deleteRange({ from: $from.pos - 2, to: $from.pos })
          .exitCode()
          .run()
      },
      ArrowDown: () => {
        const { $from } = this.editor.state.selection
        const atEnd = inCode() && $from.parentOffset === $from.parent.content.size
        return atEnd && $from.after() === this.editor.state.doc.content.size && this.editor.commands.exitCode()
      },
    }
  },
  addInputRules() {
    const language = (match: RegExpMatchArray) => ({ language: match[1] ?? '' })
    return [textblockTypeInputRule({ find: /^```([a-z]+)?\s$/, type: this.type, getAttributes: language })]
  },
})

/** The last line break of a block is the one before its end. */
function codeOf(pre: globalThis.Node, schema: Schema): Fragment {
  const text = (pre.textContent ?? '').replace(/\n$/, '')
  return text === '' ? Fragment.empty : Fragment.from(schema.text(text))
}

/** `:::spoiler title`: folded away for readers, open for the writer. */
export const Fold = Node.create({
  name: 'fold',
  group: 'block inCell',
  content: 'foldTitle block+',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'details.spoiler' }, { tag: 'div.fold' }],
  renderHTML: () => ['div', { class: 'fold' }, 0],
})

export const FoldTitle = Node.create({
  name: 'foldTitle',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: 'summary' }, { tag: 'div.fold__title' }],
  renderHTML: () => ['div', { class: 'fold__title' }, 0],
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection
        if ($from.parent.type.name !== this.name) return false
        const { tr } = editor.state
        editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve($from.after() + 1))).scrollIntoView())
        return true
      },
      Backspace: ({ editor }) => {
        const { empty, $from } = editor.state.selection
        if (!empty || $from.parent.type.name !== this.name || $from.parentOffset > 0) return false
        return unfold(editor)
      },
    }
  },
})

/** What was folded stands in the text again, its title as a line. */
export function unfold(editor: Editor): boolean {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const fold = $from.node(depth)
    if (fold.type.name !== 'fold') continue
    const title = fold.firstChild?.textContent ?? ''
    const { tr, schema } = editor.state
    const blocks = fold.content.cut(fold.firstChild?.nodeSize ?? 0)
    const content = title === '' ? blocks : blocks.addToStart(schema.node('paragraph', null, schema.text(title)))
    const at = $from.before(depth)
    tr.replaceWith(at, at + fold.nodeSize, content)
    editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView())
    return true
  }
  return false
}

/** A picture or film of ours, named by its path; `caption` is what readers see below it. */
export const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: asWritten('src'),
    alt: asWritten('alt', 'aria-label'),
    caption: asWritten('title'),
    film: { default: false },
  }),
  parseHTML: () => [{ tag: 'img[src^="/files/"]' }, { tag: 'video[src^="/files/"]', attrs: { film: true } }],
  renderHTML: ({ node: { attrs } }) => {
    const { src, alt, caption } = attrs
    if (attrs['film']) return ['video', { src, 'aria-label': alt || null, title: caption || null, preload: 'metadata', controls: '' }]
    return ['img', { src, alt, title: caption || null }]
  },
})

/** Left to itself, the library makes a number of "9". */
const asWritten = (...names: string[]) => ({
  default: '',
  parseHTML: (element: HTMLElement) => names.map((name) => element.getAttribute(name)).find((value) => value !== null) ?? '',
})
