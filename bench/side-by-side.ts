import { setTimeout as sleep } from 'node:timers/promises'
import { type Burst, drive, type Load } from './drive.ts'
import { median } from './findings.ts'

export interface Paced {
  rounds: number
  seconds: number
  connections: number
}

export interface SideBySide {
  figure: number
  floor: number
  ratio: number
  failures: number
  p99: number
}

type Driven = Pick<Load, 'url' | 'request'>

/**
 * One after the other in short turns, so that whatever else the machine does hits both alike. The ratio is the median of the turns' own.
 * Each is given a first turn that doesn't count.
 */
export async function sideBySide(one: Driven, floor: Driven, { rounds, seconds, connections }: Paced): Promise<SideBySide> {
  const turn = (driven: Driven, length: number): Promise<Burst> => drive({ ...driven, connections, seconds: length })
  const first = Math.min(1, seconds)
  await turn(floor, first)
  await turn(one, first)
  const pairs: { one: Burst; floor: Burst }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const beside = await turn(floor, seconds)
    await sleep(50)
    pairs.push({ floor: beside, one: await turn(one, seconds) })
  }
  return {
    figure: median(pairs.map((pair) => pair.one.rate)),
    floor: median(pairs.map((pair) => pair.floor.rate)),
    ratio: median(pairs.map((pair) => pair.one.rate / pair.floor.rate)),
    failures: pairs.reduce((sum, pair) => sum + pair.one.failures, 0),
    p99: median(pairs.map((pair) => pair.one.p99)),
  }
}
