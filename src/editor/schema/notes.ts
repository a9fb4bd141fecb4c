import { Node } from '@tiptap/core'

/** Footnotes are written in Markdown; here they stand where they are, and go back as they came. */
export const NoteRef = Node.create({
  name: 'noteRef',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ label: { default: '', rendered: false, parseHTML: labelOf } }),
  parseHTML: () => [{ tag: 'sup[data-note]', priority: 60 }],
  renderHTML: ({ node }) => ['sup', { 'data-note': node.attrs['label'] }, `[${node.attrs['label']}]`],
})

export const Note = Node.create({
  name: 'note',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ label: { default: '', rendered: false, parseHTML: labelOf } }),
  parseHTML: () => [{ tag: 'section[data-note]' }],
  renderHTML: ({ node }) => ['section', { class: 'note', 'data-note': node.attrs['label'] }, 0],
})

const labelOf = (element: HTMLElement): string => element.dataset['note'] ?? ''
