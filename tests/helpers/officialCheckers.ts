import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { sharedData, sharedDataPath } from './sharedData'

const XML_SCHEMA = 'validators/voc-schedule/xsd/schedule.xml.xsd'
const JSON_SCHEMA = 'validators/voc-schedule/json/schema.json'

/** What xmllint says against the official schema; null where this machine has no xmllint or no schema. */
export function xmllintComplaints(xml: string): string | null {
  if (sharedData(XML_SCHEMA) === null) return null
  const file = join(mkdtempSync(join(tmpdir(), 'schedule-')), 'schedule.xml')
  writeFileSync(file, xml)
  const { status, stderr, error } = spawnSync('xmllint', ['--noout', '--schema', sharedDataPath(XML_SCHEMA), file], {
    encoding: 'utf8',
  })
  if (error) {
    console.info('xmllint is not on this machine: only the rules of the three apps are checked')
    return null
  }
  return status === 0 ? '' : stderr
}

/** What the checker of the apps' rules in the research folder says; null where it or Python is missing. */
export function clientScriptComplaints(xml: string): string | null {
  const file = join(mkdtempSync(join(tmpdir(), 'schedule-')), 'schedule.xml')
  writeFileSync(file, xml)
  const script = sharedDataPath('../tools/check_schedule_clients.py')
  const { status, stdout, error } = spawnSync('python3', [script, file, '-v'], { encoding: 'utf8' })
  if (error || (status !== 0 && stdout === '')) {
    console.info('python3 or its script is not on this machine: our own copy of the rules is checked alone')
    return null
  }
  return status === 0 ? '' : stdout
}

/** What ajv says against the official schema; null where the schema is missing. */
export function ajvComplaints(json: string): string[] | null {
  const schema = sharedData(JSON_SCHEMA)
  if (schema === null) return null
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false })
  const draft06 = createRequire(import.meta.url).resolve('ajv/dist/refs/json-schema-draft-06.json')
  ajv.addMetaSchema(JSON.parse(readFileSync(draft06, 'utf8')) as object)
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(schema.toString()) as object)
  if (validate(JSON.parse(json))) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
