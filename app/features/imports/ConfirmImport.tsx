import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { percentDone } from '#shared/protocol/importProgress'
import { Select } from '~/components/Field'
import { Notice } from '~/components/Notice'
import type { DryRunView } from '~/services/importPage.server'
import { refusalSentence } from './importWords'
import { useImportRun } from './useImportRun'

const STATES = ['confirmed', 'invited', 'idea'] as const

/** The button that does it, and how far it is. */
export function ConfirmImport({ look, address }: { look: DryRunView; address: string }) {
  const { t } = useTranslation(['imports', 'talks', 'formats', 'errors'])
  const { state, run } = useImportRun(address)
  const isRunning = state.is === 'running'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isRunning) void run(new FormData(event.currentTarget))
  }
  return (
    <form method="post" className="form" onSubmit={submit} aria-busy={isRunning}>
      <input type="hidden" name="intent" value="import" />
      <input type="hidden" name="importId" value={look.importId} />
      <input type="hidden" name="fingerprint" value={look.fingerprint} />
      <Select name="state" label={t('state')} hint={t('stateHint')} defaultValue="confirmed">
        {STATES.map((one) => (
          <option key={one} value={one}>
            {t(`talks:states.${one}`)}
          </option>
        ))}
      </Select>
      {state.is === 'failed' && (
        <Notice kind={state.failure.code === 'DRAFT_CHANGED' ? 'warning' : 'error'}>
          {state.failure.code === 'DRAFT_CHANGED' ? t('changedMeanwhile') : refusalSentence(t, state.failure)}
        </Notice>
      )}
      {state.is === 'lost' && <Notice kind="error">{t('lostConnection')}</Notice>}
      {state.is === 'running' && (
        <div className="import-progress">
          <progress aria-label={t('progress.label')} max={100} value={percentDone(state.progress)} />
          <p role="status">{t(`progress.${state.progress.step}`, { ...state.progress })}</p>
        </div>
      )}
      <div className="form__actions">
        <button type="submit" className="button button--primary" aria-disabled={isRunning}>
          {isRunning ? t('running') : t('submit')}
        </button>
      </div>
    </form>
  )
}
