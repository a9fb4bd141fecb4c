export interface Command {
  name: string
  /** One line of the list. */
  summary: string
  /** What follows the name, and what it means. */
  usage: string
  /** @returns the exit status */
  run(args: string[]): Promise<number>
}

/** Shown alone, without a stack: the person at the keyboard can act on it. */
export class CommandError extends Error {
  override name = 'CommandError'
}
