import type { Token } from 'markdown-it'

const task = /^\[([ xX])\](?: |$)/

/**
 * "[x] done" at the head of a list's item. In its place stands `marks.done` or `marks.todo`: signs that are text, so that they also stand
 * in excerpts and are read aloud. Null: it is no task.
 */
export function takeTask(children: readonly Token[], marks: { todo: string; done: string }): 'todo' | 'done' | null {
  const first = children[0]
  const found = first?.type === 'text' && task.exec(first.content)
  if (!found) return null
  const state = found[1] === ' ' ? 'todo' : 'done'
  first.content = marks[state] + first.content.slice(found[0].length)
  return state
}
