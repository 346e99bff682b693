import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { describe, expect, it } from 'vitest'

const path = (...patterns: string[]) => ({ path: patterns })
const forbid = (
  name: string,
  from: string | string[],
  to: string | string[],
  pathNot: string[] = [],
): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: path(...[from].flat()),
  to: { ...path(...[to].flat()), ...(pathNot.length > 0 ? { pathNot } : {}) },
})

const NODE_MODULES = 'node_modules'
const PURE = '^shared/'
const SERVICES = '^server/services/'

/** The house's walls; each layer may know those to its left only: kernel, geometry, domain, protocol and exchange. */
const rules: IForbiddenRuleType[] = [
  {
    name: 'no cycles',
    severity: 'error',
    from: { path: '^(app|server|shared)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  forbid('shared knows neither server nor app', PURE, ['^server/', '^app/']),
  { name: 'shared runs anywhere', severity: 'error', from: { path: PURE }, to: { dependencyTypes: ['core'] } },
  forbid('shared knows only pure libraries', PURE, NODE_MODULES, [
    'node_modules/(zod|rbush|quickselect|yjs|lib0|i18next|fast-xml-parser|papaparse|ical-generator|@types)/',
  ]),
  {
    name: 'yjs in one file of shared',
    severity: 'error',
    from: { path: PURE, pathNot: '^shared/document/fairDocument.ts$' },
    to: { path: 'node_modules/(yjs|lib0)/' },
  },
  forbid('kernel leans on nothing', '^shared/kernel/', '^shared/', ['^shared/kernel/']),
  forbid('geometry leans on kernel', '^shared/geometry/', '^shared/', ['^shared/(kernel|geometry)/']),
  forbid(
    'domain does not know the wire',
    '^shared/(document|plan|programme|claims|access|fairs|exhibitors|people|proposals)/',
    '^shared/(protocol|exchange|i18n)/',
  ),
  forbid('server never imports app', '^server/', '^app/'),
  forbid('services know neither sockets nor http', SERVICES, '^server/(sync|realtime|jobs|http|app|container|index)'),
  forbid('the database knows no service', '^server/db/', '^server/(services|sync|realtime|jobs|http|app|container)'),
  forbid('sockets do not know http pages', '^server/(sync|realtime|jobs)/', '^server/http/', [
    '^server/http/(identify|origin|cookies|rateLimit|upgradeRouter)\\.ts$',
  ]),
  {
    name: 'app knows the server by its types only',
    severity: 'error',
    from: { path: '^app/' },
    to: { path: '^server/', dependencyTypesNot: ['type-only'] },
  },
  forbid('the headless editor has no screen', '^app/canvas/(editor|tools)/', [
    'node_modules/(react|react-dom|konva|yjs|@remix-run)/',
    '^app/(features|routes|components|canvas/render|canvas/document)/',
  ]),
  forbid('the headless timetable has no screen', '^app/timetable/', [
    'node_modules/(react|react-dom|konva|yjs|@remix-run)/',
    '^app/(features|routes|components|canvas)/',
  ]),
  forbid('components know no feature', '^app/(components|lib)/', '^app/(features|routes|canvas|timetable|realtime)/'),
  forbid('features do not reach into routes', '^app/(features|canvas|timetable|realtime)/', '^app/routes/'),
]

describe('architecture', () => {
  it('keeps to its layers', async () => {
    const { output } = await cruise(
      ['app', 'server', 'shared'],
      {
        ruleSet: { forbidden: rules },
        validate: true,
        tsPreCompilationDeps: true,
        doNotFollow: { path: NODE_MODULES },
        tsConfig: { fileName: 'tsconfig.json' },
        enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.d.ts'] },
      },
      undefined,
      { tsConfig: extractTSConfig('tsconfig.json') },
    )
    const result = output as ICruiseResult
    expect(result.summary.totalCruised).toBeGreaterThan(100)
    expect(
      result.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`),
    ).toEqual([])
  }, 60_000)
})
