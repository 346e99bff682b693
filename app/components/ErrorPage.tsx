import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '#shared/i18n/sentence'
import { ERROR_STATUS, type ErrorCode } from '#shared/kernel/errors'
import { useLang } from '~/lib/useLang'

/** What a route threw, as the sentence for it; anything unexpected is INTERNAL and nothing more. */
export function useErrorSentence(): { code: ErrorCode; sentence: string } {
  const { t } = useTranslation('errors')
  const error = useRouteError()
  const code = isRouteErrorResponse(error) ? codeOf(error.data, error.status) : 'INTERNAL'
  const params =
    isRouteErrorResponse(error) && isObject(error.data) && isObject(error.data.params) ? error.data.params : {}
  return { code, sentence: errorSentence(t, { code, params }) }
}

export function ErrorPage() {
  const { t } = useTranslation(['errors', 'common'])
  const { code, sentence } = useErrorSentence()
  const lang = useLang()
  const { pathname, search } = useLocation()
  const signIn = `/${lang}/sign-in?${new URLSearchParams({ return_to: `${pathname}${search}` })}`
  return (
    <main id="content" className="notice-page">
      <h1>{t('errors:title')}</h1>
      <p>{sentence}</p>
      <p className="cluster">
        {code === 'NOT_SIGNED_IN' && (
          <a className="button button--primary" href={signIn}>
            {t('common:signIn')}
          </a>
        )}
        <a className="button" href="/">
          {t('common:back')}
        </a>
      </p>
    </main>
  )
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function codeOf(data: unknown, status: number): ErrorCode {
  if (isObject(data) && typeof data.code === 'string' && data.code in ERROR_STATUS) return data.code as ErrorCode
  if (status === 404) return 'NOT_FOUND'
  if (status === 405) return 'BAD_REQUEST'
  return 'INTERNAL'
}
