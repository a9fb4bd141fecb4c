import type { MessageKey } from '../../../messages/messages.ts'
import type { RefusedFile } from '../../uploads/uploads.service.ts'
import type { Post } from '../posts.types.ts'
import type { BegunDraft } from './form-drafts.types.ts'

/** How a form looks when it comes back. */
export interface FormLook {
  status?: number
  draft: Record<string, string>
  errors?: Record<string, string>
  refused?: RefusedFile[]
  notice?: {
    kind: 'success' | 'danger'
    key: MessageKey
    count?: number
    args?: Record<string, number>
    /** A moment that the notice names as {time}. */
    at?: Date
    linkToPost?: boolean
    /** Of another text to look at. */
    path?: string
  }
  begun?: BegunDraft
  /** Little room, or none, before the limit on posts in a stretch of time. */
  room?: { left: number; again: Date } | null
  /** The post was changed since: what stands there now, and what was sent. */
  conflict?: { title: string; theirs: string; mine: string }
  /** The post that a new one answers. */
  answered?: Pick<Post, 'number' | 'title' | 'secret'> | null
  previewHtml?: string
}
