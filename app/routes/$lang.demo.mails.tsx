import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { PageHead, PageShell } from '~/components/PageShell'
import { useFormat } from '~/lib/format'
import type { PageHandle } from '~/lib/page'
import { orErrorPage } from '~/services/answer.server'
import { pageTitle, wordsOf } from '~/services/page.server'

export const handle: PageHandle = { hydrate: false }

/** 404 outside demo mode, and for everybody who is no demo person. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const mails = await context.services.mails.listDemoMails(context.actor)
    return {
      title: pageTitle(t('demo:mails.title')),
      mails: mails.map(({ id, toName, at, subject, text, language, hasCalendar }) => ({
        ...{ id, toName, at, subject, text, language },
        calendar: hasCalendar ? `/${lang}/demo/mails/${id}` : null,
      })),
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Beursvloer' }]

export default function DemoMailsPage() {
  const { mails } = useLoaderData<typeof loader>()
  const { t } = useTranslation('demo')
  const format = useFormat()
  return (
    <PageShell narrow>
      <PageHead title={t('mails.title')} lead={t('mails.lead')} />
      {mails.length === 0 ? (
        <EmptyState title={t('mails.empty')}>{t('mails.emptyHint')}</EmptyState>
      ) : (
        <ul className="plain-list rows">
          {mails.map((mail) => (
            <li key={mail.id}>
              <details className="mail">
                <summary>
                  <span className="mail__subject" lang={mail.language}>
                    {mail.subject}
                  </span>
                  <span className="field__hint">
                    {t('mails.to', { name: mail.toName })} · {format.instant(mail.at, 'Europe/Brussels')}
                  </span>
                </summary>
                <p className="mail__text" lang={mail.language}>
                  {mail.text}
                </p>
                {mail.calendar && (
                  <p>
                    <a className="button button--small" href={mail.calendar} download>
                      {t('mails.calendar')}
                    </a>
                  </p>
                )}
              </details>
            </li>
          ))}
        </ul>
      )}
    </PageShell>
  )
}
