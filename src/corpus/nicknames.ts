import { canonicalName } from '../lib/text/canonical-name.ts'
import type { Random } from './random.ts'
import { beings, manners, romanFirst, romanLast } from './texts/names.ts'

/** As many names as wanted, no two of which a reader could confuse. */
export function* nicknames(random: Random): Generator<string, never> {
  const taken = new Set<string>()
  for (;;) {
    const name = invent(random)
    const canonical = canonicalName(name)
    if (taken.has(canonical)) continue
    taken.add(canonical)
    yield name
  }
}

function invent(random: Random): string {
  if (random.chance(0.25)) return random.pick(romanFirst) + random.pick(romanLast) + (random.chance(0.8) ? random.below(1000) : '')
  const name = random.pick(manners) + random.pick(beings)
  return random.chance(0.3) ? name : name + random.below(10_000)
}
