import { useTranslation } from 'react-i18next'
import { EXIT_KINDS } from '#shared/document/records'
import type { ToolOptions } from '~/canvas/editor/types'
import { SectorSelect } from '~/features/editor/parts/SectorSelect'
import { MetresField } from '../parts/MetresField'
import { useEditorState, useSession } from '../useSession'

/** Sizes are at least this: what is smaller cannot be seen or grabbed. */
const MIN_MM = 100
const MAX_BOOTHS_PER_BLOCK = 200

/** What the chosen tool will draw, above the plan. */
export function ToolOptionsBar() {
  const { t } = useTranslation('editor')
  const { editor } = useSession()
  const tool = useEditorState((state) => state.tool)
  const options = useEditorState((state) => state.options)
  const set = <K extends 'booth' | 'rows' | 'wall' | 'column' | 'exit'>(name: K, part: Partial<ToolOptions[K]>) =>
    editor.setOptions({ [name]: { ...options[name], ...part } })
  const { booth, rows, wall, column, exit } = options

  const fields = () => {
    switch (tool) {
      case 'booth':
        return (
          <>
            <MetresField
              label={t('options.width')}
              value={booth.widthMm}
              min={MIN_MM}
              step={500}
              onChange={(widthMm) => set('booth', { widthMm })}
            />
            <MetresField
              label={t('options.depth')}
              value={booth.depthMm}
              min={MIN_MM}
              step={500}
              onChange={(depthMm) => set('booth', { depthMm })}
            />
            <SectorSelect
              label={t('options.sector')}
              value={options.sectorId}
              onChange={(sectorId) => editor.setOptions({ sectorId })}
            />
          </>
        )
      case 'rows':
        return (
          <>
            <MetresField
              label={t('options.boothWidth')}
              value={rows.boothWidthMm}
              min={MIN_MM}
              step={500}
              onChange={(boothWidthMm) => set('rows', { boothWidthMm })}
            />
            <MetresField
              label={t('options.boothDepth')}
              value={rows.boothDepthMm}
              min={MIN_MM}
              step={500}
              onChange={(boothDepthMm) => set('rows', { boothDepthMm })}
            />
            <MetresField
              label={t('options.aisle')}
              value={rows.aisleMm}
              min={MIN_MM}
              step={500}
              onChange={(aisleMm) => set('rows', { aisleMm })}
            />
            <div className="small-field">
              <label htmlFor="booths-per-block">{t('options.boothsPerBlock')}</label>
              <input
                id="booths-per-block"
                className="small-input small-input--number"
                type="number"
                min={1}
                max={MAX_BOOTHS_PER_BLOCK}
                value={rows.boothsPerBlock}
                onChange={(event) => {
                  const boothsPerBlock = event.target.valueAsNumber
                  if (boothsPerBlock >= 1 && boothsPerBlock <= MAX_BOOTHS_PER_BLOCK) set('rows', { boothsPerBlock })
                }}
              />
            </div>
            <label className="small-check">
              <input
                type="checkbox"
                checked={rows.backToBack}
                onChange={(event) => set('rows', { backToBack: event.target.checked })}
              />
              <span>{t('options.backToBack')}</span>
            </label>
            <SectorSelect
              label={t('options.sector')}
              value={options.sectorId}
              onChange={(sectorId) => editor.setOptions({ sectorId })}
            />
          </>
        )
      case 'wall':
        return (
          <MetresField
            label={t('options.thickness')}
            value={wall.thicknessMm}
            min={10}
            step={50}
            onChange={(thicknessMm) => set('wall', { thicknessMm })}
          />
        )
      case 'column':
        return (
          <>
            <MetresField
              label={t('options.size')}
              value={column.sizeMm}
              min={10}
              step={100}
              onChange={(sizeMm) => set('column', { sizeMm })}
            />
            <label className="small-check">
              <input
                type="checkbox"
                checked={column.round}
                onChange={(event) => set('column', { round: event.target.checked })}
              />
              <span>{t('options.round')}</span>
            </label>
          </>
        )
      case 'exit':
        return (
          <>
            <div className="small-field">
              <label htmlFor="exit-kind">{t('options.exitKind')}</label>
              <select
                id="exit-kind"
                className="small-input"
                value={exit.kind}
                onChange={(event) => set('exit', { kind: event.target.value as ToolOptions['exit']['kind'] })}
              >
                {EXIT_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`exitKinds.${kind}`)}
                  </option>
                ))}
              </select>
            </div>
            <MetresField
              label={t('options.width')}
              value={exit.widthMm}
              min={MIN_MM}
              step={500}
              onChange={(widthMm) => set('exit', { widthMm })}
            />
          </>
        )
      case 'sector':
        return (
          <SectorSelect
            label={t('options.paintWith')}
            value={options.sectorId}
            onChange={(sectorId) => editor.setOptions({ sectorId })}
          />
        )
      default:
        return null
    }
  }

  const shown = fields()
  if (!shown) return null
  return (
    <fieldset className="tool-options float" aria-label={t('options.title')}>
      <p className="tool-options__hint">{t(`hints.${tool}`)}</p>
      <div className="tool-options__fields">{shown}</div>
    </fieldset>
  )
}
