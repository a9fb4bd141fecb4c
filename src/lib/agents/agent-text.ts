import { remembered } from '../cache/remember.ts'
import { boundedLine } from '../text/bounded-line.ts'

/** Facebook's app sends some 600 characters; what is longer is made to hurt. */
const LONGEST_AGENT = 1_000

const KEPT = 500
const bounded = remembered(KEPT, (header) => boundedLine(header, LONGEST_AGENT))

export const agentText = (header: string | undefined): string => bounded(header ?? '')

type Rules = readonly (readonly [pattern: RegExp, name: string])[]

/** Name of the first rule that fits. */
export const firstName = (rules: Rules, text: string): string | null => rules.find(([pattern]) => pattern.test(text))?.[1] ?? null
