declare module 'autocannon' {
  export interface Request {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string | Buffer
    setupRequest?: (request: Request) => Request
  }
  export interface Options {
    url: string
    connections: number
    duration: number
    sampleInt: number
    timeout: number
    overallRate?: number
    requests: Request[]
  }
  export interface Result {
    requests: { total: number }
    latency: { p50: number; p97_5: number; p99: number; p99_9: number; max: number; average: number }
    duration: number
    errors: number
    timeouts: number
    '2xx': number
    '3xx': number
    '4xx': number
    '5xx': number
    throughput: { total: number }
  }
  const autocannon: (options: Options) => Promise<Result>
  // biome-ignore lint/style/noDefaultExport: it is so
  export default autocannon
}
