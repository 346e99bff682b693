import { type ReactNode, useId, useState } from 'react'
import { readSetting, writeSetting } from '../session/settings'
import { Icon } from './Icon'

interface PanelProps {
  /** Under this name the device remembers whether it is open. */
  name: string
  title: ReactNode
  /** Beside the title, for instance a count. */
  aside?: ReactNode
  openAtFirst?: boolean
  children: ReactNode
}

/** A section of the side column that folds away and stays as one left it. */
export function Panel({ name, title, aside, openAtFirst = true, children }: PanelProps) {
  const id = useId()
  const [open, setOpen] = useState(() => (readSetting(`panel:${name}`) ?? (openAtFirst ? 'open' : 'closed')) === 'open')
  const toggle = () => {
    writeSetting(`panel:${name}`, open ? 'closed' : 'open')
    setOpen(!open)
  }
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 className="panel__head" id={`${id}-title`}>
        <button type="button" className="panel__toggle" aria-expanded={open} aria-controls={id} onClick={toggle}>
          <Icon name="chevron" />
          <span className="panel__title">{title}</span>
          {aside}
        </button>
      </h2>
      <div id={id} className="panel__body" hidden={!open}>
        {children}
      </div>
    </section>
  )
}
