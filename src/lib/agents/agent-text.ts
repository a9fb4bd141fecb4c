import { boundedLine } from '../text/bounded-line.ts'

/** Facebook's app sends some 600 characters; what is longer is made to hurt. */
const LONGEST_AGENT = 1_000

export const agentText = (header: string | undefined): string => boundedLine(header ?? '', LONGEST_AGENT)

type Rules = readonly (readonly [pattern: RegExp, name: string])[]

/** Name of the first rule that fits. */
export const firstName = (rules: Rules, text: string): string | null => rules.find(([pattern]) => pattern.test(text))?.[1] ?? null
