import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/Notice'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { SignedUpTalks } from '~/features/signups/SignedUpTalks'
import { signupPaths } from '~/features/signups/signupPaths'
import { useLang } from '~/lib/useLang'
import { orErrorPage } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t, fair, titled } = await readOrganiserPage(args)
    const { services, actor } = args.context
    const talks = await services.signups.talkSignups(actor, { fairId: fair.id })
    return { title: titled(t('signups:list.title')), fair, talks }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Beursvloer' }]

export default function SignUpsPage() {
  const { fair, talks } = useLoaderData<typeof loader>()
  const { t } = useTranslation('signups')
  const lang = useLang()
  return (
    <OrganiserShell
      fair={fair}
      section="programme"
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        talks.some(({ people }) => people.length > 0) && (
          <a className="button" href={signupPaths.file(lang, fair.id)} download>
            {t('list.csv')}
          </a>
        )
      }
    >
      {talks.length === 0 ? (
        <EmptyState title={t('list.empty.title')}>{t('list.empty.text')}</EmptyState>
      ) : (
        <SignedUpTalks talks={talks} fair={fair} />
      )}
    </OrganiserShell>
  )
}
