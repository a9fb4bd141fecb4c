import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest by far, in each of two queues. Met last, one of these has a worker to itself for minutes while the others have nothing left to do. */
const longest = ['test/browser/accessibility', 'test/browser/', 'test/trust/', 'test/ops/', 'test/features/visits/', 'test/']

/**
 * Browsers keep a processor busy; tests of processes, races and time wait for most of theirs. Side by side they leave neither processor idle nor
 * a browser starved: each queue is spread evenly over the run.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const { root } = this.ctx.config
    const place = ({ moduleId }: TestSpecification) => longest.findIndex((start) => relative(root, moduleId).startsWith(start))
    const queue = (isBrowser: boolean) =>
      sorted
        .filter((file) => relative(root, file.moduleId).startsWith('test/browser/') === isBrowser)
        .toSorted((one, other) => place(one) - place(other))
        .map((file, index, all) => ({ file, at: index / all.length }))
    return [...queue(true), ...queue(false)].toSorted((one, other) => one.at - other.at).map(({ file }) => file)
  }
}
