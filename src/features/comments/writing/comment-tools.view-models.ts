import type { Reader } from '../../../context.ts'
import type { MessageKey } from '../../../messages/messages.ts'
import { canUploadOn } from '../../boards/boards.policy.ts'
import { commentUploadPath } from '../../uploads/uploads.paths.ts'
import { acceptOf, commentLimitsOf } from '../../uploads/uploads.types.ts'
import { previewCommentPath } from '../comments.paths.ts'
import type { Place } from '../comments.types.ts'
import type { CommentForm, CommentTool } from '../threads/comment-section.types.ts'

type Tool = Pick<CommentTool, 'icon' | 'data'> & { label: MessageKey }

/** In the dialect of comments (lib/html/comment-dialect.ts). */
const tools: readonly Tool[] = [
  { icon: 'bold', label: 'editor.bold', data: around('**') },
  { icon: 'italic', label: 'editor.italic', data: around('*') },
  { icon: 'strike', label: 'editor.strike', data: around('~~') },
  {
    icon: 'link',
    label: 'editor.link',
    data: [
      ['before', '['],
      ['after', '](https://)'],
    ],
  },
  { icon: 'quote', label: 'editor.quote', data: [['line', '> ']] },
  { icon: 'code', label: 'editor.code', data: [...around('`'), ['block', '```']] },
  { icon: 'emoji', label: 'editor.emoji', data: [['tool', 'emoji']] },
]

const picture: Tool = { icon: 'picture', label: 'editor.picture', data: [['tool', 'picture']] }

function around(mark: string): CommentTool['data'] {
  return [
    ['before', mark],
    ['after', mark],
  ]
}

/** What a form for a comment offers whoever writes it. */
export function commentTools(
  reader: Reader,
  { board, post }: Place,
  comment?: number,
): Pick<CommentForm, 'tools' | 'pictures' | 'previewPath'> {
  const limits = canUploadOn(reader.viewer, board) ? commentLimitsOf(board) : null
  const offered = limits ? [...tools, picture] : tools
  return {
    tools: offered.map(({ icon, label, data }, index) => ({ icon, label: reader.t(label), data, first: index === 0 })),
    pictures: limits && { accept: acceptOf(limits), uploadPath: commentUploadPath(board), shrinks: board.pictureSize === 'shrink' },
    previewPath: previewCommentPath(board, post.number, comment),
  }
}
