import { expect, test } from 'vitest'
import { loggedPath } from '#server/http/loggedPath'
import { isSecure } from '#server/http/secure'

test.each([
  ['/nl/sign-in/s3cret', '/nl/sign-in/…'],
  ['/nl/sign-in/s3cret.data', '/nl/sign-in/…'],
  ['/fr/invitations/s3cret?x=1', '/fr/invitations/…?x=1'],
  ['/fairs/smart/my/s3cret.ics?lang=nl', '/fairs/smart/my/…?lang=nl'],
  ['/nl/fairs/smart/my-programme', '/nl/fairs/smart/my-programme'],
  ['/nl/sign-in', '/nl/sign-in'],
  ['/nl/fairs/sign-in', '/nl/fairs/sign-in'],
])('%s stands in the log as %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged)
})

test('cookies stay on https where the app is reached by it', () => {
  expect(isSecure({ secure: false }, null)).toBe(false)
  expect(isSecure({ secure: true }, null)).toBe(true)
  expect(isSecure({ secure: false }, 'http://beurs.example.org')).toBe(false)
  expect(isSecure({ secure: false }, 'https://beurs.example.org')).toBe(true)
})
