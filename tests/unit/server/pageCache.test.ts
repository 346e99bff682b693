import { describe, expect, it } from 'vitest'
import { freshAnswers } from '#server/http/pageCache/freshAnswers'
import { keptPage, keptPages } from '#server/http/pageCache/keptPages'

describe('fresh answers', () => {
  it('asks once for all who wait, and never answers with what was asked before one came', async () => {
    let asked = 0
    const open: (() => void)[] = []
    const answer = freshAnswers(async () => {
      const mine = ++asked
      await new Promise<void>((resolve) => open.push(resolve))
      return mine
    })
    const first = answer('k')
    const later = [answer('k'), answer('k'), answer('k')]
    expect(asked).toBe(1)
    open[0]?.()
    expect(await first).toBe(1)
    await new Promise((resolve) => setTimeout(resolve))
    open[1]?.()
    expect(await Promise.all(later)).toEqual([2, 2, 2])
    expect(asked).toBe(2)
  })

  it('goes on after a failure', async () => {
    let asked = 0
    const answer = freshAnswers(async () => {
      if (++asked === 1) throw new Error('away')
      return asked
    })
    const both = await Promise.allSettled([answer('k'), answer('k')])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })
})

describe('kept pages', () => {
  const page = (version: string, bytes: number) => keptPage(version, {}, Buffer.alloc(bytes, 'x'))

  it('gives back what is of the same version, and forgets the rest', () => {
    const pages = keptPages(1000)
    pages.keep('/a', page('1', 10))
    expect(pages.find('/a', '1')?.body).toHaveLength(10)
    expect(pages.find('/a', '2')).toBeNull()
    expect(pages.find('/a', '1')).toBeNull()
  })

  it('lets go of what was not asked for longest', () => {
    const pages = keptPages(100)
    for (const key of ['/a', '/b']) pages.keep(key, page('1', 50))
    pages.find('/a', '1')
    pages.keep('/c', page('1', 50))
    expect(['/a', '/b', '/c'].map((key) => pages.find(key, '1') !== null)).toEqual([true, false, true])
  })

  it('compresses once', async () => {
    const kept = page('1', 10_000)
    const [one, two] = await Promise.all([kept.encoded('br'), kept.encoded('br')])
    expect(one).toBe(two)
    expect(one.length).toBeLessThan(200)
    expect(await kept.encoded('identity')).toBe(kept.body)
  })
})
