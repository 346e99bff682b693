import { z } from 'zod'
import { ENDPOINTS } from './endpoints'
import { apiShapes } from './registry'

type JsonSchema = Record<string, unknown>

/** What a refused request is answered with, here as everywhere below /api. */
export const problemShape = z
  .object({
    error: z.object({
      code: z.string().describe('One of a closed list, such as NOT_FOUND.'),
      message: z.string().describe('A sentence for people, in the language asked for.'),
      fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  })
  .register(apiShapes, { id: 'Problem' })

const SCHEMAS = '#/components/schemas/'

/** Formats say it all: the patterns that zod adds to them are longer than the rest of the description. */
const tidy = ({ jsonSchema }: { jsonSchema: { format?: unknown; pattern?: unknown; maximum?: unknown } }) => {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  const { minimum } = jsonSchema as { minimum?: unknown }
  if (minimum === Number.MIN_SAFE_INTEGER) delete (jsonSchema as { minimum?: unknown }).minimum
}

const withoutNames = ({ $schema: _schema, $id: _id, id: _own, ...rest }: JsonSchema): JsonSchema => rest

function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(apiShapes, { uri: (id) => `${SCHEMAS}${id}`, override: tidy })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withoutNames(schema as JsonSchema)] as const),
  )
}

const reference = (shape: z.ZodType): JsonSchema => ({ $ref: `${SCHEMAS}${apiShapes.get(shape)?.id}` })

function parametersOf(path: string, query: z.ZodObject): JsonSchema[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', override: tidy })
  const inQuery = Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as JsonSchema
    return { name, in: 'query', required: false, ...(description === undefined ? {} : { description }), schema: rest }
  })
  return [...inPath, ...inQuery]
}

const json = (schema: JsonSchema) => ({ 'application/json': { schema } })
const problem = (description: string) => ({ description, content: json(reference(problemShape)) })

/** The OpenAPI 3.1 description of the public API. */
export function openApiDescription(): JsonSchema {
  const paths = Object.entries(ENDPOINTS).map(([operationId, { path, summary, query, answer }]) => [
    path,
    {
      get: {
        operationId,
        summary,
        parameters: [
          ...parametersOf(path, query),
          { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: 'OK',
            headers: { ETag: { schema: { type: 'string' } }, Link: { schema: { type: 'string' } } },
            content: json(reference(answer)),
          },
          304: { description: 'Unchanged since the answer with that ETag' },
          ...(path.includes('{') ? { 404: problem('There is no such thing that visitors may see') } : {}),
          422: problem('A parameter is not right'),
          429: problem('Too many requests; Retry-After says how many seconds to wait'),
        },
      },
    },
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: 'Beursvloer',
      version: '1',
      description:
        'What visitors may know of published fairs: plan, programme, exhibitors, as of the latest release. Read only, for everyone, ' +
        'without a key. Only who holds a booth is live. Lists come in pages: go on with `nextCursor` until it is null. Answers have ' +
        'an ETag: ask again with If-None-Match. Lengths are millimetres, instants UTC.',
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(paths),
    components: { schemas: componentSchemas() },
  }
}
