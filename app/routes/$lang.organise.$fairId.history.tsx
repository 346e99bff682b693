import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { Answer } from '~/components/Answer'
import { EmptyState, FailureNotice, Notice } from '~/components/Notice'
import { organiserPaths } from '~/features/exhibitors/organiserPaths'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { HistoryFilters } from '~/features/history/HistoryFilters'
import { HistoryLog } from '~/features/history/HistoryLog'
import { readHistoryQuery } from '~/features/history/historyQuery'
import { MomentSection } from '~/features/history/MomentSection'
import { TimeBar } from '~/features/history/TimeBar'
import { NameMomentForm, VersionsSection } from '~/features/history/VersionsSection'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { actOnVersions, type VersionAct } from '~/services/historyActs.server'
import { readHistoryPage } from '~/services/historyPage.server'
import { readOrganiserPage } from '~/services/organise.server'
import { formOf, param, textOf } from '~/services/page.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t, fair, titled } = await readOrganiserPage(args)
    const query = readHistoryQuery(new URL(args.request.url).searchParams)
    return {
      title: titled(t('history:title')),
      fair,
      query,
      page: await readHistoryPage(args.context, { fair, lang, t }, query),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const result = await orFailure(() => actOnVersions(context, param(params, 'fairId') as FairId, form))
  if (result.ok) return result
  const [intent, versionId, name] = ['intent', 'versionId', 'name'].map((field) => textOf(form, field))
  const typed = { intent, versionId, name }
  return data({ ...result, typed }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function HistoryRoute() {
  const { fair, query, page } = useLoaderData<typeof loader>()
  const result = useActResult(useActionData<typeof action>())
  const { t } = useTranslation('history')
  const paths = organiserPaths(useLang(), fair.id)
  const failure = result && !result.ok ? result : null
  const { moment, at, latest, momentTime, hrefs, params } = page
  const naming = failure?.typed.intent === 'name' ? failure : null
  const renaming = failure?.typed.intent === 'rename' ? failure : null
  const momentTitle =
    moment?.isNow || at === null
      ? t('moment.now')
      : at === 0
        ? t('moment.beginning')
        : t('moment.title', { moment: momentTime })
  const busy = useNavigation().state !== 'idle'
  const named = at ?? latest
  const nameForm = (
    <NameMomentForm
      key={`${named} ${page.versions.length}`}
      position={named}
      typed={naming?.typed.name ?? ''}
      problems={naming?.fields ?? []}
    />
  )
  return (
    <OrganiserShell fair={fair} section="history" title={t('title')} lead={moment ? undefined : t('lead')} wide>
      {latest === 0 ? (
        <EmptyState
          title={t('empty.title')}
          action={
            <a className="button button--primary" href={paths.plan}>
              {t('empty.action')}
            </a>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="stack history-page">
          <Answer to={result}>
            <FailureNotice failure={failure} />
            {result?.ok && <Done act={result.value} />}
          </Answer>
          <TimeBar
            at={at}
            latest={latest}
            moment={momentTime}
            previousHref={hrefs.previous}
            nextHref={hrefs.next}
            nowHref={hrefs.now}
            params={params.bar}
          />
          <div className={moment ? 'history history--moment' : 'history'} aria-busy={busy}>
            {moment && (
              <MomentSection
                moment={moment}
                title={momentTitle}
                actions={
                  <div className="moment__acts">
                    {hrefs.restore && (
                      <Link className="button button--primary" to={hrefs.restore}>
                        {t('moment.restore')}
                      </Link>
                    )}
                    {nameForm}
                  </div>
                }
              />
            )}
            <div className="stack history__aside">
              <VersionsSection
                versions={page.versions}
                at={at}
                timeZone={fair.timeZone}
                refused={renaming && { ...renaming.typed, problems: renaming.fields }}
              />
              {!moment && nameForm}
            </div>
            <section className="stack history__log" aria-labelledby="log">
              <h2 id="log">{t('log.title')}</h2>
              <HistoryFilters query={query} people={page.people} params={params.shown} />
              <HistoryLog
                days={page.days}
                at={at}
                olderHref={hrefs.older}
                newestHref={hrefs.newest}
                allHref={hrefs.all}
              />
            </section>
          </div>
        </div>
      )}
    </OrganiserShell>
  )
}

/** What became of a name; one that was removed can be put back. */
function Done({ act: { did, name, position } }: { act: VersionAct }) {
  const { t } = useTranslation('history')
  return (
    <Notice kind="success">
      <p>{t(`done.${did}`, { name })}</p>
      {did === 'removed' && (
        <Form method="post">
          <input type="hidden" name="intent" value="name" />
          <input type="hidden" name="position" value={position} />
          <input type="hidden" name="name" value={name} />
          <button type="submit" className="button button--small">
            {t('done.nameAgain')}
          </button>
        </Form>
      )}
    </Notice>
  )
}
