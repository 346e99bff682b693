export type JsonObject = { [key: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Own fields only: a file has no say in what `constructor` is. */
const ownValue = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined)

export const objectIn = (object: JsonObject, key: string): JsonObject | null => {
  const value = ownValue(object, key)
  return isObject(value) ? value : null
}

export const listIn = (object: JsonObject, key: string): unknown[] => {
  const value = ownValue(object, key)
  return Array.isArray(value) ? value : []
}

/** Text, or a number written without quotes; null for whatever else. */
export const stringIn = (object: JsonObject, key: string): string | null => {
  const value = ownValue(object, key)
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : null
}

/** Text; of one that is given in several languages, English, else the first. */
export function textIn(object: JsonObject, key: string): string {
  const texts = objectIn(object, key)
  if (!texts) return stringIn(object, key) ?? ''
  return (
    stringIn(texts, 'en') ??
    Object.keys(texts)
      .map((language) => stringIn(texts, language))
      .find((text) => text !== null) ??
    ''
  )
}

/** How many languages a text is given in. */
export const languagesIn = (object: JsonObject, key: string): number => Object.keys(objectIn(object, key) ?? {}).length
