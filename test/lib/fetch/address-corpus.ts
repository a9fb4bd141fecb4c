/** Ways to write down a machine that no stranger may make us ask. */
export interface Trap {
  url: string
  /** Where it leads when it is taken at its word; null where that is nowhere. */
  target: string | null
}

const insideV4 = [
  ...['127.0.0.1', '127.1.2.3', '127.255.255.254', '0.0.0.0', '0.1.2.3'],
  ...['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.255.255'],
  // Where clouds keep the keys of a machine.
  ...['169.254.169.254', '169.254.170.2', '100.100.100.200', '192.0.0.192'],
  ...['100.64.0.1', '198.18.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '192.88.99.1', '240.0.0.1', '224.0.0.1', '255.255.255.255'],
]

const insideV6 = [
  ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'fdff:ffff::1', 'ff02::1', 'ff05::2', 'fec0::1'],
  ...['2001:db8::1', '3fff::1', '100::1', '5f00::1', '2001:2::1', '2001:10::1', '2001:20::1', '4000::1', 'e000::1', '64:ff9b:1::a00:1'],
]

const octets = (address: string): number[] => address.split('.').map(Number)
const whole = (address: string): number => octets(address).reduce((sum, octet) => sum * 256 + octet, 0)
const hex = (value: number, length = 0): string => value.toString(16).padStart(length, '0')
const lastTwo = ([, , c = 0, d = 0]: number[]): number => c * 256 + d
const groups = ([a = 0, b = 0, c = 0, d = 0]: number[]): string => `${hex(a * 256 + b)}:${hex(c * 256 + d)}`
const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
const ringed = (text: string): string => text.replace(/[1-9]/g, (digit) => String.fromCharCode(0x2460 + Number(digit) - 1))
const percent = (text: string): string => text.replace(/./g, (sign) => `%${hex(sign.charCodeAt(0), 2)}`)

function spellings(address: string): string[] {
  const parts = octets(address)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  return [
    address,
    `${address}.`,
    String(whole(address)),
    `0x${hex(whole(address), 8)}`,
    `0X${hex(whole(address)).toUpperCase()}`,
    `0${whole(address).toString(8)}`,
    parts.map((part) => `0${part.toString(8)}`).join('.'),
    parts.map((part) => part.toString(8).padStart(6, '0')).join('.'),
    parts.map((part) => `0x${hex(part)}`).join('.'),
    `${a}.0x${hex(b)}.0${c.toString(8)}.${d}`,
    `${a}.${b}.${lastTwo(parts)}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    `0x${hex(a)}.${(b * 256 + c) * 256 + d}`,
    wide(address),
    ringed(address),
    percent(address),
    address.replaceAll('.', '。'),
    address.replaceAll('.', '．'),
    address.replaceAll('.', '%2e'),
    `[::ffff:${address}]`,
    `[::ffff:${groups(parts)}]`,
    `[0:0:0:0:0:FFFF:${groups(parts)}]`,
    `[::${address}]`,
    `[::ffff:0:${address}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${address}]`,
    `[2002:${groups(parts)}::1]`,
    `[2001:0:${groups(parts)}::1]`,
    `[2001::ffff:${groups(parts.map((part) => 255 - part))}]`,
  ]
}

/** Each leads to `target` on `port`, or nowhere. */
const around = (target: string, port: number): string[] => [
  `https://${target}:${port}/`,
  `HTTP://${target}:${port}/`,
  `http:\\\\${target}:${port}\\`,
  `http:/${target}:${port}/`,
  `http:${target}:${port}/`,
  `http:////${target}:${port}/`,
  `//${target}:${port}/`,
  `http://user@${target}:${port}/`,
  `http://user:password@${target}:${port}/`,
  `http://news.example@${target}:${port}/`,
  `http://news.example%40${target}:${port}/`,
  `http://${target}:${port}#@news.example/`,
  `http://${target}:${port}?@news.example/`,
  `http://news.example\\@${target}:${port}/`,
  ` http://${target}:${port}/`,
  `http://${target}:${port}/ `,
  `ht\ttp://${target}:${port}/`,
  `http://${target.slice(0, 2)}\t${target.slice(2)}:${port}/`,
  `http://${target.slice(0, 2)}\r\n${target.slice(2)}:${port}/`,
  `http://${target}:${port}/\r\nHost: news.example\r\n\r\nGET /`,
  `http://${target}:${port}/%0d%0aX-Injected:%201`,
  `http://${target}\u0000:${port}/`,
  `http://${target}\u00ad:${port}/`,
  `http://${target}\u200b:${port}/`,
  ...[21, 22, 23, 25, 53, 3306, 6379, 8080, 9200, 11211, 27017, 65535].map((odd) => `http://${target}:${odd}/`),
  ...['ftp', 'gopher', 'dict', 'ldap', 'ws', 'sftp', 'jar:http', 'view-source:http', 'blob:http'].map((scheme) => `${scheme}://${target}/`),
]

const odd = (port: number): string[] => [
  ...[
    'localhost',
    'localhost.',
    'LOCALHOST',
    'ｌｏｃａｌｈｏｓｔ',
    'loc%61lhost',
    'a.localhost',
    'a.b.localhost.',
    'localhost.localdomain',
  ].map((name) => `http://${name}:${port}/`),
  ...[
    'db',
    'redis',
    'metadata.google.internal',
    'printer.local',
    'nas.lan',
    'router.home.arpa',
    'wiki.corp',
    'kubernetes.default.svc.local',
  ].map((name) => `http://${name}:${port}/`),
  ...[
    'file:///etc/passwd',
    'file://localhost/etc/passwd',
    'data:text/html,hello',
    'javascript:alert(1)',
    'unix:/run/redis.sock',
    'about:blank',
  ],
  ...[
    '',
    ' ',
    'http://',
    'http://:80/',
    'http://[',
    'http://[::1',
    'http://[::1%25lo]/',
    'http://[fe80::1%25eth0]/',
    'http://%/',
    'http://256.1.1.1/',
  ],
  ...['http://127.0.0.1.1.1/', 'http://0x/', 'http://0x100000000/', 'http://4294967296/', `http://news.example:${'9'.repeat(9)}/`],
  `http://news.example/${'x'.repeat(3_000)}`,
]

export function trapsOn(port: number): Trap[] {
  const v4 = insideV4.flatMap((target) => spellings(target).map((host) => ({ url: `http://${host}:${port}/`, target })))
  const v6 = insideV6.flatMap((target) => [
    { url: `http://[${target}]:${port}/`, target },
    { url: `http://[${target.toUpperCase()}]:${port}/`, target },
    { url: `https://[${target}]:${port}/`, target },
  ])
  const dressed = ['127.0.0.1', '169.254.169.254'].flatMap((target) => around(target, port).map((url) => ({ url, target })))
  const others = odd(port).map((url) => ({ url, target: null }))
  return [...v4, ...v6, ...dressed, ...others]
}

const insideRanges: readonly [number, number][] = [
  ...[10, 127, 0, 224, 240, 255].map((first): [number, number] => [first * 2 ** 24, 8]),
  [whole('172.16.0.0'), 12],
  [whole('192.168.0.0'), 16],
  [whole('169.254.0.0'), 16],
  [whole('100.64.0.0'), 10],
  [whole('198.18.0.0'), 15],
]

/** Any address of those ranges in any of the spellings; the same ones each time. */
export function moreTraps(port: number, count: number): Trap[] {
  let state = 20_261_125
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
  return Array.from({ length: count }, () => {
    const [start, bits] = insideRanges[random(insideRanges.length)] ?? [0, 8]
    const address = start + random(2 ** (32 - bits))
    const target = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
    const hosts = spellings(target)
    return { url: `http${random(2) ? 's' : ''}://${hosts[random(hosts.length)]}:${port}/`, target }
  })
}

export const insideAddresses: readonly string[] = [
  ...insideV4,
  ...insideV6,
  ...insideV4.flatMap((address) => spellings(address).flatMap((host) => /^\[(.*)\]$/.exec(host)?.[1] ?? [])),
]

export const publicAddresses: readonly string[] = [
  ...['8.8.8.8', '1.1.1.1', '93.184.216.34', '223.130.200.104', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1'],
  ...['169.253.255.255', '11.0.0.1', '198.17.255.255', '2606:4700:4700::1111', '2001:4860:4860::8888', '2a00:1450:4001::1', '2403:5000::1'],
]
