import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { loader } from '~/root'

/** Signs out; app/lib/signOut.ts sees to what this device has kept, and finds its words here. */
export function SignOutForm({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common')
  const root = useRouteLoaderData<typeof loader>('root')
  return (
    <form
      method="post"
      action="/sign-out"
      data-sign-out=""
      data-account={root?.person?.accountId}
      data-warning={t('signOutWarning', { n: '{{n}}', interpolation: { skipOnVariables: true } })}
      data-stay={t('signOutStay')}
      data-leave={t('signOutAnyway')}
    >
      {children}
    </form>
  )
}
