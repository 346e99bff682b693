import { describe, expect, it } from 'vitest'
import { asAppError } from '#server/http/errorResponse'
import { AppError } from '#shared/kernel/errors'

const withFields = (error: Error, fields: object) => Object.assign(error, fields)

describe('any error as one of the closed list', () => {
  it.each([
    ['its own', new AppError('BOOTH_TAKEN'), 'BOOTH_TAKEN'],
    [
      'a file that is not there',
      withFields(new Error('no file'), { status: 404, code: 'ENOENT', syscall: 'stat' }),
      'NOT_FOUND',
    ],
    ['a path that cannot be decoded', withFields(new URIError('%'), { status: 400 }), 'BAD_REQUEST'],
    ['a body that is no JSON', withFields(new SyntaxError('oops'), { status: 400 }), 'MALFORMED_JSON'],
    ['a body that is too large', withFields(new Error('large'), { status: 413 }), 'TOO_LARGE'],
    [
      'a database whose socket is gone',
      withFields(new Error('connect'), { code: 'ENOENT', syscall: 'connect' }),
      'DATABASE_AWAY',
    ],
    ['a database that goes down', withFields(new Error('terminating'), { code: '57P01' }), 'DATABASE_AWAY'],
    ['a missing file of our own', withFields(new Error('open'), { code: 'ENOENT', syscall: 'open' }), 'INTERNAL'],
    ['something thrown that is no error', 'text', 'INTERNAL'],
  ])('%s', (_what, thrown, code) => {
    expect(asAppError(thrown).code).toBe(code)
  })
})
