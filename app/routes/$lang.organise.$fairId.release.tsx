import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { Answer } from '~/components/Answer'
import { EmptyState, FailureNotice, Notice } from '~/components/Notice'
import { organiserPaths } from '~/features/exhibitors/organiserPaths'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { AffectedSection } from '~/features/releases/AffectedSection'
import { ChangesSection } from '~/features/releases/ChangesSection'
import { ConflictsSection } from '~/features/releases/ConflictsSection'
import { MailsSection } from '~/features/releases/MailsSection'
import { ProblemsSection } from '~/features/releases/ProblemsSection'
import { PublishForm } from '~/features/releases/PublishForm'
import { ReleaseList } from '~/features/releases/ReleaseList'
import { TalksSection } from '~/features/releases/TalksSection'
import { useFormat } from '~/lib/format'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { formOf, newFormKey, pageTitle, param, textOf, wordsOf } from '~/services/page.server'
import { actOnRelease } from '~/services/releaseActs.server'
import { readReleasePage } from '~/services/releasePage.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const fairId = param(params, 'fairId') as FairId
    const fair = await context.services.fairs.getFair(context.actor, { fairId })
    return {
      title: pageTitle(t('releases:title'), localise(fair.name, lang)),
      fair,
      page: await readReleasePage(context, fairId, lang, t),
      formKey: newFormKey(),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const result = await orFailure(() => actOnRelease(context, param(params, 'fairId') as FairId, form))
  return result.ok ? result : data({ ...result, note: textOf(form, 'note') }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ReleasePage() {
  const { fair, page, formKey } = useLoaderData<typeof loader>()
  const { nextNumber, previous, boothCount, talkCount, releases, mails, people, conflicts } = page
  const result = useActResult(useActionData<typeof action>())
  const { t } = useTranslation('releases')
  const format = useFormat()
  const paths = organiserPaths(useLang(), fair.id)
  const failure = result && !result.ok ? result : null
  const done = result?.ok ? result.value : null
  return (
    <OrganiserShell fair={fair} section="release" title={t('title')} lead={t('lead')}>
      <div className="stack stack--loose">
        <Answer to={result}>
          {failure?.code === 'DRAFT_CHANGED' ? (
            <Notice kind="warning">{t('publish.changed')}</Notice>
          ) : (
            <FailureNotice failure={failure} />
          )}
          {done && <Notice kind="success">{t(`done.${done.did}`, { count: done.count, number: done.count })}</Notice>}
        </Answer>
        <MailsSection mails={mails} />
        {previous ? (
          <p className="current-release">
            {t('current', {
              number: previous.number,
              moment: format.moment(previous.publishedAt, fair.timeZone),
            })}
          </p>
        ) : (
          <Notice title={t('first.title')}>{t('first.text')}</Notice>
        )}
        {boothCount + talkCount === 0 ? (
          <EmptyState
            title={t('emptyPlan.title')}
            action={
              <a className="button button--primary" href={paths.plan}>
                {t('emptyPlan.action')}
              </a>
            }
          >
            {t('emptyPlan.text')}
          </EmptyState>
        ) : (
          <>
            <ChangesSection first={previous === null} {...page} />
            {talkCount + page.talkLines.length + page.staying.length > 0 && (
              <TalksSection first={previous === null} {...page} />
            )}
            <div className="columns">
              {(previous || people.mails > 0) && (
                <AffectedSection affected={page.affected} hrefOf={paths.exhibitor} {...people} />
              )}
              <div className="stack">
                <ProblemsSection problems={page.problems} planHref={paths.plan} />
                <ConflictsSection {...conflicts} programmeHref={paths.programme} />
              </div>
            </div>
            <PublishForm
              key={`${nextNumber}/${page.position}`}
              nextNumber={nextNumber}
              position={page.position}
              problems={page.problems.length + conflicts.open.length}
              formKey={formKey}
              note={failure?.note ?? ''}
              remarks={failure?.fields ?? []}
            />
          </>
        )}
        {releases.length > 0 && <ReleaseList releases={releases} timeZone={fair.timeZone} />}
      </div>
    </OrganiserShell>
  )
}
