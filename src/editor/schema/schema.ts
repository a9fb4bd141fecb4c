import { getSchema } from '@tiptap/core'
import { Aligned, Blockquote, Document, HardBreak, Heading, HorizontalRule, Paragraph, Text } from './blocks.ts'
import { BulletList, ListItem, OrderedList } from './lists.ts'
import { Bold, Code, Cover, Highlight, Ink, Italic, Link, Strike, Sub, Sup, Underline } from './marks.ts'
import { Note, NoteRef } from './notes.ts'
import { CodeBlock, Fold, FoldTitle, Picture } from './parts.ts'
import { Table, TableCell, TableHeader, TableRoles, TableRow } from './tables.ts'

/** All that a text may hold: what our Markdown can say, and no more (docs/decisions/019). */
export const textExtensions = [
  ...[Document, Text, Paragraph, Heading, Blockquote, Aligned, HorizontalRule, HardBreak],
  ...[BulletList, OrderedList, ListItem, CodeBlock, Fold, FoldTitle, Picture, Note, NoteRef],
  ...[TableRoles, Table, TableRow, TableCell, TableHeader],
  ...[Cover, Link, Ink, Highlight, Underline, Bold, Italic, Strike, Sub, Sup, Code],
]

export const schema = getSchema(textExtensions)
