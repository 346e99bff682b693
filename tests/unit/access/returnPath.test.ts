import { expect, test } from 'vitest'
import { safeReturnPath } from '#shared/access/returnPath'

test.each([
  ['/nl', '/nl'],
  ['/fr/organise/abc/plan?hall=h1#b2', '/fr/organise/abc/plan?hall=h1#b2'],
  ['/en/fairs/a?q=//evil.example', '/en/fairs/a?q=//evil.example'],
  ['/en/fairs/é', '/en/fairs/%C3%A9'],
])('%s is a page of ours', (wanted, path) => {
  expect(safeReturnPath(wanted)).toBe(path)
})

test.each([
  null,
  undefined,
  42,
  '',
  'https://evil.example/nl',
  '//evil.example/nl',
  '/\\evil.example',
  '\\\\evil.example',
  '/nl\\..\\..\\evil.example',
  '/nl/..//evil.example',
  '/nl/%2e%2e//evil.example',
  '/\t/evil.example',
  '/nl\n/evil',
  ' /nl',
  'javascript:alert(1)',
  'nl/organise',
  '/de/organise',
  '/nlx',
  '/demo/enter',
  '/sign-out',
  '/nl/sign-in',
  '/nl/sign-in/token',
  `/nl/${'a'.repeat(2000)}`,
])('%j is not', (wanted) => {
  expect(safeReturnPath(wanted)).toBeNull()
})
