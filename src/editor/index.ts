/** What the pages load (public/js/behaviors/editor.js), as one file: lib/views/editor-bundle.ts makes it. */
export { toMarkdown } from './markdown/blocks.ts'
export { openEditor } from './open-editor.ts'
export { readHtml } from './read-html.ts'
export { schema } from './schema/schema.ts'
export { attachToolbar } from './toolbar.ts'
