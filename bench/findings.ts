/** What one measurement found. */
export interface Finding {
  name: string
  figure: number
  unit: '/s' | 'ms' | 's' | 'MB' | 'KB' | ''
  /** What stood beside it in the same seconds. */
  floor?: { name: string; figure: number }
  ratio?: number
  /** Of the ratio where there is one, else of the figure. */
  goal?: { atLeast: number } | { atMost: number }
  /** What one request of it costs. */
  cost?: Cost
  note?: string
  /** Answers that were none: refused, broken off, late. */
  failures?: number
}

export interface Cost {
  webMs: number
  databaseMs: number
  statements: number
  rowsRead: number
  bytes: number
}

export function holds({ goal, ratio, figure }: Finding): boolean | null {
  if (goal === undefined) return null
  const value = ratio ?? figure
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost
}

const heads = ['scenario', 'figure', 'beside it', 'ratio', 'goal', '', 'web CPU', 'DB CPU', 'SQL', 'rows', 'bytes', 'note'] as const

/** For a terminal and for Markdown alike. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => [
    finding.name,
    shown(finding.figure, finding.unit),
    finding.floor ? `${finding.floor.name} ${shown(finding.floor.figure, finding.unit)}` : '',
    finding.ratio?.toFixed(2) ?? '',
    goalText(finding),
    { true: 'yes', false: 'NO', null: '' }[String(holds(finding)) as 'true'],
    ...costCells(finding.cost),
    [finding.note, finding.failures ? `${finding.failures} failed` : undefined].filter(Boolean).join('; '),
  ])
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const costCells = (cost: Cost | undefined): string[] =>
  cost === undefined
    ? ['', '', '', '', '']
    : [
        `${cost.webMs.toFixed(2)} ms`,
        `${cost.databaseMs.toFixed(2)} ms`,
        cost.statements.toFixed(1),
        cost.rowsRead.toFixed(0),
        cost.bytes.toFixed(0),
      ]

const goalText = ({ goal }: Finding): string => {
  if (goal === undefined) return ''
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`
}

const shown = (figure: number, unit: Finding['unit']): string =>
  `${figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toFixed(2)}${unit === '' ? '' : ` ${unit}`}`

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}
