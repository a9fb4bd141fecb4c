import { type Node, DOMParser as Parser, type Schema } from '@tiptap/pm/model'

/** A document of what the server made of a text. It was made safe there, and is parsed where nothing of it can run. */
export function readHtml(schema: Schema, html: string): Node {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  startWithWords(body)
  return Parser.fromSchema(schema).parse(body)
}

const blocks = /^(?:UL|OL|PRE|BLOCKQUOTE|DIV|TABLE|DETAILS|HR|SECTION|FIGURE|H\d)$/

/** A point of a list begins with words, if only with none: left out, the parser would take the list within it for the one around it. */
export function startWithWords(body: HTMLElement): void {
  for (const item of body.querySelectorAll('li')) {
    const first = [...item.childNodes].find((node) => node instanceof Element || (node.textContent ?? '').trim() !== '')
    if (first instanceof Element && blocks.test(first.tagName)) {
      const words = body.ownerDocument.createElement('p')
      words.dataset['added'] = ''
      item.prepend(words)
    }
  }
}
