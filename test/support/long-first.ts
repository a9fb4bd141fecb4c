import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest by far, in each queue. Met last, one of these has a worker to itself for minutes while the others have nothing left to do. */
const longest = ['test/browser/accessibility', 'test/browser/', 'test/trust/', 'test/ops/', 'test/features/visits/', 'test/']

/**
 * Browsers keep a processor busy; tests of processes, races and time wait for most of theirs. Side by side they leave neither processor idle nor
 * a browser starved: each of these two queues is spread evenly over its part of the run. Features come last, one after the other, for their
 * processes serve on while the next file is of the same kind.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const { root } = this.ctx.config
    const place = ({ moduleId }: TestSpecification) => longest.findIndex((start) => relative(root, moduleId).startsWith(start))
    const queue = (belongs: (file: TestSpecification) => boolean) =>
      sorted
        .filter(belongs)
        .toSorted((one, other) => place(one) - place(other))
        .map((file, index, all) => ({ file, at: index / all.length }))
    const isFeature = ({ project }: TestSpecification) => project.name === 'features'
    const isBrowser = ({ moduleId }: TestSpecification) => relative(root, moduleId).startsWith('test/browser/')
    const whole = [...queue(isBrowser), ...queue((file) => !isBrowser(file) && !isFeature(file))]
    return [...whole.toSorted((one, other) => one.at - other.at), ...queue(isFeature)].map(({ file }) => file)
  }
}
