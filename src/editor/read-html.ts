import { type Node, DOMParser as Parser, type Schema } from '@tiptap/pm/model'

/** A document of what the server made of a text. It was made safe there, and is parsed where nothing of it can run. */
export function readHtml(schema: Schema, html: string): Node {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return Parser.fromSchema(schema).parse(body)
}
