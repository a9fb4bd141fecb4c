import autocannon, { type Request } from 'autocannon'

export interface Load {
  url: string
  connections: number
  seconds: number
  /** Requests a second, whatever the answers do; without it each connection asks again when it was answered. */
  rate?: number
  /** Makes each request anew: another address, another reader. */
  request: () => Request
}

export interface Burst {
  /** Answers a second. */
  rate: number
  answers: number
  seconds: number
  bytesEach: number
  /** In milliseconds. With a fixed rate they count from when the request was due, not from when it could be sent. */
  p50: number
  p99: number
  /** Answers of 400 and above, lines that broke, answers that never came. */
  failures: number
  unavailable: number
}

const HTTP_TIMEOUT_S = 10

/** Asks loopback and nobody else, and ends by itself. */
export async function drive({ url, connections, seconds, rate, request }: Load): Promise<Burst> {
  if (new URL(url).hostname !== '127.0.0.1') throw new Error(`${url} is not this machine`)
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    sampleInt: 250,
    timeout: HTTP_TIMEOUT_S,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [{ setupRequest: (base) => ({ ...base, ...request() }) }],
  })
  const answers = result['2xx'] + result['3xx'] + result['4xx'] + result['5xx']
  return {
    rate: (result['2xx'] + result['3xx']) / result.duration,
    answers,
    seconds: result.duration,
    bytesEach: result.throughput.total / Math.max(answers, 1),
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result['4xx'] + result['5xx'] + result.errors + result.timeouts,
    unavailable: result['5xx'],
  }
}
