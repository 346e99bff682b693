import { Link, useNavigate } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface TimeBarProps {
  /** The moment shown; null: none, that is now. */
  at: number | null
  latest: number
  /** That moment in words. */
  moment: string
  previousHref: string | null
  nextHref: string | null
  nowHref: string | null
  /** The page's other parameters, which go with the form. */
  params: Readonly<Record<string, string>>
}

/** Long enough for a hand that drags, short enough for a key that was pressed once. */
const REST_MS = 200

/** The way through time: a slider over all of the log, and steps from gesture to gesture. */
export function TimeBar({ at, latest, moment, previousHref, nextHref, nowHref, params }: TimeBarProps) {
  const { t } = useTranslation('history')
  const navigate = useNavigate()
  const here = at ?? latest
  const [value, setValue] = useState(here)
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  useEffect(() => setValue(here), [here])
  useEffect(() => {
    if (value === here) return
    const query = new URLSearchParams({ ...params, at: String(value) })
    const timer = setTimeout(() => navigate(`?${query}`, { replace: true, preventScrollReset: true }), REST_MS)
    return () => clearTimeout(timer)
  }, [value, here, params, navigate])

  const step = t('time.step', { position: value, latest })
  return (
    <section className="time-bar card" aria-labelledby="time-bar">
      <h2 id="time-bar" className="visually-hidden">
        {t('time.title')}
      </h2>
      <form method="get" className="time-bar__slide">
        {Object.entries(params).map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        <label className="time-bar__label">
          <span className="time-bar__name">{t('time.slider')}</span>
          <input
            type="range"
            name="at"
            min={0}
            max={latest}
            value={value}
            onChange={(event) => setValue(Number(event.target.value))}
            aria-valuetext={value === here ? `${moment}, ${step}` : step}
          />
        </label>
        {!ready && (
          <button type="submit" className="button">
            {t('time.go')}
          </button>
        )}
      </form>
      <div className="time-bar__steps">
        <StepLink href={previousHref} rel="prev">
          <span aria-hidden="true">←</span> {t('time.previous')}
        </StepLink>
        <p className="time-bar__moment" role="status">
          <strong>{moment}</strong>
          <span className="time-bar__step">{step}</span>
        </p>
        <StepLink href={nextHref} rel="next">
          {t('time.next')} <span aria-hidden="true">→</span>
        </StepLink>
        {nowHref && (
          <Link className="time-bar__now" to={nowHref} preventScrollReset>
            {t('time.now')}
          </Link>
        )}
      </div>
    </section>
  )
}

function StepLink({ href, rel, children }: { href: string | null; rel: string; children: ReactNode }) {
  if (href === null)
    return (
      <span className="button" aria-disabled="true">
        {children}
      </span>
    )
  return (
    <Link className="button" to={href} rel={rel} preventScrollReset replace>
      {children}
    </Link>
  )
}
