import type { AppContext, Reader } from '../../../context.ts'
import { cleanText } from '../../../lib/http/form.ts'
import { type ClashMarks, type Merged, mergeTexts } from '../../../lib/text/merge-texts.ts'
import type { Board } from '../../boards/boards.types.ts'
import { findTextOf, loadDraft, loadPost } from '../posts.read-models.ts'
import type { FormLook } from './post-form.types.ts'

type Typed = Record<string, string>

/**
 * The post was changed since this form was opened. Both texts become one where that is plain; where it isn't, both stand, and who wrote the
 * second decides. The look has the version that stands now: who has seen what changed, and saves again, means it.
 * @returns null when what stands there is what was sent: a second click, or a retry after an answer that got lost
 */
export async function meetOtherChange(
  ctx: AppContext,
  reader: Reader,
  board: Board,
  number: number,
  draft: Typed,
): Promise<FormLook | null> {
  const post = await loadPost(ctx, reader.viewer, board, number)
  const { pollHasVotes = '', ...stored }: Typed = await loadDraft(ctx, reader, post)
  // What a form doesn't ask stays as it stands.
  const sent = { publish: stored['publish'] ?? '', ...draft }
  if (Object.entries(stored).every(([name, value]) => name === 'version' || cleaned(sent[name as keyof typeof sent]) === cleaned(value)))
    return null
  const [theirs, mine] = [stored['body'] ?? '', clean(draft['body'])]
  const base = await findTextOf(ctx, { postId: post.id, version: Number(draft['version']) || 0, now: theirs })
  const merged = merge(base, { theirs, mine }, marksOf(reader))
  const clashes = merged?.clashes ?? 0
  return {
    draft: {
      ...draft,
      pollHasVotes,
      body: merged?.text ?? mine,
      version: stored['version'] ?? '',
      merged: clashes > 0 ? 'yes' : '',
    },
    conflict: { title: stored['title'] ?? '', theirs, mine },
    status: 409,
    notice: {
      kind: 'danger',
      key: merged === null ? 'posts.changedMeanwhile' : clashes > 0 ? 'posts.conflict.clashes' : 'posts.conflict.merged',
      count: clashes,
      linkToPost: true,
    },
  }
}

/** null where nothing would come together: then the second text stands alone, beside what it would replace. */
function merge(base: string | null, texts: { theirs: string; mine: string }, marks: ClashMarks): Merged | null {
  if (base === null) return null
  const merged = mergeTexts(base, texts, marks)
  const allClash = merged.clashes === 1 && merged.text.startsWith(marks.theirs) && merged.text.trimEnd().endsWith(marks.end)
  return allClash ? null : merged
}

const clean = (text = ''): string => cleanText(text)
const cleaned = (text = ''): string => cleanText(text).trim()

const marksOf = ({ t }: Reader): ClashMarks => ({
  theirs: t('posts.conflict.markTheirs'),
  mine: t('posts.conflict.markMine'),
  end: t('posts.conflict.markEnd'),
})

/** Lines that only say whose words stand below them; nobody means to publish those. */
export const holdsMarks = (reader: Reader, { merged, body }: Typed): boolean =>
  merged === 'yes' &&
  clean(body)
    .split('\n')
    .some((line) => Object.values(marksOf(reader)).includes(line))
