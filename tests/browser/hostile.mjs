// Writes a project whose every text attacks its reader, to the folder that is named, from the schemas on standard input:
//
//   tickmark schema | node tests/browser/hostile.mjs FOLDER
//
// Two records of each kind have every field that the schema knows, so that a new field is attacked without a change here.
// Each text begins with a mark of its own (`t17`), by which the tests find it, and calls `hit` if it is ever executed.

import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { MARKDOWN, inMarkdown, shown } from './attacks.mjs'

/** One code for all segments, so that the cells of results and the scopes of records name one that exists. */
const CODE = `code <script>hit("code")</script>`
const VALUES = {
  version: '1.0.0',
  date: '2026-02-15',
  expression: 'numerator / denominator',
  unit: 'percent',
  decimal: '1',
  frequency: 'P1M',
  duration: 'P1M',
  zone: 'Europe/London',
  'time-of-day': '00:00',
  period: '2026-02',
  sha256: '0'.repeat(64),
  state: 'active',
}
const RECORDS = ['first', 'second']

let texts = 0
let turn = 0

function text() {
  const mark = `t${(texts += 1)}`
  return shown(mark, turn)
}

function prose() {
  return `${text()}\n\n${inMarkdown(`t${texts}`, turn)}\n`
}

/** A value that fits a schema, every field of it filled; undefined where it could only name the record itself. */
function filled(schema, kind, id, name, required = true) {
  // A waiver is for a record or for a release, and here for a record.
  if (kind === 'waiver' && name === 'release') return undefined
  const type = schema['x-type'] ?? schema.type
  if (type === 'reference') {
    const kinds = schema['x-kinds']
    const [own, other] = [kinds.includes(kind), kinds.find((one) => one !== kind)]
    const demanded = required || (kind === 'waiver' && name === 'subject')
    if (own && id === RECORDS[1] && !(demanded && other)) return undefined
    const to = own && id === RECORDS[0] ? [kind, RECORDS[1]] : [other, RECORDS[0]]
    return kinds.length > 1 ? to.join('/') : to[1]
  }
  if (type in VALUES) return VALUES[type]
  if (schema.oneOf && 'const' in schema.oneOf[0]) return schema.oneOf[0].const
  if (type === 'prose') return prose()
  if (name === 'code' && type === 'string') return CODE
  if (type === 'string') return text()
  if (type === 'boolean') return true
  if (type === 'integer') return Math.max(1, schema.minimum ?? 1)
  if (type === 'array') {
    const item = filled(schema.items, kind, id, name, required)
    if (item === undefined) return undefined
    if (schema.items['x-type'] === 'decimal') return ['0', '100']
    return item.parent ? [{ ...item, parent: undefined }, { ...item, code: text(), parent: CODE }] : [item]
  }
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([field, inner]) => [field, filled(inner, kind, id, field, schema.required?.includes(field))])
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
  }
  if (name === 'scope' || name === 'required_segments') return { [RECORDS[0]]: schema.additionalProperties.type === 'array' ? [CODE] : CODE }
  return { [schema.additionalProperties?.['x-type'] === 'decimal' ? '2026-02' : 'key']: filled(schema.additionalProperties, kind, id, '') }
}

/** The folder of each kind, from the table of kinds. */
function folders() {
  const table = readFileSync(new URL('../../src/model/kind.rs', import.meta.url), 'utf8')
  const rows = table.matchAll(/^ {4}\w+ \w+ "([a-z-]+)" "[^"]+" "([a-z/-]+)" "[a-z/-]+" (?:true|false)/gm)
  return new Map([...rows].map(([, kind, folder]) => [kind, folder]))
}

const RESULTS = (comment) =>
  [
    ['period', 'first', 'denominator_raw', 'excluded:first', 'denominator', 'numerator', 'value', 'comment'],
    ...['2026-01', '2026-02', '2026-03'].flatMap((period) => [
      [period, '', 410, 10, 400, 352, '88.0', comment],
      [period, CODE, 410, 10, 400, 352, '88.0', comment],
    ]),
  ]
    .map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',') + '\n')
    .join('')

/** All files of the project by their paths. */
function project(schemas) {
  texts = 0
  const json = (value) => `${JSON.stringify(value, null, 1)}\n`
  const places = folders()
  const files = {}
  for (const [kind, schema] of Object.entries(schemas)) {
    if (!places.has(kind)) throw new Error(`no folder is known for the kind ${kind}`)
    for (const id of RECORDS) files[`${places.get(kind)}/${id}.yaml`] = json(filled(schema, kind, id, ''))
  }
  files['tickmark.yaml'] = json({
    title: text(),
    organisation: text(),
    demonstration: true,
    timezone: 'Europe/London',
    audience: 'restricted',
    links: { commit: 'https://example.org/"><script>hit("commit")</script>/{commit}', file: 'https://example.org/\'onclick=hit("file")/{commit}/{path}' },
  })
  const release = { title: text(), status: 'final', released: '2026-04-08T09:30:00+01:00', prepared_by: 'person/first', reviewed_by: 'person/second' }
  const extract = { source: 'first', location: text(), query: text() }
  files['metrics/snapshots/2026-03/release.yaml'] = json({ ...release, extracts: [extract], notes: prose() })
  for (const id of RECORDS) files[`metrics/snapshots/2026-03/${id}.csv`] = RESULTS(text())
  files['content/index.md'] = `---\n${json({ title: text() })}---\n\n${MARKDOWN.map((attack) => attack('front')).join('\n\n')}\n`
  return files
}

const [folder] = process.argv.slice(2)
const schemas = JSON.parse(readFileSync(0, 'utf8'))
const git = (...rest) => execFileSync('git', ['-c', `user.name="><img src=x onerror=hit('author')> {{ 7+7 }}`, '-c', 'user.email=a"onclick=hit()@example.org', ...rest], { cwd: folder })
mkdirSync(folder, { recursive: true })
git('init', '-q')
for (turn = 0; turn < 2; turn += 1) {
  for (const [path, written] of Object.entries(project(schemas))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), written)
  }
  git('add', '.')
  git('commit', '-q', '-m', `<script>hit("commit ${turn}")</script>\n\n"><svg onload=hit("message")>`)
}
