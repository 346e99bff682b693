import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import type { FairPage } from './fairPage'

/** How large the fair is, in four numbers. */
export function FairFigures({ figures }: Pick<FairPage, 'figures'>) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const shown = (['exhibitors', 'booths', 'sectors', 'halls'] as const).filter((key) => figures[key] > 0)
  return (
    <dl className="fair-figures">
      {shown.map((key) => (
        <div key={key}>
          <dt>{figures[key] === 1 ? t(`fair.figuresOne.${key}`) : t(`fair.figures.${key}`)}</dt>
          <dd>{format.number(figures[key])}</dd>
        </div>
      ))}
    </dl>
  )
}
