import { z } from 'zod'
import { cleanText } from '../../lib/http/form.ts'
import { blockKinds, MOST_ROWS, ofBoard, places } from '../home/front-blocks.types.ts'
import { readLinks } from '../home/own-links.types.ts'
import { shortName } from './console-menu.schemas.ts'

const source = z
  .string({ error: 'console.block.source.tooLong' })
  .default('')
  .transform((value) => cleanText(value).trim())
  .refine((value) => [...value].length <= 10_000, { error: 'console.block.source.tooLong' })

export const BlockForm = z
  .object({
    kind: z.enum(blockKinds, { error: 'boards.choice' }),
    boardId: z
      .string()
      .regex(/^\d{0,9}$/, 'boards.choice')
      .default('')
      .transform((value) => (value === '' ? null : Number(value))),
    titleKo: shortName,
    titleEn: shortName,
    rowCount: z.coerce
      .number({ error: 'console.block.rows.invalid' })
      .int('console.block.rows.invalid')
      .min(1, 'console.block.rows.invalid')
      .max(MOST_ROWS, 'console.block.rows.invalid'),
    place: z.enum(places, { error: 'boards.choice' }),
    sourceKo: source,
    sourceEn: source,
  })
  .superRefine((block, found) => {
    const refuse = (path: string, message: string) => found.addIssue({ code: 'custom', path: [path], message })
    if (ofBoard.has(block.kind) && block.boardId === null) refuse('boardId', 'console.block.board.required')
    if (block.kind !== 'links') return
    for (const name of ['sourceKo', 'sourceEn'] as const) if (readLinks(block[name]) === null) refuse(name, 'console.block.source.links')
  })
  // A board that was chosen for another kind is none of this one's.
  .transform((block) => (ofBoard.has(block.kind) ? block : { ...block, boardId: null }))
