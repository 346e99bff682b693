import { useConnection } from '../useLive'
import { RefusedBanner } from './RefusedBanner'

/** Why the document is not there yet, when the reason is more than a moment; `offline` says that of a missing network. */
export function OpeningNote({ offline }: { offline: string }) {
  const { kind } = useConnection()
  return (
    <div className="editor__banner">
      <RefusedBanner />
      {kind === 'offline' && (
        <p className="refused" role="status">
          {offline}
        </p>
      )}
    </div>
  )
}
