import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, holds } from './findings.ts'
import { type Report, readReport } from './report.ts'
import { projectRoot } from './site.ts'

const BEGINS = '<!-- bench begins -->\n'
const ENDS = '<!-- bench ends -->'

/** Puts the table of a report into the README, between its two marks. */
export function writeReadme(file: string): void {
  const path = join(projectRoot, 'README.md')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, withTable(text, readReport(file)))
}

/** @throws when the README has no place for it */
export function withTable(readme: string, report: Report): string {
  const [begins, ends] = [readme.indexOf(BEGINS), readme.indexOf(ENDS)]
  if (begins === -1 || ends < begins) throw new Error(`README.md has no ${BEGINS.trim()} … ${ENDS}`)
  return `${readme.slice(0, begins + BEGINS.length)}${tableFor(report)}${readme.slice(ends)}`
}

function tableFor({ findings, revision, at, machine, versions }: Report): string {
  const rows = findings.map((finding) => `| ${finding.name} | ${figureOf(finding)} | ${besideOf(finding)} | ${goalOf(finding)} |`)
  return [
    '| scenario | measured | beside it, in the same minutes | goal |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Revision ${revision}, ${at.slice(0, 10)}, ${machine.cores} cores, Node ${versions['node']}, ${versions['database']}.`,
    '',
  ].join('\n')
}

const shown = (figure: number, unit: string) =>
  `${figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toFixed(2)}${unit === '' ? '' : ` ${unit}`}`

const figureOf = ({ figure, unit }: Finding) => shown(figure, unit)

const besideOf = ({ floor, ratio, unit }: Finding) =>
  floor === undefined ? '' : `${floor.name} ${shown(floor.figure, unit)}${ratio === undefined ? '' : `: × ${ratio.toFixed(2)}`}`

function goalOf(finding: Finding): string {
  const { goal } = finding
  if (goal === undefined) return ''
  return `${'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`} ${holds(finding) ? '✓' : '✗'}`
}
