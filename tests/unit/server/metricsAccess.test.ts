import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { mayReadMetrics } from '#server/http/metricsRoute'
import { routeClassOf } from '#server/http/requestMeters'

const OPEN = { token: null, publicUrl: null }
const from = (remoteAddress: string | undefined, headers: IncomingMessage['headers'] = {}) =>
  ({ headers: { host: 'localhost:3000', ...headers }, socket: { remoteAddress } }) as IncomingMessage

describe('who may read the metrics', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('%s may, while nothing is set', (address) => {
    expect(mayReadMetrics(from(address), OPEN)).toBe(true)
  })

  it.each(['10.0.0.5', '192.168.1.20', '::ffff:10.0.0.5', '2001:db8::1', '127.0.0.1.evil', undefined])(
    '%s may not',
    (address) => {
      expect(mayReadMetrics(from(address), OPEN)).toBe(false)
    },
  )

  it('what a proxy on this machine passes on does not come from here', () => {
    expect(mayReadMetrics(from('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }), OPEN)).toBe(false)
    expect(mayReadMetrics(from('127.0.0.1', { via: '1.1 proxy' }), OPEN)).toBe(false)
    expect(mayReadMetrics(from('127.0.0.1'), { ...OPEN, publicUrl: 'https://beurs.example.org' })).toBe(false)
    expect(mayReadMetrics(from('127.0.0.1', { host: 'beurs.example.org' }), OPEN)).toBe(false)
    expect(mayReadMetrics(from('127.0.0.1', { host: 'localhost.evil.example' }), OPEN)).toBe(false)
  })

  it('with a token only that counts, from anywhere', () => {
    const access = { token: 'sixteen-or-more-x', publicUrl: 'https://beurs.example.org' }
    expect(mayReadMetrics(from('127.0.0.1'), access)).toBe(false)
    expect(mayReadMetrics(from('10.0.0.5', { authorization: 'Bearer sixteen-or-more-x' }), access)).toBe(true)
    expect(mayReadMetrics(from('10.0.0.5', { authorization: 'Bearer sixteen-or-more-é' }), access)).toBe(false)
    expect(mayReadMetrics(from('10.0.0.5', { authorization: 'sixteen-or-more-x' }), access)).toBe(false)
  })
})

describe('the class of a route', () => {
  it.each([
    ['/', 'page'],
    ['/nl', 'page'],
    ['/fr/fairs/beurs-2027/plan', 'page'],
    ['/en/fairs.data', 'page'],
    ['/nl/organise/abc/plan', 'organise'],
    ['/nl/organise.data', 'organise'],
    ['/nl/organiser', 'page'],
    ['/api', 'api'],
    ['/api/v1/fairs', 'api'],
    ['/fairs/beurs-2027/calendar.ics', 'feed'],
    ['/assets/entry-abc.js', 'asset'],
    ['/sw.js', 'asset'],
    ['/wp-admin/setup.php', 'other'],
    ['/demo/enter', 'other'],
  ])('of %s is %s', (path, route) => {
    expect(routeClassOf(path)).toBe(route)
  })
})
