import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest by far. Met last, one of these has a worker to itself for minutes while the others have nothing left to do. */
const longest = [
  'test/browser/accessibility',
  'test/browser/crawl',
  'test/browser/',
  'test/trust/',
  'test/ops/',
  'test/features/visits/',
  'test/',
]

/** Where an earlier run in this folder left its times, those say it better: a CI's folder is always new. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const { root } = this.ctx.config
    const place = ({ moduleId }: TestSpecification) => longest.findIndex((start) => relative(root, moduleId).startsWith(start))
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}
