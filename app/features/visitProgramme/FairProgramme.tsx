import { useTranslation } from 'react-i18next'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import type { ProgrammeTaste } from './highlights'
import { NowNext } from './NowNext'
import { TalkLines } from './TalkLines'

/** The programme on the fair's own page: what is on, or what there is to look forward to. */
export function FairProgramme({ taste, slug }: { taste: ProgrammeTaste; slug: string }) {
  const { t } = useTranslation('programme')
  const paths = visitPaths(useLang(), slug)
  const all = (
    <p>
      <a className="button" href={paths.programme()}>
        {t('highlights.all', { count: taste.talks })}
      </a>
    </p>
  )
  if (taste.nowNext) {
    return (
      <div className="stack">
        <NowNext {...taste.nowNext} paths={paths} />
        {all}
      </div>
    )
  }
  return (
    <section className="stack" aria-labelledby="highlights">
      <h2 id="highlights">{t('highlights.title')}</h2>
      {taste.highlights.length > 0 && <TalkLines lines={taste.highlights} slug={slug} />}
      {all}
    </section>
  )
}
