import { useCallback } from 'react'
import { planToJson } from '#shared/exchange/planJson'
import { downloadJson } from '~/realtime/exportChanges'
import { useLive } from './useLive'

/** Downloads what the server has not got, with the plan as it looks here. */
export function useExport(): () => void {
  const session = useLive()
  return useCallback(() => {
    downloadJson(`beursvloer-changes-${session.data.fairId}.json`, session.changesFile(new Date()))
  }, [session])
}

/** Downloads the plan in the format that the import page takes. */
export function usePlanDownload(): () => void {
  const session = useLive()
  return useCallback(() => {
    downloadJson(`beursvloer-plan-${session.data.fairId}.json`, planToJson(session.store.plan))
  }, [session])
}
