import { Mark, markInputRule } from '@tiptap/core'
import { marks as highlights, inks } from '../../lib/html/palette.ts'

/** A mark that is one element of HTML and one key. */
const simple = (name: string, tag: string, { key, others = [], excludes }: { key?: string; others?: string[]; excludes?: string } = {}) =>
  Mark.create({
    name,
    ...(excludes === undefined ? {} : { excludes }),
    parseHTML: () => [tag, ...others].map((each) => ({ tag: each })),
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return key === undefined ? {} : { [key]: () => this.editor.commands.toggleMark(this.name) }
    },
  })

export const Bold = simple('bold', 'strong', { key: 'Mod-b', others: ['b'] })
export const Italic = simple('italic', 'em', { key: 'Mod-i', others: ['i'] })
export const Underline = simple('underline', 'u', { key: 'Mod-u', others: ['ins'] })
export const Strike = simple('strike', 's', { key: 'Mod-Shift-x', others: ['del', 'strike'] })
export const Sub = simple('sub', 'sub', { excludes: 'sub sup' })
export const Sup = simple('sup', 'sup', { excludes: 'sub sup' })

export const Code = simple('code', 'code', { key: 'Mod-e' }).extend({
  code: true,
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`]+)`)$/, type: this.type })]
  },
})

/** A colour by its name in our palette: what it looks like is for the theme of the reader to say. */
const coloured = (name: string, tag: string, before: string, colours: readonly string[]) =>
  Mark.create({
    name,
    addAttributes: () => ({ colour: { default: colours[0], rendered: false } }),
    parseHTML: () => colours.map((colour) => ({ tag: `${tag}.${before}-${colour}`, attrs: { colour } })),
    renderHTML: ({ mark }) => [tag, { class: `${before}-${mark.attrs['colour']}` }, 0],
  })

export const Ink = coloured('ink', 'span', 'ink', inks)
export const Highlight = coloured('highlight', 'mark', 'mark', highlights)

/** Words that readers uncover by a press. */
export const Cover = Mark.create({
  name: 'cover',
  parseHTML: () => [{ tag: 'label.cover' }, { tag: 'span.cover' }],
  renderHTML: () => ['span', { class: 'cover' }, 0],
})

export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '', parseHTML: (link: HTMLElement) => link.getAttribute('href') } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (link) => (isSafe(link.getAttribute('href') ?? '') ? null : false) }],
  // Nobody leaves the page by a press on a link that they are writing.
  renderHTML: ({ mark }) => ['a', { href: mark.attrs['href'], rel: 'nofollow ugc noopener' }, 0],
})

/** As the server has it (lib/html/links): another site, a mailbox, or a path of our own. */
export const isSafe = (href: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses
  !/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/.test(href) &&
  (/^\/(?![/\\])/.test(href) || (/^(?:https?:\/\/[^/\\\s]|mailto:[^\s]+@)/i.test(href) && URL.canParse(href)))
