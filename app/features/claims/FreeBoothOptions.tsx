import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import type { FreeBooth } from './types'

/** Options of free booths; those of the sectors given stand first. */
export function FreeBoothOptions({ free, sectorIds }: { free: readonly FreeBooth[]; sectorIds: readonly string[] }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const option = (booth: FreeBooth) => (
    <option key={booth.id} value={booth.id}>
      {t('queue.move.option', { number: booth.number, area: format.number(booth.areaM2) })}
    </option>
  )
  const same = free.filter(({ sectorId }) => sectorId !== null && sectorIds.includes(sectorId))
  if (same.length === 0) return free.map(option)
  return (
    <>
      <optgroup label={t('queue.move.sameSector')}>{same.map(option)}</optgroup>
      <optgroup label={t('queue.move.others')}>{free.filter((booth) => !same.includes(booth)).map(option)}</optgroup>
    </>
  )
}
