import type { Env } from './env'

/** What the terminal says after the start. */
export function whereToGo(url: string, { demo, smtpUrl }: Pick<Env, 'demo' | 'smtpUrl'>): string {
  const lines = [`  visitor:    ${url}/`]
  if (demo) {
    lines.push(
      `  organiser:  ${url}/en/demo, then "organiser"`,
      `  exhibitor:  ${url}/en/demo, then "exhibitor" (11 to 20 have no booth yet)`,
    )
  }
  lines.push(
    `  own fair:   ${url}/en/sign-in${smtpUrl ? '' : ', with a link from: npm run sign-in-link -- you@example.org'}`,
  )
  return lines.join('\n')
}
