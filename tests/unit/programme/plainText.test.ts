import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsOf, plainText } from '#shared/programme/queries/plainText'
import { runs } from './programmeArbitrary'

describe('plainText', () => {
  it.each([
    ['just words', 'just words'],
    [' a < b && c > d ', 'a < b && c > d'],
    ['R&D\n\nsecond', 'R&D\n\nsecond'],
    ['Tom &amp; Anna', 'Tom & Anna'],
    ['<p>One\ntwo</p>\n<p>three</p>', 'One two\n\nthree'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['a <b>bold</b> word\n\nnext', 'a bold word\n\nnext'],
    ['<p>List:</p><ul><li>one</li><li> two </li></ul><p>end</p>', 'List:\n• one\n• two\n\nend'],
    ['<p>x</p><script>alert(1)</script><p>y</p>', 'x\n\ny'],
    ['<p>x</p><SCRIPT src=x>alert("</p>")</SCRIPT >y', 'x\n\ny'],
    ['<p>x</p><style>p { color: red }', 'x'],
    ['<p>x<!-- <p>hidden</p> -->y</p>', 'xy'],
    ['<p>a &lt;script&gt; b</p>', 'a <script> b'],
    ['<p>&amp;lt;</p>', '&lt;'],
    ['<p>&eacute;&#233;&#xE9;&Eacute;&nbsp;&hellip;</p>', 'éééÉ …'],
    ['<p>&#0;&#xD800;&#x110000;&nope;</p>', '&nope;'],
    ['<p>See <a href="https://example.org/a?b=1&amp;c=2">here</a>.</p>', 'See here (https://example.org/a?b=1&c=2).'],
    ['<a href="https://example.org">https://example.org</a>', 'https://example.org'],
    ['<a href="javascript:alert(1)">here</a>', 'here'],
    ['<pre>  a\n  b</pre>', 'a\nb'],
    ['<p>1 < 2 and <3</p>', '1 < 2 and <3'],
    ['<p>never closed <a href="x', 'never closed <a href="x'],
    ['<p></p>', ''],
    ['', ''],
  ])('reads %j', (source, expected) => {
    expect(plainText(source)).toBe(expected)
  })

  it('gives paragraphs', () => {
    expect(paragraphsOf('<h2>Title</h2><p>One<br>two</p><p></p><p>three</p>')).toEqual(['Title', 'One\ntwo', 'three'])
    expect(paragraphsOf('')).toEqual([])
  })

  it('takes whatever comes, and never long', () => {
    const anySoup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<',
            '>',
            '<p',
            '<!--',
            '-->',
            '<script>',
            '</script',
            '&',
            '&#',
            ';',
            '"',
            '<a href="',
            '</li>',
            '\n',
          ),
          fc.string(),
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(anySoup, (source) => {
        expect(plainText(source)).not.toMatch(/\n{3}/)
      }),
      runs(300),
    )
    for (const part of [
      '<',
      '<a',
      '<a "',
      '<p>',
      '<script>',
      '<!--',
      '&',
      '&#1',
      '<a href="https://x" ',
      '\n',
      '<li>',
    ]) {
      const started = performance.now()
      plainText(part.repeat(60_000 / part.length))
      plainText(`<p>${part.repeat(60_000 / part.length)}>`)
      expect(performance.now() - started, part).toBeLessThan(2000)
    }
  })
})
