import type { ReactNode } from 'react'
import { OpeningNote } from './panels/OpeningNote'
import { useLive, useValue } from './useLive'
import { useSafeWindow } from './useSafeWindow'

export interface OpenedDocumentProps {
  skeleton: ReactNode
  /** Why nothing is shown where there is no network and no copy. */
  offline: string
  children: ReactNode
}

/** The editor, once it is known what the document holds. */
export function OpenedDocument({ skeleton, offline, children }: OpenedDocumentProps) {
  const loaded = useValue(useLive().loaded)
  useSafeWindow()
  if (loaded) return children
  return (
    <>
      {skeleton}
      <OpeningNote offline={offline} />
    </>
  )
}
